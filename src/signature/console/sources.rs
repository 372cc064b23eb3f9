//! Where signers come from, as the overview shows it: counts by source, and no person.

use crate::base::{Id, LinkCode};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::petition::source::{Source, store as named};
use crate::signature::store::counts::sources::{self, SourceCount};
use crate::words::Words;

/// Sources shown.
const SHOWN: i64 = 10;

/// One source as one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// What it is: the name of a link or partner, a word as it was chosen, or "A signer’s link".
    pub name: String,
    /// The code of a signer's link.
    pub code: Option<String>,
    /// Counted signatures that came by it.
    pub counted: i64,
}

/// What is told of where signers come from.
#[derive(Debug, Clone, Default)]
pub struct Arrivals {
    /// The sources that brought the most, the greatest first.
    pub counts: Vec<SourceCount>,
    /// Links and partners that organizers have given a name.
    named: Vec<Source>,
}

/// The sources that brought the most.
///
/// # Errors
/// A fault of the database.
pub fn read(conn: &mut Conn, petition: Id<Petition>) -> Result<Arrivals> {
    Ok(Arrivals {
        counts: sources::greatest(conn, petition, SHOWN)?,
        named: named::of(conn, petition)?,
    })
}

/// Them as rows.
#[must_use]
pub fn rows(w: &Words, arrivals: &Arrivals) -> Vec<SourceRow> {
    let name = |code: &str| {
        let mut all = arrivals.named.iter();
        all.find(|one| one.code.as_str() == code)
            .map_or(code, |one| one.name.as_str())
            .to_owned()
    };
    let row = |one: &SourceCount| {
        let code = LinkCode::parse(&one.code).map(|code| code.to_string());
        SourceRow {
            name: match &code {
                Some(_) => w.say("source-signer").to_owned(),
                None => name(&one.code),
            },
            code,
            counted: one.counted,
        }
    };
    arrivals.counts.iter().map(row).collect()
}
