//! POST /organize/petitions/{id}/affiliations/undo: takes back that spellings were put under a heading, as far as nobody has moved them since.

use super::spelling_doors::open;
use crate::account::OrganizerForm;
use crate::account::deed::Deed;
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::Petition;
use crate::petition::petition_log::PetitionLog;
use crate::signature::store::affiliations::merge::{self, Merge};
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// Which press.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndoForm {
    merge: String,
}

impl Fields for UndoForm {}

/// Takes it back, and says of how many spellings.
///
/// # Errors
/// As the page; 422 for what it does not send.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    form: OrganizerForm<UndoForm>,
) -> Result {
    let managed = open(&db, &form.actor, id).await?;
    let which = Id::<Merge>::parse(&form.fields.merge).map_err(|_| Error::UNPROCESSABLE)?;
    let log = PetitionLog::of(&managed, &form.actor, site.clock.now());
    let undone = db.write(move |tx| {
        let n = merge::undo(tx, id, which)?;
        if n > 0 {
            log.did_to(tx, Deed::UNMERGED, &n.to_string())?;
        }
        Ok::<_, db::Error>(n)
    });
    let here = urls::affiliations(id);
    Ok(see_other(&format!("{here}?undone={}", undone.await?)))
}
