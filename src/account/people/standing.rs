//! Members under a lock: what one may do to another is asked of the rows as they are then, and an organization keeps an owner.

use crate::account::mails;
use crate::account::model::{Organization, Organizer, Role};
use crate::account::occurrence::store as occurrence;
use crate::account::policy::{Action, may, may_give};
use crate::account::store::activity::Doer;
use crate::account::store::{member, organization, person};
use crate::base::{Id, Secrets, Time};
use crate::db::{self, Tx};
use crate::mail::mails::Changed;
use crate::web::{Error, PathPiece};

/// Somebody in a path: `{person}`.
#[derive(Debug, Clone, Copy)]
pub struct Person(pub Id<Organizer>);

impl PathPiece for Person {
    const NAME: &'static str = "person";
    fn read(text: &str) -> Option<Self> {
        Id::parse(text).ok().map(Self)
    }
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum MembershipStays {
    /// One of the two is no member, or not any more.
    #[error("no such member")]
    Gone,
    /// The role of whoever asks does not allow it.
    #[error("the role does not allow it")]
    NotAllowed,
    /// Nobody would own the organization.
    #[error("the last owner")]
    LastOwner,
    /// Somebody else has given another role meanwhile.
    #[error("the role is another meanwhile")]
    Moved,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<MembershipStays> for Error {
    fn from(refusal: MembershipStays) -> Self {
        match refusal {
            MembershipStays::Gone => Self::NOT_FOUND,
            MembershipStays::NotAllowed => Self::FORBIDDEN,
            MembershipStays::LastOwner => Self::CONFLICT.saying("problem-409-last-owner"),
            MembershipStays::Moved => Self::CONFLICT,
            MembershipStays::Fault(fault) => fault.into(),
        }
    }
}

/// Has everybody who changes a member of this organization wait, and says what these two are now.
///
/// # Errors
/// [`MembershipStays::Gone`] when one of them is no member.
pub(crate) fn roles(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    (actor, other): (Id<Organizer>, Id<Organizer>),
) -> Result<(Role, Role), MembershipStays> {
    member::lock(tx, organization)?;
    let actor = member::role_of(tx, organization, actor)?;
    let other = member::role_of(tx, organization, other)?;
    actor.zip(other).ok_or(MembershipStays::Gone)
}

/// Whether a member of this role may take each of these from somebody, and give it.
///
/// # Errors
/// [`MembershipStays::NotAllowed`].
pub(crate) fn allow(role: Role, touched: &[Role]) -> Result<(), MembershipStays> {
    let may = may(role, Action::ManageMembers) && touched.iter().all(|one| may_give(role, *one));
    may.then_some(()).ok_or(MembershipStays::NotAllowed)
}

/// Queues the letter that tells somebody what a colleague made of their place.
///
/// # Errors
/// A fault of the database.
pub(crate) fn tell(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    organization: Id<Organization>,
    (whom, changed): (Id<Organizer>, Changed),
    doer: &Doer,
) -> db::Result<()> {
    if doer.is(whom) {
        return Ok(());
    }
    let place = organization::find(tx, organization)?;
    let known = person::find(tx, whom)?;
    let Some((place, known)) = place.zip(known) else {
        return Ok(());
    };
    let by = (place.name.as_str(), doer.name());
    mails::tell_of_place(tx, secrets, (&known.organizer, changed), by, doer.at())
}

/// Tells the owners that somebody who works here no more made webhooks, which go on.
///
/// # Errors
/// A fault of the database.
pub(crate) fn tell_of_webhooks(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    organization: Id<Organization>,
    gone: Id<Organizer>,
    now: Time,
) -> db::Result<()> {
    if occurrence::made_by(tx, organization, gone)? == 0 {
        return Ok(());
    }
    let about = (Changed::WebhookMakerLeft, &*person::name(tx, gone)?);
    mails::tell_of_webhook(tx, secrets, organization, about, None, now)
}

/// Refuses what was just written if nobody owns the organization now: the transaction is to be given up.
///
/// # Errors
/// [`MembershipStays::LastOwner`].
pub(crate) fn keeps_an_owner(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
) -> Result<(), MembershipStays> {
    match member::owners(tx, organization)? {
        0 => Err(MembershipStays::LastOwner),
        _ => Ok(()),
    }
}
