//! What costs a processor some milliseconds to draw: one at a time, like the cards of petitions, and off the threads that answer.

use crate::petition::card::CardCache;
use crate::web::{Error, Result};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::block;

/// Draws a file and hands it out under this name, for whoever asked alone.
///
/// # Errors
/// 503 when too many wait for a drawing; 500 when what is built in is broken.
pub(super) async fn file(
    queue: &CardCache,
    name: &str,
    kind: &'static str,
    draw: impl FnOnce() -> Option<Vec<u8>> + Send + 'static,
) -> Result {
    let place = queue.drawing.enter().await;
    let _place = place.ok_or(Error::busy(5))?;
    let drawn = block(draw).await.map_err(|_| Error::FAULT)?;
    let bytes = drawn.ok_or_else(|| {
        tracing::error!("{name} could not be drawn");
        Error::FAULT
    })?;
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{name}\"")))
        .body(bytes))
}
