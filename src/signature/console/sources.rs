//! Where signers come from, as the overview shows it: counts by source, and no person.

use crate::base::{Id, LinkCode};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::petition::source::console::figures::SourceTotals;
use crate::petition::source::{Source, SourceKind, store as named};
use crate::signature::store::counts::sources::{self, SourceCount};
use crate::web::urls;
use crate::words::Words;

/// Sources shown.
const SHOWN: usize = 10;
/// The same, as it is asked for.
const READ: i64 = 10;

/// One source as one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// What it is: the name of a link or partner, a word as it was chosen, or "A signer’s link".
    pub name: String,
    /// The code of a signer's link.
    pub code: Option<String>,
    /// Where organizers read more of it; none of what has no name.
    pub href: Option<String>,
    /// How often its link was opened, and how many forms came of that; none where that is not counted.
    pub tries: Option<(String, String)>,
    /// Signatures that it brought, already written.
    pub confirmed: String,
    /// How many of a hundred openings became signatures, where that is told.
    pub rate: Option<(i64, String)>,
}

/// What is told of where signers come from.
#[derive(Debug, Clone, Default)]
pub struct Arrivals {
    /// The sources that brought the most, the greatest first.
    pub counts: Vec<SourceCount>,
    /// Links and partners that organizers have given a name.
    named: Vec<Source>,
    totals: SourceTotals,
}

/// The sources that brought the most, and those that have a name.
///
/// # Errors
/// A fault of the database.
pub fn read(conn: &mut Conn, petition: Id<Petition>) -> Result<Arrivals> {
    let named = named::of(conn, petition)?;
    Ok(Arrivals {
        counts: sources::greatest(conn, petition, READ)?,
        totals: SourceTotals::read(conn, petition, &named)?,
        named,
    })
}

/// Them as rows, in the order of what they brought; with links to those that have a name, for whoever may go there.
#[must_use]
pub fn rows(w: &Words, arrivals: &Arrivals, may_open: bool) -> Vec<SourceRow> {
    let is_named = |one: &&SourceCount| {
        arrivals
            .named
            .iter()
            .any(|named| named.code.as_str() == one.code)
    };
    let others = arrivals.counts.iter().filter(|one| !is_named(one));
    let others = others.map(|one| (one.counted, of_nobody(w, one)));
    let named = arrivals.named.iter();
    let named = named.filter(|one| arrivals.totals.was_opened(one));
    let named = named.map(|one| (arrivals.totals.confirmed(one), of_source(w, arrivals, one)));
    let mut rows: Vec<_> = named.chain(others).collect();
    rows.sort_by_key(|(confirmed, _)| std::cmp::Reverse(*confirmed));
    let row = |(_, row): (i64, SourceRow)| SourceRow {
        href: row.href.filter(|_| may_open),
        ..row
    };
    rows.into_iter().map(row).take(SHOWN).collect()
}

/// A link or partner, with the figures of its own page: small numbers of a partner are "a few" here too.
fn of_source(w: &Words, arrivals: &Arrivals, source: &Source) -> SourceRow {
    let figures = arrivals.totals.figures(w, source);
    let code = source.code.as_str();
    SourceRow {
        name: source.name.clone(),
        code: None,
        href: Some(match source.kind {
            SourceKind::Link => urls::source_link(source.petition, code),
            SourceKind::Partner => urls::partner(source.petition, code),
        }),
        tries: Some((figures.opened, figures.sent)),
        confirmed: figures.confirmed,
        rate: figures.of_hundred.map(|n| (n, figures.rate)),
    }
}

/// A signer's link, or a word that nobody has given a name.
fn of_nobody(w: &Words, one: &SourceCount) -> SourceRow {
    let code = LinkCode::parse(&one.code).map(|code| code.to_string());
    SourceRow {
        name: match &code {
            Some(_) => w.say("source-signer").to_owned(),
            None => one.code.clone(),
        },
        code,
        href: None,
        tries: None,
        confirmed: w.number(one.counted),
        rate: None,
    }
}
