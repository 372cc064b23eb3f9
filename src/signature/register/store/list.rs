//! Names in their order, those that organizers pinned, and those that are found by words.

use super::row::EntryRow;
use crate::base::texts::search::Whose;
use crate::base::{Id, Search};
use crate::both;
use crate::db::schema::register_entries as e;
use crate::db::statements::types::Uid;
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::signature::register::model::RegisterEntry;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bool, Text};

/// Which names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFilter {
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
pub type ListPosition = (String, Id<RegisterEntry>);

/// Up to `most` names beyond `place` in the order of the list; backwards the other way round.
pub fn page(
    conn: &mut Conn,
    petition: Id<Petition>,
    which: &EntryFilter,
    place: Option<&ListPosition>,
    is_backwards: bool,
    most: i64,
) -> Result<Vec<RegisterEntry>> {
    let mut query = e::table
        .filter(e::petition_id.eq(petition))
        .limit(most)
        .select(EntryRow::as_select())
        .into_boxed();
    query = match which {
        EntryFilter::All => query,
        EntryFilter::Letter(letter) => {
            let end = char::from_u32(u32::from(*letter) + 1).unwrap_or(*letter);
            query
                .filter(e::sort_key.ge(letter.to_string()))
                .filter(e::sort_key.lt(end.to_string()))
        }
        EntryFilter::Role(key) => query.filter(e::role_key.eq(key)),
        EntryFilter::Affiliation(key) => query.filter(e::affiliation_key.eq(key)),
    };
    // One comparison of rows, which both databases seek by: among thousands of the same name, too.
    if let Some((key, id)) = place {
        let beyond = match is_backwards {
            false => "(register_entries.sort_key, register_entries.id) > (",
            true => "(register_entries.sort_key, register_entries.id) < (",
        };
        query = query.filter(
            sql::<Bool>(beyond)
                .bind::<Text, _>(key)
                .sql(", ")
                .bind::<Uid, _>(*id)
                .sql(")"),
        );
    }
    query = if is_backwards {
        query.order((e::sort_key.desc(), e::id.desc()))
    } else {
        query.order((e::sort_key, e::id))
    };
    Ok(query
        .load::<EntryRow>(conn)?
        .into_iter()
        .map(RegisterEntry::from)
        .collect())
}

/// The names the organizers pinned, in the order of the list.
pub fn first(conn: &mut Conn, petition: Id<Petition>, most: i64) -> Result<Vec<RegisterEntry>> {
    Ok(e::table
        .filter(e::petition_id.eq(petition))
        .filter(e::is_first.eq(true))
        .order(e::sort_key)
        .limit(most)
        .select(EntryRow::as_select())
        .load::<EntryRow>(conn)?
        .into_iter()
        .map(RegisterEntry::from)
        .collect())
}

#[derive(QueryableByName)]
struct Hit {
    #[diesel(sql_type = Uid)]
    id: Id<RegisterEntry>,
}

/// Up to `most` names found by words, in the order of the list. When there are more, they are the
/// first that were met.
pub fn found(
    conn: &mut Conn,
    petition: Id<Petition>,
    search: &Search,
    most: i64,
) -> Result<Vec<RegisterEntry>> {
    let whose = Whose::of(petition.as_bytes());
    let hits: Vec<Hit> = match conn {
        Conn::Sqlite(c) => diesel::sql_query(FOUND_SQLITE)
            .bind::<Text, _>(search.sqlite(whose))
            .bind::<Uid, _>(petition)
            .bind::<BigInt, _>(most)
            .load(c)?,
        Conn::Postgres(c) => {
            let near: Vec<Hit> = diesel::sql_query(NEAR_POSTGRES)
                .bind::<Array<Text>, _>(search.like(whose))
                .bind::<Uid, _>(petition)
                .bind::<BigInt, _>(most)
                .bind::<BigInt, _>(NEAR)
                .load(c)?;
            if i64::try_from(near.len()).unwrap_or(most) >= most {
                near
            } else {
                diesel::sql_query(FOUND_POSTGRES)
                    .bind::<Text, _>(search.postgres(whose))
                    .bind::<Uid, _>(petition)
                    .bind::<BigInt, _>(most)
                    .load(c)?
            }
        }
    };
    let ids: Vec<Id<RegisterEntry>> = hits.iter().map(|hit| hit.id).collect();
    Ok(both!(conn, |c| e::table
        .filter(e::id.eq_any(&ids))
        .order((e::sort_key, e::id))
        .select(EntryRow::as_select())
        .load::<EntryRow>(c))?
    .into_iter()
    .map(RegisterEntry::from)
    .collect())
}

/// Names looked at one by one before PostgreSQL's index is asked, which gathers all there are of a common word.
const NEAR: i64 = 5_000;

// `cross join` keeps the order: the full-text index first, which stops after `$3` rows.
const FOUND_SQLITE: &str = "select e.id as id from register_search s \
     cross join register_entries e on e.rowid = s.rowid \
     where register_search match $1 and e.petition_id = $2 limit $3";
const NEAR_POSTGRES: &str = "with near as materialized (select id, words from register_entries \
     where petition_id = $2 order by sort_key, id limit $4) \
     select id from near where words like all ($1) limit $3";
// Materialized: otherwise a search for a rare word may walk all names in their order.
const FOUND_POSTGRES: &str = "with found as materialized (select id from register_entries \
     where array_to_tsvector(string_to_array(words, ' ')) @@ $1::tsquery and petition_id = $2 limit $3) \
     select id from found";
