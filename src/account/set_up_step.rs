//! The steps by which whoever set this site up comes to a first petition; the first one made their account.

use crate::web::urls;
use crate::words::Words;

/// One of the four, as the head of their pages lists them.
#[derive(Debug, Clone)]
pub struct SetUpLine {
    /// What it is about.
    pub label: String,
    /// Whether it is the one we are on.
    pub is_current: bool,
}

/// A step of the first run that is still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetUpStep {
    /// Name, contact address and languages of the organization.
    Organization,
    /// Whether mail goes out.
    Mail,
    /// Title and recipient of the first petition.
    Petition,
}

impl SetUpStep {
    const ALL: [Self; 3] = [Self::Organization, Self::Mail, Self::Petition];

    /// Its number, in the database and on its page.
    #[must_use]
    pub(crate) fn number(self) -> i16 {
        match self {
            Self::Organization => 2,
            Self::Mail => 3,
            Self::Petition => 4,
        }
    }

    /// Reads [`SetUpStep::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.number() == number)
    }

    /// The word a form says it by.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Mail => "mail",
            Self::Petition => "petition",
        }
    }

    /// Reads [`SetUpStep::as_str`] back.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }

    /// Its page.
    #[must_use]
    pub(crate) fn href(self) -> String {
        match self {
            Self::Organization => urls::first_organization(),
            Self::Mail => urls::first_mail(),
            Self::Petition => urls::first_petition(),
        }
    }
    /// All four, this one marked; without one the first, in which the account is made.
    #[must_use]
    pub(crate) fn lines(w: &Words, here: Option<Self>) -> Vec<SetUpLine> {
        let line = |step: Option<Self>| SetUpLine {
            label: w.say1("first-step", "step", step.map_or("you", Self::as_str)),
            is_current: step == here,
        };
        let others = Self::ALL.map(Some);
        std::iter::once(None).chain(others).map(line).collect()
    }
}
