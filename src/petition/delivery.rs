//! Handing a petition over: to whom, when, and what was handed over.

use crate::account::model::Organizer;
use crate::base::{Day, Id, Time};
use crate::petition::model::Petition;

/// Most recipients of a petition.
pub const RECIPIENTS: usize = 10;
/// Most characters of a recipient's name, and of the office.
pub const NAME: usize = 160;
/// Most characters of all recipients of a delivery in one line.
pub const TOGETHER: usize = 500;
/// Most characters of what is noted of a delivery.
pub const NOTE: usize = 500;
/// Most deliveries of a petition.
pub const MOST: i64 = 50;

/// Whoever the petition is to be handed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The name.
    pub name: String,
    /// Role or office.
    pub office: Option<String>,
}

/// To whom and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryPlan {
    /// The day, in the petition's zone.
    pub day: Option<Day>,
    /// In the order in which they were named.
    pub recipients: Vec<Recipient>,
}

/// How something was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryWay {
    /// By hand.
    InPerson,
    /// By post.
    Post,
    /// By mail.
    Mail,
    /// Otherwise; the note says how.
    Other,
}

impl DeliveryWay {
    /// All of them, in the order of the form and of their numbers.
    pub const ALL: [Self; 4] = [Self::InPerson, Self::Post, Self::Mail, Self::Other];

    /// The word of forms and words files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InPerson => "in-person",
            Self::Post => "post",
            Self::Mail => "mail",
            Self::Other => "other",
        }
    }

    /// Reads [`DeliveryWay::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub(crate) const fn number(self) -> i16 {
        match self {
            Self::InPerson => 0,
            Self::Post => 1,
            Self::Mail => 2,
            Self::Other => 3,
        }
    }

    /// Reads [`DeliveryWay::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        let found = Self::ALL.into_iter().find(|one| one.number() == number);
        found.unwrap_or(Self::Other)
    }
}

/// Something that was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its key.
    pub id: Id<Delivery>,
    /// Of which petition.
    pub petition: Id<Petition>,
    /// When, in the petition's zone.
    pub day: Day,
    /// To whom: the names of then.
    pub recipients: String,
    /// How.
    pub way: DeliveryWay,
    /// What else organizers note of it; may be empty.
    pub note: String,
    /// The SHA-256 of the file, in small hexadecimal letters.
    pub sha256: Option<String>,
    /// How many signatures.
    pub signatures: i64,
    /// How many of them by name.
    pub named: i64,
    /// Whether the petition's page tells it.
    pub is_public: bool,
    /// Who wrote it down.
    pub organizer: Option<Id<Organizer>>,
    /// Grows by one with every change.
    pub revision: i64,
    /// When it was written down.
    pub created_at: Time,
    /// When it was last changed.
    pub updated_at: Time,
}

#[cfg(test)]
mod tests {
    use super::DeliveryWay;

    #[test]
    fn every_way_is_read_back() {
        for way in DeliveryWay::ALL {
            assert_eq!(DeliveryWay::parse(way.as_str()), Some(way));
            assert_eq!(DeliveryWay::from_number(way.number()), way);
        }
        assert_eq!(DeliveryWay::parse("by owl"), None);
    }
}
