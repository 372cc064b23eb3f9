//! Story: somebody sends the form, sees a slip, goes back and sends it again. What was typed last is what the letter confirms, and
//! pressing twice does not make two of anything.

use crate::support::world::on_both;
use futures_util::future::join3;
use undersigned::base::time::{hours, minutes};
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_letter_confirms_what_was_typed_last() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.opens(&letter).await;
        sam.types("role", "Clrek").types("public", "detail");
        sam.fills_in("Jon Smitth", "sam@example.org")
            .presses("Sign the letter")
            .await;
        let first = sam.reads_mail().await;
        sam.opens(&letter).await;
        sam.types("role", "Clerk").types("public", "detail");
        sam.fills_in("Jon Smith", "sam@example.org")
            .presses("Sign the letter")
            .await;
        sam.sees("Jon Smith").sees_no("Jon Smitth");
        assert_eq!(world.pending(&letter).await, 1);
        let mut phone = world.visitor();
        world.later(minutes(1)).await;
        phone
            .goes(&first.link())
            .await
            .sees("Jon Smith")
            .sees("Clerk")
            .sees_no("Smitth");
        phone.presses("Confirm my signature").await;
        assert_eq!(world.counted(&letter).await, 1);
        world.mail_drains().await;
        assert_eq!(
            world.unread(),
            0,
            "and nobody hears that they have signed already"
        );
        world.later(minutes(1)).await;
        world.visitor().opens(&letter).await.sees("Jon Smith Clerk");
    })
    .await;
}

/// Another browser, another address, another petition or a day later: each form is its own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_mends_what_another_typed() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let mail = sam.reads_mail().await;
        let mut mallory = world.visitor();
        mallory
            .signs(&other, "Mallory", "mallory@example.org")
            .await;
        mallory
            .signs(&letter, "Sam the Fool", "sam@example.org")
            .await;
        assert_eq!(world.pending(&letter).await, 2);
        sam.signs(&letter, "Kim", "kim@example.org").await;
        sam.signs(&other, "Sam", "sam@example.org").await;
        assert_eq!(
            (world.pending(&letter).await, world.pending(&other).await),
            (3, 2)
        );
        world
            .visitor()
            .goes(&mail.link())
            .await
            .sees("Sam")
            .sees_no("Fool");
        world.later(hours(1)).await;
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        assert_eq!(world.pending(&letter).await, 4);
        world.mail_drains().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

/// Before the first press is committed the second finds nothing outside its own commit.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_form_pressed_twice_at_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Kim", "kim@example.org").await;
        world.mail("kim@example.org").await;
        sam.opens(&letter).await;
        sam.fills_in("Sam Rivers", "sam@example.org");
        let press = sam.would_send("Sign the letter");
        let (action, body) = (press.action.clone(), press.body());
        let presses = [sam.clone(), sam.clone(), sam.clone()];
        let [one, two, three] = presses.each_ref();
        let (one, two, three) = join3(
            one.posts(&action, body.clone()),
            two.posts(&action, body.clone()),
            three.posts(&action, body.clone()),
        )
        .await;
        for answer in [one, two, three] {
            assert_eq!(answer.status, 303);
            sam.keeps(&answer);
        }
        assert_eq!(world.pending(&letter).await, 2, "hers and theirs");
        let mail = world.mail("sam@example.org").await;
        sam.goes(&mail.link())
            .await
            .presses("Confirm my signature")
            .await;
        assert_eq!(world.counted(&letter).await, 1);
        world.mail_drains().await;
        assert_eq!(world.unread(), 0, "one letter for three presses");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_address_pressed_twice_at_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@exmaple.org").await;
        world.mail("sam@exmaple.org").await;
        let press = sam
            .would_send("Send it there")
            .with("email", "sam@example.org");
        let (action, body) = (press.action.clone(), press.body());
        let presses = [sam.clone(), sam.clone(), sam.clone()];
        let [one, two, three] = presses.each_ref();
        let (one, two, three) = join3(
            one.posts(&action, body.clone()),
            two.posts(&action, body.clone()),
            three.posts(&action, body.clone()),
        )
        .await;
        for answer in [one, two, three] {
            assert_eq!(answer.status, 303);
            sam.keeps(&answer);
        }
        assert_eq!(
            world.pending(&letter).await,
            1,
            "one form, wherever it goes"
        );
        sam.goes("/en/p/open-letter/check")
            .await
            .sees("sam@example.org");
        let link = world.link_behind(sam.answer());
        let mail = world.mail("sam@example.org").await;
        assert_eq!(mail.link(), link, "the page is about the form that waits");
        sam.goes(&link).await.presses("Confirm my signature").await;
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}
