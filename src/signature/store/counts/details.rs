//! What is counted of details: schools and employers as signers wrote them, who lets organizers write, who has the name shown, and what
//! was chosen in answer to questions. Of signatures that count and whose details are there.

use super::miscount::{self, Miscount};
use crate::base::Id;
use crate::both;
use crate::count::figures::Figure;
use crate::count::store::figures::{self, FigureChanges};
use crate::count::store::replies::{self, ReplyChanges};
use crate::db::schema::{affiliations as a, signature_details as d, signatures as g};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::{Petition, Replies, SignerField};
use crate::signature::facet::chosen;
use crate::signature::model::{PendingSignature, Signature, SignatureState, Visibility};
use crate::signature::register::model::group_key;
use crate::signature::store::affiliations::{self, Spellings};
use diesel::prelude::*;

/// What one commit changes.
#[derive(Default)]
pub(crate) struct DetailChanges {
    figures: FigureChanges,
    replies: ReplyChanges,
    spellings: Spellings,
}

impl DetailChanges {
    fn add(&mut self, row: DetailRow, by: i64) {
        let replies = Replies::read(row.replies.as_deref());
        self.add_with(row, &replies, by);
    }

    /// The same where the answers are read already.
    fn add_with(&mut self, row: DetailRow, replies: &Replies, by: i64) {
        let petition = row.petition;
        let mut figure = |figure: Figure| {
            *self.figures.entry((petition.cast(), figure)).or_default() += by;
        };
        if row.wants_updates {
            figure(Figure::SaidYes);
        }
        if Visibility::from_number(row.visibility).is_named() {
            figure(Figure::Named);
        }
        for (question, reply) in replies.iter() {
            for option in chosen(reply) {
                let key = (petition.cast(), question, option);
                *self.replies.entry(key).or_default() += by;
            }
        }
        if let Some(written) = row.affiliation
            && let Some(key) = group_key(Some(&written))
        {
            let one = self.spellings.entry((petition, key));
            one.or_insert((written, 0)).1 += by;
        }
    }

    fn write(self, tx: &mut Tx<'_>) -> Result<()> {
        affiliations::add(tx, self.spellings)?;
        replies::add(tx, &self.replies)?;
        figures::add(tx, &self.figures)
    }
}

/// What is counted of one signature.
#[derive(Queryable)]
struct DetailRow {
    petition: Id<Petition>,
    affiliation: Option<String>,
    wants_updates: bool,
    visibility: i16,
    replies: Option<String>,
}

/// As it is read.
const ROW: (
    g::petition_id,
    d::affiliation,
    d::wants_updates,
    d::visibility,
    d::replies,
) = (
    g::petition_id,
    d::affiliation,
    d::wants_updates,
    d::visibility,
    d::replies,
);

/// Counts these, who were counted just now. Whoever calls this has locked the petitions' counts.
pub(crate) fn arrived<'a>(
    tx: &mut Tx<'_>,
    counted: impl Iterator<Item = &'a PendingSignature>,
) -> Result<()> {
    let mut changes = DetailChanges::default();
    for one in counted {
        let row = DetailRow {
            petition: one.petition,
            affiliation: one.signer.fields[SignerField::Affiliation].clone(),
            wants_updates: one.signer.wants_updates,
            visibility: one.signer.visibility.number(),
            replies: None,
        };
        changes.add_with(row, &one.signer.replies, 1);
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
    let theirs = theirs.select(ROW);
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
        .select(ROW)
        .load(c))?)
}

/// Where what is counted differs from the rows. Scans every signature; for the command line only.
pub(crate) fn miscounts(conn: &mut Conn) -> Result<[(&'static str, Vec<Miscount>); 5]> {
    let mut rows = DetailChanges::default();
    let mut after = Id::from_bytes([0; 16]);
    loop {
        let piece: Vec<(Id<Signature>, DetailRow)> = g::table
            .inner_join(d::table.on(d::signature_id.eq(g::id)))
            .filter(g::state.eq(SignatureState::Counted.number()))
            .filter(g::id.gt(after))
            .order(g::id)
            .limit(PIECE)
            .select((g::id, ROW))
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
    let mut figure = |figure: Figure| {
        let counted = rows.figures.iter();
        let counted = counted.filter(|((_, of), _)| *of == figure);
        let counted: Vec<_> = counted.map(|((of, _), n)| (of.cast(), (), *n)).collect();
        let said = figures::all(conn, figure)?.into_iter();
        let said = said.map(|(petition, n)| (petition.cast(), (), n));
        Ok::<_, Error>(miscount::between(said, counted))
    };
    let (said_yes, named) = (figure(Figure::SaidYes)?, figure(Figure::Named)?);
    let chose = replies::all(conn)?.into_iter();
    let chose = chose.map(|(petition, key, n)| (petition.cast(), key, n));
    let chosen = rows.replies.into_iter();
    let chosen =
        chosen.map(|((petition, question, option), n)| (petition.cast(), (question, option), n));
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
        ("said yes to mail", said_yes),
        ("shown by name", named),
        ("counted by one answer", miscount::between(chose, chosen)),
    ])
}

/// How many rows are read at once.
const PIECE: i64 = 500;
