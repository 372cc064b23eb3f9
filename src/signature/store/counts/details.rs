//! What is counted of details: schools and employers as signers wrote them, and who lets organizers write. Of signatures that count and
//! whose details are there.

use super::miscount::{self, Miscount};
use crate::base::Id;
use crate::both;
use crate::count::figures::Figure;
use crate::count::store::figures::{self, FigureChanges};
use crate::db::schema::{affiliations as a, signature_details as d, signatures as g};
use crate::db::{Conn, Result, Tx};
use crate::petition::{Petition, SignerField};
use crate::signature::model::{PendingSignature, Signature, SignatureState};
use crate::signature::register::model::group_key;
use crate::signature::store::affiliations::{self, Spellings};
use diesel::prelude::*;

/// What one commit changes.
#[derive(Default)]
pub(crate) struct DetailChanges {
    figures: FigureChanges,
    spellings: Spellings,
}

impl DetailChanges {
    fn add(&mut self, (petition, affiliation, wants_updates): DetailRow, by: i64) {
        if wants_updates {
            let yes = (petition.cast(), Figure::SaidYes);
            *self.figures.entry(yes).or_default() += by;
        }
        if let Some(written) = affiliation
            && let Some(key) = group_key(Some(&written))
        {
            let one = self.spellings.entry((petition, key));
            one.or_insert((written, 0)).1 += by;
        }
    }

    fn write(self, tx: &mut Tx<'_>) -> Result<()> {
        affiliations::add(tx, self.spellings)?;
        figures::add(tx, &self.figures)
    }
}

type DetailRow = (Id<Petition>, Option<String>, bool);

/// Counts these, who were counted just now. Whoever calls this has locked the petitions' counts.
pub(crate) fn arrived<'a>(
    tx: &mut Tx<'_>,
    counted: impl Iterator<Item = &'a PendingSignature>,
) -> Result<()> {
    let mut changes = DetailChanges::default();
    for one in counted {
        let affiliation = one.signer.fields[SignerField::Affiliation].clone();
        changes.add((one.petition, affiliation, one.signer.wants_updates), 1);
    }
    changes.write(tx)
}

/// Counts signatures that moved into the number (1) or out of it (-1).
pub(crate) fn moved(tx: &mut Tx<'_>, ids: &[Id<Signature>], by: i64) -> Result<()> {
    if by == 0 {
        return Ok(());
    }
    let theirs = g::table.inner_join(d::table.on(d::signature_id.eq(g::id)));
    let theirs = theirs.filter(g::id.eq_any(ids));
    let theirs = theirs.select((g::petition_id, d::affiliation, d::wants_updates));
    let theirs: Vec<DetailRow> = both!(tx, |c| theirs.load(c))?;
    let mut changes = DetailChanges::default();
    for row in theirs {
        changes.add(row, by);
    }
    changes.write(tx)
}

/// What is counted by the details of those of these that count, taken out: asked before the details change or go, written by
/// [`DetailChanges::went`] or [`DetailChanges::became`].
pub(crate) fn before(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<DetailChanges> {
    let mut changes = DetailChanges::default();
    for row in rows(tx, ids)? {
        changes.add(row, -1);
    }
    Ok(changes)
}

impl DetailChanges {
    /// The details are gone.
    pub(crate) fn went(self, tx: &mut Tx<'_>) -> Result<()> {
        self.write(tx)
    }

    /// Counts what they say now. Written with what was taken out in one step: a spelling that its only signer keeps stays where it is.
    pub(crate) fn became(mut self, tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<()> {
        for row in rows(tx, ids)? {
            self.add(row, 1);
        }
        self.write(tx)
    }
}

fn rows(tx: &mut Tx<'_>, ids: &[Id<Signature>]) -> Result<Vec<DetailRow>> {
    Ok(both!(tx, |c| g::table
        .inner_join(d::table.on(d::signature_id.eq(g::id)))
        .filter(g::id.eq_any(ids))
        .filter(g::state.eq(SignatureState::Counted.number()))
        .select((g::petition_id, d::affiliation, d::wants_updates))
        .load(c))?)
}

/// Where counts of spellings, of their headings or of those who said yes differ from the rows. Scans every signature; for the command
/// line only.
pub(crate) fn miscounts(conn: &mut Conn) -> Result<[(&'static str, Vec<Miscount>); 3]> {
    let mut rows = DetailChanges::default();
    let mut after = Id::from_bytes([0; 16]);
    loop {
        let piece: Vec<(Id<Signature>, DetailRow)> = g::table
            .inner_join(d::table.on(d::signature_id.eq(g::id)))
            .filter(g::state.eq(SignatureState::Counted.number()))
            .filter(g::id.gt(after))
            .order(g::id)
            .limit(PIECE)
            .select((g::id, (g::petition_id, d::affiliation, d::wants_updates)))
            .load(conn)?;
        let Some((last, _)) = piece.last() else { break };
        after = *last;
        for (_, row) in piece {
            rows.add(row, 1);
        }
    }
    let said: Vec<(Id<Petition>, String, i64)> = a::table
        .select((a::petition_id, a::key, a::signers))
        .load(conn)?;
    let spellings = rows.spellings.into_iter();
    let spellings = spellings.map(|((petition, key), (_, n))| (petition, key, n));
    let yes = rows.figures.into_iter();
    let yes = yes.map(|((petition, _), n)| (petition.cast(), (), n));
    let said_yes = figures::all(conn, Figure::SaidYes)?.into_iter();
    let said_yes = said_yes.map(|(petition, n)| (petition.cast(), (), n));
    Ok([
        (
            "counted by one affiliation",
            miscount::between(said, spellings),
        ),
        (
            "counted by one heading",
            miscount::between(
                affiliations::headings(conn)?,
                affiliations::under_headings(conn)?,
            ),
        ),
        ("said yes to mail", miscount::between(said_yes, yes)),
    ])
}

/// How many rows are read at once.
const PIECE: i64 = 500;
