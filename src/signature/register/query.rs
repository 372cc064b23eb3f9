//! What a reader of the list asks for, in the address and understood.

use super::model::{Grouping, letter};
use super::store::EntryFilter;
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
pub enum RegisterView {
    /// Names.
    Names(EntryFilter),
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
    pub(crate) fn understand(&self) -> Option<(RegisterView, Option<Cursor>)> {
        let from = Cursor::asked(&self.after).ok()?;
        if let Some(search) = Search::parse(&self.q) {
            return Some((RegisterView::Found(search), None));
        }
        let by = [Grouping::Role, Grouping::Affiliation]
            .into_iter()
            .find(|by| by.as_str() == self.by);
        let look = match (by, self.group.as_str(), self.letter.as_str()) {
            (None, "", "") if self.by.is_empty() => RegisterView::Names(EntryFilter::All),
            (None, "", one) if self.by.is_empty() => {
                RegisterView::Names(EntryFilter::Letter(initial(one)?))
            }
            (Some(by), "", "") => RegisterView::Groups(by),
            (Some(Grouping::Role), key, "") => {
                RegisterView::Names(EntryFilter::Role(key.to_owned()))
            }
            (Some(_), key, "") => RegisterView::Names(EntryFilter::Affiliation(key.to_owned())),
            _ => return None,
        };
        Some((look, from))
    }
}

impl RegisterView {
    /// The questions that lead back to what is looked at.
    #[must_use]
    pub fn query(&self) -> Vec<(&'static str, String)> {
        let group = |by: Grouping, key: &str| {
            vec![("by", by.as_str().to_owned()), ("group", key.to_owned())]
        };
        match self {
            Self::Names(EntryFilter::All) | Self::Found(_) => Vec::new(),
            Self::Names(EntryFilter::Letter(one)) => vec![("letter", one.to_string())],
            Self::Names(EntryFilter::Role(key)) => group(Grouping::Role, key),
            Self::Names(EntryFilter::Affiliation(key)) => group(Grouping::Affiliation, key),
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
