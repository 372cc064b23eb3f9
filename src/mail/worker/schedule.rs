//! What follows from a try that failed: when the next one is, or that there is none.

use crate::base::Time;
use crate::base::time::{hours, minutes};
use crate::mail::model::OutboxMessage;
use crate::mail::relay::fault::Fault;
use crate::mail::relay::trouble::GIVEN_UP;
use crate::mail::relay::verdict::Refused;
use crate::mail::store::{MailOutcome, MailState};
use std::time::Duration;

/// After the first, second, third failed try; then each hour.
const STEPS: [Duration; 4] = [minutes(1), minutes(5), minutes(15), hours(1)];
/// After a try that may have been a success.
const AFTER_UNCLEAR: Duration = minutes(10);
/// After "we do not want you": the operator has to look, the mail can wait.
const AFTER_POLICY: Duration = minutes(15);

/// What becomes of a mail after a failed try.
pub(crate) fn after(message: &OutboxMessage, refused: &Refused, now: Time) -> MailOutcome {
    let outcome = refused.to_string();
    match refused.fault {
        // it may be meant for all of us: asked again, and given up like what never comes through
        Fault::Permanent if refused.is_unproven() => more(message, (now, step(message)), outcome),
        Fault::Permanent => MailOutcome::For(MailState::Failed, outcome),
        // the second time too: rather once too few than a mailbox that gets it each hour
        Fault::Ambiguous if message.is_unclear => MailOutcome::For(MailState::Sent, outcome),
        Fault::Ambiguous => MailOutcome::Again {
            at: now.plus(AFTER_UNCLEAR),
            attempts: message.attempts.saturating_add(1),
            is_unclear: true,
            why: outcome,
        },
        // not this mail's fault: no try is used up, and an outage of a day loses nothing
        _ if refused.concerns_the_relay() => {
            let next = (now, minutes(1));
            again(message, next, message.attempts, (hours(48), outcome))
        }
        Fault::Policy => {
            let wait = step(message).max(AFTER_POLICY);
            more(message, (now, wait), outcome)
        }
        Fault::Transient | Fault::Auth => more(message, (now, step(message)), outcome),
    }
}

/// After a no to everybody: the mail is kept and tried again, as long as any.
pub(crate) fn kept(message: &OutboxMessage, refused: &Refused, now: Time) -> MailOutcome {
    more(message, (now, step(message)), refused.to_string())
}

fn more(message: &OutboxMessage, next: (Time, Duration), why: String) -> MailOutcome {
    let attempts = message.attempts.saturating_add(1);
    again(message, next, attempts, (message.kind.is_tried_for(), why))
}

/// Another try, unless that comes too late. It counts from the first try: a mail may have waited its turn for long before.
fn again(
    message: &OutboxMessage,
    (now, wait): (Time, Duration),
    attempts: i16,
    (within, why): (Duration, String),
) -> MailOutcome {
    let at = now.plus(wait);
    if at > message.taken_at.unwrap_or(now).plus(within) {
        return MailOutcome::For(MailState::Failed, format!("{GIVEN_UP}{why}"));
    }
    MailOutcome::Again {
        at,
        attempts,
        is_unclear: message.is_unclear,
        why,
    }
}

/// The wait after this many failed tries, a fifth more or less, so that mails which failed
/// together do not come back together.
fn step(message: &OutboxMessage) -> Duration {
    let index = usize::try_from(message.attempts).unwrap_or(0);
    let base = STEPS.get(index).copied().unwrap_or(hours(1));
    // the random end of the id is chance enough
    let end = message.id.as_bytes().get(10 + index % 6);
    let chance = u32::from(end.copied().unwrap_or(128));
    base * (800 + chance * 400 / 255) / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, Lang};
    use crate::mail::model::Kind;
    use crate::mail::relay::fault::Stage;

    const NOW: Time = Time::from_micros(1_795_295_400_000_000);

    fn message(kind: Kind, attempts: i16) -> OutboxMessage {
        OutboxMessage {
            id: Id::new(NOW),
            kind,
            petition: None,
            subject: Id::from_bytes([1; 16]),
            lang: Lang::EN,
            recipient: None,
            arguments: None,
            mailbox: [7; 32],
            attempts,
            is_unclear: false,
            taken_at: Some(NOW),
            created_at: NOW.minus(hours(60)),
        }
    }

    fn greylisted() -> Refused {
        Refused::reply(Stage::Rcpt, 450, "4.2.0 later")
    }

    #[test]
    fn tries_thin_out_and_scatter() {
        for (attempts, base) in [(0, 1), (1, 5), (2, 15), (3, 60), (4, 60), (20, 60)] {
            let mut spread = std::collections::BTreeSet::new();
            for _ in 0..50 {
                let MailOutcome::Again {
                    at,
                    attempts: counted,
                    ..
                } = after(&message(Kind::Reset, attempts), &greylisted(), NOW)
                else {
                    panic!("not again");
                };
                assert_eq!(counted, attempts + 1);
                let wait = at.since(NOW);
                assert!(wait >= minutes(base) * 4 / 5 && wait <= minutes(base) * 6 / 5);
                spread.insert(wait);
            }
            assert!(spread.len() > 10);
        }
    }

    #[test]
    fn a_confirmation_is_tried_for_a_day_and_the_rest_for_two() {
        let tried = |kind| {
            let (mut one, mut now, mut tries) = (message(kind, 0), NOW, 1);
            while let MailOutcome::Again { at, attempts, .. } = after(&one, &greylisted(), now) {
                (one.attempts, now) = (attempts, at);
                tries += 1;
            }
            (now.since(NOW), tries)
        };
        let (confirm, tries) = tried(Kind::Confirm);
        assert!(confirm > hours(22) && confirm <= hours(24), "{confirm:?}");
        assert!((20..34).contains(&tries), "{tries}");
        assert!(tried(Kind::Reset).0 > hours(46));
    }

    #[test]
    fn an_unclear_end_is_tried_once_more_after_ten_minutes() {
        let lost = Refused::silent(Fault::Ambiguous, Stage::Body, "connection lost");
        let mut one = message(Kind::Confirm, 0);
        let once = MailOutcome::Again {
            at: NOW.plus(minutes(10)),
            attempts: 1,
            is_unclear: true,
            why: lost.to_string(),
        };
        assert_eq!(after(&one, &lost, NOW), once);
        one.is_unclear = true;
        assert!(matches!(
            after(&one, &lost, NOW),
            MailOutcome::For(MailState::Sent, _)
        ));
        // greylisted between the two: still known to be unclear
        let later = after(&one, &greylisted(), NOW);
        assert!(matches!(
            later,
            MailOutcome::Again {
                is_unclear: true,
                ..
            }
        ));
    }

    #[test]
    fn a_relay_that_is_away_uses_up_no_try() {
        let away = Refused::silent(Fault::Transient, Stage::Connect, "not reachable");
        let one = message(Kind::Confirm, 3);
        let kept = MailOutcome::Again {
            at: NOW.plus(minutes(1)),
            attempts: 3,
            is_unclear: false,
            why: away.to_string(),
        };
        assert_eq!(after(&one, &away, NOW), kept);
        let day_later = NOW.plus(hours(30));
        assert!(matches!(
            after(&one, &away, day_later),
            MailOutcome::Again { .. }
        ));
    }

    #[test]
    fn a_letter_that_waited_its_turn_for_long_is_tried_as_long_as_any() {
        let mut late = message(Kind::Confirm, 0);
        (late.taken_at, late.created_at) = (None, NOW.minus(hours(70)));
        assert!(matches!(
            after(&late, &greylisted(), NOW),
            MailOutcome::Again { .. }
        ));
        late.taken_at = Some(NOW.minus(hours(25)));
        let given_up = MailOutcome::For(
            MailState::Failed,
            "given up: Transient at Rcpt 450 4.2.0 later".to_owned(),
        );
        assert_eq!(after(&late, &greylisted(), NOW), given_up);
    }

    #[test]
    fn a_bare_no_on_a_fresh_connection_is_asked_again() {
        let bare = Refused::reply(Stage::Rcpt, 550, "not taken");
        let one = message(Kind::Confirm, 0);
        assert!(matches!(after(&one, &bare, NOW), MailOutcome::Again { .. }));
        let proven = bare.of_a_connection(true);
        assert!(matches!(
            after(&one, &proven, NOW),
            MailOutcome::For(MailState::Failed, _)
        ));
    }

    #[test]
    fn what_is_final_and_what_is_our_own_fault() {
        let unknown = Refused::reply(Stage::Rcpt, 550, "5.1.1 unknown");
        let ended = after(&message(Kind::Confirm, 0), &unknown, NOW);
        let code = "Permanent at Rcpt 550 5.1.1 recipient refused".to_owned();
        assert_eq!(ended, MailOutcome::For(MailState::Failed, code));
        let spam = Refused::reply(Stage::Body, 554, "5.7.1 spam");
        let MailOutcome::Again { at, .. } = after(&message(Kind::Confirm, 0), &spam, NOW) else {
            panic!("not again");
        };
        assert!(at.since(NOW) >= minutes(15));
    }
}
