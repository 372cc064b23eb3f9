//! Presses at signatures: behind the link in the mail, where `crate::petition::guard` judges them, and at the page where they signed, which
//! takes the code of the mail and nothing else.

use crate::base::{Code, Id, MatchWord, Time};
use crate::petition::Guard;
use crate::petition::guard::{self, Button, TypedWord};
use crate::signature::model::{Progress, Signature};

/// A press of a button on the page behind the link in the mail, or the code typed where they
/// signed.
#[derive(Debug, Clone)]
pub struct SignaturePress {
    /// Whose link.
    pub id: Id<Signature>,
    /// Which button.
    pub button: Button,
    /// SHA-256 of the cookie of the pressing browser.
    pub browser: Option<[u8; 32]>,
    /// The form came back faster than a person presses.
    pub is_at_once: bool,
    /// The word typed.
    pub word: TypedWord,
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

impl SignaturePress {
    /// A code typed where they signed.
    #[must_use]
    pub fn with_code(id: Id<Signature>, code: Option<Code>, at: Time) -> Self {
        Self {
            id,
            button: Button::Confirm,
            browser: None,
            is_at_once: false,
            word: TypedWord::default(),
            code,
            needs_code: true,
            seen: None,
            at,
        }
    }

    /// Whether it tries something that is counted.
    #[must_use]
    pub(crate) fn is_a_try(&self) -> bool {
        self.code.is_some() || !self.word.is_empty()
    }
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
pub enum SignatureVerdict {
    /// Of a press behind the link.
    Link(guard::Verdict),
    /// It is the right code.
    RightCode,
    /// The code is missing.
    AskCode,
    /// The wrong code was typed.
    WrongCode,
    /// The code was wrong five times: the link in the mail is the only way left.
    NoMoreCodes,
}

/// Tries at the code of one signature: wrong ones before no more are taken, as long as it waits; in a day, once it is confirmed. The words
/// `error-code-spent` say the number.
pub(crate) const CODE_TRIES: u8 = 5;

/// Judges a press.
#[must_use]
pub fn judge(
    press: &SignaturePress,
    guard: Guard,
    browser: &[u8; 32],
    progress: &Progress,
    right: &Answers,
) -> SignatureVerdict {
    if press.needs_code {
        return code(press, progress, right);
    }
    let behind_the_link = guard::Press {
        button: press.button,
        is_own_browser: press.browser.as_ref() == Some(browser),
        is_at_once: press.is_at_once,
        word: &press.word,
        at: press.at,
    };
    let verdict = guard::judge(&behind_the_link, guard, &progress.evidence, right.word);
    SignatureVerdict::Link(verdict)
}

fn code(press: &SignaturePress, progress: &Progress, right: &Answers) -> SignatureVerdict {
    if progress.code_tries >= i16::from(CODE_TRIES) {
        return SignatureVerdict::NoMoreCodes;
    }
    match &press.code {
        Some(code) if *code == right.code => SignatureVerdict::RightCode,
        Some(_) => SignatureVerdict::WrongCode,
        None => SignatureVerdict::AskCode,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Secrets;
    use crate::signature::links::Links;

    const NOW: Time = Time::from_micros(1_800_000_000_000_000);

    fn id() -> Id<Signature> {
        Id::from_bytes([9; 16])
    }

    fn right() -> Answers {
        let links = Links::new(&Secrets::for_test());
        Answers {
            word: links.word(id()),
            code: links.code(id()),
        }
    }

    #[test]
    fn the_page_where_they_signed_takes_only_the_code() {
        let verdict = |code, tries| {
            let press = SignaturePress::with_code(id(), code, NOW);
            let progress = Progress {
                code_tries: tries,
                ..Progress::default()
            };
            judge(&press, Guard::Button, &[1; 32], &progress, &right())
        };
        assert_eq!(verdict(None, 0), SignatureVerdict::AskCode);
        assert_eq!(verdict(Some(right().code), 4), SignatureVerdict::RightCode);
        assert_eq!(
            verdict(Some(Code::random()), 4),
            SignatureVerdict::WrongCode
        );
        assert_eq!(
            verdict(Some(right().code), 5),
            SignatureVerdict::NoMoreCodes
        );
    }

    #[test]
    fn the_browser_that_signed_is_known() {
        let verdict = |browser| {
            let press = SignaturePress {
                needs_code: false,
                browser,
                ..SignaturePress::with_code(id(), None, NOW)
            };
            judge(
                &press,
                Guard::Word,
                &[1; 32],
                &Progress::default(),
                &right(),
            )
        };
        let act = SignatureVerdict::Link(guard::Verdict::Act);
        assert_eq!(verdict(Some([1; 32])), act);
        assert_ne!(verdict(Some([2; 32])), act);
        assert_ne!(verdict(None), act);
    }
}
