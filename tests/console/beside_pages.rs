//! Rule: the pages beside the editor's keep what is typed and what they held as its own pages do: steps, and what signers pass on.

use super::editor::keeps_on;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::time::{days, minutes};
use undersigned::petition::store::{dated_steps, kept_copies, share_texts};
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

pub async fn copies(world: &World, petition: &Petition) -> usize {
    let id = petition.id;
    let all = world.read(move |conn| kept_copies::of(conn, id)).await;
    all.len()
}

/// The words of each step, in English and Spanish.
async fn steps(world: &World, petition: &Petition) -> Vec<Vec<String>> {
    let id = petition.id;
    let all = world.read(move |conn| dated_steps::of(conn, id)).await;
    let words = all.into_iter().map(|step| step.words);
    words
        .map(|words| words.into_iter().map(|(_, words)| words).collect())
        .collect()
}

/// What is passed on in English by mail.
async fn mailed(world: &World, petition: &Petition) -> Option<String> {
    let id = petition.id;
    let all = world.read(move |conn| share_texts::of(conn, id)).await;
    let (_, english) = all.into_iter().find(|(lang, _)| lang.as_str() == "en")?;
    let mail = undersigned::petition::rules::share_texts::Channel::Email;
    english.written(mail).map(str::to_owned)
}

fn types_a_step<'a>(
    who: &'a mut Visitor,
    n: usize,
    day: &str,
    words: [&str; 2],
) -> &'a mut Visitor {
    let [english, spanish] = words;
    who.types(&format!("day-{n}"), day)
        .types(&format!("words-en-{n}"), english)
        .types(&format!("words-es-{n}"), spanish)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn steps_are_kept_while_they_are_typed_and_taken_up_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (mut ana, mut ben) = (
            world.organizer(&letter, Role::Owner).await,
            world.organizer(&letter, Role::Editor).await,
        );
        let here = urls::dated_steps(letter.id);
        ana.goes(&here).await;
        types_a_step(
            &mut ana,
            0,
            "2027-01-14",
            ["We hand it over.", "La entregamos."],
        );
        assert_eq!(keeps_on(&ana).await, 204);
        assert_eq!(
            steps(&world, &letter).await,
            Vec::<Vec<String>>::new(),
            "not saved"
        );

        // a colleague is offered it, and whoever typed it can throw it away
        ben.goes(&here)
            .await
            .sees("The Owner typed something here on");
        ben.follows("Show it").await.sees("It is not saved yet");
        let kept = ben.answer().page().attribute("#words-es-0", "value");
        assert_eq!(kept.as_deref(), Some("La entregamos."));

        // what is typed on another page of the petition meanwhile leaves this one alone
        ben.goes(&urls::share_texts(letter.id)).await;
        ben.types("email-en", "Read it.").presses("Save").await;
        world.later(minutes(5)).await;
        ana.presses("Save").await;
        assert!(ana.path().ends_with("saved=true"), "{}", ana.text());
        assert_eq!(copies(&world, &letter).await, 0, "it is saved");
        ben.goes(&here).await.sees_no("typed something here");

        // who opened it before is told, and nothing of theirs is lost
        let mut eva = world.organizer(&letter, Role::Admin).await;
        eva.goes(&here).await;
        types_a_step(&mut ben, 1, "2027-02-01", ["They answer.", "Responden."]);
        ben.presses("Save").await;
        types_a_step(
            &mut eva,
            0,
            "2027-01-15",
            ["We carry it over.", "La llevamos."],
        );
        eva.presses("Save").await;
        assert_eq!(eva.status(), 409, "{}", eva.text());
        let kept = eva.answer().page().attribute("#words-en-0", "value");
        assert_eq!(kept.as_deref(), Some("We carry it over."));
        world.later(minutes(5)).await;
        eva.presses("Save").await;
        assert_eq!(
            steps(&world, &letter).await,
            [["We carry it over.", "La llevamos."]]
        );

        // nothing that was saved is lost either
        eva.follows("Earlier versions (3)").await;
        eva.sees("Step 2: ").sees("They answer.");
        eva.follows("Version 2").await;
        eva.follows("Take up this version again").await;
        assert!(eva.path().starts_with(&here), "{}", eva.path());
        eva.sees("It is not saved yet");
        assert_eq!(
            steps(&world, &letter).await.len(),
            1,
            "looking saves nothing"
        );
        eva.presses("Save").await;
        assert_eq!(
            steps(&world, &letter).await,
            [
                ["We hand it over.", "La entregamos."],
                ["They answer.", "Responden."]
            ]
        );
        eva.follows("Earlier versions (4)")
            .await
            .sees("from version 2");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn so_is_what_signers_pass_on_also_once_it_is_over() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(2)))
            .await;
        world.later(days(3)).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let here = urls::share_texts(letter.id);
        owner.goes(&here).await.types("email-en", "Read it first.");
        assert_eq!(keeps_on(&owner).await, 204);
        assert_eq!(mailed(&world, &letter).await, None, "kept and not saved");
        owner.goes(&here).await.sees("typed something here");
        // too long to be saved, and kept all the same
        owner.types("subject-en", &"x".repeat(120));
        owner.presses("Keep for later").await;
        assert!(owner.path().contains("?copy="), "{}", owner.path());
        let kept = owner.answer().page().all("#subject-en");
        assert_eq!(kept, ["x".repeat(120)]);
        owner.presses("Save").await;
        assert_eq!(owner.status(), 422);
        // a page that is left takes its own copy along, and no other
        owner.goes(&here).await.follows("Show it").await;
        owner.types("subject-en", "Read").presses("Save").await;
        let first = mailed(&world, &letter).await;
        owner.goes(&here).await.types("email-en", "Read it last.");
        owner.presses("Save").await;
        assert_eq!(
            mailed(&world, &letter).await.as_deref(),
            Some("Read it last.")
        );
        owner.goes(&here).await;
        owner
            .follows("Earlier versions (2)")
            .await
            .sees("Email (en)");
        owner.follows("Version 1").await;
        owner.follows("Take up this version again").await;
        owner.presses("Save").await;
        assert_eq!(mailed(&world, &letter).await, first);
        // an address of the editor leads to the page, and takes no form
        owner
            .goes(&format!("{}/edit/messages", urls::overview(letter.id)))
            .await;
        assert_eq!(owner.path(), here);
        let kim = world.organizer(&letter, Role::Moderator).await;
        assert_eq!(kim.gets(&here).await.status, 403);
    })
    .await;
}
