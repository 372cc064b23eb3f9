//! The box that asks why somebody signed. Plain data; the use cases fill it.

use crate::petition::{Exposure, PublicPetition};
use crate::signature::reason::{Reason, ReasonState};
use crate::web::page::Errors;

/// The box that asks why somebody signed. Posts `reason` and `choice` (`say` or `take`) to `action`.
#[derive(Clone, Debug, Default)]
pub struct ReasonBox {
    /// Where it posts to.
    pub action: String,
    /// The form it is about, posted as `form`; empty behind the link.
    pub form: String,
    /// What was said, or typed.
    pub words: String,
    /// How it stands, the end of a words key; empty when nothing was said.
    pub standing: &'static str,
    /// Whether it is never shown with a name.
    pub is_unnamed: bool,
    /// What has to be put right, at `reason`.
    pub errors: Errors,
}

impl ReasonBox {
    /// Before the mailbox has confirmed. The words that wait are shown by the link in the mail alone.
    #[must_use]
    pub fn waiting(action: String, form: &str, is_said: bool) -> Self {
        Self {
            action,
            form: form.to_owned(),
            standing: if is_said { "typed" } else { "" },
            words: String::new(),
            is_unnamed: false,
            errors: Errors::none(),
        }
    }

    /// With a signature.
    #[must_use]
    pub fn signed(action: String, reason: Option<Reason>) -> Self {
        let standing = |reason: &Reason| match reason.state {
            ReasonState::Typed => "unsent",
            ReasonState::Waiting => "waiting",
            ReasonState::Published => "published",
            ReasonState::Private | ReasonState::Hidden => "private",
        };
        Self {
            action,
            form: String::new(),
            standing: reason.as_ref().map_or("", standing),
            words: reason.map(|reason| reason.words).unwrap_or_default(),
            is_unnamed: false,
            errors: Errors::none(),
        }
    }

    /// As it was typed, with what is wrong.
    #[must_use]
    pub fn wrong(action: String, words: String, errors: Errors) -> Self {
        Self {
            action,
            form: String::new(),
            words,
            standing: "",
            is_unnamed: false,
            errors,
        }
    }

    /// The same under this petition.
    #[must_use]
    pub(crate) fn under(self, shown: &PublicPetition) -> Self {
        Self {
            is_unnamed: !shown.allows(Exposure::ReasonNames),
            ..self
        }
    }

    /// The words key of what stands above the field.
    #[must_use]
    pub(crate) fn hint(&self) -> &'static str {
        match self.is_unnamed {
            true => "risk-why-hint",
            false => "why-hint",
        }
    }

    /// Whether anything was said.
    #[must_use]
    pub(crate) fn is_said(&self) -> bool {
        !self.standing.is_empty()
    }
}
