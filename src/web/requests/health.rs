//! GET /healthz: the process lives. GET /readyz: it can write.

use crate::db::{Db, Error};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::RETRY_AFTER;
use actix_web::web::Data;

/// Plain text for machines, in English.
fn answer(status: StatusCode, text: String) -> HttpResponse {
    let mut answer = HttpResponse::build(status);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        answer.insert_header((RETRY_AFTER, "5"));
    }
    answer.content_type("text/plain; charset=utf-8").body(text)
}

/// The process lives.
pub(crate) async fn healthz() -> HttpResponse {
    answer(StatusCode::OK, "ok\n".to_owned())
}

/// It can take a write lock, the last write was not refused, and every worker lives: whoever balances load sends signers elsewhere
/// while it is not so, and reads here why.
pub(crate) async fn readyz(db: Data<Db>) -> HttpResponse {
    let why = match (db.health().ended(), db.probe().await) {
        (Some(worker), _) => format!("the worker {worker} ended"),
        (None, Ok(())) => return answer(StatusCode::OK, "ready\n".to_owned()),
        (None, Err(Error::Unavailable(why))) => why.to_owned(),
        (None, Err(_)) => "the database refuses".to_owned(),
    };
    answer(
        StatusCode::SERVICE_UNAVAILABLE,
        format!("not ready: {why}\n"),
    )
}
