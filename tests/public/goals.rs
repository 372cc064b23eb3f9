//! Stories: a fixed goal, why it is that number, and the day it was met.

use crate::support::signers::{sign, signer};
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use undersigned::account::model::Role;
use undersigned::base::time::{days, hours};
use undersigned::petition::Kind;
use undersigned::petition::edit::part::EditPart;
use undersigned::signature::{SignatureState, Signer};
use undersigned::web::urls;

fn crowd(name: &str, many: usize) -> Vec<Signer> {
    (0..many).map(|n| signer(&format!("{name} {n}"))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_goal_that_was_met_stays_met() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.goal = Some(26);
                plan.goal_reason = "5% of the students".to_owned();
            })
            .await;
        let db = world.app().db.get_ref().clone();
        sign(
            &db,
            letter.id,
            SignatureState::Counted,
            crowd("Early", 24),
            world.now(),
        )
        .await;
        world.looks().await;
        let mut reader = world.visitor();
        reader
            .opens(&letter)
            .await
            .sees("Be one of the first to sign");
        reader.sees_no("26").sees_no("5% of the students");
        assert!(reader.answer().page().find("progress").is_none(), "no bar");

        world.later(days(1)).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let own = sam.answer().page().link("Withdraw my signature");
        let own = own.expect("a way to take it back");
        reader.opens(&letter).await.sees("25 people have signed");
        reader
            .sees("1 more to reach 26")
            .sees("Why 26: 5% of the students");

        world.later(days(1)).await;
        let mut ana = world.visitor().reads("es");
        ana.signs(&letter, "Ana", "ana@example.org").await;
        ana.opens_mail().await.presses("Confirmar mi firma").await;
        reader
            .opens(&letter)
            .await
            .sees("Goal of 26 met on November 23, 2026");
        reader
            .sees("26 people have signed")
            .sees("Why 26: 5% of the students");
        reader.sees_no("more to reach");
        world
            .visitor()
            .goes("/es/p/open-letter")
            .await
            .sees("Meta de 26 alcanzada el 23 de noviembre de 2026");

        // a day later somebody takes the name back, and another signs: it stays the day it was
        world.later(days(1)).await;
        sam.goes(&own).await.presses("Withdraw my signature").await;
        let _ = sam.reads_mail().await;
        reader.opens(&letter).await.sees("25 people have signed");
        reader.sees("Goal of 26 met on November 23, 2026");
        let mut kim = world.visitor();
        kim.signs(&letter, "Kim", "kim@example.org").await;
        kim.opens_mail().await.presses("Confirm my signature").await;
        reader.opens(&letter).await.sees("26 people have signed");
        reader.sees("Goal of 26 met on November 23, 2026");

        // an instance that starts later knows it too
        let other = world.another_instance().await;
        let mut there = world.visitor().through(other);
        there
            .opens(&letter)
            .await
            .sees("Goal of 26 met on November 23, 2026");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_goal_has_another_day() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = crate::console::petitions::publishes(&world, &ana).await;
        let first = world.now();
        for name in ["One", "Two", "Three"] {
            sign(
                &world.app().db,
                id,
                SignatureState::Counted,
                crowd(name, 15),
                world.now(),
            )
            .await;
            world.meanwhile(days(1));
        }
        let ana = world.ana().await;
        assert_eq!(first.rfc3339().get(..10), Some("2026-11-21"));
        let dates = urls::edit_part(id, &EditPart::Dates);
        let says = async |goal: &str| {
            let page = ana.gets(&dates).await;
            let mut fields = crate::console::petitions::dated(&page);
            for field in &mut fields {
                if field.0 == "goal" {
                    field.1 = goal;
                }
            }
            let saved = ana.presses(&page, &dates, &fields).await;
            assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
            let overview = ana.gets(&urls::overview(id)).await;
            overview.body.replace(['\u{2068}', '\u{2069}'], "")
        };
        let met = "Goal of 30 met on November 22, 2026";
        assert!(says("30").await.contains(met), "the second day brought it");
        let more = says("50").await;
        assert!(
            !more.contains("met on") && more.contains("5 to go"),
            "{more}"
        );
        assert!(says("30").await.contains(met));
        let ladder = says("").await;
        assert!(
            !ladder.contains("met on"),
            "a goal that moves is never met: {ladder}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_pace_is_told_when_there_is_one() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.goal = Some(100))
            .await;
        let db = world.app().db.get_ref().clone();
        let counts = async |name: &str, many: usize| {
            sign(
                &db,
                letter.id,
                SignatureState::Counted,
                crowd(name, many),
                world.now(),
            )
            .await;
            world.looks().await;
        };
        let overview = urls::overview(letter.id);
        counts("First", 1).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&overview).await.sees("99 to go.");
        owner.sees_no("you reach the goal on");
        // as many as make a pace, but all of them within the first hour
        counts("Early", 59).await;
        world.later(days(3) - hours(1)).await;
        let mut editor = world.organizer(&letter, Role::Editor).await;
        editor.goes(&overview).await.sees("40 to go.");
        editor.sees_no("you reach the goal on");
        world.later(hours(1)).await;
        let mut admin = world.organizer(&letter, Role::Admin).await;
        // sixty on three days and a fourth that has begun
        admin.goes(&overview).await;
        admin.sees("40 to go. At this week’s pace you reach the goal on November 27, 2026.");
        world.later(days(6)).await;
        // nobody in the last seven days
        let mut analyst = world.organizer(&letter, Role::Analyst).await;
        analyst.goes(&overview).await.sees("40 to go.");
        analyst.sees_no("you reach the goal on");
        // forty-nine are no pace, however long it has been open
        let other = world
            .petition_with(Kind::Letter, |plan| {
                plan.slug = "of-few".to_owned();
                plan.goal = Some(100);
            })
            .await;
        world.later(days(4)).await;
        let crowded = crowd("Few", 49);
        sign(&db, other.id, SignatureState::Counted, crowded, world.now()).await;
        let mut moderator = world.organizer(&other, Role::Moderator).await;
        moderator
            .goes(&urls::overview(other.id))
            .await
            .sees("51 to go.");
        moderator.sees_no("you reach the goal on");
        let last = crowd("Last", 1);
        sign(&db, other.id, SignatureState::Counted, last, world.now()).await;
        moderator.goes(&urls::overview(other.id)).await;
        moderator.sees("50 to go. At this week’s pace");
    })
    .await;
}
