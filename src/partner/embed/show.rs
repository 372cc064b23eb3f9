//! GET /embed/{slug}: a petition in a frame of another site.

use super::embedded::Embedded;
use super::frame_cache::FrameCache;
use super::model::FrameKind;
use super::pages::CountFrame;
use crate::petition::page::pages::SignForm;
use crate::web::Result;
use crate::web::answers::answer::{CachePolicy, CachedResponse};
use crate::web::answers::content_policy::POLICY_NAME;
use actix_web::HttpRequest;
use actix_web::http::Method;
use actix_web::http::header::{HeaderValue, VARY};
use actix_web::web::Data;
use askama::Template;
use std::sync::Arc;

/// A frame may be a minute old; the number in it keeps itself up to date.
const KEPT: CachePolicy = CachePolicy {
    cache: "public, max-age=60",
    is_open: true,
};

/// The frame.
///
/// # Errors
/// 404 without such a petition, and where it stands in no frame; 410 once it was taken down.
pub async fn get(req: HttpRequest, frames: Data<FrameCache>, frame: Embedded) -> Result {
    let (petition, wish) = (&frame.shown.petition, &frame.wish);
    let version = frame.page_cache.count_cache.public_count(petition).version;
    let stamp = (frame.site.clock.now().seconds(), petition.revision, version);
    let key = (petition.id, frame.lang, wish.clone());
    let ready = frames.kept(key, stamp, || write(&frame))?;
    let mut response = ready.answer(&req);
    response.headers_mut().insert(POLICY_NAME, frame.policy()?);
    if wish.lang != Some(frame.lang) {
        let reader = HeaderValue::from_static("Accept-Language");
        response.headers_mut().append(VARY, reader);
    }
    if wish.kind == FrameKind::Form && *req.method() == Method::GET {
        frame.page_cache.source_cache.opened(petition, &wish.via);
    }
    Ok(response)
}

fn write(frame: &Embedded) -> Result<Arc<CachedResponse>> {
    let words = frame.words();
    let now = frame.site.clock.now();
    let html = match frame.wish.kind {
        FrameKind::Form => frame.form(&words, SignForm::default())?,
        _ => CountFrame {
            around: frame.around(&words),
            w: &words,
            progress: frame.progress(&words),
            is_open: frame.shown.petition.is_open(now) && !frame.is_paused(),
            is_over: frame.shown.petition.is_over(now),
        }
        .render()?,
    };
    Ok(CachedResponse::new(html, "text/html; charset=utf-8", KEPT))
}
