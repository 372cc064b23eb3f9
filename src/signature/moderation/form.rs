//! The form of a batch's page.

use crate::base::Text;
use crate::signature::batch::{BatchAct, Cause};
use crate::web::{Fields, TextField, WrongFields};
use serde::Deserialize;

/// Most characters of a note.
const NOTE: usize = 500;

/// What is chosen and typed, and which button was pressed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PressForm {
    /// How far the batch was when the page was looked at: a word of [`BatchState`](crate::signature::batch::BatchState).
    #[serde(default)]
    pub(super) seen: String,
    /// A word of [`Cause`].
    #[serde(default)]
    pub(super) cause: String,
    #[serde(default)]
    pub(super) note: String,
    /// `go`, `agree`, `stop` or `back`.
    #[serde(default)]
    pub(super) then: String,
}

impl Fields for PressForm {
    const TEXTS: &'static [TextField] = &[TextField::one("note", "batch-note", NOTE)];
}

/// Which button was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Press {
    Go,
    Agree,
    Stop,
    Back,
}

impl Press {
    /// Reads the button.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "go" => Self::Go,
            "agree" => Self::Agree,
            "stop" => Self::Stop,
            "back" => Self::Back,
            _ => return None,
        })
    }
}

impl PressForm {
    /// Why it is done, and what else there is to say.
    pub(super) fn read(&self, act: BatchAct) -> std::result::Result<(Cause, String), WrongFields> {
        let mut wrong = WrongFields::default();
        let cause = Cause::parse(&self.cause);
        let cause = cause.filter(|cause| Cause::of(act).any(|one| one == *cause));
        if cause.is_none() {
            wrong.add("cause", "error-batch-cause");
        }
        let note = wrong.take("note", Text::<NOTE>::optional(&self.note));
        let note = note.flatten().map(String::from).unwrap_or_default();
        if cause == Some(Cause::Other) && note.is_empty() {
            wrong.add("note", "error-batch-note");
        }
        wrong.none_or(cause.map(|cause| (cause, note)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_one_of_its_act_and_something_else_is_said() {
        let read = |act, cause: &str, note: &str| {
            let form = PressForm {
                cause: cause.to_owned(),
                note: note.to_owned(),
                ..PressForm::default()
            };
            form.read(act).ok().map(|(cause, _)| cause)
        };
        assert_eq!(read(BatchAct::Remove, "program", ""), Some(Cause::Program));
        assert_eq!(read(BatchAct::Count, "program", ""), None);
        assert_eq!(read(BatchAct::Count, "in-order", ""), Some(Cause::InOrder));
        assert_eq!(read(BatchAct::Hold, "in-order", ""), None);
        assert_eq!(read(BatchAct::Hold, "other", " "), None);
        assert_eq!(
            read(BatchAct::Hold, "other", "Asked to"),
            Some(Cause::Other)
        );
        assert_eq!(read(BatchAct::Hold, "", "x"), None);
        assert_eq!(read(BatchAct::Hold, "twice", &"a".repeat(501)), None);
    }
}
