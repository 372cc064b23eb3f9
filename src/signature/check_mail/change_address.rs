//! POST /p/{slug}/check/address: the same signature with another address, in the place of this one.

use crate::db::Db;
use crate::signature::FormSender;
use crate::web::{Browser, CheckedForm, Fields, Result};
use actix_web::web::Data;
use serde::Deserialize;

/// Another address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherAddress {
    #[serde(default)]
    form: String,
    email: String,
    #[serde(default)]
    sure: String,
}

impl Fields for OtherAddress {}

/// Moves what was typed in to another address.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 409 when the form is not the one this browser sent last; 503 while
/// the database is away, or when the mail could not go within the hour. What has to be put right comes back as the page, 422.
pub(crate) async fn to_another(
    sender: FormSender,
    db: Data<Db>,
    browser: Browser,
    form: CheckedForm<OtherAddress>,
) -> Result {
    let typed = form.fields;
    let old = sender.acting(&typed.form)?;
    let by = (old, browser.hash());
    let to = (typed.email, !typed.sure.is_empty());
    match sender
        .acts()
        .change_address(&db, &sender.words(), by, to)
        .await?
    {
        Ok(moved) => sender.back_with(&moved, "other"),
        Err(said) => sender.refuse(said),
    }
}
