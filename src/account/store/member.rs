//! Members of an organization in the database.

use crate::account::model::{Organization, Organizer, Role};
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{memberships as m, organizations as g, organizers as o};
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;

/// A member, as colleagues see one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: Id<Organizer>,
    /// Shown to colleagues.
    pub name: String,
    /// Shown to those who manage members.
    pub email: String,
    /// What may be done there.
    pub role: Role,
    /// When they were signed in last, to the minute; none where they never were.
    pub seen_at: Option<Time>,
}

type MemberRow = (Id<Organizer>, String, String, i16, Option<Time>);

/// Members of an organization by role and name, at most `most`. A role that this program does not know is no membership.
///
/// # Errors
/// A fault of the database.
pub fn all(conn: &mut Conn, organization: Id<Organization>, most: i64) -> Result<Vec<Member>> {
    let rows = m::table
        .inner_join(o::table.on(o::id.eq(m::organizer_id)))
        .filter(m::organization_id.eq(organization))
        .order((m::role, o::name, o::id))
        .limit(most)
        .select((o::id, o::name, o::email, m::role, o::seen_at))
        .load::<MemberRow>(conn)?;
    let member = |(id, name, email, role, seen_at)| {
        Role::from_number(role).map(|role| Member {
            id,
            name,
            email,
            role,
            seen_at,
        })
    };
    Ok(rows.into_iter().filter_map(member).collect())
}

/// What somebody is there; none for who is no member.
///
/// # Errors
/// A fault of the database.
pub fn role_of(
    conn: &mut Conn,
    organization: Id<Organization>,
    organizer: Id<Organizer>,
) -> Result<Option<Role>> {
    let role: Option<i16> = m::table
        .find((organization, organizer))
        .select(m::role)
        .first(conn)
        .optional()?;
    Ok(role.and_then(Role::from_number))
}

/// How many own it.
///
/// # Errors
/// A fault of the database.
pub(crate) fn owners(conn: &mut Conn, organization: Id<Organization>) -> Result<i64> {
    let owners = m::table
        .filter(m::organization_id.eq(organization))
        .filter(m::role.eq(Role::Owner.number()));
    Ok(owners.count().get_result(conn)?)
}

/// Has everybody else who changes who works there wait for the end of this transaction. On SQLite writers wait anyway.
///
/// # Errors
/// A fault of the database.
pub(crate) fn lock(tx: &mut Tx<'_>, organization: Id<Organization>) -> Result<()> {
    if let Conn::Postgres(c) = &mut **tx {
        let row = g::table.find(organization).select(g::id);
        row.for_no_key_update()
            .first::<Id<Organization>>(c)
            .optional()?;
    }
    Ok(())
}

/// Makes somebody a member. Who is one already keeps the role.
///
/// # Errors
/// A fault of the database.
pub fn join(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    organizer: Id<Organizer>,
    role: Role,
    now: Time,
) -> Result<()> {
    let row = (
        m::organization_id.eq(organization),
        m::organizer_id.eq(organizer),
        m::role.eq(role.number()),
        m::created_at.eq(now),
    );
    both!(tx, |c| diesel::insert_into(m::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// Gives a member another role.
///
/// # Errors
/// A fault of the database.
pub fn set_role(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    organizer: Id<Organizer>,
    role: Role,
) -> Result<()> {
    diesel::update(m::table.find((organization, organizer)))
        .set(m::role.eq(role.number()))
        .execute(&mut **tx)?;
    Ok(())
}

/// Ends every membership of an organization.
///
/// # Errors
/// A fault of the database.
pub fn remove_all(tx: &mut Tx<'_>, organization: Id<Organization>) -> Result<()> {
    let all = m::table.filter(m::organization_id.eq(organization));
    diesel::delete(all).execute(&mut **tx)?;
    Ok(())
}

/// Ends a membership.
///
/// # Errors
/// A fault of the database.
pub(crate) fn remove(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    organizer: Id<Organizer>,
) -> Result<()> {
    diesel::delete(m::table.find((organization, organizer))).execute(&mut **tx)?;
    Ok(())
}
