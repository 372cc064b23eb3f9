//! One-time links: first set-up, invitation, new passphrase. The token is never stored; it is derived from the link's
//! id and a secret, so that the mail worker can write it into the mail, also a second time.

use super::model::{Organization, Organizer, Role};
use crate::base::id::shares_id;
use crate::base::time::{hours, minutes};
use crate::base::{Id, Secrets, Time, Token};
use crate::mail::model::Subject;
use std::time::Duration;

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Makes the first organization and its owner.
    SetUp,
    /// Lets somebody into an organization.
    Invitation,
    /// Sets a new passphrase.
    Reset,
    /// Makes the address it went to that of the account.
    Address,
}

impl Purpose {
    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::SetUp => 0,
            Self::Invitation => 1,
            Self::Reset => 2,
            Self::Address => 3,
        }
    }

    /// Reads [`Purpose::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
        [Self::SetUp, Self::Invitation, Self::Reset, Self::Address]
            .into_iter()
            .find(|purpose| purpose.number() == number)
    }

    /// How long such a link works (accounts.md 8, 15, 27).
    #[must_use]
    pub(crate) fn works_for(self) -> Duration {
        match self {
            Self::SetUp | Self::Address => hours(1),
            Self::Invitation => hours(72),
            Self::Reset => minutes(30),
        }
    }

    /// Its name in what is derived of it, and in files.
    #[must_use]
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::SetUp => "set-up",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::Address => "address",
        }
    }
}

shares_id!(Link, Subject);

/// A link as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Key.
    pub id: Id<Link>,
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it is; none for the first set-up.
    pub organizer: Option<Id<Organizer>>,
    /// Where it leads into.
    pub organization: Option<Id<Organization>>,
    /// As what.
    pub role: Option<Role>,
    /// Who invites; none for the operator.
    pub invited_by: Option<Id<Organizer>>,
    /// The address it went to, where that is not the account's yet.
    pub email: Option<String>,
    /// When it was made.
    pub created_at: Time,
    /// When it ends.
    pub expires_at: Time,
}

impl Link {
    /// A fresh link for nobody yet.
    #[must_use]
    pub fn new(purpose: Purpose, now: Time) -> Self {
        Self {
            id: Id::new(now),
            purpose,
            organizer: None,
            organization: None,
            role: None,
            invited_by: None,
            email: None,
            created_at: now,
            expires_at: now.plus(purpose.works_for()),
        }
    }

    /// The secret part of its address.
    #[must_use]
    pub fn token(&self, secrets: &Secrets) -> Token {
        Token::derive(
            &secrets.key("account link"),
            self.purpose.as_str(),
            self.id.as_bytes(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_of_one_link_and_one_purpose() {
        let secrets = Secrets::for_test();
        let now = Time::from_micros(1_800_000_000_000_000);
        let link = Link::new(Purpose::Reset, now);
        let other = Link {
            purpose: Purpose::Invitation,
            ..link.clone()
        };
        assert_eq!(link.token(&secrets).hash(), link.token(&secrets).hash());
        assert_ne!(link.token(&secrets).hash(), other.token(&secrets).hash());
        let next = Link::new(Purpose::Reset, now);
        assert_ne!(link.token(&secrets).hash(), next.token(&secrets).hash());
        for purpose in [
            Purpose::SetUp,
            Purpose::Invitation,
            Purpose::Reset,
            Purpose::Address,
        ] {
            assert_eq!(Purpose::from_number(purpose.number()), Some(purpose));
        }
    }
}
