//! The signer's line on the letter, as pages show it.

use crate::signature::model::Seen;
use crate::words::Words;

/// The signer's line on the letter.
#[derive(Clone, Debug, Default)]
pub struct SignerLine {
    /// The name as typed in.
    pub name: String,
    /// Role, affiliation and place, joined for reading; may be empty.
    pub detail: String,
    /// What of it everybody may see.
    pub seen: Seen,
}

impl SignerLine {
    /// How the signer is listed, in a few words.
    pub fn shown(&self, w: &Words) -> String {
        let shown = self.seen.visibility.as_str();
        let place = self.seen.place.as_deref().unwrap_or_default();
        w.say2("confirm-shown", "shown", shown, "place", place)
    }
}
