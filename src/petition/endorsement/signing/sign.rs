//! GET and POST /p/{slug}/organizations/sign: somebody signs for an organization. GET .../check: "check your email".
//!
//! The answer is the same whatever an address or an organization has done before.

use super::pages::{SentPage, SignPage, TypedOrganization};
use crate::base::time::{hours, seconds};
use crate::base::{Email, Id, Lang, PersonName, Slug, Time, Token};
use crate::db::{self, Db, Tx};
use crate::mail::model::{Kind, NewMessage, Urgency};
use crate::mail::{MailSlot, queue};
use crate::petition::endorsement::endorsing::Endorsing;
use crate::petition::endorsement::logo::{self, Logo};
use crate::petition::endorsement::model::{OrganizationName, TypedEndorsement, WAITS_FOR};
use crate::petition::endorsement::store;
use crate::petition::endorsement::urls::{form, sent};
use crate::petition::page::layout;
use crate::petition::{About, PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::forms::form_token;
use crate::web::page::Errors;
use crate::web::pictures::limits::PictureLimits;
use crate::web::{
    AppCookie, Browser, CheckedForm, Error, Fields, File, PathArg, ReaderLang, Result, Site, Source,
};
use crate::web::{Uploaded, Uploads, read_email, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderValue, RETRY_AFTER};
use actix_web::web::{Bytes, Data, Query, block};
use serde::Deserialize;
use std::sync::Arc;

/// The form as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OrganizationFields {
    organization: String,
    contact: String,
    email: String,
    token: String,
}

impl Fields for OrganizationFields {}

impl Uploads for OrganizationFields {
    const FILE: &'static str = "logo";
    const FILE_LIMIT: usize = logo::FILE;
}

/// Where the form of a petition stands, for a handler.
struct EndorsementFormContext {
    site: Data<Site>,
    shown: Arc<PublicPetition>,
    lang: Lang,
}

impl EndorsementFormContext {
    fn find(
        site: Data<Site>,
        petition_cache: &PetitionCache,
        slug: &Slug,
        reader: &ReaderLang,
    ) -> Result<Self> {
        let shown = petition_cache.by_slug(slug)?;
        if !shown.petition.takes_organizations() {
            return Err(Error::NOT_FOUND);
        }
        Ok(Self {
            site,
            lang: shown.read_in(reader),
            shown,
        })
    }

    fn page(&self, status: StatusCode, typed: TypedOrganization) -> Result {
        let (site, shown) = (&self.site, &self.shown);
        let words = shown.words(site, self.lang);
        let (w, now, petition) = (&*words, site.clock.now(), &shown.petition);
        let around = layout::about(site, w, shown, w.say("endorse-title"));
        let around = layout::alternates(around, site, shown, |other| {
            form(Some(other), &petition.slug)
        });
        let asks = SignPage {
            frame: around.with_errors(!typed.errors.is_empty()),
            w,
            about: About::of(shown, w.lang()),
            is_open: petition.is_open(now),
            action: form(Some(self.lang), &petition.slug),
            token: form_token::make(&site.stamp_key, "endorse", petition.id.as_bytes(), now),
            honeypot: form_token::bait(&site.stamp_key, now),
            keeps: petition.says_how_long(w, &shown.organization.name),
            privacy_href: urls::privacy(Some(self.lang), &petition.slug),
            typed,
        };
        page(status, &asks)
    }
}

/// The form.
///
/// # Errors
/// 404 without such a petition or where it takes no organizations; 410 once it was taken down.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
) -> Result {
    EndorsementFormContext::find(site, &petition_cache, &slug, &reader)?
        .page(StatusCode::OK, TypedOrganization::default())
}

/// Which of the two it is, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct SentQuery {
    #[serde(default)]
    done: String,
}

/// "Check your email", or thanks for telling that it was not them. Knows nothing of anybody.
///
/// # Errors
/// As [`get`].
pub async fn check(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    done: Query<SentQuery>,
) -> Result {
    let place = EndorsementFormContext::find(site, &petition_cache, &slug, &reader)?;
    let words = place.shown.words(&place.site, place.lang);
    let is_not_us = done.done == "not-us";
    let title = match is_not_us {
        true => "not-me-title",
        false => "endorse-check-title",
    };
    let told = SentPage {
        frame: layout::about(&place.site, &words, &place.shown, words.say(title)),
        w: &words,
        about: About::of(&place.shown, words.lang()),
        is_not_us,
    };
    page(StatusCode::OK, &told)
}

/// Takes an organization in, if what was typed is one, and leads to "check your email".
///
/// # Errors
/// As [`get`]. What does not parse comes back as the page, 422; a petition that takes nobody now as its page, 409; a
/// database that is away as the page with everything kept, 503; 413, 415 and 408 for what is no form with a file.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    endorsing: Data<Endorsing>,
    db: Data<Db>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    source: Source,
    browser: Browser,
    sending: Uploaded<OrganizationFields>,
) -> Result {
    let Uploaded { form, file } = sending;
    let place = EndorsementFormContext::find(site, &petition_cache, &slug, &reader)?;
    let (site, words) = (&place.site, place.shown.words(&place.site, place.lang));
    let now = site.clock.now();
    let again = |errors: Errors, status| {
        let typed = TypedOrganization {
            organization: form.fields.organization.clone(),
            contact: form.fields.contact.clone(),
            email: form.fields.email.clone(),
            errors,
            had_file: file != File::None,
        };
        place.page(status, typed)
    };
    let wrong = |key| Errors::none().with("logo", words.say(key));
    if !place.shown.petition.is_open(now) {
        return again(Errors::none(), StatusCode::CONFLICT);
    }
    let (name, contact_name, contact_email) = match parse(&form.fields, &file, &words, site) {
        Ok(parsed) => parsed,
        Err(errors) => return again(errors, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let logo = match &file {
        File::Bytes(bytes) => match look_at(&endorsing.pictures, source, bytes.clone()).await {
            Ok(logo) => Some(logo),
            Err(key) => return again(wrong(key), StatusCode::UNPROCESSABLE_ENTITY),
        },
        File::None | File::TooLarge => None,
    };
    let browser = browser.0.unwrap_or_else(Token::random);
    let id = Id::new(now);
    let asked = TypedEndorsement {
        id,
        petition: place.shown.petition.id,
        mailbox: endorsing.links.mailbox(&contact_email),
        name,
        contact_name,
        contact_email,
        logo,
        lang: place.lang,
        is_suspect: is_suspect(&form, site, &place.shown, now),
        browser: Some(browser.hash().0),
        host: Some(endorsing.links.host(id, source)),
        at: now,
    };
    let away = |key, after| {
        let errors = Errors::none().with("sign", words.say(key));
        let mut response = again(errors, StatusCode::SERVICE_UNAVAILABLE)?;
        let after = HeaderValue::from_static(after);
        response.headers_mut().insert(RETRY_AFTER, after);
        Ok(response)
    };
    let MailSlot::At(due_at) = endorsing.pace.turn(source, place.shown.petition.id.cast()) else {
        return away("error-too-many-forms", "300");
    };
    match db.write(move |tx| take_in(tx, &asked, due_at)).await {
        Ok(()) => endorsing.bell.ring(),
        Err(db::Error::Unavailable(why)) => {
            tracing::warn!(why, "an organization could not be taken in");
            return away("error-not-saved", "10");
        }
        Err(fault) => return Err(fault.into()),
    }
    let mut response = see_other(&sent(Some(place.lang), &slug));
    let cookie = AppCookie::Pend.write(site, &browser, WAITS_FOR);
    response.add_cookie(&cookie).map_err(|_| Error::FAULT)?;
    Ok(response)
}

/// Writes it down, and queues the mail, which may go at `due_at`.
///
/// # Errors
/// A fault of the database; nothing is written then.
pub(crate) fn take_in(tx: &mut Tx<'_>, asked: &TypedEndorsement, due_at: Time) -> db::Result<()> {
    store::insert(tx, asked)?;
    let mail = NewMessage {
        kind: Kind::Endorse,
        petition: Some(asked.petition.cast()),
        subject: asked.id.cast(),
        lang: asked.lang,
        recipient: None,
        arguments: None,
        mailbox: asked.mailbox,
        once_key: None,
        due_at,
        urgency: Urgency::Usual,
    };
    queue(tx, &mail, asked.at)
}

fn parse(
    fields: &OrganizationFields,
    file: &File,
    w: &Words,
    site: &Site,
) -> std::result::Result<(OrganizationName, PersonName, Email), Errors> {
    let mut errors = Errors::none();
    let name = OrganizationName::optional(&fields.organization)
        .map_err(|wrong| errors.add("organization", w.say(wrong.key)))
        .ok();
    let name = name.and_then(|name| {
        if name.is_none() {
            errors.add("organization", w.say("error-organization-missing"));
        }
        name
    });
    let contact = PersonName::parse(&fields.contact)
        .map_err(|wrong| errors.add("contact", w.say(wrong.key)))
        .ok();
    let email = read_email(&fields.email, w, site)
        .map_err(|message| errors.add("email", message))
        .ok();
    let wrong = match file {
        File::None => None,
        File::TooLarge => Some("error-logo-large"),
        File::Bytes(bytes) => logo::kind(bytes).err().map(|wrong| wrong.key),
    };
    if let Some(key) = wrong {
        errors.add("logo", w.say(key));
    }
    match (name, contact, email) {
        (Some(name), Some(contact), Some(email)) if errors.is_empty() => Ok((name, contact, email)),
        _ => Err(errors),
    }
}

/// Makes a logo of the picture, off the async threads; else the key of what is wrong with it.
async fn look_at(
    limits: &PictureLimits,
    source: Source,
    bytes: Bytes,
) -> std::result::Result<Logo, &'static str> {
    let _place = limits.enter(source).await.ok_or("error-logo-busy")?;
    match block(move || logo::make(&bytes)).await {
        Ok(made) => made.map_err(|wrong| wrong.key),
        // A picture that fells its reader is as good as none.
        Err(_) => Err("error-picture-broken"),
    }
}

/// What a person hardly does: filling in the bait, or being faster than two seconds. Organizers are told.
fn is_suspect(
    form: &CheckedForm<OrganizationFields>,
    site: &Site,
    shown: &PublicPetition,
    now: Time,
) -> bool {
    let about = shown.petition.id;
    let key = &site.stamp_key;
    let age = form_token::age(key, "endorse", about.as_bytes(), &form.fields.token, now);
    let is_timed_wrong = age.is_none_or(|age| age < seconds(2) || age > hours(24));
    is_timed_wrong || form.bait.as_deref().is_some_and(|bait| !bait.is_empty())
}
