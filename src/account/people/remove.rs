//! GET and POST /organize/organizations/{id}/people/{person}/remove: a member works here no more, from this moment on.

use super::pages::{PersonQuestion, open_person};
use super::standing::{self, MembershipStays, Person};
use crate::account::deed::Deed;
use crate::account::model::{Organization, Organizer};
use crate::account::store::activity::Doer;
use crate::account::store::{link, member, person, session};
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
pub struct RemoveForm {}

impl Fields for RemoveForm {}

/// Ends the membership, every session of that person, and what would let them in again.
///
/// # Errors
/// [`MembershipStays`]; nothing is written then. Nobody removes themselves so: that is leaving.
pub fn remove(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    (actor, doer): (Id<Organizer>, &Doer),
    other: Id<Organizer>,
) -> std::result::Result<(), MembershipStays> {
    let (own, theirs) = standing::roles(tx, organization, (actor, other))?;
    standing::allow(own, &[theirs])?;
    if actor == other {
        return Err(MembershipStays::NotAllowed);
    }
    let (whom, role) = (person::name(tx, other)?, (theirs.as_str(), ""));
    doer.changed(tx, organization, Deed::REMOVED, &whom, role)?;
    member::remove(tx, organization, other)?;
    link::revoke_invitations(tx, organization, other, doer.at())?;
    session::end_all(tx, other, None)?;
    standing::keeps_an_owner(tx, organization)
}

/// The page that asks.
///
/// # Errors
/// 404 for who is no member, 403 for whom the role does not allow it.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(Person(other)): PathArg<Person>,
) -> Result {
    let (member, own) = open_person(&db, &actor, id, other).await?;
    standing::allow(own, &[member.role]).map_err(Error::from)?;
    if member.id == actor.id {
        return Ok(see_other(&urls::leave(id)));
    }
    PersonQuestion {
        title: "people-remove-title",
        text: "people-remove-text",
        button: "people-remove",
        action: urls::remove_person(id, other),
    }
    .asks(&site, &actor, id, &member.name)
}

/// Does it, and leads back to the list.
///
/// # Errors
/// As [`get`]; 409 when nobody would own the organization.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(Person(other)): PathArg<Person>,
    posted: ProvedForm<RemoveForm>,
) -> Result {
    let (actor, doer) = (posted.actor.id, posted.actor.doer(site.clock.now()));
    let secrets = site.secrets.clone();
    let changed = Changed::Removed;
    db.write(move |tx| {
        remove(tx, id, (actor, &doer), other)?;
        standing::tell(tx, &secrets, id, (other, changed), &doer)?;
        standing::tell_of_webhooks(tx, &secrets, id, other, doer.at())?;
        Ok::<_, MembershipStays>(())
    })
    .await?;
    door.bell.ring();
    tracing::info!(organization = %id, by = %actor, who = %other, "a member was removed");
    Ok(see_other(&format!("{}?done=removed", urls::people(id))))
}
