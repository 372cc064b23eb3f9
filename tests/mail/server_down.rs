//! Story: the mail server is down for an hour. Signing goes on; afterwards every letter leaves, once.

use crate::support::smtp::{At, Behaviour};
use crate::support::world::on_both;
use std::collections::BTreeMap;
use undersigned::base::time::{hours, minutes};
use undersigned::petition::Kind;

const SIGNERS: usize = 24;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn for_an_hour_and_in_every_way() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let outages = [
            Behaviour::NoGreeting,
            Behaviour::Says(At::Greeting, "421 4.3.2 going down".to_owned()),
            Behaviour::Hangs(At::Ehlo),
            Behaviour::Drops(At::Mail),
            Behaviour::Says(At::Mail, "451 4.3.0 not now".to_owned()),
            Behaviour::Hangs(At::Mail),
        ];
        let begin = world.now();
        let mut signers = Vec::new();
        for number in 0..SIGNERS {
            let outage = &outages[number * outages.len() / SIGNERS];
            world.smtp().switch(outage.clone());
            let mut signer = world.visitor();
            let email = format!("signer{number}@example.org");
            signer.signs(&letter, "Somebody", &email).await;
            assert_eq!(
                signer.status(),
                200,
                "signing is not the mail server's business"
            );
            signer.sees(&email);
            signers.push(signer);
            world.later(minutes(3)).await;
        }
        assert!(world.now().since(begin) >= hours(1));
        assert_eq!(world.smtp().count(), 0, "nothing left meanwhile");

        world.smtp().switch(Behaviour::Good);
        let all = async || {
            world.later(minutes(1)).await;
            world.smtp().count() >= SIGNERS
        };
        world.until("everybody has a letter", all).await;
        assert!(
            world.now().since(begin) < hours(24),
            "a confirmation is worth trying for a day"
        );
        world.mail_rests().await;
        let mut letters: BTreeMap<String, usize> = BTreeMap::new();
        for heard in world.smtp().messages() {
            *letters.entry(heard.recipient().to_owned()).or_default() += 1;
        }
        assert_eq!(letters.len(), SIGNERS);
        assert!(letters.values().all(|count| *count == 1), "{letters:?}");

        for signer in &mut signers {
            signer
                .opens_mail()
                .await
                .presses("Confirm my signature")
                .await;
        }
        assert_eq!(world.counted(&letter).await, 24);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mailbox_that_does_not_exist() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let unknown = "550 5.1.1 no such mailbox";
        world
            .smtp()
            .switch(Behaviour::Says(At::Rcpt, unknown.to_owned()));
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "samm@example.org").await;
        sam.sees("Check your email to finish.");
        world.mail_rests().await;
        world.leaves_failed(1);

        world.smtp().switch(Behaviour::Good);
        world.later(minutes(30)).await;
        world.mail_rests().await;
        assert_eq!(world.smtp().count(), 0, "what is final is not tried again");
        sam.types("email", "sam@example.org");
        sam.presses("Send it there")
            .await
            .sees("the message now goes to the new address,");
        sam.types("email", "sam@example.org");
        world
            .mail("sam@example.org")
            .await
            .says("please confirm your signature");
        assert_eq!(world.counted(&letter).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_day_long_outage_gives_up_in_the_end() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let full = "452 4.2.2 mailbox full";
        world
            .smtp()
            .switch(Behaviour::Says(At::Rcpt, full.to_owned()));
        world
            .visitor()
            .signs(&letter, "Sam", "sam@example.org")
            .await;
        for _ in 0..26 {
            world.mail_rests().await;
            world.later(hours(1)).await;
        }
        world.mail_rests().await;
        let tries = world.smtp().commands();
        let tries = tries.iter().filter(|line| line.starts_with("RCPT")).count();
        assert!((10..30).contains(&tries), "{tries} tries in a day");
        world.leaves_failed(1);
        assert_eq!(world.pending(&letter).await, 1);
    })
    .await;
}
