//! Story: an owner makes a webhook in the console, is shown its secret once, tries it, pauses it, reads what was sent and has it sent
//! again; and is told when whoever made one leaves.

use crate::support::receiver::{Answering, Receiver};
use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::account::occurrence::OccurrenceKind as K;
use undersigned::base::time::minutes;
use undersigned::partner::webhook::model::WebhookFormat;
use undersigned::partner::webhook::store::webhooks;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

async fn makes(owner: &mut Visitor, letter: &Petition, url: &str, format: &str) {
    owner.goes(&urls::webhooks(letter.organization)).await;
    owner.follows("New webhook").await;
    owner.types("url", url).types("signature.confirmed", "1");
    owner.types("format", format);
    owner.presses("Make the webhook").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_owner_makes_one_and_sees_its_secret_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::webhooks(letter.organization)).await;
        owner.sees("There is no webhook yet.");
        for (url, told) in [
            ("", "Fill in this line"),
            (
                "http://hooks.example.org/",
                "Enter an address that begins with https://",
            ),
            (
                "https://127.0.0.1/",
                "Enter an address on the public internet",
            ),
            (
                "https://hooks.example.org:25/",
                "Enter an address with port 443 or 8443",
            ),
        ] {
            makes(&mut owner, &letter, url, "thin").await;
            assert_eq!(owner.status(), 422, "{url}");
            owner.sees(told);
        }
        makes(
            &mut owner,
            &letter,
            "https://hooks.example.org/in?key=1",
            "full",
        )
        .await;
        owner
            .sees("The secret of the webhook")
            .sees("hooks.example.org");
        let secret = owner.answer().page().find("#secret").expect("a secret");
        assert!(secret.starts_with("whsec_"), "{secret}");
        assert!(owner.answer().header("cache-control").contains("no-store"));
        owner.follows("I have it: go on").await;
        owner
            .sees("https://hooks.example.org/in?key=1")
            .sees_no("whsec_");
        owner.sees("signature.confirmed").sees("Details: name");
        let place = letter.organization;
        let all = world.read(move |conn| webhooks::of(conn, place)).await;
        assert_eq!(all.len(), 1);
        assert!(all[0].made_by.is_some() && !all[0].allows_private);
        owner.goes(&urls::activity(place)).await;
        owner.sees("Made a webhook");

        // a new secret beside the one before
        owner.goes(&urls::webhook(all[0].id)).await;
        owner.presses("New secret").await;
        assert_ne!(
            owner.answer().page().find("#secret").expect("a secret"),
            secret
        );
        owner.sees("The secret before it goes on working for a day");
        owner.goes(&urls::delete_webhook(all[0].id)).await;
        owner.presses("Delete the webhook").await;
        owner
            .sees("The webhook is deleted.")
            .sees("There is no webhook yet.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_sent_is_read_and_sent_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let receiver = Receiver::start().await;
        receiver.answers(Answering::Status(500));
        let (id, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        let here = urls::webhook(id);
        owner.goes(&here).await;
        owner.presses("Send a test").await;
        owner.sees("A test is on its way");
        world.is_recorded(id, 1).await;
        owner.goes(&here).await;
        owner
            .sees("webhook.test")
            .sees("500")
            .sees("Next attempt")
            .sees_no("a secret of the receiver");
        // pressed twice while it waits: sent once
        receiver.answers(Answering::Status(204));
        owner.presses("Pause").await;
        owner.sees("Paused: what happens waits");
        world.meanwhile(minutes(1));
        let again = "Send again webhook.test, November 21, 2026 at 9:10 PM";
        owner.presses(again).await;
        owner.presses(again).await;
        assert_eq!(receiver.posted().len(), 1);
        owner.presses("Turn on").await;
        world.is_recorded(id, 2).await;
        assert_eq!(receiver.posted().len(), 2);
        owner.goes(&here).await;
        owner.sees("Taken").sees("204");
        owner.goes(&format!("{here}?only=given-up")).await;
        owner.sees("Nothing yet.");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_made_one_leaves_and_the_owners_hear_of_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let _owner = world.organizer(&letter, Role::Owner).await;
        let mut admin = world.organizer(&letter, Role::Admin).await;
        makes(&mut admin, &letter, "https://hooks.example.org/in", "thin").await;
        admin.sees("The secret of the webhook");
        admin.goes(&urls::leave(letter.organization)).await;
        admin.presses("Leave").await;
        let mail = world.mail("owner@opendocket.example.org").await;
        mail.says("The Admin").says("made webhooks");
        let place = letter.organization;
        let all = world.read(move |conn| webhooks::of(conn, place)).await;
        assert_eq!((all.len(), all[0].state.as_str()), (1, "on"));
        // another who made none leaves in silence
        let mut editor = world.organizer(&letter, Role::Editor).await;
        editor.goes(&urls::webhooks(place)).await;
        assert_eq!(editor.status(), 403);
        editor.goes(&urls::leave(place)).await;
        editor.presses("Leave").await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
    })
    .await;
}
