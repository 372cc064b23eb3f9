//! Story: somebody signs, opens the mailbox, presses one button, and is counted once.

use crate::support::world::on_both;
use undersigned::base::time::minutes;
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_browser_where_they_signed() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.sees("sam@example.org");
        assert_eq!(
            world.counted(&letter).await,
            0,
            "nothing counts unconfirmed"
        );
        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.sees("Signature 1");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_another_device() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.reads_mail().await;
        world.later(minutes(2)).await;
        let mut phone = sam.on_another_device();
        phone
            .opens_link()
            .await
            .presses("Confirm my signature")
            .await;
        phone.sees("Signature 1");
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}
