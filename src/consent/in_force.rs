//! The consent texts that the words files of this program ask, stored before anybody agrees.

use super::model::{Question, Texts};
use super::store;
use crate::base::Time;
use crate::db::{Result, Tx};
use crate::words::Library;

/// Stores what is new and tells which texts are in force, for these kinds of what is signed.
///
/// # Errors
/// A fault of the database.
pub fn in_force(
    tx: &mut Tx<'_>,
    library: &Library,
    kinds: &[&'static str],
    now: Time,
) -> Result<Texts> {
    let mut texts = Texts::default();
    for lang in library.languages() {
        let words = library.words(*lang);
        for question in Question::ALL {
            for kind in kinds {
                let asked = words.plain2(question.key, "kind", *kind, "shown", question.shown);
                let id = store::ensure(tx, question.purpose, *lang, &asked, now)?;
                texts.put(*lang, question, kind, id);
            }
        }
    }
    Ok(texts)
}
