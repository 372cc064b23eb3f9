//! GET and POST /organize/petitions/{id}/remove: takes a petition down for good: its addresses answer 410, its count stays with us.

use super::transition::{self, Transition, TransitionForm, TransitionQuestion};
use crate::account::{Actor, OrganizerForm};
use crate::base::Id;
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::petition::model::{Petition, PetitionState};
use crate::web::{PathArg, Result, Site, urls};
use actix_web::web::Data;

const TURN: Transition = Transition {
    to: PetitionState::Removed,
    question: TransitionQuestion {
        title: "remove-title",
        text: "remove-text",
        button: "remove-button",
        is_grave: true,
    },
};

/// The page that asks; nothing is changed yet.
///
/// # Errors
/// 404, 403, and 409 where there is no such move.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    transition::ask(&site, &db, &actor, id, TURN, urls::remove_petition(id)).await
}

/// Takes it down.
///
/// # Errors
/// 404, 403, and 409 where there is no such move any more.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<TransitionForm>,
) -> Result {
    transition::press(&site, &db, &petition_cache, posted, id, TURN.to).await
}
