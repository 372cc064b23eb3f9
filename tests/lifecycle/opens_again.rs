//! Story: a petition was closed by mistake, or by a date that nobody thought of; a draft is wanted by nobody; what was taken
//! down stands in the way.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Time;
use undersigned::base::time::days;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, PetitionState};
use undersigned::web::urls;

async fn stands(world: &World, petition: &Petition) -> Petition {
    let id = petition.id;
    let found = world.read(move |conn| petitions::find(conn, id)).await;
    found.expect("a petition")
}

async fn closes(owner: &mut Visitor, petition: &Petition) {
    owner.goes(&urls::close_petition(petition.id)).await;
    owner.presses("Close it").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closed_by_mistake() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(20)))
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        closes(&mut owner, &letter).await;
        let closed = stands(&world, &letter).await;
        let told = closed.keeps_until();
        assert!(told.is_some());

        owner.goes(&urls::overview(letter.id)).await;
        owner.follows("Open it again").await;
        owner.sees("deleted when May 21, 2027 is over");
        owner.sees("May 14, 2027 at the latest");
        for (day, wrong) in [
            ("", "Enter a date"),
            ("2026-11-20", "Choose a day and time in the future"),
            ("2027-05-15", "Choose an earlier last day"),
            ("9999-01-01", "Enter a date"),
        ] {
            owner.types("closes_on", day).presses("Open it again").await;
            assert_eq!(owner.status(), 422, "{day}: {}", owner.text());
            owner.sees(wrong);
        }
        assert_eq!(stands(&world, &letter).await.state, PetitionState::Closed);
        owner
            .types("closes_on", "2027-03-01")
            .presses("Open it again")
            .await;
        assert_eq!(owner.path(), urls::overview(letter.id), "{}", owner.text());
        let open = stands(&world, &letter).await;
        assert_eq!((open.state, open.closed_at), (PetitionState::Open, None));
        assert_eq!(open.keeps_until(), told, "not a day longer than was said");
        assert_eq!(open.published_at, letter.published_at);

        // who signs now is told the same day
        let mut kim = world.visitor();
        kim.opens(&letter).await.sees("May 21, 2027");
        kim.signs(&letter, "Kim", "kim@example.org").await;
        kim.opens_mail().await.presses("Confirm my signature").await;
        kim.sees("Signature 2");
        // nor is it moved by the editor
        for (day, status) in [("2027-05-15", 422), ("", 422), ("2027-04-01", 200)] {
            owner
                .goes(&urls::edit_part(letter.id, &EditPart::Dates))
                .await;
            owner.types("closes_on", day).types("closes_time", "");
            owner.presses("Update the page").await;
            assert_eq!(owner.status(), status, "{day}: {}", owner.text());
        }
        assert_eq!(stands(&world, &letter).await.keeps_until(), told);
        assert_eq!(world.counted(&letter).await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_a_forgotten_date_and_too_late() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(3)))
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        world.later(days(4)).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::reopen_petition(letter.id)).await;
        // the last day there is stands in the form
        owner.presses("Open it again").await;
        let open = stands(&world, &letter).await;
        assert_eq!(open.state, PetitionState::Open);
        let last = Time::parse("2027-05-18T04:00:00Z").unwrap();
        assert_eq!(open.closes_at, Some(last));
        let mut reader = world.visitor();
        reader.opens(&letter).await.sees("Sign the letter");
        // it closes by itself, a week before the day that was told, and then it is too late
        world.later(last.since(world.now()) + days(1)).await;
        let over = stands(&world, &letter).await;
        assert_eq!(
            (over.state, over.keeps_until()),
            (PetitionState::Closed, open.keeps_until())
        );
        let mut admin = world.organizer(&letter, Role::Admin).await;
        admin.goes(&urls::overview(letter.id)).await;
        admin.sees_no("Open it again");
        let again = admin.gets(&urls::reopen_petition(letter.id)).await;
        assert_eq!(again.status, 409);
        world.later(days(7)).await;
        let forgotten = world
            .read(move |conn| undersigned::petition::store::retention_runs::find(conn, letter.id));
        assert!(
            forgotten.await.is_some(),
            "it went on the day that was told first"
        );
        // behind the program's back the database says no too
        let id = letter.id;
        let forced = world.app().db.write(move |tx| {
            use diesel::prelude::*;
            use undersigned::db::schema::petitions as p;
            diesel::update(p::table.find(id))
                .set(p::state.eq(PetitionState::Open.number()))
                .execute(&mut **tx)?;
            Ok::<_, undersigned::db::Error>(())
        });
        assert!(forced.await.is_err());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_nobody_wants_and_what_was_taken_down() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let draft = {
            let organization = letter.organization;
            let now = world.now();
            world
                .write(move |tx| {
                    let mut draft = petitions::find(tx, letter.id)?.expect("a petition");
                    draft.id = undersigned::base::Id::new(now);
                    draft.slug = undersigned::base::Slug::parse("a-draft").expect("a slug");
                    draft.state = PetitionState::Draft;
                    draft.published_at = None;
                    draft.organization = organization;
                    petitions::insert(tx, &draft)?;
                    Ok(draft)
                })
                .await
        };
        let (overview, delete) = (urls::overview(draft.id), urls::delete_petition(draft.id));
        let mut moderator = world.organizer(&letter, Role::Moderator).await;
        for path in [
            &delete,
            &urls::reopen_petition(letter.id),
            &urls::archive_petition(letter.id),
        ] {
            assert_eq!(moderator.gets(path).await.status, 403, "{path}");
        }
        moderator.goes(&overview).await.sees_no("Delete this draft");
        let mut editor = world.organizer(&letter, Role::Editor).await;
        editor.goes(&urls::edit_petition(draft.id)).await;
        editor.follows("Delete this draft").await;
        editor.sees("cannot be brought back");
        let asked = editor.gets(&overview).await;
        assert_eq!(asked.status, 200, "nothing is deleted by looking");
        editor.presses("Delete this draft").await;
        assert_eq!(editor.path(), "/organize");
        assert_eq!(editor.gets(&overview).await.status, 404);
        let wrong = editor.gets(&urls::delete_petition(letter.id)).await;
        assert_eq!(wrong.status, 409, "what was published is not deleted");

        let mut owner = world.organizer(&letter, Role::Owner).await;
        let archive = urls::archive_petition(letter.id);
        assert_eq!(owner.gets(&archive).await.status, 409, "it runs");
        owner.goes(&urls::remove_petition(letter.id)).await;
        owner.presses("Take it down").await;
        owner
            .goes(&archive)
            .await
            .presses("Take it off the list")
            .await;
        assert_eq!(owner.path(), "/organize");
        owner.sees_no("To the judges");
        assert_eq!(world.visitor().gets("/p/open-letter").await.status, 410);
        owner.follows("1 petition taken off this list").await;
        owner.sees("To the judges");
        owner.follows("To the judges of the circuit").await;
        owner.follows("Put it back on the list").await;
        owner.presses("Put it back on the list").await;
        owner.sees("To the judges");
        assert_eq!(world.visitor().gets("/p/open-letter").await.status, 410);
    })
    .await;
}
