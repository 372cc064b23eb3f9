//! Story: a signature is taken back, by its own page and its own press; within a day the press can
//! be taken back too, and signing again is always possible.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::base::time::{days, hours, minutes};
use undersigned::count::Counts;
use undersigned::petition::{Kind, Petition};

const EVERYTHING: &str = "See or change everything we keep about you";

async fn signed(world: &World, petition: &Petition) -> Visitor {
    let mut sam = world.visitor();
    sam.signs(petition, "Sam Rivers", "sam@example.org").await;
    sam.opens_mail().await.presses("Confirm my signature").await;
    sam.sees("Signature 1");
    sam
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_thinks_better_of_it() {
    on_both(|world| async move {
        let pledge = world.petition(Kind::Pledge).await;
        let mut sam = signed(&world, &pledge).await;
        sam.follows("Withdraw my signature")
            .await
            .sees("Sam Rivers");
        assert_eq!(world.counted(&pledge).await, 1, "looking changes nothing");
        sam.presses("Withdraw my signature")
            .await
            .sees("Your signature is withdrawn");
        sam.sees_no("Sam Rivers");
        let back = sam.reads_mail().await;
        back.says("is withdrawn and no longer counted");
        assert_eq!(world.counted(&pledge).await, 0);
        let counts = Counts {
            withdrawn: 1,
            ..Counts::default()
        };
        assert_eq!(world.tally(&pledge).await, counts);

        world.later(hours(23)).await;
        let own = sam.answer().page().link(EVERYTHING).expect("a way on");
        sam.goes(&own)
            .await
            .presses("I changed my mind: count me again")
            .await;
        sam.sees("Your signature counts again.");
        assert_eq!(world.counted(&pledge).await, 1);

        sam.follows("Withdraw my signature")
            .await
            .presses("Withdraw my signature")
            .await;
        let _ = sam.reads_mail().await;
        let stale = sam.would_send("I changed my mind: count me again");
        world.later(hours(24)).await;
        sam.goes(&stale.action)
            .await
            .sees("Your signature is withdrawn");
        assert_eq!(
            sam.answer().page().buttons(),
            [""; 0],
            "a day later it stands"
        );
        let answer = sam.posts(&stale.action, stale.body()).await;
        assert_eq!(answer.status, 409, "the form of yesterday");
        assert_eq!(world.counted(&pledge).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_signs_again_later() {
    on_both(|world| async move {
        let pledge = world.petition(Kind::Pledge).await;
        let mut sam = signed(&world, &pledge).await;
        sam.follows("Withdraw my signature")
            .await
            .presses("Withdraw my signature")
            .await;
        let _ = sam.reads_mail().await;
        let mut kim = world.visitor();
        kim.signs(&pledge, "Kim", "kim@example.org").await;
        kim.opens_mail()
            .await
            .presses("Confirm my signature")
            .await
            .sees("Signature 1");

        world.later(days(40)).await;
        sam.signs(&pledge, "Samuel Rivers", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.sees("You have already signed")
            .sees_no("Your signature is withdrawn");
        assert_eq!(world.counted(&pledge).await, 2);
        let counts = Counts {
            counted: 2,
            ..Counts::default()
        };
        assert_eq!(
            world.tally(&pledge).await,
            counts,
            "one row each, no withdrawn one left"
        );
    })
    .await;
}

/// Scanners fetch every link of a mail, and the mailbox provider presses one-click unsubscribe.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_scanner_withdraws_and_unsubscribing_stops_updates_only() {
    on_both(|world| async move {
        let pledge = world.petition(Kind::Pledge).await;
        let mut sam = signed(&world, &pledge).await;
        let mail = sam.mail().clone();
        let scanner = world.visitor();
        for path in [
            mail.link(),
            format!("{}/withdraw", mail.link()),
            format!("{}/unsubscribe", mail.link()),
        ] {
            for method in [reqwest::Method::HEAD, reqwest::Method::GET] {
                let answer = scanner.asks(method, &path).send().await.unwrap();
                let expected = if path.ends_with("/withdraw") {
                    303
                } else {
                    200
                };
                assert_eq!(answer.status(), expected, "{path}");
            }
        }
        assert_eq!(world.counted(&pledge).await, 1);
        let header = mail.header("list-unsubscribe");
        let one_click = header
            .trim_matches(['<', '>'])
            .strip_prefix(crate::support::world::SITE);
        assert_eq!(
            mail.header("list-unsubscribe-post"),
            "List-Unsubscribe=One-Click"
        );
        let provider = world.visitor();
        let pressed = provider
            .asks(
                reqwest::Method::POST,
                one_click.expect("an address of ours"),
            )
            .header("content-type", "application/x-www-form-urlencoded")
            .body("List-Unsubscribe=One-Click");
        assert_eq!(
            pressed.send().await.unwrap().status(),
            200,
            "without cookies, from anywhere"
        );
        assert_eq!(world.counted(&pledge).await, 1, "no signature is touched");
        world.later(minutes(11)).await;
        sam.signs(&pledge, "Sam Rivers", "sam@example.org").await;
        sam.sees("Check your email to finish.");
        let mail = sam.reads_mail().await;
        mail.says("You have already signed");
        // not what is confirmed elsewhere either: one press of a mail program bars nobody from signing
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.slug = "another".to_owned())
            .await;
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}
