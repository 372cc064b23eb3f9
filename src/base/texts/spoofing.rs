//! Tricks that are played with the characters of a name (threat T15): what is unseen, what turns or covers the text
//! around it. Proved by the lists in `tests/vectors`, which the tests of `name` read.

use std::borrow::Cow;

use icu::properties::CodePointSetData;
use icu::properties::props::{ExtendedPictographic, GeneralCategory, Script};

use super::unicode;

/// Characters that stand in no name, wherever they stand.
pub(crate) fn is_refused(character: char) -> bool {
    let hidden = matches!(
        character,
        // Hangul fillers, Khmer inherent vowels, the blank of Braille, the half-width filler: letters without a shape
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{17B4}' | '\u{17B5}' | '\u{2800}'
    ) || unicode::is_tag(character);
    // Mongolian and Syriac write names with a format character of their own
    let shaping = matches!(character, '\u{200C}' | '\u{200D}' | '\u{180E}' | '\u{70F}')
        || unicode::is_break_hint(character);
    hidden
        || match unicode::category(character) {
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

/// The flags of England, Scotland and Wales: a black flag and tags, the only tag sequences that keyboards write (UTS 51,
/// `RGI_Emoji_Tag_Sequence`). Any other tags are text that nobody sees.
const FLAGS: [&str; 3] = [
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}",
];

/// The text with each of these flags as a plain black one.
pub(crate) fn without_flags(text: &str) -> Cow<'_, str> {
    if !text.contains(unicode::is_tag) {
        return Cow::Borrowed(text);
    }
    let bare = |text: String, flag: &&str| text.replace(flag, "\u{1F3F4}");
    Cow::Owned(FLAGS.iter().fold(text.to_owned(), bare))
}

/// A joiner is at home after a letter (with or without marks) of a script that shapes its letters, before another letter
/// or mark of such a script, or at the end of a word right after a virama; and ZWJ between two pictures that it makes one
///, with what colours the first of them.
pub(crate) fn has_stray_joiner(name: &str) -> bool {
    let characters: Vec<char> = name.chars().collect();
    let shaped = |character: &char| {
        (unicode::is_letter(*character) || unicode::is_mark(*character))
            && joins(unicode::script(*character))
    };
    characters
        .iter()
        .enumerate()
        .filter(|(_, character)| matches!(character, '\u{200C}' | '\u{200D}'))
        .any(|(at, joiner)| {
            let before = at.checked_sub(1).and_then(|at| characters.get(at));
            let after = at.checked_add(1).and_then(|at| characters.get(at));
            // an accent shared by all scripts, as the Arabic vowel signs are, counts with the letter below it
            let base = characters
                .iter()
                .take(at)
                .rev()
                .find(|character| !unicode::is_mark(**character));
            let at_home = before.is_some_and(|c| unicode::is_letter(*c) || unicode::is_mark(*c))
                && base.is_some_and(shaped);
            let leads_on = after.is_some_and(shaped)
                || before.is_some_and(|character| unicode::is_virama(*character));
            let picture = characters
                .iter()
                .take(at)
                .rev()
                .find(|character| !is_of_a_picture(**character));
            let is_of_pictures = *joiner == '\u{200D}'
                && picture.is_some_and(is_picture)
                && after.is_some_and(is_picture);
            let is_of_letters = at_home && leads_on;
            !is_of_pictures && !is_of_letters
        })
}

/// A character that emoji are made of. Letters of any script are none.
fn is_picture(character: &char) -> bool {
    CodePointSetData::new::<ExtendedPictographic>().contains(*character)
}

/// What may stand between a picture and the joiner: how it is drawn, and the colour of a skin.
fn is_of_a_picture(character: char) -> bool {
    matches!(character, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
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
pub(crate) fn has_heap_of_marks(name: &str) -> bool {
    let mut heap = 0_u32;
    name.chars().any(|character| {
        match unicode::category(character) {
            GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark => {
                heap = heap.saturating_add(1)
            }
            GeneralCategory::SpacingMark => {}
            _ => heap = 0,
        }
        heap > 4
    })
}
