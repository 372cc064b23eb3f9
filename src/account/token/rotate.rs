//! Another token in the place of one, good for the same.

use super::add::{MadeToken, WantedToken, make};
use super::model::ApiToken;
use super::store;
use crate::account::model::{Organization, Organizer};
use crate::base::{Id, Time};
use crate::db::{Result, Tx};

/// When the one ends that is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldEnds {
    /// In a day at the latest.
    InADay,
    /// At once.
    AtOnce,
}

/// Makes a token in the place of this one, for as long as that was made for. None where it has ended, or somebody replaced it already.
/// It is the token of whoever does it, and opens no more than they may. Said with
/// [`tell_of_token`](crate::account::mails::tell_of_token), in the same transaction.
///
/// # Errors
/// A fault of the database.
pub fn rotate(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    id: Id<ApiToken>,
    old_ends: OldEnds,
    (who, now): (Option<Id<Organizer>>, Time),
) -> Result<Option<MadeToken>> {
    store::lock(tx, id)?;
    let found = store::one(tx, organization, id)?;
    let Some(old) = found.filter(|old| !old.is_replaced && !old.token.has_ended(now)) else {
        return Ok(None);
    };
    let old = old.token;
    let wanted = WantedToken {
        id: None,
        organization,
        name: old.name,
        scopes: old.scopes,
        petitions: old.petitions,
        networks: old.networks,
        expires_at: now.plus(old.expires_at.since(old.created_at)),
        made_by: who,
    };
    let made = make(tx, wanted, Some(id), now)?;
    match old_ends {
        OldEnds::InADay => store::run_out(tx, id, now)?,
        OldEnds::AtOnce => {
            store::revoke(tx, id, now)?;
        }
    }
    Ok(Some(made))
}
