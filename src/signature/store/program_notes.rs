//! What a program says beside a form goes to the signature that it becomes.

use super::search::reindex::reindex;
use super::{identifiers, tags};
use crate::base::Id;
use crate::db::{Result, Tx};
use crate::petition::Petition;
use crate::signature::model::{ProgramNotes, Signature};

/// Puts it on a signature; what is there already stays.
///
/// # Errors
/// A fault of the database.
pub fn put(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    id: Id<Signature>,
    notes: &ProgramNotes,
) -> Result<()> {
    if !notes.identifiers.is_empty() {
        identifiers::put(tx, petition, id, &notes.identifiers)?;
    }
    for tag in &notes.tags {
        tags::put(tx, petition, &[id], tag)?;
    }
    match notes.tags.is_empty() {
        true => Ok(()),
        false => reindex(tx, &[id]),
    }
}
