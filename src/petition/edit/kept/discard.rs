//! POST /organize/petitions/{id}/edit/{part}/discard: throws away what one has typed into a page of the editor and not saved. What
//! colleagues typed is theirs.

use crate::account::OrganizerForm;
use crate::base::Id;
use crate::db::Db;
use crate::petition::edit::edited_part::EditedPart;
use crate::petition::edit::part::EditPart;
use crate::petition::model::Petition;
use crate::petition::store::kept_copies;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site};
use actix_web::web::Data;
use serde::Deserialize;

/// The form: which copy.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiscardForm {
    copy: String,
}

impl Fields for DiscardForm {}

/// Throws it away.
///
/// # Errors
/// 404 and 403 as the page itself; 409 once the petition is over.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(part): PathArg<EditPart>,
    posted: OrganizerForm<DiscardForm>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let edited = EditedPart::open_part(&site, &db, &actor, id, part).await?;
    let copy = Id::parse(&fields.copy).map_err(|_| Error::UNPROCESSABLE)?;
    db.write(move |tx| kept_copies::discard(tx, id, copy, actor.id))
        .await?;
    Ok(see_other(&edited.here()))
}
