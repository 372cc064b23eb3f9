//! Searches by the beginnings of words: what is indexed and what is typed are cut the same way.

use super::text::fold;

/// Most words of a search: more find nothing that these do not.
const MOST: usize = 8;

/// Words as both the index and the search have them: folded, and whatever is no letter and no
/// digit is a gap, so that SQLite's and PostgreSQL's own ideas of a word do not come in between
/// (PostgreSQL would keep `sam@example.org` and `teacher/librarian` in one piece).
pub fn words(text: &str) -> impl Iterator<Item = String> {
    fold(text)
        .split(is_gap)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

/// Marks that belong to letters (vowel signs) are part of their word, punctuation is not.
fn is_gap(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_alphanumeric();
    }
    matches!(c, '\u{80}'..='\u{BF}' | '×' | '÷' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' | '・')
}

/// A search as it was typed, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search(Vec<String>);

impl Search {
    /// Reads it; none when it holds no word.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let words: Vec<String> = words(typed).take(MOST).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether each word searched for begins a word of `text`.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let there: Vec<String> = words(text).collect();
        let begins = |word: &String| there.iter().any(|one| one.starts_with(word.as_str()));
        self.0.iter().all(begins)
    }

    /// For SQLite's full-text index. Words hold letters and digits only, and stand in quotes: none
    /// of them is read as an operator.
    #[must_use]
    pub fn sqlite(&self) -> String {
        let quoted: Vec<String> = self.0.iter().map(|word| format!("\"{word}\"*")).collect();
        quoted.join(" ")
    }

    /// For PostgreSQL's, as `to_tsquery` reads it.
    #[must_use]
    pub fn postgres(&self) -> String {
        let quoted: Vec<String> = self.0.iter().map(|word| format!("'{word}':*")).collect();
        quoted.join(" & ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_search_is_cut_into_words_and_quoted() {
        let search = Search::parse(" LUCIA@law  o'b ").unwrap();
        assert_eq!(search.sqlite(), "\"lucia\"* \"law\"* \"o\"* \"b\"*");
        assert_eq!(search.postgres(), "'lucia':* & 'law':* & 'o':* & 'b':*");
        assert_eq!(Search::parse(" *\"':&|!()<-> "), None);
    }

    proptest! {
        #[test]
        fn nothing_typed_leaves_its_quotes(typed in "\\PC{0,40}") {
            if let Some(search) = Search::parse(&typed) {
                prop_assert!(search.0.iter().all(|word| !word.contains(['"', '\'', '\\', '*', ':'])));
            }
        }
    }
}
