//! The noun: a token as it is stored, and what it opens.

use super::scope::{Scope, Scopes};
use super::text::ShortId;
use crate::account::model::{Organization, Organizer, Role};
use crate::base::time::{days, minutes};
use crate::base::{Id, Line, Time};
use crate::web::Error;
use ipnet::IpNet;
use std::net::IpAddr;
use std::time::Duration;

/// What a token may be limited to. A petition says that it is known by this id, and nothing else of it is known here.
pub enum TokenPetition {}

/// The longest a token lives.
pub const LONGEST: Duration = days(365);
/// How much later "last used" is written again: a program that reads should not write each time.
pub(crate) const USED_EVERY: Duration = minutes(10);
/// How long the token of before goes on, for whoever has to carry the new one to its place.
pub(crate) const BOTH_FOR: Duration = days(1);
/// Most tokens of an organization that work at once.
pub const MOST: i64 = 100;
/// Most petitions, and most networks, of one token.
pub const MOST_LIMITS: usize = 50;

/// What a token is for, in the words of whoever makes it.
pub type TokenName = Line<80>;

/// A token, without what is secret of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Key.
    pub id: Id<ApiToken>,
    /// By which it is known in lists and commands.
    pub short_id: ShortId,
    /// Whose programs it lets in.
    pub organization: Id<Organization>,
    /// What it is for.
    pub name: String,
    /// What it is good for. Of one that was found for a request: as far as whoever made it may that now.
    pub scopes: Scopes,
    /// The only petitions it opens; none: all of the organization.
    pub petitions: Option<Vec<Id<TokenPetition>>>,
    /// The networks it is taken from; empty: from everywhere.
    pub networks: Vec<IpNet>,
    /// Who made it; none: whoever runs the site.
    pub made_by: Option<Id<Organizer>>,
    /// When it was made.
    pub created_at: Time,
    /// When it ends by itself.
    pub expires_at: Time,
    /// When it was last used, to ten minutes.
    pub used_at: Option<Time>,
    /// Since when it is revoked.
    pub revoked_at: Option<Time>,
    /// The one it was made to replace.
    pub replaces: Option<Id<ApiToken>>,
}

/// What a program asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Something of one petition of this organization.
    Petition(Id<Organization>, Id<TokenPetition>),
    /// A list of petitions, or of what belongs to them: of those that [`ApiToken::petitions`] names, where it names any.
    Listed,
    /// Something of the organization as a whole: a token with limits does not reach it.
    Whole,
}

impl ApiToken {
    /// Whether it opens this: the one function that says so.
    ///
    /// # Errors
    /// 404 for another organization's petition, or one behind its limits, so that nobody learns what there is; 403 where it is not good
    /// for that.
    pub fn allow(&self, scope: Scope, reach: Reach) -> Result<(), Error> {
        let (is_there, is_within) = match (reach, &self.petitions) {
            (Reach::Petition(organization, _), _) if organization != self.organization => {
                (false, false)
            }
            (Reach::Petition(_, petition), Some(limits)) => (limits.contains(&petition), true),
            (Reach::Whole, Some(_)) => (true, false),
            (Reach::Petition(..) | Reach::Whole, None) | (Reach::Listed, _) => (true, true),
        };
        match (is_there, is_within && self.scopes.has(scope)) {
            (false, _) => Err(Error::NOT_FOUND),
            (true, false) => Err(Error::FORBIDDEN),
            (true, true) => Ok(()),
        }
    }

    /// Whether it has ended: revoked, or too old.
    #[must_use]
    pub fn has_ended(&self, now: Time) -> bool {
        self.revoked_at.is_some() || now >= self.expires_at
    }
}

/// What somebody is who made a token, as far as the token hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Maker {
    /// Their role; none where they have left, or joined anew since.
    pub role: Option<Role>,
    /// Whether they may see addresses of signers: they have a second factor, or nobody needs one.
    pub may_see_addresses: bool,
}

impl Maker {
    /// Of these scopes those that are left to a program of theirs.
    #[must_use]
    pub fn leaves(self, scopes: &Scopes) -> Scopes {
        let Some(role) = self.role else {
            return Scopes::default();
        };
        scopes.kept(|scope| scope.is_of(role) && (self.may_see_addresses || !scope.is_personal()))
    }
}

/// Reads a network that a token is taken from: `192.0.2.0/24`, or one address.
#[must_use]
pub fn network(typed: &str) -> Option<IpNet> {
    let typed = typed.trim();
    let address = || typed.parse::<IpAddr>().map(IpNet::from);
    let network = typed.parse::<IpNet>().or_else(|_| address()).ok()?;
    Some(network.trunc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(limits: Option<&[Id<TokenPetition>]>, scopes: &str) -> ApiToken {
        let now = Time::from_micros(1_800_000_000_000_000);
        ApiToken {
            id: Id::new(now),
            short_id: ShortId::parse("abc123").unwrap(),
            organization: Id::new(now),
            name: String::new(),
            scopes: scopes.parse().unwrap(),
            petitions: limits.map(<[_]>::to_vec),
            networks: Vec::new(),
            made_by: None,
            created_at: now,
            expires_at: now.plus(days(1)),
            used_at: None,
            revoked_at: None,
            replaces: None,
        }
    }

    #[test]
    fn what_is_not_its_own_is_not_there_and_what_it_is_not_good_for_is_forbidden() {
        let now = Time::from_micros(1_800_000_000_000_000);
        let (mine, other, stranger) = (Id::new(now), Id::new(now), Id::new(now));
        let free = token(None, "counts:read");
        let tight = token(Some(&[mine]), "counts:read");
        let none = token(Some(&[]), "counts:read");
        let (read, write) = (Scope::CountsRead, Scope::PetitionsWrite);
        let at = |token: &ApiToken, petition| Reach::Petition(token.organization, petition);
        for (token, scope, reach, answer) in [
            (&free, read, at(&free, mine), Ok(())),
            (&free, write, at(&free, mine), Err(Error::FORBIDDEN)),
            (
                &free,
                read,
                Reach::Petition(stranger, mine),
                Err(Error::NOT_FOUND),
            ),
            (
                &free,
                write,
                Reach::Petition(stranger, mine),
                Err(Error::NOT_FOUND),
            ),
            (&free, read, Reach::Whole, Ok(())),
            (&free, read, Reach::Listed, Ok(())),
            (&free, write, Reach::Listed, Err(Error::FORBIDDEN)),
            (&tight, read, at(&tight, mine), Ok(())),
            (&tight, read, at(&tight, other), Err(Error::NOT_FOUND)),
            (&tight, write, at(&tight, mine), Err(Error::FORBIDDEN)),
            (&tight, read, Reach::Whole, Err(Error::FORBIDDEN)),
            (&tight, read, Reach::Listed, Ok(())),
            (&none, read, at(&none, mine), Err(Error::NOT_FOUND)),
        ] {
            assert_eq!(token.allow(scope, reach), answer, "{scope:?} {reach:?}");
        }
    }

    #[test]
    fn a_program_may_no_more_than_who_made_it() {
        let all = Scopes::all();
        let left = |role, may_see_addresses| {
            let maker = Maker {
                role,
                may_see_addresses,
            };
            maker.leaves(&all).to_string()
        };
        assert_eq!(left(Some(Role::Owner), true), all.to_string());
        assert_eq!(
            left(Some(Role::Analyst), true),
            "petitions:read,counts:read"
        );
        assert_eq!(
            left(Some(Role::Exporter), true),
            "petitions:read,counts:read,people:read"
        );
        assert_eq!(
            left(Some(Role::Exporter), false),
            "petitions:read,counts:read"
        );
        assert_eq!(left(None, true), "");
    }

    #[test]
    fn a_network_is_read_as_people_write_it() {
        for (typed, read) in [
            ("192.0.2.0/24", "192.0.2.0/24"),
            (" 192.0.2.77/24 ", "192.0.2.0/24"),
            ("192.0.2.7", "192.0.2.7/32"),
            ("2001:db8::1", "2001:db8::1/128"),
        ] {
            assert_eq!(
                network(typed).map(|net| net.to_string()).as_deref(),
                Some(read)
            );
        }
        for wrong in ["", "office", "192.0.2.0/33", "192.0.2.0/24,198.51.100.0/24"] {
            assert_eq!(network(wrong), None, "{wrong}");
        }
    }
}
