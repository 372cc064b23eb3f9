//! What somebody says in public: a few lines, held to the rules of names where these make sense for sentences (threat T15).

use std::fmt;

use super::link;
use super::spoofing;
use super::text::Text;
use super::unicode;
use crate::base::invalid::Invalid;

/// Most characters (Unicode code points) of a remark.
pub(crate) const REMARK: usize = 500;

/// A remark of 1 to [`REMARK`] characters: NFC, trimmed, at most one empty line in a row, without address of a page or a
/// mailbox. Whoever shows it says its language and lets it find its own direction (`dir="auto"`).
#[derive(Clone, PartialEq, Eq)]
pub struct Remark(String);

impl Remark {
    /// Reads a remark; `None` when nothing but blanks is there.
    ///
    /// # Errors
    /// `error-remark-long` (over [`REMARK`]), `error-remark-characters` (controls, bidi controls, tags, fillers, characters
    /// that are private or not assigned, heaps of accents), `error-remark-link`.
    pub(crate) fn optional(typed: &str) -> Result<Option<Self>, Invalid> {
        const LONG: Invalid = Invalid::new("error-remark-long");
        const CHARACTERS: Invalid = Invalid::new("error-remark-characters");
        if typed.chars().nth(REMARK * 4).is_some() {
            return Err(LONG);
        }
        let typed = typed.replace('\t', " ");
        let seen: Vec<&str> = typed.split('\n').map(unicode::seen).collect();
        let typed = seen.join("\n");
        let text = Text::<{ REMARK * 4 }>::optional(&typed).map_err(|_| CHARACTERS)?;
        let Some(text) = text.map(String::from) else {
            return Ok(None);
        };
        let lines: Vec<String> = text.split('\n').map(single_spaced).collect();
        let mut kept: Vec<&str> = Vec::with_capacity(lines.len());
        for line in &lines {
            if !(line.is_empty() && kept.last().is_none_or(|last| last.is_empty())) {
                kept.push(line);
            }
        }
        let text = unicode::nfc(kept.join("\n").trim()).into_owned();
        if text.is_empty() {
            return Ok(None);
        }
        // direction marks are typed within sentences of two scripts, and reach no further
        let is_kept = |c: char| matches!(c, '\n' | '\u{61C}' | '\u{200E}' | '\u{200F}');
        let is_refused = |c: char| !is_kept(c) && spoofing::is_refused(c);
        if spoofing::without_flags(&text).contains(is_refused) || spoofing::has_heap_of_marks(&text)
        {
            return Err(CHARACTERS);
        }
        if text.chars().count() > REMARK {
            return Err(LONG);
        }
        if link::in_a_name(&text) {
            return Err(Invalid::new("error-remark-link"));
        }
        Ok(Some(Self(text)))
    }

    /// The words as they are kept and shown.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Remark> for String {
    fn from(remark: Remark) -> Self {
        remark.0
    }
}

/// Does not say what it says: what is debugged ends in logs.
impl fmt::Debug for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Remark(..)")
    }
}

/// A line without blanks at its ends, runs of blanks as one, and without zero-width characters that only say where to break.
fn single_spaced(line: &str) -> String {
    let shown: String = line
        .chars()
        .filter(|c| !unicode::is_break_hint(*c))
        .collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(typed: &str) -> Result<Option<String>, &'static str> {
        Remark::optional(typed)
            .map(|remark| remark.map(String::from))
            .map_err(|wrong| wrong.key)
    }

    fn kept(typed: &str) -> String {
        read(typed).unwrap().unwrap()
    }

    #[test]
    fn is_tidied_but_says_what_was_said() {
        assert_eq!(
            kept("  I teach\u{200B} \t law.\r\n\r\n\r\n\r\nMy students  pay. \n"),
            "I teach law.\n\nMy students pay."
        );
        for said in [
            "Because 25¢ a page is too much!",
            "J.R.R. Tolkien e.g. and/or etc. 3.5 %",
            "Tenemos derecho a leer. ¿No?",
            "لأن السجلات ملك للجميع.",
            "می‌خواهم بخوانم",
            "わたしは法律を学んでいます。",
            "Proud 👩‍👩‍👧 ❤️ of us",
            "x",
            "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} too",
            "קוד\u{200F} (law)\u{200F} פתוח",
        ] {
            assert_eq!(kept(said), said);
        }
        assert_eq!(
            kept("\u{2068}One.\u{2069}\n\u{200E}Two.\u{200E}"),
            "One.\nTwo."
        );
        assert_eq!(read(" \r\n\u{200B}\n "), Ok(None));
        assert_eq!(kept(&"é".repeat(500)), "é".repeat(500));
    }

    #[test]
    fn says_which_rule_is_broken() {
        assert_eq!(read(&"a".repeat(501)), Err("error-remark-long"));
        assert_eq!(read(&"a".repeat(100_000)), Err("error-remark-long"));
        for wrong in [
            "a\u{1B}[31m",
            "a\0b",
            "\u{202E}abc",
            "a\u{2067}abc",
            "a\u{E0041}",
            "a\u{E000}",
            "a\u{3164}b",
            "Z\u{335}\u{336}\u{337}\u{338}\u{339}",
        ] {
            assert_eq!(read(wrong), Err("error-remark-characters"), "{wrong:?}");
        }
        for wrong in [
            "see https://evil.example",
            "buy at cheap-pills.shop now",
            "www.evil.example",
            "mail me: me@evil.example",
            "ｅｖｉｌ．ｃｏｍ",
            "javascript:alert(1)",
        ] {
            assert_eq!(read(wrong), Err("error-remark-link"), "{wrong:?}");
        }
    }

    #[test]
    fn does_not_show_itself_in_a_log() {
        let remark = Remark::optional("my landlord").unwrap().unwrap();
        assert_eq!(format!("{remark:?}"), "Remark(..)");
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(typed in any::<String>()) {
            if let Ok(Some(once)) = Remark::optional(&typed) {
                prop_assert!(once.as_str().chars().count() <= REMARK);
                prop_assert_eq!(Remark::optional(once.as_str()), Ok(Some(once)));
            }
        }
    }
}
