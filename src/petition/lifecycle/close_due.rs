//! Petitions close at their date by themselves.
//!
//! Nobody can sign after the date whether or not this has run: it only writes down what holds
//! already, so that lists and exports say "closed".

use crate::base::Time;
use crate::db::{Result, Tx};
use crate::petition::cache::PublicPetition;
use crate::petition::model::PetitionState;
use crate::petition::store::petitions;

/// Closes what is due: closed at the time it was to close, however late this runs. Returns what
/// the cache is to show.
///
/// # Errors
/// A fault of the database.
pub fn close_due(tx: &mut Tx<'_>, now: Time) -> Result<Vec<PublicPetition>> {
    let mut closed = Vec::new();
    for mut petition in petitions::past_closing(tx, now)? {
        if !petition.transition_to(PetitionState::Closed, now) {
            continue;
        }
        let revision = petition.revision;
        // Somebody edits it at this very moment: the next round looks again.
        if petitions::update_from(tx, &mut petition, revision, now)? {
            closed.push(PublicPetition::load(tx, petition)?);
        }
    }
    Ok(closed)
}
