//! POST /p/{slug}/sign

use super::link::Links;
use super::model::{Agreed, PendingSignature, Signer, WAITS_FOR};
use super::settle::campaign;
use super::shadow::Shadows;
use super::show::Front;
use super::store::pending;
use crate::base::time::{hours, minutes, seconds};
use crate::base::{Clock, Email, Id, Invalid, Lang, Line, PersonName, Slug, Time, Token, email};
use crate::consent::{Purpose, Texts};
use crate::db::{self, Batch, Db, Tx};
use crate::mail::model::{Kind, Outgoing};
use crate::mail::{Bell, post_all};
use crate::petition::Shown;
use crate::petition::model::Asked;
use crate::petition::pages::SignForm;
use crate::web::answer::see_other;
use crate::web::page::Errors;
use crate::web::{Arg, Browser, Error, Fields, Guarded, Jar, Limit, Reader, Result, Site, Source};
use crate::web::{stamp, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::web::Data;
use serde::Deserialize;
use std::sync::Arc;
use std::time::Duration;

/// What the form sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub struct SignFields {
    name: String,
    email: String,
    role: String,
    affiliation: String,
    updates: String,
    public: String,
    via: String,
    token: String,
}

impl Fields for SignFields {}

/// What taking signatures in needs.
#[derive(Clone)]
pub struct Intake {
    /// Pending signatures of this instance, written together.
    pub batch: Batch<PendingSignature, ()>,
    /// The secrets of links.
    pub links: Links,
    /// The words that are agreed to.
    pub texts: Arc<Texts>,
    /// How often one source may sign.
    pub limit: Arc<Limit>,
    /// What those over the limit typed.
    pub shadows: Shadows,
    /// Wakes the mail worker.
    pub bell: Bell,
}

impl Intake {
    /// Starts the worker that writes pending signatures in shared commits.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(
        db: &Db,
        clock: &Clock,
        links: Links,
        texts: Texts,
        bell: Bell,
    ) -> std::io::Result<Self> {
        Ok(Self {
            batch: Batch::start(db, "sign", take_in)?,
            links,
            texts: Arc::new(texts),
            limit: Limit::new(clock, &LIMITS),
            shadows: Shadows::default(),
            bell,
        })
    }
}

/// Signing rules 3.5, first row; the second, ten times as many of one network, is in [`Limit`].
const LIMITS: [(u32, Duration); 3] = [(5, minutes(1)), (30, minutes(10)), (200, hours(24))];

/// Takes a signature in, if what was typed is one, and leads to "check your email". The answer is
/// the same for new, pending, counted, held and withdrawn addresses, and over the limit.
///
/// # Errors
/// 404 without such a petition. What does not parse comes back as the page, 422; a closed
/// petition as its page, 409; a database that is away as the page with everything kept, 503.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    front: Data<Front>,
    intake: Data<Intake>,
    Arg(slug): Arg<Slug>,
    reader: Reader,
    source: Source,
    browser: Browser,
    form: Guarded<SignFields>,
) -> Result {
    let shown = front.shelf.find(&slug).ok_or(Error::NOT_FOUND)?;
    let lang = reader.prefix().unwrap_or(shown.petition.lang);
    let now = site.clock.now();
    let words = site.words(lang);
    let again = |errors: Errors, status| {
        let typed = typed(&form.fields, errors);
        let html = front.render(&site, &words, &shown, Some(typed), now)?;
        Ok::<_, Error>(page(status, html))
    };
    if !shown.petition.is_open(now) {
        return again(Errors::none(), StatusCode::CONFLICT);
    }
    let (signer, email) = match parse(&form.fields, &words, &site, &shown) {
        Ok(parsed) => parsed,
        Err(errors) => return again(errors, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let browser = browser.0.unwrap_or_else(Token::random);
    let pending = PendingSignature {
        id: Id::new(now),
        petition: shown.petition.id,
        keys: intake.links.address_keys(shown.petition.id, &email),
        signer,
        agreed: agreed(&intake.texts, &shown, lang)?,
        source: source_name(&form.fields.via),
        browser: browser.hash().0,
        score: score(&form, &site, &shown, now),
        created_at: now,
    };
    let id = pending.id;
    if intake.limit.admits(source) {
        match intake.batch.put(pending).await {
            Ok(()) => intake.bell.ring(),
            Err(db::Error::Unavailable(why)) => {
                tracing::warn!(why, "a signature could not be taken in");
                let errors = Errors::none().with("sign", words.say("error-not-saved"));
                let mut response = again(errors, StatusCode::SERVICE_UNAVAILABLE)?;
                response.headers_mut().insert(RETRY_AFTER, RETRY);
                return Ok(response);
            }
            Err(fault) => return Err(fault.into()),
        }
    } else {
        intake.shadows.put(&pending);
    }
    let ticket = intake.links.ticket(id);
    let mut response = see_other(&urls::check_mail(lang, &slug, &ticket));
    let cookie = Jar::Pend.write(&site, &browser, WAITS_FOR);
    response.add_cookie(&cookie).map_err(|_| Error::FAULT)?;
    Ok(response)
}

const RETRY: actix_web::http::header::HeaderValue =
    actix_web::http::header::HeaderValue::from_static("10");

fn page(status: StatusCode, html: String) -> HttpResponse {
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .body(html)
}

/// Stores what was typed in and promises the confirmation mail. New and repeated signers are
/// treated alike: only the mailbox learns which. Runs inside one shared commit.
///
/// # Errors
/// A fault of the database; nothing is stored then.
pub fn take_in(tx: &mut Tx<'_>, pending: &[PendingSignature]) -> db::Result<Vec<()>> {
    pending::insert_all(tx, pending)?;
    let letters: Vec<Outgoing> = pending.iter().map(letter).collect();
    let now = pending.iter().map(|one| one.created_at).max();
    post_all(tx, &letters, now.unwrap_or(Time::from_micros(0)))?;
    Ok(vec![(); pending.len()])
}

/// The promise of a confirmation mail.
#[must_use]
pub fn letter(pending: &PendingSignature) -> Outgoing {
    Outgoing {
        kind: Kind::Confirm,
        petition: Some(campaign(pending.petition)),
        subject: Id::from_bytes(*pending.id.as_bytes()),
        lang: pending.agreed.lang,
        recipient: None,
        arguments: None,
        mailbox: pending.keys.mailbox,
        once_key: None,
        due_at: pending.created_at,
    }
}

/// The words a reader of this language agrees to.
///
/// # Errors
/// 500 when they are not stored, which start-up and publishing see to.
pub fn agreed(texts: &Texts, shown: &Shown, lang: Lang) -> std::result::Result<Agreed, Error> {
    let missing = || {
        tracing::error!("a petition is open without its wording or consent texts");
        Error::FAULT
    };
    let kind = shown.petition.kind.as_str();
    Ok(Agreed {
        wording: shown.wording(lang).map(|w| w.id).ok_or_else(missing)?,
        lang,
        updates: texts
            .find(lang, Purpose::Updates, kind)
            .ok_or_else(missing)?,
        listing: texts
            .find(lang, Purpose::Listing, kind)
            .ok_or_else(missing)?,
    })
}

/// Reads an address; the sentence beside the field may suggest a likelier one.
///
/// # Errors
/// What is wrong with it, in the reader's language.
pub fn read_email(typed: &str, w: &Words, site: &Site) -> std::result::Result<Email, String> {
    Email::parse(typed, site.strictness).map_err(|invalid| match email::suggestion_for(typed) {
        Some(likelier) => w.say1("error-email-suggestion", "email", likelier),
        None => w.say(invalid.key).to_owned(),
    })
}

fn parse(
    fields: &SignFields,
    w: &Words,
    site: &Site,
    shown: &Shown,
) -> std::result::Result<(Signer, Email), Errors> {
    let mut errors = Errors::none();
    let mut note = |field, invalid: Invalid| errors.add(field, w.say(invalid.key));
    let settings = &shown.petition.settings;
    let name = PersonName::parse(&fields.name)
        .map_err(|e| note("name", e))
        .ok();
    let email = read_email(&fields.email, w, site);
    let role = line::<120>(&fields.role, settings.role, "error-role-missing");
    let affiliation = line::<160>(
        &fields.affiliation,
        settings.affiliation,
        "error-affiliation-missing",
    );
    let updates = match fields.updates.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    if let Err(message) = &email {
        errors.add("email", message.as_str());
    }
    if let Err(invalid) = &role {
        errors.add("role", w.say(invalid.key));
    }
    if let Err(invalid) = &affiliation {
        errors.add("affiliation", w.say(invalid.key));
    }
    if updates.is_none() {
        errors.add("updates", w.say("error-updates-missing"));
    }
    match (name, email, role, affiliation, updates) {
        (Some(name), Ok(email), Ok(role), Ok(affiliation), Some(wants_updates)) => Ok((
            Signer {
                name: name.into(),
                email: email.deliver().to_owned(),
                role,
                affiliation,
                wants_updates,
                is_public: fields.public == "1",
            },
            email,
        )),
        _ => Err(errors),
    }
}

/// A line that is asked for, or not, or must be there.
fn line<const MAX: usize>(
    typed: &str,
    asked: Asked,
    missing: &'static str,
) -> std::result::Result<Option<String>, Invalid> {
    if asked == Asked::Off {
        return Ok(None);
    }
    match Line::<MAX>::optional(typed)? {
        None if asked == Asked::Required => Err(Invalid::new(missing)),
        line => Ok(line.map(String::from)),
    }
}

fn typed<'a>(fields: &SignFields, errors: Errors) -> SignForm<'a> {
    SignForm {
        name: fields.name.clone(),
        email: fields.email.clone(),
        role: fields.role.clone(),
        affiliation: fields.affiliation.clone(),
        updates: match fields.updates.as_str() {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        is_public: fields.public == "1",
        errors,
        ..SignForm::default()
    }
}

/// A word for where a signer came from; what is not a short word is nothing.
fn source_name(via: &str) -> Option<String> {
    let is_word = (1..=40).contains(&via.len())
        && via
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    is_word.then(|| via.to_owned())
}

/// Points for what a person hardly does (signing rules 3.6): filling in the bait, being faster
/// than two seconds, or taking a day.
fn score(form: &Guarded<SignFields>, site: &Site, shown: &Shown, now: Time) -> i32 {
    const POINTS: i32 = 50;
    let age = stamp::age(
        &site.stamp_key,
        "sign",
        shown.petition.id.as_bytes(),
        &form.fields.token,
        now,
    );
    let is_timed_wrong = age.is_none_or(|age| age < seconds(2) || age > hours(24));
    let is_baited = form.bait.as_deref().is_some_and(|bait| !bait.is_empty());
    i32::from(is_timed_wrong) * POINTS + i32::from(is_baited) * POINTS
}
