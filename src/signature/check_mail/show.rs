//! GET /p/{slug}/check: "check your email", what was signed, and what can be done until the mail is there.

use crate::signature::{CheckMailNotice, FormSender};
use crate::web::answers::answer::see_other;
use crate::web::{Result, urls};
use actix_web::http::StatusCode;
use actix_web::web::Query;
use serde::Deserialize;

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct CheckMailQuery {
    #[serde(default)]
    done: String,
}

/// The page.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub async fn get(sender: FormSender, done: Option<Query<CheckMailQuery>>) -> Result {
    let notice = match done.as_ref().map(|done| done.done.as_str()) {
        Some("again") => Some("check-again-done"),
        Some("other") => Some("check-other-done"),
        _ => None,
    };
    let said = CheckMailNotice {
        notice,
        ..CheckMailNotice::default()
    };
    sender.page(said, StatusCode::OK)
}

/// Where the page stood when its address held a key: leads to where it stands now.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down.
pub async fn moved(sender: FormSender) -> Result {
    let here = urls::check_mail(sender.reader.interface(), &sender.shown.petition.slug);
    Ok(see_other(&here))
}
