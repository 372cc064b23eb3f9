//! How much mail one mailbox gets, whoever fills in forms with its address (T04).
//!
//! In August 2016 forms like ours were used to bury .gov mailboxes under 81,000 confirmations, and
//! the senders were block-listed. So the budget counts the mailbox behind aliases, over all
//! petitions, and holds in the database: over restarts and over instances.

use crate::base::Time;
use crate::mail::model::OutboxMessage;
use crate::mail::store::EarlierMail;
use std::time::Duration;

/// What the budget says to a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BudgetVerdict {
    /// It may go.
    Go,
    /// Not before this time.
    Later(Time),
    /// It may not. Nobody is told.
    Never,
}

/// Decides over one mail, given what its mailbox has had.
pub(crate) fn decide(message: &OutboxMessage, past: &[EarlierMail], now: Time) -> BudgetVerdict {
    if message.taken_at.is_some() {
        return BudgetVerdict::Go;
    }
    let allowance = message.kind.allowance();
    let had: Vec<&EarlierMail> = past
        .iter()
        .filter(|one| one.mailbox == message.mailbox && one.kind.allowance() == allowance)
        .collect();
    let form = message.kind.answers();
    let is_alike =
        |one: &&&EarlierMail| one.petition == message.petition && one.kind.answers() == form;
    let under_it: Vec<&EarlierMail> = match message.petition {
        Some(_) => had.iter().filter(is_alike).copied().collect(),
        None => Vec::new(),
    };
    let mut room = now;
    for (most, span) in allowance.limits() {
        room = room.max(room_at(&had, *most, *span, now));
    }
    if let Some((most, span)) = allowance.limit_for_a_petition() {
        room = room.max(room_at(&under_it, most, span, now));
    }
    if room > now {
        let until = message.created_at.plus(allowance.waits_for_room());
        return if room <= until {
            BudgetVerdict::Later(room)
        } else {
            BudgetVerdict::Never
        };
    }
    // what somebody else typed, in a household for one, waits for nobody
    let same = under_it.iter().filter(|one| one.subject == message.subject);
    match same
        .map(|one| one.taken_at.plus(allowance.rest_between()))
        .max()
    {
        Some(next) if next > now => BudgetVerdict::Later(next),
        _ => BudgetVerdict::Go,
    }
}

/// When there is room for one more, of at most so many within this span; now, if there is.
fn room_at(had: &[&EarlierMail], most: usize, span: Duration, now: Time) -> Time {
    let mut within: Vec<Time> = had
        .iter()
        .map(|one| one.taken_at.plus(span))
        .filter(|ends| *ends > now)
        .collect();
    within.sort_unstable();
    match within.len().checked_sub(most) {
        None => now,
        Some(over) => within.get(over).copied().unwrap_or(now),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::{days, hours, minutes};
    use crate::base::{Id, Lang};
    use crate::mail::model::{Campaign, Kind, Subject};

    const NOW: Time = Time::from_micros(1_795_295_400_000_000);

    fn message(kind: Kind, petition: Option<u8>) -> OutboxMessage {
        OutboxMessage {
            id: Id::new(NOW),
            kind,
            petition: petition.map(campaign),
            subject: subject(1),
            lang: Lang::EN,
            recipient: None,
            arguments: None,
            mailbox: [7; 32],
            attempts: 0,
            is_unclear: false,
            taken_at: None,
            created_at: NOW,
        }
    }

    fn campaign(number: u8) -> Id<Campaign> {
        Id::from_bytes([number; 16])
    }

    fn subject(number: u8) -> Id<Subject> {
        Id::from_bytes([number; 16])
    }

    /// A mail about something else.
    fn had(kind: Kind, petition: u8, ago: Duration) -> EarlierMail {
        EarlierMail {
            mailbox: [7; 32],
            petition: Some(campaign(petition)),
            kind,
            subject: subject(200),
            taken_at: NOW.minus(ago),
        }
    }

    fn of(kind: Kind, count: u8, ago: Duration) -> Vec<EarlierMail> {
        (1..=count).map(|n| had(kind, n, ago)).collect()
    }

    #[test]
    fn three_for_a_petition_in_seven_days() {
        let ask = |past: &[EarlierMail]| decide(&message(Kind::Confirm, Some(1)), past, NOW);
        let confirmed = |ago| had(Kind::Confirm, 1, ago);
        assert_eq!(ask(&[]), BudgetVerdict::Go);
        assert_eq!(
            ask(&[confirmed(minutes(1)), confirmed(days(6))]),
            BudgetVerdict::Go
        );
        let three = [
            confirmed(minutes(1)),
            confirmed(days(2)),
            confirmed(days(6)),
        ];
        assert_eq!(ask(&three), BudgetVerdict::Never);
        let old = [
            confirmed(minutes(1)),
            confirmed(days(2)),
            confirmed(days(7)),
        ];
        assert_eq!(ask(&old), BudgetVerdict::Go, "they come back after a week");
        let elsewhere = [2, 3, 4].map(|petition| had(Kind::Confirm, petition, minutes(1)));
        assert_eq!(ask(&elsewhere), BudgetVerdict::Go);
    }

    #[test]
    fn ten_minutes_lie_between_two_letters_about_the_same_and_none_between_two_people() {
        let ask = |past: &[EarlierMail]| decide(&message(Kind::Confirm, Some(1)), past, NOW);
        let another = had(Kind::Confirm, 1, minutes(4));
        assert_eq!(ask(&[another]), BudgetVerdict::Go);
        let same = EarlierMail {
            subject: subject(1),
            ..another
        };
        assert_eq!(ask(&[same]), BudgetVerdict::Later(NOW.plus(minutes(6))));
        let rested = EarlierMail {
            taken_at: NOW.minus(minutes(10)),
            ..same
        };
        assert_eq!(ask(&[rested, another]), BudgetVerdict::Go);
    }

    #[test]
    fn a_person_and_their_organization_do_not_use_up_each_others_three() {
        let three = |kind| [1, 2, 3].map(|day| had(kind, 1, days(day)));
        let ask = |kind, past: &[EarlierMail]| decide(&message(kind, Some(1)), past, NOW);
        assert_eq!(ask(Kind::Endorse, &three(Kind::Confirm)), BudgetVerdict::Go);
        assert_eq!(ask(Kind::Confirm, &three(Kind::Endorse)), BudgetVerdict::Go);
        assert_eq!(
            ask(Kind::Confirm, &three(Kind::Already)),
            BudgetVerdict::Never
        );
    }

    #[test]
    fn forms_send_five_a_day_and_twenty_a_month_over_all_petitions() {
        for kind in [Kind::Confirm, Kind::Endorse] {
            let ask = |past: &[EarlierMail]| decide(&message(kind, Some(99)), past, NOW);
            assert_eq!(ask(&of(Kind::Confirm, 4, hours(1))), BudgetVerdict::Go);
            assert_eq!(ask(&of(Kind::Confirm, 5, hours(1))), BudgetVerdict::Never);
            assert_eq!(ask(&of(Kind::Confirm, 5, days(1))), BudgetVerdict::Go);
            assert_eq!(ask(&of(Kind::Confirm, 19, days(20))), BudgetVerdict::Go);
            assert_eq!(ask(&of(Kind::Confirm, 20, days(20))), BudgetVerdict::Never);
            assert_eq!(ask(&of(Kind::Confirm, 20, days(30))), BudgetVerdict::Go);
        }
    }

    #[test]
    fn what_strangers_can_have_sent_leaves_every_other_part_alone() {
        let mut strangers = of(Kind::Confirm, 20, hours(1));
        strangers.extend(of(Kind::Endorse, 20, hours(1)));
        for kind in Kind::ALL {
            let asked = decide(&message(kind, Some(99)), &strangers, NOW);
            let is_of_a_form = kind.answers().is_some();
            assert_eq!(asked == BudgetVerdict::Go, !is_of_a_form, "{kind:?}");
        }
        // nor does asking for new passphrases or links cost anything else
        for asked_for in [Kind::Reset, Kind::Own] {
            let past = of(asked_for, 100, minutes(1));
            for kind in Kind::ALL {
                let asked = decide(&message(kind, Some(99)), &past, NOW);
                assert_eq!(
                    asked == BudgetVerdict::Go,
                    kind != asked_for,
                    "{asked_for:?} {kind:?}"
                );
            }
        }
    }

    #[test]
    fn a_link_to_ones_own_signature_goes_twice_a_day_and_then_waits_for_room() {
        let own = |ago| had(Kind::Own, 1, ago);
        let ask = |past: &[EarlierMail]| decide(&message(Kind::Own, Some(1)), past, NOW);
        assert_eq!(ask(&[own(minutes(1))]), BudgetVerdict::Go);
        let twice = [own(hours(3)), own(hours(20))];
        assert_eq!(ask(&twice), BudgetVerdict::Later(NOW.plus(hours(4))));
        let mut late = message(Kind::Own, Some(1));
        late.created_at = NOW.minus(hours(21));
        assert_eq!(decide(&late, &twice, NOW), BudgetVerdict::Never);
        assert_eq!(
            decide(&message(Kind::Own, Some(2)), &twice, NOW),
            BudgetVerdict::Go
        );
        let five = of(Kind::Own, 5, hours(23));
        assert_eq!(ask(&five), BudgetVerdict::Later(NOW.plus(hours(1))));
    }

    #[test]
    fn a_new_passphrase_is_never_more_than_three_hours_away() {
        let ask = |past: &[EarlierMail]| decide(&message(Kind::Reset, None), past, NOW);
        let reset = |ago| had(Kind::Reset, 1, ago);
        let mut many: Vec<EarlierMail> = (0..200).map(|n| reset(hours(3 + n))).collect();
        assert_eq!(ask(&many), BudgetVerdict::Go);
        many.extend([reset(minutes(1)), reset(minutes(2))]);
        assert_eq!(ask(&many), BudgetVerdict::Go);
        many.push(reset(minutes(170)));
        assert_eq!(ask(&many), BudgetVerdict::Never);
    }

    #[test]
    fn other_mailboxes_and_paid_letters_do_not_count() {
        let mut others = of(Kind::Confirm, 9, minutes(1));
        for one in &mut others {
            one.mailbox = [8; 32];
        }
        assert_eq!(
            decide(&message(Kind::Confirm, Some(1)), &others, NOW),
            BudgetVerdict::Go
        );
        let mut paid = message(Kind::Confirm, Some(1));
        paid.taken_at = Some(NOW);
        let past = of(Kind::Confirm, 9, minutes(1));
        assert_eq!(decide(&paid, &past, NOW), BudgetVerdict::Go);
    }
}
