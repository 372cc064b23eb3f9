//! Story: a program hears of what happens under a petition, signed, as ids unless it asked for more; who is gone by then is not told of.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::receiver::{Answering, Receiver};
use crate::support::webhooks::{is_signed, kinds_of};
use crate::support::world::on_both;
use undersigned::account::model::Role;
use undersigned::account::occurrence::OccurrenceKind as K;
use undersigned::base::time::hours;
use undersigned::partner::webhook::model::WebhookFormat;
use undersigned::petition::Kind;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_is_told_of_from_its_confirmation_to_its_end_as_ids() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let receiver = Receiver::start().await;
        let (_, secret) = world
            .has_webhook(&letter, &receiver, &[], WebhookFormat::Thin)
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Ortiz", "sam@example.org").await;
        sam.opens_mail().await;
        // nobody hears of a form that waits
        assert_eq!(receiver.posted().len(), 0);
        sam.presses("Confirm my signature").await;
        let posted = world.are_posted(&receiver, 2).await;
        assert_eq!(
            kinds_of(&posted),
            ["signature.created", "signature.confirmed"]
        );
        for one in &posted {
            assert_eq!(one.line, "POST /hook");
            assert_eq!(one.header("content-type"), "application/json");
            is_signed(one, &secret, world.now());
            let text = String::from_utf8(one.body.clone()).unwrap();
            assert!(!text.contains("Sam") && !text.contains("sam@"), "{text}");
            assert!(!text.contains("\": ") && text.len() < 20_000, "{text}");
        }
        let data = &posted[1].json()["data"];
        assert_eq!(data["petition_id"], letter.id.to_string());
        assert_eq!(data["status"], "confirmed");
        assert_eq!(data["method"], "web");
        assert_eq!(data["sequence"], 2);
        let id = data["signature_id"].as_str().unwrap().to_owned();
        let api = format!("/api/v2/petitions/{}/signatures/{id}", letter.id);
        assert!(data["links"]["signature"].as_str().unwrap().ends_with(&api));
        assert_ne!(
            posted[0].header("webhook-id"),
            posted[1].header("webhook-id")
        );

        sam.follows("Withdraw my signature").await;
        sam.presses("Withdraw my signature").await;
        let posted = world.are_posted(&receiver, 3).await;
        let last = posted[2].json();
        assert_eq!(last["type"], "signature.withdrawn");
        assert_eq!(last["data"]["reason"], "withdrawn");
        assert_eq!(last["data"]["signature_id"], id);
        assert_eq!(last["data"]["sequence"], 3);
        // letters are another story
        world.mails().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_asked_for_details_gets_them_while_they_may_be_told() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (full, osdi) = (Receiver::start().await, Receiver::start().await);
        let kinds = [K::SignatureConfirmed];
        let (_, secret) = world
            .has_webhook(&letter, &full, &kinds, WebhookFormat::Full)
            .await;
        world
            .has_webhook(&letter, &osdi, &kinds, WebhookFormat::Osdi)
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Ortiz", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let told = world.are_posted(&full, 1).await;
        is_signed(&told[0], &secret, world.now());
        let data = &told[0].json()["data"];
        assert_eq!(
            (&data["first_name"], &data["last_name"], &data["email"]),
            (&"Sam".into(), &"Ortiz".into(), &"sam@example.org".into())
        );
        assert_eq!(data["petition"]["slug"], "open-letter");
        let told = world.are_posted(&osdi, 1).await[0].clone();
        let one = told.json()[0].clone();
        let person = &one["osdi:signature"]["person"];
        assert_eq!(person["family_name"], "Ortiz");
        assert_eq!(person["email_addresses"][0]["address"], "sam@example.org");
        assert_eq!(
            one["action_network:sponsor"]["title"],
            "Open Docket Coalition"
        );
        assert_eq!(one["idempotency_key"], told.header("webhook-id"));

        // once signing may put people in danger, keys alone leave
        turns_dangerous(&world, &letter).await;
        let mut ada = world.visitor();
        ada.signs(&letter, "Ada Park", "ada@example.org").await;
        ada.opens_mail().await.presses("Confirm my signature").await;
        for receiver in [&full, &osdi] {
            let told = world.are_posted(receiver, 2).await[1].clone();
            let text = String::from_utf8(told.body.clone()).unwrap();
            assert!(!text.contains("Park") && !text.contains("ada@"), "{text}");
            assert_eq!(told.kind(), "signature.confirmed");
        }
        // letters are another story
        world.mails().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_erased_everything_or_withdrawn_before_it_is_sent_is_not_in_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let receiver = Receiver::start().await;
        // it is asked once, and left alone until it is too late
        receiver.answers(Answering::Later(503, 7_200));
        let (webhook, _) = world
            .has_webhook(&letter, &receiver, &[], WebhookFormat::Full)
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Ortiz", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        world
            .until("an attempt is written down", async || {
                world.webhook(webhook).await.failing_since.is_some()
            })
            .await;
        let before = receiver.posted().len();
        let mut ada = world.visitor();
        ada.signs(&letter, "Ada Park", "ada@example.org").await;
        ada.opens_mail().await.presses("Confirm my signature").await;
        ada.follows("Withdraw my signature").await;
        ada.presses("Withdraw my signature").await;
        let word = sam.mail().word();
        sam.follows("See or change everything we keep about you")
            .await;
        let own = sam.path().to_owned();
        sam.goes(&format!("{own}/erase")).await;
        sam.types("word", &word).presses("Erase everything").await;
        receiver.answers(Answering::Status(204));
        world.later(hours(3)).await;
        world
            .until("everything is taken", async || {
                let all = world.deliveries(webhook).await;
                all.len() == 7 && all.iter().all(|one| one.state.as_str() == "taken")
            })
            .await;
        let posted = receiver.posted();
        let after = &posted[before..];
        for one in after {
            let text = String::from_utf8(one.body.clone()).unwrap();
            assert!(!text.contains("Sam") && !text.contains("sam@"), "{text}");
            assert!(!text.contains("Ada") && !text.contains("ada@"), "{text}");
        }
        let mut kinds = kinds_of(after);
        kinds.sort();
        kinds.dedup();
        let all = [
            "person.erased",
            "signature.confirmed",
            "signature.created",
            "signature.withdrawn",
        ];
        assert_eq!(kinds, all);
        let withdrawn = after
            .iter()
            .filter(|one| one.kind() == "signature.withdrawn");
        let mut reasons: Vec<_> = withdrawn
            .map(|one| one.json()["data"]["reason"].to_string())
            .collect();
        reasons.sort();
        assert_eq!(reasons, ["\"erased\"", "\"withdrawn\""]);
        // letters are another story
        world.mails().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_petition_is_told_of_when_it_is_changed_reaches_its_goal_and_is_closed() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.goal = Some(1))
            .await;
        let receiver = Receiver::start().await;
        let kinds = [
            K::PetitionUpdated,
            K::PetitionClosed,
            K::GoalReached,
            K::PersonSubscribed,
        ];
        world
            .has_webhook(&letter, &receiver, &kinds, WebhookFormat::Thin)
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Ortiz", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let posted = world.are_posted(&receiver, 1).await;
        assert_eq!(kinds_of(&posted), ["petition.goal_reached"]);
        assert_eq!(posted[0].json()["data"]["slug"], "open-letter");
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::pause_petition(letter.id)).await;
        owner.presses("Pause signing").await;
        let posted = world.are_posted(&receiver, 2).await;
        assert_eq!(posted[1].kind(), "petition.updated");
        assert_eq!(posted[1].json()["data"]["status"], "paused");
        owner.goes(&urls::close_petition(letter.id)).await;
        owner.presses("Close it").await;
        let posted = world.are_posted(&receiver, 3).await;
        assert_eq!(posted[2].kind(), "petition.closed");
        let numbers: Vec<_> = posted
            .iter()
            .map(|one| one.json()["data"]["sequence"].as_i64().unwrap())
            .collect();
        assert!(numbers.is_sorted(), "{numbers:?}");
        // letters are another story
        world.mails().await;
    })
    .await;
}

/// What nobody wants to hear of leaves no row, in whichever instance it happens.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_wants_leaves_no_trace() {
    use diesel::prelude::*;
    use undersigned::db::schema::webhook_sequences as q;
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world.petition(Kind::Petition).await;
        let receiver = Receiver::start().await;
        // of another organization, and of another event
        world
            .has_webhook(&other, &receiver, &[], WebhookFormat::Thin)
            .await;
        world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Ortiz", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let mut ada = world.visitor();
        ada.signs(&other, "Ada Park", "ada@example.org").await;
        ada.opens_mail().await.presses("Confirm my signature").await;
        let posted = world.are_posted(&receiver, 2).await;
        assert!(
            posted
                .iter()
                .all(|one| { one.json()["data"]["petition_id"] == other.id.to_string() })
        );
        let counted: Vec<undersigned::base::Id<undersigned::petition::Petition>> = world
            .read(|conn| Ok(q::table.select(q::petition_id).load(conn)?))
            .await;
        assert_eq!(counted, [other.id]);
    })
    .await;
}
