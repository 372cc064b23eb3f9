//! Story: a petition is paused for some days and gets them back, and one is made after another.

use crate::support::organizer::PHRASE;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Time;
use undersigned::base::time::{days, hours};
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, PetitionState};
use undersigned::web::urls;

async fn stands(world: &World, petition: &Petition) -> Petition {
    let id = petition.id;
    let found = world.read(move |conn| petitions::find(conn, id)).await;
    found.expect("a petition")
}

async fn pauses(owner: &mut Visitor, petition: &Petition) {
    owner.goes(&urls::pause_petition(petition.id)).await;
    owner.presses("Pause signing").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_days_come_back_by_a_tick_and_details_go_when_it_was_told() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(20)))
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner
            .goes(&urls::edit_part(letter.id, &EditPart::Dates))
            .await;
        owner
            .types("closes_on", "2026-12-11")
            .types("closes_time", "17:00");
        owner.presses("Update the page").await;
        let before = stands(&world, &letter).await;
        pauses(&mut owner, &letter).await;
        world.later(days(2) + hours(1)).await;
        let mut again = world.organizer(&letter, Role::Admin).await;
        again.goes(&urls::resume_petition(letter.id)).await;
        again.sees("the last day to sign is then December 14, 2026");
        again.presses("Resume signing").await;
        let after = stands(&world, &letter).await;
        assert_eq!(after.state, PetitionState::Open);
        let end = Time::parse("2026-12-14T22:00:00Z").unwrap();
        assert_eq!(
            after.closes_at,
            Some(end),
            "three begun days, at the same hour"
        );
        assert_eq!(
            after.keeps_until(),
            before.keeps_until(),
            "not a day longer"
        );
        // whoever had the page of dates open before is told
        again
            .goes(&urls::edit_part(letter.id, &EditPart::Dates))
            .await;
        again.types("revision", &before.revision.to_string());
        again.types("goal", "700").presses("Update the page").await;
        assert_eq!(again.status(), 409, "{}", again.text());
        // without the tick nothing moves
        pauses(&mut again, &letter).await;
        world.later(days(1)).await;
        let mut third = world.visitor();
        third.goes("/organize/sign-in").await;
        third.types("email", "owner@opendocket.example.org");
        third.types("password", PHRASE).presses("Sign in").await;
        third.goes(&urls::resume_petition(letter.id)).await;
        third.types("later", "").presses("Resume signing").await;
        assert_eq!(stands(&world, &letter).await.closes_at, Some(end));
        let mut reader = world.visitor();
        reader.opens(&letter).await.sees("December 14, 2026");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_is_made_after_another_and_nothing_that_happened_comes_along() {
    on_both(|world| async move {
        let pledge = world.petition(Kind::Pledge).await;
        let mut sam = world.visitor();
        sam.signs(&pledge, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let mut owner = world.organizer(&pledge, Role::Owner).await;
        let template = urls::petition_template(pledge.id);
        let asked = owner.gets(&template).await;
        assert_eq!(asked.status, 200, "nothing is made by looking");
        owner
            .goes(&template)
            .await
            .presses("Use as a template")
            .await;
        assert!(owner.path().ends_with("/edit"), "{}", owner.text());
        owner.sees("Draft");
        let made = owner.path().split('/').nth(3).expect("a key").to_owned();
        let id = undersigned::base::Id::<Petition>::parse(&made).expect("a key");
        let draft = world.read(move |conn| petitions::find(conn, id)).await;
        let draft = draft.expect("a draft");
        assert_eq!(
            (draft.state, draft.kind, draft.closes_at, draft.published_at),
            (PetitionState::Draft, Kind::Pledge, None, None)
        );
        assert_ne!(draft.slug, pledge.slug);
        let there = pledge.id;
        let (one, other) = world
            .read(move |conn| Ok((petitions::texts(conn, there)?, petitions::texts(conn, id)?)))
            .await;
        assert_eq!(one, other);
        assert_eq!(world.rows(&draft).await.counted, 0);
        let kim = world.organizer(&pledge, Role::Analyst).await;
        assert_eq!(kim.gets(&template).await.status, 403);
    })
    .await;
}
