//! GET /p/{slug}/check/{ticket}: "check your email", what was signed, and what can be done until the mail is there.

use crate::db::Db;
use crate::signature::{Said, TicketHolder};
use crate::web::Result;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
}

/// The page.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away.
pub async fn get(holder: TicketHolder, db: Data<Db>, done: Option<Query<Done>>) -> Result {
    let notice = match done.as_ref().map(|done| done.done.as_str()) {
        Some("again") => Some("check-again-done"),
        Some("other") => Some("check-other-done"),
        _ => None,
    };
    let said = Said {
        notice,
        ..Said::default()
    };
    holder.page(&db, said, StatusCode::OK).await
}
