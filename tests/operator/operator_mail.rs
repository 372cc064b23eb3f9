//! Story: whoever runs the site tries out whether mail arrives, and reads why it does not.

use super::operator_pages::{OLA, another_operator, operator, reads, text};
use crate::support::organizer::Browser;
use crate::support::smtp::{At, Behaviour};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::Id;
use undersigned::base::time::{days, minutes};
use undersigned::petition::Kind;
use undersigned::web::urls;

const TEST: &str = "/organize/operator/mail/test";

/// Asks for a test message; the page that tells what becomes of it.
async fn asks(ola: &Browser) -> String {
    let page = reads(ola, "/organize/operator/mail").await;
    let sent = ola.presses(&page, TEST, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    sent.location.expect("a page")
}

/// Reloads it until it says so.
async fn says(world: &World, ola: &Browser, page: &str, shown: &str) -> String {
    let told = async || text(&reads(ola, page).await);
    world
        .until(shown, async || told().await.contains(shown))
        .await;
    told().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_test_message_goes_the_way_of_all() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        let before = text(&reads(&ola, "/organize/operator/mail").await);
        let relay = format!("Mail goes to 127.0.0.1, port {}", world.smtp().port());
        for shown in [&*relay, "No message was given up.", "Nothing waits"] {
            assert!(before.contains(shown), "{shown} in {before}");
        }
        let page = asks(&ola).await;
        let mail = world.mail(OLA).await;
        assert_eq!(mail.subject(), "Test message: it has arrived");
        mail.says("It went the way of every other one");
        assert_eq!(mail.link(), "/organize/operator/mail");
        let told = says(&world, &ola, &page, "The relay took the test message").await;
        assert!(told.contains("(answer 250)"), "{told}");
        assert!(told.contains("The relay last took one just now"), "{told}");
        assert!(!told.contains("Look again"), "{told}");

        // of another one's, and of none, nothing is said
        for other in [
            urls::operator_mail_after(Id::<()>::new(world.now())),
            format!("{page}x"),
        ] {
            let told = text(&reads(&ola, &other).await);
            assert!(!told.contains("The relay took the test message"), "{told}");
        }

        let bo = another_operator(&world).await;
        let told = text(&reads(&bo, &page).await);
        assert!(!told.contains("The relay took the test message"), "{told}");

        // to her alone, and five times in ten minutes
        for _ in 0..4 {
            asks(&ola).await;
        }
        let page = reads(&ola, "/organize/operator/mail").await;
        let many = ola.presses(&page, TEST, &[]).await;
        assert_eq!(many.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(many.body.contains("several test messages"), "{}", many.body);
        let to = ola
            .presses(&page, TEST, &[("email", "sam@example.org")])
            .await;
        assert_eq!(to.status, StatusCode::UNPROCESSABLE_ENTITY);
        world.mail_rests().await;
        world.leaves_unread(4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_relay_says_no_to_is_told_in_words() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        world.smtp().switch(Behaviour::Says(
            At::Rcpt,
            "550 5.1.1 no such mailbox".to_owned(),
        ));
        let page = asks(&ola).await;
        let told = says(&world, &ola, &page, "The test message was refused").await;
        for shown in [
            "The mailbox does not exist, or its server does not take it.",
            "The answer was 550 5.1.1.",
            "Given up within 7 days",
            "1 message",
        ] {
            assert!(told.contains(shown), "{shown} in {told}");
        }
        assert!(!told.contains(&format!("{OLA} The mailbox")), "{told}");
        world.leaves_failed(1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_is_said_to_wait_and_why() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        world.smtp().switch(Behaviour::Says(
            At::Mail,
            "530 5.7.0 authentication required".to_owned(),
        ));
        let page = asks(&ola).await;
        let told = says(&world, &ola, &page, "could not be handed over yet").await;
        for shown in [
            "The relay did not take user name and password, or asks for some.",
            "The answer was 530 5.7.0.",
            "Tried, and tried again later",
            "Waiting, due later 1",
            "Look again",
        ] {
            assert!(told.contains(shown), "{shown} in {told}");
        }
        // what comes meanwhile is in the queue, due and untried: the worker leaves such a relay alone
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let told = text(&reads(&ola, "/organize/operator/mail").await);
        assert!(
            told.contains("Waiting, due now 1 The oldest was queued just now"),
            "{told}"
        );
        assert!(!told.contains("sam@"), "{told}");
        world.meanwhile(minutes(6));
        let told = text(&reads(&ola, "/organize/operator").await);
        assert!(told.contains("have waited for over five minutes"), "{told}");
        world.smtp().switch(Behaviour::Good);
        // the worker may be asking once more just now: then it asks again five minutes later
        world.mail_drains().await;
        assert_eq!(
            world.mail(OLA).await.subject(),
            "Test message: it has arrived"
        );
        sam.opens_mail().await;
        says(&world, &ola, &page, "The relay took the test message").await;
        world.later(days(8)).await;
    })
    .await;
}
