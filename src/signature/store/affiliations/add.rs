//! Spellings that come and go, and the sums of their headings with them.

use super::look::alike;
use crate::base::Id;
use crate::both;
use crate::db::schema::{affiliation_headings as h, affiliations as a};
use crate::db::statements::types::Uid;
use crate::db::{Conn, Result, Tx, kept, unnest};
use crate::petition::Petition;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use std::collections::BTreeMap;

/// How spellings change in one commit: how each is written, and by how many. In the order in which everybody takes their rows.
pub(crate) type Spellings = BTreeMap<(Id<Petition>, String), (String, i64)>;

#[derive(QueryableByName)]
struct UnderRow {
    #[diesel(sql_type = Uid)]
    petition_id: Id<Petition>,
    #[diesel(sql_type = Text)]
    key: String,
    #[diesel(sql_type = Nullable<Text>)]
    heading: Option<String>,
}

macro_rules! column {
    ($rows:expr, |$one:ident| $value:expr) => {
        $rows.iter().map(|$one| $value).collect::<Vec<_>>()
    };
}

/// Moves the counts of spellings, and of their headings. Whoever calls has locked the petitions' counts, so nobody else moves them now.
///
/// # Errors
/// A fault of the database.
pub(crate) fn add(tx: &mut Tx<'_>, spellings: Spellings) -> Result<()> {
    let moved: Vec<_> = spellings
        .into_iter()
        .filter(|(_, (_, by))| *by != 0)
        .collect();
    if moved.is_empty() {
        return Ok(());
    }
    let under: Vec<UnderRow> = match &mut **tx {
        Conn::Sqlite(c) => {
            let mut under = Vec::with_capacity(moved.len());
            for ((petition, key), (written, by)) in &moved {
                let row = kept(
                    "insert into affiliations (petition_id, key, written, alike, signers) values (",
                )
                .with::<Uid, _>(*petition, ", ")
                .with::<Text, _>(key.as_str(), ", ")
                .with::<Text, _>(written.as_str(), ", ")
                .with::<Text, _>(alike(key), ", ")
                .with::<BigInt, _>(
                    *by,
                    ") on conflict (petition_id, key) \
                     do update set signers = signers + excluded.signers \
                     returning petition_id, key, heading",
                );
                under.extend(row.load::<UnderRow>(c)?);
            }
            under
        }
        Conn::Postgres(c) => unnest(
            "insert into affiliations (petition_id, key, written, alike, signers) select * from",
            "on conflict (petition_id, key) \
             do update set signers = affiliations.signers + excluded.signers \
             returning petition_id, key, heading",
        )
        .with::<Uid, _>(column!(moved, |one| one.0.0))
        .with::<Text, _>(column!(moved, |one| one.0.1.as_str()))
        .with::<Text, _>(column!(moved, |one| one.1.0.as_str()))
        .with::<Text, _>(column!(moved, |one| alike(&one.0.1)))
        .with::<BigInt, _>(column!(moved, |one| one.1.1))
        .load(c)?,
    };
    let by: BTreeMap<_, i64> = moved
        .iter()
        .map(|((petition, key), (_, by))| ((*petition, key.as_str()), *by))
        .collect();
    let mut headings: BTreeMap<(Id<Petition>, String), i64> = BTreeMap::new();
    for row in &under {
        let by = by.get(&(row.petition_id, row.key.as_str())).copied();
        if let (Some(heading), Some(by)) = (&row.heading, by) {
            *headings
                .entry((row.petition_id, heading.clone()))
                .or_default() += by;
        }
    }
    for ((petition, heading), by) in &headings {
        resize(tx, *petition, heading, *by)?;
    }
    let mut left: BTreeMap<Id<Petition>, Vec<&str>> = BTreeMap::new();
    for ((petition, key), (_, by)) in &moved {
        if *by < 0 {
            left.entry(*petition).or_default().push(key);
        }
    }
    for (petition, keys) in left {
        // A spelling that nobody has is somebody's own words, and goes with them.
        let none = a::table
            .filter(a::petition_id.eq(petition))
            .filter(a::signers.le(0_i64));
        both!(tx, |c| diesel::delete(none.filter(a::key.eq_any(&keys)))
            .execute(c))?;
        sweep(tx, petition)?;
    }
    Ok(())
}

/// Moves the sum of a heading.
pub(super) fn resize(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    heading: &str,
    by: i64,
) -> Result<()> {
    diesel::update(h::table.find((petition, heading)))
        .set(h::signers.eq(h::signers + by))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes headings that nobody stands under: a seek in the index of sizes.
pub(super) fn sweep(tx: &mut Tx<'_>, petition: Id<Petition>) -> Result<()> {
    let none = h::table
        .filter(h::petition_id.eq(petition))
        .filter(h::signers.le(0_i64));
    diesel::delete(none).execute(&mut **tx)?;
    Ok(())
}
