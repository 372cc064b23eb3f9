//! By whose link somebody came is forgotten where signing came to be a danger: the codes that signers passed on before, what each
//! signature says of how it came, what was counted by it, and the links and partners that organizers had named. It goes in steps,
//! between which others write.

use crate::base::time::minutes;
use crate::base::{Id, Time};
use crate::db::{self, Db};
use crate::petition::source::store as named;
use crate::petition::{Petition, PetitionCache};
use crate::signature::model::SignatureState;
use crate::signature::store::counts::sources;
use std::collections::HashMap;
use std::time::Duration;

/// Rows of one step: each holds the database's writer for some hundredths of a second.
const STEP: i64 = 250;

/// So long after a petition changed another instance may still have taken a form in as it was before.
const BEHIND: Duration = minutes(2);

/// The petitions of which nothing is left to forget, with the revision that was looked at: a start looks at each once.
#[derive(Debug, Default)]
pub struct ForgottenLinks(HashMap<Id<Petition>, i64>);

impl ForgottenLinks {
    /// Forgets what there is. True when there was anything.
    ///
    /// # Errors
    /// A fault of the database; what is done stays done.
    pub async fn follow(
        &mut self,
        db: &Db,
        petition_cache: &PetitionCache,
        now: Time,
    ) -> db::Result<bool> {
        let mut found = false;
        for shown in petition_cache.without_own_links() {
            let (id, revision) = (shown.petition.id, shown.petition.revision);
            if self.0.get(&id) == Some(&revision) {
                continue;
            }
            found |= forget_all(db, id).await?;
            if shown.petition.updated_at.plus(BEHIND) <= now {
                self.0.insert(id, revision);
            }
        }
        Ok(found)
    }
}

async fn forget_all(db: &Db, petition: Id<Petition>) -> db::Result<bool> {
    let mut found = db.read(move |conn| named::has_any(conn, petition)).await?;
    if found {
        db.write(move |tx| named::delete_all(tx, petition)).await?;
    }
    for state in SignatureState::ALL {
        let mut after = None;
        loop {
            let ids = db
                .read(move |conn| sources::said_by(conn, (petition, state), after, STEP))
                .await?;
            let Some(last) = ids.last().copied() else {
                break;
            };
            (after, found) = (Some(last), true);
            db.write(move |tx| sources::forget(tx, petition, &ids))
                .await?;
        }
    }
    let mut after = None;
    loop {
        let ids = db
            .read(move |conn| sources::said_by_waiting(conn, petition, after, STEP))
            .await?;
        let Some(last) = ids.last().copied() else {
            break;
        };
        (after, found) = (Some(last), true);
        db.write(move |tx| sources::forget_waiting(tx, &ids))
            .await?;
    }
    Ok(found)
}
