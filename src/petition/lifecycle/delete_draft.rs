//! GET and POST /organize/petitions/{id}/delete: a draft that nobody wants goes, with everything that was written in it.

use super::transition::{TransitionField, TransitionQuestion, question};
use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::Id;
use crate::db::{self, Db, Tx};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::petitions;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

const QUESTION: TransitionQuestion = TransitionQuestion {
    title: "delete-title",
    text: "delete-text",
    button: "delete-button",
    is_grave: true,
};

/// The form: the revision that was looked at.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeletePress {
    revision: String,
}

impl Fields for DeletePress {}

/// Why it was not deleted.
#[derive(Debug, thiserror::Error)]
pub enum DeleteRefused {
    /// It is no draft any more, or somebody wrote since the page was read.
    #[error("not the draft that was looked at")]
    Stale,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<DeleteRefused> for Error {
    fn from(refusal: DeleteRefused) -> Self {
        match refusal {
            DeleteRefused::Stale => Self::CONFLICT,
            DeleteRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Deletes a draft as it was of `revision`. Its address is free again; nobody has seen it but its organization.
///
/// # Errors
/// [`DeleteRefused`]; nothing is deleted then.
pub fn delete(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    revision: i64,
) -> std::result::Result<(), DeleteRefused> {
    match petitions::delete_draft(tx, id, revision)? {
        true => Ok(()),
        false => Err(DeleteRefused::Stale),
    }
}

async fn open(
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> std::result::Result<ManagedPetition, Error> {
    let managed = ManagedPetition::open(db, actor, id, Action::DeleteDraft).await?;
    match managed.petition.state {
        PetitionState::Draft => Ok(managed),
        _ => Err(Error::CONFLICT),
    }
}

/// The page that asks; nothing is deleted yet.
///
/// # Errors
/// 404, 403, and 409 for what is no draft.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let revision = managed.petition.revision.to_string();
    let action = urls::delete_petition(id);
    question(
        &site,
        &actor,
        &managed,
        QUESTION,
        action,
        Some(TransitionField::Hidden("revision", revision)),
    )
}

/// Deletes it.
///
/// # Errors
/// 404, 403, and 409 for what is no draft, or was written in meanwhile.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<DeletePress>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let managed = open(&db, &actor, id).await?;
    let log = PetitionLog::of(&managed, &actor, site.clock.now());
    let revision: i64 = fields.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
    db.write(move |tx| {
        log.did(tx, Deed::DELETED)?;
        delete(tx, id, revision)
    })
    .await?;
    tracing::info!(petition = %id, by = %actor.id, "draft deleted");
    Ok(see_other(&urls::console()))
}
