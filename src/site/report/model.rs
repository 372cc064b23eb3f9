//! The nouns: a report and what is wrong.

use crate::base::id::shares_id;
use crate::base::time::days;
use crate::base::{Email, Id, Lang, Text, Time};
use crate::mail::model::Subject;
use crate::petition::Petition;
use std::time::Duration;

// what its mail is about
shares_id!(PageReport, Subject);

/// How long a report is kept.
pub const KEPT_FOR: Duration = days(180);
/// Most reports kept in 24 hours: who sends more fills the database.
pub(crate) const MOST_A_DAY: i64 = 500;
/// Most characters of what is written.
pub(crate) const WORDS: usize = 2_000;
/// Most characters of what the operator notes of one.
pub(crate) const NOTE: usize = 500;

/// What is wrong with a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complaint {
    /// It shows somebody's personal details without permission.
    Personal,
    /// It pretends to be somebody else.
    Impostor,
    /// It is against the law.
    Unlawful,
    /// It asks for money or passwords, or misleads.
    Fraud,
    /// Something else.
    Other,
}

impl Complaint {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Personal,
        Self::Impostor,
        Self::Unlawful,
        Self::Fraud,
        Self::Other,
    ];

    /// The end of its words keys, and its value in forms and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Impostor => "impostor",
            Self::Unlawful => "unlawful",
            Self::Fraud => "fraud",
            Self::Other => "other",
        }
    }

    /// Reads [`Complaint::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// A report about a page.
#[derive(Clone)]
pub struct PageReport {
    /// Key; begins with the time it came.
    pub id: Id<PageReport>,
    /// Under which petition; none for any other page.
    pub petition: Option<Id<Petition>>,
    /// What is wrong.
    pub complaint: Complaint,
    /// In the reader's words.
    pub words: Text<WORDS>,
    /// Where an answer is wanted, if it is.
    pub email: Option<Email>,
    /// The language it is written in.
    pub lang: Lang,
    /// When it came.
    pub sent_at: Time,
}

/// A report as the operator reads it.
#[derive(Clone)]
pub struct ReadReport {
    /// The report.
    pub report: PageReport,
    /// When it was dealt with; none: not yet.
    pub dealt_at: Option<Time>,
    /// What was written down of it.
    pub note: String,
}
