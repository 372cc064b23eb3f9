//! What a reader of the list asks for, in the address and understood.

use super::model::{Grouping, letter};
use super::store::Which;
use crate::base::{Cursor, Search};
use serde::Deserialize;

/// What is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct RegisterQuery {
    #[serde(default)]
    pub(crate) q: String,
    #[serde(default)]
    letter: String,
    #[serde(default)]
    by: String,
    #[serde(default)]
    group: String,
    #[serde(default)]
    after: String,
}

/// The same, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// Names.
    Names(Which),
    /// Groups and their sizes.
    Groups(Grouping),
    /// Names found by words.
    Found(Search),
}

impl RegisterQuery {
    /// Whether it asks for NUL: no name holds it, and PostgreSQL cannot even be asked for it where SQLite can.
    pub(crate) fn holds_nul(&self) -> bool {
        let all = [&self.q, &self.letter, &self.by, &self.group, &self.after];
        all.into_iter().any(|one| one.contains('\0'))
    }

    /// None when it asks for something there is not.
    pub(crate) fn understand(&self) -> Option<(Look, Option<Cursor>)> {
        let from = Cursor::asked(&self.after).ok()?;
        if let Some(search) = Search::parse(&self.q) {
            return Some((Look::Found(search), None));
        }
        let by = [Grouping::Role, Grouping::Affiliation]
            .into_iter()
            .find(|by| by.as_str() == self.by);
        let look = match (by, self.group.as_str(), self.letter.as_str()) {
            (None, "", "") if self.by.is_empty() => Look::Names(Which::All),
            (None, "", one) if self.by.is_empty() => Look::Names(Which::Letter(initial(one)?)),
            (Some(by), "", "") => Look::Groups(by),
            (Some(Grouping::Role), key, "") => Look::Names(Which::Role(key.to_owned())),
            (Some(_), key, "") => Look::Names(Which::Affiliation(key.to_owned())),
            _ => return None,
        };
        Some((look, from))
    }
}

impl Look {
    /// The questions that lead back to what is looked at.
    #[must_use]
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let group = |by: Grouping, key: &str| {
            vec![("by", by.as_str().to_owned()), ("group", key.to_owned())]
        };
        match self {
            Self::Names(Which::All) | Self::Found(_) => Vec::new(),
            Self::Names(Which::Letter(one)) => vec![("letter", one.to_string())],
            Self::Names(Which::Role(key)) => group(Grouping::Role, key),
            Self::Names(Which::Affiliation(key)) => group(Grouping::Affiliation, key),
            Self::Groups(by) => vec![("by", by.as_str().to_owned())],
        }
    }
}

/// `a` to `z` or `~`, alone.
fn initial(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars
        .next()
        .filter(|c| chars.next().is_none() && letter(text) == *c)
}
