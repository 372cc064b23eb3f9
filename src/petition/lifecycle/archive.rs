//! GET and POST /organize/petitions/{id}/archive: what was taken down leaves the organizers' list, or comes back into it. Its
//! addresses answer as before, and its signers keep their way to their own signature.

use super::transition::{TransitionField, TransitionQuestion, question};
use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::petitions;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

const QUESTION: TransitionQuestion = TransitionQuestion {
    title: "archive-title",
    text: "archive-text",
    button: "archive-button",
    is_grave: false,
};

const BACK: TransitionQuestion = TransitionQuestion {
    title: "unarchive-title",
    text: "unarchive-text",
    button: "unarchive-button",
    is_grave: false,
};

/// The form: where it is to be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArchivePress {
    archived: String,
}

impl Fields for ArchivePress {}

/// Why it stays where it is.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveRefused {
    /// There is no such petition any more.
    #[error("no such petition")]
    Gone,
    /// It was not taken down, or somebody wrote at this very moment.
    #[error("only what was taken down is archived")]
    NotRemoved,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<ArchiveRefused> for Error {
    fn from(refusal: ArchiveRefused) -> Self {
        match refusal {
            ArchiveRefused::Gone => Self::NOT_FOUND,
            ArchiveRefused::NotRemoved => Self::CONFLICT,
            ArchiveRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Puts it out of the list, or back. One that is there already stays as it is.
///
/// # Errors
/// [`ArchiveRefused`]; nothing is written then.
pub fn archive(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    is_archived: bool,
    now: Time,
) -> std::result::Result<Petition, ArchiveRefused> {
    let mut petition = petitions::find(tx, id)?.ok_or(ArchiveRefused::Gone)?;
    if petition.state != PetitionState::Removed {
        return Err(ArchiveRefused::NotRemoved);
    }
    if petition.archived_at.is_some() == is_archived {
        return Ok(petition);
    }
    petition.archived_at = is_archived.then_some(now);
    let revision = petition.revision;
    match petitions::update_from(tx, &mut petition, revision, now)? {
        true => Ok(petition),
        false => Err(ArchiveRefused::NotRemoved),
    }
}

async fn open(
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> std::result::Result<ManagedPetition, Error> {
    let managed = ManagedPetition::open(db, actor, id, Action::ClosePetition).await?;
    match managed.petition.state {
        PetitionState::Removed => Ok(managed),
        _ => Err(Error::CONFLICT),
    }
}

/// The page that asks.
///
/// # Errors
/// 404, 403, and 409 for what was not taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let (asked, to) = match managed.petition.archived_at {
        None => (QUESTION, "1"),
        Some(_) => (BACK, "0"),
    };
    let action = urls::archive_petition(id);
    let to = Some(TransitionField::Hidden("archived", to.to_owned()));
    question(&site, &actor, &managed, asked, action, to)
}

/// Does it.
///
/// # Errors
/// 404, 403, and 409 for what was not taken down.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<ArchivePress>,
) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let managed = open(&db, &actor, id).await?;
    let is_archived = match fields.archived.as_str() {
        "1" => true,
        "0" => false,
        _ => return Err(Error::UNPROCESSABLE),
    };
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let is_other = managed.petition.archived_at.is_some() != is_archived;
    let deed = match is_archived {
        true => Deed::ARCHIVED,
        false => Deed::UNARCHIVED,
    };
    let moved = db.write(move |tx| {
        let petition = archive(tx, id, is_archived, now)?;
        if is_other {
            log.did(tx, deed)?;
        }
        Ok::<_, ArchiveRefused>(PublicPetition::load(tx, petition)?)
    });
    petition_cache.put(moved.await?);
    tracing::info!(petition = %id, by = %actor.id, is_archived, "archived");
    Ok(see_other(&urls::console()))
}
