//! The nouns: a webhook, what it is sent, and what became of an attempt.

use crate::account::model::{Organization, Organizer};
use crate::account::occurrence::store::Wanting;
use crate::account::occurrence::{Occurrence, OccurrenceKind, OccurrenceKinds};
use crate::account::token::request::MadeThing;
use crate::base::id::shares_id;
use crate::base::{Id, Time};
use crate::mail::model::Subject;
use crate::petition::Petition;

shares_id!(Webhook, Wanting);
shares_id!(Webhook, MadeThing);
shares_id!(WebhookDelivery, MadeThing);

/// How much a webhook is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WebhookFormat {
    /// Ids and addresses alone.
    Thin,
    /// The signer's details too.
    Full,
    /// As Action Network sends it, details too.
    Osdi,
}

impl WebhookFormat {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Thin, Self::Full, Self::Osdi];

    /// Its word in forms, words keys and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Thin => "thin",
            Self::Full => "full",
            Self::Osdi => "osdi",
        }
    }

    /// Reads [`WebhookFormat::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Thin => 0,
            Self::Full => 1,
            Self::Osdi => 2,
        }
    }

    /// Reads [`WebhookFormat::number`] back; what is unknown tells least.
    #[must_use]
    pub fn from_number(number: i16) -> Self {
        let found = Self::ALL.into_iter().find(|one| one.number() == number);
        found.unwrap_or(Self::Thin)
    }

    /// Whether details of signers go out with it.
    #[must_use]
    pub fn has_details(self) -> bool {
        self != Self::Thin
    }
}

/// Where a webhook stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WebhookState {
    /// It is told what happens.
    On,
    /// An organizer paused it: what happens waits.
    Paused,
    /// Its receiver answered 410: nothing is written down for it any more.
    Gone,
    /// It took nothing for five days: likewise.
    Failing,
}

impl WebhookState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::On, Self::Paused, Self::Gone, Self::Failing];

    /// Its word in words keys and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::On => "on",
            Self::Paused => "paused",
            Self::Gone => "gone",
            Self::Failing => "failing",
        }
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::On => 0,
            Self::Paused => 1,
            Self::Gone => 2,
            Self::Failing => 3,
        }
    }

    /// Reads [`WebhookState::number`] back; what is unknown is not sent to.
    #[must_use]
    pub fn from_number(number: i16) -> Self {
        let found = Self::ALL.into_iter().find(|one| one.number() == number);
        found.unwrap_or(Self::Paused)
    }
}

/// A program of an organization that hears of what happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Key.
    pub id: Id<Webhook>,
    /// Whose.
    pub organization: Id<Organization>,
    /// Of this petition alone; none: of all of the organization.
    pub petition: Option<Id<Petition>>,
    /// Where it is told, as [`WebhookUrl`](super::target::WebhookUrl) writes it.
    pub url: String,
    /// Of what it hears.
    pub kinds: OccurrenceKinds,
    /// How much it is told.
    pub format: WebhookFormat,
    /// Whoever runs the site let it lead into the own network.
    pub allows_private: bool,
    /// Where it stands.
    pub state: WebhookState,
    /// Who made it, if they are still here.
    pub made_by: Option<Id<Organizer>>,
    /// When.
    pub created_at: Time,
    /// Since when nothing is taken.
    pub failing_since: Option<Time>,
    /// Attempts in a row that were not taken.
    pub failures: i32,
    /// Nothing is sent before.
    pub rests_until: Option<Time>,
}

impl Webhook {
    /// The host it leads to, for people: the rest of an address may be as good as a key.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.url.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?']).next().unwrap_or_default()
    }
}

/// Where a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// It is due at some time.
    Waiting,
    /// It was taken.
    Taken,
    /// It was tried as often as the schedule says.
    GivenUp,
}

impl DeliveryState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Taken, Self::GivenUp];

    /// Its word in words keys.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Taken => "taken",
            Self::GivenUp => "given-up",
        }
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Waiting => 0,
            Self::Taken => 1,
            Self::GivenUp => 2,
        }
    }

    /// Reads [`DeliveryState::number`] back.
    #[must_use]
    pub fn from_number(number: i16) -> Self {
        let found = Self::ALL.into_iter().find(|one| one.number() == number);
        found.unwrap_or(Self::GivenUp)
    }
}

/// Why an attempt was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryFailure {
    /// Another status than 2xx was answered.
    Status,
    /// The host has no address, or no name server answered.
    Name,
    /// The host has an address that is not of the public internet.
    Private,
    /// Nobody took the connection.
    Connection,
    /// No TLS came about: an invalid certificate, for instance.
    Tls,
    /// It took too long.
    Late,
    /// The connection broke, or what came is no HTTP.
    Broken,
    /// The secrets of the site are others, so that nothing can be signed.
    Secret,
}

impl DeliveryFailure {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Status,
        Self::Name,
        Self::Private,
        Self::Connection,
        Self::Tls,
        Self::Late,
        Self::Broken,
        Self::Secret,
    ];

    /// Its word in words keys and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Name => "name",
            Self::Private => "private",
            Self::Connection => "connection",
            Self::Tls => "tls",
            Self::Late => "late",
            Self::Broken => "broken",
            Self::Secret => "secret",
        }
    }

    /// Its number in the database.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Self::Status => 0,
            Self::Name => 1,
            Self::Private => 2,
            Self::Connection => 3,
            Self::Tls => 4,
            Self::Late => 5,
            Self::Broken => 6,
            Self::Secret => 7,
        }
    }

    /// Reads [`DeliveryFailure::number`] back.
    #[must_use]
    pub fn from_number(number: i16) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.number() == number)
    }
}

/// What became of one attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeliveryAttempt {
    /// When it was begun.
    pub at: Time,
    /// The status that was answered.
    pub status: Option<u16>,
    /// Why it was not taken; none: it was.
    pub failure: Option<DeliveryFailure>,
    /// How long it took.
    pub millis: i32,
    /// How long the receiver asked to be left alone.
    pub retry_after: Option<std::time::Duration>,
}

impl DeliveryAttempt {
    /// Whether the receiver took it.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.failure.is_none()
    }

    /// Whether the receiver said that it is gone.
    #[must_use]
    pub fn says_gone(&self) -> bool {
        self.status == Some(410)
    }

    /// Whether it tells of the receiver and not of what was sent: others would fare no better.
    #[must_use]
    pub fn is_outage(&self) -> bool {
        match self.failure {
            None => false,
            Some(DeliveryFailure::Status) => {
                matches!(self.status, Some(410 | 429 | 502 | 503 | 504))
            }
            Some(_) => true,
        }
    }
}

/// An occurrence that is told to one webhook, as ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebhookDelivery {
    /// Key.
    pub id: Id<WebhookDelivery>,
    /// To which.
    pub webhook: Id<Webhook>,
    /// Of what; the same for every webhook that hears of it, and in every attempt.
    pub occurrence: Id<Occurrence>,
    /// Under which petition; none: a test.
    pub petition: Option<Id<Petition>>,
    /// What happened; none: only a newer program knows.
    pub kind: Option<OccurrenceKind>,
    /// About which signature or list.
    pub subject: Option<Id<Subject>>,
    /// How it came about, a number of its kind.
    pub cause: Option<i16>,
    /// When.
    pub happened_at: Time,
    /// Its number among what happened under the petition.
    pub sequence: Option<i64>,
    /// Where it stands.
    pub state: DeliveryState,
    /// Attempts so far.
    pub attempts: i16,
    /// Those that count against the schedule.
    pub tries: i16,
    /// When it is sent.
    pub due_at: Time,
    /// The last attempt.
    pub last: Option<DeliveryAttempt>,
}

impl WebhookDelivery {
    /// A test of this webhook.
    #[must_use]
    pub fn test(webhook: Id<Webhook>, now: Time) -> Self {
        Self {
            id: Id::new(now),
            webhook,
            occurrence: Id::new(now),
            petition: None,
            kind: Some(OccurrenceKind::Test),
            subject: None,
            cause: None,
            happened_at: now,
            sequence: None,
            state: DeliveryState::Waiting,
            attempts: 0,
            tries: 0,
            due_at: now,
            last: None,
        }
    }
}

/// `webhook-id`: `msg_` and 22 characters of base 62, no full stop among them.
#[must_use]
pub fn message_id(occurrence: Id<Occurrence>) -> String {
    const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut left = u128::from_be_bytes(*occurrence.as_bytes());
    let mut digits = [b'0'; 22];
    for place in digits.iter_mut().rev() {
        let digit = usize::try_from(left % 62).unwrap_or_default();
        *place = DIGITS.get(digit).copied().unwrap_or(b'0');
        left /= 62;
    }
    let digits: String = digits.into_iter().map(char::from).collect();
    format!("msg_{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_called_by_its_occurrence_and_without_a_full_stop() {
        assert_eq!(
            message_id(Id::from_bytes([0; 16])),
            "msg_0000000000000000000000"
        );
        let greatest = message_id(Id::from_bytes([0xFF; 16]));
        assert_eq!(greatest, "msg_7n42DGM5Tflk9n8mt7Fhc7");
        assert!(!greatest.contains('.'));
    }

    #[test]
    fn numbers_are_read_back_and_unknown_ones_do_the_least() {
        for one in WebhookFormat::ALL {
            assert_eq!(WebhookFormat::from_number(one.number()), one);
            assert_eq!(WebhookFormat::parse(one.as_str()), Some(one));
        }
        for one in WebhookState::ALL {
            assert_eq!(WebhookState::from_number(one.number()), one);
        }
        for one in DeliveryState::ALL {
            assert_eq!(DeliveryState::from_number(one.number()), one);
        }
        for one in DeliveryFailure::ALL {
            assert_eq!(DeliveryFailure::from_number(one.number()), Some(one));
        }
        assert_eq!(WebhookFormat::from_number(9), WebhookFormat::Thin);
        assert_eq!(WebhookState::from_number(9), WebhookState::Paused);
    }
}
