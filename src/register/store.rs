//! The register in the database. Every page is a seek in an index, wherever it is.

use super::model::{Entry, Group, Grouping, SMALLEST_GROUP};
use crate::base::{Id, Search};
use crate::both;
use crate::db::schema::{
    last_insert_rowid, register_entries as e, register_groups as g, register_search as f,
};
use crate::db::types::Uid;
use crate::db::{Conn, Result, Tx, unnest};
use crate::petition::Petition;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable, SmallInt, Text};
use std::collections::BTreeMap;

#[derive(Queryable, Selectable)]
#[diesel(table_name = e)]
struct EntryRow {
    id: Id<Entry>,
    petition_id: Id<Petition>,
    name: String,
    role: Option<String>,
    affiliation: Option<String>,
    place: Option<String>,
    sort_key: String,
    is_first: bool,
}

impl From<EntryRow> for Entry {
    fn from(row: EntryRow) -> Self {
        Self {
            id: row.id,
            petition: row.petition_id,
            name: row.name,
            role: row.role,
            affiliation: row.affiliation,
            place: row.place,
            sort_key: row.sort_key,
            is_first: row.is_first,
        }
    }
}

/// How the sizes of groups change: the change, and how the group is written.
type Sizes = BTreeMap<(Id<Petition>, i16, String), (i64, String)>;

fn add_to(sizes: &mut Sizes, entry: &Entry, change: i64) {
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
pub fn enter(tx: &mut Tx<'_>, entries: &[Entry]) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    match &mut **tx {
        Conn::Sqlite(c) => {
            for entry in entries {
                enter_one(c, entry)?;
            }
        }
        Conn::Postgres(c) => enter_at_once(c, entries)?,
    }
    let mut sizes = Sizes::new();
    for entry in entries {
        add_to(&mut sizes, entry, 1);
    }
    resize(tx, sizes)
}

/// Takes names off the register; those that are not on it are passed over.
///
/// # Errors
/// A fault of the database.
pub fn strike(tx: &mut Tx<'_>, ids: &[Id<Entry>]) -> Result<()> {
    let there: Vec<Entry> = both!(tx, |c| e::table
        .filter(e::id.eq_any(ids))
        .select(EntryRow::as_select())
        .load::<EntryRow>(c))?
    .into_iter()
    .map(Entry::from)
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
    let mut sizes = Sizes::new();
    for entry in &there {
        add_to(&mut sizes, entry, -1);
    }
    resize(tx, sizes)
}

fn enter_one(c: &mut SqliteConnection, entry: &Entry) -> Result<()> {
    let words = entry.words();
    diesel::insert_into(e::table)
        .values((
            e::id.eq(entry.id),
            e::petition_id.eq(entry.petition),
            e::name.eq(&entry.name),
            e::role.eq(entry.role.as_deref()),
            e::affiliation.eq(entry.affiliation.as_deref()),
            e::place.eq(entry.place.as_deref()),
            e::sort_key.eq(&entry.sort_key),
            e::role_key.eq(entry.role_key()),
            e::affiliation_key.eq(entry.affiliation_key()),
            e::is_first.eq(entry.is_first),
            e::words.eq(&words),
        ))
        .execute(c)?;
    diesel::insert_into(f::table)
        .values((f::rowid.eq(last_insert_rowid()), f::words.eq(&words)))
        .execute(c)?;
    Ok(())
}

macro_rules! column {
    ($rows:expr, |$one:ident| $value:expr) => {
        $rows.iter().map(|$one| $value).collect::<Vec<_>>()
    };
}

fn enter_at_once(c: &mut PgConnection, entries: &[Entry]) -> Result<()> {
    unnest(
        "insert into register_entries (id, petition_id, name, role, affiliation, place, sort_key, \
         role_key, affiliation_key, is_first, words) select * from",
        "",
    )
    .with::<Uid, _>(column!(entries, |one| one.id))
    .with::<Uid, _>(column!(entries, |one| one.petition))
    .with::<Text, _>(column!(entries, |one| one.name.as_str()))
    .with::<Nullable<Text>, _>(column!(entries, |one| one.role.as_deref()))
    .with::<Nullable<Text>, _>(column!(entries, |one| one.affiliation.as_deref()))
    .with::<Nullable<Text>, _>(column!(entries, |one| one.place.as_deref()))
    .with::<Text, _>(column!(entries, |one| one.sort_key.as_str()))
    .with::<Nullable<Text>, _>(column!(entries, |one| one.role_key()))
    .with::<Nullable<Text>, _>(column!(entries, |one| one.affiliation_key()))
    .with::<Bool, _>(column!(entries, |one| one.is_first))
    .with::<Text, _>(column!(entries, |one| one.words()))
    .execute(c)?;
    Ok(())
}

/// Moves the sizes of groups. Whoever calls has the petitions' turn, so nobody else moves them now.
fn resize(tx: &mut Tx<'_>, sizes: Sizes) -> Result<()> {
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
                diesel::insert_into(g::table)
                    .values((
                        g::petition_id.eq(petition),
                        g::kind.eq(kind),
                        g::key.eq(key),
                        g::label.eq(label),
                        g::signers.eq(change),
                    ))
                    .on_conflict((g::petition_id, g::kind, g::key))
                    .do_update()
                    .set(g::signers.eq(g::signers + change))
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
    if sizes.iter().any(|(_, (change, _))| *change < 0) {
        // A group without names is no group; its label may be somebody's own words.
        let petitions: Vec<_> = column!(sizes, |one| one.0.0);
        both!(tx, |c| diesel::delete(
            g::table
                .filter(g::petition_id.eq_any(&petitions))
                .filter(g::signers.le(0))
        )
        .execute(c))?;
    }
    Ok(())
}

/// Which names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// All.
    All,
    /// Those under a letter.
    Letter(char),
    /// Those who wrote this role (folded).
    Role(String),
    /// Those of this affiliation (folded).
    Affiliation(String),
}

/// A place in the list: sort key and id of a name.
pub type Place = (String, Id<Entry>);

/// Up to `most` names beyond `place` in the order of the list; backwards the other way round.
pub fn page(
    conn: &mut Conn,
    petition: Id<Petition>,
    which: &Which,
    place: Option<&Place>,
    is_backwards: bool,
    most: i64,
) -> Result<Vec<Entry>> {
    let mut query = e::table
        .filter(e::petition_id.eq(petition))
        .limit(most)
        .select(EntryRow::as_select())
        .into_boxed();
    query = match which {
        Which::All => query,
        Which::Letter(letter) => {
            let end = char::from_u32(u32::from(*letter) + 1).unwrap_or(*letter);
            query
                .filter(e::sort_key.ge(letter.to_string()))
                .filter(e::sort_key.lt(end.to_string()))
        }
        Which::Role(key) => query.filter(e::role_key.eq(key)),
        Which::Affiliation(key) => query.filter(e::affiliation_key.eq(key)),
    };
    // Said twice, as a range and as the exact place, because the range alone is what both
    // databases seek by.
    query = match (place, is_backwards) {
        (None, _) => query,
        (Some((key, id)), false) => query
            .filter(e::sort_key.ge(key))
            .filter(e::sort_key.gt(key).or(e::id.gt(id))),
        (Some((key, id)), true) => query
            .filter(e::sort_key.le(key))
            .filter(e::sort_key.lt(key).or(e::id.lt(id))),
    };
    query = if is_backwards {
        query.order((e::sort_key.desc(), e::id.desc()))
    } else {
        query.order((e::sort_key, e::id))
    };
    Ok(query
        .load::<EntryRow>(conn)?
        .into_iter()
        .map(Entry::from)
        .collect())
}

/// The names the organizers pinned, in the order of the list.
pub fn first(conn: &mut Conn, petition: Id<Petition>, most: i64) -> Result<Vec<Entry>> {
    Ok(e::table
        .filter(e::petition_id.eq(petition))
        .filter(e::is_first.eq(true))
        .order(e::sort_key)
        .limit(most)
        .select(EntryRow::as_select())
        .load::<EntryRow>(conn)?
        .into_iter()
        .map(Entry::from)
        .collect())
}

#[derive(QueryableByName)]
struct Hit {
    #[diesel(sql_type = Uid)]
    id: Id<Entry>,
}

/// Up to `most` names found by words, in the order of the list. When there are more, they are the
/// first that the index meets.
pub fn found(
    conn: &mut Conn,
    petition: Id<Petition>,
    search: &Search,
    most: i64,
) -> Result<Vec<Entry>> {
    let (text, words) = match conn {
        Conn::Sqlite(_) => (FOUND_SQLITE, search.sqlite()),
        Conn::Postgres(_) => (FOUND_POSTGRES, search.postgres()),
    };
    let hits: Vec<Hit> = both!(conn, |c| diesel::sql_query(text)
        .bind::<Text, _>(words)
        .bind::<Uid, _>(petition)
        .bind::<BigInt, _>(most)
        .load(c))?;
    let ids: Vec<Id<Entry>> = hits.iter().map(|hit| hit.id).collect();
    Ok(both!(conn, |c| e::table
        .filter(e::id.eq_any(&ids))
        .order((e::sort_key, e::id))
        .select(EntryRow::as_select())
        .load::<EntryRow>(c))?
    .into_iter()
    .map(Entry::from)
    .collect())
}

// `cross join` keeps the order: the full-text index first, which stops after `$3` rows.
const FOUND_SQLITE: &str = "select e.id as id from register_search s \
     cross join register_entries e on e.rowid = s.rowid \
     where register_search match $1 and e.petition_id = $2 limit $3";
// Materialized: otherwise a search for a rare word may walk all names in their order.
const FOUND_POSTGRES: &str = "with found as materialized (select id from register_entries \
     where to_tsvector('simple', words) @@ to_tsquery('simple', $1) and petition_id = $2 limit $3) \
     select id from found";

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
