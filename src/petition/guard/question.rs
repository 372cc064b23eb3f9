//! What a page behind a link asks besides its buttons, and says beside them.

use super::judge::Verdict;
use crate::web::page::Errors;
use crate::words::Words;

/// What is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Question {
    /// Nothing: one press.
    #[default]
    None,
    /// Which word is in the message? Posted as `word`.
    Word,
    /// Nothing more: a new letter can be asked for, by the button that posts `letter`.
    Letter,
}

/// A page's question, with what was typed and what is to be said about it.
#[derive(Clone, Debug, Default)]
pub struct WordQuestion {
    /// What is asked.
    pub question: Question,
    /// What is wrong, at `word` or `choice`.
    pub errors: Errors,
    /// What was just done: a words key.
    pub notice: Option<&'static str>,
    /// What was typed in as the word.
    pub typed_word: String,
}

impl WordQuestion {
    /// The word.
    #[must_use]
    pub fn word() -> Self {
        Self {
            question: Question::Word,
            ..Self::default()
        }
    }

    /// The word, after a new mail was queued.
    #[must_use]
    pub fn sent() -> Self {
        Self {
            notice: Some("confirm-letter-sent"),
            ..Self::word()
        }
    }

    /// The word, after enough mails were sent.
    #[must_use]
    pub(crate) fn sent_enough() -> Self {
        Self {
            notice: Some("confirm-letter-enough"),
            ..Self::word()
        }
    }

    /// Nothing more before a new mail.
    #[must_use]
    pub fn new_mail() -> Self {
        Self {
            question: Question::Letter,
            ..Self::default()
        }
    }

    /// What follows from a verdict that is not to act.
    #[must_use]
    pub fn of(verdict: Verdict, typed: String, w: &Words) -> Self {
        match verdict {
            Verdict::NoMoreWords => Self::new_mail(),
            Verdict::WrongWord => Self {
                errors: Errors::none().with("word", w.say("error-word")),
                typed_word: typed,
                ..Self::word()
            },
            Verdict::AskWord { .. } | Verdict::Act => Self::word(),
        }
    }

    /// The same where the word was asked for from the beginning: left empty, it is missing.
    #[must_use]
    pub fn required(self, w: &Words) -> Self {
        if self.question != Question::Word || !self.errors.is_empty() {
            return self;
        }
        Self {
            errors: Errors::none().with("word", w.say("error-word-missing")),
            ..self
        }
    }
}
