//! POST /organize/organizations/{id}/people: invites somebody by mail, bound to the address and the role, for 72 hours.

use super::pages::{self, InviteForm, People};
use crate::account::deed::Deed;
use crate::account::link::{Link, Purpose};
use crate::account::model::{Organization, Organizer, Role};
use crate::account::policy::may_give;
use crate::account::store::activity::Doer;
use crate::account::store::{link, member, person};
use crate::account::{Action, ProvedForm, SignInParts, mails};
use crate::base::time::days;
use crate::base::{Email, Id, Lang, Secrets};
use crate::db::{self, Db, Tx};
use crate::web::answers::answer::see_other;
use crate::web::{Error, PathArg, Result, Site, WrongFields, urls};
use actix_web::web::Data;

/// Most invitations of an organization in a day, revoked ones too: each is a mail to somebody.
const A_DAY: i64 = 100;

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteRefused {
    /// The role of whoever asks does not allow it.
    #[error("the role does not allow it")]
    NotAllowed,
    /// They work there already.
    #[error("a member already")]
    Member,
    /// There were [`A_DAY`] today.
    #[error("too many invitations today")]
    TooMany,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

/// An invitation that is to be written.
pub struct NewInvitation {
    /// Where.
    pub organization: Id<Organization>,
    /// By whom.
    pub by: Id<Organizer>,
    /// To whom.
    pub email: Email,
    /// As what.
    pub role: Role,
    /// The language of the letter to who has no account yet.
    pub lang: Lang,
}

/// Writes it with its letter. One that the same person had before ends: the last one holds.
///
/// # Errors
/// [`InviteRefused`]; nothing is written then.
pub fn invite(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    new: &NewInvitation,
    doer: &Doer,
) -> std::result::Result<(), InviteRefused> {
    let now = doer.at();
    member::lock(tx, new.organization)?;
    let own = member::role_of(tx, new.organization, new.by)?;
    if !own.is_some_and(|own| may_give(own, new.role)) {
        return Err(InviteRefused::NotAllowed);
    }
    if link::invitations_since(tx, new.organization, now.minus(days(1)))? >= A_DAY {
        return Err(InviteRefused::TooMany);
    }
    // who has no account has no name here either: they give it themselves
    let invited = match person::insert(tx, &new.email, "", new.lang, now)? {
        Some(fresh) => fresh,
        None => {
            let known = person::by_address(tx, &new.email)?;
            known.ok_or(db::Error::Refused("no row"))?.organizer
        }
    };
    if member::role_of(tx, new.organization, invited.id)?.is_some() {
        return Err(InviteRefused::Member);
    }
    link::revoke_invitations(tx, new.organization, invited.id, now)?;
    let link = Link {
        organizer: Some(invited.id),
        organization: Some(new.organization),
        role: Some(new.role),
        invited_by: Some(new.by),
        ..Link::new(Purpose::Invitation, now)
    };
    link::insert(tx, &link, secrets)?;
    let role = ("", new.role.as_str());
    doer.changed(tx, new.organization, Deed::INVITED, &invited.email, role)?;
    Ok(mails::queue(tx, secrets, &link, &invited, None, now)?)
}

/// Invites, or gives the page back with what is wrong.
///
/// # Errors
/// 404 for who is no member, 403 for whom the role does not allow it.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: ProvedForm<InviteForm>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    actor.allow(Action::ManageMembers, id)?;
    let mut wrong = WrongFields::default();
    let email = wrong.take("email", Email::parse(&fields.email, site.strictness));
    let role = Role::parse(&fields.role);
    if role.is_none() {
        wrong.add("role", "error-member-role");
    }
    let (now, secrets) = (site.clock.now(), site.secrets.clone());
    let new = wrong
        .none_or(email.zip(role))
        .map(|(email, role)| NewInvitation {
            organization: id,
            by: actor.id,
            email,
            role,
            lang: actor.lang,
        });
    let doer = actor.doer(now);
    let refused = match new {
        Ok(new) => match db.write(move |tx| invite(tx, &secrets, &new, &doer)).await {
            Ok(()) => {
                door.bell.ring();
                tracing::info!(organization = %id, by = %actor.id, "somebody was invited");
                return Ok(see_other(&format!("{}?done=invited", urls::people(id))));
            }
            Err(InviteRefused::NotAllowed) => return Err(Error::FORBIDDEN),
            Err(InviteRefused::Member) => WrongFields::one("email", "error-member-already"),
            Err(InviteRefused::TooMany) => WrongFields::one("email", "error-invitations-many"),
            Err(InviteRefused::Fault(fault)) => return Err(fault.into()),
        },
        Err(wrong) => wrong,
    };
    let people = People::read(&db, id, now).await?;
    pages::answer(&site, &actor, id, &people, (&fields, &refused), None)
}
