//! Story: the letter does not arrive, so it is asked for again, goes to another address, or its code
//! is typed where they signed.

use crate::support::world::on_both;
use undersigned::base::time::{days, minutes};
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_times_at_most() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let first = sam.reads_mail().await;
        for round in 1..=5 {
            sam.presses("Send it again")
                .await
                .sees("We send the message again up to three times.");
            if round < 3 {
                world.later(minutes(10)).await;
                let again = sam.reads_mail().await;
                assert_eq!(again.link(), first.link());
                assert_eq!((again.code(), again.word()), (first.code(), first.word()));
            }
        }
        world.later(days(2)).await;
        world.mail_rests().await;
        assert_eq!(
            world.unread(),
            0,
            "three letters for a petition, whoever asks"
        );
        sam.opens_link()
            .await
            .presses("Confirm my signature")
            .await
            .sees("Signature 1");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fourth_form_of_a_week_is_told_what_brings_its_letter() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        for _ in 0..3 {
            let mut stranger = world.visitor();
            stranger.signs(&letter, "Stranger", "sam@example.org").await;
            stranger.reads_mail().await;
        }
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "three in a week");
        sam.sees("Open the message we send to sam@example.org")
            .sees_no("is on its way")
            .sees("at most three of these messages in a week")
            .sees("get one more with “Change or remove my signature” at the bottom of this page");
        sam.follows("Change or remove my signature").await;
        sam.types("email", "sam@example.org")
            .presses("Send me the link")
            .await;
        sam.opens_mail()
            .await
            .presses("Confirm my signature")
            .await
            .sees("Signature 1");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn to_another_address() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@exmaple.org").await;
        let wrong = world.mail("sam@exmaple.org").await;
        sam.types("email", "sam at example.org")
            .presses("Send it there")
            .await;
        assert_eq!(sam.status(), 422);
        sam.sees("Enter an email address like name@example.org")
            .sees("sam@exmaple.org");
        let kept = sam.answer().page().attribute("input[name=email]", "value");
        assert_eq!(kept.as_deref(), Some("sam at example.org"));
        sam.types("email", "sam@example.org")
            .presses("Send it there")
            .await;
        sam.sees("the message now goes to the new address,")
            .sees("sam@example.org");

        let right = world.mail("sam@example.org").await;
        assert_ne!(right.token(), wrong.token());
        let mut other = world.visitor();
        other
            .goes(&wrong.link())
            .await
            .sees("This link no longer works");
        assert_eq!(other.status(), 404);
        assert_eq!(
            world.pending(&letter).await,
            1,
            "in the place of the wrong one"
        );
        sam.goes(&right.link())
            .await
            .presses("Confirm my signature")
            .await;
        sam.sees("Signature 1");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_code_typed_where_they_signed() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let code = sam.reads_mail().await.code();
        for (typed, is_counted) in [("", false), ("zzzz", false), ("2222-2222", false)] {
            sam.types("code", typed)
                .presses("Confirm my signature")
                .await;
            assert_eq!(sam.status() == 200, is_counted, "{typed}");
            sam.sees("This code does not match");
            assert_eq!(
                sam.answer()
                    .page()
                    .attribute("input[name=code]", "value")
                    .as_deref(),
                Some(typed)
            );
        }
        let shouted = format!(" {} ", code.to_uppercase().replace('-', " "));
        sam.types("code", &shouted)
            .presses("Confirm my signature")
            .await;
        sam.sees("Signature 1");
        assert_eq!(sam.path(), "/en/p/open-letter/signed", "as by the link");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

/// Pressed twice, or typed after the link was pressed elsewhere: whoever knows the code is led to the same page. Tries are counted
/// there too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_code_typed_once_more() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let code = sam.reads_mail().await.code();
        let typed = sam.types("code", &code).would_send("Confirm my signature");
        let wrong = typed.clone().with("code", "2222-2222");
        for _ in 0..2 {
            sam.sends(typed.clone()).await;
            assert_eq!(sam.status(), 200);
            sam.sees("Signature 1");
        }
        for _ in 0..4 {
            sam.sends(wrong.clone()).await;
            assert_eq!(sam.status(), 422);
            sam.sees("This code does not match");
        }
        sam.sends(typed).await;
        assert_eq!(sam.status(), 422, "no more tries today, right or wrong");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn to_another_address_only_while_it_can_be_signed() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(minutes(30)))
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.com").await;
        sam.reads_mail().await;
        world.later(minutes(30)).await;
        sam.types("email", "sam@example.org")
            .presses("Send it there")
            .await;
        assert_eq!(sam.status(), 422);
        sam.sees("The form is not open now, so the address cannot be changed");
        let kept = sam.answer().page().attribute("input[name=email]", "value");
        assert_eq!(kept.as_deref(), Some("sam@example.org"));
        world.later(days(8)).await;
        assert_eq!(
            world.pending(&letter).await,
            0,
            "its week is not begun anew"
        );
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_wrong_codes_and_only_the_link_is_left() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let code = sam.reads_mail().await.code();
        for _ in 0..5 {
            sam.types("code", "2222-2222")
                .presses("Confirm my signature")
                .await;
            sam.sees("This code does not match");
        }
        sam.types("code", &code)
            .presses("Confirm my signature")
            .await;
        assert_eq!(sam.status(), 422);
        sam.sees("The code was wrong five times.");
        assert_eq!(world.counted(&letter).await, 0);
        sam.opens_link().await.presses("Confirm my signature").await;
        sam.sees("Signature 1");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

/// The form of one petition sent under another: with the other's keys the same mailbox could be counted twice.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn not_under_another_petition() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;

        let mut mallory = world.visitor();
        mallory
            .signs(&letter, "Sam Again", "mallory@example.org")
            .await;
        world.mail("mallory@example.org").await;
        let elsewhere = |path: &str| path.replace("/open-letter/", "/free-records/");
        for sending in [
            mallory.would_send("Send it again"),
            mallory
                .would_send("Send it there")
                .with("email", "sam@example.org"),
        ] {
            let action = elsewhere(&sending.action);
            let answer = mallory.posts(&action, sending.body()).await;
            assert_eq!(answer.status, 409);
        }
        let there = elsewhere(mallory.path());
        mallory
            .goes(&there)
            .await
            .sees("If you have just sent the form")
            .sees_no("mallory@example.org");
        world.later(minutes(11)).await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 0, "nothing is sent from there");
        assert_eq!(world.pending(&letter).await, 1, "and nothing moved");
        for petition in [&letter, &other] {
            let expected = i64::from(petition.slug == letter.slug);
            assert_eq!(world.counted(petition).await, expected);
        }
    })
    .await;
}
