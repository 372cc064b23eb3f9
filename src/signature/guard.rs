//! The confirmation that survives scanners (signing rules 3.3): what a press is worth.

use super::evidence::{Button, Signs};
use super::model::{Progress, Signature};
use crate::base::{Code, Id, MatchWord, Time};
use crate::petition::Guard;

/// A press of a button on the page behind the link in the mail, or the code typed where they
/// signed.
#[derive(Debug, Clone)]
pub struct Press {
    /// Whose link.
    pub id: Id<Signature>,
    /// Which button.
    pub button: Button,
    /// SHA-256 of the cookie of the pressing browser.
    pub browser: Option<[u8; 32]>,
    /// What speaks for a machine.
    pub signs: Signs,
    /// The word chosen.
    pub word: Option<MatchWord>,
    /// The code typed.
    pub code: Option<Code>,
    /// Whether it comes from the page where they signed, which takes nothing but the code.
    pub needs_code: bool,
    /// The revision of the reason on the page it comes from, 0 for no reason; none where any will
    /// do.
    pub seen: Option<i64>,
    /// When.
    pub at: Time,
}

/// The right answers.
#[derive(Debug, Clone)]
pub struct Answers {
    /// The word in the mail.
    pub word: MatchWord,
    /// The code in the mail.
    pub code: Code,
}

/// What a press is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is done.
    Act,
    /// The word has to be chosen first.
    AskWord,
    /// The wrong word was chosen.
    WrongWord,
    /// The word was wrong twice: the code has to be typed.
    AskCode,
    /// The wrong code was typed.
    WrongCode,
    /// The code was wrong five times: the link in the mail is the only way left.
    NoMoreCodes,
}

/// Wrong words before the code is asked for.
const WORDS: i16 = 2;
/// Wrong codes before no more are taken.
const CODES: i16 = 5;

/// Judges a press. The browser that signed needs one press, always. Another one needs one press
/// too, unless there is evidence of a machine or the petition asks for the word.
#[must_use]
pub fn judge(
    press: &Press,
    guard: Guard,
    browser: &[u8; 32],
    progress: &Progress,
    right: &Answers,
) -> Verdict {
    let is_suspected = || {
        guard == Guard::Word
            || progress.is_suspect
            || press.signs.suggest_a_machine(progress.mailed_at, press.at)
    };
    if press.needs_code {
        return code(press, progress, right);
    }
    let is_own_browser = press.browser.as_ref() == Some(browser);
    if is_own_browser || guard == Guard::Button || !is_suspected() {
        return Verdict::Act;
    }
    if progress.word_tries >= WORDS {
        return code(press, progress, right);
    }
    match press.word {
        Some(word) if word == right.word => Verdict::Act,
        Some(_) => Verdict::WrongWord,
        None => Verdict::AskWord,
    }
}

fn code(press: &Press, progress: &Progress, right: &Answers) -> Verdict {
    if progress.code_tries >= CODES {
        return Verdict::NoMoreCodes;
    }
    match &press.code {
        Some(code) if *code == right.code => Verdict::Act,
        Some(_) => Verdict::WrongCode,
        None => Verdict::AskCode,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Secrets;
    use crate::base::time::seconds;
    use crate::signature::link::Links;

    const MAILED: Time = Time::from_micros(1_800_000_000_000_000);
    const OWN: [u8; 32] = [1; 32];

    fn right() -> Answers {
        let links = Links::new(&Secrets::for_test());
        let id = Id::from_bytes([9; 16]);
        Answers {
            word: links.word(id),
            code: links.code(id),
        }
    }

    fn press(after: u64) -> Press {
        Press {
            id: Id::from_bytes([9; 16]),
            button: Button::Confirm,
            browser: None,
            signs: Signs::default(),
            word: None,
            code: None,
            needs_code: false,
            seen: None,
            at: MAILED.plus(seconds(after)),
        }
    }

    fn waiting() -> Progress {
        Progress {
            mailed_at: Some(MAILED),
            ..Progress::default()
        }
    }

    fn verdict(press: &Press, guard: Guard, progress: Progress) -> Verdict {
        judge(press, guard, &OWN, &progress, &right())
    }

    #[test]
    fn one_press_is_enough_for_people() {
        assert_eq!(
            verdict(&press(60), Guard::Adaptive, waiting()),
            Verdict::Act
        );
        let own = Press {
            browser: Some(OWN),
            ..press(1)
        };
        for guard in [Guard::Adaptive, Guard::Word, Guard::Button] {
            assert_eq!(
                verdict(&own, guard, waiting()),
                Verdict::Act,
                "the browser that signed"
            );
        }
    }

    #[test]
    fn a_machine_has_to_read() {
        assert_eq!(
            verdict(&press(5), Guard::Adaptive, waiting()),
            Verdict::AskWord
        );
        assert_eq!(
            verdict(&press(60), Guard::Word, waiting()),
            Verdict::AskWord
        );
        assert_eq!(verdict(&press(5), Guard::Button, waiting()), Verdict::Act);
        let stranger = Press {
            browser: Some([2; 32]),
            ..press(5)
        };
        assert_eq!(
            verdict(&stranger, Guard::Adaptive, waiting()),
            Verdict::AskWord
        );
        let wrong = MatchWord::at((right().word.index() + 1) % 2048);
        assert_eq!(
            verdict(
                &Press {
                    word: wrong,
                    ..press(5)
                },
                Guard::Adaptive,
                waiting()
            ),
            Verdict::WrongWord
        );
        let knows = Press {
            word: Some(right().word),
            ..press(5)
        };
        assert_eq!(verdict(&knows, Guard::Adaptive, waiting()), Verdict::Act);
    }

    #[test]
    fn once_suspected_always_asked() {
        let suspect = Progress {
            is_suspect: true,
            word_tries: 1,
            ..waiting()
        };
        assert_eq!(
            verdict(&press(6000), Guard::Adaptive, suspect),
            Verdict::AskWord
        );
    }

    #[test]
    fn two_wrong_words_lead_to_the_code_and_five_wrong_codes_to_the_mail() {
        let tried = Progress {
            is_suspect: true,
            word_tries: 2,
            ..waiting()
        };
        let knows_word = Press {
            word: Some(right().word),
            ..press(600)
        };
        assert_eq!(
            verdict(&knows_word, Guard::Adaptive, tried),
            Verdict::AskCode
        );
        let knows_code = Press {
            code: Some(right().code),
            ..press(600)
        };
        assert_eq!(verdict(&knows_code, Guard::Adaptive, tried), Verdict::Act);
        let guesses = Press {
            code: Some(Code::random()),
            ..press(600)
        };
        assert_eq!(
            verdict(&guesses, Guard::Adaptive, tried),
            Verdict::WrongCode
        );
        let spent = Progress {
            code_tries: 5,
            ..tried
        };
        assert_eq!(
            verdict(&knows_code, Guard::Adaptive, spent),
            Verdict::NoMoreCodes
        );
    }

    #[test]
    fn the_page_where_they_signed_takes_only_the_code() {
        let there = Press {
            needs_code: true,
            browser: Some(OWN),
            ..press(60)
        };
        assert_eq!(verdict(&there, Guard::Button, waiting()), Verdict::AskCode);
        let knows = Press {
            code: Some(right().code),
            ..there
        };
        assert_eq!(verdict(&knows, Guard::Adaptive, waiting()), Verdict::Act);
    }
}
