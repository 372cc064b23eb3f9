//! GET /organize/petitions/{id}/edit and /edit/{part}: the pages of the editor, with what is saved in their forms, what was typed and not
//! saved, or an earlier version.

use super::edited_part::EditedPart;
use super::kept::taken_up::EditQuery;
use super::part::EditPart;
use super::shown_part::EditNotice;
use crate::account::Actor;
use crate::base::Id;
use crate::db::Db;
use crate::petition::model::Petition;
use crate::web::answers::answer::see_other;
use crate::web::{PathArg, Result, Site, urls};
use actix_web::web::{Data, Query};

/// The text in the petition's own language. A petition that is over leads to the page that says how it ended.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`](crate::petition::managed_petition::ManagedPetition::open).
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    wanted: Query<EditQuery>,
) -> Result {
    show(&site, &db, &actor, (id, None), wanted.into_inner()).await
}

/// The same of any page; those beside the others have addresses of their own, and are led to.
///
/// # Errors
/// As [`get`]; 404 for a language in which the petition cannot be written.
pub async fn get_part(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(part): PathArg<EditPart>,
    wanted: Query<EditQuery>,
) -> Result {
    show(&site, &db, &actor, (id, Some(part)), wanted.into_inner()).await
}

async fn show(
    site: &Site,
    db: &Db,
    actor: &Actor,
    (id, part): (Id<Petition>, Option<EditPart>),
    wanted: EditQuery,
) -> Result {
    let Some(edited) = EditedPart::open(site, db, actor, id, part).await? else {
        return Ok(see_other(&urls::close_petition(id)));
    };
    if edited.part.is_beside() {
        return Ok(see_other(&edited.here()));
    }
    let taken = edited.taken_up(site, db, actor, &wanted).await?;
    let mut typed = edited.filled(site);
    if let Some(mut fields) = taken.fields {
        if !taken.press.restored.is_empty() {
            // what was shown to readers then is not what is shown now
            fields.retain(|(name, _)| !name.starts_with("published-"));
        }
        typed.put_all(&fields);
    }
    typed.revision = taken.revision;
    typed.press = taken.press;
    let said = EditNotice {
        is_saved: wanted.saved,
        unsaved: taken.said,
        ..EditNotice::default()
    };
    edited.answer(site, actor, &typed, said)
}
