//! GET /healthz: the process lives. GET /readyz: it can write.

use super::error::{Error, Result};
use crate::db::Db;
use actix_web::HttpResponse;
use actix_web::web::Data;

/// The process lives.
pub async fn healthz() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ok\n")
}

/// It can take a write lock: whoever balances load sends signers elsewhere while it cannot.
///
/// # Errors
/// 503 while the database is away.
pub async fn readyz(db: Data<Db>) -> Result {
    db.probe().await.map_err(|_| Error::busy(5))?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ready\n"))
}
