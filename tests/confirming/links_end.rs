//! Story: a link tells for seven days how it ended, however often it is pressed; then it is gone,
//! and what nobody confirmed with it. The door to withdraw stays open.

use crate::mine::own_signature::asks;
use crate::support::world::on_both;
use undersigned::base::time::{days, minutes};
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pressed_again_it_tells_the_same() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await;
        let press = sam.would_send("Confirm my signature");
        sam.presses("Confirm my signature")
            .await
            .sees("Signature 1");
        // the clock went on while Sam read: the number is heard of anew, as it is each second
        world.looks().await;
        sam.sends(press.clone()).await;
        let first = sam.text();
        for _ in 0..3 {
            sam.sends(press.clone()).await;
            assert_eq!((sam.status(), sam.text()), (200, first.clone()));
        }
        let mut kim = world.visitor();
        kim.sends(press).await;
        kim.sees("If you have just tapped").sees_no("Signature ");
        world.later(days(6)).await;
        sam.opens_link()
            .await
            .sees("It is counted. It was confirmed on November 21, 2026.");
        assert_eq!(world.counted(&petition).await, 1);
        // not the seven days of what was typed in: whoever signed may withdraw for good
        world.later(days(60)).await;
        let _ = asks(&mut sam, &petition).await;
        sam.follows("Withdraw my signature").await;
        sam.presses("Withdraw my signature")
            .await
            .sees("Your signature is withdrawn");
        let _ = sam.reads_mail().await;
        assert_eq!(world.counted(&petition).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unconfirmed_it_is_forgotten() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        let check = sam.path().to_owned();
        sam.reads_mail().await;
        world.later(days(6)).await;
        sam.opens_link().await.sees("Confirm my signature");
        let press = sam.would_send("Confirm my signature");
        world.later(days(1) + minutes(1)).await;
        assert_eq!(world.pending(&petition).await, 0, "nothing of it is left");
        sam.opens_link().await.sees("This link no longer works");
        assert_eq!(sam.status(), 404);
        sam.sends(press).await.sees("This link no longer works");
        sam.goes(&check)
            .await
            .sees("If you have just sent the form")
            .sees_no("sam@example.org");
        assert_eq!(world.counted(&petition).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_it_came_to_is_forgotten_too() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        let mut links = Vec::new();
        for name in ["Sam", "Sam Too"] {
            let mut device = world.visitor();
            device.signs(&petition, name, "sam@example.org").await;
            links.push(device.reads_mail().await.link());
            world.later(minutes(11)).await;
        }
        for link in &links {
            sam.goes(link).await.presses("Confirm my signature").await;
        }
        world
            .mail("sam@example.org")
            .await
            .says("You have already signed");
        let mut kim = world.visitor();
        kim.signs(&petition, "Kim", "kim@example.org").await;
        kim.opens_mail().await.presses("This was not me").await;
        links.push(kim.mail().link());
        world
            .mail("kim@example.org")
            .await
            .says("We have deleted it");
        let answers = [
            "It is counted.",
            "It is counted.",
            "Thank you for telling us",
        ];
        for (link, answer) in links.iter().zip(answers) {
            sam.goes(link).await.sees(answer);
        }
        world.later(days(8)).await;
        for link in &links[1..] {
            sam.goes(link).await.sees("This link no longer works");
        }
        assert_eq!(world.counted(&petition).await, 1);
    })
    .await;
}
