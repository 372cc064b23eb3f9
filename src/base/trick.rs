//! Tricks that are played with the characters of a name (threat T15): what is unseen, what turns or covers the text
//! around it, what leads away. Proved by the lists in `tests/vectors`, which the tests of `name` read.

use icu::properties::props::{GeneralCategory, Script};

use super::letters;

/// Characters that stand in no name, wherever they stand.
pub(super) fn is_refused(character: char) -> bool {
    let hidden = matches!(
        character,
        // Hangul fillers, Khmer inherent vowels, the blank of Braille, the half-width filler: letters without a shape
        '\u{115F}'
            | '\u{1160}'
            | '\u{3164}'
            | '\u{FFA0}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{2800}'
            | '\u{E0000}'..='\u{E007F}'
    );
    // Mongolian and Syriac write names with a format character of their own
    let shaping = matches!(character, '\u{200C}' | '\u{200D}' | '\u{180E}' | '\u{70F}')
        || letters::is_break_hint(character);
    hidden
        || match letters::category(character) {
            GeneralCategory::Format => !shaping,
            GeneralCategory::Control
            | GeneralCategory::Surrogate
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator => true,
            _ => false,
        }
}

/// A joiner is at home after a letter (with or without marks) of a script that shapes its letters, before another letter
/// or mark of such a script, or at the end of a word right after a virama.
pub(super) fn has_stray_joiner(name: &str) -> bool {
    let characters: Vec<char> = name.chars().collect();
    let shaped = |character: &char| {
        (letters::is_letter(*character) || letters::is_mark(*character))
            && joins(letters::script(*character))
    };
    characters
        .iter()
        .enumerate()
        .filter(|(_, character)| matches!(character, '\u{200C}' | '\u{200D}'))
        .any(|(at, _)| {
            let before = at.checked_sub(1).and_then(|at| characters.get(at));
            let after = at.checked_add(1).and_then(|at| characters.get(at));
            // an accent shared by all scripts, as the Arabic vowel signs are, counts with the letter below it
            let base = characters
                .iter()
                .take(at)
                .rev()
                .find(|character| !letters::is_mark(**character));
            let at_home = before.is_some_and(|c| letters::is_letter(*c) || letters::is_mark(*c))
                && base.is_some_and(shaped);
            let leads_on = after.is_some_and(shaped)
                || before.is_some_and(|character| letters::is_virama(*character));
            !(at_home && leads_on)
        })
}

/// The scripts in which ZWJ or ZWNJ changes the shape of a letter (Unicode 17, chapters 9, 12, 13 and 16).
fn joins(script: Script) -> bool {
    const SHAPED: [Script; 26] = [
        Script::Arabic,
        Script::Syriac,
        Script::Mandaic,
        Script::Nko,
        Script::Adlam,
        Script::HanifiRohingya,
        Script::Mongolian,
        Script::PhagsPa,
        Script::Devanagari,
        Script::Bengali,
        Script::Gurmukhi,
        Script::Gujarati,
        Script::Oriya,
        Script::Tamil,
        Script::Telugu,
        Script::Kannada,
        Script::Malayalam,
        Script::Sinhala,
        Script::Khmer,
        Script::Myanmar,
        Script::Tibetan,
        Script::Balinese,
        Script::Javanese,
        Script::Chakma,
        Script::MeeteiMayek,
        Script::Newa,
    ];
    SHAPED.contains(&script)
}

/// More than four accents over one another. Marks that take a place of their own in the line (as Burmese vowels do, of
/// which five may follow one letter) neither count nor end the heap.
pub(super) fn has_heap_of_marks(name: &str) -> bool {
    let mut heap = 0_u32;
    name.chars().any(|character| {
        match letters::category(character) {
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark => {
                heap = heap.saturating_add(1)
            }
            GeneralCategory::SpacingMark => {}
            _ => heap = 0,
        }
        heap > 4
    })
}

/// Addresses of pages and mailboxes, also in full-width letters. `J.R.R. Tolkien`, `Md.Ali` and `St.John` are names, so a
/// dot alone proves nothing: the end must be one of the domains that advertisers use, behind three letters or more.
pub(super) fn looks_like_link(name: &str) -> bool {
    const SCHEMES: [&str; 7] = [
        "http:",
        "https:",
        "ftp:",
        "mailto:",
        "javascript:",
        "data:",
        "www.",
    ];
    const ENDS: [&str; 16] = [
        "com", "net", "org", "info", "biz", "xyz", "top", "shop", "online", "site", "click", "app",
        "dev", "io", "icu", "ru",
    ];
    let plain = letters::caseless(name).replace(['。', '｡'], ".");
    plain.contains("://")
        || plain
            .split(|c: char| {
                c.is_whitespace()
                    || matches!(c, '(' | ')' | '<' | '>' | '"' | ',' | ';' | '[' | ']')
            })
            .any(|word| {
                let mailbox = word
                    .split_once('@')
                    .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'));
                let path = word
                    .split_once('/')
                    .is_some_and(|(host, _)| host.trim_matches('.').contains('.'));
                let host = word
                    .split(['/', '?', '#', ':'])
                    .next()
                    .unwrap_or(word)
                    .trim_matches('.');
                let domain = host.rsplit_once('.').is_some_and(|(front, end)| {
                    ENDS.contains(&end)
                        && front
                            .rsplit('.')
                            .next()
                            .is_some_and(|label| label.chars().count() > 2)
                });
                mailbox || path || domain || SCHEMES.iter().any(|scheme| word.starts_with(scheme))
            })
}
