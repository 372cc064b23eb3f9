//! GET /embed/{slug}: a petition in a frame of another site.

use super::asked::AskedFrame;
use super::embedded::Embedded;
use super::frame_cache::{FrameCache, FrameStamp};
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
pub async fn get(req: HttpRequest, frames: Data<FrameCache>, asked: AskedFrame) -> Result {
    let stamp = stamp(&asked);
    let key = (asked.shown.petition.id, asked.lang, asked.wish.clone());
    let ready = match frames.kept(&key, &stamp) {
        Some(ready) => ready,
        None => {
            let ready = write(&Embedded::asked(&asked, &req)?, asked.is_by_reader())?;
            frames.keep(key, stamp, &ready);
            ready
        }
    };
    if asked.wish.kind == FrameKind::Form && *req.method() == Method::GET {
        let sources = &asked.page_cache.source_cache;
        sources.opened(&asked.shown.petition, &asked.wish.via);
    }
    Ok(ready.answer(&req))
}

/// Taken before anything of the frame is written: what moves meanwhile makes it old.
fn stamp(asked: &AskedFrame) -> FrameStamp {
    let (petition, page_cache) = (&asked.shown.petition, &asked.page_cache);
    FrameStamp {
        second: asked.site.clock.now().seconds(),
        shown: Arc::clone(&asked.shown),
        number: page_cache.count_cache.public_count(petition).version,
        sources: page_cache.source_cache.version(petition.id),
    }
}

/// The frame with all headers of its answer: nothing in them is of whoever asked.
fn write(frame: &Embedded, is_by_reader: bool) -> Result<Arc<CachedResponse>> {
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
    let ready = CachedResponse::new(html, "text/html; charset=utf-8", KEPT);
    let ready = ready.with(POLICY_NAME, frame.policy()?);
    Ok(match is_by_reader {
        true => ready.with(VARY, HeaderValue::from_static("Accept-Language")),
        false => ready,
    })
}
