//! What a shared commit counts for the links and partners that organizers have named.

use crate::db::{Result, Tx};
use crate::petition::PetitionCache;
use crate::petition::source::{DayCounts, SourceCache, SourceDay, store};
use crate::signature::store::confirmed::Confirmed;
use std::collections::BTreeMap;

/// Counts these, who confirmed just now, under what brought them, on the day that it is where their petition is. Where no source is
/// named that brought one of them the database is not asked.
///
/// # Errors
/// A fault of the database.
pub(super) fn count(
    tx: &mut Tx<'_>,
    (petition_cache, source_cache): (&PetitionCache, &SourceCache),
    new: &[Confirmed<'_>],
) -> Result<()> {
    let mut came: BTreeMap<SourceDay, DayCounts> = BTreeMap::new();
    for one in new {
        let code = one.pending.source.as_deref();
        let shown = code.and_then(|_| petition_cache.by_id(one.pending.petition));
        let (Some(code), Some(shown)) = (code, shown) else {
            continue;
        };
        if let Some(day) = source_cache.day(&shown.petition, code, one.at) {
            came.entry(day).or_default().confirmed += 1;
        }
    }
    store::count(tx, &came)
}
