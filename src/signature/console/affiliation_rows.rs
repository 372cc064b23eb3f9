//! Schools and employers as the console's tables show them.

use crate::base::Id;
use crate::count::model::SMALLEST_GROUP;
use crate::db::{Conn, Result};
use crate::petition::Petition;
use crate::signature::store::affiliations::list::{self, AffiliationLine, Lines};

/// Lines on the overview.
const SHOWN: i64 = 10;

/// The largest, for the overview.
///
/// # Errors
/// A fault of the database.
pub(crate) fn largest(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<AffiliationLine>> {
    list::lines(conn, petition, &Lines::Largest(None), SHOWN)
}

/// Those of them that may be seen: who may not see names sees no group by which somebody could be known.
pub(crate) fn shown(lines: Vec<AffiliationLine>, sees_names: bool) -> Vec<AffiliationLine> {
    let is_shown = |line: &AffiliationLine| sees_names || line.signers >= SMALLEST_GROUP;
    lines.into_iter().filter(is_shown).collect()
}
