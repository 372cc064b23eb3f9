//! GET /p/{slug}/count.json and /p/{slug}/count.txt: the number alone.

use super::cached_json::{CachedJson, PartnerAnswer};
use super::model::{Count, KEPT};
use crate::base::Slug;
use crate::count::CountCache;
use crate::petition::PetitionCache;
use crate::web::answers::answer::{CachedAnswer, CachedResponse, json};
use crate::web::{Error, PathArg};
use actix_web::web::Data;

/// As JSON.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub async fn as_json(
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
) -> Result<CachedAnswer, Error> {
    let shown = petition_cache.by_slug(&slug)?;
    let count = count_cache.public_count(&shown.petition);
    let write = || {
        let body = json(&Count::with_time(&count))?;
        Ok(CachedResponse::new(body, "application/json", KEPT))
    };
    written.while_it_stands(
        (&shown.petition, PartnerAnswer::Count),
        count.version,
        write,
    )
}

/// As digits and nothing else, for a shell or a spreadsheet.
///
/// # Errors
/// As [`as_json`].
pub async fn as_text(
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    written: Data<CachedJson>,
    PathArg(slug): PathArg<Slug>,
) -> Result<CachedAnswer, Error> {
    let shown = petition_cache.by_slug(&slug)?;
    let count = count_cache.public_count(&shown.petition);
    let write = || {
        let body = format!("{}\n", count.signatures);
        Ok(CachedResponse::new(body, "text/plain; charset=utf-8", KEPT))
    };
    written.while_it_stands(
        (&shown.petition, PartnerAnswer::CountText),
        count.version,
        write,
    )
}
