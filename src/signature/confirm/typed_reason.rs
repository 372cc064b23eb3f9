//! What a confirmation does with a reason that was typed before it: the words that the confirm page
//! showed go to the organizers; others stay with the signature until its owner sends them.

use crate::base::{Id, Time};
use crate::db::{Result, Tx};
use crate::signature::model::Signature;
use crate::signature::reason::store;

/// How a pending signature ended, as far as its reason is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct EndedForm {
    /// Which.
    pub id: Id<Signature>,
    /// The signature it is or belongs to now; none after "This was not me".
    pub becomes: Option<Id<Signature>>,
    /// The revision of the reason on the page where it was confirmed, 0 for no reason; none where
    /// any will do.
    pub seen: Option<i64>,
}

/// Settles the reasons of these. Nearly always there is none: one question for all of them.
pub(crate) fn settle(tx: &mut Tx<'_>, ended: &[EndedForm], now: Time) -> Result<()> {
    let ids: Vec<_> = ended.iter().map(|one| one.id.cast()).collect();
    let typed = store::typed_among(tx, &ids)?;
    for one in ended {
        let id = one.id.cast();
        let Some(typed) = typed.iter().find(|typed| typed.id == id) else {
            continue;
        };
        let is_read = one.seen.is_none_or(|seen| seen == typed.revision);
        match one.becomes {
            None => store::gone(tx, &[id], now)?,
            Some(_) if !is_read => {}
            Some(other) => {
                let to = other.cast();
                if to != id {
                    store::follow(tx, id, to, now)?;
                }
                store::confirmed(tx, to, typed.petition, now)?;
            }
        }
    }
    Ok(())
}

/// The reason of this signature is gone with it: withdrawn, or erased. To be called in the
/// transaction that does it.
///
/// # Errors
/// A fault of the database.
pub(crate) fn silence(tx: &mut Tx<'_>, id: Id<Signature>, now: Time) -> Result<()> {
    store::gone(tx, &[id.cast()], now)
}
