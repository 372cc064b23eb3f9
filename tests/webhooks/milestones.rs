//! Story: a program hears of each round number of signatures once, however many sign at a time and whoever takes theirs back.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::receiver::{Posted, Receiver};
use crate::support::signers::{sign, signer};
use crate::support::world::{World, on_both};
use futures_util::future::join_all;
use undersigned::account::occurrence::OccurrenceKind as K;
use undersigned::count::{Change, store::tallies};
use undersigned::partner::webhook::model::WebhookFormat;
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;
use undersigned::signature::store::{confirm::move_state, read};

/// So many sign, whose names begin so.
async fn many_sign(world: &World, letter: &Petition, name: &str, many: usize) {
    let db = world.app().db.get_ref().clone();
    let all = (0..many).map(|n| signer(&format!("{name} {n}")));
    let (all, now) = (all.collect(), world.now());
    sign(&db, letter.id, SignatureState::Counted, all, now).await;
}

/// So many of the newest are taken out.
async fn are_removed(world: &World, letter: &Petition, many: i64) {
    let (id, now) = (letter.id, world.now());
    world
        .write(move |tx| {
            let (from, to) = (SignatureState::Counted, SignatureState::Removed);
            for one in read::newest(tx, id, from, None, many)? {
                move_state(tx, one.signature.id, (from, to), None, now)?;
            }
            let by = Change {
                counted: -many,
                removed: many,
                ..Change::default()
            };
            tallies::add(tx, id.cast(), by, now).map(drop)
        })
        .await;
}

fn milestones(posted: &[Posted]) -> Vec<i64> {
    let of = |one: &Posted| one.json()["data"]["milestone"].as_i64().expect("a number");
    let mut all: Vec<_> = posted.iter().map(of).collect();
    all.sort_unstable();
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_round_number_is_told_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        world.another_instance().await;
        let receiver = Receiver::start().await;
        let kinds = [K::MilestoneReached];
        world
            .has_webhook(&letter, &receiver, &kinds, WebhookFormat::Full)
            .await;
        many_sign(&world, &letter, "Ada", 99).await;
        many_sign(&world, &letter, "Sam", 1).await;
        world.looks().await;
        let posted = world.are_posted(&receiver, 1).await;
        let told = posted[0].json();
        assert_eq!(told["type"], "petition.milestone_reached");
        let data = &told["data"];
        assert_eq!(
            (&data["milestone"], &data["slug"]),
            (&100.into(), &"open-letter".into())
        );
        // many at once, in as many transactions
        let names = [
            "Bo", "Cy", "Di", "Ed", "Fi", "Gus", "Hal", "Ida", "Jo", "Kim",
        ];
        join_all(names.map(|name| many_sign(&world, &letter, name, 30))).await;
        let posted = world.are_posted(&receiver, 4).await;
        assert_eq!(milestones(&posted), [100, 200, 300, 400]);
        // below it and above it again: that was told
        are_removed(&world, &letter, 7).await;
        many_sign(&world, &letter, "Lea", 10).await;
        // and one change that passes several, of which one was told
        are_removed(&world, &letter, 10).await;
        many_sign(&world, &letter, "Mo", 700).await;
        let posted = world.are_posted(&receiver, 6).await;
        assert_eq!(milestones(&posted), [100, 200, 300, 400, 500, 1_000]);

        // where signing is a danger it is the number that everybody sees, and nobody's name
        turns_dangerous(&world, &letter).await;
        many_sign(&world, &letter, "Nora", 950).await;
        world.looks().await;
        let posted = world.are_posted(&receiver, 7).await;
        let told = posted[6].json();
        assert_eq!(told["data"]["milestone"], 2_000);
        let shown = world.visitor().gets("/p/open-letter/count.json").await;
        let (told_of, shown) = (&told["data"]["signatures"], &shown.json()["signatures"]);
        assert!(
            told_of.as_i64().unwrap() <= shown.as_i64().unwrap(),
            "{told}"
        );
        assert!(!told.to_string().contains("Nora"), "{told}");
        world.stops_another().await;
    })
    .await;
}

/// Who comes later hears of what comes then.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_reached_before_a_webhook_was_there_is_not_told() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        many_sign(&world, &letter, "Ada", 204).await;
        let receiver = Receiver::start().await;
        let kinds = [K::MilestoneReached];
        world
            .has_webhook(&letter, &receiver, &kinds, WebhookFormat::Thin)
            .await;
        are_removed(&world, &letter, 8).await;
        many_sign(&world, &letter, "Sam", 120).await;
        let posted = world.are_posted(&receiver, 1).await;
        assert_eq!(milestones(&posted), [300]);
    })
    .await;
}
