//! GET /p/{slug}/events: the number as it moves, for programs (Server-Sent Events). Our own pages ask for `count.json` now and then instead:
//! a browser opens six connections to a host, and a stream would hold one of them.

use super::listeners::{Listeners, may_be_followed};
use crate::base::Slug;
use crate::count::CountCache;
use crate::petition::PetitionCache;
use crate::web::{Error, PathArg, Result, Source};
use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

/// The stream: `event: count`, `data: {"signatures":12,"goal":100}`, `id` the number. Never compressed, and nginx is told not to hold it
/// back.
///
/// # Errors
/// 404 without such a petition, and where times are not told; 410 once it was taken down. 204 where too many follow: it has programs stay away.
pub async fn get(
    req: HttpRequest,
    listeners: Data<Listeners>,
    petition_cache: Data<PetitionCache>,
    count_cache: Data<CountCache>,
    source: Source,
    PathArg(slug): PathArg<Slug>,
) -> Result {
    let shown = petition_cache.by_slug(&slug)?;
    if !may_be_followed(&shown) {
        return Err(Error::NOT_FOUND);
    }
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((CONTENT_TYPE, "text/event-stream; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .insert_header(("x-accel-buffering", "no"));
    if *req.method() == Method::HEAD {
        return Ok(answer.finish());
    }
    let count = count_cache.public_count(&shown.petition);
    match listeners.admit(source, &shown, &count)? {
        Some(events) => Ok(answer.streaming(events)),
        None => Ok(HttpResponse::NoContent()
            .insert_header((CACHE_CONTROL, "no-store"))
            .finish()),
    }
}
