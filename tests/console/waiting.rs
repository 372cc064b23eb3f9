//! Story: somebody typed a name and an address, perhaps not their own. Organizers see that it is one more, and help who asks
//! them where the letter is.

use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::base::time::{days, minutes};
use undersigned::petition::Kind;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_waits_is_one_more_and_nobody() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Samuel Typed", "sam@example.org").await;
        let first = sam.reads_mail().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let pages = [
            urls::overview(letter.id),
            urls::signatures(letter.id),
            urls::signatures_at(letter.id, "waiting", "", ""),
        ];
        for page in pages {
            owner.goes(&page).await;
            assert_eq!(owner.status(), 200, "{page}");
            owner.sees_no("Samuel").sees_no("sam@example.org");
            owner.sees_no("has not confirmed yet: the form came in on");
        }
        for (state, words) in [
            ("waiting", "samuel"),
            ("all", "typed"),
            ("all", "sam@example"),
        ] {
            owner.looks_for(&letter, state, words).await;
            assert_eq!(owner.status(), 200, "{words}");
            owner.sees_no("Samuel").sees_no("sam@example.org");
            owner.sees_no("has not confirmed yet: the form came in on");
        }
        owner
            .goes(&urls::signatures_at(letter.id, "waiting", "", ""))
            .await;
        owner.sees("One form has not been confirmed by email yet.");

        // The whole address, as anybody may write it.
        owner.looks_for(&letter, "all", "Sam@Example.org").await;
        owner
            .sees("has not confirmed yet: the form came in on")
            .sees_no("Samuel");
        world.later(minutes(10)).await;
        owner.presses("Send the message again").await;
        owner.sees("If a form is waiting").sees_no("Samuel");
        let again = sam.reads_mail().await;
        assert_eq!(again.link(), first.link());

        // Nobody else's, and nothing is told of one that is not there.
        owner.looks_for(&letter, "all", "kim@example.org").await;
        owner.sees_no("has not confirmed yet: the form came in on");
        sam.opens_link().await.presses("Confirm my signature").await;
        owner.looks_for(&letter, "all", "sam@example.org").await;
        owner
            .sees_no("has not confirmed yet: the form came in on")
            .sees("Samuel Typed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn organizers_do_not_use_up_more_letters_than_the_signer_has() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.reads_mail().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        for round in 1..=5 {
            owner.looks_for(&letter, "all", "sam@example.org").await;
            owner.presses("Send the message again").await;
            owner.sees("If a form is waiting");
            if round < 3 {
                world.later(minutes(10)).await;
                sam.reads_mail().await;
            }
        }
        world.later(days(2)).await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "three letters, whoever asks");

        let reader = world.organizer(&letter, Role::Moderator).await;
        let refused = reader.gets(&urls::signatures(letter.id)).await;
        assert_eq!(refused.status, 403);
        let path = urls::resend_mail(letter.id);
        let posted = reader
            .posts(&path, "email=sam%40example.org".to_owned())
            .await;
        assert_eq!(posted.status, 403);
    })
    .await;
}
