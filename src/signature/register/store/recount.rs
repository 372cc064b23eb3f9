//! What `undersigned check` reads: the whole register, a piece at a time.

use super::row::EntryRow;
use crate::base::Id;
use crate::db::schema::{register_entries as e, register_groups as g};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::signature::register::model::RegisterEntry;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// How many names each group has: by petition, kind and key.
pub type Sizes = BTreeMap<(Id<Petition>, i16, String), i64>;

/// Up to `most` names of all petitions, in the order of their keys, behind this one.
pub fn every(
    conn: &mut Conn,
    behind: Option<Id<RegisterEntry>>,
    most: i64,
) -> Result<Vec<RegisterEntry>> {
    let behind = behind.unwrap_or(Id::from_bytes([0; 16]));
    Ok(e::table
        .filter(e::id.gt(behind))
        .order(e::id)
        .limit(most)
        .select(EntryRow::as_select())
        .load::<EntryRow>(conn)?
        .into_iter()
        .map(RegisterEntry::from)
        .collect())
}

/// Adds the groups of these names.
pub fn sizes_of(entries: &[RegisterEntry], sizes: &mut Sizes) {
    for entry in entries {
        for (by, key, _) in entry.groups() {
            *sizes.entry((entry.petition, by.number(), key)).or_default() += 1;
        }
    }
}

/// The sizes of all groups as they are kept.
pub fn sizes(conn: &mut Conn) -> Result<Sizes> {
    let rows = g::table
        .select((g::petition_id, g::kind, g::key, g::signers))
        .load::<(Id<Petition>, i16, String, i64)>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(petition, kind, key, signers)| ((petition, kind, key), signers))
        .collect())
}
