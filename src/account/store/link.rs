//! One-time links in the database: written, found while they work, used up.

use crate::account::link::{Link, Purpose};
use crate::account::model::{Organization, Organizer, Role};
use crate::base::{Id, Secrets, Time, Token, TokenHash};
use crate::db::schema::account_links as l;
use crate::db::{Conn, Error, Result, Tx};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = l)]
struct LinkRow {
    id: Id<Link>,
    purpose: i16,
    organizer_id: Option<Id<Organizer>>,
    organization_id: Option<Id<Organization>>,
    role: Option<i16>,
    email: Option<String>,
    created_at: Time,
    expires_at: Time,
}

impl TryFrom<LinkRow> for Link {
    type Error = Error;

    fn try_from(row: LinkRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            purpose: Purpose::from_number(row.purpose).ok_or(Error::Refused("purpose"))?,
            organizer: row.organizer_id,
            organization: row.organization_id,
            role: row.role.and_then(Role::from_number),
            email: row.email,
            created_at: row.created_at,
            expires_at: row.expires_at,
        })
    }
}

/// Writes a new link; its token.
pub fn insert(tx: &mut Tx<'_>, link: &Link, secrets: &Secrets) -> Result<Token> {
    let token = link.token(secrets);
    diesel::insert_into(l::table)
        .values((
            l::id.eq(link.id),
            l::token_hash.eq(token.hash().0.as_slice()),
            l::purpose.eq(link.purpose.number()),
            l::organizer_id.eq(link.organizer),
            l::organization_id.eq(link.organization),
            l::role.eq(link.role.map(Role::number)),
            l::email.eq(&link.email),
            l::created_at.eq(link.created_at),
            l::expires_at.eq(link.expires_at),
        ))
        .execute(&mut **tx)?;
    Ok(token)
}

/// The link of this token, if it is of this purpose, was not used and is not too old.
pub fn find(
    conn: &mut Conn,
    hash: &TokenHash,
    purposes: &[Purpose],
    now: Time,
) -> Result<Option<Link>> {
    let row = l::table
        .filter(l::token_hash.eq(hash.0.as_slice()))
        .filter(l::used_at.is_null())
        .filter(l::expires_at.gt(now))
        .select(LinkRow::as_select())
        .first::<LinkRow>(conn)
        .optional()?;
    let link = row.map(Link::try_from).transpose()?;
    Ok(link.filter(|link| purposes.contains(&link.purpose)))
}

/// The link with this key, if it still works; for the mail about it.
pub(crate) fn by_id(conn: &mut Conn, id: Id<Link>, now: Time) -> Result<Option<Link>> {
    let row = l::table
        .find(id)
        .filter(l::used_at.is_null())
        .filter(l::expires_at.gt(now))
        .select(LinkRow::as_select())
        .first::<LinkRow>(conn)
        .optional()?;
    row.map(Link::try_from).transpose()
}

/// Uses a link up. False when somebody else was first, or it has ended meanwhile.
pub(crate) fn use_up(tx: &mut Tx<'_>, id: Id<Link>, now: Time) -> Result<bool> {
    let used = diesel::update(
        l::table
            .find(id)
            .filter(l::used_at.is_null())
            .filter(l::expires_at.gt(now)),
    )
    .set(l::used_at.eq(now))
    .execute(&mut **tx)?;
    Ok(used == 1)
}

/// Uses up every link of first set-up; how many there were. Of two who press at once, the second finds none.
pub(crate) fn use_up_set_ups(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    Ok(diesel::update(
        l::table
            .filter(l::purpose.eq(Purpose::SetUp.number()))
            .filter(l::used_at.is_null())
            .filter(l::expires_at.gt(now)),
    )
    .set(l::used_at.eq(now))
    .execute(&mut **tx)?)
}

/// Uses up what else would let somebody set a passphrase or an address for this organizer.
pub(crate) fn use_up_resets(tx: &mut Tx<'_>, organizer: Id<Organizer>, now: Time) -> Result<usize> {
    Ok(diesel::update(
        l::table
            .filter(l::organizer_id.eq(organizer))
            .filter(l::purpose.eq_any([Purpose::Reset.number(), Purpose::Address.number()]))
            .filter(l::used_at.is_null()),
    )
    .set(l::used_at.eq(now))
    .execute(&mut **tx)?)
}

/// Deletes links that ended before `ended_before`; how many.
pub fn tidy(tx: &mut Tx<'_>, ended_before: Time) -> Result<usize> {
    Ok(diesel::delete(l::table.filter(l::expires_at.lt(ended_before))).execute(&mut **tx)?)
}
