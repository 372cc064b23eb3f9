//! Of what organizers are told by mail without asking: kinds that each of them chooses for themselves.

use super::model::Organizer;
use crate::base::{Id, IdCipher, Secrets, Token};

/// Something that happened, or that waits for somebody. A letter tells of several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notice {
    /// A petition has its first signature.
    FirstSignature,
    /// A goal is reached, or a round number where there is none.
    Goal,
    /// Signatures that are held, reasons and organizations that nobody has decided about.
    ToDecide,
    /// Letters were given up.
    MailFails,
    /// Details of signers are deleted in 14 days.
    DetailsGo,
}

impl Notice {
    /// All of them, as the page lists them.
    pub const ALL: [Self; 5] = [
        Self::FirstSignature,
        Self::Goal,
        Self::ToDecide,
        Self::MailFails,
        Self::DetailsGo,
    ];

    /// Its name in forms and words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FirstSignature => "first",
            Self::Goal => "goal",
            Self::ToDecide => "decide",
            Self::MailFails => "mail",
            Self::DetailsGo => "details",
        }
    }

    /// Its bit in the database.
    fn bit(self) -> i16 {
        match self {
            Self::FirstSignature => 1,
            Self::Goal => 2,
            Self::ToDecide => 4,
            Self::MailFails => 8,
            Self::DetailsGo => 16,
        }
    }
}

/// Of what somebody wants to be told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Notices(i16);

impl Notices {
    /// Of nothing.
    pub const NONE: Self = Self(0);

    /// These.
    pub fn of(wanted: impl IntoIterator<Item = Notice>) -> Self {
        let bits = wanted.into_iter().map(Notice::bit);
        Self(bits.fold(0, |all, bit| all | bit))
    }

    /// Whether this is among them.
    #[must_use]
    pub fn has(self, notice: Notice) -> bool {
        self.0 & notice.bit() != 0
    }

    /// Its number in the database.
    #[must_use]
    pub(crate) fn number(self) -> i16 {
        self.0
    }

    /// Reads [`Notices::number`] back. What this program does not know is left out.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Self {
        Self::of(Notice::ALL.into_iter().filter(|one| Self(number).has(*one)))
    }
}

/// Makes and opens the tokens of the links that stop these letters. A link works as long as its secret and changes nothing else, so that
/// a mailbox provider may press it years later (RFC 8058).
#[derive(Clone)]
pub struct NoticeTokens(IdCipher);

impl NoticeTokens {
    /// Of this installation's secrets.
    #[must_use]
    pub fn new(secrets: &Secrets) -> Self {
        Self(IdCipher::new(&secrets.key("stop notices")))
    }

    /// The token in the letter.
    #[must_use]
    pub fn token(&self, id: Id<Organizer>) -> Token {
        self.0.close(id)
    }

    /// Whose it is; some id that does not exist if it is nobody's.
    #[must_use]
    pub(crate) fn open(&self, token: &Token) -> Id<Organizer> {
        self.0.open(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_for_itself_and_unknown_ones_are_left_out() {
        for one in Notice::ALL {
            let read = Notices::from_number(Notices::of([one]).number());
            assert_eq!(Notice::ALL.map(|other| read.has(other)), {
                Notice::ALL.map(|other| other == one)
            });
        }
        assert_eq!(Notices::from_number(0b110_0000), Notices::NONE);
        assert_eq!(Notices::of(Notice::ALL).number(), 31);
    }
}
