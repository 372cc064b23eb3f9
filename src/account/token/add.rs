//! A new token.

use super::model::{ApiToken, LONGEST, TokenPetition};
use super::scope::Scopes;
use super::store;
use super::text::TokenText;
use crate::account::model::{Organization, Organizer};
use crate::base::{Id, Time};
use crate::db::{Error, Result, Tx};
use ipnet::IpNet;

/// How often another short id is drawn where the first is taken.
const DRAWS: usize = 5;

/// What is said of a token that is to be made.
#[derive(Debug, Clone)]
pub struct WantedToken {
    /// The key it gets, drawn with the form: a form that is sent twice makes one token. None: a fresh one.
    pub id: Option<Id<ApiToken>>,
    /// Whose programs it lets in.
    pub organization: Id<Organization>,
    /// What it is for.
    pub name: String,
    /// What it is good for.
    pub scopes: Scopes,
    /// The only petitions it opens; none: all.
    pub petitions: Option<Vec<Id<TokenPetition>>>,
    /// The networks it is taken from; empty: from everywhere.
    pub networks: Vec<IpNet>,
    /// When it ends; a year from now at the latest.
    pub expires_at: Time,
    /// Who makes it; none: whoever runs the site.
    pub made_by: Option<Id<Organizer>>,
}

/// A token that was made, with its text: it is known to nobody else, and never again.
#[derive(Debug)]
pub struct MadeToken {
    /// The token.
    pub token: ApiToken,
    /// Its text.
    pub text: TokenText,
}

/// Makes a token. None where there are too many that work. Whoever has it made says so with
/// [`tell_of_token`](crate::account::mails::tell_of_token), in the same transaction.
///
/// # Errors
/// A fault of the database; [`Error::Duplicate`] where there is one of this key.
pub fn add(tx: &mut Tx<'_>, wanted: WantedToken, now: Time) -> Result<Option<MadeToken>> {
    if store::are_many(tx, wanted.organization, now)? {
        return Ok(None);
    }
    make(tx, wanted, None, now).map(Some)
}

/// Makes one, in the place of another or of none.
pub(super) fn make(
    tx: &mut Tx<'_>,
    wanted: WantedToken,
    replaces: Option<Id<ApiToken>>,
    now: Time,
) -> Result<MadeToken> {
    let mut petitions = wanted.petitions;
    if let Some(petitions) = &mut petitions {
        petitions.sort();
        petitions.dedup();
    }
    let mut token = ApiToken {
        id: wanted.id.unwrap_or_else(|| Id::new(now)),
        short_id: TokenText::draw().short_id(),
        organization: wanted.organization,
        name: wanted.name,
        scopes: wanted.scopes,
        petitions,
        networks: wanted.networks,
        made_by: wanted.made_by,
        created_at: now,
        expires_at: wanted.expires_at.min(now.plus(LONGEST)),
        used_at: None,
        revoked_at: None,
        replaces,
    };
    for _ in 0..DRAWS {
        let text = TokenText::draw();
        token.short_id = text.short_id();
        if store::insert(tx, &token, &text)? {
            return Ok(MadeToken { token, text });
        }
    }
    Err(Error::Refused("no token is free"))
}
