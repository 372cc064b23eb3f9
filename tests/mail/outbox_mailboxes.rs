//! Story: what a mailbox is sent, whoever asks for it: what strangers can have sent is counted apart, and a no holds for what it was
//! said to.

use crate::support::on_both;
use crate::support::petitions::Plan;
use crate::support::post::{BEGIN, Office, promised};
use crate::support::smtp::{At, Behaviour};
use std::time::Duration;
use undersigned::base::Id;
use undersigned::base::time::{days, hours, seconds};
use undersigned::mail::model::{Kind, NewMessage};
use undersigned::mail::store::{bar_forms, bar_updates};
use undersigned::petition;

fn says(at: At, text: &str) -> Behaviour {
    Behaviour::Says(at, text.to_owned())
}

#[tokio::test]
async fn one_mailbox_gets_five_letters_a_day_however_often_it_is_typed_in() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Good).await;
        let flood = |count: u64| {
            let typed = (0..count).map(|number| {
                let at = BEGIN.plus(Duration::from_millis(number));
                promised(
                    Kind::Confirm,
                    "victim",
                    u8::try_from(number % 50).unwrap(),
                    at,
                )
            });
            typed.collect::<Vec<_>>()
        };
        office.post(flood(2_000)).await;
        office.clock.advance(seconds(10));
        assert_eq!(office.rounds().await, 5);
        assert_eq!(office.minutes(60).await, 0);
        // another worker, as after a restart, counts alike
        office.post(flood(50)).await;
        let mut worker = office.another_worker();
        let stop = office.stop.subscribe();
        while worker.round(&stop).await.unwrap().due > 0 {}
        assert_eq!(office.server.count(), 5);
        assert!(office.rows().await.iter().all(|row| !row.3 || row.0 == 0));
        for day in 1..30 {
            office.clock.advance(days(1));
            office.post(flood(50)).await;
            office.rounds().await;
            assert_eq!(office.server.count(), (5 * (day + 1)).min(20));
        }
        let last = "over budget".to_owned();
        assert_eq!(office.rows().await.last().unwrap(), &(3, 0, last, false));
    })
    .await;
}

#[tokio::test]
async fn asking_again_for_the_same_waits_ten_minutes_and_ends_after_three() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Good).await;
        let first = promised(Kind::Confirm, "sam", 1, BEGIN);
        for _ in 0..4 {
            office.post(vec![first.clone()]).await;
        }
        assert_eq!(office.rounds().await, 1);
        assert_eq!(office.minutes(9).await, 0);
        assert_eq!(office.minutes(1).await, 1);
        assert_eq!(office.minutes(10).await, 1);
        assert_eq!(office.minutes(60).await, 0);
        office
            .post(vec![promised(Kind::Confirm, "sam", 2, BEGIN)])
            .await;
        assert_eq!(office.rounds().await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_mailbox_is_left_alone_for_a_day_and_never_for_our_own_faults() {
    on_both(|database| async move {
        let mut office = Office::open(&database, says(At::Rcpt, "550 5.1.1 unknown")).await;
        office.post_to(["gone".to_owned()]).await;
        office.rounds().await;
        assert_eq!(
            (office.rows().await[0].0, office.rows().await[0].3),
            (2, false)
        );
        office.server.switch(Behaviour::Good);
        office.clock.advance(hours(20));
        office.post_to(["gone".to_owned()]).await;
        assert_eq!(office.rounds().await, 0);
        // put off, not dropped: it may have been made meanwhile, and somebody waits for the letter
        assert_eq!(office.rows().await[1].0, 0);
        office.clock.advance(hours(4));
        assert_eq!(office.rounds().await, 1);

        office
            .server
            .switch(says(At::Rcpt, "550 5.7.1 not from you"));
        office.post_to(["sam".to_owned(), "tom".to_owned()]).await;
        office.rounds().await;
        office.server.switch(Behaviour::Good);
        assert_eq!(office.minutes(10).await, 0);
        assert_eq!(office.minutes(15).await, 2);
    })
    .await;
}

#[tokio::test]
async fn what_strangers_can_ask_for_leaves_the_owner_everything_else() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Good).await;
        let typed = (0..200).map(|number| {
            let kind = [Kind::Confirm, Kind::Endorse][number % 2];
            promised(kind, "olga", u8::try_from(number % 50).unwrap(), BEGIN)
        });
        office.post(typed.collect()).await;
        assert_eq!(office.rounds().await, 5, "what strangers typed");
        let reset = || promised(Kind::Reset, "olga", 1, BEGIN);
        office.post(vec![reset(), reset(), reset(), reset()]).await;
        assert_eq!(office.rounds().await, 3);
        for kind in [Kind::Own, Kind::Invitation, Kind::Security, Kind::Erased] {
            office.post(vec![promised(kind, "olga", 1, BEGIN)]).await;
            assert_eq!(office.rounds().await, 1, "{kind:?}");
        }
        // forgotten passphrases of a whole week lock nobody out for longer than three hours
        for _ in 0..56 {
            office.clock.advance(hours(3));
            let now = office.clock.now();
            let asked = (0..20).map(|_| promised(Kind::Reset, "olga", 1, now));
            office.post(asked.collect()).await;
            assert_eq!(office.rounds().await, 3);
        }
    })
    .await;
}

#[tokio::test]
async fn not_me_bars_what_other_browsers_type_for_thirty_days() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Good).await;
        let plan = Plan::of(petition::Kind::Petition);
        let under = office.db.write(move |tx| plan.write(tx, BEGIN)).await;
        let under = Id::from_bytes(*under.unwrap().id.as_bytes());
        let of = |kind| NewMessage {
            petition: Some(under),
            ..promised(kind, "sam", 1, BEGIN)
        };
        let mut own = of(Kind::Confirm);
        // the renderer of these stories takes the arguments for the browser
        let mut browser = [b' '; 32];
        browser[..17].copy_from_slice(b"sam's own browser");
        own.arguments = Some(String::from_utf8(browser.to_vec()).unwrap());
        let mailbox = own.mailbox;
        office
            .db
            .write(move |tx| {
                let span = (BEGIN, BEGIN.plus(days(30)));
                bar_forms(tx, mailbox, under, Some(browser), span)
            })
            .await
            .unwrap();
        office
            .post(vec![of(Kind::Confirm), of(Kind::Endorse)])
            .await;
        assert_eq!(office.rounds().await, 0);
        assert!(office.rows().await.iter().all(|row| row.2 == "not wanted"));
        office.post(vec![own]).await;
        assert_eq!(office.rounds().await, 1, "what the same browser types");
        office
            .post(vec![promised(Kind::Confirm, "sam", 2, BEGIN)])
            .await;
        assert_eq!(office.rounds().await, 1, "under another petition");
        office.post(vec![of(Kind::Own)]).await;
        assert_eq!(office.rounds().await, 1, "what is asked for");
        office.clock.advance(days(30));
        office.post(vec![of(Kind::Confirm)]).await;
        assert_eq!(office.rounds().await, 1, "thirty days later");
    })
    .await;
}

#[tokio::test]
async fn who_wants_no_updates_gets_everything_that_is_asked_for() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Good).await;
        let mailbox = promised(Kind::Confirm, "sam", 1, BEGIN).mailbox;
        office
            .db
            .write(move |tx| bar_updates(tx, mailbox, BEGIN.plus(days(365)), BEGIN))
            .await
            .unwrap();
        for kind in Kind::ALL {
            office.post(vec![promised(kind, "sam", 1, BEGIN)]).await;
        }
        let asked_for = Kind::ALL.len() - 1;
        assert_eq!(office.rounds().await, asked_for, "all but what is news");
    })
    .await;
}
