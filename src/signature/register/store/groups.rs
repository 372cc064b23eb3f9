//! Groups of names, and how many names each has.

use crate::base::Id;
use crate::db::schema::register_groups as g;
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::signature::register::model::{Group, Grouping, SMALLEST_GROUP};
use diesel::prelude::*;

#[derive(Queryable)]
struct GroupRow {
    key: String,
    label: String,
    signers: i64,
}

impl From<GroupRow> for Group {
    fn from(row: GroupRow) -> Self {
        Self {
            key: row.key,
            label: row.label,
            signers: row.signers,
        }
    }
}

/// A place in the list of groups: size and key.
pub type GroupPlace = (i64, String);

/// Groups that are large enough to be shown, the largest first.
pub fn groups(
    conn: &mut Conn,
    petition: Id<Petition>,
    by: Grouping,
    place: Option<&GroupPlace>,
    is_backwards: bool,
    most: i64,
) -> Result<Vec<Group>> {
    let mut query = g::table
        .filter(g::petition_id.eq(petition))
        .filter(g::kind.eq(by.number()))
        .filter(g::signers.ge(SMALLEST_GROUP))
        .limit(most)
        .select((g::key, g::label, g::signers))
        .into_boxed();
    query = match (place, is_backwards) {
        (None, _) => query,
        (Some((size, key)), false) => query
            .filter(g::signers.le(*size))
            .filter(g::signers.lt(*size).or(g::key.gt(key))),
        (Some((size, key)), true) => query
            .filter(g::signers.ge(*size))
            .filter(g::signers.gt(*size).or(g::key.lt(key))),
    };
    query = if is_backwards {
        query.order((g::signers, g::key.desc()))
    } else {
        query.order((g::signers.desc(), g::key))
    };
    Ok(query
        .load::<GroupRow>(conn)?
        .into_iter()
        .map(Group::from)
        .collect())
}

/// One group, whatever its size.
pub fn group(
    conn: &mut Conn,
    petition: Id<Petition>,
    by: Grouping,
    key: &str,
) -> Result<Option<Group>> {
    Ok(g::table
        .find((petition, by.number(), key))
        .select((g::key, g::label, g::signers))
        .first::<GroupRow>(conn)
        .optional()?
        .map(Group::from))
}

/// The letters that have names, in their order.
pub fn letters(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<Group>> {
    Ok(g::table
        .filter(g::petition_id.eq(petition))
        .filter(g::kind.eq(Grouping::Letter.number()))
        .order(g::key)
        .select((g::key, g::label, g::signers))
        .load::<GroupRow>(conn)?
        .into_iter()
        .map(Group::from)
        .collect())
}
