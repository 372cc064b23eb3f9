//! Everything that is held of an organizer, for them to take along (privacy rules, G5). Each of its personal columns has its place in
//! `tests/personal.txt`; what only proves who they are, hashes and sealed secrets, is told to nobody.

use super::second_factor::{self, SecondFactor};
use super::session;
use crate::account::deed::{Deed, DeedKind};
use crate::account::link::Purpose;
use crate::account::model::{Organizer, Role, Session};
use crate::account::notices::Notices;
use crate::base::{Id, Secrets, Time};
use crate::db::schema::{
    account_links as l, activity as a, memberships as m, organizations as g, organizers as o,
};
use crate::db::{Conn, Result};
use diesel::prelude::*;

/// Most lines of the activity log: years of a busy organizer.
const MOST_LINES: i64 = 50_000;

/// What is held.
pub struct HeldOfOrganizer {
    /// The row of the account.
    pub account: HeldAccount,
    /// The second factor, where there is one.
    pub second_factor: Option<SecondFactor>,
    /// What they are where, since when.
    pub places: Vec<(String, Role, Time)>,
    /// Browsers that are signed in.
    pub sessions: Vec<Session>,
    /// Links that were mailed and are not forgotten yet.
    pub links: Vec<HeldLink>,
    /// What they did, the newest first.
    pub lines: Vec<HeldLine>,
}

/// The row of the account.
#[derive(Queryable)]
pub struct HeldAccount {
    /// Their address.
    pub email: String,
    /// Shown to colleagues.
    pub name: String,
    /// Of the console and of letters.
    pub lang: String,
    /// Since when.
    pub created_at: Time,
    /// When they were signed in last.
    pub seen_at: Option<Time>,
    /// When they last put a second factor off.
    pub second_factor_later_at: Option<Time>,
    /// Since when they see the operator's pages.
    pub operator_since: Option<Time>,
    notices: i16,
    /// Until when they were told what happened.
    pub told_until: Option<Time>,
}

impl HeldAccount {
    /// Of what they want to be told by mail.
    #[must_use]
    pub fn wanted(&self) -> Notices {
        Notices::from_number(self.notices)
    }
}

/// A link that was mailed.
pub struct HeldLink {
    /// What it is for.
    pub purpose: Purpose,
    /// Where it went, if not to the account's address.
    pub email: Option<String>,
    /// When it was made.
    pub created_at: Time,
    /// When it ends.
    pub expires_at: Time,
}

/// A line of the activity log.
#[derive(Queryable)]
pub struct HeldLine {
    /// When.
    pub at: Time,
    /// In the log of which organization; none where that is gone.
    pub organization: Option<String>,
    /// What they were called then.
    pub who: String,
    /// The word of what they did.
    pub deed: String,
    /// To what.
    pub what: String,
    /// What it was.
    pub before: String,
    /// What it became.
    pub after: String,
    /// The kind of browser and the network without its end.
    pub place: String,
}

impl HeldLine {
    /// Whether what it was and became tells of them: letters of petitions are not theirs.
    #[must_use]
    pub fn is_of_account(&self) -> bool {
        let deed = Deed::ALL.iter().find(|one| one.as_str() == self.deed);
        deed.is_some_and(|deed| deed.kind() == DeedKind::Account)
    }
}

/// Reads it.
///
/// # Errors
/// A fault of the database.
pub fn of_organizer(
    conn: &mut Conn,
    secrets: &Secrets,
    id: Id<Organizer>,
    now: Time,
) -> Result<HeldOfOrganizer> {
    let account = o::table
        .find(id)
        .select((
            o::email,
            o::name,
            o::lang,
            o::created_at,
            o::seen_at,
            o::second_factor_later_at,
            o::operator_since,
            o::notices,
            o::told_until,
        ))
        .first::<HeldAccount>(conn)?;
    let places = m::table
        .inner_join(g::table.on(g::id.eq(m::organization_id)))
        .filter(m::organizer_id.eq(id))
        .order(g::name)
        .select((g::name, m::role, m::created_at))
        .load::<(String, i16, Time)>(conn)?;
    let links = l::table
        .filter(l::organizer_id.eq(id))
        .order(l::created_at.desc())
        .select((l::purpose, l::email, l::created_at, l::expires_at))
        .load::<(i16, Option<String>, Time, Time)>(conn)?;
    let lines = a::table
        .left_join(g::table.on(g::id.eq(a::organization_id)))
        .filter(a::organizer_id.eq(id))
        .order(a::id.desc())
        .limit(MOST_LINES)
        .select((
            a::at,
            g::name.nullable(),
            a::who,
            a::deed,
            a::what,
            a::before,
            a::after,
            a::place,
        ))
        .load::<HeldLine>(conn)?;
    let link = |(purpose, email, created_at, expires_at)| {
        Purpose::from_number(purpose).map(|purpose| HeldLink {
            purpose,
            email,
            created_at,
            expires_at,
        })
    };
    let place = |(name, role, since)| Role::from_number(role).map(|role| (name, role, since));
    Ok(HeldOfOrganizer {
        account,
        second_factor: second_factor::find(conn, secrets, id, now)?,
        places: places.into_iter().filter_map(place).collect(),
        sessions: session::of_organizer(conn, id, now)?,
        links: links.into_iter().filter_map(link).collect(),
        lines,
    })
}
