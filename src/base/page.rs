//! Pages of a long list, turned by key and not by number: a row that comes or goes between two looks moves no other.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use super::invalid::Invalid;

/// Some rows of a list and where the list goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows, in the order of the list.
    pub rows: Vec<T>,
    /// Where the next page begins; `None` at the end.
    pub next: Option<Cursor>,
    /// Where the page before begins; `None` at the beginning.
    pub previous: Option<Cursor>,
}

impl<T> Page<T> {
    /// The page from what a store found: at most `size + 1` rows beyond `from`, in the direction of travel (the list's own
    /// order, or backwards when `from` [`Cursor::is_before`]). The extra row only says that there is more. `key` gives the
    /// values a row is sorted by, the last of them unique.
    pub fn cut(
        mut found: Vec<T>,
        size: usize,
        from: Option<&Cursor>,
        key: impl Fn(&T) -> Vec<String>,
    ) -> Self {
        let more = found.len() > size;
        found.truncate(size);
        let backwards = from.is_some_and(Cursor::is_before);
        if backwards {
            found.reverse();
        }
        let (has_next, has_previous) = if backwards {
            (true, more)
        } else {
            (more, from.is_some())
        };
        let next = found
            .last()
            .filter(|_| has_next)
            .map(|row| Cursor::after(key(row)));
        let previous = found
            .first()
            .filter(|_| has_previous)
            .map(|row| Cursor::before(key(row)));
        Self {
            rows: found,
            next,
            previous,
        }
    }

    /// The same page of something made from each row.
    pub fn map<U>(self, make: impl FnMut(T) -> U) -> Page<U> {
        Page {
            rows: self.rows.into_iter().map(make).collect(),
            next: self.next,
            previous: self.previous,
        }
    }
}

/// A place in a list: beyond the row with these sort values, onwards or backwards. Travels in an address as one opaque
/// word; not signed, because it can say no more than where to look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Cursor {
    before: bool,
    key: Vec<String>,
}

impl Cursor {
    /// The rows after the one with these sort values.
    pub fn after(key: Vec<String>) -> Self {
        Self { before: false, key }
    }

    /// The rows before the one with these sort values.
    pub fn before(key: Vec<String>) -> Self {
        Self { before: true, key }
    }

    /// Whether it leads backwards: the store then sorts the other way round, and [`Page::cut`] turns the rows again.
    pub(crate) fn is_before(&self) -> bool {
        self.before
    }

    /// The sort values of the row it stands at; as many as were put in, but check: the word came from outside.
    pub fn key(&self) -> &[String] {
        &self.key
    }

    /// The place that an address asks for; none is the beginning.
    ///
    /// # Errors
    /// As [`Cursor::parse`].
    pub fn asked(word: &str) -> Result<Option<Self>, Invalid> {
        match word {
            "" => Ok(None),
            word => Self::parse(word).map(Some),
        }
    }

    /// Reads the word that [`Cursor::to_string`](ToString::to_string) wrote.
    ///
    /// # Errors
    /// `error-cursor` when it is anything else or over 2,048 characters.
    pub fn parse(word: &str) -> Result<Self, Invalid> {
        const WRONG: Invalid = Invalid::new("error-cursor");
        if word.len() > 2_048 {
            return Err(WRONG);
        }
        let json = URL_SAFE_NO_PAD.decode(word).map_err(|_| WRONG)?;
        let (before, key) = serde_json::from_slice(&json).map_err(|_| WRONG)?;
        let key: Vec<String> = key;
        // PostgreSQL cannot even be asked for NUL
        if key.iter().any(|value| value.contains('\0')) {
            return Err(WRONG);
        }
        Ok(Self { before, key })
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let json = serde_json::to_vec(&(self.before, &self.key)).map_err(|_| fmt::Error)?;
        f.write_str(&URL_SAFE_NO_PAD.encode(json))
    }
}

impl From<Cursor> for String {
    fn from(cursor: Cursor) -> Self {
        cursor.to_string()
    }
}

impl TryFrom<String> for Cursor {
    type Error = Invalid;

    fn try_from(word: String) -> Result<Self, Invalid> {
        Self::parse(&word)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a store would find among the numbers 1 to `total`.
    fn look(total: u32, size: usize, from: Option<&Cursor>) -> Page<u32> {
        let at = from.map(|cursor| cursor.key().first().unwrap().parse::<u32>().unwrap());
        let found = match (from, at) {
            (Some(cursor), Some(at)) if cursor.is_before() => {
                (1..at).rev().take(size + 1).collect()
            }
            (_, Some(at)) => (at + 1..=total).take(size + 1).collect(),
            (_, None) => (1..=total).take(size + 1).collect(),
        };
        Page::cut(found, size, from, |row| vec![row.to_string()])
    }

    #[test]
    fn a_list_is_walked_to_its_end_and_back() {
        let mut page = look(7, 3, None);
        assert_eq!(
            (page.rows.as_slice(), page.previous.is_none()),
            ([1, 2, 3].as_slice(), true)
        );
        page = look(7, 3, page.next.as_ref());
        assert_eq!(page.rows, [4, 5, 6]);
        page = look(7, 3, page.next.as_ref());
        assert_eq!(
            (page.rows.as_slice(), page.next.is_none()),
            ([7].as_slice(), true)
        );
        page = look(7, 3, page.previous.as_ref());
        assert_eq!(
            (page.rows.as_slice(), page.next.is_some()),
            ([4, 5, 6].as_slice(), true)
        );
        page = look(7, 3, page.previous.as_ref());
        assert_eq!(
            (page.rows.as_slice(), page.previous.is_none()),
            ([1, 2, 3].as_slice(), true)
        );
    }

    #[test]
    fn a_full_last_page_promises_nothing_more() {
        assert!(look(3, 3, None).next.is_none());
        assert!(look(4, 3, None).next.is_some());
        assert_eq!(
            look(0, 3, None),
            Page {
                rows: vec![],
                next: None,
                previous: None
            }
        );
        assert_eq!(look(2, 3, None).map(|row| row * 10).rows, [10, 20]);
    }

    #[test]
    fn a_foreign_word_is_refused() {
        let long = "A".repeat(2_049);
        for wrong in ["", "x", "!!", "bm90IGpzb24", "WzEsMl0", &long] {
            assert_eq!(
                Cursor::parse(wrong),
                Err(Invalid::new("error-cursor")),
                "{wrong}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_cursor_is_read_back(before in any::<bool>(), key in proptest::collection::vec("[^\\x00\n]{0,40}", 0..4)) {
            let cursor = if before { Cursor::before(key) } else { Cursor::after(key) };
            let word = cursor.to_string();
            prop_assert!(word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
            prop_assert_eq!(Cursor::parse(&word), Ok(cursor));
        }
    }
}
