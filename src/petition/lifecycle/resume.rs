//! GET and POST /organize/petitions/{id}/resume: a paused petition takes signatures again.

use super::transition::{self, Transition, TransitionForm, TransitionQuestion};
use crate::account::{Actor, OrganizerForm};
use crate::base::Id;
use crate::db::Db;
use crate::petition::PetitionCache;
use crate::petition::model::{Petition, PetitionState};
use crate::web::{PathArg, Result, Site, urls};
use actix_web::web::Data;

const TURN: Transition = Transition {
    to: PetitionState::Open,
    question: TransitionQuestion {
        title: "resume-title",
        text: "resume-text",
        button: "resume-button",
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
    transition::ask(&site, &db, &actor, id, TURN, urls::resume_petition(id)).await
}

/// Goes on.
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
