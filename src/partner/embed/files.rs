//! GET /embed/v1.js: the script that partners load. GET /embed/look/{sheet}/{look}.css: a sheet of frames with a look of its own.

use super::look::Look;
use super::model::FrameKind;
use crate::web::answers::answer::{CachePolicy, CachedAnswer, CachedResponse};
use crate::web::{Error, Site};
use actix_web::web::{Data, Path};

/// It keeps its address when it changes, so nobody keeps it for long.
const LOADER: CachePolicy = CachePolicy {
    cache: "public, max-age=300, stale-while-revalidate=86400",
    is_open: true,
};
/// Its address changes with the sheet.
const SHEET: CachePolicy = CachePolicy {
    cache: "public, max-age=31536000, immutable",
    is_open: true,
};

/// The script.
///
/// # Errors
/// 500 when it is not in the program.
pub async fn loader(site: Data<Site>) -> Result<CachedAnswer, Error> {
    let (script, kind) = site.assets.named("loader.js").ok_or(Error::FAULT)?;
    Ok(CachedAnswer(CachedResponse::new(script, kind, LOADER)))
}

/// The sheet.
///
/// # Errors
/// 404 when it is no sheet of frames, or the look is none.
pub async fn sheet(site: Data<Site>, path: Path<(String, String)>) -> Result<CachedAnswer, Error> {
    let (sheet, look) = path.into_inner();
    let look = Look::parse(&look).ok_or(Error::NOT_FOUND)?;
    let address = format!("/assets/{sheet}.css");
    let ours = |kind: FrameKind| site.assets.url(kind.sheet()) == address;
    let name = format!("{sheet}.css");
    let found = FrameKind::ALL.into_iter().any(ours);
    let (css, kind) = found
        .then(|| site.assets.find(&name))
        .flatten()
        .ok_or(Error::NOT_FOUND)?;
    let css = look.sheet(&String::from_utf8_lossy(&css));
    Ok(CachedAnswer(CachedResponse::new(css, kind, SHEET)))
}
