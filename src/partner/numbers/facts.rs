//! GET /p/{slug}.json and /petitions/{slug}.json: everything public about a petition, under the names that readers of petition feeds know.

use super::cached_json::{CachedJson, PartnerAnswer};
use super::model::KEPT;
use crate::base::{Id, Slug};
use crate::count::cache::CountCache;
use crate::petition::delivery::Delivery;
use crate::petition::endorsement::EndorsementCache;
use crate::petition::{Petition, PetitionCache, PledgeOption, PublicPetition};
use crate::web::answers::answer::{CachedAnswer, CachedResponse, json};
use crate::web::{Error, PathArg, Site, urls};
use actix_web::web::Data;
use serde::Serialize;
use std::sync::Arc;

/// The answer.
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
    /// What was handed over, where organizers tell it, the last first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    deliveries: Vec<HandedOver<'a>>,
}

/// One delivery.
#[derive(Serialize)]
struct HandedOver<'a> {
    /// In the petition's own zone.
    day: String,
    to: &'a str,
    how: &'static str,
    signatures: i64,
    named: i64,
    /// Of the file that was handed over.
    sha256: Option<&'a str>,
}

fn handed_over(one: &Delivery) -> HandedOver<'_> {
    HandedOver {
        day: one.day.to_string(),
        to: &one.recipients,
        how: one.way.as_str(),
        signatures: one.signatures,
        named: one.named,
        sha256: one.sha256.as_deref(),
    }
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
    let told = count_cache.told(&shown.petition, all).unwrap_or_default();
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
pub async fn get(
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
        count_cache.public_count(petition).version,
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
    let count = count_cache.public_count(petition);
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
        goal: count.goal,
        signature_count: count.signatures,
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
        updated_at: count
            .moved_at
            .map_or(petition.updated_at, |at| petition.updated_at.max(at))
            .rfc3339(),
        promises: promises(shown, count_cache),
        deliveries: shown.deliveries.iter().map(handed_over).collect(),
    })?;
    Ok(CachedResponse::new(body, "application/json", KEPT))
}
