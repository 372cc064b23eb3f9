//! One-time links in the database: written, found while they work, used up.

use crate::account::link::{Link, Purpose};
use crate::account::model::{Organization, Organizer, Role};
use crate::base::{Id, Secrets, Time, Token, TokenHash};
use crate::db::schema::{account_links as l, organizers as o};
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
    invited_by: Option<Id<Organizer>>,
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
            invited_by: row.invited_by,
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
            l::invited_by.eq(link.invited_by),
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

/// An invitation that nobody has accepted yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The key of its link.
    pub id: Id<Link>,
    /// Who is invited.
    pub email: String,
    /// As what.
    pub role: Role,
    /// When it ends.
    pub expires_at: Time,
}

/// Invitations into this organization that still work, the newest first.
///
/// # Errors
/// A fault of the database.
pub fn invitations(
    conn: &mut Conn,
    organization: Id<Organization>,
    now: Time,
) -> Result<Vec<Invitation>> {
    let rows = l::table
        .inner_join(o::table.on(l::organizer_id.eq(o::id.nullable())))
        .filter(l::organization_id.eq(organization))
        .filter(l::purpose.eq(Purpose::Invitation.number()))
        .filter(l::used_at.is_null())
        .filter(l::expires_at.gt(now))
        .order(l::id.desc())
        .select((l::id, o::email, l::role, l::expires_at))
        .load::<(Id<Link>, String, Option<i16>, Time)>(conn)?;
    let invitation = |(id, email, role, expires_at): (_, _, Option<i16>, _)| {
        role.and_then(Role::from_number).map(|role| Invitation {
            id,
            email,
            role,
            expires_at,
        })
    };
    Ok(rows.into_iter().filter_map(invitation).collect())
}

/// How many there were since then, accepted and revoked ones too.
///
/// # Errors
/// A fault of the database.
pub(crate) fn invitations_since(
    conn: &mut Conn,
    organization: Id<Organization>,
    since: Time,
) -> Result<i64> {
    let all = l::table
        .filter(l::organization_id.eq(organization))
        .filter(l::purpose.eq(Purpose::Invitation.number()))
        .filter(l::created_at.ge(since));
    Ok(all.count().get_result(conn)?)
}

/// Uses up every invitation of this person into this organization, so that none lets them in.
///
/// # Errors
/// A fault of the database.
pub(crate) fn revoke_invitations(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    invited: Id<Organizer>,
    now: Time,
) -> Result<()> {
    let theirs = l::table
        .filter(l::organization_id.eq(organization))
        .filter(l::organizer_id.eq(invited))
        .filter(l::purpose.eq(Purpose::Invitation.number()))
        .filter(l::used_at.is_null());
    diesel::update(theirs)
        .set(l::used_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes back every invitation of an organization that was not taken yet.
///
/// # Errors
/// A fault of the database.
pub fn revoke_all(tx: &mut Tx<'_>, organization: Id<Organization>, now: Time) -> Result<()> {
    let open = l::table
        .filter(l::organization_id.eq(organization))
        .filter(l::purpose.eq(Purpose::Invitation.number()))
        .filter(l::used_at.is_null());
    diesel::update(open)
        .set(l::used_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes links that ended before `ended_before`; how many.
pub fn tidy(tx: &mut Tx<'_>, ended_before: Time) -> Result<usize> {
    Ok(diesel::delete(l::table.filter(l::expires_at.lt(ended_before))).execute(&mut **tx)?)
}
