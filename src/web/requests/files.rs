//! GET /assets/{name}: styles, script, font. The name changes with the content.

use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse};
use crate::web::answers::error::Error;
use crate::web::assets::CACHE_CONTROL;
use crate::web::site::Site;
use actix_web::web::{Data, Path};
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::Arc;

/// Assets as they are given out, compressed once.
#[derive(Default)]
pub struct Files(RwLock<HashMap<String, Arc<CachedResponse>>>);

/// An asset.
///
/// # Errors
/// 404 when there is none of this name.
pub async fn get(
    site: Data<Site>,
    files: Data<Files>,
    name: Path<String>,
) -> Result<CachedAnswer, Error> {
    let name = name.into_inner();
    if let Some(ready) = files.0.read().get(&name) {
        return Ok(CachedAnswer(Arc::clone(ready)));
    }
    let (bytes, kind) = site.assets.find(&name).ok_or(Error::NOT_FOUND)?;
    let ready = CachedResponse::new(
        bytes,
        kind,
        CachePolicy {
            cache: CACHE_CONTROL,
            is_open: true,
        },
    );
    files.0.write().insert(name, Arc::clone(&ready));
    Ok(CachedAnswer(ready))
}
