//! Where signers come from, as the overview shows it: counts by source, and no person.

use crate::base::{Id, LinkCode};
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::signature::store::counts::sources::{self, SourceCount};
use crate::words::Words;

/// Sources shown.
const SHOWN: i64 = 10;

/// One source as one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// What it is: a word as it was chosen, or "A signer’s link".
    pub name: String,
    /// The code of a signer's link.
    pub code: Option<String>,
    /// Counted signatures that came by it.
    pub counted: i64,
}

/// The sources that brought the most.
///
/// # Errors
/// A fault of the database.
pub fn read(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<SourceCount>> {
    sources::greatest(conn, petition, SHOWN)
}

/// Them as rows.
#[must_use]
pub fn rows(w: &Words, arrivals: &[SourceCount]) -> Vec<SourceRow> {
    let row = |one: &SourceCount| {
        let code = LinkCode::parse(&one.code).map(|code| code.to_string());
        SourceRow {
            name: match &code {
                Some(_) => w.say("source-signer").to_owned(),
                None => one.code.clone(),
            },
            code,
            counted: one.counted,
        }
    };
    arrivals.iter().map(row).collect()
}
