//! A list that is written while its maker waits.

use crate::account::model::Organizer;
use crate::base::id::shares_id;
use crate::base::time::{hours, minutes};
use crate::base::{Id, Time};
use crate::mail::model::Subject;
use crate::petition::Petition;
use crate::transfer::exporting::Instance;
use crate::transfer::options::ExportOptions;
use std::time::Duration;

/// How long a list is kept.
pub const KEPT: Duration = hours(24);
/// After how long without a sign of life a list is taken for broken off, whoever was writing it.
pub(super) const SILENT: Duration = minutes(10);

/// How far a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// It is being written.
    Running,
    /// It can be taken.
    Ready,
    /// The program stopped meanwhile.
    BrokenOff,
    /// Whoever asked for it may take lists no more.
    NotAllowed,
    /// The disk takes no more.
    Unwritable,
    /// The database failed.
    Failed,
}

impl JobState {
    /// All of them, by their numbers.
    pub const ALL: [Self; 6] = [
        Self::Running,
        Self::Ready,
        Self::BrokenOff,
        Self::NotAllowed,
        Self::Unwritable,
        Self::Failed,
    ];

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Running => 0,
            Self::Ready => 1,
            Self::BrokenOff => 2,
            Self::NotAllowed => 3,
            Self::Unwritable => 4,
            Self::Failed => 5,
        }
    }

    /// Reads [`JobState::number`] back; an unknown number is no list that can be taken.
    #[must_use]
    pub(super) fn from_number(number: i16) -> Self {
        let found = Self::ALL.into_iter().find(|one| one.number() == number);
        found.unwrap_or(Self::Failed)
    }

    /// Its word in the words files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Ready => "ready",
            Self::BrokenOff => "broken-off",
            Self::NotAllowed => "not-allowed",
            Self::Unwritable => "unwritable",
            Self::Failed => "failed",
        }
    }
}

shares_id!(ExportJob, Subject);

/// A list that was asked for.
#[derive(Debug, Clone)]
pub struct ExportJob {
    /// Its key, which names its file.
    pub id: Id<ExportJob>,
    /// Of which petition.
    pub petition: Id<Petition>,
    /// Who asked for it, and alone may take it.
    pub organizer: Id<Organizer>,
    /// The instance that has the file.
    pub instance: Id<Instance>,
    /// What was chosen.
    pub options: ExportOptions,
    /// How far it is.
    pub state: JobState,
    /// How many signatures were looked at.
    pub lines_read: i64,
    /// How many there are to look at.
    pub lines_of: i64,
    /// How many are in the file.
    pub lines: Option<i64>,
    /// The length of the file.
    pub bytes: Option<i64>,
    /// Its SHA-256.
    pub sha256: Option<String>,
    /// Of a book: how many pages, and what is not as it was written.
    pub book: Option<BookFigures>,
    /// What it is called where it is saved.
    pub file_name: String,
    /// When it was asked for.
    pub started_at: Time,
    /// When it was last worked at.
    pub moved_at: Time,
    /// When it was there, or could not be.
    pub finished_at: Option<Time>,
    /// When row and file are deleted.
    pub expires_at: Time,
}

/// What is known of a book that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BookFigures {
    /// Its pages.
    pub pages: i64,
    /// Letters that no font has.
    pub missing_letters: i64,
    /// Names with such letters.
    pub missing_names: i64,
}

impl ExportJob {
    /// Whether it is a book of signers.
    #[must_use]
    pub fn is_book(&self) -> bool {
        self.options.book.is_some()
    }
}

/// What is known of a file when it is whole.
#[derive(Debug, Clone)]
pub(super) struct WholeFile {
    pub(super) lines: i64,
    pub(super) bytes: i64,
    pub(super) sha256: String,
    pub(super) book: Option<BookFigures>,
    /// What it is called, where that is another name than was thought.
    pub(super) file_name: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_number_that_is_read_back() {
        for state in JobState::ALL {
            assert_eq!(JobState::from_number(state.number()), state);
        }
        assert_eq!(JobState::from_number(99), JobState::Failed);
    }
}
