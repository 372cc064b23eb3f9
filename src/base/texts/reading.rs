//! One line that everybody may read: the parser behind names, roles, places and titles (threat T15). What nobody sees at the
//! ends is taken off, what nobody can have meant is refused; the types on top say how long it may be and what else it must be.

use super::spoofing;
use super::unicode;

/// Why a line is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// Controls, bidi controls inside, overrides anywhere, tags, fillers, characters that are private or not assigned,
    /// joiners where nothing is joined, more than four accents on one letter.
    Characters,
    /// Too long to be looked at.
    Long,
}

/// Reads a line; empty when nothing but blanks is there. Tabs are spaces, every run of spaces becomes one (an ideographic
/// space stays one), soft hyphens and zero-width spaces inside go: they come along when text is copied from a page and
/// say only where a line may break. NFC.
pub(crate) fn one_line(typed: &str) -> Result<String, Flaw> {
    let typed = unicode::seen(typed);
    if typed.chars().nth(4_000).is_some() {
        return Err(Flaw::Long);
    }
    let refused = |character: char| character != '\t' && spoofing::is_refused(character);
    if spoofing::without_flags(typed).contains(refused) {
        return Err(Flaw::Characters);
    }
    // composed last: a break hint that goes may have stood between a letter and its accent
    let line = unicode::nfc(&single_spaced(typed)).into_owned();
    if spoofing::has_stray_joiner(&line)
        || spoofing::has_heap_of_marks(&line)
        || line.starts_with(unicode::is_mark)
    {
        return Err(Flaw::Characters);
    }
    Ok(line)
}

fn single_spaced(line: &str) -> String {
    let mut single = String::with_capacity(line.len());
    let mut characters = line
        .chars()
        .filter(|character| !unicode::is_break_hint(*character))
        .peekable();
    while let Some(character) = characters.next() {
        if !character.is_whitespace() {
            single.push(character);
            continue;
        }
        let mut alone = true;
        while characters.next_if(|next| next.is_whitespace()).is_some() {
            alone = false;
        }
        // the spaces between the parts of a Japanese and of a Mongolian name
        let own = alone && matches!(character, '\u{3000}' | '\u{202F}');
        single.push(if own { character } else { ' ' });
    }
    single
}

#[cfg(test)]
mod tests {
    use super::super::name::PersonName;
    use super::super::text::Line;
    use super::super::unicode::unescaped;
    use super::*;
    use proptest::prelude::*;

    type Role = Line<4_000>;

    fn lines(list: &str) -> impl Iterator<Item = &str> {
        list.lines().filter(|line| !line.starts_with("# "))
    }

    #[test]
    fn names_and_lines_keep_the_same_of_what_was_typed() {
        let list = include_str!("../../../tests/vectors/names-kept.txt");
        let mut seen = 0;
        for line in lines(list) {
            let (typed, kept) = line.split_once('\t').unwrap();
            let (typed, kept) = (unescaped(typed), unescaped(kept));
            assert_eq!(PersonName::parse(&typed).unwrap().as_str(), kept, "{line}");
            assert_eq!(Role::parse(&typed).unwrap().as_str(), kept, "{line}");
            seen += 1;
        }
        assert!(seen >= 30, "{seen}");
    }

    #[test]
    fn what_a_name_may_hold_a_line_may_hold_and_what_it_may_not_no_line_may() {
        for line in lines(include_str!("../../../tests/vectors/names-accept.txt")) {
            assert!(Role::parse(&unescaped(line)).is_ok(), "{line}");
        }
        let mut refused = 0;
        for line in lines(include_str!("../../../tests/vectors/names-refuse.txt")) {
            let (typed, key) = line.split_once('\t').unwrap();
            if key == "error-name-characters" {
                let read = Role::parse(&unescaped(typed)).map_err(|wrong| wrong.key);
                assert_eq!(read, Err("error-line-characters"), "{line}");
                refused += 1;
            }
        }
        assert!(refused > 100, "{refused}");
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(typed in any::<String>()) {
            if let Ok(once) = one_line(&typed) {
                prop_assert_eq!(one_line(&once), Ok(once.clone()));
                prop_assert!(!once.contains(char::is_control));
            }
        }

        #[test]
        fn reading_twice_is_reading_once_among_the_unseen(typed in "[a-ce\u{301}\u{200B}\u{AD}\u{2060}\u{FEFF}\u{200E}\u{2068}\u{2069}\t \u{A0}\u{3000}\u{200D}\u{200C}क\u{94D}👩❤\u{FE0F}\u{1F3FD}🏴\u{E0067}\u{E007F}]{0,16}") {
            if let Ok(once) = one_line(&typed) {
                prop_assert_eq!(one_line(&once), Ok(once));
            }
        }
    }
}
