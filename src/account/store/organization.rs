//! Organizations in the database.

use super::member;
use crate::account::model::Organization;
use crate::base::{Color, Id, Lang, Slug, Time};
use crate::db::schema::organizations as g;
use crate::db::{Conn, Error, Result, Tx};
use crate::web::Theme;
use crate::web::pictures::name::LogoName;
use diesel::prelude::*;

/// How many names of an address are tried before one is made of the key.
const TRIES: u32 = 50;

#[derive(Queryable, Selectable)]
#[diesel(table_name = g)]
struct OrganizationRow {
    id: Id<Organization>,
    slug: String,
    name: String,
    former_names: String,
    contact_email: String,
    about: String,
    needs_second_factor: bool,
    imprint: String,
    cover: Option<String>,
    pen: Option<String>,
    logo_sha256: Option<String>,
    logo_width: Option<i32>,
    logo_height: Option<i32>,
    langs: String,
    keeps_for: Option<i16>,
    ended_at: Option<Time>,
}

impl OrganizationRow {
    /// Colours that cannot be read as this program knows them are none: the page has the site's.
    fn theme(&self) -> Option<Theme> {
        let color = |text: &Option<String>| Color::parse(text.as_deref()?).ok();
        Theme::new(color(&self.cover)?, color(&self.pen)?).ok()
    }
}

impl TryFrom<OrganizationRow> for Organization {
    type Error = Error;

    fn try_from(row: OrganizationRow) -> Result<Self> {
        let said = |json: &str, what| serde_json::from_str(json).map_err(|_| Error::Refused(what));
        let langs: Vec<Lang> = serde_json::from_str(&row.langs).unwrap_or_default();
        Ok(Self {
            id: row.id,
            slug: Slug::parse(&row.slug).map_err(|_| Error::Refused("slug"))?,
            theme: row.theme(),
            about: said(&row.about, "about")?,
            imprint: said(&row.imprint, "imprint")?,
            name: row.name,
            former_names: serde_json::from_str(&row.former_names).unwrap_or_default(),
            contact_email: row.contact_email,
            logo: (|| {
                Some(LogoName {
                    sha256: row.logo_sha256?,
                    width: row.logo_width?,
                    height: row.logo_height?,
                })
            })(),
            langs,
            keeps_for: row.keeps_for.and_then(|months| u8::try_from(months).ok()),
            needs_second_factor: row.needs_second_factor,
            ended_at: row.ended_at,
        })
    }
}

/// What is said in several languages.
fn told(all: &[(Lang, String)]) -> Result<String> {
    serde_json::to_string(all).map_err(|_| Error::Refused("texts by language"))
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
            g::about.eq(told(&one.about)?),
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

/// Has everybody else who changes this organization wait for the end of this transaction, and reads it; none once it is no more.
///
/// # Errors
/// A fault of the database.
pub fn locked(tx: &mut Tx<'_>, id: Id<Organization>) -> Result<Option<Organization>> {
    member::lock(tx, id)?;
    Ok(find(tx, id)?.filter(|one| one.ended_at.is_none()))
}

/// The organization, which nobody changes or ends before the end of this transaction. None once it is no more.
///
/// # Errors
/// A fault of the database.
pub fn standing(tx: &mut Tx<'_>, id: Id<Organization>) -> Result<Option<Organization>> {
    if let Conn::Postgres(c) = &mut **tx {
        let row = g::table.find(id).select(g::id);
        row.for_share().first::<Id<Organization>>(c).optional()?;
    }
    Ok(find(tx, id)?.filter(|one| one.ended_at.is_none()))
}

/// Writes everything of it that is told or chosen in its settings, but its logo. Its address stays.
///
/// # Errors
/// A fault of the database.
pub fn update(tx: &mut Tx<'_>, one: &Organization) -> Result<()> {
    let langs = serde_json::to_string(&one.langs).map_err(|_| Error::Refused("langs"))?;
    let former = serde_json::to_string(&one.former_names);
    let former = former.map_err(|_| Error::Refused("former names"))?;
    diesel::update(g::table.find(one.id))
        .set((
            g::name.eq(&one.name),
            g::former_names.eq(former),
            g::contact_email.eq(&one.contact_email),
            g::about.eq(told(&one.about)?),
            g::imprint.eq(told(&one.imprint)?),
            g::cover.eq(one.theme.map(|theme| theme.cover().to_string())),
            g::pen.eq(one.theme.map(|theme| theme.pen().to_string())),
            g::langs.eq(langs),
            g::keeps_for.eq(one.keeps_for.map(i16::from)),
            g::needs_second_factor.eq(one.needs_second_factor),
            g::ended_at.eq(one.ended_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes one under which no petition stands.
///
/// # Errors
/// A fault of the database; a petition stands under it.
pub fn delete(tx: &mut Tx<'_>, id: Id<Organization>) -> Result<()> {
    diesel::delete(g::table.find(id)).execute(&mut **tx)?;
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

/// The oldest organization of this very name, unless it is no more.
pub fn named(conn: &mut Conn, name: &str) -> Result<Option<Organization>> {
    g::table
        .filter(g::name.eq(name))
        .filter(g::ended_at.is_null())
        .order(g::id)
        .select(OrganizationRow::as_select())
        .first(conn)
        .optional()?
        .map(Organization::try_from)
        .transpose()
}
