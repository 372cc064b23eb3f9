//! Whether the public list says what the signatures say. Reads all of both; for the command line only.

use super::sync::entries;
use crate::base::Id;
use crate::db::schema::{signature_details as d, signatures as g};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::signature::model::{SignatureState, Visibility};
use crate::signature::register::store::{Sizes, every, sizes, sizes_of};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// How many names are read at once.
const PIECE: i64 = 500;

/// Something on the list that is not as the signatures have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mislisted {
    /// Under which petition.
    pub petition: Id<Petition>,
    /// What was counted.
    pub what: &'static str,
    /// How many the list has.
    pub said: i64,
    /// How many it should have.
    pub rows: i64,
}

/// How the list of one petition stands.
#[derive(Default)]
struct ListCheck {
    listed: i64,
    as_signed: i64,
    named: i64,
}

/// Where the list differs: names that are missing, that should not be there or say something
/// else, and groups of another size than their names.
pub(crate) fn mislisted(conn: &mut Conn) -> Result<Vec<Mislisted>> {
    let mut standings: BTreeMap<Id<Petition>, ListCheck> = BTreeMap::new();
    let mut counted = Sizes::new();
    let mut behind = None;
    loop {
        let piece = every(conn, behind, PIECE)?;
        let Some(last) = piece.last() else { break };
        behind = Some(last.id);
        let ids: Vec<_> = piece.iter().map(|entry| entry.id.cast()).collect();
        let signed = entries(conn, &ids)?;
        let signed: BTreeMap<_, _> = signed.iter().map(|entry| (entry.id, entry)).collect();
        for entry in &piece {
            let standing = standings.entry(entry.petition).or_default();
            standing.listed += 1;
            standing.as_signed += i64::from(signed.get(&entry.id) == Some(&entry));
        }
        sizes_of(&piece, &mut counted);
    }
    for (petition, named) in named(conn)? {
        standings.entry(petition).or_default().named = named;
    }
    let mut found = Vec::new();
    let mut hold = |petition, what, said, rows| {
        if said != rows {
            found.push(Mislisted {
                petition,
                what,
                said,
                rows,
            });
        }
    };
    for (petition, standing) in standings {
        hold(petition, "names listed", standing.listed, standing.named);
        let right = standing.as_signed;
        hold(petition, "names listed as signed", standing.listed, right);
    }
    let mut kept = sizes(conn)?;
    for (group, rows) in counted {
        let said = kept.remove(&group).unwrap_or(0);
        hold(group.0, "names in one group", said, rows);
    }
    for (group, said) in kept {
        hold(group.0, "names in one group", said, 0);
    }
    Ok(found)
}

/// How many counted signatures show their names.
fn named(conn: &mut Conn) -> Result<Vec<(Id<Petition>, i64)>> {
    Ok(g::table
        .inner_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::state.eq(SignatureState::Counted.number()))
        .filter(d::visibility.ge(Visibility::Name.number()))
        .group_by(g::petition_id)
        .select((g::petition_id, diesel::dsl::count_star()))
        .load(conn)?)
}
