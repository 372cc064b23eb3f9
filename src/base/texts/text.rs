//! Texts of one line and of many, made safe to keep and to show; and the form of a text that searches compare.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::link;
use super::reading::{self, Flaw};
use super::unicode;
use crate::base::invalid::Invalid;

/// One line of at most `MAX` characters as a reader counts them (graphemes), and twice as many code points, because marks stand over letters in Arabic
/// and others: a title, a role, a town.
/// Held to the rules of names (`reading`): trimmed of what nobody sees, NFC, never empty, without control characters, line
/// breaks, bidi controls, tags and fillers. An address of a page or a mailbox is refused; a bare domain is not, because
/// that is what some employers and organizations are called.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line<const MAX: usize>(String);

impl<const MAX: usize> Line<MAX> {
    /// Reads one line.
    ///
    /// # Errors
    /// `error-line-missing` (nothing but blanks), `error-line-long` (over `MAX`), `error-line-characters`, `error-line-link`.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        Self::optional(typed)?.ok_or(Invalid::new("error-line-missing"))
    }

    /// The same for a field that may stay empty: then `None`.
    ///
    /// # Errors
    /// `error-line-long`, `error-line-characters`, `error-line-link`.
    pub(crate) fn optional(typed: &str) -> Result<Option<Self>, Invalid> {
        let line = reading::one_line(typed).map_err(|flaw| match flaw {
            Flaw::Characters => Invalid::new("error-line-characters"),
            Flaw::Long => Invalid::new("error-line-long"),
        })?;
        if line.is_empty() {
            return Ok(None);
        }
        if line.chars().count() > 2 * MAX || unicode::graphemes(&line) > MAX {
            return Err(Invalid::new("error-line-long"));
        }
        if link::in_a_line(&line) {
            return Err(Invalid::new("error-line-link"));
        }
        Ok(Some(Self(line)))
    }

    /// The line as it is kept and shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Many lines of together at most `MAX` characters: a petition's wording, a comment. Trimmed, NFC, never empty; line breaks
/// are LF. No control characters but LF and tab; of the bidi controls only the three marks that Arabic and Hebrew
/// writers type (U+061C, U+200E, U+200F), because embeddings and overrides reach beyond their own words.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MAX: usize>(String);

impl<const MAX: usize> Text<MAX> {
    /// Reads a text; CR LF, CR, U+0085, U+2028, U+2029, vertical tab and form feed (as word processors paste them) become LF.
    ///
    /// # Errors
    /// `error-text-missing` (nothing but blanks), `error-text-long` (over `MAX`), `error-text-characters`.
    pub fn parse(typed: &str) -> Result<Self, Invalid> {
        Self::optional(typed)?.ok_or(Invalid::new("error-text-missing"))
    }

    /// The same for a field that may stay empty: then `None`.
    ///
    /// # Errors
    /// `error-text-long`, `error-text-characters`.
    pub(crate) fn optional(typed: &str) -> Result<Option<Self>, Invalid> {
        let lines = unicode::trimmed(typed).replace("\r\n", "\n");
        if lines.is_empty() {
            return Ok(None);
        }
        let lines = lines.replace(
            ['\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'],
            "\n",
        );
        let text = unicode::nfc(&lines);
        let control = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        let turns = |c: char| {
            unicode::is_bidi_control(c) && !matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}')
        };
        if text.contains(|c| control(c) || turns(c)) {
            return Err(Invalid::new("error-text-characters"));
        }
        if text.chars().count() > MAX {
            return Err(Invalid::new("error-text-long"));
        }
        Ok(Some(Self(text.into_owned())))
    }

    /// The text as it is kept and shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! as_a_string {
    ($kind:ident) => {
        impl<const MAX: usize> From<$kind<MAX>> for String {
            fn from(from: $kind<MAX>) -> Self {
                from.0
            }
        }

        impl<const MAX: usize> TryFrom<String> for $kind<MAX> {
            type Error = Invalid;

            fn try_from(typed: String) -> Result<Self, Invalid> {
                Self::parse(&typed)
            }
        }

        impl<const MAX: usize> fmt::Display for $kind<MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        /// Says how long it is and not what it says: it may be somebody's remark, and logs keep no remarks.
        impl<const MAX: usize> fmt::Debug for $kind<MAX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(
                    f,
                    concat!(stringify!($kind), "({} characters)"),
                    self.0.chars().count()
                )
            }
        }
    };
}

as_a_string!(Line);
as_a_string!(Text);

/// Most bytes of a text that stands in an index: PostgreSQL holds 2,704 of a row there, and a name of 200 letters can fold into 3,600.
pub(crate) const KEY: usize = 2_000;

/// The beginning of a folded text, so much of it as an index holds.
#[must_use]
pub fn key(mut folded: String) -> String {
    folded.truncate(folded.floor_char_boundary(KEY));
    folded
}

/// A text as searches compare it: NFKC, case-folded, accents and vowel points taken off, the common letters that have no
/// decomposition spelled plainly (`ł` as `l`, `ø` as `o`, `æ` as `ae`, `ı` as `i`), one apostrophe, one hyphen, single spaces.
/// Marks that belong to a script's own letters (vowel signs of Devanagari, the voicing marks of kana) stay.
pub fn fold(text: &str) -> String {
    // What most people write needs no tables of Unicode.
    let apart = match text.is_ascii() {
        true => text.to_ascii_lowercase(),
        false => unicode::nfkd(&unicode::caseless(text)).into_owned(),
    };
    let mut plain = String::with_capacity(apart.len());
    for character in apart.chars() {
        match character {
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' | 'ð' => plain.push('d'),
            'ħ' => plain.push('h'),
            'ı' => plain.push('i'),
            'þ' => plain.push_str("th"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            '`' | '´' | '‘' | '’' | 'ʻ' | 'ʼ' | 'ʹ' => plain.push('\''),
            '‐' | '‑' | '‒' | '–' | '—' => plain.push('-'),
            _ if character.is_whitespace() => {
                if !plain.is_empty() && !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            ' '..='~' => plain.push(character),
            _ if character.is_control()
                || unicode::is_accent(character)
                || unicode::is_invisible(character) => {}
            _ => plain.push(character),
        }
    }
    plain.truncate(plain.trim_end().len());
    match plain.is_ascii() {
        true => plain,
        false => unicode::nfkc(&plain).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(typed: &str) -> Result<String, &'static str> {
        Line::<10>::parse(typed)
            .map(String::from)
            .map_err(|wrong| wrong.key)
    }

    fn text(typed: &str) -> Result<String, &'static str> {
        Text::<10>::parse(typed)
            .map(String::from)
            .map_err(|wrong| wrong.key)
    }

    #[test]
    fn a_line_is_trimmed_and_composed() {
        assert_eq!(line("  Jose\u{301}\u{200B}\u{A0}\n"), Ok("José".into()));
        assert_eq!(line("1234567890"), Ok("1234567890".into()));
        assert_eq!(
            line("éééééééééé"),
            Ok("éééééééééé".into()),
            "characters are counted, not bytes"
        );
    }

    #[test]
    fn a_line_says_what_is_wrong_with_it() {
        assert_eq!(line(" \u{200B} "), Err("error-line-missing"));
        assert_eq!(line("12345678901"), Err("error-line-long"));
        for wrong in [
            "a\nb",
            "a\0b",
            "a\u{85}b",
            "a\u{2028}b",
            "a\u{202E}b",
            "a\u{200F}b",
            "a\u{2066}b",
            "a\u{61C}b",
            "a\u{7F}b",
        ] {
            assert_eq!(line(wrong), Err("error-line-characters"), "{wrong:?}");
        }
        assert_eq!(line("a\tb").as_deref(), Ok("a b"), "a tab is a space");
        assert_eq!(Line::<10>::optional("  "), Ok(None));
        assert!(Line::<10>::optional("a\nb").is_err());
    }

    #[test]
    fn a_text_has_one_kind_of_line_break() {
        assert_eq!(
            text("a\r\nb\rc\u{2028}d\u{B}e\n"),
            Ok("a\nb\nc\nd\ne".into())
        );
        assert_eq!(text("a\r\n\r\nb"), Ok("a\n\nb".into()));
        assert_eq!(text("א\u{200F}b\tc"), Ok("א\u{200F}b\tc".into()));
        assert_eq!(text("\r\n \r\n"), Err("error-text-missing"));
        assert_eq!(text("12345\n678901"), Err("error-text-long"));
        for wrong in ["a\0b", "a\u{1b}b", "a\u{202E}b", "a\u{2067}b", "a\u{202A}b"] {
            assert_eq!(text(wrong), Err("error-text-characters"), "{wrong:?}");
        }
    }

    #[test]
    fn neither_shows_itself_in_a_log_and_both_go_through_json() {
        let secret = Line::<40>::parse("works at the plant").unwrap();
        assert_eq!(format!("{secret:?}"), "Line(18 characters)");
        assert_eq!(
            serde_json::to_string(&secret).unwrap(),
            "\"works at the plant\""
        );
        assert_eq!(
            serde_json::from_str::<Line<40>>("\" works at the plant \"").unwrap(),
            secret
        );
        assert!(serde_json::from_str::<Line<4>>("\"works\"").is_err());
    }

    #[test]
    fn a_search_finds_what_people_type() {
        for (kept, typed) in [
            ("José Núñez", "jose nunez"),
            ("ŁÓDŹ", "lodz"),
            ("Nguyễn Thị Đào", "nguyen thi dao"),
            ("Straße", "STRASSE"),
            ("Yıldız İpek", "yildiz ipek"),
            ("Kaʻahumanu", "ka'ahumanu"),
            ("O’Brien", "o'brien"),
            ("Søren Ærø", "soren aero"),
            ("Ｆｕｌｌ　Ｗｉｄｔｈ", "full width"),
            ("مُحَمَّد", "محمد"),
            ("Μαρία", "ΜΑΡΙΑ"),
            ("  San\u{A0}  José ", "san jose"),
            ("Jean–Luc", "jean-luc"),
        ] {
            assert_eq!(fold(kept), fold(typed), "{kept}");
        }
        assert_eq!(fold("José"), "jose");
        assert_ne!(
            fold("की"),
            fold("क"),
            "vowel signs are letters of their script"
        );
        assert_ne!(fold("が"), fold("か"));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(typed in "\\PC{0,24}") {
            let once = fold(&typed);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn plain_text_is_folded_as_all_text_is(typed in "[\\x00-\\x7F]{0,24}") {
            // the letter in front sends it through Unicode's tables
            let by_tables = fold(&format!("é {typed}"));
            let by_itself = format!("e {}", fold(&typed));
            prop_assert_eq!(by_tables, by_itself.trim_end());
        }

        #[test]
        fn reading_twice_is_reading_once(typed in any::<String>()) {
            if let Ok(Some(once)) = Line::<60>::optional(&typed) {
                prop_assert_eq!(Line::<60>::parse(once.as_str()), Ok(once));
            }
            if let Ok(Some(once)) = Text::<60>::optional(&typed) {
                prop_assert_eq!(Text::<60>::parse(once.as_str()), Ok(once));
            }
        }
    }
}
