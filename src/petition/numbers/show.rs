//! GET /p/{slug}.json, /p/{slug}/count.json, /badge/{slug}.svg and .json: the number for
//! partner sites. From memory, open to every site, without cookies.

use super::cached_json::{CachedJson, PartnerAnswer};
use crate::base::{Id, Slug};
use crate::count::cache::{CountCache, LiveCount};
use crate::count::model::moving_goal;
use crate::petition::endorsement::EndorsementCache;
use crate::petition::{Exposure, Petition, PetitionCache, PledgeOption, PublicPetition};
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse, json};
use crate::web::{Error, PathArg, Site, urls};
use actix_web::web::{Data, Query};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Numbers may be ten seconds old at a partner's.
const COUNT: CachePolicy = CachePolicy {
    cache: "public, max-age=10, s-maxage=10, stale-while-revalidate=60",
    is_open: true,
};
/// Badges may be five minutes old.
const BADGE: CachePolicy = CachePolicy {
    cache: "public, max-age=300, s-maxage=300",
    is_open: true,
};

#[derive(Serialize)]
struct Count {
    signatures: i64,
    goal: i64,
    /// When somebody was counted last, where that may be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_at: Option<String>,
}

fn goal(shown: &PublicPetition, standing: &LiveCount) -> i64 {
    shown
        .petition
        .goal
        .map_or_else(|| moving_goal(standing.counts.counted), i64::from)
}

/// The number alone.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub async fn count(
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
) -> Result<CachedAnswer, Error> {
    let shown = petition_cache.by_slug(&slug)?;
    let standing = count_cache.standing(shown.petition.id.cast());
    let write = || {
        let body = json(&Count {
            signatures: standing.counts.counted,
            goal: goal(&shown, &standing),
            updated_at: shown
                .allows(Exposure::History)
                .then(|| standing.updated_at.max(shown.petition.created_at).rfc3339()),
        })?;
        Ok(CachedResponse::new(body, "application/json", COUNT))
    };
    written.while_it_stands(&shown.petition, standing.version, write)
}

/// Public facts, under the names that readers of petition feeds know.
#[derive(Serialize)]
struct Facts<'a> {
    id: Id<Petition>,
    slug: &'a str,
    url: String,
    kind: &'static str,
    title: &'a str,
    who: &'a str,
    what: &'a str,
    why: &'a str,
    language: &'a str,
    languages: Vec<String>,
    goal: i64,
    signature_count: i64,
    /// How many of them signed the text as it stands now, where something else was asked before.
    #[serde(skip_serializing_if = "Option::is_none")]
    signature_count_of_this_text: Option<i64>,
    organizations: i64,
    creator_name: &'a str,
    image_url: Option<String>,
    state: &'static str,
    ended: bool,
    successful: Option<bool>,
    opens_at: Option<String>,
    /// The first moment at which it takes none any more: an end at midnight is that of the day before, `last_day`.
    closes_at: Option<String>,
    /// In the petition's own zone.
    last_day: Option<String>,
    created_at: String,
    updated_at: String,
    /// What can be promised, where there is a choice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    promises: Vec<Promise>,
}

/// One promise of a pledge.
#[derive(Serialize)]
struct Promise {
    words: String,
    /// How many chose it; told as the page does, of all or of none: what is left out could be found by subtraction.
    signatures: Option<i64>,
}

fn promises(shown: &PublicPetition, count_cache: &CountCache) -> Vec<Promise> {
    let all = &shown.promises;
    let told = count_cache.told(shown.petition.id, all).unwrap_or_default();
    let one = |one: &PledgeOption| {
        let counted = told.iter().find(|(id, _)| *id == one.id);
        Some(Promise {
            words: all.shown(one, shown.petition.lang)?.words,
            signatures: counted.map(|(_, n)| *n),
        })
    };
    all.choices().iter().filter_map(one).collect()
}

/// Everything public about a petition, in its own language.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub async fn facts(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    endorsement_cache: Data<EndorsementCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
) -> Result<CachedAnswer, Error> {
    let shown = petition_cache.by_slug(&slug)?;
    let petition = &shown.petition;
    let (tally, own) = (
        count_cache.standing(petition.id.cast()).version,
        endorsement_cache.version(petition.id),
    );
    let write = || all_facts(&site, &shown, &count_cache, &endorsement_cache);
    written.within_a_second(
        (petition, PartnerAnswer::Facts),
        (site.clock.now(), tally, own),
        write,
    )
}

fn image_url(site: &Site, shown: &PublicPetition) -> Option<String> {
    let picture = shown.picture.picture.as_ref()?;
    let path = urls::picture(&shown.petition.slug, &picture.large.hash.0);
    Some(format!("{}{path}", site.base_url))
}

fn all_facts(
    site: &Site,
    shown: &PublicPetition,
    count_cache: &CountCache,
    endorsement_cache: &EndorsementCache,
) -> Result<Arc<CachedResponse>, Error> {
    let petition = &shown.petition;
    let text = shown.text(petition.lang).ok_or(Error::NOT_FOUND)?;
    let standing = count_cache.standing(petition.id.cast());
    let body = json(&Facts {
        id: petition.id,
        slug: petition.slug.as_str(),
        url: format!("{}{}", site.base_url, urls::petition(None, &petition.slug)),
        kind: petition.kind.as_str(),
        title: &text.title,
        who: &text.target,
        what: &text.ask,
        why: &text.body,
        language: text.lang.as_str(),
        languages: shown.langs().map(|lang| lang.to_string()).collect(),
        goal: goal(shown, &standing),
        signature_count: standing.counts.counted,
        signature_count_of_this_text: count_cache.this_text(shown),
        organizations: endorsement_cache.number(petition),
        creator_name: &shown.organization.name,
        image_url: image_url(site, shown),
        state: petition.phase(site.clock.now()).as_str(),
        ended: petition.is_over(site.clock.now()),
        // Nobody has said yet whether it was.
        successful: None,
        opens_at: petition.opens_at.map(|at| at.rfc3339()),
        closes_at: petition.closes_at.map(|at| at.rfc3339()),
        last_day: petition.last_date().map(|day| day.to_string()),
        created_at: petition.created_at.rfc3339(),
        updated_at: match petition.allows(Exposure::History) {
            true => petition.updated_at.max(standing.updated_at).rfc3339(),
            false => petition.updated_at.rfc3339(),
        },
        promises: promises(shown, count_cache),
    })?;
    Ok(CachedResponse::new(body, "application/json", COUNT))
}

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

/// What a badge may be told in its address.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub struct BadgeQuery {
    label: Option<String>,
    color: Option<String>,
    style: Option<String>,
}

/// `/badge/{slug}.json`
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub(crate) async fn badge_json(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
) -> Result<CachedAnswer, Error> {
    let (shown, standing) = at(&petition_cache, &count_cache, &slug)?;
    let write = || {
        let body = json(&Shield {
            schema_version: 1,
            label: site
                .words(shown.petition.lang)
                .say("badge-label")
                .to_owned(),
            message: message(&site, &shown, &standing),
            color: "2a3e9e",
            cache_seconds: 300,
        })?;
        Ok(CachedResponse::new(body, "application/json", BADGE))
    };
    let stand = (site.clock.now(), standing.version, 0);
    written.within_a_second((&shown.petition, PartnerAnswer::BadgeJson), stand, write)
}

fn at(
    petition_cache: &PetitionCache,
    count_cache: &CountCache,
    slug: &Slug,
) -> Result<(Arc<PublicPetition>, LiveCount), Error> {
    let shown = petition_cache.by_slug(slug)?;
    let standing = count_cache.standing(shown.petition.id.cast());
    Ok((shown, standing))
}

fn message(site: &Site, shown: &PublicPetition, standing: &LiveCount) -> String {
    let words = site.words(shown.petition.lang);
    let counted = standing.counts.counted;
    if shown.petition.is_over(site.clock.now()) {
        return words.number(counted);
    }
    words.plain2("badge-of", "n", counted, "goal", goal(shown, standing))
}

#[derive(askama::Template)]
#[template(path = "petition/numbers/badge.svg", escape = "html")]
struct Badge<'a> {
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

/// Most characters of a badge's own label.
const LABEL: usize = 40;

/// `/badge/{slug}.svg?label=&color=&style=flat|flat-square`: an own drawing without references.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down. A wish that is none is ignored.
pub(crate) async fn badge_svg(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
    wishes: Option<Query<BadgeQuery>>,
) -> Result<CachedAnswer, Error> {
    let (shown, standing) = at(&petition_cache, &count_cache, &slug)?;
    let wishes = wishes.map(Query::into_inner).unwrap_or_default();
    let is_plain = wishes == BadgeQuery::default();
    let write = || draw(&site, &shown, &standing, wishes);
    if is_plain {
        let stand = (site.clock.now(), standing.version, 0);
        return written.within_a_second((&shown.petition, PartnerAnswer::BadgeSvg), stand, write);
    }
    // Whoever has wishes has it drawn for themselves: wishes are as many as words.
    write().map(CachedAnswer)
}

fn draw(
    site: &Site,
    shown: &PublicPetition,
    standing: &LiveCount,
    wishes: BadgeQuery,
) -> Result<Arc<CachedResponse>, Error> {
    use askama::Template;
    let words = site.words(shown.petition.lang);
    let label: String = match wishes.label {
        Some(label) => label
            .chars()
            .filter(|c| !c.is_control())
            .take(LABEL)
            .collect(),
        None => words.say("badge-label").to_owned(),
    };
    let is_color = |text: &String| {
        matches!(text.len(), 3 | 6) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let color = wishes
        .color
        .filter(is_color)
        .unwrap_or_else(|| "2a3e9e".to_owned());
    let message = message(site, shown, standing);
    let svg = Badge {
        label: &label,
        message: &message,
        color: &color,
        left: width(&label),
        right: width(&message),
        radius: if wishes.style.as_deref() == Some("flat-square") {
            0
        } else {
            3
        },
    }
    .render()?;
    Ok(CachedResponse::new(
        svg,
        "image/svg+xml; charset=utf-8",
        BADGE,
    ))
}

/// Pixels for a text of 11 px Verdana or what stands in for it, with room at both sides.
fn width(text: &str) -> usize {
    text.chars().count() * 7 + 12
}
