//! Why there is no copy.

/// Why there is no copy: one line for the operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// What was asked for is not right; nothing was begun.
    Refused(String),
    /// It was begun and could not be ended; nothing of it is left.
    Broken(String),
}

/// What the disk or the database says, and the word that is kept of it.
const WORDS: [(&str, &str); 11] = [
    ("no space left", "full"),
    ("disk is full", "full"),
    ("disk full", "full"),
    ("quota exceeded", "full"),
    ("file too large", "full"),
    ("disk fault", "fault"),
    ("disk i/o error", "fault"),
    ("read-only", "read-only"),
    ("readonly", "read-only"),
    ("permission denied", "read-only"),
    ("does not exist", "missing"),
];

impl Failure {
    /// The line.
    #[must_use]
    pub fn line(&self) -> &str {
        match self {
            Self::Refused(line) | Self::Broken(line) => line,
        }
    }

    /// What is kept of it in the database: `full`, `fault`, `read-only`, `missing`, or `other`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        let line = self.line().to_lowercase();
        let found = WORDS.iter().find(|(part, _)| line.contains(part));
        found.map_or("other", |(_, word)| word)
    }
}
