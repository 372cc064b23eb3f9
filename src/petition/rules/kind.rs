//! The three kinds of what is signed.

/// What is signed, and by which word the page calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Asks somebody for something.
    Petition,
    /// An open letter: signers are listed with role and affiliation.
    Letter,
    /// A promise of one's own act.
    Pledge,
}

impl Kind {
    /// All kinds, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Petition, Self::Letter, Self::Pledge];

    /// The word used in forms, JSON and as the end of words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Petition => "petition",
            Self::Letter => "letter",
            Self::Pledge => "pledge",
        }
    }

    /// Reads [`Kind::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Petition => 0,
            Self::Letter => 1,
            Self::Pledge => 2,
        }
    }

    /// Reads [`Kind::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }
}
