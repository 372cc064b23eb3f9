//! GET /logo/{logo}.png: the logo of an organization that is shown: one that signed a petition, or one whose petition it is.

use super::cache::EndorsementCache;
use super::store;
use crate::account::store::organization_logo;
use crate::db::Db;
use crate::petition::{Exposure, PetitionCache};
use crate::web::answers::answer::{CachedAnswer, CachedResponse};
use crate::web::pictures::name::PictureHash;
use crate::web::pictures::served::{KEEPING, ServedPictures};
use crate::web::{Error, PathArg};
use actix_web::web::Data;

/// The picture, while an organization that is shown has it.
///
/// # Errors
/// 404 where none has; 503 while the database is away and the picture is not in memory.
pub async fn get(
    petition_cache: Data<PetitionCache>,
    endorsement_cache: Data<EndorsementCache>,
    served: Data<ServedPictures>,
    db: Data<Db>,
    PathArg(PictureHash(sha256)): PathArg<PictureHash>,
) -> Result<CachedAnswer, Error> {
    let is_shown = endorsement_cache.with_logo(&sha256).into_iter().any(|id| {
        petition_cache
            .by_id(id)
            .is_some_and(|shown| !shown.is_removed() && shown.allows(Exposure::Organizations))
    });
    let owner = petition_cache.organization_with_logo(&sha256);
    if !is_shown && owner.is_none() {
        return Err(Error::NOT_FOUND);
    }
    if let Some(ready) = served.find(&sha256) {
        return Ok(CachedAnswer(ready));
    }
    let name = sha256.clone();
    let found = db.read(move |conn| match owner {
        Some(owner) => organization_logo::find(conn, owner, &name),
        None => store::shown_logo(conn, &name),
    });
    let found = found.await?;
    let ready = CachedResponse::new(found.ok_or(Error::NOT_FOUND)?, "image/png", KEEPING);
    served.put(sha256, &ready);
    Ok(CachedAnswer(ready))
}
