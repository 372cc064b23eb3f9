//! How much mail one mailbox gets, whoever fills in forms with its address (T04).
//!
//! In August 2016 forms like ours were used to bury .gov mailboxes under 81,000 confirmations, and
//! the senders were block-listed. So the budget counts the mailbox behind aliases, over all
//! petitions, and holds in the database: over restarts and over instances.

use super::model::Promise;
use super::store::Past;
use crate::base::Time;
use crate::base::time::{days, minutes};
use std::time::Duration;

/// Letters that answer one form of one petition, ever.
const FOR_A_PETITION: usize = 3;
/// Between two of those.
const BETWEEN: Duration = minutes(10);
/// Letters of any kind in a day.
const IN_A_DAY: usize = 5;
/// Letters of any kind in 30 days.
const IN_A_MONTH: usize = 20;

/// What the budget says to a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It may go.
    Go,
    /// Not before this time.
    Later(Time),
    /// It may not. Nobody is told.
    Never,
}

/// Decides over one letter, given what its mailbox has had.
pub(super) fn decide(promise: &Promise, past: &[Past], now: Time) -> Verdict {
    if promise.is_paid {
        return Verdict::Go;
    }
    let had = || past.iter().filter(|one| one.mailbox == promise.mailbox);
    let within = |span| had().filter(|one| now.since(one.taken_at) < span).count();
    if within(days(1)) >= IN_A_DAY || within(days(30)) >= IN_A_MONTH {
        return Verdict::Never;
    }
    let form = promise.kind.answers();
    if form.is_some() && promise.petition.is_some() {
        let alike = || had().filter(|one| one.answers == form && one.petition == promise.petition);
        if alike().count() >= FOR_A_PETITION {
            return Verdict::Never;
        }
        let last = alike().map(|one| one.taken_at).max();
        if let Some(next) = last
            .map(|last| last.plus(BETWEEN))
            .filter(|next| *next > now)
        {
            return Verdict::Later(next);
        }
    }
    Verdict::Go
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::hours;
    use crate::base::{Id, Lang};
    use crate::mail::model::{Campaign, Form, Kind};

    const NOW: Time = Time::from_micros(1_795_295_400_000_000);

    fn promise(kind: Kind, petition: Option<u8>) -> Promise {
        Promise {
            id: Id::new(NOW),
            kind,
            petition: petition.map(campaign),
            subject: Id::from_bytes([1; 16]),
            lang: Lang::EN,
            recipient: None,
            arguments: None,
            mailbox: [7; 32],
            attempts: 0,
            is_unclear: false,
            is_paid: false,
            created_at: NOW,
        }
    }

    fn campaign(number: u8) -> Id<Campaign> {
        Id::from_bytes([number; 16])
    }

    fn had(petition: u8, ago: Duration) -> Past {
        Past {
            mailbox: [7; 32],
            petition: Some(campaign(petition)),
            answers: Some(Form::Signer),
            taken_at: NOW.minus(ago),
        }
    }

    #[test]
    fn three_for_a_petition_with_ten_minutes_between() {
        let ask = |past: &[Past]| decide(&promise(Kind::Confirm, Some(1)), past, NOW);
        assert_eq!(ask(&[]), Verdict::Go);
        assert_eq!(
            ask(&[had(1, minutes(4))]),
            Verdict::Later(NOW.plus(minutes(6)))
        );
        assert_eq!(ask(&[had(1, minutes(10))]), Verdict::Go);
        assert_eq!(ask(&[had(2, minutes(1))]), Verdict::Go);
        let three = [had(1, days(70)), had(1, days(3)), had(1, days(2))];
        assert_eq!(ask(&three), Verdict::Never);
    }

    #[test]
    fn a_person_and_their_organization_do_not_wait_for_each_other() {
        let past = [had(1, minutes(1)), had(1, days(1)), had(1, days(2))];
        let ask = |kind| decide(&promise(kind, Some(1)), &past, NOW);
        assert_eq!(ask(Kind::Endorse), Verdict::Go);
        assert_eq!(ask(Kind::Confirm), Verdict::Never);
        let mut own = had(1, minutes(4));
        own.answers = Some(Form::Organization);
        assert_eq!(
            decide(&promise(Kind::Endorse, Some(1)), &[own], NOW),
            Verdict::Later(NOW.plus(minutes(6)))
        );
    }

    #[test]
    fn five_a_day_and_twenty_a_month_over_all_petitions_and_kinds() {
        let of = |count: u8, ago| (1..=count).map(|n| had(n, ago)).collect::<Vec<_>>();
        for kind in [
            Kind::Confirm,
            Kind::Reset,
            Kind::Invitation,
            Kind::Acknowledge,
        ] {
            let ask = |past: &[Past]| decide(&promise(kind, Some(99)), past, NOW);
            assert_eq!(ask(&of(4, hours(1))), Verdict::Go);
            assert_eq!(ask(&of(5, hours(1))), Verdict::Never);
            assert_eq!(ask(&of(5, days(1))), Verdict::Go);
            assert_eq!(ask(&of(19, days(20))), Verdict::Go);
            assert_eq!(ask(&of(20, days(20))), Verdict::Never);
            assert_eq!(ask(&of(20, days(30))), Verdict::Go);
        }
    }

    #[test]
    fn other_mailboxes_and_paid_letters_do_not_count() {
        let mut other = had(1, minutes(1));
        other.mailbox = [8; 32];
        assert_eq!(
            decide(&promise(Kind::Confirm, Some(1)), &[other], NOW),
            Verdict::Go
        );
        let mut paid = promise(Kind::Confirm, Some(1));
        paid.is_paid = true;
        assert_eq!(decide(&paid, &[had(1, minutes(1)); 9], NOW), Verdict::Go);
    }
}
