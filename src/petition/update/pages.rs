//! What visitors see of updates. Plain data; the use cases fill it.

use super::cache::{PublicUpdate, UpdateCache};
use super::model::Update;
use crate::base::Lang;
use crate::petition::PublicPetition;
use crate::petition::page::pages::Headline;
use crate::web::page::Frame;
use crate::web::urls;
use crate::words::{Html, Words};
use askama::Template;

/// Updates named on the petition's page.
const LATEST: usize = 3;

/// The newest ones of a petition, as its page names them.
#[must_use]
pub(crate) fn latest(
    w: &Words,
    shown: &PublicPetition,
    update_cache: &UpdateCache,
) -> Vec<Headline> {
    let told = update_cache.of(shown.petition.id);
    let lines = told.iter().filter_map(|told| headline(w, shown, told));
    lines.take(LATEST).collect()
}

fn headline(w: &Words, shown: &PublicPetition, told: &PublicUpdate) -> Option<Headline> {
    let petition = &shown.petition;
    let text = told.text(w.lang(), petition.lang)?;
    let at = told.update.published_at?;
    Some(Headline {
        href: urls::update(Some(w.lang()), &petition.slug, told.update.id),
        title: text.title.clone(),
        lang: text.lang,
        at: at.rfc3339(),
        on: w.date(at, &petition.time_zone),
    })
}

/// `/p/{slug}/updates/{id}`: one update, whole.
#[derive(Template)]
#[template(path = "petition/update/show.html")]
pub struct UpdatePage<'a> {
    /// Surroundings. A preview says so in the ribbon.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// The title of the petition.
    pub petition: &'a str,
    /// Its language.
    pub petition_lang: Lang,
    /// The petition's page.
    pub petition_href: String,
    /// The title.
    pub title: &'a str,
    /// The text, sanitized.
    pub body: Html,
    /// Language of title and text.
    pub lang: Lang,
    /// Whether the text is missing in the page's language.
    pub is_untranslated: bool,
    /// When it was published.
    pub published: Option<When>,
    /// When it was edited last after that.
    pub edited: Option<When>,
}

/// A time as a page tells it: RFC 3339 and in words.
pub type When = (String, String);

/// When an update was published, and when it was edited last after that.
#[must_use]
pub(crate) fn told_at(w: &Words, zone: &str, update: &Update) -> (Option<When>, Option<When>) {
    let say = |at: crate::base::Time| (at.rfc3339(), w.date_time(at, zone));
    (update.published_at.map(say), update.edited_at.map(say))
}
