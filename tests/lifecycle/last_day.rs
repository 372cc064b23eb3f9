//! Story: the last day is 11 December. It can be signed until that day is over where the petition is, and every place says
//! that day.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use std::time::Duration;
use undersigned::account::model::Role;
use undersigned::base::Time;
use undersigned::base::time::seconds;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

async fn stands(world: &World, petition: &Petition) -> Petition {
    let id = petition.id;
    let found = world.read(move |conn| petitions::find(conn, id)).await;
    found.expect("a petition")
}

async fn ends_on(owner: &mut Visitor, petition: &Petition, day: &str, time: &str) {
    owner
        .goes(&urls::edit_part(petition.id, &EditPart::Dates))
        .await;
    owner.types("closes_on", day).types("closes_time", time);
    owner.presses("Update the page").await;
    assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_that_day_everywhere() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        ends_on(&mut owner, &letter, "2026-12-11", "").await;
        let end = Time::parse("2026-12-12T05:00:00Z").unwrap();
        let written = stands(&world, &letter).await;
        assert_eq!(written.closes_at, Some(end), "midnight in New York");

        // opened and saved as it is, ten times: nothing moves
        for _ in 0..10 {
            owner
                .goes(&urls::edit_part(letter.id, &EditPart::Dates))
                .await;
            owner.presses("Update the page").await;
        }
        let saved = stands(&world, &letter).await;
        let dates = |one: &Petition| (one.closes_at, one.opens_at, one.settings.clone());
        assert_eq!(dates(&saved), dates(&written));
        assert_eq!(saved.revision, written.revision + 10);

        owner.goes(&urls::overview(letter.id)).await;
        owner.sees("Closes December 11, 2026.");
        owner.sees("until June 11, 2027");
        owner.goes("/organize").await.sees("December 11, 2026");
        for (path, said) in [
            (
                "/p/open-letter",
                "December 11, 2026 The last day to sign the letter.",
            ),
            ("/p/open-letter", "June 11, 2027"),
            ("/p/open-letter/privacy", "June 11, 2027"),
            ("/es/p/open-letter", "11 de diciembre de 2026"),
        ] {
            world.visitor().goes(path).await.sees(said);
        }
        let facts = world.visitor().gets("/p/open-letter.json").await.json();
        assert_eq!(facts["last_day"], "2026-12-11");
        assert_eq!(facts["closes_at"], "2026-12-12T05:00:00Z");

        // the last second of that day is one of it; the next is not
        let mut late = world.visitor();
        world.meanwhile(end.since(world.now()) - seconds(30));
        late.signs(&letter, "Late", "late@example.org").await;
        late.sees("Check your email");
        world
            .later(end.since(world.now()) - Duration::from_micros(1))
            .await;
        world.visitor().opens(&letter).await.sees("Sign the letter");
        world.later(seconds(1)).await;
        let mut reader = world.visitor();
        reader.opens(&letter).await.sees("This letter is closed");
        reader.sees("December 11, 2026").sees_no("December 12");
        late.opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        let over = stands(&world, &letter).await;
        assert_eq!(over.closed_at, Some(end));
        let mut analyst = world.organizer(&letter, Role::Admin).await;
        for path in [urls::overview(letter.id), urls::close_petition(letter.id)] {
            analyst
                .goes(&path)
                .await
                .sees("It closed on December 11, 2026");
        }
        analyst.sees_no("December 12");
        analyst.goes("/organize").await.sees("December 11, 2026");
        let facts = world.visitor().gets("/p/open-letter.json").await.json();
        assert_eq!(
            (&facts["last_day"], &facts["ended"]),
            (&"2026-12-11".into(), &true.into())
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_time_of_day_stays_to_the_second() {
    on_both(|world| async move {
        // written by another program, with seconds that the form does not show
        let odd = Duration::from_micros(20 * 86_400_000_000 + 7_123_456);
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(odd))
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        for _ in 0..2 {
            owner
                .goes(&urls::edit_part(letter.id, &EditPart::Dates))
                .await;
            owner.presses("Update the page").await;
        }
        assert_eq!(stands(&world, &letter).await.closes_at, letter.closes_at);
        ends_on(&mut owner, &letter, "2026-12-11", "17:30").await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.sees("Closes December 11, 2026 at 5:30");
        ends_on(&mut owner, &letter, "2026-12-10", "23:59").await;
        let end = Time::parse("2026-12-11T04:59:00Z").unwrap();
        assert_eq!(stands(&world, &letter).await.closes_at, Some(end));
    })
    .await;
}
