//! The word of a letter on the pages of one's own signature: asked for where a machine that presses everything must not come
//! through. Three tries a letter.

use super::model::Signature;
use super::store::owned;
use crate::base::{Id, MatchWord};
use crate::db::{Result, Tx};
use crate::guard::{TypedWord, WORDS};
use crate::web::page::Errors;
use crate::words::Words;

/// What a try came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// It is the word.
    Right,
    /// Nothing was typed.
    Missing,
    /// It is another.
    Wrong,
    /// Three were wrong: a new letter has to be asked for.
    Spent,
}

impl Tried {
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

/// Tries a word for this signature, and counts it. Two tries at once take turns.
///
/// # Errors
/// A fault of the database.
pub fn try_word(
    tx: &mut Tx<'_>,
    id: Id<Signature>,
    typed: &TypedWord,
    right: MatchWord,
) -> Result<Tried> {
    let tries = owned::word_tries(tx, id)?.unwrap_or(WORDS);
    Ok(match typed.is(right) {
        None => Tried::Missing,
        _ if tries >= WORDS => Tried::Spent,
        Some(true) => Tried::Right,
        Some(false) => {
            owned::count_wrong_word(tx, id)?;
            match tries + 1 {
                WORDS.. => Tried::Spent,
                _ => Tried::Wrong,
            }
        }
    })
}
