//! GET /p/{slug}/days.json and /p/{slug}/hours.json: the number over time, for charts of others.

use super::cached_json::{CachedJson, PartnerAnswer};
use crate::base::{Id, Slug, Time};
use crate::count::days::{Calendar, begins};
use crate::count::store::tallies::{self, Hour};
use crate::count::{CountCache, Counted};
use crate::db::Db;
use crate::petition::{Exposure, PetitionCache, PublicPetition};
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse, json};
use crate::web::{Error, PathArg, Site};
use actix_web::web::Data;
use serde::Serialize;
use std::sync::Arc;

/// A minute old at most.
const KEPT: CachePolicy = CachePolicy {
    cache: "public, max-age=60, s-maxage=60, stale-while-revalidate=600",
    is_open: true,
};
/// From so many signatures on it is told by the hour: of few, an hour might tell who it was.
const BY_HOUR_FROM: i64 = 1_000;
/// Hours that are told, the latest ones.
const HOURS: i64 = 31 * 24;

/// The number in a part of time.
#[derive(Serialize)]
struct Span {
    /// A day of the petition's zone, or the hour's beginning in UTC.
    at: String,
    /// How it changed; may be negative.
    change: i64,
    /// What it was at the end.
    signatures: i64,
}

/// The parts in which the petition was signed, the oldest first.
#[derive(Serialize)]
struct History<'a> {
    slug: &'a str,
    /// `day` or `hour`.
    by: &'static str,
    /// Whose days they are.
    time_zone: &'a str,
    parts: Vec<Span>,
}

/// Day by day, from the first one that somebody signed on.
///
/// # Errors
/// 404 without such a petition, and where times are not told; 410 once it was taken down; 503 while the database is away.
pub async fn by_day(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
) -> Result<CachedAnswer, Error> {
    let shown = told(&petition_cache, &slug)?;
    let now = site.clock.now();
    let write = async || answer(&shown, "day", days(&shown, &read(&db, &shown).await?, now));
    let of = (&shown.petition, PartnerAnswer::Days);
    written.within_a_minute(of, now, write).await
}

/// Hour by hour, those in which the number moved within the last 31 days.
///
/// # Errors
/// As [`by_day`]; 404 too below a thousand signatures.
pub async fn by_hour(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
) -> Result<CachedAnswer, Error> {
    let shown = told(&petition_cache, &slug)?;
    if count_cache.public_count(&shown.petition).signatures < BY_HOUR_FROM {
        return Err(Error::NOT_FOUND.saying("problem-404-hours"));
    }
    let now = site.clock.now();
    let write = async || answer(&shown, "hour", hours(&read(&db, &shown).await?, now));
    let of = (&shown.petition, PartnerAnswer::Hours);
    written.within_a_minute(of, now, write).await
}

/// The petition, where times are told of it.
fn told(petition_cache: &PetitionCache, slug: &Slug) -> Result<Arc<PublicPetition>, Error> {
    let shown = petition_cache.by_slug(slug)?;
    match shown.allows(Exposure::History) {
        true => Ok(shown),
        false => Err(Error::NOT_FOUND),
    }
}

async fn read(db: &Db, shown: &PublicPetition) -> Result<Vec<Hour>, Error> {
    let id: Id<Counted> = shown.petition.id.cast();
    Ok(db.read(move |conn| tallies::hours(conn, id, 0)).await?)
}

fn days(shown: &PublicPetition, hours: &[Hour], now: Time) -> Vec<Span> {
    let calendar = Calendar::of(&shown.petition.time_zone);
    let Some(first) = hours.first() else {
        return Vec::new();
    };
    let days = calendar.days(hours, calendar.date(begins(first.hour)), calendar.date(now));
    let mut signatures = 0;
    let part = |day: crate::count::days::Day| {
        signatures += day.change;
        Span {
            at: day.date.to_string(),
            change: day.change,
            signatures,
        }
    };
    days.into_iter().map(part).collect()
}

fn hours(hours: &[Hour], now: Time) -> Vec<Span> {
    let from = now.hour() - HOURS;
    let mut signatures = 0;
    let part = |hour: &Hour| {
        signatures += hour.change;
        (hour.hour > from).then(|| Span {
            at: begins(hour.hour).rfc3339(),
            change: hour.change,
            signatures,
        })
    };
    hours.iter().filter_map(part).collect()
}

fn answer(
    shown: &PublicPetition,
    by: &'static str,
    parts: Vec<Span>,
) -> Result<Arc<CachedResponse>, Error> {
    let body = json(&History {
        slug: shown.petition.slug.as_str(),
        by,
        time_zone: &shown.petition.time_zone,
        parts,
    })?;
    Ok(CachedResponse::new(body, "application/json", KEPT))
}
