//! Story: an owner has a webhook lead elsewhere, hear of other things and be told more, without another secret; nothing that waits is lost.

use crate::support::receiver::{Answering, Receiver};
use crate::support::webhooks::is_signed;
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::account::occurrence::{OccurrenceKind as K, OccurrenceKinds};
use undersigned::account::store::activity::Doer;
use undersigned::base::time::minutes;
use undersigned::partner::webhook::manage::{self, WebhookChange};
use undersigned::partner::webhook::model::{
    DeliveryState, WebhookDelivery, WebhookFormat, WebhookState,
};
use undersigned::partner::webhook::store::deliveries;
use undersigned::partner::webhook::target::WebhookUrl;
use undersigned::petition::Kind;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_webhook_is_changed_in_the_console() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let receiver = Receiver::start().await;
        let kinds = [K::PetitionClosed, K::PetitionUpdated];
        let (id, secret) = world
            .has_webhook(&letter, &receiver, &kinds, WebhookFormat::Thin)
            .await;
        owner.goes(&urls::webhook(id)).await;
        owner.follows("Change the webhook").await;
        owner.sees("Its secret stays as it is");
        let page = owner.answer().page();
        assert_eq!(
            page.attribute("#url", "value").as_deref(),
            Some(&*receiver.url())
        );
        // what is wrong is said beside it, and nothing that was typed is lost
        let to = "https://10.0.0.1/hook";
        owner
            .types("url", to)
            .types("petition", &letter.id.to_string());
        owner
            .types("signature.confirmed", "1")
            .types("format", "osdi")
            .presses("Save")
            .await;
        assert_eq!(owner.status(), 422);
        owner.sees("Enter an address on the public internet");
        let page = owner.answer().page();
        assert_eq!(page.attribute("#url", "value").as_deref(), Some(to));
        let mut kept = page.attributes("input[checked]", "name");
        assert_eq!(kept.pop().as_deref(), Some("format"));
        kept.sort();
        assert!(
            kept.iter()
                .eq(["petition.closed", "petition.updated", "signature.confirmed"].iter()),
            "{kept:?}"
        );
        let chosen = page.attributes("input[checked]", "value");
        assert_eq!(chosen.last().map(String::as_str), Some("osdi"));
        let chosen = page.attribute("#petition option[selected]", "value");
        assert_eq!(chosen, Some(letter.id.to_string()));
        // another place in the own network is refused to organizers, also where the one before was let through
        owner
            .types("url", "http://127.0.0.1:1/hook")
            .presses("Save")
            .await;
        assert_eq!(owner.status(), 422);

        owner
            .types("url", "https://crm.example.org/hook?key=2")
            .presses("Save")
            .await;
        owner
            .sees("The webhook is changed")
            .sees("https://crm.example.org/hook?key=2")
            .sees("signature.confirmed");
        owner.sees("Action Network sends them").sees_no("whsec_");
        let webhook = world.webhook(id).await;
        assert!(!webhook.allows_private);
        assert_eq!(
            (webhook.format, webhook.petition),
            (WebhookFormat::Osdi, Some(letter.id))
        );
        assert_eq!(
            webhook.kinds,
            OccurrenceKinds::of([K::PetitionClosed, K::PetitionUpdated, K::SignatureConfirmed])
        );
        owner.goes(&urls::activity(letter.organization)).await;
        owner.sees("Changed a webhook");
        let (secrets, now) = (world.app().site.secrets.clone(), world.now());
        let living = world
            .read(move |conn| {
                let living =
                    undersigned::partner::webhook::store::secrets::living(conn, &secrets, id, now)?;
                Ok(living.iter().map(|one| one.text()).collect::<Vec<_>>())
            })
            .await;
        assert_eq!(living, [secret], "the secret is the same");

        // saved as it is: nothing is done, and nothing is written in the log
        owner.goes(&urls::edit_webhook(id)).await;
        owner.presses("Save").await;
        owner.sees("The webhook is changed");
        owner.goes(&urls::activity(letter.organization)).await;
        assert_eq!(owner.text().matches("Changed a webhook").count(), 1);
        // it is for owners and admins
        let editor = world.organizer(&letter, Role::Editor).await;
        assert_eq!(editor.gets(&urls::edit_webhook(id)).await.status, 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_goes_to_the_new_address_at_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (old, new) = (Receiver::start().await, Receiver::start().await);
        old.answers(Answering::Later(503, 7_200));
        let (id, secret) = world
            .has_webhook(&letter, &old, &[K::PetitionClosed], WebhookFormat::Thin)
            .await;
        let now = world.now();
        world
            .write(move |tx| {
                let all: Vec<_> = (0..30).map(|_| WebhookDelivery::test(id, now)).collect();
                deliveries::insert_all(tx, &all)
            })
            .await;
        world
            .until("it is left alone", async || {
                world.webhook(id).await.rests_until.is_some()
            })
            .await;
        let asked = old.posted().len();
        let doer = Doer::operator(world.now());
        let change = WebhookChange {
            petition: None,
            url: WebhookUrl::parse(&new.url(), true).unwrap(),
            kinds: OccurrenceKinds::of([K::PetitionClosed]),
            format: WebhookFormat::Thin,
            allows_private: true,
        };
        let changed = world
            .write(move |tx| manage::change(tx, id, &change, &doer))
            .await;
        assert!(changed.is_some_and(|webhook| webhook.rests_until.is_none()));
        // time stands still: nobody waits for a schedule that was another receiver's
        world
            .until("the new one has everything", async || {
                let all = world.deliveries(id).await;
                all.iter().all(|one| one.state == DeliveryState::Taken)
            })
            .await;
        assert_eq!((new.posted().len(), old.posted().len()), (30, asked));
        is_signed(&new.posted()[0], &secret, world.now());
        // what was tried there stands in the log
        let log = world.deliveries(id).await;
        assert_eq!(log.len(), 30);
        assert!(log.iter().any(|one| one.attempts == 2), "{log:?}");
    })
    .await;
}

/// A connection that was kept open is one to the address before.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_change_while_it_is_sent_to_is_heeded_by_the_next_message() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (old, new) = (Receiver::start().await, Receiver::start().await);
        let (id, _) = world
            .has_webhook(&letter, &old, &[K::PetitionClosed], WebhookFormat::Thin)
            .await;
        let now = world.now();
        let change = WebhookChange {
            petition: None,
            url: WebhookUrl::parse(&new.url(), true).unwrap(),
            kinds: OccurrenceKinds::of([K::PetitionClosed]),
            format: WebhookFormat::Thin,
            allows_private: true,
        };
        let doer = Doer::operator(now);
        world
            .write(move |tx| {
                let all: Vec<_> = (0..3_000).map(|_| WebhookDelivery::test(id, now)).collect();
                deliveries::insert_all(tx, &all)
            })
            .await;
        world
            .until("it is on its way", async || !old.posted().is_empty())
            .await;
        world
            .write(move |tx| manage::change(tx, id, &change, &doer))
            .await;
        world
            .until("everything is taken", async || {
                let all = world.deliveries(id).await;
                all.iter().all(|one| one.state == DeliveryState::Taken)
            })
            .await;
        assert_eq!(old.posted().len() + new.posted().len(), 3_000);
        assert!(!new.posted().is_empty(), "the new address heard nothing");
        // at each receiver what came there is addressed to it
        for receiver in [&old, &new] {
            let host = format!("127.0.0.1:{}", receiver.port());
            assert!(
                receiver
                    .posted()
                    .iter()
                    .all(|one| one.header("host") == host)
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_went_off_by_itself_is_turned_on_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let receiver = Receiver::start().await;
        receiver.answers(Answering::Status(410));
        let (id, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        owner.goes(&urls::webhook(id)).await;
        owner.presses("Send a test").await;
        world
            .until("it is off", async || {
                world.webhook(id).await.state == WebhookState::Gone
            })
            .await;
        world
            .mail("owner@opendocket.example.org")
            .await
            .says("was turned off");
        owner.goes(&urls::webhook(id)).await;
        owner.sees("Off: the receiver said that it is gone");
        receiver.answers(Answering::Status(204));
        world.meanwhile(minutes(1));
        owner.presses("Turn on").await;
        owner.sees("The webhook is on.");
        // what it did not take comes, and it hears of what happens again
        let posted = world.are_posted(&receiver, 2).await;
        assert_eq!(posted[1].kind(), "webhook.test");
        owner.goes(&urls::close_petition(letter.id)).await;
        owner.presses("Close it").await;
        let posted = world.are_posted(&receiver, 3).await;
        assert_eq!(posted[2].kind(), "petition.closed");
        // letters are another story
        world.mails().await;
    })
    .await;
}
