//! GET /organize/organizations/{id}/people: who works there, who is invited, and what each role may do.

use super::pages::{self, InviteForm, People};
use crate::account::Actor;
use crate::account::model::Organization;
use crate::base::Id;
use crate::db::Db;
use crate::web::{Error, PathArg, Result, Site, WrongFields};
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct PeopleQuery {
    #[serde(default)]
    done: String,
}

/// What the page may say was done.
const DONE: [&str; 5] = ["role", "removed", "handed-over", "invited", "revoked"];

/// The list. Every member sees colleagues and their roles; addresses, invitations and buttons are for those who manage members.
///
/// # Errors
/// 404 for who is no member.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    query: Query<PeopleQuery>,
) -> Result {
    actor.role_in(id).ok_or(Error::NOT_FOUND)?;
    let people = People::read(&db, id, site.clock.now()).await?;
    let done = DONE.into_iter().find(|one| *one == query.done);
    let nothing = (InviteForm::default(), WrongFields::default());
    pages::answer(&site, &actor, id, &people, (&nothing.0, &nothing.1), done)
}
