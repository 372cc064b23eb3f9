//! POST /p/{slug}/sign

use super::consent_questions::ConsentQuestions;
use super::form::SignFields;
use super::intake::{FormBrowser, Intake, SAME_FORM, SubmittedForm};
use super::sent_form::SentForm;
use super::signer_fields;
use crate::base::time::{hours, seconds};
use crate::base::{Email, Id, Invalid, PersonName, Slug, Time, Token};
use crate::db::{self, Db};
use crate::mail::MailSlot;
use crate::petition::page::pages::SignForm;
use crate::petition::{Exposure, Founder, Petition, PledgeOption, PublicPetition, Visibility};
use crate::signature::model::{AddressKeys, PendingSignature, Signer, WAITS_FOR};
use crate::signature::page::page_cache::{PageCache, hidden};
use crate::signature::page::via::Via;
use crate::signature::store::same_address;
use crate::web::answers::answer::see_other;
use crate::web::forms::form_token;
use crate::web::page::Errors;
use crate::web::{
    AppCookie, Browser, CheckedForm, Error, PathArg, ReaderLang, Remembered, Result, Site, Source,
};
use crate::web::{read_email, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::web::Data;

/// Takes a signature in, if what was typed is one, and leads to "check your email". The answer is
/// the same for new, pending, counted, held and withdrawn addresses.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down. What does not parse comes back as the page, 422; a closed
/// petition as its page, 409; a database that is away, or a mail that could not go within the hour, as the page with
/// everything kept, 503.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    page_cache: Data<PageCache>,
    intake: Data<Intake>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    source: Source,
    browser: Browser,
    form: CheckedForm<SignFields>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug(&slug)?;
    let lang = reader.prefix().unwrap_or(shown.petition.lang);
    let now = site.clock.now();
    let words = shown.words(&site, lang);
    let again = |errors: Errors, status: StatusCode| {
        let is_watched = read_email(&form.fields.email, &words, &site)
            .is_ok_and(|email| shown.petition.settings.is_watched(&email));
        let typed = SignForm {
            is_watched,
            hidden: hidden(Via::of(&shown, &form.fields.via).as_ref()),
            ..typed(&form.fields, errors)
        };
        let html = page_cache.render(&site, &words, &shown, Some(typed), now)?;
        Ok::<_, Error>(page(status, html))
    };
    let away = |key, status| again(Errors::none().with("sign", words.say(key)), status);
    if !shown.petition.is_open(now) {
        return again(Errors::none(), StatusCode::CONFLICT);
    }
    let (signer, email, choice) = match parse(&form.fields, &words, &site, &shown) {
        Ok(parsed) => parsed,
        Err(errors) => return again(errors, StatusCode::UNPROCESSABLE_ENTITY),
    };
    let MailSlot::At(due_at) = intake.pace.turn(source, shown.petition.id.cast()) else {
        return later(away);
    };
    let keys = intake.links.address_keys(shown.petition.id, &email);
    let was_here = browser.hash();
    let browser = browser.0.unwrap_or_else(Token::random);
    let asked = ConsentQuestions::of(&words, &shown, signer.visibility);
    let yes = &signer.opted_in_to;
    let mut agreed = match intake.agreed(&db, &asked, &shown, yes, now).await {
        Ok(agreed) => agreed,
        Err(db::Error::Unavailable(why)) => return not_saved(why, away),
        Err(fault) => return Err(fault.into()),
    };
    if let Some(read) = shown.wording_read(lang, &form.fields.wording) {
        agreed.wording = read.id;
    }
    let before = match sent_before(&db, shown.petition.id, keys, was_here, now).await {
        Ok(before) => before,
        Err(db::Error::Unavailable(why)) => return not_saved(why, away),
        Err(fault) => return Err(fault.into()),
    };
    let id = Id::new(now);
    let via = Via::of(&shown, &form.fields.via);
    let came_by = via.and_then(|via| via.source(&intake.links, shown.petition.id));
    let code = came_by.as_deref();
    let source_cache = &page_cache.source_cache;
    let source_day = code.and_then(|code| source_cache.day(&shown.petition, code, now));
    let pending = PendingSignature {
        id,
        petition: shown.petition.id,
        keys,
        signer,
        agreed,
        choice,
        source: came_by,
        share: shown
            .allows(Exposure::OwnLinks)
            .then(|| intake.links.share_code(shown.petition.id)),
        browser: browser.hash().0,
        host: Some(intake.links.host(id, source)),
        score: score(&form, &site, &shown, now),
        created_at: now,
    };
    let mut form = SentForm::of(&pending);
    let sent = SubmittedForm {
        pending,
        due_at,
        closes_at: shown.petition.closes_at,
        browser: before,
        source: source_day,
    };
    match intake.batch.put(sent).await {
        Ok(stored) => form.is_stored(stored),
        Err(db::Error::Unavailable(why)) => return not_saved(why, away),
        Err(fault) => return Err(fault.into()),
    }
    intake.bell.ring();
    let mut response = see_other(&urls::check_mail(lang, &slug));
    let may_last = shown.allows(Exposure::LastingCookies);
    let lasts = may_last.then_some(WAITS_FOR);
    for cookie in [
        AppCookie::Pend.write(&site, &browser, lasts),
        form.cookie(&site, !may_last)?,
    ] {
        response.add_cookie(&cookie).map_err(|_| Error::FAULT)?;
    }
    Ok(response)
}

/// The form that this browser sent before with this address. Looked for here and not in the shared commit, which a look over an hour's
/// forms would hold up.
async fn sent_before(
    db: &Db,
    petition: Id<Petition>,
    keys: AddressKeys,
    browser: Option<[u8; 32]>,
    now: Time,
) -> db::Result<FormBrowser> {
    let Some(browser) = browser else {
        return Ok(FormBrowser::New);
    };
    let look = move |conn: &mut _| {
        let form = (petition, &keys, &browser);
        same_address::newest_in_browser(conn, form, now.minus(SAME_FORM))
    };
    db.read(look).await.map(FormBrowser::Returning)
}

const RETRY: actix_web::http::header::HeaderValue =
    actix_web::http::header::HeaderValue::from_static("10");
const RETRY_LATER: actix_web::http::header::HeaderValue =
    actix_web::http::header::HeaderValue::from_static("300");

/// The page with everything kept: the database is away.
fn not_saved(why: &'static str, again: impl FnOnce(&'static str, StatusCode) -> Result) -> Result {
    tracing::warn!(why, "a signature could not be taken in");
    let mut response = again("error-not-saved", StatusCode::SERVICE_UNAVAILABLE)?;
    response.headers_mut().insert(RETRY_AFTER, RETRY);
    Ok(response)
}

/// The page with everything kept: so many sign from this network that the mail would come too late.
fn later(again: impl FnOnce(&'static str, StatusCode) -> Result) -> Result {
    let mut response = again("error-too-many-forms", StatusCode::SERVICE_UNAVAILABLE)?;
    response.headers_mut().insert(RETRY_AFTER, RETRY_LATER);
    Ok(response)
}

fn page(status: StatusCode, html: String) -> HttpResponse {
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .body(html)
}

fn parse(
    fields: &SignFields,
    w: &Words,
    site: &Site,
    shown: &PublicPetition,
) -> std::result::Result<(Signer, Email, Option<Id<PledgeOption>>), Errors> {
    let mut errors = Errors::none();
    let choice = promised(&fields.promise, shown)
        .map_err(|invalid| errors.add("promise", w.say(invalid.key)))
        .ok();
    let mut note = |field, invalid: Invalid| errors.add(field, w.say(invalid.key));
    let settings = &shown.petition.settings;
    let name = PersonName::parse(&fields.name)
        .map_err(|e| note("name", e))
        .ok();
    let email = read_email(&fields.email, w, site);
    let visibility = settings.offer().read(&fields.public);
    // A box that is left empty is a no: where each organization has its own, nothing is missing.
    let opted_in_to = ticked(fields, shown);
    let updates = match shown.coalition() {
        [] => fields.wants_updates(),
        _ => Some(!opted_in_to.is_empty()),
    };
    if let Err(message) = &email {
        errors.add("email", message.as_str());
    }
    let is_sure = !fields.sure.is_empty();
    let watched = |email: &Email| settings.is_watched(email) && !is_sure;
    let is_watched = email.as_ref().is_ok_and(watched);
    if is_watched {
        errors.add("email", w.say("error-email-watched"));
    }
    let typed_fields = &fields.fields;
    let fields = signer_fields::read(typed_fields, &settings.fields, visibility, w, &mut errors);
    if updates.is_none() {
        errors.add("updates", w.say("error-updates-missing"));
    }
    match (choice, name, email, updates) {
        (Some(choice), Some(name), Ok(email), Some(wants_updates)) if errors.is_empty() => Ok((
            Signer {
                name: name.into(),
                email: email.deliver().to_owned(),
                fields,
                wants_updates,
                opted_in_to,
                visibility,
            },
            email,
            choice,
        )),
        _ => Err(errors),
    }
}

/// What is promised, where there is a choice. One that is not offered any more is none.
fn promised(
    typed: &str,
    shown: &PublicPetition,
) -> std::result::Result<Option<Id<PledgeOption>>, Invalid> {
    if shown.promises.choices().is_empty() {
        return Ok(None);
    }
    let chosen = shown.promises.chosen(typed);
    chosen
        .map(Some)
        .ok_or(Invalid::new("error-promise-missing"))
}

/// The founding organizations that were ticked, of those that stand on the form.
fn ticked(fields: &SignFields, shown: &PublicPetition) -> Vec<Id<Founder>> {
    let asked = shown.coalition().iter().map(|founder| founder.id);
    asked.filter(|id| fields.founders.contains(id)).collect()
}

fn typed<'a>(fields: &SignFields, errors: Errors) -> SignForm<'a> {
    SignForm {
        promise: fields.promise.clone(),
        name: fields.name.clone(),
        email: fields.email.clone(),
        fields: fields.fields.clone(),
        updates: fields.wants_updates(),
        ticked: fields.founders.clone(),
        visibility: Visibility::parse(&fields.public).unwrap_or_default(),
        errors,
        ..SignForm::default()
    }
}

/// Points for what a person hardly does (signing rules 3.6): filling in the bait, being faster
/// than two seconds, or taking a day.
fn score(form: &CheckedForm<SignFields>, site: &Site, shown: &PublicPetition, now: Time) -> i32 {
    const POINTS: i32 = 50;
    let age = form_token::age(
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
