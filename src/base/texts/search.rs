//! Searches by the beginnings of words: what is indexed and what is typed are cut the same way.
//!
//! Words are indexed with whose they are in front: one index holds the words of all petitions, and a search goes straight to those
//! of one, however common a word is among the others.

use super::text::fold;
use std::fmt;

/// Most words of a search: more find nothing that these do not.
const MOST: usize = 8;

/// Most letters of a word that are indexed and searched for: PostgreSQL holds 2,046 bytes of one, and folding makes eighteen letters
/// of some.
const LONGEST: usize = 100;

/// Whose words: the last twelve hexadecimal digits of a key, which are chance. Two that have the same would only cost a search time,
/// because whoever searches asks for the key as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whose([u8; 6]);

impl Whose {
    /// Those that belong to this key.
    #[must_use]
    pub fn of(key: &[u8; 16]) -> Self {
        let [.., a, b, c, d, e, f] = *key;
        Self([a, b, c, d, e, f])
    }

    /// What is indexed of these texts: each word behind whose it is.
    pub fn index<'a>(self, texts: impl Iterator<Item = &'a str>) -> String {
        let words = texts.flat_map(words);
        let behind: Vec<String> = words.map(|word| format!("{self}{word}")).collect();
        behind.join(" ")
    }

    /// A mark as the index has it. It stands behind the inverse of whose it is, so that no word that somebody types ever finds one.
    #[must_use]
    pub fn mark(self, mark: &SearchMark) -> String {
        let Self(bytes) = self;
        format!("{}{}", Self(bytes.map(|byte| !byte)), mark.0)
    }
}

/// Something that is true of a row and is no word of it, in the same index: it is searched for whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SearchMark(String);

impl SearchMark {
    /// The mark of a kind (a letter) and a value. No mark begins another: the value is written in hexadecimal digits, and `z` ends it.
    #[must_use]
    pub fn new(kind: char, value: &[u8]) -> Self {
        let mut mark = String::from(kind);
        for byte in value {
            mark.push_str(&format!("{byte:02x}"));
        }
        mark.push('z');
        Self(mark)
    }
}

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Words as both the index and the search have them: folded, and whatever is no letter and no
/// digit is a gap, so that SQLite's and PostgreSQL's own ideas of a word do not come in between
/// (PostgreSQL would keep `sam@example.org` and `teacher/librarian` in one piece).
pub fn words(text: &str) -> impl Iterator<Item = String> {
    fold(text)
        .split(is_gap)
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST).collect())
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

/// A search as it was typed, taken apart, and the marks beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    words: Vec<String>,
    marks: Vec<SearchMark>,
}

impl Search {
    /// Reads it; none when it holds no word.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let words: Vec<String> = words(typed).take(MOST).collect();
        let marks = Vec::new();
        (!words.is_empty()).then_some(Self { words, marks })
    }

    /// A search for what has all these marks beside the words, if any were typed; none when it looks for nothing.
    #[must_use]
    pub fn marked(typed: Option<Self>, marks: Vec<SearchMark>) -> Option<Self> {
        let words = typed.map_or_else(Vec::new, |typed| typed.words);
        let is_any = !words.is_empty() || !marks.is_empty();
        is_any.then_some(Self { words, marks })
    }

    /// Whether each word searched for begins a word of `text`.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let there: Vec<String> = words(text).collect();
        let begins = |word: &String| there.iter().any(|one| one.starts_with(word.as_str()));
        self.words.iter().all(begins)
    }

    /// For SQLite's full-text index. Words hold letters and digits only, and stand in quotes: none
    /// of them is read as an operator.
    #[must_use]
    pub fn sqlite(&self, whose: Whose) -> String {
        let words = self.words.iter();
        let words = words.map(|word| format!("\"{whose}{word}\"*"));
        let marks = self.marks.iter();
        let marks = marks.map(|mark| format!("\"{}\"", whose.mark(mark)));
        words.chain(marks).collect::<Vec<_>>().join(" ")
    }

    /// For PostgreSQL's, as a `tsquery` is written.
    #[must_use]
    pub fn postgres(&self, whose: Whose) -> String {
        let words = self.words.iter();
        let words = words.map(|word| format!("'{whose}{word}':*"));
        let marks = self.marks.iter();
        let marks = marks.map(|mark| format!("'{}'", whose.mark(mark)));
        words.chain(marks).collect::<Vec<_>>().join(" & ")
    }

    /// The same for a text of the index that is looked at without it: each of these pieces is in it.
    #[must_use]
    pub(crate) fn pieces(&self, whose: Whose) -> Vec<String> {
        let words = self.words.iter().map(|word| format!("{whose}{word}"));
        let marks = self.marks.iter().map(|mark| whose.mark(mark));
        words.chain(marks).collect()
    }

    /// [`Search::pieces`] as patterns of `like`.
    #[must_use]
    pub(crate) fn like(&self, whose: Whose) -> Vec<String> {
        let pieces = self.pieces(whose).into_iter();
        pieces.map(|piece| format!("%{piece}%")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_search_is_cut_into_words_and_quoted() {
        let search = Search::parse(" LUCIA@law  o'b ").unwrap();
        let whose = Whose::of(&[0xab; 16]);
        assert_eq!(
            search.sqlite(whose),
            "\"abababababablucia\"* \"abababababablaw\"* \"ababababababo\"* \"ababababababb\"*"
        );
        assert_eq!(
            search.postgres(whose),
            "'abababababablucia':* & 'abababababablaw':* & 'ababababababo':* & 'ababababababb':*"
        );
        assert_eq!(search.like(whose)[0], "%abababababablucia%");
        assert_eq!(Search::parse(" *\"':&|!()<-> "), None);
    }

    #[test]
    fn a_mark_is_searched_for_whole_and_no_word_finds_it() {
        let whose = Whose::of(&[0xab; 16]);
        let mark = SearchMark::new('l', b"es");
        assert_eq!(whose.mark(&mark), "545454545454l6573z");
        let search = Search::marked(Search::parse("ana"), vec![mark.clone()]).unwrap();
        assert_eq!(
            search.sqlite(whose),
            "\"ababababababana\"* \"545454545454l6573z\""
        );
        assert_eq!(
            search.postgres(whose),
            "'ababababababana':* & '545454545454l6573z'"
        );
        assert_eq!(search.like(whose)[1], "%545454545454l6573z%");
        assert_eq!(Search::marked(None, Vec::new()), None);
        let longer = SearchMark::new('l', b"est");
        assert!(!whose.mark(&longer).starts_with(&whose.mark(&mark)));
    }

    #[test]
    fn a_word_is_indexed_behind_whose_it_is() {
        let mut key = [0; 16];
        key[10..].copy_from_slice(&[0x0a, 0x1b, 0x2c, 0x3d, 0x4e, 0x5f]);
        let index = Whose::of(&key).index(["O’Brien", "", "Law"].into_iter());
        assert_eq!(index, "0a1b2c3d4e5fo 0a1b2c3d4e5fbrien 0a1b2c3d4e5flaw");
    }

    /// One letter that folds to eighteen, two hundred times: more than an index of PostgreSQL holds.
    #[test]
    fn a_word_without_an_end_is_cut_alike_in_the_index_and_in_the_search() {
        let long = "\u{FDFA}".repeat(200);
        assert!(words(&long).all(|word| word.len() <= LONGEST * 4));
        let longer = "ß".repeat(200);
        let search = Search::parse(&longer).unwrap();
        assert!(search.is_in(&longer));
        assert_eq!(words(&longer).next().unwrap().chars().count(), LONGEST);
    }

    proptest! {
        #[test]
        fn nothing_typed_leaves_its_quotes(typed in "\\PC{0,40}") {
            if let Some(search) = Search::parse(&typed) {
                prop_assert!(search.words.iter().all(|word| !word.contains(['"', '\'', '\\', '*', ':'])));
            }
        }
    }
}
