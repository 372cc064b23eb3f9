//! Keeps what is typed into a page of the editor, where it was sent to be kept and not to be saved.

use crate::account::Actor;
use crate::base::{Id, Time};
use crate::db::Db;
use crate::petition::edit::edited_part::EditedPart;
use crate::petition::edit::forms::page_press::PagePress;
use crate::petition::store::kept_copies::{self, KeptCopy};
use crate::petition::store::petition_versions::PageFields;
use crate::web::Error;
use crate::web::answers::answer::see_other;
use actix_web::HttpResponse;

/// Keeps it under the key that the page was shown with, and answers: 204 to the page that keeps while somebody types, else the page with
/// what was kept. None where it was sent to be saved.
///
/// # Errors
/// 422, and nothing is kept, where the key is another page's, or none.
pub(crate) async fn keep(
    db: &Db,
    edited: &EditedPart,
    actor: &Actor,
    (press, revision, fields): (&PagePress, &str, PageFields),
    now: Time,
) -> std::result::Result<Option<HttpResponse>, Error> {
    let is_without_press = match press.then.as_str() {
        "keep" => false,
        "keep-on" => true,
        _ => return Ok(None),
    };
    let petition = &edited.managed.petition;
    let id = petition.id;
    let copy = KeptCopy {
        id: Id::parse(&press.copy).map_err(|_| Error::UNPROCESSABLE)?,
        part: edited.part.to_string(),
        by: actor.id,
        revision: revision.parse().unwrap_or(petition.revision),
        fields,
        kept_at: now,
    };
    if !db.write(move |tx| kept_copies::keep(tx, id, &copy)).await? {
        return Err(Error::UNPROCESSABLE);
    }
    Ok(Some(match is_without_press {
        true => HttpResponse::NoContent().finish(),
        false => see_other(&edited.here_with(&format!("copy={}", press.copy))),
    }))
}
