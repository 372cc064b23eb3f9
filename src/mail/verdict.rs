//! What became of one try to hand a message to the relay, and what follows from it.
//!
//! Nothing here carries the relay's own words: they repeat addresses, and end in logs.

use std::fmt;

/// How far the conversation had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Finding and reaching the relay; for captured mail, the folder.
    Connect,
    /// Its greeting and the answer to EHLO.
    Greeting,
    /// STARTTLS and the handshake.
    Tls,
    /// User name and password.
    Auth,
    /// MAIL FROM: who sends.
    Mail,
    /// RCPT TO: who receives.
    Rcpt,
    /// DATA, before the message itself.
    Data,
    /// The message and the relay's last word on it.
    Body,
}

/// What a failed try means for the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Later, perhaps: greylisting, a full queue, a network that was away.
    Transient,
    /// Never, for this message.
    Permanent,
    /// Our sending is not welcome (reputation, authentication of the domain): the recipient is not
    /// to blame, the operator must look.
    Policy,
    /// The relay does not take our user name and password: nothing can be sent until somebody looks.
    Auth,
    /// The message was handed over and the answer never came: it may have been sent.
    Ambiguous,
}

/// The second and third number of a status such as `5.1.1` (RFC 3463); the first agrees with the
/// reply code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enhanced {
    /// 1 the mailbox's name, 2 its state, 7 policy, ...
    pub subject: u16,
    /// What exactly.
    pub detail: u16,
}

/// The relay answered for the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accepted {
    /// Its reply code, 250 as a rule.
    pub code: u16,
}

/// The message did not go, or nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused {
    /// What it means.
    pub fault: Fault,
    /// Where it happened.
    pub stage: Stage,
    /// The reply code, when there was a reply.
    pub code: Option<u16>,
    /// The status beside the code, when there was one.
    pub enhanced: Option<Enhanced>,
    /// One word for the log.
    pub reason: &'static str,
}

impl Refused {
    /// A failure without a reply of the relay's.
    pub(super) fn silent(fault: Fault, stage: Stage, reason: &'static str) -> Self {
        Self {
            fault,
            stage,
            code: None,
            enhanced: None,
            reason,
        }
    }

    /// A reply that says no.
    pub(super) fn reply(stage: Stage, code: u16, text: &str) -> Self {
        let enhanced = Enhanced::find(text);
        let (fault, reason) = judge(stage, code, enhanced, text);
        Self {
            fault,
            stage,
            code: Some(code),
            enhanced,
            reason,
        }
    }

    /// True when the failure says nothing about this message: every other one would fare alike, so
    /// sending pauses instead of using up their tries.
    pub fn concerns_the_relay(&self) -> bool {
        self.stage < Stage::Mail || self.fault == Fault::Auth || self.code == Some(421)
    }

    /// True when the mailbox is known not to be there, so that it is not written to for a while.
    /// Never for policy (`5.7.x`): that is our fault.
    pub fn says_no_such_mailbox(&self) -> bool {
        self.fault == Fault::Permanent
            && self.stage == Stage::Rcpt
            && match self.enhanced {
                Some(status) => status.subject == 1,
                None => matches!(self.code, Some(550 | 551 | 553)),
            }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} at {:?}", self.fault, self.stage)?;
        if let Some(code) = self.code {
            write!(f, " {code}")?;
        }
        if let (Some(code), Some(status)) = (self.code, self.enhanced) {
            write!(f, " {}.{}.{}", code / 100, status.subject, status.detail)?;
        }
        write!(f, " {}", self.reason)
    }
}

impl Enhanced {
    /// Reads the status a reply text begins with.
    fn find(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace().next()?.split('.');
        let class = parts.next()?;
        let (subject, detail) = (parts.next()?, parts.next()?);
        if !matches!(class, "4" | "5") || parts.next().is_some() {
            return None;
        }
        Some(Self {
            subject: subject.parse().ok()?,
            detail: detail.parse().ok()?,
        })
    }
}

/// Words by which servers without a status say that the sender is not welcome.
const POLICY_WORDS: [&str; 18] = [
    "policy",
    "spam",
    "blocked",
    "blacklist",
    "blocklist",
    "denylist",
    "block list",
    "reputation",
    "listed",
    "dmarc",
    "spf",
    "dkim",
    "rbl",
    "unsolicited",
    "bulk",
    "rate limit",
    "too many",
    "content rejected",
];

fn judge(stage: Stage, code: u16, enhanced: Option<Enhanced>, text: &str) -> (Fault, &'static str) {
    match (stage, code) {
        (_, 421) => (Fault::Transient, "closing"),
        // 530 authentication required, 534 too weak, 535 wrong, 538 wants encryption
        (_, 530 | 534 | 535 | 538) => (Fault::Auth, "not authenticated"),
        (_, 400..=499) => (Fault::Transient, "later"),
        (Stage::Auth, _) => (Fault::Auth, "not authenticated"),
        // before a message was named, a no is meant for us, never for a recipient
        (Stage::Connect | Stage::Greeting | Stage::Tls, _) => (Fault::Policy, "not let in"),
        (Stage::Mail, _) => (Fault::Policy, "sender refused"),
        // RFC 5321 4.5.3.1.10: to be treated as 452
        (Stage::Rcpt, 552) if enhanced.is_none() => (Fault::Transient, "later"),
        _ if enhanced.is_some_and(|status| status.subject == 7) => (Fault::Policy, "policy"),
        _ if enhanced.is_none() && speaks_of_policy(text) => (Fault::Policy, "policy"),
        (Stage::Rcpt, _) => (Fault::Permanent, "recipient refused"),
        _ => (Fault::Permanent, "message refused"),
    }
}

fn speaks_of_policy(text: &str) -> bool {
    let text = text.to_lowercase();
    POLICY_WORDS.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_are_judged_by_place_and_status() {
        use Fault::{Auth, Permanent, Policy, Transient};
        for (stage, code, text, fault) in [
            (Stage::Greeting, 421, "busy", Transient),
            (Stage::Greeting, 554, "no SMTP service here", Policy),
            (Stage::Auth, 535, "5.7.8 wrong", Auth),
            (Stage::Auth, 454, "4.7.0 later", Transient),
            (Stage::Mail, 530, "5.7.0 authentication required", Auth),
            (Stage::Mail, 550, "5.7.1 not yours", Policy),
            (Stage::Rcpt, 450, "4.2.0 greylisted", Transient),
            (Stage::Rcpt, 550, "5.1.1 unknown", Permanent),
            (Stage::Rcpt, 550, "5.7.515 not authenticated", Policy),
            (Stage::Rcpt, 550, "listed at a block list", Policy),
            (Stage::Rcpt, 552, "too much", Transient),
            (Stage::Rcpt, 552, "5.2.2 full", Permanent),
            (Stage::Body, 552, "5.3.4 too large", Permanent),
            (Stage::Body, 554, "looks like spam", Policy),
            (Stage::Body, 451, "later", Transient),
        ] {
            assert_eq!(
                Refused::reply(stage, code, text).fault,
                fault,
                "{stage:?} {code} {text}"
            );
        }
    }

    #[test]
    fn only_a_missing_mailbox_is_suppressed() {
        let at = |stage, code, text| Refused::reply(stage, code, text).says_no_such_mailbox();
        assert!(at(Stage::Rcpt, 550, "5.1.1 unknown"));
        assert!(at(Stage::Rcpt, 550, "no such user"));
        assert!(!at(Stage::Rcpt, 550, "5.7.1 refused"));
        assert!(!at(Stage::Rcpt, 552, "5.2.2 full"));
        assert!(!at(Stage::Rcpt, 450, "4.1.1 later"));
        assert!(!at(Stage::Body, 554, "5.1.1 odd place"));
    }

    #[test]
    fn the_log_line_holds_no_words_of_the_relay() {
        let refused = Refused::reply(Stage::Rcpt, 550, "5.1.1 <sam@example.org> unknown");
        assert_eq!(
            refused.to_string(),
            "Permanent at Rcpt 550 5.1.1 recipient refused"
        );
    }
}
