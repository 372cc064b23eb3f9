//! POST /embed/{slug}/resend: the mail again, from inside a frame.

use super::embedded::Embedded;
use crate::db::Db;
use crate::signature::CheckMailNotice;
use crate::web::{CheckedForm, Fields, Result};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// A button; the form it is about, sealed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FramedResend {
    form: String,
}

impl Fields for FramedResend {}

/// Queues the mail again, three times at most. Says the same however often.
///
/// # Errors
/// As [`super::sign::post`]; 409 when the form was not sent from a frame of this petition within the hour.
pub async fn post(frame: Embedded, db: Data<Db>, pressed: CheckedForm<FramedResend>) -> Result {
    let form = frame.acting(&pressed.fields.form)?;
    frame.acts().send_again(&db, &form).await?;
    let said = CheckMailNotice {
        notice: Some("check-again-done"),
        ..CheckMailNotice::default()
    };
    frame.check_mail(&form, said, StatusCode::OK)
}
