//! GET /{lang}/p/{slug}/share/mastodon: at which server? POST: there, with the message written.
//!
//! Mastodon is many servers, so somebody has to say which is theirs. The answer is kept nowhere.

use super::ways;
use crate::base::{Host, LinkCode, Slug};
use crate::petition::{About, PublicPetition};
use crate::signature::page::page_cache::PageCache;
use crate::signature::page::parts;
use crate::web::answers::answer::{leads_away, page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{CheckedForm, Fields, PathArg, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "signature/share/mastodon.html")]
struct MastodonPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    about: About<'a>,
    action: String,
    message: String,
    server: String,
    errors: Errors,
}

/// Whose link is passed on.
#[derive(Debug, Default, Deserialize)]
pub struct MastodonQuery {
    #[serde(default)]
    via: String,
}

fn write(
    site: &Site,
    w: &Words,
    shown: &PublicPetition,
    code: Option<&LinkCode>,
    server: String,
    errors: Errors,
) -> Result {
    let status = errors.status();
    let frame = parts::frame(site, w, shown, w.say("mastodon-title"));
    let asks = MastodonPage {
        frame: frame.with_errors(!errors.is_empty()),
        w,
        about: About::of(shown, w.lang()),
        action: urls::share_on_mastodon(w.lang(), &shown.petition.slug, code),
        message: ways::mastodon_message(site, w, shown, code),
        server,
        errors,
    };
    Ok(leads_away(page(status, &asks)?))
}

/// Asks. Changes nothing.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub async fn get(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    asked: Option<Query<MastodonQuery>>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug(&slug)?;
    let code = asked.and_then(|asked| LinkCode::parse(&asked.via));
    let code = ways::own_link(&shown, code.as_ref());
    let words = shown.words(&site, reader.interface());
    let none = Errors::none();
    write(&site, &words, &shown, code, String::new(), none)
}

/// What is typed in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    server: String,
}

impl Fields for Server {}

/// Leads to the server, where the message waits to be posted.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 422 with the page for what is no public server's name.
pub async fn post(
    site: Data<Site>,
    page_cache: Data<PageCache>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
    asked: Option<Query<MastodonQuery>>,
    form: CheckedForm<Server>,
) -> Result {
    let shown = page_cache.petition_cache.by_slug(&slug)?;
    let code = asked.and_then(|asked| LinkCode::parse(&asked.via));
    let code = ways::own_link(&shown, code.as_ref());
    let words = shown.words(&site, reader.interface());
    let typed = form.fields.server;
    match Host::parse(&typed, site.strictness) {
        Ok(host) => {
            let message = ways::mastodon_message(&site, &words, &shown, code);
            Ok(see_other(&ways::on_mastodon(host.as_str(), &message)))
        }
        Err(wrong) => {
            let errors = Errors::none().with("server", words.say(wrong.key));
            write(&site, &words, &shown, code, typed, errors)
        }
    }
}
