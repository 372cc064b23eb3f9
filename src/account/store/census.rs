//! Organizations in numbers, for the operator.

use crate::account::model::{Organization, Role};
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::{memberships as m, organizations as g, organizers as o};
use crate::db::{Conn, Result};
use diesel::prelude::*;
use std::collections::HashMap;

/// An organization, and how many work there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationCensus {
    /// Key.
    pub id: Id<Organization>,
    /// Its name.
    pub name: String,
    /// How many work there, owners too.
    pub members: i64,
    /// How many own it.
    pub owners: i64,
    /// When somebody of it was signed in last, to the minute.
    pub seen_at: Option<Time>,
}

/// The newest first, those made before this one, at most `most`.
///
/// # Errors
/// A fault of the database.
pub fn newest(
    conn: &mut Conn,
    before: Option<Id<Organization>>,
    most: i64,
) -> Result<Vec<OrganizationCensus>> {
    let last = before.unwrap_or(Id::from_bytes([0xff; 16]));
    let found = g::table
        .filter(g::id.lt(last))
        .order(g::id.desc())
        .limit(most)
        .select((g::id, g::name))
        .load::<(Id<Organization>, String)>(conn)?;
    let ids: Vec<Id<Organization>> = found.iter().map(|(id, _)| *id).collect();
    let members: Vec<(Id<Organization>, i16, Option<Time>)> = both!(conn, |c| m::table
        .inner_join(o::table.on(o::id.eq(m::organizer_id)))
        .filter(m::organization_id.eq_any(&ids))
        .select((m::organization_id, m::role, o::seen_at))
        .load(c))?;
    let mut of: HashMap<Id<Organization>, (i64, i64, Option<Time>)> = HashMap::new();
    for (id, role, seen_at) in members {
        let (members, owners, seen) = of.entry(id).or_default();
        *members += 1;
        *owners += i64::from(role == Role::Owner.number());
        *seen = (*seen).max(seen_at);
    }
    let census = |(id, name)| {
        let (members, owners, seen_at) = of.get(&id).copied().unwrap_or_default();
        OrganizationCensus {
            id,
            name,
            members,
            owners,
            seen_at,
        }
    };
    Ok(found.into_iter().map(census).collect())
}
