//! What a press is worth: one press of the browser that sent the form, always; one of another browser too, unless something speaks
//! for a machine; else the word of the mail.

use super::evidence::Evidence;
use super::word::TypedWord;
use crate::base::{MatchWord, Time};
use crate::petition::Guard;

/// Which button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// "Count my signature".
    Confirm,
    /// "This was not me".
    Reject,
}

/// A press of a button behind a link.
#[derive(Debug, Clone)]
pub struct Press<'a> {
    /// Which button.
    pub button: Button,
    /// The pressing browser has sent the form.
    pub is_own_browser: bool,
    /// The form came back faster than a person presses.
    pub is_at_once: bool,
    /// The word typed.
    pub word: &'a TypedWord,
    /// When.
    pub at: Time,
}

/// What a press is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is done.
    Act,
    /// The word has to be typed first. From another browser this is evidence, unless the petition asks everybody.
    AskWord {
        /// Something spoke for a machine: this is kept, so that a press later is asked too.
        is_evidence: bool,
    },
    /// The wrong word was typed.
    WrongWord,
    /// The word was wrong three times: a new mail has to be asked for.
    NoMoreWords,
}

/// Wrong words before a new mail has to be asked for. A guess is right once in 2,048.
pub const WORDS: i16 = 3;

/// Judges a press. Rejecting bars a mailbox, so that from another browser it always takes the word.
#[must_use]
pub fn judge(press: &Press<'_>, guard: Guard, known: &Evidence, right: MatchWord) -> Verdict {
    if press.is_own_browser {
        return Verdict::Act;
    }
    let is_evidence =
        press.button == Button::Reject || press.is_at_once || known.suggests_a_machine(press.at);
    let is_asked = match (press.button, guard) {
        (Button::Reject, _) | (_, Guard::Word) => true,
        (Button::Confirm, Guard::Button) => false,
        (Button::Confirm, Guard::Adaptive) => is_evidence,
    };
    match press.word.is(right) {
        _ if !is_asked => Verdict::Act,
        _ if known.word_tries >= WORDS => Verdict::NoMoreWords,
        Some(true) => Verdict::Act,
        Some(false) => Verdict::WrongWord,
        None => Verdict::AskWord { is_evidence },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::seconds;
    use crate::words::Library;

    const MAILED: Time = Time::from_micros(1_800_000_000_000_000);
    const ASKED: Verdict = Verdict::AskWord { is_evidence: true };

    fn right() -> MatchWord {
        MatchWord::at(7).unwrap()
    }

    fn typed(place: usize) -> TypedWord {
        let library = Library::load().unwrap();
        let word = library
            .words(crate::base::Lang::EN)
            .match_word(place)
            .to_owned();
        TypedWord::read(&library, &word)
    }

    fn press(button: Button, word: &TypedWord, after: u64) -> Press<'_> {
        Press {
            button,
            is_own_browser: false,
            is_at_once: false,
            word,
            at: MAILED.plus(seconds(after)),
        }
    }

    fn mailed() -> Evidence {
        Evidence {
            mailed_at: Some(MAILED),
            ..Evidence::default()
        }
    }

    #[test]
    fn one_press_is_enough_for_people() {
        let none = TypedWord::default();
        let other = press(Button::Confirm, &none, 60);
        assert_eq!(
            judge(&other, Guard::Adaptive, &mailed(), right()),
            Verdict::Act
        );
        let suspect = Evidence {
            is_suspect: true,
            word_tries: 3,
            ..mailed()
        };
        for button in [Button::Confirm, Button::Reject] {
            let own = Press {
                is_own_browser: true,
                ..press(button, &none, 1)
            };
            for guard in [Guard::Adaptive, Guard::Word, Guard::Button] {
                assert_eq!(judge(&own, guard, &suspect, right()), Verdict::Act);
            }
        }
    }

    #[test]
    fn a_machine_has_to_read() {
        let (none, wrong, knows) = (TypedWord::default(), typed(8), typed(7));
        let soon = |word| {
            judge(
                &press(Button::Confirm, word, 4),
                Guard::Adaptive,
                &mailed(),
                right(),
            )
        };
        assert_eq!(soon(&none), ASKED);
        assert_eq!(soon(&wrong), Verdict::WrongWord);
        assert_eq!(soon(&knows), Verdict::Act);
        let at_once = Press {
            is_at_once: true,
            ..press(Button::Confirm, &none, 60)
        };
        assert_eq!(judge(&at_once, Guard::Adaptive, &mailed(), right()), ASKED);
        let late = press(Button::Confirm, &none, 60);
        let everybody = Verdict::AskWord { is_evidence: false };
        assert_eq!(judge(&late, Guard::Word, &mailed(), right()), everybody);
        let early = press(Button::Confirm, &none, 4);
        assert_eq!(
            judge(&early, Guard::Button, &mailed(), right()),
            Verdict::Act
        );
    }

    #[test]
    fn rejecting_elsewhere_always_takes_the_word() {
        let (none, knows) = (TypedWord::default(), typed(7));
        for guard in [Guard::Adaptive, Guard::Word, Guard::Button] {
            let bare = press(Button::Reject, &none, 6000);
            assert_eq!(judge(&bare, guard, &mailed(), right()), ASKED);
            let told = press(Button::Reject, &knows, 6000);
            assert_eq!(judge(&told, guard, &mailed(), right()), Verdict::Act);
        }
    }

    #[test]
    fn three_wrong_words_end_it_until_a_new_letter() {
        let knows = typed(7);
        let spent = Evidence {
            is_suspect: true,
            word_tries: WORDS,
            ..mailed()
        };
        let late = press(Button::Confirm, &knows, 600);
        assert_eq!(
            judge(&late, Guard::Adaptive, &spent, right()),
            Verdict::NoMoreWords
        );
        let left = Evidence {
            word_tries: WORDS - 1,
            ..spent
        };
        assert_eq!(judge(&late, Guard::Adaptive, &left, right()), Verdict::Act);
    }
}
