//! POST /organize/operator/reports/{id}: notes that a report was dealt with, or that it was not, and what the operator thinks of it.

use crate::account::OperatorForm;
use crate::base::{Cursor, Id, Text};
use crate::db::Db;
use crate::site::report::deal;
use crate::site::report::model::{NOTE, PageReport};
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, TextField, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// What is noted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DealFields {
    #[serde(default)]
    note: String,
    /// `dealt` or `open`.
    #[serde(default)]
    state: String,
    /// Where the list was read.
    #[serde(default)]
    after: String,
}

impl Fields for DealFields {
    const TEXTS: &'static [TextField] = &[TextField::one("note", "operator-report-note", NOTE)];
}

/// Notes it, and leads back to where the list was read. Pressed twice it changes nothing more.
///
/// # Errors
/// 404 for who is no operator, and for a report that is gone; 422 for a note that is too long.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<PageReport>>,
    sent: OperatorForm<DealFields>,
) -> Result {
    let typed = sent.fields;
    let note = Text::<NOTE>::optional(&typed.note)?;
    let is_dealt = match typed.state.as_str() {
        "dealt" => true,
        "open" => false,
        _ => return Err(Error::UNPROCESSABLE),
    };
    let now = site.clock.now();
    let is_there = db
        .write(move |tx| {
            let note = note.as_ref().map_or("", |note| note.as_str());
            deal(tx, id, (is_dealt, note), now)
        })
        .await?;
    if !is_there {
        return Err(Error::NOT_FOUND);
    }
    let after = Cursor::asked(&typed.after).ok().flatten();
    Ok(see_other(&format!(
        "{}#r-{id}",
        urls::operator_reports(after.as_ref())
    )))
}
