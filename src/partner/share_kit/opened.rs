//! A petition whose link is passed on, for somebody who may see it, from the database: what was just published may not be in this instance's
//! memory yet.

use crate::account::{Action, Actor};
use crate::base::Id;
use crate::db::Db;
use crate::petition::cache::REMOVED;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::{Petition, PetitionState, PublicPetition};
use crate::web::{Error, Result};

/// The petition, drafts and those that were taken down too, as organizers and as readers have it.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub(super) async fn any(
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> Result<(ManagedPetition, PublicPetition)> {
    let managed = ManagedPetition::open(db, actor, id, Action::SeePetitions).await?;
    let petition = managed.petition.clone();
    let shown = db
        .read(move |conn| PublicPetition::load(conn, petition))
        .await?;
    Ok((managed, shown))
}

/// The same of one that has a page.
///
/// # Errors
/// As [`any`]; 404 for a draft, 410 once it was taken down.
pub(super) async fn published(
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> Result<(ManagedPetition, PublicPetition)> {
    let (managed, shown) = any(db, actor, id).await?;
    match managed.petition.state {
        PetitionState::Draft => Err(Error::NOT_FOUND),
        PetitionState::Removed => Err(REMOVED),
        _ => Ok((managed, shown)),
    }
}
