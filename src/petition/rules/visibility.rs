//! How much of a signer others see.

use serde::{Deserialize, Serialize};

/// How much of a signer everybody may see. The greater, the more public.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Nothing: one more in the number. What everybody begins with.
    #[default]
    Counted,
    /// "A supporter in Ridgemont".
    Place,
    /// The name alone.
    Name,
    /// The name with what is listed beside it: role, affiliation, place.
    Detail,
}

impl Visibility {
    /// All four, the least public first.
    pub const ALL: [Self; 4] = [Self::Counted, Self::Place, Self::Name, Self::Detail];

    /// The word used in forms, exports and as the end of words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Place => "place",
            Self::Name => "name",
            Self::Detail => "detail",
        }
    }

    /// Reads [`Visibility::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Counted => 0,
            Self::Place => 1,
            Self::Name => 2,
            Self::Detail => 3,
        }
    }

    /// Reads [`Visibility::number`] back; an unknown number shows nothing.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        Self::ALL
            .into_iter()
            .find(|one| one.number() == number)
            .unwrap_or_default()
    }

    /// Whether the name is shown.
    #[must_use]
    pub fn is_named(self) -> bool {
        self >= Self::Name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greater_is_the_more_public_and_all_are_read_back() {
        assert!(Visibility::ALL.is_sorted());
        for level in Visibility::ALL {
            assert_eq!(Visibility::parse(level.as_str()), Some(level));
            assert_eq!(Visibility::from_number(level.number()), level);
            let json = serde_json::to_string(&level).unwrap();
            assert_eq!(json, format!("\"{}\"", level.as_str()));
        }
        assert_eq!(Visibility::from_number(9), Visibility::Counted);
        assert_eq!(Visibility::default(), Visibility::Counted);
    }
}
