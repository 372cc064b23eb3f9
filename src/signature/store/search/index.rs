//! Signatures found by words, in each database's own full-text index.

use crate::base::texts::search::Whose;
use crate::base::{Id, Search};
use crate::db::statements::types::Uid;
use crate::db::{Conn, Result, Tx};
use crate::petition::Petition;
use crate::signature::model::{Signature, SignatureState};
use crate::signature::store::read::{self, Signed};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, SmallInt, Text};

/// A signature that was found, and its place in the order of what was found.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundSignature {
    /// The signature.
    pub signed: Signed,
    /// Where it stands, to go on from.
    pub place: String,
}

/// Which way to look from a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From<'a> {
    /// From the newest on.
    Start,
    /// What comes after this place, older.
    After(&'a str),
    /// What comes before this place, newer; the nearest first.
    Before(&'a str),
}

#[derive(QueryableByName)]
struct Hit {
    #[diesel(sql_type = Uid)]
    id: Id<Signature>,
}

#[derive(QueryableByName)]
struct PlacedHit {
    #[diesel(sql_type = Uid)]
    id: Id<Signature>,
    #[diesel(sql_type = BigInt)]
    place: i64,
}

/// Finds signatures of one petition, the newest first. On SQLite "newest" is the order in which
/// they were confirmed: the index knows no other, and in its own order it stops after `most`. A
/// place that is none finds nothing. The index knows no states either: of a state that few are in, those few are looked at one by one.
///
/// PostgreSQL's index knows no order: of a common word it gathers all there are. So the nearest signatures are looked at one by one
/// first, which finds a page of whatever one in a hundred has; what is rarer, the index has few of.
pub fn find(
    conn: &mut Conn,
    petition: Id<Petition>,
    state: Option<SignatureState>,
    search: &Search,
    from: From<'_>,
    most: i64,
) -> Result<Vec<FoundSignature>> {
    let state = state.map_or(-1, SignatureState::number);
    let whose = Whose::of(petition.as_bytes());
    let placed: Vec<(Id<Signature>, String)> = match conn {
        Conn::Sqlite(c) => {
            let (text, place) = match from {
                From::Start => (OLDER_SQLITE, i64::MAX),
                From::After(place) => (OLDER_SQLITE, place.parse().unwrap_or(i64::MIN)),
                From::Before(place) => (NEWER_SQLITE, place.parse().unwrap_or(i64::MAX)),
            };
            let is_few = match state {
                -1 => false,
                state => few_sqlite(c, petition, state)?,
            };
            let (text, wanted) = match (is_few, from) {
                (false, _) => (text, search.sqlite(whose)),
                (true, From::Before(_)) => (NEWER_OF_FEW, in_json(search, whose)),
                (true, _) => (OLDER_OF_FEW, in_json(search, whose)),
            };
            diesel::sql_query(text)
                .bind::<Text, _>(wanted)
                .bind::<BigInt, _>(place)
                .bind::<Uid, _>(petition)
                .bind::<SmallInt, _>(state)
                .bind::<BigInt, _>(most)
                .load::<PlacedHit>(c)?
                .into_iter()
                .map(|hit| (hit.id, hit.place.to_string()))
                .collect()
        }
        Conn::Postgres(c) => {
            let parse = |place: &str, otherwise: u8| {
                Id::<Signature>::parse(place).unwrap_or(Id::from_bytes([otherwise; 16]))
            };
            let (near, text, place) = match from {
                From::Start => (NEAR_OLDER, OLDER_POSTGRES, Id::from_bytes([0xFF; 16])),
                From::After(place) => (NEAR_OLDER, OLDER_POSTGRES, parse(place, 0)),
                From::Before(place) => (NEAR_NEWER, NEWER_POSTGRES, parse(place, 0xFF)),
            };
            let mut hits: Vec<Hit> = diesel::sql_query(near)
                .bind::<Array<Text>, _>(search.like(whose))
                .bind::<Uid, _>(place)
                .bind::<Uid, _>(petition)
                .bind::<SmallInt, _>(state)
                .bind::<BigInt, _>(most)
                .bind::<BigInt, _>(NEAR)
                .load(c)?;
            if i64::try_from(hits.len()).unwrap_or(most) < most {
                hits = diesel::sql_query(text)
                    .bind::<Text, _>(search.postgres(whose))
                    .bind::<Uid, _>(place)
                    .bind::<Uid, _>(petition)
                    .bind::<SmallInt, _>(state)
                    .bind::<BigInt, _>(most)
                    .load(c)?;
            }
            hits.into_iter()
                .map(|hit| (hit.id, hit.id.to_string()))
                .collect()
        }
    };
    let ids: Vec<Id<Signature>> = placed.iter().map(|(id, _)| *id).collect();
    let mut rows = read::by_ids(conn, &ids)?;
    Ok(placed
        .into_iter()
        .filter_map(|(id, place)| {
            let at = rows.iter().position(|row| row.signature.id == id)?;
            Some(FoundSignature {
                signed: rows.swap_remove(at),
                place,
            })
        })
        .collect())
}

/// Signatures of one state up to which they are looked at one by one.
const FEW: i64 = 120_000;

#[derive(QueryableByName)]
struct Many {
    #[diesel(sql_type = BigInt)]
    many: i64,
}

/// Whether few signatures of a petition are in this state: counted in its index, and no further than is asked.
fn few_sqlite(
    c: &mut diesel::SqliteConnection,
    petition: Id<Petition>,
    state: i16,
) -> Result<bool> {
    let many: Many = diesel::sql_query(
        "select count(*) as many from (select 1 from signatures where petition_id = $1 and state = $2 limit $3)",
    )
    .bind::<Uid, _>(petition)
    .bind::<SmallInt, _>(state)
    .bind::<BigInt, _>(FEW + 1)
    .get_result(c)?;
    Ok(many.many <= FEW)
}

/// What every one that is found has in its text.
fn in_json(search: &Search, whose: Whose) -> String {
    serde_json::to_string(&search.pieces(whose)).unwrap_or_default()
}

// `?1` is the first value wherever it stands; `$1` is a name to SQLite, and the first that it meets.
macro_rules! of_few {
    ($beyond:literal, $order:literal) => {
        concat!(
            "select g.id as id, d.rowid as place from signatures g indexed by signatures_by_state \
             cross join signature_details d on d.signature_id = g.id \
             where g.petition_id = ?3 and g.state = ?4 and d.rowid ",
            $beyond,
            " ?2 and not exists (select 1 from json_each(?1) w where instr(d.search, w.value) = 0) \
             order by d.rowid ",
            $order,
            " limit ?5"
        )
    };
}

const OLDER_OF_FEW: &str = of_few!("<", "desc");
const NEWER_OF_FEW: &str = of_few!(">", "asc");

// `cross join` keeps the order: the full-text index first, in the order of its rows.
const OLDER_SQLITE: &str = "select g.id as id, d.rowid as place from signature_search s \
     cross join signature_details d on d.rowid = s.rowid \
     cross join signatures g on g.id = d.signature_id \
     where signature_search match $1 and s.rowid < $2 and g.petition_id = $3 \
     and ($4 < 0 or g.state = $4) order by s.rowid desc limit $5";
const NEWER_SQLITE: &str = "select g.id as id, d.rowid as place from signature_search s \
     cross join signature_details d on d.rowid = s.rowid \
     cross join signatures g on g.id = d.signature_id \
     where signature_search match $1 and s.rowid > $2 and g.petition_id = $3 \
     and ($4 < 0 or g.state = $4) order by s.rowid limit $5";

/// Signatures looked at one by one before PostgreSQL's index is asked.
const NEAR: i64 = 5_000;

/// The nearest of a petition, beyond a place: each state is a seek of its own in the index of states.
macro_rules! near {
    ($beyond:literal, $order:literal) => {
        concat!(
            "with near as materialized (",
            near!(@state $beyond, $order, "0"),
            " union all ",
            near!(@state $beyond, $order, "1"),
            " union all ",
            near!(@state $beyond, $order, "2"),
            " union all ",
            near!(@state $beyond, $order, "3"),
            ") select n.id as id from (select id from near order by id ",
            $order,
            " limit $6) n join signature_details d on d.signature_id = n.id \
             where d.search like all ($1) order by n.id ",
            $order,
            " limit $5"
        )
    };
    (@state $beyond:literal, $order:literal, $state:literal) => {
        concat!(
            "(select id from signatures where petition_id = $3 and state = ",
            $state,
            " and $4 in (-1, ",
            $state,
            ") and id ",
            $beyond,
            " $2 order by id ",
            $order,
            " limit $6)"
        )
    };
}

const NEAR_OLDER: &str = near!("<", "desc");
const NEAR_NEWER: &str = near!(">", "asc");

// Materialized: otherwise a search for a rare word may walk all signatures in their order. Sorted before the signatures are looked
// at, of which only as many are read as are shown.
const OLDER_POSTGRES: &str = "with found as materialized (select signature_id from signature_details \
     where array_to_tsvector(string_to_array(search, ' ')) @@ $1::tsquery and signature_id < $2) \
     select g.id as id from (select signature_id from found order by signature_id desc) f \
     cross join lateral (select g.id from signatures g where g.id = f.signature_id \
     and g.petition_id = $3 and ($4 < 0 or g.state = $4) offset 0) g \
     order by f.signature_id desc limit $5";
const NEWER_POSTGRES: &str = "with found as materialized (select signature_id from signature_details \
     where array_to_tsvector(string_to_array(search, ' ')) @@ $1::tsquery and signature_id > $2) \
     select g.id as id from (select signature_id from found order by signature_id asc) f \
     cross join lateral (select g.id from signatures g where g.id = f.signature_id \
     and g.petition_id = $3 and ($4 < 0 or g.state = $4) offset 0) g \
     order by f.signature_id asc limit $5";

/// Pages of the index merged in one transaction.
const MERGED: &str = "500";

/// SQLite's full-text indexes that hold words of signers.
const INDEXES: [&str; 2] = [
    "insert into signature_search (signature_search, rank) values ('merge', $1)",
    "insert into register_search (register_search, rank) values ('merge', $1)",
];

/// Merges a part of SQLite's full-text indexes, which forget deleted words only then; `begins`
/// says that all of them are to be merged from now on. True as long as there is more; nothing to do on
/// PostgreSQL.
pub(crate) fn merge(tx: &mut Tx<'_>, begins: bool) -> Result<bool> {
    let Conn::Sqlite(c) = &mut **tx else {
        return Ok(false);
    };
    let before = changes(c)?;
    // A negative number gathers all parts of the index into one.
    let pages = if begins {
        format!("-{MERGED}")
    } else {
        MERGED.to_owned()
    };
    for index in INDEXES {
        diesel::sql_query(index)
            .bind::<Text, _>(&pages)
            .execute(c)?;
    }
    // Each insert itself counts as one.
    Ok(changes(c)? - before >= 4)
}

fn changes(c: &mut diesel::SqliteConnection) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Total {
        #[diesel(sql_type = BigInt)]
        total: i64,
    }
    let total: Total = diesel::sql_query("select total_changes() as total").get_result(c)?;
    Ok(total.total)
}
