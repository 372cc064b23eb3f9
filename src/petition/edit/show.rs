//! GET /organize/petitions/{id}/edit and /edit/{part}: the pages of the editor, with what is saved in their forms, what was typed and not
//! saved, or an earlier version.

use super::edited_part::{EditNotice, EditedPart};
use super::part::EditPart;
use crate::account::Actor;
use crate::base::Id;
use crate::db::Db;
use crate::petition::model::Petition;
use crate::petition::store::kept_copies::KeptCopy;
use crate::petition::store::petition_versions;
use crate::web::answers::answer::see_other;
use crate::web::{Error, PathArg, Result, Site, urls};
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// What stands in the form, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct EditQuery {
    /// It was saved just now.
    #[serde(default)]
    saved: bool,
    /// The key of what is typed and not saved.
    #[serde(default)]
    copy: String,
    /// The revision of an earlier version of the page.
    #[serde(default)]
    version: String,
}

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

/// The same of any page.
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
    let mut typed = edited.filled(site);
    typed.copy = Id::<KeptCopy>::new(site.clock.now()).to_string();
    let mut said = EditNotice {
        is_saved: wanted.saved,
        ..EditNotice::default()
    };
    let w = actor.words(site);
    let word = edited.part.to_string();
    let mut kept = edited.copies.iter().filter(|copy| copy.part == word);
    let zone = &edited.managed.petition.time_zone;
    let who = |by: &Id<_>| edited.names.get(by).map_or("", String::as_str);
    if let Some(copy) = kept.find(|copy| copy.id.to_string() == wanted.copy) {
        typed.put_all(&copy.fields);
        typed.revision = copy.revision.to_string();
        if copy.by == actor.id {
            typed.copy = copy.id.to_string();
        }
        let at = w.date_time(copy.kept_at, zone);
        said.unsaved = Some(w.say2("edit-copy-shown", "who", who(&copy.by), "at", at));
    } else if let Ok(revision) = wanted.version.parse::<i64>() {
        let mut all = edited.versions.iter().filter(|one| one.part == word);
        let version = all.find(|one| one.revision == revision);
        let version = version.ok_or(Error::NOT_FOUND)?;
        let found = db.read(move |conn| petition_versions::find(conn, id, &word, revision));
        let mut fields = found.await?.ok_or(Error::NOT_FOUND)?;
        // what was shown to readers then is not what is shown now
        fields.retain(|(name, _)| !name.starts_with("published-"));
        typed.put_all(&fields);
        typed.restored = revision.to_string();
        let at = w.date_time(version.created_at, zone);
        said.unsaved = Some(w.say1("edit-version-shown", "at", at));
    }
    edited.answer(site, actor, &typed, said)
}
