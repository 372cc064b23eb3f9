//! How a petition stands before it is handed over: numbers out of rows that are kept, none counted anew.

use crate::base::Time;
use crate::count::store::tallies;
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::signature::register::store as register;
use crate::transfer::book::options::names_people;

/// Names up to which a book is shown as a page.
pub(super) const PRINTED: i64 = 2_000;

/// The numbers of a petition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct DeliveryNumbers {
    /// Signatures that count.
    pub(super) counted: i64,
    /// How many of them the public list names.
    pub(super) named: i64,
    /// Signatures that wait for a decision.
    pub(super) held: i64,
    /// When the last one came, went or was decided about.
    pub(super) moved_at: Option<Time>,
}

impl DeliveryNumbers {
    /// Reads them.
    ///
    /// # Errors
    /// A fault of the database.
    pub(super) fn read(conn: &mut Conn, petition: &Petition) -> Result<Self> {
        let tally = tallies::find(conn, petition.id.cast())?;
        let counts = tally.as_ref().map(|tally| tally.counts).unwrap_or_default();
        let named = match names_people(petition) {
            true => register::letters(conn, petition.id)?,
            false => Vec::new(),
        };
        Ok(Self {
            counted: counts.counted,
            named: named.iter().map(|letter| letter.signers).sum(),
            held: counts.held,
            moved_at: tally.map(|tally| tally.updated_at),
        })
    }
}
