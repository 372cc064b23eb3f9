//! Why letters did not go, told apart as somebody who runs a site would: by what they can do about it. Read from what the
//! outbox keeps of a try, which holds no address and no words of a relay.

/// What stands before the last try's reason, where a letter was tried for as long as it may be.
pub(crate) const GIVEN_UP: &str = "given up: ";

/// Why a letter did not go, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// The relay cannot be reached, or falls silent.
    Away,
    /// It does not take our user name and password.
    Credentials,
    /// It lets nobody of us in, or does not take our sender.
    Sender,
    /// A provider does not want mail of our domain.
    Policy,
    /// The mailbox does not exist, or its server does not take it.
    Mailbox,
    /// Its server asks to come again later.
    Later,
    /// The message itself is refused.
    Message,
    /// Nobody knows whether it went.
    Unclear,
    /// Something that this program does not know.
    Other,
}

impl Trouble {
    /// Its variant in words.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::Credentials => "credentials",
            Self::Sender => "sender",
            Self::Policy => "policy",
            Self::Mailbox => "mailbox",
            Self::Later => "later",
            Self::Message => "message",
            Self::Unclear => "unclear",
            Self::Other => "other",
        }
    }

    /// Reads what the outbox keeps of a try that failed: `Permanent at Rcpt 550 5.1.1 recipient refused`.
    #[must_use]
    pub fn of(outcome: &str) -> Self {
        let told = outcome.strip_prefix(GIVEN_UP).unwrap_or(outcome);
        let mut words = told.split(' ');
        let (fault, _, stage) = (words.next(), words.next(), words.next());
        let has_answered = words
            .next()
            .is_some_and(|word| word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit()));
        match (fault.unwrap_or_default(), stage.unwrap_or_default()) {
            ("unclear" | "Ambiguous", _) => Self::Unclear,
            ("Auth", _) => Self::Credentials,
            ("Policy", "Rcpt" | "Data" | "Body") if !told.ends_with("sender refused") => {
                Self::Policy
            }
            ("Policy", _) => Self::Sender,
            ("Permanent", "Rcpt") => Self::Mailbox,
            ("Permanent", _) => Self::Message,
            ("Transient", "Data") if told.ends_with("not rendered") => Self::Other,
            ("Transient", "Connect" | "Greeting" | "Tls") => Self::Away,
            ("Transient", _) if has_answered => Self::Later,
            ("Transient", _) => Self::Away,
            _ => Self::Other,
        }
    }

    /// The code a relay answered with, if it answered: `550 5.1.1`.
    #[must_use]
    pub fn code(outcome: &str) -> Option<String> {
        let told = outcome.strip_prefix(GIVEN_UP).unwrap_or(outcome);
        let is_code = |word: &&str| word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let code: Vec<&str> = told.split(' ').filter(is_code).collect();
        (!code.is_empty()).then(|| code.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::relay::fault::{Fault, Stage};
    use crate::mail::relay::verdict::Refused;

    #[test]
    fn what_relays_say_is_told_by_what_can_be_done() {
        for (refused, trouble, code) in [
            (
                Refused::silent(Fault::Transient, Stage::Connect, "not reachable"),
                Trouble::Away,
                None,
            ),
            (
                Refused::silent(Fault::Transient, Stage::Mail, "silence"),
                Trouble::Away,
                None,
            ),
            (
                Refused::reply(Stage::Auth, 535, "5.7.8 wrong"),
                Trouble::Credentials,
                Some("535 5.7.8"),
            ),
            (
                Refused::reply(Stage::Rcpt, 550, "relay not permitted"),
                Trouble::Credentials,
                Some("550"),
            ),
            (
                Refused::reply(Stage::Greeting, 554, "no"),
                Trouble::Sender,
                Some("554"),
            ),
            (
                Refused::reply(Stage::Rcpt, 550, "5.1.8 unknown sender"),
                Trouble::Sender,
                Some("550 5.1.8"),
            ),
            (
                Refused::reply(Stage::Rcpt, 550, "5.7.515 no"),
                Trouble::Policy,
                Some("550 5.7.515"),
            ),
            (
                Refused::reply(Stage::Rcpt, 550, "5.1.1 unknown"),
                Trouble::Mailbox,
                Some("550 5.1.1"),
            ),
            (
                Refused::reply(Stage::Rcpt, 450, "4.2.0 later"),
                Trouble::Later,
                Some("450 4.2.0"),
            ),
            (
                Refused::reply(Stage::Body, 552, "5.3.4 large"),
                Trouble::Message,
                Some("552 5.3.4"),
            ),
            (
                Refused::silent(Fault::Ambiguous, Stage::Body, "connection lost"),
                Trouble::Unclear,
                None,
            ),
        ] {
            for kept in [refused.to_string(), format!("{GIVEN_UP}{refused}")] {
                assert_eq!(Trouble::of(&kept), trouble, "{kept}");
                assert_eq!(Trouble::code(&kept).as_deref(), code, "{kept}");
            }
        }
        for unknown in ["", "again", "given up", "a later program's word"] {
            assert_eq!(Trouble::of(unknown), Trouble::Other, "{unknown}");
        }
        assert_eq!(Trouble::of("unclear"), Trouble::Unclear);
        assert_eq!(Trouble::code("250").as_deref(), Some("250"));
    }
}
