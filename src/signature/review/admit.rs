//! POST /organize/petitions/{id}/organizations: shows an organization, or does not; about the state that was seen.

use crate::account::deed::Deed;
use crate::account::{Action, OrganizerForm};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::Petition;
use crate::petition::endorsement::{
    Decision, Endorsement, EndorsementCache, EndorsementState, store,
};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// What a button sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdmitForm {
    id: String,
    seen: String,
    choice: String,
}

impl Fields for AdmitForm {}

impl AdmitForm {
    fn read(&self) -> Option<(Id<Endorsement>, EndorsementState, EndorsementState)> {
        let seen = EndorsementState::parse(&self.seen)?;
        let to = Decision::parse(&self.choice)?.state();
        Some((Id::parse(&self.id).ok()?, seen, to)).filter(|_| seen != to)
    }
}

/// Decides, and goes back to where the next one waits. Whoever reads the page sees it at once.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 422 for what the page does not send; 503 while the database is away.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    endorsement_cache: Data<EndorsementCache>,
    PathArg(id): PathArg<Id<Petition>>,
    form: OrganizerForm<AdmitForm>,
) -> Result {
    let managed = ManagedPetition::open(&db, &form.actor, id, Action::Moderate).await?;
    let (one, seen, to) = form.fields.read().ok_or(Error::UNPROCESSABLE)?;
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &form.actor, now);
    let decided = db
        .write(move |tx| {
            let is_done = store::decide(tx, id, one, (seen, to), now)?;
            if is_done {
                log.did(tx, Deed::ENDORSEMENTS)?;
            }
            Ok::<_, db::Error>(is_done)
        })
        .await;
    let back = urls::organizations_at(id, seen.as_str(), None);
    let told = match decided {
        Ok(true) => "",
        Ok(false) => "&told=missed",
        // The index on names that are shown has the last word.
        Err(db::Error::Duplicate) => "&told=twice",
        Err(fault) => return Err(fault.into()),
    };
    let endorsement_cache = endorsement_cache.clone();
    db.read(move |conn| endorsement_cache.refresh(conn)).await?;
    Ok(see_other(&format!("{back}{told}")))
}
