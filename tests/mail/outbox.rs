//! Story: what is promised is sent, once, whatever happens to relay, worker and database.

use crate::support::post::{BEGIN, Office, promised, rows};
use crate::support::smtp::{At, Behaviour, Secrecy};
use crate::support::{Database, on_both};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use undersigned::base::time::{days, hours, minutes, seconds};
use undersigned::mail::Reading;
use undersigned::mail::model::{Kind, NewMessage, Urgency};

fn says(at: At, text: &str) -> Behaviour {
    Behaviour::Says(at, text.to_owned())
}

fn names(count: usize) -> impl Iterator<Item = String> {
    (0..count).map(|number| format!("s{number}"))
}

#[tokio::test]
async fn a_promise_is_kept_once_and_nothing_personal_is_left() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Good).await;
        let mut letter = promised(Kind::Confirm, "sam", 1, BEGIN);
        letter.once_key = Some("confirm:1".to_owned());
        letter.arguments = Some("all there is to say".to_owned());
        office.post(vec![letter.clone(), letter.clone()]).await;
        office.post(vec![letter.clone()]).await;
        assert_eq!(office.rounds().await, 1);
        assert_eq!(office.rows().await, [(1, 0, "250".to_owned(), false)]);
        let sent = office.renderer.sent();
        assert_eq!(sent.len(), 1);
        assert_eq!(
            (sent[0].kind, sent[0].subject, sent[0].at),
            (Kind::Confirm, letter.subject, BEGIN)
        );
        let heard = office.server.messages();
        assert_eq!(heard[0].recipient(), "sam@example.org");
        let reading = Reading::of(&heard[0].data);
        assert!(
            reading
                .header("message-id")
                .unwrap()
                .ends_with("@mail.example.org>")
        );
        assert_eq!(
            reading.header("date"),
            Some("Sat, 21 Nov 2026 21:10:00 +0000")
        );
    })
    .await;
}

#[tokio::test]
async fn a_relay_away_for_an_hour_loses_nothing_and_urgent_letters_go_first() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::NoGreeting).await;
        let post = |kind, name: &str| promised(kind, name, 1, BEGIN);
        let mut letters: Vec<_> = names(30)
            .map(|name| post(Kind::Acknowledge, &name))
            .collect();
        letters.extend((30..60).map(|number| post(Kind::Confirm, &format!("s{number}"))));
        letters.push(post(Kind::Reset, "olga"));
        office.post(letters).await;
        let connections = |office: &Office| office.server.connections();
        for _ in 0..60 {
            office.clock.advance(minutes(1));
            office.round().await;
        }
        // the letter of an account finds out; the others are not worn out by trying
        assert!(connections(&office) < 70, "{}", connections(&office));
        assert!(
            office
                .rows()
                .await
                .iter()
                .all(|row| row.0 == 0 && row.1 == 0)
        );
        office.server.switch(Behaviour::Good);
        office.clock.advance(minutes(2));
        assert_eq!(office.rounds().await, 61);
        let heard = office.server.messages();
        assert_eq!(heard[0].recipient(), "olga@example.org");
        assert!(heard[1..31].iter().all(|one| {
            let number = one.recipient().trim_start_matches('s').split('@').next();
            number
                .unwrap()
                .parse::<u32>()
                .is_ok_and(|number| number >= 30)
        }));
        assert!(office.rows().await.iter().all(|row| row.0 == 1 && !row.3));
    })
    .await;
}

#[tokio::test]
async fn greylisting_is_tried_again_after_a_minute() {
    on_both(|database| async move {
        let greylist = Behaviour::SaysFirst(3, At::Rcpt, "450 4.2.0 greylisted".to_owned());
        let mut office = Office::open(&database, greylist).await;
        office.post_to(names(3)).await;
        assert_eq!(office.rounds().await, 0);
        assert!(
            office
                .rows()
                .await
                .iter()
                .all(|row| (row.0, row.1) == (0, 1) && row.3)
        );
        assert_eq!(office.minutes(2).await, 3);
        assert_eq!(office.server.count(), 3);
    })
    .await;
}

#[tokio::test]
async fn an_unclear_end_is_repeated_once_with_the_same_message_id() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Drops(At::Body)).await;
        office.post_to(["sam".to_owned()]).await;
        assert_eq!(office.rounds().await, 0);
        assert_eq!(office.minutes(9).await, 0);
        assert_eq!(office.server.count(), 1);
        office.minutes(2).await;
        office.minutes(120).await;
        let heard = office.server.messages();
        assert_eq!(heard.len(), 2);
        let id = |index: usize| {
            Reading::of(&heard[index].data)
                .header("Message-ID")
                .map(str::to_owned)
        };
        assert!(id(0).is_some());
        assert_eq!(id(0), id(1));
        assert_eq!(office.rows().await[0].0, 1);
    })
    .await;
}

/// Whoever causes many letters has them wait their turn; a petition that is about to close goes first.
#[tokio::test]
async fn a_letter_goes_when_it_is_due_and_the_urgent_one_first() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Good).await;
        let mut late = promised(Kind::Confirm, "late", 1, BEGIN);
        late.due_at = BEGIN.plus(minutes(50));
        office.post(vec![late]).await;
        assert_eq!(office.minutes(49).await, 0);
        assert_eq!(office.minutes(1).await, 1);

        let now = office.clock.now();
        let of = |name: &str, urgency| NewMessage {
            urgency,
            ..promised(Kind::Confirm, name, 1, now)
        };
        // one at a time, as after an outage, so that the order can be seen
        office.server.switch(Behaviour::NoGreeting);
        office
            .post(vec![
                of("last", Urgency::Last),
                of("usual", Urgency::Usual),
                of("first", Urgency::First),
            ])
            .await;
        office.round().await;
        office.server.switch(Behaviour::Good);
        office.clock.advance(minutes(2));
        office.round().await;
        assert_eq!(office.server.messages()[1].recipient(), "first@example.org");
        office.rounds().await;
        assert_eq!(office.server.count(), 4);
    })
    .await;
}

/// A relay that lost its settings, or its list of our address, refuses everybody: letters are kept, no mailbox is barred.
#[tokio::test]
async fn a_relay_that_refuses_everybody_loses_nothing_and_bars_nobody() {
    for no in [
        "550 relay not permitted",
        "550 Please turn on SMTP Authentication in your mail client",
        "554 5.7.1 Relay access denied",
        "550 Requested action not taken",
        "550 5.1.1 User unknown in local recipient table",
    ] {
        on_both(|database| async move {
            let mut office = Office::open(&database, says(At::Rcpt, no)).await;
            office.post_to(names(5)).await;
            office.rounds().await;
            office
                .post_to((5..30).map(|number| format!("s{number}")))
                .await;
            office.rounds().await;
            office.server.switch(Behaviour::Good);
            office.minutes(30).await;
            let lost = office.rows().await.iter().filter(|row| row.0 == 2).count();
            // what says clearly that it is about one is believed until it is said of five
            let most = if no.contains("5.1.1") { 4 } else { 0 };
            assert!(lost <= most, "{lost} lost by {no:?}");
            assert_eq!(office.server.count(), 30 - lost, "{no:?}");
            // none of them is barred from what comes next
            office.clock.advance(days(2));
            office.post_to(names(30)).await;
            assert_eq!(office.rounds().await, 30, "{no:?}");
        })
        .await;
    }
}

/// A relay without SMTPUTF8 carries no other script; the letter ends, and is never silent (the log line is in `mail/worker/outcome.rs`).
#[tokio::test]
async fn what_the_relay_cannot_carry_ends_at_once() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::AsciiOnly).await;
        office.post_to(["josé".to_owned(), "jose".to_owned()]).await;
        assert_eq!(office.rounds().await, 1);
        office.server.switch(Behaviour::Good);
        office
            .post_to(["चम्पा".to_owned(), "o'brien".to_owned()])
            .await;
        // with connections of its own
        let (mut worker, stop) = (office.another_worker(), office.stop.subscribe());
        while worker.round(&stop).await.unwrap().due > 0 {}
        let heard = office.server.messages();
        let to: Vec<&str> = heard.iter().map(|one| one.recipient()).collect();
        assert!(to.contains(&"चम्पा@example.org"), "{to:?}");
        assert!(to.contains(&"o'brien@example.org"), "{to:?}");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_stops_all_and_loses_nothing() {
    let database = Database::sqlite();
    let wrong = says(At::Auth, "535 5.7.8 wrong");
    let mut office = Office::open_as(&database, Secrecy::Tls, wrong).await;
    office.post_to(names(20)).await;
    office.rounds().await;
    assert_eq!(office.minutes(4).await, 0);
    // as many as there are connections found out, and then nobody asked again
    assert!(
        office.server.connections() <= 4,
        "{}",
        office.server.connections()
    );
    office.server.switch(Behaviour::Good);
    assert_eq!(office.minutes(5).await, 20);
}

#[tokio::test]
async fn letters_that_cannot_be_rendered_hold_up_nobody() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Good).await;
        let mut letters: Vec<_> = names(20)
            .map(|name| promised(Kind::Confirm, &name, 1, BEGIN))
            .collect();
        for (index, arguments) in [(3, "broken"), (7, "panic"), (11, "nothing")] {
            letters[index].arguments = Some(arguments.to_owned());
        }
        office.post(letters).await;
        assert_eq!(office.rounds().await, 17);
        let mut states: Vec<i16> = office.rows().await.iter().map(|row| row.0).collect();
        states.sort_unstable();
        assert_eq!(states[..2], [0, 0]);
        assert_eq!(states[19], 3);
    })
    .await;
}

#[tokio::test]
async fn workers_share_and_never_send_twice() {
    on_both(|database| async move {
        let office = Office::open(&database, Behaviour::Good).await;
        office.post_to(names(900)).await;
        let mut working = tokio::task::JoinSet::new();
        for _ in 0..3 {
            let (mut worker, stop) = (office.another_worker(), office.stop.subscribe());
            working.spawn(async move { while worker.round(&stop).await.unwrap().due > 0 {} });
        }
        while let Some(done) = working.join_next().await {
            done.unwrap();
        }
        let heard = office.server.messages();
        let different: BTreeSet<_> = heard.iter().map(|one| one.recipient().to_owned()).collect();
        assert_eq!((heard.len(), different.len()), (900, 900));
    })
    .await;
}

#[tokio::test]
async fn what_a_dead_worker_took_is_sent_by_another_after_five_minutes() {
    on_both(|database| async move {
        let mut office = Office::open(&database, Behaviour::Hangs(At::Greeting)).await;
        office.post_to(names(10)).await;
        let (mut worker, stop) = (office.another_worker(), office.stop.subscribe());
        let mut working = tokio::task::JoinSet::new();
        working.spawn(async move { worker.round(&stop).await.map(drop) });
        while office.server.connections() == 0 {
            tokio::task::yield_now().await;
        }
        working.shutdown().await;
        office.server.switch(Behaviour::Good);
        assert_eq!(office.minutes(4).await, 0);
        assert_eq!(office.minutes(2).await, 10);
    })
    .await;
}

#[tokio::test]
async fn a_worker_told_to_stop_gives_back_what_it_has_not_begun() {
    on_both(|database| async move {
        let late = Behaviour::Late(At::Body, Duration::from_millis(200));
        let office = Office::open(&database, late).await;
        office.post_to(names(600)).await;
        let (worker, stop, server, db) = office.into_worker();
        let mut working = tokio::task::JoinSet::new();
        working.spawn(worker.run(stop.subscribe()));
        while server.count() == 0 {
            tokio::task::yield_now().await;
        }
        stop.send(true).unwrap();
        let ending = tokio::time::timeout(seconds(2), working.join_next()).await;
        assert!(ending.is_ok(), "the worker did not stop");
        let rows = rows(&db).await;
        let settled = rows.iter().filter(|row| row.0 == 1).count();
        assert_eq!(settled, server.count());
        assert!(settled < 600 && rows.iter().all(|row| row.0 < 2));
    })
    .await;
}

#[tokio::test]
async fn a_running_worker_sends_at_once_when_the_bell_rings() {
    let database = Database::sqlite();
    let office = Office::open(&database, Behaviour::Good).await;
    let bell = undersigned::mail::OutboxSignal::default();
    bell.ring();
    office.post_to(["sam".to_owned()]).await;
    let (worker, stop, server, _db) = office.into_worker();
    let mut working = tokio::task::JoinSet::new();
    working.spawn(worker.run(stop.subscribe()));
    let sent = tokio::time::timeout(seconds(5), async {
        while server.count() == 0 {
            tokio::task::yield_now().await;
        }
    });
    assert!(sent.await.is_ok());
    drop(stop);
    assert!(
        tokio::time::timeout(seconds(2), working.join_next())
            .await
            .is_ok()
    );
}

/// M1 of the mail plan, made smaller: a relay that changes its mind all the time, and a worker that
/// is killed again and again.
#[tokio::test]
async fn through_a_storm_every_mailbox_gets_its_letter() {
    on_both(|database| async move {
        let office = Office::open(&database, Behaviour::Good).await;
        office.post_to(names(300)).await;
        let storm = [
            Behaviour::NoGreeting,
            says(At::Greeting, "421 busy"),
            says(At::Rcpt, "450 4.2.0 greylisted"),
            says(At::Data, "451 4.3.0 later"),
            says(At::Body, "452 4.3.1 full"),
            says(At::Mail, "421 4.3.2 closing"),
            Behaviour::Hangs(At::Greeting),
            Behaviour::Hangs(At::Rcpt),
            Behaviour::Drops(At::Mail),
            Behaviour::Drops(At::Data),
            Behaviour::BlankEhlo,
            Behaviour::LongLine(At::Rcpt),
            Behaviour::ClosesIdle,
        ];
        let mut kills = 0;
        for (turn, behaviour) in storm.iter().cycle().take(40).enumerate() {
            let (mut worker, stop) = (office.another_worker(), office.stop.subscribe());
            let mut working = tokio::task::JoinSet::new();
            office.server.switch(behaviour.clone());
            working.spawn(async move { worker.round(&stop).await.map(drop) });
            if turn % 2 == 0 {
                // killed in the middle of something
                let millis = u64::try_from(turn % 7).unwrap() * 9;
                let _ =
                    tokio::time::timeout(Duration::from_millis(millis), working.join_next()).await;
                kills += usize::from(!working.is_empty());
                working.shutdown().await;
            } else {
                working.join_next().await;
            }
            office.server.switch(Behaviour::Good);
            let (mut worker, stop) = (office.another_worker(), office.stop.subscribe());
            let little = Duration::from_millis(15);
            let _ = tokio::time::timeout(little, worker.round(&stop)).await;
            office.clock.advance(minutes(6));
        }
        assert!(kills > 5, "{kills}");
        let mut office = office;
        for _ in 0..30 {
            office.clock.advance(hours(1));
            office.rounds().await;
        }
        let mut letters: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for heard in office.server.messages().iter().filter(|one| one.is_taken) {
            let id = Reading::of(&heard.data)
                .header("Message-ID")
                .unwrap()
                .to_owned();
            letters
                .entry(heard.recipient().to_owned())
                .or_default()
                .push(id);
        }
        assert_eq!(letters.len(), 300, "lost");
        assert!(
            letters
                .values()
                .all(|ids| ids.iter().all(|id| *id == ids[0]))
        );
        let extra: usize = letters.values().map(|ids| ids.len() - 1).sum();
        // each kill may repeat what was under way: four connections and one handful not stored yet
        eprintln!("{kills} kills, {extra} of 300 sent twice");
        assert!(office.rows().await.iter().all(|row| row.0 == 1));
    })
    .await;
}
