//! Which other sites may show a petition's form in a frame.

use crate::base::Invalid;
use serde::{Deserialize, Serialize};

/// Who may show the form in a frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Framing {
    /// Every site.
    #[default]
    Everybody,
    /// The sites of partners that are not paused.
    Partners,
    /// No site.
    Nobody,
}

impl Framing {
    /// All, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Everybody, Self::Partners, Self::Nobody];

    /// The word used in forms and as a variant of words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::Partners => "partners",
            Self::Nobody => "nobody",
        }
    }

    /// Reads what a form says; `there` by a page that was opened when there was no such field.
    ///
    /// # Errors
    /// `error-choice` for anything else.
    pub fn read(typed: &str, there: Self) -> Result<Self, Invalid> {
        match typed {
            "" => Ok(there),
            typed => Self::parse(typed).ok_or(Invalid::new("error-choice")),
        }
    }

    /// Reads [`Framing::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}
