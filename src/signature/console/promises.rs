//! What people promise, as the overview shows it: counts by promise, and no person.

use crate::base::Lang;
use crate::count::PartCount;
use crate::petition::{PledgeOption, Promised, Promises};

/// One promise as one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromiseRow {
    /// The sentence, as it reads now.
    pub promised: Promised,
    /// Counted signatures that chose it.
    pub counted: i64,
}

/// Those that can be chosen, the most chosen first; nothing where there is no choice.
#[must_use]
pub fn rows(promises: &Promises, made: &[PartCount], lang: Lang) -> Vec<PromiseRow> {
    let row = |one: &PledgeOption| {
        let found = made.iter().find(|made| made.part == one.id.cast());
        Some(PromiseRow {
            promised: promises.shown(one, lang)?,
            counted: found.map_or(0, |made| made.counted),
        })
    };
    let mut rows: Vec<_> = promises.choices().iter().filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.counted));
    rows
}
