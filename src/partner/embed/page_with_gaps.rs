//! "Check your email" in a frame, written once for everybody: what is of one person is put into its gaps each time, and is not kept.

use crate::words::Html;

/// Stands where an address of ASCII goes: no letter, no text of ours has it, and words take it for left to right as they take such an address.
pub(super) const EMAIL: &str = "\u{1fffe}";
/// Stands where the sealed form goes.
pub(super) const SEALED: &str = "\u{1ffff}";

/// A page that was written with [`EMAIL`] and [`SEALED`] in it.
#[derive(Debug)]
pub(super) struct PageWithGaps {
    /// What stands before each gap, and which it is.
    pieces: Vec<(String, Gap)>,
    /// What stands behind the last.
    end: String,
}

#[derive(Debug, Clone, Copy)]
enum Gap {
    Email,
    Sealed,
}

impl PageWithGaps {
    /// Finds the gaps.
    pub(super) fn of(html: &str) -> Self {
        let (mut pieces, mut from) = (Vec::new(), 0);
        for (at, mark) in html.match_indices(['\u{1fffe}', '\u{1ffff}']) {
            let gap = match mark == EMAIL {
                true => Gap::Email,
                false => Gap::Sealed,
            };
            pieces.push((html.get(from..at).unwrap_or_default().to_owned(), gap));
            from = at + mark.len();
        }
        let end = html.get(from..).unwrap_or_default().to_owned();
        Self { pieces, end }
    }

    /// The page for one person.
    pub(super) fn filled(&self, email: &str, sealed: &str) -> String {
        let email = Html::escaped(email);
        let put = |gap: &Gap| match gap {
            Gap::Email => email.as_str(),
            Gap::Sealed => sealed,
        };
        let long = |(before, gap): &(String, Gap)| before.len() + put(gap).len();
        let all = self.pieces.iter().map(long).sum::<usize>() + self.end.len();
        let mut page = String::with_capacity(all);
        for (before, gap) in &self.pieces {
            page.push_str(before);
            page.push_str(put(gap));
        }
        page.push_str(&self.end);
        page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_a_person_stands_in_its_gaps_and_nowhere_else() {
        let page = PageWithGaps::of("<p>\u{1fffe}</p><i>\u{1ffff}</i>\u{1ffff}<b>\u{1fffe}");
        for (email, safe) in [
            ("sam@example.org", "sam@example.org"),
            ("o'x&<b>@example.org", "o&#39;x&amp;&lt;b&gt;@example.org"),
            ("\u{1ffff}@example.org", "\u{1ffff}@example.org"),
        ] {
            let filled = page.filled(email, "AbC_-");
            assert_eq!(filled, format!("<p>{safe}</p><i>AbC_-</i>AbC_-<b>{safe}"));
        }
        assert_eq!(PageWithGaps::of("ä").filled("a", "b"), "ä");
        assert_eq!(PageWithGaps::of("").filled("a", "b"), "");
    }
}
