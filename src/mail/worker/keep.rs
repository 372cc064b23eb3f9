//! What is learned from letters that were tried.

use super::circuit_breaker::CircuitBreakers;
use super::round::{Job, TriedMail};
use super::schedule::{after, kept};
use crate::base::{Id, Time};
use crate::mail::model::{Kind, Outbox};
use crate::mail::relay::fault::{Fault, Stage};
use crate::mail::relay::verdict::{Accepted, Refused};
use crate::mail::renderer::SentMail;
use crate::mail::store::{Ended, MailState};

/// What became of letters.
#[derive(Default)]
pub(crate) struct Endings {
    pub(crate) ended: Vec<(Ended, Id<Outbox>)>,
    pub(crate) sent: Vec<SentMail>,
    pub(crate) unknown: Vec<[u8; 32]>,
}

/// What becomes of letters that were tried.
pub(crate) fn learn_all(breakers: &mut CircuitBreakers, done: Vec<TriedMail>) -> Endings {
    let mut endings = Endings::default();
    let took_any = done.iter().any(|one| got_past_the_recipient(&one.outcome));
    let refused = done.iter().filter(|one| is_refused(&one.outcome)).count();
    let last = done.iter().map(|one| one.at).max();
    let refuses_everybody =
        last.is_some_and(|at| breakers.refuses_everybody(took_any, refused, at));
    for one in done {
        let TriedMail {
            promise,
            domain,
            outcome,
            at,
        } = one;
        let is_kept = refuses_everybody && is_refused(&outcome);
        let end = match outcome {
            _ if is_kept => kept(&promise, at),
            Ok(accepted) => Ended::For(MailState::Sent, accepted.code.to_string()),
            Err(refused) => after(&promise, &refused, at),
        };
        learn(breakers, outcome.err().as_ref(), &domain, at);
        if !is_kept && outcome.is_err_and(|refused| refused.says_no_such_mailbox()) {
            endings.unknown.push(promise.mailbox);
        }
        if matches!(end, Ended::For(MailState::Sent, _)) {
            endings.sent.push(SentMail {
                kind: promise.kind,
                subject: promise.subject,
                at: tenth(at),
            });
        }
        count(promise.kind, &end);
        if let Ended::For(MailState::Failed, outcome) = &end {
            tracing::warn!(
                kind = promise.kind.as_str(),
                outcome,
                "mail: a letter could not be delivered and is given up"
            );
        }
        endings.ended.push((end, promise.id));
    }
    endings
}

fn is_refused(outcome: &Result<Accepted, Refused>) -> bool {
    outcome.is_err_and(|refused| refused.may_be_for_everybody())
}

fn got_past_the_recipient(outcome: &Result<Accepted, Refused>) -> bool {
    outcome.is_ok() || outcome.is_err_and(|refused| refused.stage > Stage::Rcpt)
}

fn learn(breakers: &mut CircuitBreakers, refused: Option<&Refused>, domain: &str, at: Time) {
    match refused {
        Some(refused) if refused.concerns_the_relay() => {
            breakers.relay_is_away(refused, at);
            return;
        }
        Some(refused) if refused.fault == Fault::Policy => {
            breakers.domain_is_closed(domain, refused, at);
        }
        _ => {}
    }
    breakers.relay_is_there();
}

/// Letters whose domain does not want our mail for now: not tried, and told when.
pub(crate) fn set_aside(breakers: &CircuitBreakers, jobs: &mut Vec<Job>, now: Time) -> Endings {
    let mut endings = Endings::default();
    jobs.retain(|Job { promise, letter }| {
        let Some(at) = breakers.closed_domain(letter.to.domain(), now) else {
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
        Ended::For(MailState::Sent, _) => "undersigned_mail_sent_total",
        Ended::For(MailState::Failed, _) => "undersigned_mail_failed_total",
        Ended::For(MailState::Skipped, _) => "undersigned_mail_skipped_total",
        Ended::Again { .. } => "undersigned_mail_deferred_total",
    };
    metrics::counter!(name, "kind" => kind.as_str()).increment(1);
}
