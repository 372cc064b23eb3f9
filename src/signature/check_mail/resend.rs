//! POST /p/{slug}/check/resend: the mail again.

use crate::db::Db;
use crate::signature::FormSender;
use crate::web::{CheckedForm, Fields, Result};
use actix_web::web::Data;
use serde::Deserialize;

/// A button; the form it is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResendForm {
    #[serde(default)]
    form: String,
}

impl Fields for ResendForm {}

/// Queues the mail again, three times at most. Says the same however often.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 409 when the form is not the one this browser sent last; 503 while
/// the database is away, or when the mail could not go within the hour.
pub async fn again(sender: FormSender, db: Data<Db>, pressed: CheckedForm<ResendForm>) -> Result {
    let form = sender.acting(&pressed.fields.form)?;
    sender.acts().send_again(&db, form).await?;
    Ok(sender.back("again"))
}
