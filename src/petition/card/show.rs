//! GET /og/{slug}/{lang}/{card}.png: the picture that networks show beside a link.

use super::cache::CardCache;
use super::draw::png;
use super::face::{Face, key};
use super::model::{CardName, step};
use crate::base::Slug;
use crate::count::CountCache;
use crate::petition::PetitionCache;
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse};
use crate::web::{Error, PathArg, ReaderLang, Site};
use actix_web::web::{Data, block};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Networks may keep a card for good: what changes has another address. A day is enough for
/// caches, so that a title that had to be mended is not seen for long.
const KEEPING: CachePolicy = CachePolicy {
    cache: "public, max-age=86400",
    is_open: true,
};

/// The picture. An old name shows the petition as it stands, with its old number, which is still
/// true; unless so many took their names back that it is not.
///
/// # Errors
/// 404 without such a petition or language, and for a name this site has not made; 410 once the
/// petition was taken down; 503 when too many wait for a drawing.
pub async fn get(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    card_cache: Data<CardCache>,
    PathArg(slug): PathArg<Slug>,
    PathArg(name): PathArg<CardName>,
    reader: ReaderLang,
) -> Result<CachedAnswer, Error> {
    let shown = petition_cache.by_slug(&slug)?;
    let lang = reader.prefix().ok_or(Error::NOT_FOUND)?;
    if !name.is_ours(&key(&site), &shown.petition, lang) {
        return Err(Error::NOT_FOUND);
    }
    let counted = count_cache
        .standing(shown.petition.id.cast())
        .counts
        .counted;
    let face = Face::of(&site.words(lang), &shown, name.count.min(step(counted)));
    let content: [u8; 32] = Sha256::digest(face.content()).into();
    if let Some(card) = card_cache.find(&content) {
        return Ok(CachedAnswer(card));
    }
    let _place = card_cache.drawing.enter().await.ok_or(Error::busy(5))?;
    // Somebody may have drawn it while this one waited.
    if let Some(card) = card_cache.find(&content) {
        return Ok(CachedAnswer(card));
    }
    let drawn = block(move || png(&face)).await.map_err(|_| Error::FAULT)?;
    let bytes = drawn.ok_or_else(|| {
        tracing::error!("a card could not be drawn");
        Error::FAULT
    })?;
    let card = CachedResponse::new(bytes, "image/png", KEEPING);
    card_cache.put(content, Arc::clone(&card));
    Ok(CachedAnswer(card))
}
