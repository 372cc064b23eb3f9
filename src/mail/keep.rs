//! What is learned from letters that were tried.

use super::desk::Endings;
use super::model::Kind;
use super::round::{Done, Job};
use super::schedule::after;
use super::store::{Ended, State};
use super::verdict::{Fault, Refused};
use super::weather::Weather;
use super::worker::Sent;
use crate::base::Time;

/// What becomes of letters that were tried.
pub(super) fn learn_all(weather: &mut Weather, done: Vec<Done>) -> Endings {
    let mut endings = Endings::default();
    for one in done {
        let Done {
            promise,
            domain,
            outcome,
            at,
        } = one;
        let end = match outcome {
            Ok(accepted) => Ended::For(State::Sent, accepted.code.to_string()),
            Err(refused) => after(&promise, &refused, at),
        };
        learn(weather, outcome.err().as_ref(), &domain, at);
        if outcome.is_err_and(|refused| refused.says_no_such_mailbox()) {
            endings.unknown.push(promise.mailbox);
        }
        if matches!(end, Ended::For(State::Sent, _)) {
            endings.sent.push(Sent {
                kind: promise.kind,
                subject: promise.subject,
                at: tenth(at),
            });
        }
        count(promise.kind, &end);
        endings.ended.push((end, promise.id));
    }
    endings
}

fn learn(weather: &mut Weather, refused: Option<&Refused>, domain: &str, at: Time) {
    match refused {
        Some(refused) if refused.concerns_the_relay() => {
            weather.relay_is_away(refused, at);
            return;
        }
        Some(refused) if refused.fault == Fault::Policy => {
            weather.domain_is_closed(domain, refused, at);
        }
        _ => {}
    }
    weather.relay_is_there();
}

/// Letters whose domain does not want our mail for now: not tried, and told when.
pub(super) fn set_aside(weather: &Weather, jobs: &mut Vec<Job>, now: Time) -> Endings {
    let mut endings = Endings::default();
    jobs.retain(|Job { promise, letter }| {
        let Some(at) = weather.closed_domain(letter.to.domain(), now) else {
            return true;
        };
        let (attempts, is_unclear) = (promise.attempts, promise.is_unclear);
        endings.ended.push((
            Ended::Again {
                at,
                attempts,
                is_unclear,
            },
            promise.id,
        ));
        false
    });
    endings
}

/// To a tenth of a second, so that letters of one handful are noted together.
fn tenth(at: Time) -> Time {
    Time::from_micros(at.micros() - at.micros().rem_euclid(100_000))
}

fn count(kind: Kind, end: &Ended) {
    let name = match end {
        Ended::For(State::Sent, _) => "undersigned_mail_sent_total",
        Ended::For(State::Failed, _) => "undersigned_mail_failed_total",
        Ended::For(State::Skipped, _) => "undersigned_mail_skipped_total",
        Ended::Again { .. } => "undersigned_mail_deferred_total",
    };
    metrics::counter!(name, "kind" => kind.as_str()).increment(1);
}
