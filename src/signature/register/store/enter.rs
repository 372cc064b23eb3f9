//! Names that come and go, and the sizes of their groups with them.

use super::row::EntryRow;
use crate::base::Id;
use crate::db::schema::{
    last_insert_rowid, register_entries as e, register_groups as g, register_search as f,
};
use crate::db::statements::types::Uid;
use crate::db::{Conn, Result, Tx, kept, unnest};
use crate::petition::Petition;
use crate::signature::register::model::RegisterEntry;
use crate::{both, insert_rows};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, SmallInt, Text};
use std::collections::BTreeMap;

/// How the sizes of groups change: the change, and how the group is written.
type Changes = BTreeMap<(Id<Petition>, i16, String), (i64, String)>;

fn add_to(sizes: &mut Changes, entry: &RegisterEntry, change: i64) {
    for (by, key, label) in entry.groups() {
        let size = sizes
            .entry((entry.petition, by.number(), key))
            .or_insert((0, label));
        size.0 += change;
    }
}

/// Enters names that are not on the register yet.
///
/// # Errors
/// A fault of the database.
pub fn enter(tx: &mut Tx<'_>, entries: &[RegisterEntry]) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    insert_rows!(tx, "register_entries", e, for one in entries, {
        id: Uid = one.id,
        petition_id: Uid = one.petition,
        name: Text = one.name.as_str(),
        role: Nullable<Text> = one.role.as_deref(),
        affiliation: Nullable<Text> = one.affiliation.as_deref(),
        place: Nullable<Text> = one.place.as_deref(),
        sort_key: Text = one.sort_key.as_str(),
        role_key: Nullable<Text> = one.role_key(),
        affiliation_key: Nullable<Text> = one.affiliation_key(),
        is_first: Bool = one.is_first,
        words: Text = one.words(),
    }, then |c| index_last(c, one)?);
    let mut sizes = Changes::new();
    for entry in entries {
        add_to(&mut sizes, entry, 1);
    }
    resize(tx, sizes)
}

/// Takes names off the register; those that are not on it are passed over.
///
/// # Errors
/// A fault of the database.
pub fn strike(tx: &mut Tx<'_>, ids: &[Id<RegisterEntry>]) -> Result<()> {
    let there: Vec<RegisterEntry> = both!(tx, |c| e::table
        .filter(e::id.eq_any(ids))
        .select(EntryRow::as_select())
        .load::<EntryRow>(c))?
    .into_iter()
    .map(RegisterEntry::from)
    .collect();
    if let Conn::Sqlite(c) = &mut **tx {
        for entry in &there {
            diesel::sql_query(
                "delete from register_search where rowid = \
                 (select rowid from register_entries where id = $1)",
            )
            .bind::<Uid, _>(entry.id)
            .execute(c)?;
        }
    }
    both!(tx, |c| diesel::delete(e::table.filter(e::id.eq_any(ids)))
        .execute(c))?;
    let mut sizes = Changes::new();
    for entry in &there {
        add_to(&mut sizes, entry, -1);
    }
    resize(tx, sizes)
}

/// Puts the row just written into the full-text index.
fn index_last(c: &mut SqliteConnection, entry: &RegisterEntry) -> Result<()> {
    diesel::insert_into(f::table)
        .values((f::rowid.eq(last_insert_rowid()), f::words.eq(entry.words())))
        .execute(c)?;
    Ok(())
}

macro_rules! column {
    ($rows:expr, |$one:ident| $value:expr) => {
        $rows.iter().map(|$one| $value).collect::<Vec<_>>()
    };
}

/// Moves the sizes of groups. Whoever calls has locked the petitions' counts, so nobody else moves them now.
fn resize(tx: &mut Tx<'_>, sizes: Changes) -> Result<()> {
    let sizes: Vec<_> = sizes
        .into_iter()
        .filter(|(_, (change, _))| *change != 0)
        .collect();
    if sizes.is_empty() {
        return Ok(());
    }
    match &mut **tx {
        Conn::Sqlite(c) => {
            for ((petition, kind, key), (change, label)) in &sizes {
                kept(
                    "insert into register_groups (petition_id, kind, key, label, signers) values (",
                )
                .with::<Uid, _>(*petition, ", ")
                .with::<SmallInt, _>(*kind, ", ")
                .with::<Text, _>(key.as_str(), ", ")
                .with::<Text, _>(label.as_str(), ", ")
                .with::<BigInt, _>(
                    *change,
                    ") on conflict (petition_id, kind, key) \
                     do update set signers = signers + excluded.signers",
                )
                .execute(c)?;
            }
        }
        Conn::Postgres(c) => {
            unnest(
                "insert into register_groups (petition_id, kind, key, label, signers) select * from",
                "on conflict (petition_id, kind, key) \
                 do update set signers = register_groups.signers + excluded.signers",
            )
            .with::<Uid, _>(column!(sizes, |one| one.0.0))
            .with::<SmallInt, _>(column!(sizes, |one| one.0.1))
            .with::<Text, _>(column!(sizes, |one| one.0.2.as_str()))
            .with::<Text, _>(column!(sizes, |one| one.1.1.as_str()))
            .with::<BigInt, _>(column!(sizes, |one| one.1.0))
            .execute(c)?;
        }
    }
    let mut left: BTreeMap<(Id<Petition>, i16), Vec<&str>> = BTreeMap::new();
    for ((petition, kind, key), (change, _)) in &sizes {
        if *change < 0 {
            left.entry((*petition, *kind)).or_default().push(key);
        }
    }
    for ((petition, kind), keys) in left {
        // A group without names is no group; its label may be somebody's own words.
        let none = g::table
            .filter(g::petition_id.eq(petition))
            .filter(g::kind.eq(kind))
            .filter(g::signers.le(0_i64));
        both!(tx, |c| diesel::delete(none.filter(g::key.eq_any(&keys)))
            .execute(c))?;
    }
    Ok(())
}
