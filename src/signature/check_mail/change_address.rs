//! POST /p/{slug}/check/address: the same signature with another address, in the place of this one.

use crate::base::time::minutes;
use crate::base::{Email, Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::Petition;
use crate::signature::model::{AddressKeys, PendingSignature, Signature, Signer};
use crate::signature::reason::store as reasons;
use crate::signature::sign::intake::{self, FormBrowser, SubmittedForm};
use crate::signature::store::{pending, same_address};
use crate::signature::{CheckMailNotice, FormSender};
use crate::web::page::Errors;
use crate::web::{Browser, CheckedForm, Fields, Result, read_email};
use actix_web::web::Data;
use serde::Deserialize;

/// Another address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherAddress {
    #[serde(default)]
    form: String,
    email: String,
    #[serde(default)]
    sure: String,
}

impl Fields for OtherAddress {}

/// Moves what was typed in to another address. Says the same whether it still waits or is settled.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 409 when the form is not the one this browser sent last; 503 while
/// the database is away, or when the mail could not go within the hour. An address that does not parse
/// comes back as the page, 422, and so does one the petition warns of, once, and any while the form is not open: this is
/// signing, and its seven days begin anew.
pub(crate) async fn to_another(
    sender: FormSender,
    db: Data<Db>,
    browser: Browser,
    form: CheckedForm<OtherAddress>,
) -> Result {
    let old = sender.acting(&form.fields.form)?;
    let words = sender.words();
    let typed = form.fields.email;
    let email = match read_email(&typed, &words, &sender.site) {
        Ok(email) => email,
        Err(message) => {
            let said = CheckMailNotice {
                errors: Errors::none().with("email", message),
                typed_email: typed,
                ..CheckMailNotice::default()
            };
            return sender.refuse(said);
        }
    };
    if form.fields.sure.is_empty() && sender.shown.petition.settings.is_watched(&email) {
        let said = CheckMailNotice {
            errors: Errors::none().with("email", words.say("error-email-watched")),
            typed_email: typed,
            is_watched: true,
            ..CheckMailNotice::default()
        };
        return sender.refuse(said);
    }
    let now = sender.site.clock.now();
    if !sender.shown.petition.is_open(now) {
        let said = CheckMailNotice {
            errors: Errors::none().with("email", words.say("error-address-late")),
            typed_email: typed,
            ..CheckMailNotice::default()
        };
        return sender.refuse(said);
    }
    let intake = &sender.intake;
    let due_at = sender.mail_due_at()?;
    let petition = sender.shown.petition.id;
    let to = Id::new(now);
    let move_it = Move {
        petition,
        closes_at: sender.shown.petition.closes_at,
        from: old.id,
        to,
        host: intake.links.host(to, sender.source),
        keys: intake.links.address_keys(petition, &email),
        email: email.clone(),
        browser: browser.hash(),
        due_at,
        at: now,
    };
    let next = db.write(move |tx| readdress(tx, &move_it)).await?;
    intake.bell.ring();
    sender.back_with(&old.readdressed(next, &email), "other")
}

/// From which form to which address.
#[derive(Debug, Clone)]
pub struct Move {
    /// Under which petition.
    pub petition: Id<Petition>,
    /// When that closes by its date.
    pub closes_at: Option<Time>,
    /// The form that is to move.
    pub from: Id<Signature>,
    /// What it is to be called then.
    pub to: Id<Signature>,
    /// The keyed hash of the host that asks.
    pub host: [u8; 32],
    /// The address.
    pub email: Email,
    /// What is compared of it.
    pub keys: AddressKeys,
    /// SHA-256 of the cookie of the browser that asks.
    pub browser: Option<[u8; 32]>,
    /// When the mail may go.
    pub due_at: Time,
    /// When it was asked for.
    pub at: Time,
}

/// Writes the pending signature anew under another address and forgets the old one, whose link
/// and mail die with it. The id of what stands there now: where the button was pressed twice, of what the first press wrote;
/// where the form is settled, of nothing.
///
/// # Errors
/// A fault of the database.
pub(crate) fn readdress(tx: &mut Tx<'_>, wanted: &Move) -> db::Result<Id<Signature>> {
    let found = pending::find_under(tx, wanted.petition, wanted.from)?;
    let Some(waiting) = found else {
        return written_before(tx, wanted);
    };
    // Of two presses at once only one finds a row to delete.
    if pending::delete_all(tx, &[wanted.from])? == 0 {
        return written_before(tx, wanted);
    }
    let signer = Signer {
        email: wanted.email.deliver().to_owned(),
        ..waiting.pending.signer
    };
    let moved = PendingSignature {
        id: wanted.to,
        keys: wanted.keys,
        signer,
        host: Some(wanted.host),
        created_at: wanted.at,
        ..waiting.pending
    };
    let sent = SubmittedForm {
        pending: moved,
        due_at: wanted.due_at,
        closes_at: wanted.closes_at,
        browser: FormBrowser::New,
        // the form was counted when it was sent first
        source: None,
    };
    intake::take_in(tx, &[sent])?;
    reasons::follow(tx, wanted.from.cast(), wanted.to.cast(), wanted.at)?;
    Ok(wanted.to)
}

fn written_before(tx: &mut Tx<'_>, wanted: &Move) -> db::Result<Id<Signature>> {
    let Some(browser) = wanted.browser else {
        return Ok(wanted.to);
    };
    let form = (wanted.petition, &wanted.keys, &browser);
    let before = same_address::newest_in_browser(tx, form, wanted.at.minus(minutes(1)))?;
    Ok(before.unwrap_or(wanted.to))
}
