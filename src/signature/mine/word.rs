//! The word of a mail on the pages of one's own signature: asked for where a machine that presses everything must not come
//! through. Three tries a mail.

use crate::base::Id;
use crate::db::{Result, Tx};
use crate::petition::guard::{TypedWord, WORDS};
use crate::signature::links::Links;
use crate::signature::model::Signature;
use crate::signature::store::{endings, own_changes};
use crate::web::page::Errors;
use crate::words::Words;

/// What a try came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordVerdict {
    /// It is the word.
    Right,
    /// Nothing was typed.
    Missing,
    /// It is another.
    Wrong,
    /// Three were wrong: a new mail has to be asked for.
    Spent,
}

impl WordVerdict {
    /// What the page says, at `word`.
    #[must_use]
    pub fn errors(self, w: &Words) -> Errors {
        let key = match self {
            Self::Right => return Errors::none(),
            Self::Missing => "error-word-missing",
            Self::Wrong => "error-word",
            Self::Spent => "error-words-spent",
        };
        Errors::none().with("word", w.say(key))
    }
}

/// Tries a word for this signature, that of any mail about it, and counts it. Two tries at once take turns.
///
/// # Errors
/// A fault of the database.
pub(crate) fn try_word(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    typed: &TypedWord,
    links: &Links,
) -> Result<WordVerdict> {
    let tries = own_changes::word_tries(tx, id)?.unwrap_or(WORDS);
    // Who signed again has had a mail about that form, and its word: the newest mail is the one that is at hand.
    let forms = endings::of_signature(tx, id)?;
    let mut forms = forms.into_iter().chain([id]);
    let is_right = |form| typed.is(links.word(form));
    let is_any = forms.any(|form| is_right(form) == Some(true));
    Ok(match is_right(id).map(|_| is_any) {
        None => WordVerdict::Missing,
        _ if tries >= WORDS => WordVerdict::Spent,
        Some(true) => WordVerdict::Right,
        Some(false) => {
            own_changes::count_wrong_word(tx, id)?;
            match tries + 1 {
                WORDS.. => WordVerdict::Spent,
                _ => WordVerdict::Wrong,
            }
        }
    })
}
