//! Who comes in to schools and employers of a petition's signers.

use crate::account::{Action, Actor};
use crate::base::Id;
use crate::db::Db;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::{Exposure, Petition};
use crate::web::{Error, Result};

/// The petition, where its signers' schools and employers may be told of.
///
/// # Errors
/// As [`ManagedPetition::open`]; 404 where signing may put people in danger.
pub(crate) async fn open(db: &Db, actor: &Actor, id: Id<Petition>) -> Result<ManagedPetition> {
    let managed = ManagedPetition::open(db, actor, id, Action::MergeSpellings).await?;
    match managed.petition.allows(Exposure::EmployerFields) {
        true => Ok(managed),
        false => Err(Error::NOT_FOUND),
    }
}
