//! POST /organize/organizations/{id}/people/{person}/role: gives a member another role. It holds at their next request.

use super::standing::{self, MembershipStays, Person};
use crate::account::deed::Deed;
use crate::account::model::{Organization, Organizer, Role};
use crate::account::store::activity::Doer;
use crate::account::store::{member, person};
use crate::account::{ProvedForm, SignInParts};
use crate::base::Id;
use crate::db::{Db, Tx};
use crate::mail::mails::Changed;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// What the form sends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleForm {
    /// The word of the role it is to be.
    role: String,
    /// The word of the one it was when the page was read.
    was: String,
}

impl Fields for RoleForm {}

/// Gives it.
///
/// # Errors
/// [`MembershipStays`]; nothing is written then.
pub fn change(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    (actor, doer): (Id<Organizer>, &Doer),
    other: Id<Organizer>,
    (was, role): (Role, Role),
) -> std::result::Result<(), MembershipStays> {
    let (own, theirs) = standing::roles(tx, organization, (actor, other))?;
    standing::allow(own, &[theirs, role])?;
    if theirs != was {
        return Err(MembershipStays::Moved);
    }
    member::set_role(tx, organization, other, role)?;
    let (whom, roles) = (person::name(tx, other)?, (was.as_str(), role.as_str()));
    doer.changed(tx, organization, Deed::ROLE, &whom, roles)?;
    standing::keeps_an_owner(tx, organization)
}

/// Gives it, and leads back to the list.
///
/// # Errors
/// 404 for who is no member, 403 for whom the role does not allow it, 409 when somebody else was quicker or nobody would own it; 422 for
/// what is no role.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(Person(other)): PathArg<Person>,
    posted: ProvedForm<RoleForm>,
) -> Result {
    let roles = Role::parse(&posted.fields.was).zip(Role::parse(&posted.fields.role));
    let (actor, roles) = (posted.actor.id, roles.ok_or(Error::UNPROCESSABLE)?);
    let doer = posted.actor.doer(site.clock.now());
    let secrets = site.secrets.clone();
    let changed = match roles.1 {
        Role::Owner => Changed::MadeOwner,
        _ => Changed::RoleGiven,
    };
    db.write(move |tx| {
        change(tx, id, (actor, &doer), other, roles)?;
        standing::tell(tx, &secrets, id, (other, changed), &doer)?;
        Ok::<_, MembershipStays>(())
    })
    .await?;
    door.bell.ring();
    tracing::info!(organization = %id, by = %actor, who = %other, role = roles.1.as_str(), "a role changed");
    Ok(see_other(&format!("{}?done=role", urls::people(id))))
}
