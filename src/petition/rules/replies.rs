//! Answers to the organizers' own questions, by the number of each: as they are kept, and as they are typed.

use crate::base::Invalid;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Reply {
    /// A box that was ticked.
    Tick(bool),
    /// A text, a number or a day, as it is shown.
    Text(String),
    /// The numbers of the options that were chosen.
    Options(Vec<i16>),
}

impl Reply {
    /// The options that were chosen.
    #[must_use]
    pub fn options(&self) -> &[i16] {
        match self {
            Self::Options(chosen) => chosen,
            _ => &[],
        }
    }
}

/// What somebody answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replies(BTreeMap<i16, Reply>);

impl Replies {
    /// Notes an answer to the question of this number, or that there is none.
    pub fn put(&mut self, question: i16, reply: Option<Reply>) {
        match reply {
            Some(reply) => self.0.insert(question, reply),
            None => self.0.remove(&question),
        };
    }

    /// The answer to this question.
    #[must_use]
    pub fn get(&self, question: i16) -> Option<&Reply> {
        self.0.get(&question)
    }

    /// Every answer, by the number of its question.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (i16, &Reply)> {
        self.0.iter().map(|(question, reply)| (*question, reply))
    }

    /// As a column holds it: JSON, or nothing.
    #[must_use]
    pub(crate) fn stored(&self) -> Option<String> {
        match self.0.is_empty() {
            true => None,
            false => serde_json::to_string(self).ok(),
        }
    }

    /// Reads [`Replies::stored`] back. What cannot be read is nothing: a name must not be lost with it.
    #[must_use]
    pub(crate) fn read(stored: Option<&str>) -> Self {
        let read = stored.and_then(|json| serde_json::from_str(json).ok());
        read.unwrap_or_default()
    }
}

/// What a form says: `q-3` for a text or the number of an option, `q-4-7` for each of several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedReplies {
    values: BTreeMap<i16, String>,
    ticked: BTreeSet<(i16, i16)>,
}

impl TypedReplies {
    /// Takes a field in; false where it is none of a question. One that is asked no more is taken too: a page may be older than its
    /// petition.
    pub fn put(&mut self, name: &str, value: String) -> bool {
        let Some(rest) = name.strip_prefix("q-") else {
            return false;
        };
        let read = |text: &str| text.parse().ok().filter(|number: &i16| *number > 0);
        match rest.split_once('-') {
            None => match read(rest) {
                Some(question) => {
                    self.values.insert(question, value);
                }
                None => return false,
            },
            Some((question, option)) => match (read(question), read(option)) {
                (Some(question), Some(option)) => {
                    if value == "1" {
                        self.ticked.insert((question, option));
                    }
                }
                _ => return false,
            },
        }
        true
    }

    /// What a form would say for these answers.
    #[must_use]
    pub fn of(replies: &Replies) -> Self {
        let mut typed = Self::default();
        for (question, reply) in &replies.0 {
            let value = match reply {
                Reply::Tick(_) => "1".to_owned(),
                Reply::Text(text) => text.clone(),
                Reply::Options(chosen) => {
                    typed
                        .ticked
                        .extend(chosen.iter().map(|option| (*question, *option)));
                    chosen.first().map(ToString::to_string).unwrap_or_default()
                }
            };
            typed.values.insert(*question, value);
        }
        typed
    }

    /// What was typed, or chosen where one can be; none where the form did not say.
    #[must_use]
    pub fn value(&self, question: i16) -> Option<&str> {
        self.values.get(&question).map(String::as_str)
    }

    /// Which of several were ticked.
    #[must_use]
    pub fn ticked(&self, question: i16) -> Vec<i16> {
        let own = self
            .ticked
            .range((question, i16::MIN)..=(question, i16::MAX));
        own.map(|(_, option)| *option).collect()
    }
}

/// Most digits of a number: spreadsheets round what has more.
const DIGITS: usize = 15;

/// Reads a number with a point or a comma, and writes it with a point. One that may mean a thousand as well as one is refused.
///
/// # Errors
/// `error-reply-number`.
pub(crate) fn number(typed: &str) -> Result<Option<String>, Invalid> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let bare = typed.strip_prefix(['-', '−']);
    let (sign, digits) = bare.map_or(("", typed), |digits| ("-", digits));
    let (whole, part) = match digits.split_once(['.', ',']) {
        Some((whole, part)) => (whole, Some(part)),
        None => (digits, None),
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    let is_thousands = |part: &str| part.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
    let length = whole.len() + part.map_or(0, str::len);
    let is_fine = is_number(whole)
        && part.is_none_or(|part| is_number(part) && !is_thousands(part))
        && length <= DIGITS;
    if !is_fine {
        return Err(Invalid::new("error-reply-number"));
    }
    let trimmed = whole.trim_start_matches('0');
    let whole = if trimmed.is_empty() { "0" } else { trimmed };
    Ok(Some(match part {
        Some(part) => format!("{sign}{whole}.{part}"),
        None => format!("{sign}{whole}"),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_two_continents() {
        for (typed, read) in [
            ("12", Ok(Some("12"))),
            (" 007 ", Ok(Some("7"))),
            ("0", Ok(Some("0"))),
            ("-3,25", Ok(Some("-3.25"))),
            ("−3", Ok(Some("-3"))),
            ("0.125", Ok(Some("0.125"))),
            ("1234.125", Ok(Some("1234.125"))),
            ("", Ok(None)),
            ("1,000", Err(())),
            ("1.000", Err(())),
            ("1.000.000", Err(())),
            ("1e5", Err(())),
            ("+5", Err(())),
            ("=1", Err(())),
            (".5", Err(())),
            ("5.", Err(())),
            ("twelve", Err(())),
            ("1234567890123456", Err(())),
        ] {
            let got = number(typed);
            let got = got.as_ref().map(Option::as_deref).map_err(|_| ());
            assert_eq!(got, read, "{typed:?}");
        }
    }

    #[test]
    fn fields_of_questions_and_no_others() {
        let mut typed = TypedReplies::default();
        for name in ["q-1", "q-32767", "q-4-7", "q-4-8"] {
            assert!(typed.put(name, "1".to_owned()), "{name}");
        }
        assert_eq!(typed.ticked(4), [7, 8]);
        for name in [
            "q-", "q-0", "q--1", "q-32768", "q-x", "q-1-", "q-1-0", "q-1-2-3", "q", "p-1", "",
        ] {
            assert!(!typed.put(name, "1".to_owned()), "{name}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_nothing() {
        for stored in [
            None,
            Some(""),
            Some("[]"),
            Some("{\"x\":1}"),
            Some("{\"1\":{}}"),
        ] {
            assert_eq!(Replies::read(stored), Replies::default());
        }
        assert_eq!(Replies::default().stored(), None);
    }

    fn any_reply() -> impl Strategy<Value = Reply> {
        prop_oneof![
            Just(Reply::Tick(true)),
            "\\PC{0,20}".prop_map(Reply::Text),
            prop::collection::vec(1_i16..100, 1..5).prop_map(Reply::Options),
        ]
    }

    proptest! {
        #[test]
        fn what_is_stored_is_read_back(all in prop::collection::btree_map(1_i16..200, any_reply(), 0..6)) {
            let mut replies = Replies::default();
            for (question, reply) in all {
                replies.put(question, Some(reply));
            }
            prop_assert_eq!(Replies::read(replies.stored().as_deref()), replies);
        }
    }
}
