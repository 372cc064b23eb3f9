//! POST /embed/{slug}/address: the same signature with another address, from inside a frame.

use super::embedded::Embedded;
use crate::db::Db;
use crate::signature::CheckMailNotice;
use crate::web::{CheckedForm, Fields, Result};
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// Another address; the form it is about, sealed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FramedAddress {
    form: String,
    email: String,
    #[serde(default)]
    sure: String,
}

impl Fields for FramedAddress {}

/// Moves what was typed in to another address.
///
/// # Errors
/// As [`super::resend::post`]; what has to be put right comes back in the frame, 422.
pub async fn post(frame: Embedded, db: Data<Db>, form: CheckedForm<FramedAddress>) -> Result {
    let typed = form.fields;
    let old = frame.acting(&typed.form)?;
    let to = (typed.email, !typed.sure.is_empty());
    let words = frame.words();
    let acts = frame.acts();
    let moved = acts.change_address(&db, &words, (&old, None), to);
    match moved.await? {
        Ok(moved) => {
            let said = CheckMailNotice {
                notice: Some("check-other-done"),
                ..CheckMailNotice::default()
            };
            frame.check_mail(&moved, said, StatusCode::OK)
        }
        Err(said) => frame.check_mail(&old, said, StatusCode::UNPROCESSABLE_ENTITY),
    }
}
