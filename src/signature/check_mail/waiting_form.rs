//! What can be done with a form that was sent, until its mail is there: on our own page, or in a frame of another site. Says the same
//! whatever the state of the address.

use super::notice::CheckMailNotice;
use crate::base::time::minutes;
use crate::base::{Code, Email, Id, Lang, Time};
use crate::db::{self, Db, Tx};
use crate::mail::{MailSlot, queue};
use crate::petition::{Petition, PublicPetition};
use crate::signature::confirm::commit::Outcome;
use crate::signature::confirm::guard::{SignaturePress, SignatureVerdict};
use crate::signature::confirm::link_target::signed_behind;
use crate::signature::confirm::queue::Confirming;
use crate::signature::model::{AddressKeys, PendingSignature, Signature, Signer};
use crate::signature::reason::store as reasons;
use crate::signature::sign::intake::{self, FormBrowser, Intake, SubmittedForm};
use crate::signature::sign::sent_form::SentForm;
use crate::signature::store::{pending, same_address};
use crate::web::page::Errors;
use crate::web::{Error, Site, Source, read_email};
use crate::words::Words;

/// How often the mail may be asked for again.
const RESENDS: i16 = 3;

/// Whoever acts, under which petition.
pub struct WaitingForm<'a> {
    /// The site.
    pub site: &'a Site,
    /// What taking in needs.
    pub intake: &'a Intake,
    /// The petition.
    pub shown: &'a PublicPetition,
    /// Where from.
    pub source: Source,
}

/// What a code led to.
pub enum EnteredCode {
    /// It is signed; in the language that the form was sent in.
    Signed(Lang),
    /// Words key of what is wrong with it.
    Wrong(&'static str),
}

impl WaitingForm<'_> {
    /// Counts one press of a button of this form.
    ///
    /// # Errors
    /// 429 when the buttons of one form are pressed over thirty times in ten minutes.
    pub fn admits(&self, form: &SentForm) -> Result<(), Error> {
        match self.intake.acts.admits(&form.id) {
            true => Ok(()),
            false => Err(Error::too_many(600)),
        }
    }

    /// When a mail may go that a button asks for.
    fn mail_due_at(&self) -> Result<Time, Error> {
        let petition = self.shown.petition.id.cast();
        match self.intake.pace.turn(self.source, petition) {
            MailSlot::At(due) => Ok(due),
            MailSlot::TooLong => Err(Error::busy(300).saying("problem-503-many")),
        }
    }

    /// Queues the mail again, three times at most. Says the same however often.
    ///
    /// # Errors
    /// 503 while the database is away, or when the mail could not go within the hour.
    pub async fn send_again(&self, db: &Db, form: &SentForm) -> Result<(), Error> {
        let due = self.mail_due_at()?;
        let (id, now) = (form.id, self.site.clock.now());
        let (petition, closes_at) = (self.shown.petition.id, self.shown.petition.closes_at);
        db.write(move |tx| send_again(tx, (petition, closes_at), id, due, now))
            .await?;
        self.intake.bell.ring();
        Ok(())
    }

    /// Moves what was typed in to another address. Says the same whether it still waits or is settled: what has to be put right, else the
    /// form as it is known from now on. An address that does not parse is not taken, nor one the petition warns of, once, nor any while
    /// the form is not open: this is signing, and its seven days begin anew.
    ///
    /// # Errors
    /// As [`WaitingForm::send_again`].
    pub async fn change_address(
        &self,
        db: &Db,
        words: &Words,
        (form, browser): (&SentForm, Option<[u8; 32]>),
        (typed, is_sure): (String, bool),
    ) -> Result<Result<SentForm, CheckMailNotice>, Error> {
        let wrong = |message: &str, typed: String| CheckMailNotice {
            errors: Errors::none().with("email", message),
            typed_email: typed,
            ..CheckMailNotice::default()
        };
        let email = match read_email(&typed, words, self.site) {
            Ok(email) => email,
            Err(message) => return Ok(Err(wrong(&message, typed))),
        };
        let petition = &self.shown.petition;
        if !is_sure && petition.settings.is_watched(&email) {
            return Ok(Err(CheckMailNotice {
                is_watched: true,
                ..wrong(words.say("error-email-watched"), typed)
            }));
        }
        let now = self.site.clock.now();
        if !petition.is_open(now) {
            return Ok(Err(wrong(words.say("error-address-late"), typed)));
        }
        let links = &self.intake.links;
        let due_at = self.mail_due_at()?;
        let to = Id::new(now);
        let move_it = Move {
            petition: petition.id,
            closes_at: petition.closes_at,
            from: form.id,
            to,
            host: links.host(to, self.source),
            keys: links.address_keys(petition.id, &email),
            email: email.clone(),
            browser,
            due_at,
            at: now,
        };
        let next = db.write(move |tx| readdress(tx, &move_it)).await?;
        self.intake.bell.ring();
        Ok(Ok(form.readdressed(next, &email)))
    }

    /// Holds a code against this form, and confirms by it. `lang` is the reader's, for what is settled since.
    ///
    /// # Errors
    /// 503 while the database is away.
    pub async fn enter_code(
        &self,
        db: &Db,
        confirming: &Confirming,
        form: &SentForm,
        (typed, lang): (&str, Lang),
    ) -> Result<EnteredCode, Error> {
        let id = form.id;
        let Ok(code) = Code::parse(typed) else {
            return Ok(EnteredCode::Wrong("error-code"));
        };
        let is_right = code == confirming.links.code(id);
        let press = SignaturePress::with_code(id, Some(code), self.site.clock.now());
        Ok(match confirming.press(press).await? {
            Outcome::Settled(settled) => EnteredCode::Signed(settled.lang),
            // Pressed twice, or after the link: the code still says whose mailbox it is.
            Outcome::Nothing if may_try(confirming, db, id).await? && is_right => {
                EnteredCode::Signed(lang)
            }
            Outcome::Asked(SignatureVerdict::NoMoreCodes) => EnteredCode::Wrong("error-code-spent"),
            Outcome::Asked(_) | Outcome::Nothing => EnteredCode::Wrong("error-code"),
        })
    }
}

/// Queues the confirmation mail once more, if it was asked for less than three times.
///
/// # Errors
/// A fault of the database.
fn send_again(
    tx: &mut Tx<'_>,
    (petition, closes_at): (Id<Petition>, Option<Time>),
    id: Id<Signature>,
    due: Time,
    now: Time,
) -> db::Result<()> {
    let Some(waiting) = pending::find_under(tx, petition, id)? else {
        return Ok(());
    };
    if pending::count_resend(tx, id, RESENDS)? {
        let mail = intake::confirmation_mail(&waiting.pending, id, due, closes_at);
        queue(tx, &mail, now)?;
    }
    Ok(())
}

/// From which form to which address.
#[derive(Debug, Clone)]
struct Move {
    /// Under which petition.
    petition: Id<Petition>,
    /// When that closes by its date.
    closes_at: Option<Time>,
    /// The form that is to move.
    from: Id<Signature>,
    /// What it is to be called then.
    to: Id<Signature>,
    /// The keyed hash of the host that asks.
    host: [u8; 32],
    /// The address.
    email: Email,
    /// What is compared of it.
    keys: AddressKeys,
    /// SHA-256 of the cookie of the browser that asks.
    browser: Option<[u8; 32]>,
    /// When the mail may go.
    due_at: Time,
    /// When it was asked for.
    at: Time,
}

/// Writes the pending signature anew under another address and forgets the old one, whose link
/// and mail die with it. The id of what stands there now: where the button was pressed twice, of what the first press wrote;
/// where the form is settled, of nothing.
///
/// # Errors
/// A fault of the database.
fn readdress(tx: &mut Tx<'_>, wanted: &Move) -> db::Result<Id<Signature>> {
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

/// Whether a code may be held against a signature that nothing waits for any more.
async fn may_try(confirming: &Confirming, db: &Db, id: Id<Signature>) -> Result<bool, Error> {
    let found = db.read(move |conn| signed_behind(conn, id)).await?;
    Ok(found.is_some() && confirming.codes.admits(&id))
}
