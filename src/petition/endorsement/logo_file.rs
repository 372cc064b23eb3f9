//! GET /logo/{logo}.png: the logo of an organization that is shown.

use super::cache::EndorsementCache;
use super::logo::picture::LogoHash;
use super::store;
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse};
use crate::web::{Error, PathArg};
use actix_web::web::Data;
use lru::LruCache;
use parking_lot::Mutex;
use std::num::NonZeroUsize;
use std::sync::Arc;

/// Logos kept: of at most some 150 KB each.
const KEPT: NonZeroUsize = NonZeroUsize::MIN.saturating_add(95);

/// What is at an address never changes. A day is enough for caches, so that a logo that was taken back is not kept for long.
const KEEPING: CachePolicy = CachePolicy {
    cache: "public, max-age=86400, immutable",
    is_open: false,
};

/// Logos as they were given out last; the one not asked for the longest makes room.
#[derive(Clone)]
pub struct Logos(Arc<Mutex<LruCache<String, Arc<CachedResponse>>>>);

impl Default for Logos {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(KEPT))))
    }
}

/// The picture, while an organization that is shown has it.
///
/// # Errors
/// 404 where none has; 503 while the database is away and the picture is not in memory.
pub async fn get(
    petition_cache: Data<PetitionCache>,
    endorsement_cache: Data<EndorsementCache>,
    logos: Data<Logos>,
    db: Data<Db>,
    PathArg(LogoHash(sha256)): PathArg<LogoHash>,
) -> Result<CachedAnswer, Error> {
    let is_shown = endorsement_cache.with_logo(&sha256).into_iter().any(|id| {
        petition_cache
            .by_id(id)
            .is_some_and(|shown| !shown.is_removed() && !shown.petition.settings.high_risk)
    });
    if !is_shown {
        return Err(Error::NOT_FOUND);
    }
    if let Some(ready) = logos.0.lock().get(&sha256) {
        return Ok(CachedAnswer(Arc::clone(ready)));
    }
    let name = sha256.clone();
    let found = db.read(move |conn| store::shown_logo(conn, &name)).await?;
    let ready = CachedResponse::new(found.ok_or(Error::NOT_FOUND)?, "image/png", KEEPING);
    logos.0.lock().put(sha256, Arc::clone(&ready));
    Ok(CachedAnswer(ready))
}
