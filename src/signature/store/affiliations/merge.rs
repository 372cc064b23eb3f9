//! Spellings that organizers put under a heading, and take out of it again. What each signer wrote stays as it is: a spelling keeps its
//! row, and only says under which heading it counts.

use super::add::{resize, sweep};
use super::list::end;
use crate::base::{Id, Line};
use crate::both;
use crate::count::store::tallies;
use crate::db::schema::{affiliation_headings as h, affiliations as a};
use crate::db::{Result, Tx};
use crate::petition::Petition;
use crate::signature::register::model::group_key;
use diesel::prelude::*;
use std::collections::BTreeMap;

/// Most characters of a heading.
pub const TITLE: usize = 160;
/// Most spellings that one press puts under a heading.
pub const MOST: i64 = 10_000;

/// One press that put spellings under a heading; what it did is taken back by this key.
pub enum Merge {}

/// What organizers call several spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    key: String,
    title: String,
}

impl Heading {
    /// Of this title; none where it has neither a letter nor a digit.
    #[must_use]
    pub fn new(title: &Line<TITLE>) -> Option<Self> {
        Self::stored(title.as_str()).filter(|one| one.key.contains(char::is_alphanumeric))
    }

    fn stored(title: &str) -> Option<Self> {
        Some(Self {
            key: group_key(Some(title))?,
            title: title.to_owned(),
        })
    }

    /// Folded: two titles that read alike are one heading.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// As organizers wrote it.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }
}

/// What is put under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// These spellings that stand alone, and all that stands under these headings.
    Lines {
        /// Folded spellings.
        spellings: Vec<String>,
        /// Folded titles.
        headings: Vec<String>,
    },
    /// All spellings that stand alone and begin with these folded words.
    Beginning(String),
}

/// Puts them under the heading, which begins if there is none of this title, and has this title from now on. Returns how many spellings
/// stand there that did not before; none where nothing of what was chosen is there.
///
/// # Errors
/// A fault of the database; nothing is changed then.
pub fn merge(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    id: Id<Merge>,
    chosen: &Chosen,
    heading: &Heading,
) -> Result<Option<i64>> {
    tallies::lock_counts(tx, &[petition.cast()])?;
    let own = a::table.filter(a::petition_id.eq(petition));
    let alone = own.filter(a::heading.is_null());
    let moved = (a::heading.eq(&heading.key), a::merge_id.eq(id));
    match chosen {
        Chosen::Lines {
            spellings,
            headings,
        } => {
            both!(tx, |c| diesel::update(
                alone.filter(a::key.eq_any(spellings))
            )
            .set(moved)
            .execute(c))?;
            for other in headings.iter().filter(|other| **other != heading.key) {
                let before = h::table.find((petition, other)).select(h::title);
                let Some(before) = before.first::<String>(&mut **tx).optional()? else {
                    continue;
                };
                both!(tx, |c| diesel::update(own.filter(a::heading.eq(other)))
                    .set((moved, a::heading_before.eq(&before)))
                    .execute(c))?;
                diesel::delete(h::table.find((petition, other))).execute(&mut **tx)?;
            }
        }
        Chosen::Beginning(words) => {
            let these = alone.filter(a::key.ge(words)).filter(a::key.lt(end(words)));
            both!(tx, |c| diesel::update(these).set(moved).execute(c))?;
        }
    }
    let came: Vec<i64> = own
        .filter(a::merge_id.eq(id))
        .select(a::signers)
        .load(&mut **tx)?;
    let is_renamed = match chosen {
        Chosen::Lines { headings, .. } if headings.contains(&heading.key) => {
            let there = h::table.find((petition, &heading.key));
            diesel::select(diesel::dsl::exists(there)).get_result::<bool>(&mut **tx)?
        }
        _ => false,
    };
    if came.is_empty() && !is_renamed {
        return Ok(None);
    }
    put(tx, petition, heading, came.iter().sum())?;
    Ok(Some(i64::try_from(came.len()).unwrap_or(i64::MAX)))
}

/// Counts so many more under a heading, which has this title from now on.
fn put(tx: &mut Tx<'_>, petition: Id<Petition>, heading: &Heading, signers: i64) -> Result<()> {
    let row = (
        h::petition_id.eq(petition),
        h::key.eq(&heading.key),
        h::title.eq(&heading.title),
        h::signers.eq(signers),
    );
    both!(tx, |c| diesel::insert_into(h::table)
        .values(row)
        .on_conflict((h::petition_id, h::key))
        .do_update()
        .set((
            h::title.eq(&heading.title),
            h::signers.eq(h::signers + signers),
        ))
        .execute(c))?;
    Ok(())
}

type MovedRow = (Option<String>, Option<String>, i64);

/// Takes back what one press did, as far as nobody has changed it since: each spelling stands where it stood before. Returns how many.
///
/// # Errors
/// A fault of the database; nothing is changed then.
pub fn undo(tx: &mut Tx<'_>, petition: Id<Petition>, id: Id<Merge>) -> Result<i64> {
    tallies::lock_counts(tx, &[petition.cast()])?;
    let these = a::table
        .filter(a::petition_id.eq(petition))
        .filter(a::merge_id.eq(id));
    let rows: Vec<MovedRow> = these
        .select((a::heading, a::heading_before, a::signers))
        .load(&mut **tx)?;
    let (mut from, mut to) = (BTreeMap::new(), BTreeMap::new());
    for (heading, before, signers) in &rows {
        if let Some(heading) = heading {
            *from.entry(heading.as_str()).or_default() -= signers;
        }
        *to.entry(before.as_deref()).or_insert(0) += signers;
    }
    for (heading, by) in from {
        resize(tx, petition, heading, by)?;
    }
    for (before, signers) in to {
        let before = before.and_then(Heading::stored);
        let nowhere = (
            a::merge_id.eq(None::<Id<Merge>>),
            a::heading_before.eq(None::<&str>),
        );
        match before {
            Some(heading) => {
                both!(tx, |c| diesel::update(
                    these.filter(a::heading_before.eq(&heading.title))
                )
                .set((a::heading.eq(&heading.key), nowhere))
                .execute(c))?;
                put(tx, petition, &heading, signers)?;
            }
            None => {
                both!(tx, |c| diesel::update(
                    these.filter(a::heading_before.is_null())
                )
                .set((a::heading.eq(None::<&str>), nowhere))
                .execute(c))?;
            }
        }
    }
    sweep(tx, petition)?;
    Ok(i64::try_from(rows.len()).unwrap_or(i64::MAX))
}

/// Has these spellings of a heading stand alone again. Returns how many.
///
/// # Errors
/// A fault of the database; nothing is changed then.
pub fn take_out(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    heading: &str,
    keys: &[String],
) -> Result<i64> {
    tallies::lock_counts(tx, &[petition.cast()])?;
    let these = a::table
        .filter(a::petition_id.eq(petition))
        .filter(a::heading.eq(heading));
    let went: Vec<i64> = both!(tx, |c| these
        .filter(a::key.eq_any(keys))
        .select(a::signers)
        .load(c))?;
    both!(tx, |c| diesel::update(these.filter(a::key.eq_any(keys)))
        .set((
            a::heading.eq(None::<&str>),
            a::merge_id.eq(None::<Id<Merge>>),
            a::heading_before.eq(None::<&str>),
        ))
        .execute(c))?;
    resize(tx, petition, heading, -went.iter().sum::<i64>())?;
    sweep(tx, petition)?;
    Ok(i64::try_from(went.len()).unwrap_or(i64::MAX))
}
