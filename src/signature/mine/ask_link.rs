//! GET and POST /p/{slug}/my-signature: "Change or remove my signature", by a link that is mailed. Where a form waits for the mailbox
//! instead of a signature, the mail is its confirmation: this is the owner's own road to it, whatever strangers had sent before, and
//! has a budget of its own.
//!
//! The answer is the same whoever has signed, and so is the work: one mail at least is queued,
//! and one that is about nobody is never written.

use super::own_letter::own_letter;
use crate::base::{Email, Id, Lang, Slug, Time};
use crate::db::{self, Conn, Db, Tx};
use crate::mail::model::Subject;
use crate::mail::{MailSlot, OutboxSignal, queue_all};
use crate::petition::{About, Petition};
use crate::signature::confirm::queue::Confirming;
use crate::signature::links::Links;
use crate::signature::model::{AddressKeys, Signature};
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::parts;
use crate::signature::store::{confirm, same_address};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{
    Browser, CheckedForm, Error, Fields, PathArg, ReaderLang, Result, Site, Source, read_email,
    urls,
};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "signature/mine/ask_link.html")]
struct AskOwnPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    /// Which petition; what was taken down is not named any more.
    title: Option<&'a str>,
    lang: &'a str,
    action: String,
    email: String,
    errors: Errors,
    is_sent: bool,
}

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct AskLinkQuery {
    #[serde(default)]
    sent: bool,
}

/// What is typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskLinkForm {
    #[serde(default)]
    email: String,
}

impl Fields for AskLinkForm {}

fn answer(
    site: &Site,
    page_cache: &PageCache,
    slug: &Slug,
    reader: &ReaderLang,
    typed: String,
    errors: Errors,
    is_sent: bool,
) -> Result {
    let shown = page_cache.petition_cache.by_slug_even_removed(slug)?;
    let lang = language(reader, shown.petition.lang);
    let words = shown.words(site, lang);
    let w = &*words;
    let about = About::of(&shown, lang);
    let status = errors.status();
    let frame = parts::frame(site, w, &shown, w.say("ask-own-title"));
    let frame = parts::alternates(frame, site, &shown, |other| {
        urls::ask_own_link(Some(other), slug)
    });
    page(
        status,
        &AskOwnPage {
            frame: frame.with_errors(!errors.is_empty()),
            w,
            title: Some(about.title).filter(|_| !shown.is_removed()),
            lang: about.lang,
            action: urls::ask_own_link(Some(lang), slug),
            email: typed,
            errors,
            is_sent,
        },
    )
}

fn language(reader: &ReaderLang, own: Lang) -> Lang {
    reader.prefix().unwrap_or(own)
}

/// The form; there for every petition that was ever open, one that was taken down too.
///
/// # Errors
/// 404 without such a petition.
pub async fn get(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    done: Query<AskLinkQuery>,
) -> Result {
    let nothing = String::new();
    answer(
        &site,
        &page_cache,
        &slug,
        &reader,
        nothing,
        Errors::none(),
        done.sent,
    )
}

/// Queues the mail. The answer is the same for every address.
///
/// # Errors
/// 404 without such a petition; what is no address comes back as the page, 422; 503 while the
/// database is away, or when the mail could not go within the hour.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn post(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    confirming: Data<Confirming>,
    bell: Data<OutboxSignal>,
    db: Data<Db>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    source: Source,
    browser: Browser,
    form: CheckedForm<AskLinkForm>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug_even_removed(&slug)?;
    let lang = language(&reader, shown.petition.lang);
    let typed = form.fields.email;
    let email = match read_email(&typed, &shown.words(&site, lang), &site) {
        Ok(email) => email,
        Err(message) => {
            let errors = Errors::none().with("email", message);
            return answer(&site, &page_cache, &slug, &reader, typed, errors, false);
        }
    };
    let MailSlot::At(due) = confirming.pace.turn(source, shown.petition.id.cast()) else {
        return Err(Error::busy(300).saying("problem-503-many"));
    };
    let (links, now) = (confirming.links.clone(), site.clock.now());
    let petition = shown.petition.id;
    let (asked, keys) = (email.clone(), links.address_keys(petition, &email));
    let form = db
        .read(move |conn| newest_form(conn, petition, &keys, browser.hash()))
        .await?;
    db.write(move |tx| queue(tx, &links, petition, (&asked, form), lang, (now, due)))
        .await?;
    bell.ring();
    let here = urls::ask_own_link(Some(lang), &slug);
    Ok(see_other(&format!("{here}?sent=true")))
}

/// The newest form that waits for this address; of those typed in the asking browser, if there are any.
fn newest_form(
    conn: &mut Conn,
    petition: Id<Petition>,
    keys: &AddressKeys,
    browser: Option<[u8; 32]>,
) -> db::Result<Option<Id<Signature>>> {
    let typed_here = match browser {
        Some(browser) => {
            let form = (petition, keys, &browser);
            same_address::newest_in_browser(conn, form, same_address::EVER)?
        }
        None => None,
    };
    match typed_here {
        Some(form) => Ok(Some(form)),
        None => {
            let newest = same_address::newest(conn, petition, keys, 1)?.pop();
            Ok(newest.map(|form| form.pending.id))
        }
    }
}

/// Queues a mail, due at the second time, to each signature of this mailbox, sent to the address that signature was made
/// with: who types `sam+kim@` gets no link to what `sam@` has signed unless both are one mailbox. Where this very address has not
/// signed, the form that waits for it is confirmed by it.
///
/// # Errors
/// A fault of the database.
pub fn queue(
    tx: &mut Tx<'_>,
    links: &Links,
    petition: Id<Petition>,
    (email, form): (&Email, Option<Id<Signature>>),
    lang: Lang,
    (now, due): (Time, Time),
) -> db::Result<()> {
    let keys = links.address_keys(petition, email);
    let found = confirm::of_mailboxes(tx, &[(petition, keys.k2)])?;
    let mail = |subject: Id<Subject>| own_letter((petition, lang), subject, keys.mailbox, due);
    let mut mails: Vec<_> = found
        .iter()
        .filter(|held| !held.name.is_empty())
        .map(|held| mail(held.id.cast()))
        .collect();
    let has_signed = found.iter().any(|held| held.k1 == keys.k1);
    if let Some(form) = form.filter(|_| !has_signed) {
        mails.push(mail(form.cast()));
    }
    if mails.is_empty() {
        mails.push(mail(Id::new(now)));
    }
    queue_all(tx, &mails, now)
}
