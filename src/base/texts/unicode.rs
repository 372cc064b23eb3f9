//! What Unicode says about characters, by ICU4X; shared by names, texts and addresses.

use std::borrow::Cow;

use icu::casemap::{CaseMapper, CaseMapperBorrowed};
use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu::properties::CodePointMapData;
use icu::properties::props::{
    CanonicalCombiningClass, GeneralCategory, GeneralCategoryGroup, Script,
};
use icu::segmenter::GraphemeClusterSegmenter;

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const NFKC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfkc();
const NFKD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfkd();
const CASES: CaseMapperBorrowed<'static> = CaseMapper::new();

pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    NFC.normalize(text)
}

/// How many characters a reader counts: a letter with the marks on it is one.
pub(crate) fn graphemes(text: &str) -> usize {
    GraphemeClusterSegmenter::new()
        .segment_str(text)
        .skip(1)
        .count()
}

pub(crate) fn nfkc(text: &str) -> Cow<'_, str> {
    NFKC.normalize(text)
}

pub(crate) fn nfkd(text: &str) -> Cow<'_, str> {
    NFKD.normalize(text)
}

/// Full case folding (`ß` becomes `ss`, `İ` becomes `i` and a dot above), not the Turkic kind.
pub(crate) fn case_folded(text: &str) -> Cow<'_, str> {
    CASES.fold_string(text)
}

/// Case folding and NFKC, repeated until nothing changes. One pass is not always stable (folding may leave what NFKC
/// composes again), and a key that changes when it is taken twice is no key. Three passes are enough for all of Unicode.
pub(crate) fn caseless(text: &str) -> String {
    let mut now = nfkc(text).into_owned();
    for _ in 0..4 {
        let next = nfkc(&case_folded(&now)).into_owned();
        if next == now {
            break;
        }
        now = next;
    }
    now
}

/// Small letters in NFC, and nothing else folded: `ß` stays, full-width letters stay full-width. Composed before as well as after,
/// because some letters (J with a caron) have no composed capital.
pub(crate) fn lower_case(text: &str) -> String {
    nfc(&nfc(text).to_lowercase()).into_owned()
}

pub(crate) fn category(character: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(character)
}

pub(crate) fn script(character: char) -> Script {
    CodePointMapData::<Script>::new().get(character)
}

pub(crate) fn is_letter(character: char) -> bool {
    GeneralCategoryGroup::Letter.contains(category(character))
}

pub(crate) fn is_mark(character: char) -> bool {
    GeneralCategoryGroup::Mark.contains(category(character))
}

/// The sign that silences a letter's vowel, as in Devanagari or Sinhala (canonical combining class 9).
pub(crate) fn is_virama(character: char) -> bool {
    CodePointMapData::<CanonicalCombiningClass>::new().get(character)
        == CanonicalCombiningClass::Virama
}

/// Marks, embeddings, overrides and isolates that turn the direction of the text around them.
pub(crate) fn is_bidi_control(character: char) -> bool {
    matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Zero-width characters that only say where a line may break; they come along when text is copied from a page.
pub(crate) fn is_break_hint(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}' | '\u{2060}')
}

/// A mark that searches look past: it belongs to no one script (accents, Arabic vowel signs) or points Hebrew.
/// Not the voicing marks of kana, which make another letter.
pub(crate) fn is_accent(character: char) -> bool {
    category(character) == GeneralCategory::NonspacingMark
        && matches!(
            script(character),
            Script::Inherited | Script::Hebrew | Script::Greek | Script::Cyrillic
        )
        && !matches!(character, '\u{3099}' | '\u{309A}')
}

/// Format characters: they have no shape of their own.
pub(crate) fn is_invisible(character: char) -> bool {
    category(character) == GeneralCategory::Format
}

/// What may not stand in the local part of an address: no shape, no meaning, or another meaning tomorrow.
pub(crate) fn is_hidden(character: char) -> bool {
    matches!(
        category(character),
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::Surrogate
            | GeneralCategory::PrivateUse
            | GeneralCategory::Unassigned
            | GeneralCategory::SpaceSeparator
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    ) || matches!(
        character,
        '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '＠' | '﹫'
    )
}

/// White space and what has no width at either end, except a joiner that shapes the letter before it.
pub(crate) fn trimmed(text: &str) -> &str {
    let blank = |character: char| {
        character.is_whitespace()
            || is_break_hint(character)
            || matches!(character, '\u{FEFF}' | '\u{200C}' | '\u{200D}')
    };
    ends_off(text, blank)
}

fn ends_off(text: &str, blank: impl Fn(char) -> bool) -> &str {
    let text = text.trim_start_matches(&blank);
    let short = text.trim_end_matches(&blank);
    // old Malayalam spells the last letter of a name as letter, virama, joiner
    let shaping = short
        .ends_with(is_virama)
        .then(|| text.get(..short.len().saturating_add('\u{200D}'.len_utf8())));
    match shaping.flatten() {
        Some(longer) if longer.ends_with('\u{200D}') => longer,
        _ => short,
    }
}

/// Tag characters: unseen, and able to carry a text of their own.
pub(crate) fn is_tag(character: char) -> bool {
    matches!(character, '\u{E0000}'..='\u{E007F}')
}

/// A line without what nobody sees at its ends: white space, and what has no shape of its own, as with addresses. Not
/// overrides and tags, which no keyboard and no copied text puts there, nor the Arabic, Syriac and Indic signs that are
/// called format characters and are drawn. A joiner stays that shapes the letter before it.
pub(crate) fn seen(line: &str) -> &str {
    let is_drawn = |character: char| {
        matches!(
            character,
            '\u{600}'
                ..='\u{605}'
                    | '\u{6DD}'
                    | '\u{70F}'
                    | '\u{890}'
                    | '\u{891}'
                    | '\u{8E2}'
                    | '\u{110BD}'
                    | '\u{110CD}'
        )
    };
    let is_kept = |character: char| {
        is_tag(character)
            || is_drawn(character)
            || matches!(character, '\u{202D}' | '\u{202E}' | '\u{180E}')
    };
    ends_off(line, |character| {
        character.is_whitespace() || (is_invisible(character) && !is_kept(character))
    })
}

/// A line of a list in `tests/vectors`, where `\u{..}` stands for that character so that a reader sees it.
#[cfg(test)]
pub(crate) fn unescaped(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (code, rest) = part.split_once('}').unwrap();
        format!(
            "{text}{}{rest}",
            char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap()
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_twice_changes_nothing() {
        for character in '\0'..=char::MAX {
            let once = caseless(&character.to_string());
            assert_eq!(caseless(&once), once, "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn lower_case_twice_changes_nothing() {
        for character in '\0'..=char::MAX {
            let once = lower_case(&character.to_string());
            assert_eq!(lower_case(&once), once, "U+{:04X}", u32::from(character));
        }
        assert_eq!(lower_case("J\u{30C}"), "\u{1F0}");
    }

    #[test]
    fn trims_what_cannot_be_seen_but_keeps_a_shaping_joiner() {
        assert_eq!(trimmed(" \u{FEFF}\u{200B}Sam\u{200D} \u{3000}\n"), "Sam");
        assert_eq!(trimmed("രാമന്\u{200D} "), "രാമന്\u{200D}");
        assert_eq!(trimmed("राम\u{200C}"), "राम");
        assert_eq!(trimmed("\u{200B} \u{200B}"), "");
        assert_eq!(seen("\u{200F}\u{2068}Sam\u{2069}\t\u{200E}"), "Sam");
        assert_eq!(seen("രാമന്\u{200D}\u{200E} "), "രാമന്\u{200D}");
        assert_eq!(seen("\u{202E}Sam\u{E0041}"), "\u{202E}Sam\u{E0041}");
        assert_eq!(
            trimmed("\u{200F}نص"),
            "\u{200F}نص",
            "a text's first mark gives its direction"
        );
    }
}
