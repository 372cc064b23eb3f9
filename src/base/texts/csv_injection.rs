//! Cells of a table that a spreadsheet may open: none of them may be taken for a formula.

use std::borrow::Cow;

/// The first characters that make a spreadsheet compute instead of show.
const DANGEROUS: [char; 14] = [
    '=', '+', '-', '@', '|', '%', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠',
];

/// Makes a text safe as a cell of a CSV file: a leading `'` where its first character, after spaces, quotes and byte order
/// marks, would start a formula; and no control characters. Tabs and line breaks become one space, so that words stay
/// apart and a naive reader finds no new row; the other controls go. Quoting the field is the CSV writer's part.
///
/// After OWASP "CSV Injection" and ASVS 5, 1.2.10, widened by the full-width forms and by what may stand in front.
/// A reader who knows the rule undoes it: one `'` is taken away where the rest, looked at in the same way, is dangerous.
pub(crate) fn defuse(text: &str) -> Cow<'_, str> {
    let clean = without_controls(text);
    // looked at twice: a control in front may itself be dangerous, or hide a formula until it is taken out
    if is_dangerous(text) || is_dangerous(&clean) {
        return Cow::Owned(format!("'{clean}"));
    }
    clean
}

fn without_controls(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        match character {
            '\t' | '\r' | '\n' => gap = true,
            _ if character.is_control() => {}
            _ => {
                if std::mem::take(&mut gap) {
                    clean.push(' ');
                }
                clean.push(character);
            }
        }
    }
    Cow::Owned(clean)
}

/// Tab, CR and LF are white space, yet they are looked for and not skipped.
fn is_dangerous(text: &str) -> bool {
    let skipped = |character: char| {
        matches!(character, '"' | '\'' | '\u{FEFF}')
            || (character.is_whitespace() && !character.is_control())
    };
    text.trim_start_matches(skipped).starts_with(DANGEROUS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn leaves_ordinary_text_as_it_is() {
        for text in [
            "",
            "Sam",
            "O'Brien",
            "'Hello', she said",
            "a=b",
            "3 - 2",
            "Ann-Marie",
            "Zoë ﷺ",
            "1,204",
            "#metoo",
            "sam@example.org",
            " x",
        ] {
            assert!(
                matches!(defuse(text), Cow::Borrowed(same) if same == text),
                "{text}"
            );
        }
    }

    #[test]
    fn puts_a_mark_before_whatever_starts_a_formula() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("+1 555", "'+1 555"),
            ("-2", "'-2"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("|calc", "'|calc"),
            ("%0A=1", "'%0A=1"),
            ("  =1", "'  =1"),
            ("\u{A0}\u{3000}=1", "'\u{A0}\u{3000}=1"),
            ("\"=1\"", "'\"=1\""),
            ("'=1", "''=1"),
            ("\u{FEFF}=1", "'\u{FEFF}=1"),
            ("\"' \u{FEFF}-1", "'\"' \u{FEFF}-1"),
            ("＝1", "'＝1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠x", "'＠x"),
            ("\t=1", "' =1"),
            ("\r\n=1", "' =1"),
            ("\0=1", "'=1"),
            ("\nSam", "' Sam"),
        ] {
            assert_eq!(defuse(text), safe, "{text:?}");
        }
    }

    #[test]
    fn takes_controls_out_and_keeps_words_apart() {
        assert_eq!(defuse("one\r\ntwo\tthree"), "one two three");
        assert_eq!(defuse("a\0b\u{7}c\u{85}d\u{1b}[31m"), "abcd[31m");
        assert_eq!(
            defuse("\u{1}=1"),
            "'=1",
            "a control that is removed hides no formula"
        );
        assert_eq!(defuse("ends\n"), "ends");
    }

    fn undo(cell: &str) -> &str {
        cell.strip_prefix('\'')
            .filter(|rest| is_dangerous(rest))
            .unwrap_or(cell)
    }

    proptest! {
        #[test]
        fn nothing_dangerous_is_left_and_no_printable_character_is_lost(text in "[=+@|% \"'\u{FEFF}\t\r\n\0a-cé＝\u{1}\u{7f}-]{0,12}") {
            let safe = defuse(&text);
            prop_assert!(!is_dangerous(&safe) || safe.starts_with('\''), "{safe:?}");
            prop_assert!(!safe.contains(char::is_control));
            let kept = |text: &str| text.chars().filter(|c| !c.is_control() && *c != ' ').collect::<String>();
            let first_was_control = text.trim_start_matches([' ', '"', '\'', '\u{FEFF}']).starts_with(char::is_control);
            prop_assert!(first_was_control || kept(undo(&safe)) == kept(&text), "{safe:?}");
        }
    }
}
