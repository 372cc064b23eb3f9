//! How a signer is found: every word of name, address, role, affiliation and place by its beginning.

use super::model::Signer;
use crate::base::fold;

/// Most words of a search: more find nothing that these do not.
const MOST: usize = 8;

/// Words as both the index and the search have them: folded, and whatever is no letter and no
/// digit is a gap, so that SQLite's and PostgreSQL's own ideas of a word do not come in between
/// (PostgreSQL would keep `sam@example.org` and `teacher/librarian` in one piece).
fn words(text: &str) -> impl Iterator<Item = String> {
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

/// What stands in the index for a signer.
#[must_use]
pub fn indexed(signer: &Signer) -> String {
    let parts = [
        Some(signer.name.as_str()),
        Some(signer.email.as_str()),
        signer.role.as_deref(),
        signer.affiliation.as_deref(),
        signer.place.as_deref(),
    ];
    let all: Vec<String> = parts.into_iter().flatten().flat_map(words).collect();
    all.join(" ")
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
    use crate::petition::Visibility;
    use proptest::prelude::*;

    #[test]
    fn what_is_indexed_and_what_is_typed_have_the_same_words() {
        let signer = Signer {
            name: "Lucía O’Brien-Ruiz".to_owned(),
            email: "lucia.obrien@law.example.org".to_owned(),
            role: Some("Teacher/Librarian".to_owned()),
            affiliation: Some("Straße 7, Łódź".to_owned()),
            place: None,
            wants_updates: false,
            visibility: Visibility::Counted,
        };
        assert_eq!(
            indexed(&signer),
            "lucia o brien ruiz lucia obrien law example org teacher librarian strasse 7 lodz"
        );
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
