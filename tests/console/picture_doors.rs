//! Story: who may change the picture of a petition, two who do, one whose session ends over it; and what is taken down or deleted takes
//! it along.

use super::picture::{WHAT, editor, rows, says};
use crate::support::answer::Answer;
use crate::support::organizer::PHRASE;
use crate::support::pictures::photo;
use crate::support::upload::{MULTIPART, multipart_with};
use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use diesel::prelude::*;
use undersigned::account::model::Role;
use undersigned::base::Id;
use undersigned::base::time::{days, minutes};
use undersigned::db::schema::petition_pictures;
use undersigned::petition::lifecycle::{delete_draft, transition};
use undersigned::petition::{Kind, Petition, PetitionState};
use undersigned::web::urls;

async fn asked(of: &Visitor, path: &str) -> u16 {
    of.gets(path).await.status
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_writes_the_petition_may_change_its_picture_and_nobody_else() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let picture = world.has_picture(&letter).await;
        let own = urls::own_picture(letter.id, &picture.small.file.hash.0);
        let moderator = world.organizer(&letter, Role::Moderator).await;
        for path in [
            urls::edit_picture(letter.id),
            urls::remove_picture(letter.id),
        ] {
            assert_eq!(asked(&moderator, &path).await, 403, "{path}");
            assert_eq!(asked(&world.visitor(), &path).await, 303, "{path}");
        }
        assert_eq!(asked(&moderator, &own).await, 200);
        assert_eq!(asked(&world.visitor(), &own).await, 303);
        let other = world
            .petition_with(Kind::Pledge, |plan| plan.organization = "Another".into())
            .await;
        let stranger = world.organizer(&other, Role::Owner).await;
        for path in [
            urls::edit_picture(letter.id),
            urls::remove_picture(letter.id),
            own,
        ] {
            assert_eq!(asked(&stranger, &path).await, 404, "{path}");
        }
        // no form of ours, and none at all
        let mut kim = world.organizer(&letter, Role::Editor).await;
        kim.goes(&urls::edit_picture(letter.id)).await;
        let sending = kim.would_send("Save").with("guard", "made up");
        let body = multipart_with("picture", &sending.fields, None);
        assert_eq!(
            kim.uploads(&sending.action, MULTIPART, body).await.status,
            403
        );
        let unknown = kim.would_send("Save").with("small_sha256", "x");
        let body = multipart_with("picture", &unknown.fields, None);
        assert_eq!(
            kim.uploads(&unknown.action, MULTIPART, body).await.status,
            422
        );
        let answer: Answer = kim
            .uploads(&sending.action, "text/plain", b"x".to_vec())
            .await;
        assert_eq!(answer.status, 415);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_change_it_hear_of_each_other() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut kim = editor(&world, &letter).await;
        says(&mut kim, &WHAT);
        world.has_picture(&letter).await;
        kim.saves_picture(Some(&photo(640, 480))).await;
        assert_eq!(kim.status(), 409);
        kim.sees("Somebody else changed the picture")
            .sees("The picture you chose is kept");
        kim.saves_picture(None).await;
        kim.sees("Saved.");
        let there = world
            .app()
            .page_cache
            .petition_cache
            .find(&letter.slug)
            .unwrap();
        assert_eq!(there.picture.revision, 2);
        assert_eq!(
            there.picture.picture.clone().unwrap().texts[0].alt,
            WHAT[0].1
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_words_outlive_the_session_and_the_file_is_asked_for_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut kim = editor(&world, &letter).await;
        says(&mut kim, &WHAT);
        world.later(days(2)).await;
        kim.saves_picture(Some(&photo(640, 480))).await;
        assert_eq!(kim.status(), 401);
        kim.sees(WHAT[0].1);
        kim.types("sign-in-email", "editor@opendocket.example.org")
            .types("sign-in-password", PHRASE);
        world.later(minutes(1)).await;
        kim.presses("Sign in").await;
        kim.sees("not saved yet").sees("Choose the file again");
        assert_eq!(
            kim.answer().page().attribute("#alt-es", "value").as_deref(),
            Some(WHAT[1].1)
        );
        kim.saves_picture(Some(&photo(640, 480))).await;
        kim.sees("Saved.");
        assert_eq!(rows(&world).await, [1, 2]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_taken_down_or_deleted_takes_its_picture_along() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let picture = world.has_picture(&letter).await;
        let path = urls::picture(&letter.slug, &picture.small.file.hash.0);
        assert_eq!(world.visitor().gets(&path).await.status, 200);
        let (id, now) = (letter.id, world.now());
        let moved = world
            .app()
            .db
            .write(move |tx| transition::transition(tx, id, PetitionState::Removed, now));
        moved.await.expect("taken down");
        world.looks().await;
        assert_eq!(world.visitor().gets(&path).await.status, 410);
        assert_eq!(rows(&world).await, [0, 0]);
        let kim = world.organizer(&letter, Role::Editor).await;
        assert_eq!(asked(&kim, &urls::edit_picture(letter.id)).await, 409);

        let draft = world
            .petition_with(Kind::Pledge, |plan| {
                plan.organization = "Another".into();
                plan.state = PetitionState::Draft;
            })
            .await;
        let picture = world.has_picture(&draft).await;
        let path = urls::picture(&draft.slug, &picture.small.file.hash.0);
        assert_eq!(
            world.visitor().gets(&path).await.status,
            404,
            "nobody sees a draft's"
        );
        let id: Id<Petition> = draft.id;
        let gone = world
            .app()
            .db
            .write(move |tx| delete_draft::delete(tx, id, draft.revision));
        gone.await.expect("deleted");
        assert_eq!(rows(&world).await, [0, 0]);
        let left: i64 = world
            .read(move |conn| {
                let of_it = petition_pictures::table.filter(petition_pictures::petition_id.eq(id));
                Ok(of_it.count().get_result(conn)?)
            })
            .await;
        assert_eq!(left, 0);
    })
    .await;
}
