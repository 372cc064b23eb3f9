//! GET and POST /organize/petitions/{id}/pause: nobody can sign for now; the page says so, and nothing is lost.

use super::transition::{self, Transition, TransitionForm, TransitionQuestion};
use crate::account::{Actor, OrganizerForm};
use crate::base::Id;
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::petition::model::{Petition, PetitionState};
use crate::web::{PathArg, Result, Site, urls};
use actix_web::web::Data;

const TURN: Transition = Transition {
    to: PetitionState::Paused,
    question: TransitionQuestion {
        title: "pause-title",
        text: "pause-text",
        button: "pause-button",
        is_grave: false,
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
    transition::ask(&site, &db, &actor, id, TURN, urls::pause_petition(id)).await
}

/// Pauses it.
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
