//! The nouns: what is queued to be sent.

use crate::base::id::shares_id;
use crate::base::time::{days, hours, minutes};
use crate::base::{Id, Lang, Time};
use std::time::Duration;

/// Which mail it is. The order has no meaning; the numbers stand in the database.
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
    /// To an organizer: the passphrase of the account was changed.
    Security,
    /// "The text you signed has changed."
    Changed,
    /// To the operator: what somebody has reported about a page.
    Report,
    /// To a partner: the link to what it brought.
    Partner,
    /// To the operator, who wants to see that letters arrive.
    Test,
    /// To an organizer: what happened since the last one.
    Digest,
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
            Self::Security => 8,
            Self::Changed => 9,
            Self::Report => 10,
            Self::Partner => 12,
            Self::Test => 11,
            Self::Digest => 13,
        }
    }

    /// Reads [`Kind::number`] back.
    #[must_use]
    pub(crate) fn from_number(number: i16) -> Option<Self> {
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
            8 => Some(Self::Security),
            9 => Some(Self::Changed),
            10 => Some(Self::Report),
            12 => Some(Self::Partner),
            11 => Some(Self::Test),
            13 => Some(Self::Digest),
            _ => None,
        }
    }

    /// What goes first when much waits: 0 the few mails of accounts, 1 what somebody waits for, 2 receipts, 3 news.
    fn priority(self) -> i16 {
        match self {
            Self::Invitation | Self::Reset | Self::Security | Self::Partner | Self::Test => 0,
            Self::Confirm | Self::Endorse | Self::Own => 1,
            Self::Already | Self::Acknowledge | Self::Erased | Self::Withdrawn => 2,
            Self::Changed | Self::Report | Self::Digest => 3,
        }
    }
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Confirm,
        Self::Already,
        Self::Acknowledge,
        Self::Invitation,
        Self::Reset,
        Self::Own,
        Self::Endorse,
        Self::Erased,
        Self::Withdrawn,
        Self::Security,
        Self::Changed,
        Self::Report,
        Self::Partner,
        Self::Test,
        Self::Digest,
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
            Self::Security => "security",
            Self::Changed => "changed",
            Self::Report => "report",
            Self::Partner => "partner",
            Self::Test => "test",
            Self::Digest => "digest",
        }
    }

    /// The form that is answered, if one is: mails that answer the same one share the budget of a petition.
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
            | Self::Security
            | Self::Changed
            | Self::Report
            | Self::Partner
            | Self::Test
            | Self::Digest => None,
        }
    }

    /// Out of which part of a mailbox's budget it is paid.
    #[must_use]
    pub(crate) fn allowance(self) -> Allowance {
        match self {
            Self::Confirm | Self::Already | Self::Endorse => Allowance::Forms,
            Self::Own => Allowance::Own,
            Self::Acknowledge | Self::Erased | Self::Withdrawn => Allowance::Receipts,
            Self::Reset => Allowance::Resets,
            Self::Invitation => Allowance::Invitations,
            Self::Security => Allowance::Security,
            Self::Changed => Allowance::News,
            Self::Report => Allowance::Reports,
            Self::Partner => Allowance::Partners,
            Self::Test => Allowance::Tests,
            Self::Digest => Allowance::Digests,
        }
    }

    /// How long after its first try it is still worth trying.
    #[must_use]
    pub(crate) fn is_tried_for(self) -> Duration {
        if matches!(self, Self::Confirm | Self::Endorse) {
            hours(24)
        } else {
            hours(48)
        }
    }
}

/// A part of a mailbox's budget. Each is used up by its own mails alone: what strangers can have sent never costs the owner the
/// mail that only the owner needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Allowance {
    /// What forms send that anybody can fill in.
    Forms,
    /// The link to one's own signature, or to the form that waits for it.
    Own,
    /// What follows from something the mailbox did.
    Receipts,
    /// New passphrases.
    Resets,
    /// Invitations.
    Invitations,
    /// What an account has to know.
    Security,
    /// What organizers tell, of somebody who said yes to it.
    News,
    /// What visitors report to the operator.
    Reports,
    /// Links to what a partner brought.
    Partners,
    /// What the operator tries out.
    Tests,
    /// What organizers are told of without asking.
    Digests,
}

impl Allowance {
    /// At most so many mails within each of these spans, over all petitions.
    #[must_use]
    pub fn limits(self) -> &'static [(usize, Duration)] {
        match self {
            Self::Forms | Self::Receipts | Self::Invitations | Self::News => {
                const { &[(5, days(1)), (20, days(30))] }
            }
            Self::Own => const { &[(5, days(1))] },
            // no day and no month: who asks in another's name makes the owner wait for three hours at most
            Self::Resets => const { &[(3, hours(3))] },
            // one for each petition at once
            Self::Partners => const { &[(20, hours(3))] },
            Self::Security => const { &[(10, days(1))] },
            Self::Reports => const { &[(50, days(1))] },
            Self::Tests => const { &[(20, hours(1))] },
            // one a day, and a clock may be changed
            Self::Digests => const { &[(2, days(1))] },
        }
    }

    /// At most so many within this span under one petition.
    #[must_use]
    pub(crate) fn limit_for_a_petition(self) -> Option<(usize, Duration)> {
        match self {
            Self::Forms => Some((3, days(7))),
            Self::Own => Some((2, days(1))),
            Self::Receipts
            | Self::Resets
            | Self::Invitations
            | Self::Security
            | Self::News
            | Self::Reports
            | Self::Partners
            | Self::Tests
            | Self::Digests => None,
        }
    }

    /// Between two mails about the same: a form sent again, a link asked for again.
    #[must_use]
    pub(crate) fn rest_between(self) -> Duration {
        match self {
            Self::Forms => minutes(10),
            Self::Own
            | Self::Receipts
            | Self::Resets
            | Self::Invitations
            | Self::Security
            | Self::News
            | Self::Reports
            | Self::Partners
            | Self::Tests
            | Self::Digests => Duration::ZERO,
        }
    }

    /// How long a mail over the limit waits for room before it is given up. None for what strangers type.
    #[must_use]
    pub(crate) fn waits_for_room(self) -> Duration {
        match self {
            Self::Own
            | Self::Receipts
            | Self::Invitations
            | Self::Security
            | Self::News
            | Self::Reports => days(1),
            // the link ends before there is room; nobody waits for so long to see a letter arrive
            Self::Forms | Self::Resets | Self::Partners | Self::Tests | Self::Digests => {
                Duration::ZERO
            }
        }
    }
}

/// Which of the mails that are due goes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Urgency {
    /// Before all that is usual: the petition is about to close.
    First,
    /// As its kind has it.
    #[default]
    Usual,
    /// After all others: what probably a machine typed.
    Last,
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

/// Stands for whatever a mail is about; the room that renders it knows the true type.
#[derive(Debug)]
pub enum Subject {}

/// Stands for the petition a mail belongs to: this floor does not know petitions.
#[derive(Debug)]
pub enum Campaign {}

// a mail may be about the petition itself
shares_id!(Campaign, Subject);

/// A mail that is queued: ids only, rendered when it is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage {
    /// Which mail.
    pub kind: Kind,
    /// Under which petition, for the mail budget.
    pub petition: Option<Id<Campaign>>,
    /// What it is about: a pending signature, a signature, an account link.
    pub subject: Id<Subject>,
    /// The language it is written in.
    pub lang: Lang,
    /// Where to, if the subject cannot tell it when the mail is sent. Shredded when settled.
    pub recipient: Option<String>,
    /// What the mail needs beside its subject. Shredded when settled.
    pub arguments: Option<String>,
    /// Keyed hash of the mailbox, for budget and suppressions.
    pub mailbox: [u8; 32],
    /// At most one mail with this key is ever written.
    pub once_key: Option<String>,
    /// Not before. May lie in the future: whoever causes many mails has them wait their turn.
    pub due_at: Time,
    /// Before or after others that are due.
    pub urgency: Urgency,
}

impl NewMessage {
    /// What goes first when much is due: 0 first, 3 last.
    #[must_use]
    pub fn priority(&self) -> i16 {
        match self.urgency {
            Urgency::First => 0,
            Urgency::Usual => self.kind.priority(),
            Urgency::Last => 3,
        }
    }
}

/// A queued mail that a worker has taken to send it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxMessage {
    /// Its row; the Message-ID is made of it.
    pub id: Id<Outbox>,
    /// Which mail.
    pub kind: Kind,
    /// Under which petition.
    pub petition: Option<Id<Campaign>>,
    /// What it is about.
    pub subject: Id<Subject>,
    /// The language it is written in.
    pub lang: Lang,
    /// Where to, if the subject cannot tell it.
    pub recipient: Option<String>,
    /// What the mail needs beside its subject.
    pub arguments: Option<String>,
    /// Keyed hash of the mailbox.
    pub mailbox: [u8; 32],
    /// Tries that failed so far.
    pub attempts: i16,
    /// True when the last try may have been a success (see `Fault::Ambiguous`).
    pub is_unclear: bool,
    /// When it was taken to be sent for the first time, which the mailbox's budget has paid for; none before that.
    pub taken_at: Option<Time>,
    /// When it was queued.
    pub created_at: Time,
}
