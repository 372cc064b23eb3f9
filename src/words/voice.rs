//! How readers are addressed.

use serde::{Deserialize, Serialize};

/// How a petition addresses its readers, in a language that has a choice: in Spanish by usted or by tú.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Voice {
    /// As people who do not know each other.
    #[default]
    Formal,
    /// As friends.
    Familiar,
}

impl Voice {
    /// Both, in the order of the form.
    pub const ALL: [Self; 2] = [Self::Formal, Self::Familiar];

    /// The word used in forms and as a variant of words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Formal => "formal",
            Self::Familiar => "familiar",
        }
    }

    /// Reads [`Voice::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|voice| voice.as_str() == text)
    }
}
