//! GET /badge/{slug}.svg and .json: the number as a badge, drawn by us or by shields.io, in each language.

use super::cached_json::{CachedJson, PartnerAnswer};
use crate::base::{Lang, Slug};
use crate::count::CountCache;
use crate::petition::numbers::public_count::PublicCount;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse, json};
use crate::web::{Error, PathArg, Site};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use icu::properties::CodePointMapData;
use icu::properties::props::EastAsianWidth;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Badges may be five minutes old.
const KEPT: CachePolicy = CachePolicy {
    cache: "public, max-age=300, s-maxage=300",
    is_open: true,
};
/// The right half, unless somebody wishes another.
const COLOR: &str = "2a3e9e";
/// Most characters of a badge's own label.
const LABEL: usize = 40;

/// The endpoint schema of shields.io, which refuses unknown keys.
#[derive(Serialize)]
struct Shield {
    #[serde(rename = "schemaVersion")]
    schema_version: u8,
    label: String,
    message: String,
    color: &'static str,
    #[serde(rename = "cacheSeconds")]
    cache_seconds: u32,
}

/// What a badge may be told in its address. A wish that is none is passed over.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub struct BadgeQuery {
    lang: Option<String>,
    label: Option<String>,
    color: Option<String>,
    style: Option<String>,
}

impl BadgeQuery {
    /// The language to write it in: one the program speaks, else the petition's own.
    fn lang(&self, site: &Site, shown: &PublicPetition) -> Lang {
        let asked = self.lang.as_deref().and_then(|tag| Lang::parse(tag).ok());
        let spoken = asked.filter(|lang| site.library.languages().contains(lang));
        spoken.unwrap_or(shown.petition.lang)
    }

    /// Whether it wishes nothing but a language.
    fn is_plain(&self) -> bool {
        self.label.is_none() && self.color.is_none() && self.style.is_none()
    }
}

/// `/badge/{slug}.json`
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub(crate) async fn for_shields(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
    wishes: Option<Query<BadgeQuery>>,
) -> Result<CachedAnswer, Error> {
    let shown = petition_cache.by_slug(&slug)?;
    let count = count_cache.public_count(&shown.petition);
    let wishes = wishes.map(Query::into_inner).unwrap_or_default();
    let lang = wishes.lang(&site, &shown);
    let write = || {
        let w = site.words(lang);
        let body = json(&Shield {
            schema_version: 1,
            label: w.say("badge-label").to_owned(),
            message: message(&site, &w, &shown, &count),
            color: COLOR,
            cache_seconds: 300,
        })?;
        Ok(CachedResponse::new(body, "application/json", KEPT))
    };
    let answer = PartnerAnswer::BadgeJson(lang);
    let stand = (site.clock.now(), count.version, 0);
    written.within_a_second((&shown.petition, answer), stand, write)
}

fn message(site: &Site, w: &Words, shown: &PublicPetition, count: &PublicCount) -> String {
    match shown.petition.is_over(site.clock.now()) {
        true => w.number(count.signatures),
        false => w.plain2("badge-of", "n", count.signatures, "goal", count.goal),
    }
}

/// The drawing, in pixels.
#[derive(Template)]
#[template(path = "partner/numbers/badge.svg", escape = "html")]
struct Badge<'a> {
    lang: Lang,
    dir: &'static str,
    label: &'a str,
    message: &'a str,
    color: &'a str,
    left: usize,
    right: usize,
    radius: u8,
}

impl Badge<'_> {
    fn whole(&self) -> usize {
        self.left + self.right
    }

    fn left_middle(&self) -> usize {
        self.left / 2
    }

    fn right_middle(&self) -> usize {
        self.left + self.right / 2
    }
}

/// `/badge/{slug}.svg?lang=&label=&color=&style=flat|flat-square`: an own drawing without references.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub(crate) async fn drawn(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
    wishes: Option<Query<BadgeQuery>>,
) -> Result<CachedAnswer, Error> {
    let shown = petition_cache.by_slug(&slug)?;
    let count = count_cache.public_count(&shown.petition);
    let wishes = wishes.map(Query::into_inner).unwrap_or_default();
    let lang = wishes.lang(&site, &shown);
    let write = || {
        let w = site.words(lang);
        draw(&w, &message(&site, &w, &shown, &count), &wishes)
    };
    if wishes.is_plain() {
        let answer = PartnerAnswer::BadgeSvg(lang);
        let stand = (site.clock.now(), count.version, 0);
        return written.within_a_second((&shown.petition, answer), stand, write);
    }
    // Whoever has wishes has it drawn for themselves: wishes are as many as words.
    write().map(CachedAnswer)
}

fn draw(w: &Words, message: &str, wishes: &BadgeQuery) -> Result<Arc<CachedResponse>, Error> {
    let label: String = match &wishes.label {
        Some(label) => label
            .chars()
            .filter(|c| !c.is_control())
            .take(LABEL)
            .collect(),
        None => w.say("badge-label").to_owned(),
    };
    let is_color = |text: &&str| {
        matches!(text.len(), 3 | 6) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let badge = Badge {
        lang: w.lang(),
        dir: w.dir(),
        label: &label,
        message,
        color: wishes.color.as_deref().filter(is_color).unwrap_or(COLOR),
        left: width(&label),
        right: width(message),
        radius: match wishes.style.as_deref() {
            Some("flat-square") => 0,
            _ => 3,
        },
    };
    let svg = badge.render()?;
    Ok(CachedResponse::new(
        svg,
        "image/svg+xml; charset=utf-8",
        KEPT,
    ))
}

/// Pixels for a text of 11 px Verdana or what stands in for it, with room at both sides. Letters that fill a square take one.
fn width(text: &str) -> usize {
    let widths = CodePointMapData::<EastAsianWidth>::new();
    let pixels = |c| match widths.get(c) {
        EastAsianWidth::Wide | EastAsianWidth::Fullwidth => 12,
        _ => 7,
    };
    text.chars().map(pixels).sum::<usize>() + 12
}
