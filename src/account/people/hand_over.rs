//! GET and POST /organize/organizations/{id}/people/{person}/hand-over: an owner makes another member the owner, and stays as an
//! administrator.

use super::pages::{PersonQuestion, open_person};
use super::standing::{self, MembershipStays, Person};
use crate::account::deed::Deed;
use crate::account::model::{Organization, Organizer, Role};
use crate::account::store::activity::Doer;
use crate::account::store::{member, person};
use crate::account::{Actor, ProvedForm, SignInParts};
use crate::base::Id;
use crate::db::{Db, Tx};
use crate::mail::mails::Changed;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// The button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOverForm {}

impl Fields for HandOverForm {}

/// Both at once: there is an owner at every moment.
///
/// # Errors
/// [`MembershipStays`]; nothing is written then.
pub fn hand_over(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    (actor, doer): (Id<Organizer>, &Doer),
    other: Id<Organizer>,
) -> std::result::Result<(), MembershipStays> {
    let (own, theirs) = standing::roles(tx, organization, (actor, other))?;
    standing::allow(own, &[theirs, Role::Owner])?;
    if actor == other {
        return Err(MembershipStays::NotAllowed);
    }
    let whom = person::name(tx, other)?;
    doer.did(tx, organization, Deed::HANDED_OVER, &whom)?;
    member::set_role(tx, organization, other, Role::Owner)?;
    member::set_role(tx, organization, actor, Role::Admin)?;
    standing::keeps_an_owner(tx, organization)
}

/// The page that asks.
///
/// # Errors
/// 404 for who is no member, 403 for who does not own it.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(Person(other)): PathArg<Person>,
) -> Result {
    let (member, own) = open_person(&db, &actor, id, other).await?;
    standing::allow(own, &[member.role, Role::Owner]).map_err(Error::from)?;
    if member.id == actor.id {
        return Ok(see_other(&urls::people(id)));
    }
    PersonQuestion {
        title: "people-hand-over-title",
        text: "people-hand-over-text",
        button: "people-hand-over",
        action: urls::hand_over(id, other),
    }
    .asks(&site, &actor, id, &member.name)
}

/// Does it, and leads back to the list.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(Person(other)): PathArg<Person>,
    posted: ProvedForm<HandOverForm>,
) -> Result {
    let (actor, doer) = (posted.actor.id, posted.actor.doer(site.clock.now()));
    let secrets = site.secrets.clone();
    let changed = Changed::MadeOwner;
    db.write(move |tx| {
        hand_over(tx, id, (actor, &doer), other)?;
        standing::tell(tx, &secrets, id, (other, changed), &doer)?;
        Ok::<_, MembershipStays>(())
    })
    .await?;
    door.bell.ring();
    tracing::info!(organization = %id, by = %actor, who = %other, "an organization was handed over");
    Ok(see_other(&format!("{}?done=handed-over", urls::people(id))))
}
