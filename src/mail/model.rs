//! The nouns: what is promised to be sent.

use crate::base::time::hours;
use crate::base::{Id, Lang, Time};
use std::time::Duration;

/// Which letter it is. The order has no meaning; the numbers stand in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// "Confirm your signature"; becomes "you have already signed" when that is so.
    Confirm,
    /// "You have already signed."
    Already,
    /// "We have removed it", after "this was not me".
    Acknowledge,
    /// An organizer is invited, or sets the first account up.
    Invitation,
    /// A new password.
    Reset,
    /// The link to one's own signature.
    Own,
    /// "Confirm for your organization."
    Endorse,
    /// "Your details are erased."
    Erased,
    /// "Your signature is withdrawn", with the way back.
    Withdrawn,
    /// "The text you signed has changed."
    Changed,
}

impl Kind {
    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Confirm => 0,
            Self::Already => 1,
            Self::Acknowledge => 2,
            Self::Invitation => 3,
            Self::Reset => 4,
            Self::Own => 5,
            Self::Endorse => 6,
            Self::Erased => 7,
            Self::Withdrawn => 17,
            Self::Changed => 9,
        }
    }

    /// Reads [`Kind::number`] back.
    #[must_use]
    pub fn from_number(number: i16) -> Option<Self> {
        match number {
            0 => Some(Self::Confirm),
            1 => Some(Self::Already),
            2 => Some(Self::Acknowledge),
            3 => Some(Self::Invitation),
            4 => Some(Self::Reset),
            5 => Some(Self::Own),
            6 => Some(Self::Endorse),
            7 => Some(Self::Erased),
            17 => Some(Self::Withdrawn),
            9 => Some(Self::Changed),
            _ => None,
        }
    }

    /// What goes first when much waits: 0 confirm, 1 security, 2 acknowledgement, 3 update.
    #[must_use]
    pub fn priority(self) -> i16 {
        match self {
            Self::Confirm | Self::Endorse => 0,
            Self::Invitation | Self::Reset | Self::Own => 1,
            Self::Already | Self::Acknowledge | Self::Erased | Self::Withdrawn => 2,
            Self::Changed => 3,
        }
    }
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Confirm,
        Self::Already,
        Self::Acknowledge,
        Self::Invitation,
        Self::Reset,
        Self::Own,
        Self::Endorse,
        Self::Erased,
        Self::Withdrawn,
        Self::Changed,
    ];

    /// Its name in figures and logs.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Already => "already",
            Self::Acknowledge => "acknowledge",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::Own => "own",
            Self::Endorse => "endorse",
            Self::Erased => "erased",
            Self::Withdrawn => "withdrawn",
            Self::Changed => "changed",
        }
    }

    /// The form that is answered, if one is: letters that answer the same one share the budget of a petition.
    #[must_use]
    pub fn answers(self) -> Option<Form> {
        match self {
            Self::Confirm | Self::Already => Some(Form::Signer),
            Self::Endorse => Some(Form::Organization),
            Self::Acknowledge
            | Self::Invitation
            | Self::Reset
            | Self::Own
            | Self::Erased
            | Self::Withdrawn
            | Self::Changed => None,
        }
    }

    /// How long after the promise it is still worth trying.
    #[must_use]
    pub fn is_tried_for(self) -> Duration {
        if matches!(self, Self::Confirm | Self::Endorse) {
            hours(24)
        } else {
            hours(48)
        }
    }
}

/// A form that anybody may fill in with anybody's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A person signs.
    Signer,
    /// Somebody signs for an organization.
    Organization,
}

/// A row of the outbox.
#[derive(Debug)]
pub enum Outbox {}

/// Stands for whatever a letter is about; the room that renders it knows the true type.
#[derive(Debug)]
pub enum Subject {}

/// Stands for the petition a letter belongs to: this floor does not know petitions.
#[derive(Debug)]
pub enum Campaign {}

/// A letter that is promised: ids only, rendered when it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// Which letter.
    pub kind: Kind,
    /// Under which petition, for the mail budget.
    pub petition: Option<Id<Campaign>>,
    /// What it is about: a pending signature, a signature, an account link.
    pub subject: Id<Subject>,
    /// The language it is written in.
    pub lang: Lang,
    /// Where to, if the subject cannot tell it when the letter is sent. Shredded when settled.
    pub recipient: Option<String>,
    /// What the letter needs beside its subject. Shredded when settled.
    pub arguments: Option<String>,
    /// Keyed hash of the mailbox, for budget and suppressions.
    pub mailbox: [u8; 32],
    /// At most one letter with this key is ever written.
    pub once_key: Option<String>,
    /// Not before.
    pub due_at: Time,
}

/// A promised letter that a worker has taken to send it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Its row; the Message-ID is made of it.
    pub id: Id<Outbox>,
    /// Which letter.
    pub kind: Kind,
    /// Under which petition.
    pub petition: Option<Id<Campaign>>,
    /// What it is about.
    pub subject: Id<Subject>,
    /// The language it is written in.
    pub lang: Lang,
    /// Where to, if the subject cannot tell it.
    pub recipient: Option<String>,
    /// What the letter needs beside its subject.
    pub arguments: Option<String>,
    /// Keyed hash of the mailbox.
    pub mailbox: [u8; 32],
    /// Tries that failed so far.
    pub attempts: i16,
    /// True when the last try may have been a success (see `Fault::Ambiguous`).
    pub is_unclear: bool,
    /// True when an earlier try has paid for it out of the mailbox's budget.
    pub is_paid: bool,
    /// When it was promised.
    pub created_at: Time,
}
