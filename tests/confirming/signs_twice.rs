//! Story: who signs again is told so in the mailbox, and nowhere else; each person counts once.

use crate::support::world::on_both;
use undersigned::base::time::minutes;
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_having_been_counted() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        world.later(minutes(11)).await;

        let mut again = sam.on_another_device();
        again.signs(&petition, "Sam Again", "Sam@Example.org").await;
        again.sees("Check your email to finish.").sees_no("already");
        // whichever of its writings was typed: what is about a signature goes where that signature was confirmed
        let mail = world.mail("sam@example.org").await;
        mail.says("You have already signed");
        assert!(!mail.text().contains("please confirm your signature"));
        again.goes(&mail.link()).await;
        again.sees("Counted since").sees("Withdraw my signature");
        assert_eq!(world.counted(&petition).await, 1);
        assert_eq!(world.pending(&petition).await, 1, "it waits for seven days");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn before_having_confirmed() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        let first = sam.reads_mail().await;
        world.later(minutes(61)).await;
        sam.signs(&petition, "Sam the Second", "sam@example.org")
            .await;
        let second = sam.reads_mail().await;
        assert_ne!(first.token(), second.token());

        world.later(minutes(2)).await;
        sam.goes(&second.link()).await.sees("Sam the Second");
        sam.presses("Confirm my signature")
            .await
            .sees("Signature 1");
        sam.goes(&first.link())
            .await
            .sees("Sam Confirm my signature");
        sam.presses("Confirm my signature")
            .await
            .sees("You have already signed");
        assert_eq!(world.counted(&petition).await, 1);

        world.later(minutes(10)).await;
        world
            .mail("sam@example.org")
            .await
            .says("You have already signed");
        for mail in [first, second] {
            sam.goes(&mail.link()).await;
            assert_eq!(sam.status(), 200, "links go on telling how it stands");
        }
    })
    .await;
}
