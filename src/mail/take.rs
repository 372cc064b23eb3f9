//! A worker takes what is due: within each mailbox's budget, and only where mail is wanted.

use super::budget::{Verdict, decide};
use super::model::{Form, Kind, Outbox, Promise};
use super::store::{self, Barred, Ended, Past, State};
use crate::base::time::{days, hours, minutes};
use crate::base::{Id, Time};
use crate::db::{Result, Tx};
use std::time::Duration;

/// How long taken letters are nobody else's. A worker that died leaves them for the others then.
pub(super) const LEASE: Duration = minutes(5);

/// What a worker took.
pub(super) struct Taken {
    /// To be sent.
    pub(super) promises: Vec<Promise>,
    /// Rows that were due, whatever became of them.
    pub(super) looked_at: usize,
}

/// Takes at most `most` letters. What the budget or a suppression forbids is settled silently.
pub(super) fn take(tx: &mut Tx<'_>, now: Time, most: i64) -> Result<Taken> {
    store::lock(tx)?;
    let (promises, foreign) = store::due(tx, now, most)?;
    let looked_at = promises.len() + foreign.len();
    for id in foreign {
        store::put_off(tx, id, now.plus(hours(1)))?;
    }
    if promises.is_empty() {
        return Ok(Taken {
            promises,
            looked_at,
        });
    }
    let mailboxes: Vec<&[u8]> = promises.iter().map(|one| one.mailbox.as_slice()).collect();
    let mut past = store::past(tx, &mailboxes)?;
    let barred = store::suppressed(tx, &mailboxes, now)?;
    let mut taken = Vec::with_capacity(promises.len());
    let mut skipped: Vec<(Ended, Id<Outbox>)> = Vec::new();
    for promise in promises {
        if barred.iter().any(|one| bars(one, &promise, now)) {
            skipped.push((skip("not wanted"), promise.id));
            continue;
        }
        match decide(&promise, &past, now) {
            Verdict::Go => {
                let is_erased =
                    |one: &&Barred| one.reason == store::ERASED && one.mailbox == promise.mailbox;
                if let (Some(one), Kind::Confirm) = (barred.iter().find(is_erased), promise.kind)
                    && let Some(petition) = promise.petition.filter(|p| one.petition == Some(*p))
                {
                    store::heard_once(tx, promise.mailbox, petition, now.plus(days(365)))?;
                }
                past.push(Past {
                    mailbox: promise.mailbox,
                    petition: promise.petition,
                    answers: promise.kind.answers(),
                    taken_at: now,
                });
                taken.push(promise);
            }
            Verdict::Later(at) => store::put_off(tx, promise.id, at)?,
            Verdict::Never => skipped.push((skip("over budget"), promise.id)),
        }
    }
    let ids: Vec<Id<Outbox>> = taken.iter().map(|one| one.id).collect();
    store::lease(tx, &ids, now, now.plus(LEASE))?;
    store::settle(tx, &skipped, now)?;
    Ok(Taken {
        promises: taken,
        looked_at,
    })
}

/// "This was not me" bars what forms send for that petition; who wants no letters gets nothing that a form sends, but what
/// they ask for themselves: the link to their signature, the way back into an account. An unknown mailbox bars everything.
/// Who had everything erased hears of one signature a year (G16).
fn bars(barred: &Barred, promise: &Promise, now: Time) -> bool {
    if barred.mailbox != promise.mailbox {
        return false;
    }
    let form = promise.kind.answers();
    let is_of_it = form.is_some() && barred.petition == promise.petition;
    match (barred.petition, barred.reason) {
        (None, store::UNKNOWN) => true,
        (None, _) => form.is_some() || promise.kind == Kind::Changed,
        (_, store::ERASED) => {
            let has_heard = barred.until.is_some_and(|until| until > now);
            form == Some(Form::Signer)
                && is_of_it
                && (has_heard || promise.kind != Kind::Confirm)
                && !promise.is_paid
        }
        (_, _) => is_of_it,
    }
}

fn skip(reason: &str) -> Ended {
    Ended::For(State::Skipped, reason.to_owned())
}
