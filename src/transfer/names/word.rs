//! A word of a name, and what it says of itself.

use super::lists::{
    DEVOTION, GIVEN, JOINS, MIDDLE, NORTHERN, PARTICLES, SUFFIXES, SURNAME_FIRST, SURNAMES, TITLES,
};

/// Most letters of a word that is looked up. Whatever is longer is in no list.
const LONGEST: usize = 16;

/// A word without case and accents, on the stack: names are split line after line, and none asks for memory.
#[derive(Clone, Copy)]
pub(super) struct Word {
    letters: [u8; LONGEST],
    len: usize,
}

impl Word {
    /// Reads a word; a part behind the last hyphen stands for the whole.
    pub(super) fn of(text: &str) -> Self {
        let text = text.rsplit('-').next().unwrap_or(text);
        let mut word = Self {
            letters: [0; LONGEST],
            len: 0,
        };
        for letter in text.chars().filter_map(base) {
            match word.letters.get_mut(word.len) {
                Some(place) => *place = letter,
                None => {
                    return Self {
                        letters: [0; LONGEST],
                        len: 0,
                    };
                }
            }
            word.len += 1;
        }
        word
    }

    fn as_str(&self) -> &str {
        let letters = self.letters.get(..self.len).unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }

    fn is_in(&self, list: &[&str]) -> bool {
        list.binary_search(&self.as_str()).is_ok()
    }

    pub(super) fn is_particle(&self) -> bool {
        self.is_in(PARTICLES)
    }

    pub(super) fn is_northern(&self) -> bool {
        self.is_in(NORTHERN)
    }

    pub(super) fn is_join(&self) -> bool {
        self.is_in(JOINS)
    }

    pub(super) fn is_suffix(&self) -> bool {
        self.is_in(SUFFIXES)
    }

    /// A title, a particle or a surname that comes first: then nothing is known of what follows.
    pub(super) fn begins_no_first_name(&self) -> bool {
        self.is_in(TITLES)
            || self.is_in(SURNAME_FIRST)
            || (self.is_particle() && self.as_str() != "al")
    }

    pub(super) fn is_devotion(&self) -> bool {
        self.is_in(DEVOTION)
    }

    /// A given name of Spanish or Portuguese; some are surnames as well.
    pub(super) fn is_given(&self) -> bool {
        self.is_in(GIVEN)
    }

    /// A letter, or a second name where surnames are single.
    pub(super) fn is_middle(&self) -> bool {
        matches!(self.as_str().as_bytes(), [_] | [_, b'.']) || self.is_in(MIDDLE)
    }

    /// A surname of Spanish or Portuguese; some are given names as well.
    pub(super) fn is_surname(&self) -> bool {
        self.is_in(SURNAMES) || (self.len >= 5 && self.as_str().ends_with("ez"))
    }
}

/// The letter without case and accent; none for an accent that stands alone.
fn base(letter: char) -> Option<u8> {
    Some(match letter {
        '\u{300}'..='\u{36F}' => return None,
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => b'a',
        'Ç' | 'ç' | 'Ć'..='č' => b'c',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => b'e',
        'Ì'..='Ï' | 'ì'..='ï' => b'i',
        'Ñ' | 'ñ' | 'Ń'..='ň' => b'n',
        'Ò'..='Ö' | 'ò'..='ö' => b'o',
        'Ù'..='Ü' | 'ù'..='ü' => b'u',
        'Ý' | 'ý' | 'ÿ' => b'y',
        'Ạ'..='ặ' => b'a',
        'Ẹ'..='ệ' => b'e',
        'Ỉ'..='ị' => b'i',
        'Ọ'..='ợ' | 'Ơ' | 'ơ' => b'o',
        'Ụ'..='ự' | 'Ư' | 'ư' => b'u',
        'Ỳ'..='ỹ' => b'y',
        'Đ' | 'đ' => b'd',
        '’' => b'\'',
        // beyond any list
        letter => u8::try_from(letter)
            .ok()
            .filter(u8::is_ascii)
            .map_or(b'?', |letter| letter.to_ascii_lowercase()),
    })
}
