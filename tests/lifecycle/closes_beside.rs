//! Story: somebody closes a petition while somebody else writes in it. Nothing of either is lost in silence.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::petition::lifecycle::{close, transition};
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, PetitionState};
use undersigned::web::urls;

async fn stands(world: &World, petition: &Petition) -> Petition {
    let id = petition.id;
    let found = world.read(move |conn| petitions::find(conn, id)).await;
    found.expect("a petition")
}

async fn asks(editor: &mut Visitor, petition: &Petition, ask: &str) {
    editor.goes(&urls::edit_petition(petition.id)).await;
    editor.types("ask-en", ask).presses("Update the page").await;
    editor.sees(ask);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_edit_stands_and_the_press_is_asked_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ana = world.organizer(&letter, Role::Owner).await;
        let mut ben = world.organizer(&letter, Role::Editor).await;
        ana.goes(&urls::close_petition(letter.id)).await;
        asks(&mut ben, &letter, "Open them, all of them.").await;
        ana.types("outcome-en", "They said yes.")
            .presses("Close it")
            .await;
        assert_eq!(ana.status(), 409, "{}", ana.text());
        ana.sees("Somebody else saved while you were writing");
        ana.sees("They said yes.");
        assert_eq!(stands(&world, &letter).await.state, PetitionState::Open);
        ana.presses("Close it").await;
        let over = stands(&world, &letter).await;
        assert_eq!(over.state, PetitionState::Closed);
        let mut reader = world.visitor();
        reader.opens(&letter).await;
        reader
            .sees("Open them, all of them.")
            .sees("They said yes.");

        // two who write how it ended: the second reads what the first wrote
        let mut eva = world.organizer(&letter, Role::Admin).await;
        for one in [&mut ana, &mut eva] {
            one.goes(&urls::close_petition(letter.id)).await;
        }
        ana.types("outcome-en", "They said maybe.")
            .presses("Save")
            .await;
        eva.types("outcome-en", "They said no.")
            .presses("Save")
            .await;
        assert_eq!(eva.status(), 409, "{}", eva.text());
        eva.sees("They said no.").sees("They said maybe.");
        reader.opens(&letter).await.sees("They said maybe.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_revision_that_is_not_there_any_more_is_written_by_nobody() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (id, now) = (letter.id, world.now());
        let mut ben = world.organizer(&letter, Role::Editor).await;
        asks(&mut ben, &letter, "Open them.").await;
        let refused = world
            .app()
            .db
            .write(move |tx| close::close(tx, id, Vec::new(), letter.revision, now))
            .await;
        assert!(
            matches!(refused, Err(close::CloseRefused::Stale)),
            "{refused:?}"
        );
        let there = stands(&world, &letter).await;
        assert_eq!(
            (there.state, there.revision),
            (PetitionState::Open, letter.revision + 1)
        );
        let paused = world
            .app()
            .db
            .write(move |tx| transition::transition(tx, id, PetitionState::Paused, now))
            .await;
        assert_eq!(paused.expect("paused").revision, letter.revision + 2);
        // an instance that has read the edit reads the pause too
        world.looks().await;
        world.visitor().opens(&letter).await.sees("paused");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_at_the_same_moment_one_is_asked_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ana = world.organizer(&letter, Role::Owner).await;
        let mut ben = world.organizer(&letter, Role::Editor).await;
        ana.goes(&urls::close_petition(letter.id)).await;
        ana.types("outcome-en", "They said yes.");
        ben.goes(&urls::edit_petition(letter.id)).await;
        ben.types("ask-en", "Open them, all of them.");
        tokio::join!(ana.presses("Close it"), ben.presses("Update the page"));
        let there = stands(&world, &letter).await;
        assert_eq!(there.revision, letter.revision + 1, "written once");
        let asked_again = match there.state {
            PetitionState::Open => ana,
            _ => ben,
        };
        assert_eq!(asked_again.status(), 409, "{}", asked_again.text());
    })
    .await;
}
