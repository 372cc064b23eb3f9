//! GET /og/{slug}/{lang}/{card}.png and .jpg: the picture that networks show beside a link; the second has the petition's own on it.

use super::cache::CardCache;
use super::draw::{jpeg, png};
use super::face::{Face, key};
use super::model::{CardName, step};
use crate::base::Slug;
use crate::count::CountCache;
use crate::db::Db;
use crate::petition::store::pictures;
use crate::petition::{Exposure, PetitionCache, PublicPetition};
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

/// What a card is drawn of.
struct CardParts<'a> {
    site: &'a Site,
    petition_cache: &'a PetitionCache,
    count_cache: &'a CountCache,
    card_cache: &'a CardCache,
}

impl CardParts<'_> {
    /// The petition, and what a card of this name shows of it. An old name shows the petition as it stands, with its old number,
    /// which is still true; unless so many took their names back that it is not.
    fn face(
        &self,
        slug: &Slug,
        name: &CardName,
        reader: &ReaderLang,
    ) -> Result<(Arc<PublicPetition>, Face), Error> {
        let shown = self.petition_cache.by_slug(slug)?;
        let lang = reader.prefix().ok_or(Error::NOT_FOUND)?;
        let is_ours = name.is_ours(&key(self.site), &shown.petition, lang);
        if !is_ours || !shown.allows(Exposure::Card) {
            return Err(Error::NOT_FOUND);
        }
        let count = self.count_cache.public_count(&shown.petition);
        let count = name.count.min(step(count.signatures));
        let face = Face::of(
            &shown.words(self.site, lang),
            &shown,
            count,
            self.site.clock.now(),
        );
        Ok((shown, face))
    }

    /// The card as it was drawn already, or as it is drawn now, by whoever's turn it is.
    async fn drawn(
        &self,
        kind: &'static str,
        face: &Face,
        draw: impl AsyncFnOnce() -> Result<Option<Vec<u8>>, Error>,
    ) -> Result<CachedAnswer, Error> {
        let content = Sha256::new_with_prefix(kind).chain_update(face.content());
        let content: [u8; 32] = content.finalize().into();
        if let Some(card) = self.card_cache.find(&content) {
            return Ok(CachedAnswer(card));
        }
        let place = self.card_cache.drawing.enter().await;
        let _place = place.ok_or(Error::busy(5))?;
        // Somebody may have drawn it while this one waited.
        if let Some(card) = self.card_cache.find(&content) {
            return Ok(CachedAnswer(card));
        }
        let bytes = draw().await?.ok_or_else(|| {
            tracing::error!("a card could not be drawn");
            Error::FAULT
        })?;
        let card = CachedResponse::new(bytes, kind, KEEPING);
        self.card_cache.put(content, Arc::clone(&card));
        Ok(CachedAnswer(card))
    }
}

/// The card of strokes.
///
/// # Errors
/// 404 without such a petition or language, where signing may be a danger, and for a name this site has not made; 410 once the
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
    let parts = CardParts {
        site: &site,
        petition_cache: &petition_cache,
        count_cache: &count_cache,
        card_cache: &card_cache,
    };
    let (_, face) = parts.face(&slug, &name, &reader)?;
    let own = face.clone();
    let draw = async || block(move || png(&own)).await.map_err(|_| Error::FAULT);
    parts.drawn("image/png", &face, draw).await
}

/// The card with the petition's picture; of strokes alone where it has none any more.
///
/// # Errors
/// As [`get`]; 503 while the database is away and the card is not in memory.
#[expect(clippy::too_many_arguments, reason = "actix hands each of them in")]
pub async fn get_with_picture(
    site: Data<Site>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    card_cache: Data<CardCache>,
    db: Data<Db>,
    PathArg(slug): PathArg<Slug>,
    PathArg(name): PathArg<CardName>,
    reader: ReaderLang,
) -> Result<CachedAnswer, Error> {
    let parts = CardParts {
        site: &site,
        petition_cache: &petition_cache,
        count_cache: &count_cache,
        card_cache: &card_cache,
    };
    let (shown, face) = parts.face(&slug, &name, &reader)?;
    let face = face.with_picture(&shown);
    let (id, mut own) = (shown.petition.id, face.clone());
    let draw = async || {
        let picture = match own.picture.clone() {
            Some(hash) => {
                db.read(move |conn| pictures::bytes(conn, id, &hash))
                    .await?
            }
            None => None,
        };
        if picture.is_none() {
            own.picture = None;
        }
        let drawn = block(move || jpeg(&own, picture.as_deref()));
        drawn.await.map_err(|_| Error::FAULT)
    };
    parts.drawn("image/jpeg", &face, draw).await
}
