//! How many signed under each heading, told so that nobody is guessed: of those who are not named a heading tells how many only from five on,
//! and what is left over stands together in one line.

use super::names::NamedGroup;
use crate::count::model::SMALLEST_GROUP;
use std::collections::HashMap;

/// Most headings of a table; the largest.
const ROWS: usize = 300;

/// How many stand under headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Breakdown {
    /// Headings and their numbers, the largest first.
    pub(super) rows: Vec<(String, i64)>,
    /// Those of small headings, together.
    pub(super) other: i64,
    /// Those who stand under none.
    pub(super) none: i64,
}

impl Breakdown {
    /// Of those who are named under headings, and of all that count under them (`totals`, with what each is called; more than are named).
    /// Without names (`is_redacted`) a small heading is not told at all.
    pub(super) fn of(
        named: &[NamedGroup],
        totals: &HashMap<String, (String, i64)>,
        counted: i64,
        is_redacted: bool,
    ) -> Self {
        let mut groups: HashMap<&str, (&str, i64, i64)> = HashMap::new();
        for one in named {
            groups.insert(&one.key, (&one.label, one.named, one.named));
        }
        for (key, (label, all)) in totals {
            let group = groups.entry(key).or_insert((label, 0, 0));
            group.2 = group.2.max(*all);
        }
        let mut told = Self::default();
        let mut under = 0;
        for (label, named, all) in groups.into_values() {
            let unnamed = all - named;
            let shown = match (is_redacted, all, unnamed) {
                (true, SMALLEST_GROUP.., _) | (false, _, SMALLEST_GROUP..) => all,
                (true, ..) => 0,
                (false, ..) => named,
            };
            under += all;
            told.other += all - shown;
            if shown > 0 {
                told.rows.push((label.to_owned(), shown));
            }
        }
        told.rows
            .sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
        for (_, cut) in told.rows.drain(ROWS.min(told.rows.len())..) {
            told.other += cut;
        }
        told.none = (counted - under).max(0);
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(named: &[(&str, i64)], all: &[(&str, i64)], is_redacted: bool) -> Breakdown {
        let named: Vec<NamedGroup> = named
            .iter()
            .map(|(key, named)| NamedGroup {
                key: (*key).to_owned(),
                label: key.to_uppercase(),
                named: *named,
            })
            .collect();
        let totals = all
            .iter()
            .map(|(key, n)| ((*key).to_owned(), (key.to_uppercase(), *n)))
            .collect();
        Breakdown::of(&named, &totals, 100, is_redacted)
    }

    #[test]
    fn few_who_are_not_named_are_not_told_apart() {
        let all = [("a", 20), ("b", 12), ("c", 4), ("d", 3)];
        let whole = told(&[("a", 10), ("b", 8), ("d", 3)], &all, false);
        let row = |label: &str, n| (label.to_owned(), n);
        // a: ten unnamed; b: four, c: four, told together; d: all named
        assert_eq!(whole.rows, [row("A", 20), row("B", 8), row("D", 3)]);
        assert_eq!((whole.other, whole.none), (8, 61));
        let redacted = told(&[("a", 10), ("b", 8), ("d", 3)], &all, true);
        assert_eq!(redacted.rows, [row("A", 20), row("B", 12)]);
        assert_eq!((redacted.other, redacted.none), (7, 61));
    }

    #[test]
    fn the_largest_are_told_and_the_sum_is_whole() {
        let many: Vec<(String, i64)> = (0..400).map(|n| (format!("g{n}"), 6)).collect();
        let all: Vec<(&str, i64)> = many.iter().map(|(key, n)| (key.as_str(), *n)).collect();
        let told = told(&[], &all, false);
        assert_eq!((told.rows.len(), told.other), (300, 600));
        assert_eq!(
            told.none, 0,
            "more stand under headings than count: never less than none"
        );
        assert_eq!(Breakdown::of(&[], &HashMap::new(), 3, false).none, 3);
    }
}
