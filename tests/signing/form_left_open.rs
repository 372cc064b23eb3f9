//! Story: the form is filled in as a machine would, or left open over a weekend. Nobody is refused;
//! what looks like a machine twice over is held.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::base::time::{days, hours, minutes, seconds};
use undersigned::count::Counts;
use undersigned::petition::{Kind, Petition};

/// Opens the form; the name of the field that only programs fill in.
async fn opens(world: &World, petition: &Petition) -> (Visitor, String) {
    let mut somebody = world.visitor();
    somebody.opens(petition).await;
    let page = somebody.answer().page();
    let css = "[aria-hidden=true] input[tabindex=-1]";
    let bait = page.attribute(css, "name").expect("a bait");
    assert_eq!(page.attribute(css, "autocomplete").as_deref(), Some("off"));
    (somebody, bait)
}

/// Sends what was filled in, now, and confirms it; what the page says then. The letter of what looks like a machine goes last.
async fn confirms(world: &World, somebody: &mut Visitor, number: usize) -> String {
    somebody.fills_in("Somebody", &format!("s{number}@example.org"));
    let sending = somebody.would_send("Sign the petition");
    somebody
        .sends(sending)
        .await
        .sees("Check your email to finish.");
    world.later(minutes(5)).await;
    somebody
        .opens_mail()
        .await
        .presses("Confirm my signature")
        .await;
    somebody.text()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn as_a_machine_fills_it_in() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        // too fast, the bait taken: 50 points each, 100 is held
        for (number, (takes, is_baited, is_counted)) in [
            (seconds(2), false, true),
            (seconds(1), false, true),
            (seconds(30), true, true),
            (seconds(1), true, false),
            (hours(24) + seconds(1), true, false),
            (hours(24), true, true),
        ]
        .into_iter()
        .enumerate()
        {
            let (mut somebody, bait) = opens(&world, &petition).await;
            if is_baited {
                somebody.types(&bait, "https://example.org");
            }
            world.later(takes).await;
            let told = confirms(&world, &mut somebody, number).await;
            let says = "Signature ";
            assert_eq!(
                told.contains(says),
                is_counted,
                "after {takes:?}, {is_baited}: {told}"
            );
            assert!(is_counted || told.contains("You have signed."));
        }
        let counts = Counts {
            counted: 4,
            held: 2,
            ..Counts::default()
        };
        assert_eq!(world.tally(&petition).await, counts);
        assert_eq!(world.counted(&petition).await, 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_a_long_weekend() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let (mut patient, bait) = opens(&world, &petition).await;
        world.later(days(4)).await;
        let (_, other) = opens(&world, &petition).await;
        assert_ne!(bait, other, "it has another name each day");
        let told = confirms(&world, &mut patient, 1).await;
        assert!(told.contains("Signature 1"), "{told}");
        assert_eq!(world.counted(&petition).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_stamp_or_with_that_of_another() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let elsewhere = world
            .petition_with(Kind::Petition, |plan| plan.slug = "elsewhere".to_owned())
            .await;
        let (foreign, _) = opens(&world, &elsewhere).await;
        let stamp = foreign
            .answer()
            .page()
            .attribute("input[name=token]", "value")
            .unwrap();
        for (number, forged) in ["", "1.00", &stamp].into_iter().enumerate() {
            let (mut somebody, bait) = opens(&world, &petition).await;
            world.later(seconds(30)).await;
            somebody.types("token", forged).types(&bait, "x");
            let told = confirms(&world, &mut somebody, number).await;
            assert!(told.contains("You have signed."), "{forged}: {told}");
        }
        assert_eq!(world.counted(&petition).await, 0);
        assert_eq!(world.tally(&petition).await.held, 3);
    })
    .await;
}
