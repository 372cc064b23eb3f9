//! What a list is taken for, and by whom it is read then: asked before it leaves, and written into the log.

use crate::account::TakenList;
use crate::base::{Invalid, Line};

/// Most characters of who gets a list, and of what it is for in words of one's own.
pub const WORDS: usize = 200;

/// What a list is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListPurpose {
    /// To write to those who said yes.
    Mailing,
    /// To hand it to whoever the petition is addressed to.
    Delivery,
    /// To take it into another tool of the organization.
    Import,
    /// To look at signatures one by one.
    Checking,
    /// To keep it where the petition ends.
    Archive,
    /// Something else, said in words.
    Other,
}

impl ListPurpose {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Mailing,
        Self::Delivery,
        Self::Import,
        Self::Checking,
        Self::Archive,
        Self::Other,
    ];

    /// The word of form, command line and log.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Mailing => "mailing",
            Self::Delivery => "delivery",
            Self::Import => "import",
            Self::Checking => "checking",
            Self::Archive => "archive",
            Self::Other => "other",
        }
    }

    /// Reads [`ListPurpose::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// What a list is taken for, and who gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListUse {
    /// For what.
    pub purpose: ListPurpose,
    /// In words, where it is something else.
    pub words: Option<Line<WORDS>>,
    /// Who gets it.
    pub recipient: Line<WORDS>,
}

/// Which of its fields cannot be read, and why.
pub type Wrong = (&'static str, Invalid);

impl ListUse {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Each field that is missing or no line.
    pub fn parse(purpose: &str, words: &str, recipient: &str) -> Result<Self, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut note = |field, error: Invalid| wrong.push((field, error));
        let purpose = match (purpose, ListPurpose::parse(purpose)) {
            ("", _) => Err(Invalid::new("error-no-purpose")),
            (_, None) => Err(Invalid::new("error-choice")),
            (_, Some(purpose)) => Ok(purpose),
        };
        let purpose = purpose.map_err(|error| note("purpose", error)).ok();
        let words = match purpose {
            Some(ListPurpose::Other) => match words.trim().is_empty() {
                true => Err(Invalid::new("error-no-purpose")),
                false => Line::parse(words).map(Some),
            },
            _ => Ok(None),
        };
        let words = words.map_err(|error| note("purpose_other", error)).ok();
        let recipient = match recipient.trim().is_empty() {
            true => Err(Invalid::new("error-no-recipient")),
            false => Line::parse(recipient),
        };
        let recipient = recipient.map_err(|error| note("recipient", error)).ok();
        match (purpose, words, recipient) {
            (Some(purpose), Some(words), Some(recipient)) => Ok(Self {
                purpose,
                words,
                recipient,
            }),
            _ => Err(wrong),
        }
    }

    /// The same of a list that was written.
    #[must_use]
    pub fn taken(&self, lines: u64, sha256: &str) -> TakenList {
        TakenList {
            purpose: self.purpose.as_str().to_owned(),
            words: self.words.as_ref().map_or("", Line::as_str).to_owned(),
            recipient: self.recipient.as_str().to_owned(),
            lines,
            sha256: sha256.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(typed: (&str, &str, &str)) -> Vec<(&'static str, &'static str)> {
        let (purpose, words, recipient) = typed;
        let wrong = ListUse::parse(purpose, words, recipient)
            .err()
            .unwrap_or_default();
        wrong
            .into_iter()
            .map(|(field, error)| (field, error.key))
            .collect()
    }

    #[test]
    fn purpose_and_recipient_are_asked_for() {
        let missing = [
            ("purpose", "error-no-purpose"),
            ("recipient", "error-no-recipient"),
        ];
        assert_eq!(fields(("", "", " ")), missing);
        assert_eq!(fields(("spam", "", "us")), [("purpose", "error-choice")]);
        assert_eq!(
            fields(("other", " ", "us")),
            [("purpose_other", "error-no-purpose")]
        );
        let long = "x".repeat(WORDS + 1);
        assert_eq!(
            fields(("import", "", &long)),
            [("recipient", "error-line-long")]
        );
        assert_eq!(
            fields(("import", "left alone", long.get(1..).expect("shorter"))),
            []
        );
        assert_eq!(fields(("import", "", "two\nlines"))[0].0, "recipient");
    }
}
