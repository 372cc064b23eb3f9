//! POST /embed/{slug}/code: confirming by the code from the mail, from inside a frame.

use super::embedded::Embedded;
use crate::db::Db;
use crate::signature::CheckMailNotice;
use crate::signature::check_mail::waiting_form::EnteredCode;
use crate::signature::confirm::queue::Confirming;
use crate::web::page::Errors;
use crate::web::{CheckedForm, Fields, Result};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// The code; the form it is about, sealed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FramedCode {
    form: String,
    code: String,
}

impl Fields for FramedCode {}

/// Confirms, or asks for the code again.
///
/// # Errors
/// As [`super::resend::post`]; a wrong code comes back in the frame, 422.
pub async fn post(
    frame: Embedded,
    db: Data<Db>,
    confirming: Data<Confirming>,
    typed: CheckedForm<FramedCode>,
) -> Result {
    let typed = typed.fields;
    let form = frame.acting(&typed.form)?;
    let code = (typed.code.as_str(), frame.lang);
    match frame
        .acts()
        .enter_code(&db, &confirming, &form, code)
        .await?
    {
        EnteredCode::Signed(_) => frame.signed(),
        EnteredCode::Wrong(key) => {
            let said = CheckMailNotice {
                errors: Errors::none().with("code", frame.words().say(key)),
                typed_code: typed.code,
                ..CheckMailNotice::default()
            };
            frame.check_mail(&form, said, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}
