//! What is written down of a list that left: what for, to whom, how many lines, and by which sum its file is known again.

use crate::words::Words;

/// A list that was taken, as log and letters tell of it. Nothing of it is about a signer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenList {
    /// The word of its purpose.
    pub purpose: String,
    /// The purpose in words, where it is none of ours.
    pub words: String,
    /// Who gets it.
    pub recipient: String,
    /// How many signatures.
    pub lines: u64,
    /// The SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

impl TakenList {
    /// As the log keeps it: a line each.
    #[must_use]
    pub fn logged(&self) -> String {
        let lines = self.lines.to_string();
        let parts = [
            &self.purpose,
            &self.words,
            &self.recipient,
            &lines,
            &self.sha256,
        ];
        parts.map(String::as_str).join("\n")
    }

    /// Reads [`TakenList::logged`] back.
    #[must_use]
    pub fn read(logged: &str) -> Option<Self> {
        let parts: [&str; 5] = logged.split('\n').collect::<Vec<_>>().try_into().ok()?;
        let [purpose, words, recipient, lines, sha256] = parts;
        Some(Self {
            purpose: purpose.to_owned(),
            words: words.to_owned(),
            recipient: recipient.to_owned(),
            lines: lines.parse().ok()?,
            sha256: sha256.to_owned(),
        })
    }

    /// What it is for, in words.
    #[must_use]
    pub fn purpose_in_words(&self, w: &Words) -> String {
        match self.words.as_str() {
            "" => w.say1("list-purpose", "purpose", self.purpose.as_str()),
            words => words.to_owned(),
        }
    }

    /// How many lines, for a sentence.
    #[must_use]
    pub fn count(&self) -> i64 {
        i64::try_from(self.lines).unwrap_or(i64::MAX)
    }

    /// The line of the log as people read it.
    #[must_use]
    pub(crate) fn told(&self, w: &Words) -> String {
        let (purpose, recipient) = (self.purpose_in_words(w), self.recipient.as_str());
        let what = w.say3(
            "activity-list",
            "lines",
            self.count(),
            "purpose",
            purpose,
            "recipient",
            recipient,
        );
        format!("{what} SHA-256 {}", self.sha256)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_log_keeps_is_read_back() {
        let taken = TakenList {
            purpose: "other".to_owned(),
            words: "a map".to_owned(),
            recipient: "the desk".to_owned(),
            lines: 7,
            sha256: "ab".to_owned(),
        };
        assert_eq!(TakenList::read(&taken.logged()), Some(taken));
        assert_eq!(TakenList::read("a wording\nof two lines"), None);
        assert_eq!(TakenList::read(""), None);
    }
}
