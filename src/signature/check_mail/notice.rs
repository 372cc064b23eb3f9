//! What "check your email" has to say beside what was typed into the form before.

use crate::web::page::Errors;

/// What the page shows beside what was typed into the form before.
#[derive(Default)]
pub struct CheckMailNotice {
    /// Key of what was just done.
    pub notice: Option<&'static str>,
    /// What has to be put right.
    pub errors: Errors,
    /// Another address, as typed.
    pub typed_email: String,
    /// Whether that address is one the petition warns of.
    pub is_watched: bool,
    /// The code, as typed.
    pub typed_code: String,
}

impl CheckMailNotice {
    /// Whether it has nothing to say: the mail was just sent.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self {
            notice,
            errors,
            typed_email,
            is_watched,
            typed_code,
        } = self;
        let typed_nothing = typed_email.is_empty() && typed_code.is_empty();
        notice.is_none() && errors.is_empty() && typed_nothing && !is_watched
    }
}
