//! What a petition is called on a page, by its kind.

use crate::words::Words;

/// "Open letter to the State Judicial Council"; without a target, what kind it is.
#[must_use]
pub fn eyebrow(w: &Words, kind: &str, target: Option<&str>) -> String {
    match target {
        Some(target) => w.say2("eyebrow-to", "kind", kind, "target", target),
        None => w.say1("eyebrow", "kind", kind),
    }
}

/// The sentence that carries the count: people sign petitions and letters, and take pledges.
#[must_use]
pub fn count_key(kind: &str) -> &'static str {
    if kind == "pledge" {
        "pledged-html"
    } else {
        "signed-html"
    }
}
