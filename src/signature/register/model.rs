//! The nouns: entry, group.

use crate::base::texts::search::Whose;
use crate::base::texts::text;
use crate::base::{Id, fold};
use crate::petition::{Petition, Visibility};

/// A group as it is compared with others; none where nothing is left of its name.
pub(crate) fn group_key(name: Option<&str>) -> Option<String> {
    let key = text::key(fold(name?));
    (!key.is_empty()).then_some(key)
}

/// A name on the register. Its key is that of the signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterEntry {
    /// Key.
    pub id: Id<RegisterEntry>,
    /// What was signed.
    pub petition: Id<Petition>,
    /// As its owner wrote it.
    pub name: String,
    /// Shown beside it.
    pub role: Option<String>,
    /// School or employer, shown beside it.
    pub affiliation: Option<String>,
    /// Town or region, shown beside it.
    pub place: Option<String>,
    /// Where it stands in the list, see [`super::sorting::sort_key`].
    pub sort_key: String,
    /// Pinned by the organizers: stands above the others.
    pub is_first: bool,
}

impl RegisterEntry {
    /// What is read beside the name, where the organizers allow this much at `most`; may be empty.
    #[must_use]
    pub(crate) fn detail(&self, most: Visibility) -> String {
        let all = [&self.role, &self.affiliation, &self.place];
        let parts = all.into_iter().filter_map(Option::as_deref);
        let parts: Vec<&str> = parts.filter(|_| most >= Visibility::Detail).collect();
        parts.join(", ")
    }

    /// What it is found by: every word that is shown.
    #[must_use]
    pub fn words(&self) -> String {
        let shown = [
            Some(self.name.as_str()),
            self.role.as_deref(),
            self.affiliation.as_deref(),
            self.place.as_deref(),
        ];
        Whose::of(self.petition.as_bytes()).index(shown.into_iter().flatten())
    }

    /// The role as it is compared with others.
    #[must_use]
    pub(crate) fn role_key(&self) -> Option<String> {
        group_key(self.role.as_deref())
    }

    /// The affiliation as it is compared with others.
    #[must_use]
    pub(crate) fn affiliation_key(&self) -> Option<String> {
        group_key(self.affiliation.as_deref())
    }

    /// The groups it belongs to: key and how it is written here.
    #[must_use]
    pub fn groups(&self) -> Vec<(Grouping, String, String)> {
        let letter = letter(&self.sort_key).to_string();
        let mut groups = vec![(Grouping::Letter, letter.clone(), letter)];
        for (by, key, label) in [
            (Grouping::Role, self.role_key(), &self.role),
            (
                Grouping::Affiliation,
                self.affiliation_key(),
                &self.affiliation,
            ),
        ] {
            groups.extend(key.zip(label.clone()).map(|(key, label)| (by, key, label)));
        }
        groups
    }
}

/// The letter a sort key stands under: `a` to `z`, and `~`, which sorts behind them, for all others.
#[must_use]
pub fn letter(sort_key: &str) -> char {
    sort_key
        .chars()
        .next()
        .filter(char::is_ascii_lowercase)
        .unwrap_or('~')
}

/// What names are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grouping {
    /// The letter they are sorted under.
    Letter,
    /// What their owners do.
    Role,
    /// Where.
    Affiliation,
}

impl Grouping {
    /// The word in addresses and at the end of words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Role => "role",
            Self::Affiliation => "affiliation",
        }
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Letter => 0,
            Self::Role => 1,
            Self::Affiliation => 2,
        }
    }
}

pub use crate::count::model::SMALLEST_GROUP;

/// Some people who wrote the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Folded: what is compared, and stands in addresses.
    pub key: String,
    /// As somebody wrote it.
    pub label: String,
    /// How many names.
    pub signers: i64,
}
