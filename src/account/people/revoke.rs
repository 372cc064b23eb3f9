//! POST /organize/organizations/{id}/invitations/{invitation}/revoke: the link in the letter leads nowhere from now on.

use crate::account::deed::Deed;
use crate::account::link::Link;
use crate::account::model::{Organization, Organizer};
use crate::account::policy::may_give;
use crate::account::store::activity::Doer;
use crate::account::store::{link, member, person};
use crate::account::{Action, OrganizerForm};
use crate::base::Id;
use crate::db::{self, Db, Tx};
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, PathPiece, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// An invitation in a path: `{invitation}`.
#[derive(Debug, Clone, Copy)]
pub struct InvitationArg(Id<Link>);

impl PathPiece for InvitationArg {
    const NAME: &'static str = "invitation";
    fn read(text: &str) -> Option<Self> {
        Id::parse(text).ok().map(Self)
    }
}

/// The button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevokeForm {}

impl Fields for RevokeForm {}

/// Revokes it; false where it was accepted or revoked, or has ended, meanwhile.
///
/// # Errors
/// 404 where there is none of this organization, 403 for whom the role does not let give what it gives.
pub fn revoke(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    (actor, doer): (Id<Organizer>, &Doer),
    invitation: Id<Link>,
) -> std::result::Result<bool, RevokeRefused> {
    let now = doer.at();
    let own = member::role_of(tx, organization, actor)?.ok_or(RevokeRefused::Gone)?;
    let Some(found) = link::by_id(tx, invitation, now)? else {
        return Ok(false);
    };
    if found.organization != Some(organization) {
        return Err(RevokeRefused::Gone);
    }
    match found.role {
        Some(role) if may_give(own, role) => {}
        _ => return Err(RevokeRefused::NotAllowed),
    }
    let is_first = link::use_up(tx, invitation, now)?;
    if is_first && let Some(invited) = found.organizer {
        let address = person::find(tx, invited)?.map(|known| known.organizer.email);
        let whom = address.unwrap_or_default();
        doer.did(tx, organization, Deed::REVOKED, &whom)?;
    }
    Ok(is_first)
}

/// Why it was not.
#[derive(Debug, thiserror::Error)]
pub enum RevokeRefused {
    /// There is none here.
    #[error("no such invitation")]
    Gone,
    /// The role of whoever asks does not allow it.
    #[error("the role does not allow it")]
    NotAllowed,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<RevokeRefused> for Error {
    fn from(refusal: RevokeRefused) -> Self {
        match refusal {
            RevokeRefused::Gone => Self::NOT_FOUND,
            RevokeRefused::NotAllowed => Self::FORBIDDEN,
            RevokeRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Revokes it, and leads back to the list.
///
/// # Errors
/// As [`revoke`]; 409 where it is too late.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(InvitationArg(invitation)): PathArg<InvitationArg>,
    posted: OrganizerForm<RevokeForm>,
) -> Result {
    posted.actor.allow(Action::ManageMembers, id)?;
    let (actor, doer) = (posted.actor.id, posted.actor.doer(site.clock.now()));
    let revoked = db.write(move |tx| revoke(tx, id, (actor, &doer), invitation));
    match revoked.await? {
        true => Ok(see_other(&format!("{}?done=revoked", urls::people(id)))),
        false => Err(Error::CONFLICT),
    }
}
