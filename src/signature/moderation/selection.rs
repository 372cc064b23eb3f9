//! Which signatures a batch is about: those that were ticked, or those of which something is true.

use crate::base::Id;
use crate::db::{Result, Tx};
use crate::signature::batch::{BatchState, SignatureBatch};
use crate::signature::condition::Condition;
use crate::signature::model::Signature;
use crate::signature::store::batches;

/// Which signatures are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Selection {
    /// These.
    Ticked(Vec<Id<Signature>>),
    /// Those of which this is true.
    Found(Condition),
}

/// Writes a batch that nobody has pressed yet. Those that were ticked are in it at once; those of a condition are gathered by the worker.
pub(super) fn begin(
    tx: &mut Tx<'_>,
    mut batch: SignatureBatch,
    selection: Selection,
) -> Result<Id<SignatureBatch>> {
    let id = batch.id;
    match selection {
        Selection::Found(condition) => {
            batch.condition = Some(condition);
            batches::insert(tx, &batch)?;
        }
        Selection::Ticked(ids) => {
            let mut meant = batches::chosen(tx, batch.petition, &ids)?;
            meant.retain(|one| batch.act.from().contains(&one.state));
            batch.total = i64::try_from(meant.len()).unwrap_or(0);
            batch.state = BatchState::Ready;
            batches::insert(tx, &batch)?;
            batches::gather(tx, id, &meant)?;
        }
    }
    Ok(id)
}
