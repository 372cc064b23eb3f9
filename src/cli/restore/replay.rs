//! What signers had deleted since a backup is done again in what is restored from it, so that who was erased stays erased.

use crate::base::time::days;
use crate::base::{Gone, GoneLine, Id, Lang, Secrets};
use crate::db::{Db, Result, Tx};
use crate::mail::store as mail;
use crate::petition::endorsement::store as endorsements;
use crate::signature::confirm::commit::move_own;
use crate::signature::links::Links;
use crate::signature::mine::erase::erase;
use crate::signature::mine::unsubscribe::stop_writing;
use crate::signature::reason::store as reasons;
use crate::signature::store::endings::{self, Ending};
use crate::signature::store::pending::{self, Waiting};
use crate::signature::store::read;
use crate::signature::{Signature, SignatureState};
use crate::words::Library;
use std::time::Duration;

/// Lines done in one transaction.
const AT_ONCE: usize = 200;
/// How long "this was not me" bars what others type.
const BARRED_FOR: Duration = days(30);

/// Does all of it again, in its order, each at its own time. A line of somebody whom the backup does not know changes nothing, nor does
/// one that was done before the backup. Returns how often what was done. Blocks.
///
/// # Errors
/// A fault of the database.
pub(super) fn replay(
    db: &Db,
    secrets: &Secrets,
    library: &Library,
    lines: &[GoneLine],
) -> Result<Vec<(Gone, usize)>> {
    let links = Links::new(secrets);
    let mut done: Vec<(Gone, usize)> = Vec::new();
    for some in lines.chunks(AT_ONCE) {
        let some_done = db.write_here(|tx| {
            let mut some_done = Vec::new();
            for line in some {
                if repeat(tx, &links, library, line)? {
                    some_done.push(line.what);
                }
            }
            Ok::<_, crate::db::Error>(some_done)
        })?;
        for what in some_done {
            match done.iter_mut().find(|(known, _)| *known == what) {
                Some((_, many)) => *many += 1,
                None => done.push((what, 1)),
            }
        }
    }
    Ok(done)
}

/// Does one line again. True when there was something to do.
fn repeat(tx: &mut Tx<'_>, links: &Links, library: &Library, line: &GoneLine) -> Result<bool> {
    let (id, at): (Id<Signature>, _) = (Id::from_bytes(line.id), line.at);
    let moves = |tx: &mut Tx<'_>, from, to| Ok(move_own(tx, id, (from, to), at)?.is_some());
    match line.what {
        Gone::Erased | Gone::ErasedCounted => {
            // Confirmed and erased since: the form is there again.
            if let Some(waiting) = pending::find(tx, id)? {
                forget(tx, &waiting, line)?;
                let pending = &waiting.pending;
                mail::erased(tx, pending.keys.mailbox, pending.petition.cast(), at)?;
                return Ok(true);
            }
            let counts_on = line.what == Gone::ErasedCounted;
            Ok(erase(tx, links, id, (counts_on, false), at)?.is_some())
        }
        Gone::Withdrawn => moves(tx, SignatureState::Counted, SignatureState::Withdrawn),
        Gone::Returned => moves(tx, SignatureState::Withdrawn, SignatureState::Counted),
        Gone::Unsubscribed => {
            let signed = read::find(tx, id)?;
            let lang = signed.map_or(Lang::EN, |signed| signed.signature.lang);
            stop_writing(tx, links, id, &library.words(lang), at)
        }
        Gone::NotMe => {
            let Some(waiting) = pending::find(tx, id)? else {
                return Ok(false);
            };
            forget(tx, &waiting, line)?;
            let pending = &waiting.pending;
            endings::note(tx, id, pending.petition, Ending::NotMe, at)?;
            let until = at.plus(BARRED_FOR);
            let petition = pending.petition.cast();
            mail::bar_forms(tx, pending.keys.mailbox, petition, None, (at, until))?;
            Ok(true)
        }
        Gone::OrganizationWithdrawn => endorsements::withdraw(tx, Id::from_bytes(line.id), at),
    }
}

/// Forgets a form that waits, with the reason in it and its letters.
fn forget(tx: &mut Tx<'_>, waiting: &Waiting, line: &GoneLine) -> Result<()> {
    let id = waiting.pending.id;
    reasons::gone(tx, &[id.cast()], line.at)?;
    mail::call_off(tx, &[id.cast()], line.at)?;
    pending::delete_all(tx, &[id])?;
    Ok(())
}
