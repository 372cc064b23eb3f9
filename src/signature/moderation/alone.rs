//! One signature that a program takes out: a batch of one, which the console shows beside the others and organizers can take back.

use super::selection::{self, Selection};
use super::work::{self, PORTION};
use crate::account::deed::Deed;
use crate::account::store::activity::Doer;
use crate::base::{Id, Time};
use crate::count::Tally;
use crate::db::{Result, Tx};
use crate::petition::Petition;
use crate::signature::batch::{BatchAct, BatchState, Cause, NOBODY, SignatureBatch};
use crate::signature::model::Signature;
use crate::signature::store::batches;

/// Takes it out; where the number stands now. `title` is the petition's, `program` what its token is called.
///
/// # Errors
/// A fault of the database.
pub fn remove(
    tx: &mut Tx<'_>,
    petition: &Petition,
    id: Id<Signature>,
    (title, program): (&str, &str),
    now: Time,
) -> Result<Option<Tally>> {
    let mut batch = SignatureBatch::begun(petition.id, BatchAct::Remove, NOBODY, now);
    batch.cause = Some(Cause::Other);
    program.clone_into(&mut batch.note);
    let begun = selection::begin(tx, batch, Selection::Ticked(vec![id]))?;
    let Some(mut batch) = batches::find(tx, begun)? else {
        return Ok(None);
    };
    batch.state = BatchState::Running;
    if !batches::update(tx, &batch, BatchState::Ready)? {
        return Ok(None);
    }
    let what = format!("{} – {title}", batch.total);
    Doer::program(program, now).did(tx, petition.organization, Deed::BATCH_REMOVED, &what)?;
    work::portion(tx, begun, (PORTION, now))
}
