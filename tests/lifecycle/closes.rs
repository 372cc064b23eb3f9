//! Story: a petition closes at its date, by the clock and without anybody's hand.

use crate::support::world::on_both;
use undersigned::base::time::{days, minutes};
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn at_its_date() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(3)))
            .await;
        let mut early = world.visitor();
        early.opens(&letter).await;
        early.sees("November 24, 2026 The last day to sign the letter.");
        early.signs(&letter, "Early", "early@example.org").await;
        early
            .opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        let mut late = world.visitor();
        late.opens(&letter).await;
        late.fills_in("Late", "late@example.org")
            .types("role", "Clerk");
        let mut in_time = world.visitor();
        world.later(days(3) - minutes(1)).await;
        in_time
            .signs(&letter, "In Time", "intime@example.org")
            .await;
        in_time.sees("Check your email to finish.");
        in_time.reads_mail().await;

        world.later(minutes(1)).await;
        late.presses("Sign the letter").await;
        assert_eq!(late.status(), 409);
        late.sees("This letter is closed")
            .sees("Thank you to everybody who signed.");
        assert_eq!(late.answer().page().buttons(), [""; 0]);
        let raw = late.posts(
            "/es/p/open-letter/sign",
            "name=Late&email=late@example.org&updates=no".to_owned(),
        );
        let raw = raw.await;
        assert_eq!((raw.status, raw.page().lang()), (409, "es".to_owned()));
        assert_eq!(world.pending(&letter).await, 1, "only who came in time");
        let facts = world.visitor().gets("/p/open-letter.json").await.json();
        assert_eq!(facts["ended"], true);
        let list = world.visitor().gets("/").await.page();
        assert_eq!(list.find(".deck"), None, "nothing is open");
        assert!(list.find(".over").unwrap().contains("To the judges"));

        // who signed in time may still open the mailbox
        in_time
            .opens_link()
            .await
            .presses("Confirm my signature")
            .await;
        in_time.sees("Signature 2");
        world
            .visitor()
            .opens(&letter)
            .await
            .sees("2 people signed")
            .sees("November 24, 2026");
        assert_eq!(world.counted(&letter).await, 2);
        assert_eq!(world.unread(), 0);

        // nothing is announced that is over
        let mut reader = world.visitor();
        reader.opens(&letter).await;
        reader.sees_no("What happens next");
        in_time.goes("/en/p/open-letter/signed").await;
        in_time.sees("What happens next From now on");
        for page in [reader, in_time] {
            page.sees_no("The last day to sign");
        }
    })
    .await;
}
