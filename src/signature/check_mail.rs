//! GET /p/{slug}/check/{ticket}, and what can be done there: have the mail sent again, give
//! another address, type the code.
//!
//! The page belongs to the browser that signed, which has proved nothing: it says the same
//! whether the address is new, counted, held or withdrawn, and whether the mail was sent.

use super::behind::said;
use super::confirming::Confirming;
use super::evidence::{Button, Signs};
use super::front::Front;
use super::guard::{Press, Verdict};
use super::intake::{self, Intake};
use super::model::{PendingSignature, Signature, Signer};
use super::pages::{CheckMailPage, Line, Why};
use super::parts;
use super::settle::Outcome;
use super::shadow::Shadow;
use super::spoken::reason_of;
use super::store::pending::{self, Waiting};
use crate::base::{Code, Email, Id, Slug, Time, Token, email};
use crate::db::{self, Conn, Db, Tx};
use crate::mail::post;
use crate::petition::{Petition, Shown};
use crate::reason::store as reasons;
use crate::web::answer::{private_page, see_other};
use crate::web::page::Errors;
use crate::web::{Arg, Error, Fields, Guarded, Reader, Result, Site, Source, read_email, urls};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use serde::Deserialize;
use std::sync::Arc;

/// How often the mail may be asked for again.
const RESENDS: i16 = 3;

/// The place a handler of this page stands at.
struct Place {
    site: Data<Site>,
    front: Data<Front>,
    intake: Data<Intake>,
    shown: Arc<Shown>,
    reader: Reader,
    ticket: Token,
    id: Id<Signature>,
}

/// What the page shows beside what was typed in.
#[derive(Default)]
struct Said {
    notice: Option<&'static str>,
    errors: Errors,
    typed_email: String,
    is_watched: bool,
    typed_code: String,
}

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

impl Place {
    fn find(
        site: Data<Site>,
        front: Data<Front>,
        intake: Data<Intake>,
        slug: &Slug,
        reader: Reader,
        ticket: Token,
    ) -> std::result::Result<Self, Error> {
        let shown = front.shelf.at(slug)?;
        let id = intake.links.open_ticket(&ticket);
        Ok(Self {
            site,
            front,
            intake,
            shown,
            reader,
            ticket,
            id,
        })
    }

    /// What was typed in; none when it is settled or forgotten.
    async fn typed(&self, db: &Db) -> std::result::Result<Option<Shadow>, Error> {
        let (id, petition) = (self.id, self.shown.petition.id);
        if let Some(shadow) = self.intake.shadows.find(id) {
            return Ok(Some(shadow).filter(|shadow| shadow.petition == petition));
        }
        let found = db.read(move |conn| {
            let Some(waiting) = waiting(conn, petition, id)? else {
                return Ok::<_, db::Error>(None);
            };
            Ok(Some((waiting, said(conn, id)?)))
        });
        Ok(found.await?.map(|(waiting, reason)| Shadow {
            petition,
            signer: waiting.pending.signer,
            share: waiting.pending.share,
            reason: reason.map(|reason| reason.words),
        }))
    }

    async fn page(&self, db: &Db, said: Said, status: StatusCode) -> Result {
        let typed = self.typed(db).await?;
        let share = typed.as_ref().and_then(|typed| typed.share.as_ref());
        let reason = typed.as_ref().and_then(|typed| typed.reason.clone());
        let signer = typed.as_ref().map(|typed| &typed.signer);
        let words = self.reader.words(&self.site);
        let (w, lang) = (&*words, words.lang());
        let slug = &self.shown.petition.slug;
        let now = self.site.clock.now();
        let suggestion = signer.and_then(|s| email::suggestion_for(&s.email));
        let frame = parts::frame(&self.site, w, &self.shown, w.say("check-tab"));
        let page = CheckMailPage {
            frame: frame.with_errors(!said.errors.is_empty()),
            w,
            about: parts::about(&self.shown, lang),
            email: signer.map_or(w.say("check-your-address"), |s| s.email.as_str()),
            suggestion: suggestion.as_deref(),
            sender: &self.shown.organization.name,
            token: "",
            resend_action: urls::resend(lang, slug, &self.ticket),
            change_action: urls::change_address(lang, slug, &self.ticket),
            code_action: urls::enter_code(lang, slug, &self.ticket),
            notice: said.notice.map(|key| w.say(key).to_owned()),
            typed_email: said.typed_email,
            is_watched: said.is_watched,
            typed_code: said.typed_code,
            errors: said.errors,
            line: signer.map_or_else(Line::default, |signer| parts::line(&self.shown, signer)),
            progress: self.front.board.progress(w, &self.shown, now),
            next: parts::steps(w, &self.shown, false),
            share: parts::share(&self.site, w, &self.shown, share),
            why: Why::waiting(urls::say_why(lang, slug, &self.ticket), reason),
        };
        private_page(status, &page)
    }

    fn back(&self, ticket: &Token, done: &str) -> actix_web::HttpResponse {
        let lang = self.reader.interface();
        let here = urls::check_mail(lang, &self.shown.petition.slug, ticket);
        see_other(&format!("{here}?done={done}"))
    }
}

/// The page.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn get(
    site: Data<Site>,
    front: Data<Front>,
    intake: Data<Intake>,
    db: Data<Db>,
    Arg(slug): Arg<Slug>,
    Arg(ticket): Arg<Token>,
    reader: Reader,
    done: Option<Query<Done>>,
) -> Result {
    let place = Place::find(site, front, intake, &slug, reader, ticket)?;
    let notice = match done.as_ref().map(|done| done.done.as_str()) {
        Some("again") => Some("check-again-done"),
        Some("other") => Some("check-other-done"),
        _ => None,
    };
    let said = Said {
        notice,
        ..Said::default()
    };
    place.page(&db, said, StatusCode::OK).await
}

/// What waits behind a ticket, if it was typed in under this very petition: address keys are those
/// of one petition, and a ticket shown under another would mix them.
fn waiting(
    conn: &mut Conn,
    petition: Id<Petition>,
    id: Id<Signature>,
) -> db::Result<Option<Waiting>> {
    let found = pending::find(conn, id)?;
    Ok(found.filter(|waiting| waiting.pending.petition == petition))
}

/// A button without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pressed {
    #[serde(default, rename = "token")]
    _token: String,
}

impl Fields for Pressed {}

/// POST .../resend: promises the mail again, three times at most. Says the same however often.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn resend(
    site: Data<Site>,
    front: Data<Front>,
    intake: Data<Intake>,
    db: Data<Db>,
    Arg(slug): Arg<Slug>,
    Arg(ticket): Arg<Token>,
    reader: Reader,
    _form: Guarded<Pressed>,
) -> Result {
    let place = Place::find(site, front, intake, &slug, reader, ticket)?;
    let (id, now) = (place.id, place.site.clock.now());
    let petition = place.shown.petition.id;
    db.write(move |tx| send_again(tx, petition, id, now))
        .await?;
    place.intake.bell.ring();
    Ok(place.back(&place.ticket, "again"))
}

/// Promises the confirmation mail once more, if it was asked for less than three times.
///
/// # Errors
/// A fault of the database.
pub fn send_again(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    id: Id<Signature>,
    now: Time,
) -> db::Result<()> {
    let Some(waiting) = waiting(tx, petition, id)? else {
        return Ok(());
    };
    if pending::count_resend(tx, id, RESENDS)? {
        let letter = intake::letter(&waiting.pending);
        post(
            tx,
            &crate::mail::model::Outgoing {
                due_at: now,
                ..letter
            },
            now,
        )?;
    }
    Ok(())
}

/// Another address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherAddress {
    #[serde(default, rename = "token")]
    _token: String,
    email: String,
    #[serde(default)]
    sure: String,
}

impl Fields for OtherAddress {}

/// POST .../address: the same signature with another address, in the place of this one.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away. An address that does not parse
/// comes back as the page, 422.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn change_address(
    site: Data<Site>,
    front: Data<Front>,
    intake: Data<Intake>,
    db: Data<Db>,
    Arg(slug): Arg<Slug>,
    Arg(ticket): Arg<Token>,
    reader: Reader,
    source: Source,
    form: Guarded<OtherAddress>,
) -> Result {
    let place = Place::find(site, front, intake, &slug, reader, ticket)?;
    let words = place.reader.words(&place.site);
    let typed = form.fields.email;
    let email = match read_email(&typed, &words, &place.site) {
        Ok(email) => email,
        Err(message) => {
            let said = Said {
                errors: Errors::none().with("email", message),
                typed_email: typed,
                ..Said::default()
            };
            return place
                .page(&db, said, StatusCode::UNPROCESSABLE_ENTITY)
                .await;
        }
    };
    if form.fields.sure.is_empty() && place.shown.petition.settings.is_watched(&email) {
        let said = Said {
            errors: Errors::none().with("email", words.say("error-email-watched")),
            typed_email: typed,
            is_watched: true,
            ..Said::default()
        };
        return place
            .page(&db, said, StatusCode::UNPROCESSABLE_ENTITY)
            .await;
    }
    let (id, now) = (place.id, place.site.clock.now());
    let next = Id::new(now);
    let shadowed = place.intake.shadows.find(id).is_some();
    if shadowed || !place.intake.limit.admits(source) {
        place
            .intake
            .shadows
            .readdress(id, next, email.deliver().to_owned());
    } else {
        let petition = place.shown.petition.id;
        let keys = place.intake.links.address_keys(petition, &email);
        db.write(move |tx| readdress(tx, (petition, id), next, &email, keys, now))
            .await?;
        place.intake.bell.ring();
    }
    Ok(place.back(&place.intake.links.ticket(next), "other"))
}

/// Writes the pending signature anew under another address and forgets the old one, whose link
/// and mail die with it.
///
/// # Errors
/// A fault of the database.
pub fn readdress(
    tx: &mut Tx<'_>,
    (petition, id): (Id<Petition>, Id<Signature>),
    next: Id<Signature>,
    email: &Email,
    keys: super::model::AddressKeys,
    now: Time,
) -> db::Result<()> {
    let Some(waiting) = waiting(tx, petition, id)? else {
        return Ok(());
    };
    let signer = Signer {
        email: email.deliver().to_owned(),
        ..waiting.pending.signer
    };
    let moved = PendingSignature {
        id: next,
        keys,
        signer,
        created_at: now,
        ..waiting.pending
    };
    pending::delete_all(tx, &[id])?;
    intake::take_in(tx, &[moved])?;
    reasons::follow(tx, reason_of(id), reason_of(next), now)
}

/// The code from the mail.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    #[serde(default, rename = "token")]
    _token: String,
    code: String,
}

impl Fields for Typed {}

/// POST .../code: confirms without the link. The right code proves the mailbox, so it leads to
/// the link's own page.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away. A wrong code comes back as the
/// page, 422.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn enter_code(
    site: Data<Site>,
    front: Data<Front>,
    intake: Data<Intake>,
    confirming: Data<Confirming>,
    db: Data<Db>,
    Arg(slug): Arg<Slug>,
    Arg(ticket): Arg<Token>,
    reader: Reader,
    form: Guarded<Typed>,
) -> Result {
    let place = Place::find(site, front, intake, &slug, reader, ticket)?;
    let typed = form.fields.code;
    let press = Press {
        id: place.id,
        button: Button::Confirm,
        browser: None,
        signs: Signs::default(),
        word: None,
        code: Code::parse(&typed).ok(),
        needs_code: true,
        seen: None,
        at: place.site.clock.now(),
    };
    let key = if press.code.is_none() {
        "error-code"
    } else {
        match confirming.press(press).await? {
            Outcome::Settled(_) => {
                return Ok(see_other(&urls::confirm(
                    &place.intake.links.token(place.id),
                )));
            }
            Outcome::Asked(Verdict::NoMoreCodes) => "error-code-spent",
            Outcome::Asked(_) | Outcome::Nothing => "error-code",
        }
    };
    let words = place.reader.words(&place.site);
    let said = Said {
        errors: Errors::none().with("code", words.say(key)),
        typed_code: typed,
        ..Said::default()
    };
    place
        .page(&db, said, StatusCode::UNPROCESSABLE_ENTITY)
        .await
}
