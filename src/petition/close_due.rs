//! Petitions close at their date by themselves.
//!
//! Nobody can sign after the date whether or not this has run: it only writes down what holds
//! already, so that lists and exports say "closed".

use super::model::State;
use super::shelf::Shown;
use super::store;
use crate::base::Time;
use crate::db::{Result, Tx};

/// Closes what is due: closed at the time it was to close, however late this runs. Returns what
/// the shelf is to show.
///
/// # Errors
/// A fault of the database.
pub fn close_due(tx: &mut Tx<'_>, now: Time) -> Result<Vec<Shown>> {
    let mut closed = Vec::new();
    for mut petition in store::past_closing(tx, now)? {
        if !petition.turn(State::Closed, now) {
            continue;
        }
        let revision = petition.revision;
        // Somebody edits it at this very moment: the next round looks again.
        if store::update_from(tx, &mut petition, revision, now)? {
            closed.push(Shown::load(tx, petition)?);
        }
    }
    Ok(closed)
}
