//! GET /picture/{slug}/{picture}.jpg: one file of a petition's picture. GET /organize/petitions/{id}/picture/{picture}.jpg: the same for
//! its organizers, of a draft too.

use crate::account::{Action, Actor};
use crate::base::{Id, Slug};
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::Petition;
use crate::petition::store::pictures;
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse};
use crate::web::pictures::name::PictureHash;
use crate::web::pictures::served::{KEEPING, ServedPictures};
use crate::web::{Error, PathArg, urls};
use actix_web::Either;
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::web::Data;

/// Of what may put its reader in danger nothing is kept anywhere.
const NOTHING: CachePolicy = CachePolicy {
    cache: "no-store",
    is_open: false,
};

/// The file. An address from before the picture was changed leads to the one that is there now, for pages and feeds that caches still
/// have.
///
/// # Errors
/// 404 without such a petition or any picture of it; 410 once it was taken down; 503 while the database is away and the picture is not
/// in memory.
pub async fn get(
    petition_cache: Data<PetitionCache>,
    served: Data<ServedPictures>,
    db: Data<Db>,
    PathArg(slug): PathArg<Slug>,
    PathArg(hash): PathArg<PictureHash>,
) -> Result<Either<CachedAnswer, HttpResponse>, Error> {
    let shown = petition_cache.by_slug(&slug)?;
    let picture = shown.picture.picture.as_ref().ok_or(Error::NOT_FOUND)?;
    if !picture.has(&hash) {
        let now = urls::picture(&slug, &picture.small.hash.0);
        let to = HttpResponse::Found()
            .insert_header((LOCATION, now))
            .insert_header((CACHE_CONTROL, "no-store"))
            .finish();
        return Ok(Either::Right(to));
    }
    let (id, keeping) = match shown.petition.settings.high_risk {
        true => (shown.petition.id, NOTHING),
        false => (shown.petition.id, KEEPING),
    };
    let is_kept = keeping != NOTHING;
    if let Some(ready) = served.find(&hash.0).filter(|_| is_kept) {
        return Ok(Either::Left(CachedAnswer(ready)));
    }
    let name = hash.clone();
    let found = db
        .read(move |conn| pictures::bytes(conn, id, &name))
        .await?;
    let ready = CachedResponse::new(found.ok_or(Error::NOT_FOUND)?, "image/jpeg", keeping);
    if is_kept {
        served.put(hash.0, &ready);
    }
    Ok(Either::Left(CachedAnswer(ready)))
}

/// The file, for whoever may see the petition in the console.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 404 where the petition has no such file.
pub async fn own(
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(hash): PathArg<PictureHash>,
) -> crate::web::Result {
    ManagedPetition::open(&db, &actor, id, Action::SeePetitions).await?;
    let found = db
        .read(move |conn| pictures::bytes(conn, id, &hash))
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("image/jpeg")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(found.ok_or(Error::NOT_FOUND)?))
}
