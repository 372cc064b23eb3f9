//! What became of one try to hand a message to the relay, and what follows from it.
//!
//! Nothing here carries the relay's own words: they repeat addresses, and end in logs.

use super::fault::{Enhanced, Fault, Stage};
use super::judge::{UNKNOWN, judge};
use std::fmt;

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
    /// True when the same connection had taken another recipient before: then the relay takes our mail, and the no is about this one.
    pub took_another: bool,
}

impl Refused {
    /// A failure without a reply of the relay's.
    pub(crate) fn silent(fault: Fault, stage: Stage, reason: &'static str) -> Self {
        Self {
            fault,
            stage,
            code: None,
            enhanced: None,
            reason,
            took_another: false,
        }
    }

    /// A reply that says no.
    pub(crate) fn reply(stage: Stage, code: u16, text: &str) -> Self {
        let enhanced = Enhanced::find(text);
        let (fault, reason) = judge(stage, code, enhanced, text);
        Self {
            fault,
            stage,
            code: Some(code),
            enhanced,
            reason,
            took_another: false,
        }
    }

    /// On a connection that had taken another recipient before, or not.
    pub(crate) fn of_a_connection(mut self, took_another: bool) -> Self {
        self.took_another = took_another;
        self
    }

    /// True when the failure says nothing about this message: every other one would fare alike, so
    /// sending pauses instead of using up their tries. Of one recipient that cannot be known: see `Weather::refuses_everybody`.
    pub fn concerns_the_relay(&self) -> bool {
        let wants_a_name = self.fault == Fault::Auth && self.stage < Stage::Rcpt;
        self.stage < Stage::Mail || wants_a_name || self.code == Some(421)
    }

    /// True when the mailbox is known not to be there, so that it is not written to for a while: a status says so, or a relay that
    /// has just taken another. Never for policy (`5.7.x`), nor for `5.1.7` and `5.1.8`, which are about the sender.
    pub(crate) fn says_no_such_mailbox(&self) -> bool {
        self.fault == Fault::Permanent
            && self.stage == Stage::Rcpt
            && match self.enhanced {
                Some(status) if status.subject == 1 && status.detail > 0 => {
                    matches!(status.detail, 1 | 2 | 3 | 6 | 10)
                }
                Some(status) if status.subject > 1 => false,
                _ => self.code == Some(550) && self.took_another,
            }
    }

    /// True for a final no to a recipient that does not say whom it is about: a relay that takes nobody of us says the same.
    pub(crate) fn is_unproven(&self) -> bool {
        self.fault == Fault::Permanent
            && self.stage == Stage::Rcpt
            && self.code.is_some()
            && !self.took_another
            && self.reason != UNKNOWN
            && self
                .enhanced
                .is_none_or(|status| status.subject < 1 || status.detail == 0)
    }

    /// True for a no to the recipient that may be meant for everybody.
    pub(crate) fn may_be_for_everybody(&self) -> bool {
        self.stage == Stage::Rcpt && matches!(self.fault, Fault::Permanent | Fault::Auth)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_missing_mailbox_is_suppressed() {
        let at = |stage, code, text| Refused::reply(stage, code, text).says_no_such_mailbox();
        assert!(at(Stage::Rcpt, 550, "5.1.1 unknown"));
        assert!(!at(Stage::Rcpt, 550, "no such user"), "not alone");
        let after_another = |code, text| {
            let refused = Refused::reply(Stage::Rcpt, code, text);
            refused.of_a_connection(true).says_no_such_mailbox()
        };
        assert!(after_another(550, "no such user"));
        assert!(after_another(550, "5.1.0 address rejected"));
        assert!(!after_another(550, "relay not permitted"));
        assert!(!after_another(553, "mailbox name not allowed"));
        assert!(!after_another(550, "5.1.8 sender's domain unknown"));
        assert!(!at(Stage::Rcpt, 550, "5.7.1 refused"));
        assert!(!at(Stage::Rcpt, 552, "5.2.2 full"));
        assert!(!at(Stage::Rcpt, 450, "4.1.1 later"));
        assert!(!at(Stage::Body, 554, "5.1.1 odd place"));
    }

    #[test]
    fn a_no_that_does_not_say_whom_it_is_about_is_asked_again() {
        let unproven = |text| Refused::reply(Stage::Rcpt, 550, text).is_unproven();
        assert!(unproven("Requested action not taken"));
        assert!(unproven("5.1.0 Address rejected."));
        assert!(unproven("5.0.0 no"));
        assert!(!unproven("5.1.1 unknown"));
        assert!(!unproven("no such user"));
        assert!(!unproven("5.2.1 inactive"));
        let refused = Refused::reply(Stage::Rcpt, 550, "Requested action not taken");
        assert!(!refused.of_a_connection(true).is_unproven());
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
