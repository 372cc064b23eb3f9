//! What a token is good for: a closed list of words, and what a member has to be allowed for each.

use crate::account::model::Role;
use crate::account::policy::{Action, may};
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// One thing that a token is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Read texts and dates of petitions, drafts too.
    PetitionsRead,
    /// Begin and change petitions.
    PetitionsWrite,
    /// Read how many signed, and when.
    CountsRead,
    /// Hand in forms, which their mailboxes confirm as any other.
    SignaturesWrite,
    /// Read who signed, with addresses.
    PeopleRead,
    /// Put tags on signatures, or take them off.
    PeopleWrite,
    /// Take signatures out.
    Moderate,
    /// Say where events are sent.
    WebhooksManage,
}

impl Scope {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::PetitionsRead,
        Self::PetitionsWrite,
        Self::CountsRead,
        Self::SignaturesWrite,
        Self::PeopleRead,
        Self::PeopleWrite,
        Self::Moderate,
        Self::WebhooksManage,
    ];

    /// Its word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignaturesWrite => "signatures:write",
            Self::PetitionsRead => "petitions:read",
            Self::PetitionsWrite => "petitions:write",
            Self::CountsRead => "counts:read",
            Self::PeopleRead => "people:read",
            Self::PeopleWrite => "people:write",
            Self::Moderate => "moderate",
            Self::WebhooksManage => "webhooks:manage",
        }
    }

    /// Reads [`Scope::as_str`] back.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == word)
    }

    /// What whoever made the token has to be allowed for it, at each request.
    #[must_use]
    pub fn needs(self) -> &'static [Action] {
        match self {
            Self::SignaturesWrite => &[Action::EditPetition],
            Self::PetitionsRead => &[Action::SeePetitions],
            Self::PetitionsWrite => &[Action::CreatePetition, Action::EditPetition],
            Self::CountsRead => &[Action::SeeNumbers],
            Self::PeopleRead => &[Action::SeeSigners, Action::ExportSigners],
            Self::PeopleWrite => &[Action::SeeSigners, Action::Moderate],
            Self::Moderate => &[Action::Moderate],
            Self::WebhooksManage => &[Action::ManageWebhooks],
        }
    }

    /// Whether it leads to details of signers: where an organization lets nobody see them without a second factor, whoever made the token
    /// has to have one.
    #[must_use]
    pub fn is_personal(self) -> bool {
        matches!(
            self,
            Self::PeopleRead | Self::PeopleWrite | Self::WebhooksManage
        )
    }

    /// Whether a member of this role may have it done by a program.
    #[must_use]
    pub fn is_of(self, role: Role) -> bool {
        self.needs().iter().all(|action| may(role, *action))
    }
}

/// Some of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scopes(BTreeSet<Scope>);

/// What is no list of scopes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoScopes {
    /// There is none in it.
    #[error("it names no scope")]
    Empty,
    /// There is no scope of this word.
    #[error("there is no scope {0}")]
    Unknown(String),
}

impl Scopes {
    /// All there are today. A scope that a later version brings is not among them.
    #[must_use]
    pub fn all() -> Self {
        Scope::ALL.into_iter().collect()
    }

    /// Whether this is among them.
    #[must_use]
    pub fn has(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = Scope> {
        self.0.iter().copied()
    }

    /// Whether one of them leads to details of signers.
    #[must_use]
    pub fn are_personal(&self) -> bool {
        self.iter().any(Scope::is_personal)
    }

    /// Those that stand for this.
    #[must_use]
    pub(crate) fn kept(&self, keeps: impl Fn(Scope) -> bool) -> Self {
        self.iter().filter(|scope| keeps(*scope)).collect()
    }

    /// Those of a stored list that this version knows: what an earlier one gave and this one does not know opens nothing.
    #[must_use]
    pub(crate) fn known(stored: &str) -> Self {
        stored.split(',').filter_map(Scope::parse).collect()
    }
}

impl FromIterator<Scope> for Scopes {
    fn from_iter<I: IntoIterator<Item = Scope>>(scopes: I) -> Self {
        Self(scopes.into_iter().collect())
    }
}

/// `petitions:read,counts:read`, or `all`.
impl FromStr for Scopes {
    type Err = NoScopes;

    fn from_str(text: &str) -> Result<Self, NoScopes> {
        if text.trim() == "all" {
            return Ok(Self::all());
        }
        let words = text.split(',').map(str::trim);
        let words = words.filter(|word| !word.is_empty());
        let scopes: Result<Self, NoScopes> = words
            .map(|word| Scope::parse(word).ok_or_else(|| NoScopes::Unknown(word.to_owned())))
            .collect();
        scopes.and_then(|scopes| match scopes.is_empty() {
            true => Err(NoScopes::Empty),
            false => Ok(scopes),
        })
    }
}

/// Their words with commas, as they are read back and stored.
impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, scope) in self.iter().enumerate() {
            if place > 0 {
                f.write_str(",")?;
            }
            f.write_str(scope.as_str())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_matrix_is_this_one() {
        let mut matrix = String::new();
        for scope in Scope::ALL {
            let row: String = Role::ALL
                .iter()
                .map(|role| if scope.is_of(*role) { " x" } else { " -" })
                .collect();
            let personal = if scope.is_personal() { " personal" } else { "" };
            matrix.push_str(&format!("{:<17}{row}{personal}\n", scope.as_str()));
        }
        // columns: owner, admin, editor, moderator, analyst, exporter
        insta::assert_snapshot!(matrix, @r"
        petitions:read    x x x x x x
        petitions:write   x x x - - -
        counts:read       x x x x x x
        signatures:write  x x x - - -
        people:read       x x - - - x personal
        people:write      x x - - - - personal
        moderate          x x - x - -
        webhooks:manage   x x - - - - personal
        ");
    }

    #[test]
    fn a_list_is_read_and_written() {
        let read = |text: &str| text.parse::<Scopes>();
        for (text, written) in [
            ("petitions:read", "petitions:read"),
            (
                " counts:read, petitions:read ,",
                "petitions:read,counts:read",
            ),
            ("moderate,moderate", "moderate"),
        ] {
            assert_eq!(read(text).unwrap().to_string(), written, "{text}");
            assert_eq!(read(written), read(text), "{text}");
        }
        assert_eq!(read("all"), Ok(Scopes::all()));
        assert_eq!(Scopes::all().iter().count(), Scope::ALL.len());
        assert_eq!(read(" , "), Err(NoScopes::Empty));
        for wrong in [
            "people",
            "people:read people:write",
            "PEOPLE:READ",
            "all,moderate",
        ] {
            assert!(
                matches!(read(wrong), Err(NoScopes::Unknown(_))),
                "{wrong} is read"
            );
        }
        assert_eq!(
            Scopes::known("counts:read,later:scope").to_string(),
            "counts:read"
        );
    }
}
