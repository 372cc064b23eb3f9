//! What the worker knows about the relay and the domains behind it: when to send, when to wait.
//! In memory only: after a restart one mail finds out again.

use crate::base::Time;
use crate::base::time::{minutes, seconds};
use crate::mail::relay::fault::Fault;
use crate::mail::relay::verdict::Refused;
use std::collections::HashMap;
use std::time::Duration;

/// A relay that does not answer is asked again after this, then after twice as long, and so on ...
const FIRST_WAIT: Duration = seconds(5);
/// ... up to this.
const LONGEST_WAIT: Duration = minutes(1);
/// After "wrong password" or "not you": somebody has to look.
const WAIT_FOR_SOMEBODY: Duration = minutes(5);
/// A domain that does not want our mail is left alone this long.
const DOMAIN_WAIT: Duration = minutes(15);
/// So many recipients refused, and none taken between them: then it is not the recipients.
const REFUSES_EVERYBODY: usize = 5;
/// A relay that refuses everybody is left alone this long.
const PAUSE: Duration = minutes(1);
/// Domains remembered; beyond it the list is forgotten.
const MOST_DOMAINS: usize = 1_000;

/// When to send and when to wait.
#[derive(Debug, Default)]
pub(crate) struct CircuitBreakers {
    open_until: Option<Time>,
    failures: u32,
    paused_until: Option<Time>,
    refused_in_a_row: usize,
    domains: HashMap<String, Time>,
}

/// How much may be sent now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BreakerState {
    /// As much as there is.
    Closed,
    /// One mail, to find out whether the relay is back.
    HalfOpen,
    /// Nothing.
    Open,
}

impl CircuitBreakers {
    pub(crate) fn state(&self, now: Time) -> BreakerState {
        if self.paused_until.is_some_and(|until| until > now) {
            return BreakerState::Open;
        }
        match self.open_until {
            None => BreakerState::Closed,
            Some(until) if until <= now => BreakerState::HalfOpen,
            Some(_) => BreakerState::Open,
        }
    }

    /// The relay said no to so many recipients, or took one at least of a handful. True when it refuses everybody. After a pause all
    /// are tried again, not one alone: among many bad addresses one that is good ends it.
    pub(crate) fn refuses_everybody(&mut self, took_any: bool, refused: usize, now: Time) -> bool {
        if took_any {
            self.refused_in_a_row = 0;
            return false;
        }
        self.refused_in_a_row += refused;
        let is_so = refused > 0 && self.refused_in_a_row >= REFUSES_EVERYBODY;
        if is_so {
            self.paused_until = Some(now.plus(PAUSE));
            tracing::error!("mail: the relay refuses every recipient; letters wait");
        }
        is_so
    }

    /// The relay took part in a conversation about a mail: it is there.
    pub(crate) fn relay_is_there(&mut self) {
        self.open_until = None;
        self.failures = 0;
    }

    /// The relay cannot be used, whatever the mail. Several mails of one round may say so.
    pub(crate) fn relay_is_away(&mut self, refused: &Refused, now: Time) {
        if self.state(now) == BreakerState::Open {
            return;
        }
        let wait = match refused.fault {
            Fault::Auth | Fault::Policy => WAIT_FOR_SOMEBODY,
            _ => (FIRST_WAIT * 2_u32.saturating_pow(self.failures.min(8))).min(LONGEST_WAIT),
        };
        self.failures = self.failures.saturating_add(1);
        self.open_until = Some(now.plus(wait));
        tracing::error!(%refused, wait_seconds = wait.as_secs(), "mail: the relay cannot be used; letters wait");
    }

    /// A domain does not want mail from us.
    pub(crate) fn domain_is_closed(&mut self, domain: &str, refused: &Refused, now: Time) {
        if self.closed_domain(domain, now).is_none() {
            // the domain is not logged: a small one is a person
            tracing::error!(%refused, "mail: a provider refuses our mail by policy; check SPF, DKIM and DMARC of the sender's domain");
        }
        if self.domains.len() >= MOST_DOMAINS {
            self.domains.clear();
        }
        self.domains
            .insert(domain.to_owned(), now.plus(DOMAIN_WAIT));
    }

    /// Until when this domain is left alone.
    pub(crate) fn closed_domain(&self, domain: &str, now: Time) -> Option<Time> {
        self.domains
            .get(domain)
            .copied()
            .filter(|until| *until > now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::relay::fault::Stage;

    const NOW: Time = Time::from_micros(1_795_295_400_000_000);

    #[test]
    fn a_relay_that_is_away_is_tried_more_and_more_seldom() {
        let away = Refused::silent(Fault::Transient, Stage::Connect, "not reachable");
        let (mut breakers, mut now) = (CircuitBreakers::default(), NOW);
        for wait in [5, 10, 20, 40, 60, 60] {
            breakers.relay_is_away(&away, now);
            breakers.relay_is_away(&away, now);
            assert_eq!(
                breakers.state(now.plus(seconds(wait - 1))),
                BreakerState::Open
            );
            now = now.plus(seconds(wait));
            assert_eq!(breakers.state(now), BreakerState::HalfOpen);
        }
        breakers.relay_is_there();
        assert_eq!(breakers.state(now), BreakerState::Closed);
    }

    #[test]
    fn a_wrong_password_waits_for_somebody() {
        let wrong = Refused::reply(Stage::Auth, 535, "5.7.8");
        let mut breakers = CircuitBreakers::default();
        breakers.relay_is_away(&wrong, NOW);
        assert_eq!(breakers.state(NOW.plus(minutes(4))), BreakerState::Open);
    }

    #[test]
    fn who_refuses_everybody_is_left_alone_for_a_minute() {
        let mut breakers = CircuitBreakers::default();
        assert!(!breakers.refuses_everybody(false, 4, NOW));
        assert!(!breakers.refuses_everybody(true, 3, NOW), "one was taken");
        assert!(!breakers.refuses_everybody(false, 4, NOW));
        assert!(!breakers.refuses_everybody(false, 0, NOW));
        assert_eq!(breakers.state(NOW), BreakerState::Closed);
        assert!(breakers.refuses_everybody(false, 1, NOW));
        assert_eq!(breakers.state(NOW), BreakerState::Open);
        assert_eq!(breakers.state(NOW.plus(minutes(1))), BreakerState::Closed);
    }

    #[test]
    fn one_domain_does_not_stop_the_others() {
        let policy = Refused::reply(Stage::Rcpt, 550, "5.7.515");
        let mut breakers = CircuitBreakers::default();
        breakers.domain_is_closed("example.org", &policy, NOW);
        assert_eq!(
            breakers.closed_domain("example.org", NOW),
            Some(NOW.plus(minutes(15)))
        );
        assert_eq!(breakers.closed_domain("example.net", NOW), None);
        assert_eq!(
            breakers.closed_domain("example.org", NOW.plus(minutes(15))),
            None
        );
        assert_eq!(breakers.state(NOW), BreakerState::Closed);
    }
}
