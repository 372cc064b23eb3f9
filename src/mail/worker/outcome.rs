//! What is learned from mails that were tried.

use super::circuit_breaker::CircuitBreakers;
use super::schedule::{after, kept};
use super::send_batch::{MailToSend, TriedMail};
use crate::base::{Id, Time};
use crate::mail::model::{Kind, Outbox};
use crate::mail::relay::fault::{Fault, Stage};
use crate::mail::relay::trouble::Trouble;
use crate::mail::relay::verdict::{Accepted, Refused};
use crate::mail::renderer::SentMail;
use crate::mail::store::{MailOutcome, MailState};

/// What became of mails.
#[derive(Default)]
pub(crate) struct BatchOutcome {
    pub(crate) ended: Vec<(MailOutcome, Id<Outbox>)>,
    pub(crate) sent: Vec<SentMail>,
    pub(crate) unknown: Vec<[u8; 32]>,
    /// Whether mail goes out as it is set up, and what was answered; none where nothing says so.
    pub(crate) check: Option<(bool, String)>,
}

/// What becomes of mails that were tried.
pub(crate) fn learn_all(breakers: &mut CircuitBreakers, done: Vec<TriedMail>) -> BatchOutcome {
    let mut endings = BatchOutcome::default();
    let took_any = done.iter().any(|one| got_past_the_recipient(&one.outcome));
    let refused = done.iter().filter(|one| is_refused(&one.outcome)).count();
    let last = done.iter().map(|one| one.at).max();
    let refuses_everybody =
        last.is_some_and(|at| breakers.refuses_everybody(took_any, refused, at));
    for one in done {
        let TriedMail {
            message,
            domain,
            outcome,
            at,
        } = one;
        let is_kept = refuses_everybody && is_refused(&outcome);
        check(&mut endings.check, message.kind, &outcome);
        let end = match outcome {
            Err(refused) if is_kept => kept(&message, &refused, at),
            Ok(accepted) => MailOutcome::For(MailState::Sent, accepted.code.to_string()),
            Err(refused) => after(&message, &refused, at),
        };
        learn(breakers, outcome.err().as_ref(), &domain, at);
        if !is_kept && outcome.is_err_and(|refused| refused.says_no_such_mailbox()) {
            endings.unknown.push(message.mailbox);
        }
        if matches!(end, MailOutcome::For(MailState::Sent, _)) {
            endings.sent.push(SentMail {
                kind: message.kind,
                subject: message.subject,
                at: tenth(at),
            });
        }
        count(message.kind, &end);
        if let MailOutcome::For(MailState::Failed, outcome) = &end {
            tracing::warn!(
                kind = message.kind.as_str(),
                outcome,
                "mail: a letter could not be delivered and is given up"
            );
        }
        endings.ended.push((end, message.id));
    }
    endings
}

/// What one try says of how mail is set up. Any letter that is taken says that it goes out, and the no to a test message that it does
/// not; "come again later" and an end that nobody knows say neither.
fn check(known: &mut Option<(bool, String)>, kind: Kind, outcome: &Result<Accepted, Refused>) {
    match outcome {
        Ok(accepted) => *known = Some((true, accepted.code.to_string())),
        Err(refused) if kind == Kind::Test && known.is_none() => {
            let told = refused.to_string();
            let is_open = matches!(Trouble::of(&told), Trouble::Later | Trouble::Unclear);
            *known = (!is_open).then_some((false, told));
        }
        Err(_) => {}
    }
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
pub(crate) fn set_aside(
    breakers: &CircuitBreakers,
    jobs: &mut Vec<MailToSend>,
    now: Time,
) -> BatchOutcome {
    let mut endings = BatchOutcome::default();
    jobs.retain(|MailToSend { message, mail }| {
        let Some(at) = breakers.closed_domain(mail.to.domain(), now) else {
            return true;
        };
        let (attempts, is_unclear) = (message.attempts, message.is_unclear);
        endings.ended.push((
            MailOutcome::Again {
                at,
                attempts,
                is_unclear,
                why: String::new(),
            },
            message.id,
        ));
        false
    });
    endings
}

/// To a tenth of a second, so that mails of one handful are noted together.
fn tenth(at: Time) -> Time {
    Time::from_micros(at.micros() - at.micros().rem_euclid(100_000))
}

fn count(kind: Kind, end: &MailOutcome) {
    let name = match end {
        MailOutcome::For(MailState::Sent, _) => "undersigned_mail_sent_total",
        MailOutcome::For(MailState::Failed, _) => "undersigned_mail_failed_total",
        MailOutcome::For(MailState::Skipped, _) => "undersigned_mail_skipped_total",
        MailOutcome::Again { .. } => "undersigned_mail_deferred_total",
    };
    metrics::counter!(name, "kind" => kind.as_str()).increment(1);
}
