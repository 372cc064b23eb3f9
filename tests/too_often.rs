//! Story: somebody signs too often. The page is the same as ever; nothing of it is stored or sent.

use crate::support::world::on_both;
use undersigned::base::time::{hours, minutes};
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_one_address() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let source = "192.0.2.77".parse().unwrap();
        let signs = async |number: usize| {
            let mut somebody = world.visitor().comes_from(source);
            let email = format!("s{number}@example.org");
            somebody.opens(&letter).await;
            somebody.fills_in("Somebody", &email);
            let sending = somebody.would_send("Sign the letter");
            somebody.sends(sending).await;
            assert_eq!(somebody.status(), 200);
            somebody.sees("Check your email to finish.").sees(&email);
            somebody
        };
        for number in 0..5 {
            signs(number).await;
        }
        assert_eq!(world.pending(&letter).await, 5, "five a minute");
        let mut sixth = signs(5).await;
        sixth
            .presses("Send it again")
            .await
            .sees("We send the message again up to three times.");
        sixth
            .types("email", "elsewhere@example.org")
            .presses("Send it there")
            .await;
        sixth
            .sees("A message is on its way to the new address.")
            .sees("elsewhere@example.org");
        sixth
            .types("code", "2222-2222")
            .presses("Confirm my signature")
            .await;
        sixth
            .sees("This code does not match")
            .sees("elsewhere@example.org");
        assert_eq!(world.pending(&letter).await, 5);

        // three readings have passed: nine seconds, less than the twelve that give a place back
        world.later(minutes(1)).await;
        for number in 6..12 {
            signs(number).await;
        }
        assert_eq!(world.pending(&letter).await, 10, "five more a minute later");
        world.mail_rests().await;
        assert_eq!(world.unread(), 10);
        world.leaves_unread(10);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_and_a_network_have_their_measure_too() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut typed = 0;
        let mut signs = async |source: String| {
            typed += 1;
            let form = format!("name=Somebody&email=s{typed}@example.org&updates=no");
            let somebody = world.visitor().comes_from(source.parse().unwrap());
            let answer = somebody.posts("/p/open-letter/sign", form).await;
            assert_eq!(answer.status, 303);
        };
        // 30 in ten minutes, then 3 for each further minute
        for _ in 0..10 {
            for _ in 0..5 {
                signs("192.0.2.1".to_owned()).await;
            }
            world.later(minutes(1)).await;
        }
        let pending = world.pending(&letter).await;
        assert!((48..=57).contains(&pending) || pending == 50, "{pending}");
        world.later(hours(24)).await;
        // 50 a minute of one /24, however many addresses it has
        for host in 1..=80 {
            signs(format!("198.51.100.{host}")).await;
        }
        assert_eq!(world.pending(&letter).await - pending, 50);
        world.mail_rests().await;
        world.leaves_unread(world.unread());
    })
    .await;
}
