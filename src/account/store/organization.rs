//! Organizations in the database.

use crate::account::model::Organization;
use crate::base::{Id, Slug, Time};
use crate::db::schema::organizations as g;
use crate::db::{Conn, Error, Result, Tx};
use diesel::prelude::*;

/// How many names of an address are tried before one is made of the key.
const TRIES: u32 = 50;

#[derive(Queryable, Selectable)]
#[diesel(table_name = g)]
struct OrganizationRow {
    id: Id<Organization>,
    slug: String,
    name: String,
    contact_email: String,
    about: String,
}

impl TryFrom<OrganizationRow> for Organization {
    type Error = Error;

    fn try_from(row: OrganizationRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            slug: Slug::parse(&row.slug).map_err(|_| Error::Refused("slug"))?,
            name: row.name,
            contact_email: row.contact_email,
            about: serde_json::from_str(&row.about).map_err(|_| Error::Refused("about"))?,
        })
    }
}

fn about(one: &Organization) -> Result<String> {
    serde_json::to_string(&one.about).map_err(|_| Error::Refused("about"))
}

/// Writes a new organization.
///
/// # Errors
/// [`Error::Duplicate`] when its address is another's.
pub fn insert(tx: &mut Tx<'_>, one: &Organization, now: Time) -> Result<()> {
    diesel::insert_into(g::table)
        .values((
            g::id.eq(one.id),
            g::slug.eq(one.slug.as_str()),
            g::name.eq(&one.name),
            g::contact_email.eq(&one.contact_email),
            g::about.eq(about(one)?),
            g::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// An address that no other organization has: made of the name, with a number behind where that is taken.
pub(crate) fn free_slug(tx: &mut Tx<'_>, id: Id<Organization>, name: &str) -> Result<Slug> {
    let of_key = || Slug::parse(&id.to_string()).map_err(|_| Error::Refused("slug"));
    let Some(wanted) = Slug::suggest(name) else {
        return of_key();
    };
    let others = (2..TRIES).map(|n| wanted.numbered(n));
    for slug in std::iter::once(wanted.clone()).chain(others) {
        let taken: Option<Id<Organization>> = g::table
            .filter(g::slug.eq(slug.as_str()))
            .select(g::id)
            .first(&mut **tx)
            .optional()?;
        if taken.is_none() {
            return Ok(slug);
        }
    }
    of_key()
}

/// Writes where signers may write to, and the sentence on who it is.
pub(crate) fn update(tx: &mut Tx<'_>, one: &Organization) -> Result<()> {
    diesel::update(g::table.find(one.id))
        .set((
            g::contact_email.eq(&one.contact_email),
            g::about.eq(about(one)?),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Says whether whoever may see addresses of signers has to set up a second factor first.
///
/// # Errors
/// A fault of the database.
pub fn need_second_factor(tx: &mut Tx<'_>, id: Id<Organization>, is_needed: bool) -> Result<()> {
    diesel::update(g::table.find(id))
        .set(g::needs_second_factor.eq(is_needed))
        .execute(&mut **tx)?;
    Ok(())
}

/// Every organization: what the cache asks each second, for there are few and they change without a petition changing.
pub fn all(conn: &mut Conn) -> Result<Vec<Organization>> {
    g::table
        .select(OrganizationRow::as_select())
        .load(conn)?
        .into_iter()
        .map(Organization::try_from)
        .collect()
}

/// The organization with this key.
pub fn find(conn: &mut Conn, id: Id<Organization>) -> Result<Option<Organization>> {
    g::table
        .find(id)
        .select(OrganizationRow::as_select())
        .first(conn)
        .optional()?
        .map(Organization::try_from)
        .transpose()
}

/// The oldest organization of this very name.
pub fn named(conn: &mut Conn, name: &str) -> Result<Option<Organization>> {
    g::table
        .filter(g::name.eq(name))
        .order(g::id)
        .select(OrganizationRow::as_select())
        .first(conn)
        .optional()?
        .map(Organization::try_from)
        .transpose()
}
