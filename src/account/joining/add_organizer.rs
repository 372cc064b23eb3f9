//! `undersigned organizer add`: the operator lets an owner in.

use super::found::{self, OrganizationName};
use crate::account::deed::Deed;
use crate::account::link::{Link, Purpose};
use crate::account::mails;
use crate::account::model::Role;
use crate::account::store::activity::Doer;
use crate::account::store::{link, member, organization as organizations, person};
use crate::base::{Email, Lang, PersonName, Secrets, Time, Token};
use crate::db::{Error, Result, Tx};

/// Makes the organization if there is none of that name, the organizer if there is none of that address, and the one an
/// owner of the other; an operator too, if that is asked for. The link, good for 72 hours, goes by mail too; its address is
/// `urls::setup` of the token.
pub fn add(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    email: &Email,
    name: &PersonName,
    (organization, is_operator): (&OrganizationName, bool),
    now: Time,
) -> Result<Token> {
    let place = match organizations::named(tx, organization.as_str())? {
        Some(place) => place,
        None => found::new_organization(tx, organization, None, now)?,
    };
    let organizer = match person::insert(tx, email, name.as_str(), Lang::EN, now)? {
        Some(fresh) => fresh,
        None => {
            person::by_address(tx, email)?
                .ok_or(Error::Refused("no row"))?
                .organizer
        }
    };
    member::join(tx, place.id, organizer.id, Role::Owner, now)?;
    if is_operator {
        person::make_operator(tx, organizer.id, now)?;
    }
    let link = Link {
        organizer: Some(organizer.id),
        organization: Some(place.id),
        role: Some(Role::Owner),
        ..Link::new(Purpose::Invitation, now)
    };
    let token = link::insert(tx, &link, secrets)?;
    let role = ("", Role::Owner.as_str());
    Doer::operator(now).changed(tx, place.id, Deed::INVITED, &organizer.email, role)?;
    mails::queue(tx, secrets, &link, &organizer, None, now)?;
    Ok(token)
}
