//! What a program said beside a form goes to the signature that its mailbox has made of it, or had before.

use crate::base::Id;
use crate::db::{Result, Tx};
use crate::signature::model::{PendingSignature, Signature};
use crate::signature::store::confirmed::Confirmed;
use crate::signature::store::endings::Ending;
use crate::signature::store::program_notes;

/// Keeps it for forms that became signatures, and for those of mailboxes that have signed.
///
/// # Errors
/// A fault of the database.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    new: &[Confirmed<'_>],
    endings: &[(&PendingSignature, Ending)],
) -> Result<()> {
    for one in new {
        put(tx, one.pending, one.pending.id)?;
    }
    for (form, ending) in endings {
        if let Ending::AlreadySigned(own) = ending {
            put(tx, form, *own)?;
        }
    }
    Ok(())
}

fn put(tx: &mut Tx<'_>, form: &PendingSignature, id: Id<Signature>) -> Result<()> {
    match &form.handed_in {
        Some(notes) => program_notes::put(tx, form.petition, id, notes),
        None => Ok(()),
    }
}
