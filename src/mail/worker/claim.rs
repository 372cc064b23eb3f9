//! A worker takes what is due: within each mailbox's budget, and only where mail is wanted.

use super::budget::{BudgetVerdict, decide};
use crate::base::time::{days, hours, minutes};
use crate::base::{Id, Time};
use crate::db::{Result, Tx};
use crate::mail::model::{Form, Kind, Outbox, OutboxMessage};
use crate::mail::renderer::Renderer;
use crate::mail::store::{self, EarlierMail, MailOutcome, MailState, Suppression};
use std::time::Duration;

/// How long taken mails are nobody else's. A worker that died leaves them for the others then.
pub(crate) const LEASE: Duration = minutes(5);
/// After its server has said that it does not know a mailbox, a mail that somebody asked for waits this long.
const UNKNOWN_FOR: Duration = days(1);

/// What a worker took.
pub(crate) struct Claimed {
    /// To be sent.
    pub(crate) messages: Vec<OutboxMessage>,
    /// Rows that were due, whatever became of them.
    pub(crate) looked_at: usize,
}

/// Takes at most `most` mails. What the budget or a suppression forbids is put off or settled.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    renderer: &dyn Renderer,
    now: Time,
    most: i64,
) -> Result<Claimed> {
    store::lock(tx)?;
    let (messages, foreign) = store::due(tx, now, most)?;
    let looked_at = messages.len() + foreign.len();
    for id in foreign {
        store::put_off(tx, id, now.plus(hours(1)))?;
    }
    if messages.is_empty() {
        return Ok(Claimed {
            messages,
            looked_at,
        });
    }
    let mailboxes: Vec<&[u8]> = messages.iter().map(|one| one.mailbox.as_slice()).collect();
    let mut past = store::past(tx, &mailboxes)?;
    let barred = store::suppressed(tx, &mailboxes, now)?;
    let mut taken = Vec::with_capacity(messages.len());
    let mut skipped: Vec<(MailOutcome, Id<Outbox>)> = Vec::new();
    for message in messages {
        match bar(tx, renderer, &barred, &message, now)? {
            Bar::None => {}
            Bar::Until(at) => {
                store::put_off(tx, message.id, at)?;
                continue;
            }
            Bar::Whole => {
                skipped.push((skip(&message, "not wanted"), message.id));
                continue;
            }
        }
        match decide(&message, &past, now) {
            BudgetVerdict::Go => {
                let is_erased = |one: &&Suppression| {
                    one.reason == store::ERASED && one.mailbox == message.mailbox
                };
                if let (Some(one), Kind::Confirm) = (barred.iter().find(is_erased), message.kind)
                    && let Some(petition) = message.petition.filter(|p| one.petition == Some(*p))
                {
                    store::heard_once(tx, message.mailbox, petition, now.plus(days(365)))?;
                }
                past.push(EarlierMail {
                    mailbox: message.mailbox,
                    petition: message.petition,
                    kind: message.kind,
                    subject: message.subject,
                    taken_at: now,
                });
                taken.push(message);
            }
            BudgetVerdict::Later(at) => store::put_off(tx, message.id, at)?,
            BudgetVerdict::Never => skipped.push((skip(&message, "over budget"), message.id)),
        }
    }
    store::lease(tx, &taken, now, now.plus(LEASE))?;
    store::settle(tx, &skipped, now)?;
    Ok(Claimed {
        messages: taken,
        looked_at,
    })
}

/// Whether a mail may go to its mailbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bar {
    /// It may.
    None,
    /// Not before this time.
    Until(Time),
    /// It may not.
    Whole,
}

/// "This was not me" bars what forms send for that petition, but for the browser that said so. Who wants no news is sent none, and
/// still gets what somebody asks for at this address. A mailbox that its server does not know is tried again after a day, whoever
/// asks: it may have been made meanwhile, and nobody waits for ever behind "we sent a message". Who had everything erased hears of one
/// signature a year (G16).
fn bar(
    tx: &mut Tx<'_>,
    renderer: &dyn Renderer,
    barred: &[Suppression],
    message: &OutboxMessage,
    now: Time,
) -> Result<Bar> {
    let form = message.kind.answers();
    let mut until = now;
    for one in barred.iter().filter(|one| one.mailbox == message.mailbox) {
        let is_of_it = form.is_some() && one.petition == message.petition;
        let is_barred = match (one.petition, one.reason) {
            (None, store::UNKNOWN) => {
                until = until.max(one.since.plus(UNKNOWN_FOR));
                false
            }
            (None, _) => message.kind == Kind::Changed,
            (_, store::ERASED) => {
                let has_heard = one.until.is_some_and(|until| until > now);
                form == Some(Form::Signer)
                    && is_of_it
                    && (has_heard || message.kind != Kind::Confirm)
                    && message.taken_at.is_none()
            }
            (_, _) => is_of_it && !is_own(tx, renderer, one, message)?,
        };
        if is_barred {
            return Ok(Bar::Whole);
        }
    }
    Ok(if until > now {
        Bar::Until(until)
    } else {
        Bar::None
    })
}

/// Whether the browser that said "this was not me" typed this form itself.
fn is_own(
    tx: &mut Tx<'_>,
    renderer: &dyn Renderer,
    barred: &Suppression,
    message: &OutboxMessage,
) -> Result<bool> {
    match &barred.browser {
        Some(browser) => renderer.is_typed_by(tx, message, browser),
        None => Ok(false),
    }
}

/// Nobody is told, but it is counted.
fn skip(message: &OutboxMessage, reason: &str) -> MailOutcome {
    metrics::counter!("mail_skipped", "kind" => message.kind.as_str()).increment(1);
    MailOutcome::For(MailState::Skipped, reason.to_owned())
}
