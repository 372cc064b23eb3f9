//! An organization comes into being, in the demo with its owner.

use crate::account::model::{Organization, Organizer, Role};
use crate::account::passphrase::hash::PassphraseHash;
use crate::account::store::{member, organization, person};
use crate::base::{Email, Id, Lang, Line, PersonName, Time};
use crate::db::{Error, Result, Tx};

/// The name of an organization.
pub type OrganizationName = Line<100>;

/// What is told of a new organization and its owner.
#[derive(Debug, Clone)]
pub struct Founding {
    /// The organization's name.
    pub organization: OrganizationName,
    /// Where signers may write to, if anywhere: never the owner's own address unless that was typed here too.
    pub contact: Option<Email>,
    /// The owner's name.
    pub name: PersonName,
    /// The owner's address.
    pub email: Email,
    /// The language the owner reads.
    pub lang: Lang,
}

/// Writes both, and that the one owns the other. The passphrase has been hashed before: no transaction waits for that.
///
/// # Errors
/// [`Error::Duplicate`] when the address belongs to an organizer already.
pub fn found(
    tx: &mut Tx<'_>,
    founding: &Founding,
    hash: &PassphraseHash,
    now: Time,
) -> Result<(Organization, Organizer)> {
    let organization =
        new_organization(tx, &founding.organization, founding.contact.as_ref(), now)?;
    let owner = person::insert(
        tx,
        &founding.email,
        founding.name.as_str(),
        founding.lang,
        now,
    )?
    .ok_or(Error::Duplicate)?;
    person::set_password(tx, owner.id, hash)?;
    member::join(tx, organization.id, owner.id, Role::Owner, now)?;
    Ok((organization, owner))
}

/// Writes a new organization.
pub(crate) fn new_organization(
    tx: &mut Tx<'_>,
    name: &OrganizationName,
    contact: Option<&Email>,
    now: Time,
) -> Result<Organization> {
    let id = Id::new(now);
    let slug = organization::free_slug(tx, id, name.as_str())?;
    let contact = contact.map(Email::deliver).unwrap_or_default();
    let organization = Organization::new(id, slug, name.as_str(), contact);
    organization::insert(tx, &organization, now)?;
    Ok(organization)
}
