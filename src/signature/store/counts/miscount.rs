//! Counts held against the rows they are of.

use crate::base::Id;
use crate::petition::Petition;
use std::collections::BTreeMap;

/// A count that is not what its rows say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miscount {
    /// Under which petition.
    pub petition: Id<Petition>,
    /// What it says.
    pub said: i64,
    /// How many counted rows there are.
    pub rows: i64,
}

/// Where what is said of each part of a petition differs from its rows; a part that one of them does not know has none.
pub(crate) fn between<Key: Ord>(
    said: impl IntoIterator<Item = (Id<Petition>, Key, i64)>,
    rows: impl IntoIterator<Item = (Id<Petition>, Key, i64)>,
) -> Vec<Miscount> {
    let mut both: BTreeMap<(Id<Petition>, Key), (i64, i64)> = BTreeMap::new();
    for (petition, key, counted) in said {
        both.entry((petition, key)).or_default().0 = counted;
    }
    for (petition, key, counted) in rows {
        both.entry((petition, key)).or_default().1 = counted;
    }
    let wrong = both.into_iter().filter(|(_, (said, rows))| said != rows);
    wrong
        .map(|((petition, _), (said, rows))| Miscount {
            petition,
            said,
            rows,
        })
        .collect()
}
