//! Presses at an organization's link, judged as those of signers are, in one transaction with what they do.

use crate::base::time::days;
use crate::base::{Id, Time};
use crate::db::{Result, Tx};
use crate::mail::model::{Kind, NewMessage, Urgency};
use crate::mail::queue;
use crate::mail::store::bar_forms;
use crate::petition::Guard;
use crate::petition::endorsement::link::Links;
use crate::petition::endorsement::model::{Endorsement, EndorsementState};
use crate::petition::endorsement::store;
use crate::petition::guard::{self, Button, TypedWord, Verdict, WORDS};
use std::time::Duration;

/// How long a mailbox is left alone that says it did not sign.
const BARRED_FOR: Duration = days(30);
/// A new mail is queued once in so many seconds.
const AGAIN: i64 = 600;

/// A press.
#[derive(Debug, Clone)]
pub struct EndorsementPress {
    /// Which button.
    pub button: Button,
    /// SHA-256 of the cookie of the pressing browser.
    pub browser: Option<[u8; 32]>,
    /// The form came back faster than a person presses.
    pub is_at_once: bool,
    /// The word typed.
    pub word: TypedWord,
    /// When.
    pub at: Time,
}

/// What a press came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndorsementOutcome {
    /// It is done; what was there before it.
    Done(Box<Endorsement>),
    /// Something has to be answered first.
    Asked(Verdict),
    /// It was settled before, or is gone.
    Settled,
}

/// Judges a press of one of the two buttons, and does what it says.
///
/// # Errors
/// A fault of the database; nothing is changed then.
pub fn press(
    tx: &mut Tx<'_>,
    links: &Links,
    id: Id<Endorsement>,
    guard: Guard,
    press: &EndorsementPress,
) -> Result<EndorsementOutcome> {
    let found =
        store::find_to_press(tx, id)?.filter(|found| found.state == EndorsementState::Typed);
    let Some(found) = found else {
        return Ok(EndorsementOutcome::Settled);
    };
    let judged = guard::Press {
        button: press.button,
        is_own_browser: found.browser.is_some() && press.browser == found.browser,
        is_at_once: press.is_at_once,
        word: &press.word,
        at: press.at,
    };
    match guard::judge(&judged, guard, &found.evidence, links.word(id)) {
        Verdict::Act => {
            match press.button {
                Button::Confirm => drop(store::confirm(tx, id, press.at)?),
                Button::Reject => not_us(tx, &found, press.at)?,
            }
            Ok(EndorsementOutcome::Done(Box::new(found)))
        }
        asked => Ok(EndorsementOutcome::Asked(count(tx, &found, asked)?)),
    }
}

/// Whether the word of the mail was typed by whoever presses something on the page of an organization that has signed.
///
/// # Errors
/// A fault of the database.
pub(crate) fn knows_the_word(
    tx: &mut Tx<'_>,
    links: &Links,
    id: Id<Endorsement>,
    word: &TypedWord,
    now: Time,
) -> Result<EndorsementOutcome> {
    let Some(found) = store::find_to_press(tx, id)?.filter(|found| found.state.may_withdraw())
    else {
        return Ok(EndorsementOutcome::Settled);
    };
    let judged = guard::Press {
        button: Button::Reject,
        is_own_browser: false,
        is_at_once: false,
        word,
        at: now,
    };
    match guard::judge(&judged, Guard::Word, &found.evidence, links.word(id)) {
        Verdict::Act => Ok(EndorsementOutcome::Done(Box::new(found))),
        Verdict::WrongWord => {
            let asked = count(tx, &found, Verdict::WrongWord)?;
            Ok(EndorsementOutcome::Asked(asked))
        }
        asked => Ok(EndorsementOutcome::Asked(asked)),
    }
}

/// Keeps what was answered with a question. After the third wrong word only a new mail helps.
fn count(tx: &mut Tx<'_>, found: &Endorsement, asked: Verdict) -> Result<Verdict> {
    match asked {
        Verdict::AskWord { is_evidence: true } => store::suspect(tx, &[found.id])?,
        Verdict::WrongWord => {
            store::count_wrong_word(tx, found.id)?;
            if found.evidence.word_tries + 1 >= WORDS {
                return Ok(Verdict::NoMoreWords);
            }
        }
        _ => {}
    }
    Ok(asked)
}

/// Queues the mail with the link once more; how often it really goes is the mail budget's to say.
///
/// # Errors
/// A fault of the database.
pub(crate) fn send_again(tx: &mut Tx<'_>, found: &Endorsement, now: Time) -> Result<()> {
    let mail = NewMessage {
        once_key: Some(format!("endorse:{}:{}", found.id, now.seconds() / AGAIN)),
        due_at: now,
        ..mail(found)
    };
    queue(tx, &mail, now)
}

fn mail(found: &Endorsement) -> NewMessage {
    NewMessage {
        kind: Kind::Endorse,
        petition: Some(found.petition.cast()),
        subject: found.id.cast(),
        lang: found.lang,
        recipient: None,
        arguments: None,
        mailbox: found.mailbox,
        once_key: None,
        due_at: found.created_at,
        urgency: Urgency::Usual,
    }
}

/// Deletes what was typed in and leaves its mailbox alone for 30 days, but for one letter that says so.
///
/// # Errors
/// A fault of the database.
pub(crate) fn not_us(tx: &mut Tx<'_>, found: &Endorsement, now: Time) -> Result<()> {
    if !store::reject(tx, found.id)? {
        return Ok(());
    }
    let span = (now, now.plus(BARRED_FOR));
    bar_forms(tx, found.mailbox, found.petition.cast(), None, span)?;
    let Some(contact) = &found.contact else {
        return Ok(());
    };
    let receipt = NewMessage {
        kind: Kind::Acknowledge,
        // Not under the petition: no mail goes to this mailbox under it any more.
        petition: None,
        subject: found.petition.cast(),
        recipient: Some(contact.email.clone()),
        once_key: Some(format!("acknowledge:{}", found.id)),
        due_at: now,
        ..mail(found)
    };
    queue(tx, &receipt, now)
}
