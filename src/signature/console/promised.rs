//! What people promise, as the overview shows it: counts by promise, and no person.

use crate::base::Lang;
use crate::petition::{PledgeOption, Promised, Promises};
use crate::tally::choice_store::Chosen;

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
pub fn rows(promises: &Promises, chosen: &[Chosen], lang: Lang) -> Vec<PromiseRow> {
    let row = |one: &PledgeOption| {
        let found = chosen.iter().find(|chosen| chosen.option == one.id);
        Some(PromiseRow {
            promised: promises.shown(one, lang)?,
            counted: found.map_or(0, |chosen| chosen.counted),
        })
    };
    let mut rows: Vec<_> = promises.choices().iter().filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.counted));
    rows
}
