//! Story: what a receiver does not take is tried again for days, signed anew each time; one that is gone is left alone, and the owners
//! hear of it.

use crate::support::receiver::{Answering, Receiver};
use crate::support::webhooks::is_signed;
use crate::support::world::{World, on_both};
use std::collections::BTreeSet;
use undersigned::account::model::Role;
use undersigned::account::occurrence::OccurrenceKind as K;
use undersigned::account::store::activity::Doer;
use undersigned::base::time::{days, hours, minutes};
use undersigned::base::{Id, Time};
use undersigned::partner::webhook::manage;
use undersigned::partner::webhook::model::{
    DeliveryState, Webhook, WebhookDelivery, WebhookFormat, WebhookState, message_id,
};
use undersigned::partner::webhook::store::deliveries;
use undersigned::petition::Kind;

/// Has `webhook.test` sent, as the button does.
async fn tries(world: &World, id: Id<Webhook>, many: usize) {
    let now = world.now();
    world
        .write(move |tx| {
            let all: Vec<_> = (0..many).map(|_| WebhookDelivery::test(id, now)).collect();
            deliveries::insert_all(tx, &all)
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_attempt_has_the_same_id_its_own_time_and_every_living_secret() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let receiver = Receiver::start().await;
        receiver.answers(Answering::Status(500));
        let (id, first) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        tries(&world, id, 1).await;
        world.is_recorded(id, 1).await;
        is_signed(&receiver.posted()[0], &first, world.now());

        // a second secret: both sign for a day, then the new one alone
        let (webhook, secrets) = (world.webhook(id).await, world.app().site.secrets.clone());
        let doer = Doer::operator(world.now());
        let second = world
            .write(move |tx| Ok(manage::renew_secret(tx, &secrets, &webhook, &doer)?.text()))
            .await;
        world.later(minutes(6)).await;
        world.is_recorded(id, 2).await;
        let again = receiver.posted()[1].clone();
        is_signed(&again, &first, world.now());
        is_signed(&again, &second, world.now());
        let spans = [
            minutes(6),
            minutes(33),
            hours(3),
            hours(6),
            hours(11),
            hours(16),
            hours(23),
            hours(27),
        ];
        for (attempts, span) in (3..).zip(spans) {
            world.later(span).await;
            world.is_recorded(id, attempts).await;
            is_signed(receiver.posted().last().unwrap(), &second, world.now());
        }
        let last = receiver.posted().last().unwrap().clone();
        assert_eq!(last.header("webhook-signature").split(' ').count(), 1);
        let ids: BTreeSet<_> = receiver
            .posted()
            .iter()
            .map(|one| one.header("webhook-id").to_owned())
            .collect();
        assert_eq!(ids.len(), 1);
        // ten attempts, and no eleventh
        let all = world.deliveries(id).await;
        assert_eq!(
            (all[0].state, all[0].attempts),
            (DeliveryState::GivenUp, 10)
        );

        // sent once more it begins anew, with the same id
        let (one, now) = (all[0].id, world.now());
        receiver.answers(Answering::Status(200));
        world
            .write(move |tx| deliveries::send_again(tx, one, now))
            .await;
        world.later(minutes(6)).await;
        world.is_recorded(id, 11).await;
        let all = world.deliveries(id).await;
        assert_eq!(all[0].state, DeliveryState::Taken);
        assert_eq!(receiver.posted().len(), 11);
        is_signed(receiver.posted().last().unwrap(), &second, world.now());
        // each of them stands in the log, with its status and nothing of the answer
        let tried = world
            .read(move |conn| deliveries::attempts(conn, one))
            .await;
        let statuses: Vec<_> = tried.iter().map(|one| one.status).collect();
        assert_eq!(statuses[..2], [Some(500), Some(500)]);
        assert_eq!((statuses.len(), statuses[10]), (11, Some(200)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receiver_that_was_out_gets_everything_once_it_is_back_the_oldest_first() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let receiver = Receiver::start().await;
        receiver.answers(Answering::Status(503));
        let (id, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        tries(&world, id, 3).await;
        for _ in 0..12 {
            world
                .until("somebody looked", async || {
                    let webhook = world.webhook(id).await;
                    webhook.rests_until.is_some_and(|until| until > world.now())
                })
                .await;
            world.later(hours(2)).await;
        }
        world
            .until("somebody looked", async || {
                let webhook = world.webhook(id).await;
                webhook.rests_until.is_some_and(|until| until > world.now())
            })
            .await;
        tries(&world, id, 33).await;
        // it was asked now and then, and not with all that waits
        let asked = receiver.posted().len();
        assert!(asked < 30, "{asked} attempts while it was out");
        let waiting = world.deliveries(id).await;
        assert_eq!(waiting.len(), 36);
        assert!(
            waiting
                .iter()
                .all(|one| one.state == DeliveryState::Waiting)
        );
        // by its own schedule one of them would wait for hours still
        let soon = world.now().plus(minutes(10));
        assert!(waiting.iter().any(|one| one.due_at > soon));
        let before = receiver.posted().len();
        receiver.answers(Answering::Status(204));
        world.later(minutes(6)).await;
        let back = world.now();
        world
            .until("it has everything", async || {
                let all = world.deliveries(id).await;
                all.iter().all(|one| one.state == DeliveryState::Taken)
            })
            .await;
        assert!(receiver.most_at_once() <= 2, "{}", receiver.most_at_once());
        // it got each once, as fast as it took them: no schedule stood between the first and the last
        assert_eq!(world.now(), back);
        let got: Vec<_> = receiver.posted()[before..]
            .iter()
            .map(|one| one.header("webhook-id").to_owned())
            .collect();
        let each: BTreeSet<_> = got.iter().collect();
        assert_eq!((got.len(), each.len()), (36, 36));
        // one alone found out that it is back; behind it the oldest came first
        let mut by_age = world.deliveries(id).await;
        by_age.sort_by_key(|one| one.happened_at);
        for oldest in &by_age[..3] {
            let place = got
                .iter()
                .position(|one| *one == message_id(oldest.occurrence));
            assert!(place.is_some_and(|place| place <= 4), "{place:?}");
        }
        let webhook = world.webhook(id).await;
        assert_eq!((webhook.failing_since, webhook.rests_until), (None, None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receiver_is_left_alone_for_as_long_as_it_asks() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let receiver = Receiver::start().await;
        receiver.answers(Answering::Later(429, 3_600));
        let (id, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        tries(&world, id, 1).await;
        world.is_recorded(id, 1).await;
        let asked = world.now();
        world.later(minutes(30)).await;
        tries(&world, id, 1).await;
        let webhook = world.webhook(id).await;
        assert_eq!(webhook.rests_until, Some(asked.plus(hours(1))));
        assert_eq!(world.deliveries(id).await[0].due_at, asked.plus(hours(1)));
        receiver.answers(Answering::Status(204));
        world.later(minutes(31)).await;
        world.are_posted(&receiver, 3).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_is_gone_or_out_for_five_days_is_off_and_the_owners_are_told() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let owner = world.organizer(&letter, Role::Owner).await;
        let (gone, out) = (Receiver::start().await, Receiver::start().await);
        gone.answers(Answering::Status(410));
        out.answers(Answering::Status(503));
        let kinds = [K::PetitionUpdated];
        let (first, _) = world
            .has_webhook(&letter, &gone, &kinds, WebhookFormat::Thin)
            .await;
        let _admin = world.organizer(&letter, Role::Admin).await;
        let maker = (WebhookFormat::Thin, Some(Role::Admin));
        let (second, _) = world.has_webhook_of(&letter, &out, &kinds, maker).await;
        tries(&world, first, 1).await;
        world
            .until("it is off", async || {
                world.webhook(first).await.state == WebhookState::Gone
            })
            .await;
        let mail = world.mail("owner@opendocket.example.org").await;
        mail.says("was turned off").says("127.0.0.1");
        tries(&world, second, 1).await;
        world.is_recorded(second, 1).await;
        for day in 1..=4_i16 {
            world.later(days(1)).await;
            tries(&world, second, 1).await;
            world.is_recorded(second, day + 1).await;
            let state = world.webhook(second).await.state;
            assert_eq!(state, WebhookState::On, "day {day}");
        }
        world.later(days(1)).await;
        tries(&world, second, 1).await;
        world
            .until("it is off", async || {
                world.webhook(second).await.state == WebhookState::Failing
            })
            .await;
        // whoever made it hears of it beside the owners; of the other, which a command made, they heard alone
        for role in ["owner", "admin"] {
            let mail = world.mail(&format!("{role}@opendocket.example.org")).await;
            mail.says("was turned off");
        }
        assert_eq!(world.unread(), 0);
        // nothing is written down for either any more
        let id = letter.id;
        world
            .write(move |tx| {
                use undersigned::account::occurrence::{Occurrence, store};
                store::note_one(
                    tx,
                    Occurrence::of(id.cast(), K::PetitionUpdated, Time::from_micros(0)),
                )?;
                assert!(!store::is_waiting(tx)?);
                Ok(())
            })
            .await;
        let asked = (gone.posted().len(), out.posted().len());
        world.later(hours(30)).await;
        assert_eq!((gone.posted().len(), out.posted().len()), asked);
        assert_eq!(owner.status(), 200);
    })
    .await;
}
