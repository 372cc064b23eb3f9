//! Sessions: opened, found by their token's hash, seen, ended.

use super::{begun_sign_in, second_factor};
use crate::account::model::{Membership, Organization, Organizer, Role, Session};
use crate::base::{Id, Lang, Time, TokenHash};
use crate::db::schema::{memberships as m, organizations as g, organizers as o, sessions as s};
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = s)]
struct SessionRow {
    id: Id<Session>,
    device: String,
    created_at: Time,
    last_seen_at: Time,
    proved_at: Time,
    expires_at: Time,
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Self {
        Self {
            id: row.id,
            device: row.device,
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            proved_at: row.proved_at,
            expires_at: row.expires_at,
        }
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = o)]
struct PersonRow {
    id: Id<Organizer>,
    name: String,
    email: String,
    lang: String,
    second_factor_later_at: Option<Time>,
    operator_since: Option<Time>,
}

/// Somebody signed in: session, person, places.
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// Whose it is.
    pub organizer: Organizer,
    /// Where they work, by name.
    pub memberships: Vec<Membership>,
    /// Whether they run this site.
    pub is_operator: bool,
    /// Whether they have a second factor.
    pub has_second_factor: bool,
    /// When they last put one off.
    pub put_off_at: Option<Time>,
}

/// Writes a new session.
pub fn insert(
    tx: &mut Tx<'_>,
    session: &Session,
    hash: &TokenHash,
    organizer: Id<Organizer>,
) -> Result<()> {
    diesel::insert_into(s::table)
        .values((
            s::id.eq(session.id),
            s::token_hash.eq(hash.0.as_slice()),
            s::organizer_id.eq(organizer),
            s::device.eq(session.device.as_str()),
            s::created_at.eq(session.created_at),
            s::last_seen_at.eq(session.last_seen_at),
            s::proved_at.eq(session.proved_at),
            s::expires_at.eq(session.expires_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Who holds this token, if the session is still alive.
pub fn find(conn: &mut Conn, hash: &TokenHash, now: Time) -> Result<Option<SignedIn>> {
    let found = s::table
        .inner_join(o::table.on(o::id.eq(s::organizer_id)))
        .filter(s::token_hash.eq(hash.0.as_slice()))
        .select((SessionRow::as_select(), PersonRow::as_select()))
        .first::<(SessionRow, PersonRow)>(conn)
        .optional()?;
    let Some((row, person)) = found else {
        return Ok(None);
    };
    let session = Session::from(row);
    if !session.is_alive(now) {
        return Ok(None);
    }
    Ok(Some(SignedIn {
        session,
        memberships: memberships(conn, person.id)?,
        is_operator: person.operator_since.is_some(),
        has_second_factor: second_factor::is_on(conn, person.id)?,
        put_off_at: person.second_factor_later_at,
        organizer: Organizer {
            id: person.id,
            name: person.name,
            email: person.email,
            lang: Lang::parse(&person.lang).unwrap_or(Lang::EN),
        },
    }))
}

/// Where somebody works, by name. A role this program does not know is no membership.
pub fn memberships(conn: &mut Conn, organizer: Id<Organizer>) -> Result<Vec<Membership>> {
    Ok(m::table
        .inner_join(g::table.on(g::id.eq(m::organization_id)))
        .filter(m::organizer_id.eq(organizer))
        .order((g::name, g::id))
        .select((g::id, g::name, m::role, g::needs_second_factor))
        .load::<(Id<Organization>, String, i16, bool)>(conn)?
        .into_iter()
        .filter_map(|(organization, name, role, needs_second_factor)| {
            Role::from_number(role).map(|role| Membership {
                organization,
                name,
                role,
                needs_second_factor,
            })
        })
        .collect())
}

/// Notes that a session was used.
pub fn seen(tx: &mut Tx<'_>, id: Id<Session>, now: Time) -> Result<()> {
    diesel::update(s::table.find(id))
        .set(s::last_seen_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// The living sessions of somebody, the last used first.
pub(crate) fn of_organizer(conn: &mut Conn, id: Id<Organizer>, now: Time) -> Result<Vec<Session>> {
    Ok(s::table
        .filter(s::organizer_id.eq(id))
        .order((s::last_seen_at.desc(), s::id.desc()))
        .select(SessionRow::as_select())
        .load::<SessionRow>(conn)?
        .into_iter()
        .map(Session::from)
        .filter(|session| session.is_alive(now))
        .collect())
}

/// Ends one session of this organizer; how many ended.
pub fn end(tx: &mut Tx<'_>, organizer: Id<Organizer>, id: Id<Session>) -> Result<usize> {
    Ok(
        diesel::delete(s::table.find(id).filter(s::organizer_id.eq(organizer)))
            .execute(&mut **tx)?,
    )
}

/// Ends the session of this token, whosever it is.
pub(crate) fn end_held(tx: &mut Tx<'_>, hash: &TokenHash) -> Result<usize> {
    Ok(diesel::delete(s::table.filter(s::token_hash.eq(hash.0.as_slice()))).execute(&mut **tx)?)
}

/// Ends all sessions of this organizer but one, or all, and every sign-in that waits for a code; how many sessions ended.
pub(crate) fn end_all(
    tx: &mut Tx<'_>,
    organizer: Id<Organizer>,
    but: Option<Id<Session>>,
) -> Result<usize> {
    begun_sign_in::end_all(tx, organizer)?;
    let all = s::table.filter(s::organizer_id.eq(organizer));
    Ok(match but {
        Some(id) => diesel::delete(all.filter(s::id.ne(id))).execute(&mut **tx)?,
        None => diesel::delete(all).execute(&mut **tx)?,
    })
}

/// Deletes what has ended by itself; how many.
pub fn tidy(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    let idle_since = now.minus(crate::account::model::IDLE);
    Ok(
        diesel::delete(s::table.filter(s::expires_at.le(now).or(s::last_seen_at.le(idle_since))))
            .execute(&mut **tx)?,
    )
}
