//! GET and POST /organize/organizations/{id}/leave: a member goes. The last owner hands over first.

use super::pages::{PersonQuestion, open_person};
use super::standing::{self, MembershipStays};
use crate::account::deed::Deed;
use crate::account::model::{Organization, Organizer};
use crate::account::store::activity::Doer;
use crate::account::store::member;
use crate::account::{Actor, OrganizerForm, SignInParts};
use crate::base::Id;
use crate::db::{Db, Tx};
use crate::web::answers::answer::see_other;
use crate::web::{Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// The button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaveForm {}

impl Fields for LeaveForm {}

/// Ends one's own membership, whatever the role.
///
/// # Errors
/// [`MembershipStays`]; nothing is written then.
pub fn leave(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    (actor, doer): (Id<Organizer>, &Doer),
) -> std::result::Result<(), MembershipStays> {
    let (own, _) = standing::roles(tx, organization, (actor, actor))?;
    let role = (own.as_str(), "");
    doer.changed(tx, organization, Deed::LEFT, "", role)?;
    member::remove(tx, organization, actor)?;
    standing::keeps_an_owner(tx, organization)
}

/// The page that asks.
///
/// # Errors
/// 404 for who is no member.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
) -> Result {
    let (member, _) = open_person(&db, &actor, id, actor.id).await?;
    PersonQuestion {
        title: "people-leave-title",
        text: "people-leave-text",
        button: "people-leave",
        action: urls::leave(id),
    }
    .asks(&site, &actor, id, &member.name)
}

/// Does it, and leads to what is left.
///
/// # Errors
/// As [`get`]; 409 for the last owner.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: OrganizerForm<LeaveForm>,
) -> Result {
    let (actor, doer) = (posted.actor.id, posted.actor.doer(site.clock.now()));
    let secrets = site.secrets.clone();
    db.write(move |tx| {
        leave(tx, id, (actor, &doer))?;
        standing::tell_of_webhooks(tx, &secrets, id, actor, doer.at())?;
        Ok::<_, MembershipStays>(())
    })
    .await?;
    door.bell.ring();
    tracing::info!(organization = %id, who = %actor, "a member left");
    Ok(see_other(&urls::console()))
}
