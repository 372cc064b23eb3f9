//! GET /p/{slug}/feed.atom and feed.json: a petition's updates for whoever follows it.
//!
//! Without a language in the address a feed is in the petition's own: caches and readers of feeds
//! do not negotiate.

use super::cache::{PublicUpdate, UpdateCache};
use crate::base::{Id, Lang, Slug, Time};
use crate::petition::{Petition, PetitionCache, PublicPetition};
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse, json};
use crate::web::{Error, PathArg, ReaderLang, Site, urls};
use actix_web::web::Data;
use askama::Template;
use parking_lot::RwLock;
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// Updates in a feed.
const MOST: usize = 20;
/// Feeds may be five minutes old.
const KEEPING: CachePolicy = CachePolicy {
    cache: "public, max-age=300",
    is_open: true,
};

/// Which feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Shape {
    Atom,
    Json,
}

/// Feeds as they were written, kept until an update or the petition changes: two for each
/// language of a petition at most.
#[derive(Clone, Default)]
pub struct Feeds(Arc<RwLock<CachedFeeds>>);

type CachedFeeds = HashMap<(Id<Petition>, Lang, Shape), ([i64; 3], Arc<CachedResponse>)>;

/// One update, as both feeds tell it.
struct FeedEntry<'a> {
    id: String,
    url: String,
    title: String,
    html: String,
    lang: &'a str,
    published: String,
    updated: String,
}

/// The picture of the petition, as both feeds tell it.
struct FeedPicture<'a> {
    url: String,
    width: i32,
    height: i32,
    alt: String,
    credit: String,
    lang: &'a str,
}

impl<'a> FeedPicture<'a> {
    fn of(site: &Site, shown: &'a PublicPetition, lang: Lang) -> Option<Self> {
        let picture = shown.picture.picture.as_ref()?;
        let text = picture.text(lang, shown.petition.lang)?;
        let path = urls::picture(&shown.petition.slug, &picture.large.hash.0);
        Some(Self {
            url: format!("{}{path}", site.base_url),
            width: picture.large.width,
            height: picture.large.height,
            alt: legal(&text.alt),
            credit: legal(&text.credit),
            lang: text.lang.as_str(),
        })
    }
}

/// Everything both feeds tell.
struct Feed<'a> {
    title: &'a str,
    lang: Lang,
    organization: &'a str,
    page: String,
    here: String,
    updated: String,
    picture: Option<FeedPicture<'a>>,
    entries: Vec<FeedEntry<'a>>,
}

/// What XML 1.0 cannot hold is left out; texts hold none of it but the two noncharacters.
fn legal(text: &str) -> String {
    let is_legal = |c: &char| {
        !matches!(c, '\u{FFFE}' | '\u{FFFF}') && (!c.is_control() || matches!(c, '\t' | '\n'))
    };
    text.chars().filter(is_legal).collect()
}

impl<'a> Feed<'a> {
    fn of(
        site: &Site,
        shown: &'a PublicPetition,
        all: &'a [Arc<PublicUpdate>],
        lang: Lang,
        here: &str,
    ) -> Result<Self, Error> {
        let petition = &shown.petition;
        let absolute = |path: &str| format!("{}{path}", site.base_url);
        let entry = |told: &'a Arc<PublicUpdate>| {
            let text = told.text(lang, petition.lang)?;
            let at = told.update.published_at?;
            Some((
                told.update.edited_at.unwrap_or(at),
                FeedEntry {
                    id: format!("urn:uuid:{}", told.update.id),
                    url: absolute(&urls::update(Some(lang), &petition.slug, told.update.id)),
                    title: legal(&text.title),
                    html: legal(&text.body_html),
                    lang: text.lang.as_str(),
                    published: at.rfc3339(),
                    updated: told.update.edited_at.unwrap_or(at).rfc3339(),
                },
            ))
        };
        let entries: Vec<(Time, FeedEntry<'a>)> = all.iter().filter_map(entry).take(MOST).collect();
        let begun = petition.published_at.unwrap_or(petition.created_at);
        let updated = entries.iter().map(|(at, _)| *at).max().unwrap_or(begun);
        Ok(Self {
            title: &shown.text(lang).ok_or(Error::NOT_FOUND)?.title,
            lang,
            organization: &shown.organization.name,
            page: absolute(&urls::petition(Some(lang), &petition.slug)),
            here: absolute(here),
            updated: updated.rfc3339(),
            picture: FeedPicture::of(site, shown, lang),
            entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        })
    }
}

#[derive(Template)]
#[template(path = "petition/update/feed.xml")]
struct Atom<'a> {
    feed: &'a Feed<'a>,
}

/// JSON Feed 1.1.
#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    language: String,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: &'a str,
    date_published: &'a str,
    date_modified: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    /// What the image shows: the format has no word for it.
    #[serde(rename = "_image", skip_serializing_if = "Option::is_none")]
    image_says: Option<ImageWords<'a>>,
}

#[derive(Serialize)]
struct ImageWords<'a> {
    alt: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    credit: &'a str,
    language: &'a str,
}

impl<'a> JsonFeed<'a> {
    fn of(feed: &'a Feed<'a>) -> Self {
        let item = |entry: &'a FeedEntry<'a>| Item {
            id: &entry.id,
            url: &entry.url,
            title: &entry.title,
            content_html: &entry.html,
            date_published: &entry.published,
            date_modified: &entry.updated,
            language: entry.lang,
            image: feed.picture.as_ref().map(|picture| picture.url.as_str()),
            image_says: feed.picture.as_ref().map(|picture| ImageWords {
                alt: &picture.alt,
                credit: &picture.credit,
                language: picture.lang,
            }),
        };
        Self {
            version: "https://jsonfeed.org/version/1.1",
            title: feed.title,
            home_page_url: &feed.page,
            feed_url: &feed.here,
            language: feed.lang.to_string(),
            authors: [Author {
                name: feed.organization,
            }],
            items: feed.entries.iter().map(item).collect(),
        }
    }
}

/// What both handlers are given.
struct FeedWriter<'a> {
    site: &'a Site,
    petition_cache: &'a PetitionCache,
    update_cache: &'a UpdateCache,
    feeds: &'a Feeds,
}

fn answer(
    managed: &FeedWriter<'_>,
    slug: &Slug,
    reader: &ReaderLang,
    shape: Shape,
) -> Result<CachedAnswer, Error> {
    let shown = managed.petition_cache.by_slug(slug)?;
    let petition = &shown.petition;
    let lang = reader.prefix().unwrap_or(petition.lang);
    let stand = [
        managed.update_cache.version(petition.id),
        petition.revision,
        shown.picture.revision,
    ];
    let key = (petition.id, lang, shape);
    if let Some((stood, ready)) = managed.feeds.0.read().get(&key)
        && *stood == stand
    {
        return Ok(CachedAnswer(Arc::clone(ready)));
    }
    let all = managed.update_cache.of(petition.id);
    let (here, kind) = match shape {
        Shape::Atom => (
            urls::feed_atom(Some(lang), slug),
            "application/atom+xml; charset=utf-8",
        ),
        Shape::Json => (
            urls::feed_json(Some(lang), slug),
            "application/feed+json; charset=utf-8",
        ),
    };
    let feed = Feed::of(managed.site, &shown, &all, lang, &here)?;
    let body = match shape {
        Shape::Atom => Atom { feed: &feed }.render()?,
        Shape::Json => json(&JsonFeed::of(&feed))?,
    };
    let ready = CachedResponse::new(body, kind, KEEPING);
    let entry = (stand, Arc::clone(&ready));
    managed.feeds.0.write().insert(key, entry);
    Ok(CachedAnswer(ready))
}

/// Atom (RFC 4287).
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub async fn atom(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    update_cache: Data<UpdateCache>,
    feeds: Data<Feeds>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
) -> Result<CachedAnswer, Error> {
    let managed = FeedWriter {
        site: &site,
        petition_cache: &petition_cache,
        update_cache: &update_cache,
        feeds: &feeds,
    };
    answer(&managed, &slug, &reader, Shape::Atom)
}

/// JSON Feed 1.1.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub(crate) async fn json_feed(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    update_cache: Data<UpdateCache>,
    feeds: Data<Feeds>,
    PathArg(slug): PathArg<Slug>,
    reader: ReaderLang,
) -> Result<CachedAnswer, Error> {
    let managed = FeedWriter {
        site: &site,
        petition_cache: &petition_cache,
        update_cache: &update_cache,
        feeds: &feeds,
    };
    answer(&managed, &slug, &reader, Shape::Json)
}
