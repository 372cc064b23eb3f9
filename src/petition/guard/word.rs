//! The word of a mail, as somebody types it.

use crate::base::MatchWord;
use crate::words::Library;

/// What was typed where the word was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedWord(Option<Vec<MatchWord>>);

impl TypedWord {
    /// Reads it: case and accents do not matter, nor what stands around it in the mail. It may be a word of any language: a mail
    /// is in the language of the page that asked for it, which may be another than that of the signature.
    #[must_use]
    pub fn read(library: &Library, typed: &str) -> Self {
        let word = typed.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            return Self(None);
        }
        let places = library
            .languages()
            .iter()
            .filter_map(|lang| library.words(*lang).match_word_index(word));
        Self(Some(places.filter_map(MatchWord::at).collect()))
    }

    /// Nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Whether it is this word; none when nothing was typed.
    #[must_use]
    pub(crate) fn is(&self, right: MatchWord) -> Option<bool> {
        self.0.as_ref().map(|typed| typed.contains(&right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;

    #[test]
    fn however_it_is_typed_and_in_whichever_language() {
        let library = Library::load().unwrap();
        for lang in library.languages() {
            let words = library.words(*lang);
            for place in [0_usize, 7, 1_000, 2_047] {
                let right = MatchWord::at(place).unwrap();
                let word = words.match_word(place);
                for typed in [
                    word.to_owned(),
                    word.to_uppercase(),
                    format!(" {word}. "),
                    format!("“{word}”"),
                ] {
                    let read = TypedWord::read(&library, &typed);
                    assert_eq!(read.is(right), Some(true), "{typed}");
                }
            }
        }
        let marked = "o\u{301}";
        let spanish = library.words(Lang::ES);
        let (place, word) = (0..2_048_usize)
            .map(|place| (place, spanish.match_word(place)))
            .find(|(_, word)| word.contains('o'))
            .unwrap();
        let typed = TypedWord::read(&library, &word.replace('o', marked));
        assert_eq!(
            typed.is(MatchWord::at(place).unwrap()),
            Some(true),
            "accents"
        );
        let first = MatchWord::at(0).unwrap();
        assert_eq!(TypedWord::read(&library, " . ").is(first), None, "nothing");
        assert!(TypedWord::read(&library, "").is_empty());
        for wrong in ["no word of ours", "0", "abacusabacus"] {
            let read = TypedWord::read(&library, wrong);
            assert_eq!(read.is(first), Some(false), "{wrong}");
        }
    }
}
