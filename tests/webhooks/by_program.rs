//! Story: a program makes, changes, tries and deletes webhooks with its token, by the rules of the console.

use crate::support::api::Client;
use crate::support::receiver::{Answering, Receiver};
use crate::support::webhooks::is_signed;
use crate::support::world::{SITE, on_both};
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use undersigned::account::model::Role;
use undersigned::account::occurrence::OccurrenceKind as K;
use undersigned::base::Id;
use undersigned::partner::webhook::model::{
    DeliveryState, Webhook, WebhookDelivery, WebhookFormat,
};
use undersigned::partner::webhook::store::deliveries;
use undersigned::petition::Kind;
use undersigned::web::urls;

pub const ALL: &str = "/api/v1/webhooks";

pub fn wanted() -> Value {
    json!({"url": "https://hooks.example.org/in?key=1", "events": ["signature.confirmed"]})
}

pub fn one(id: Id<Webhook>) -> String {
    format!("{ALL}/{id}")
}

/// Makes one; its path and what was told.
pub async fn makes(client: &Client, body: &Value) -> (String, Value) {
    let made = client.posts(ALL, body).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let path = made
        .header("location")
        .strip_prefix(SITE)
        .expect("of this site")
        .to_owned();
    (path, made.json())
}

/// The statuses and sentences of what is refused.
pub async fn is_refused(
    client: &Client,
    (method, path): (Method, &str),
    body: &Value,
    status: u16,
) -> Value {
    let answer = client.asks(method, path, Some(&body.to_string())).await;
    assert_eq!(answer.status, status, "{body}: {}", answer.body);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    answer.json()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_webhook_is_made_read_changed_and_deleted() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "webhooks:manage").await;
        let made = client.posts(ALL, &wanted()).await;
        assert_eq!(made.header("content-type"), "application/json");
        assert_eq!(made.header("cache-control"), "no-store");
        assert!(!made.header("ratelimit").is_empty());
        let told = made.json();
        assert!(told["secret"].as_str().is_some_and(|secret| secret.starts_with("whsec_")), "{told}");
        assert_eq!((&told["state"], &told["format"]), (&"on".into(), &"thin".into()));
        let path = made.header("location").strip_prefix(SITE).unwrap().to_owned();
        assert!(path.ends_with(told["id"].as_str().unwrap()), "{path}");
        // its secret is told nowhere else
        for read in [client.gets(&path).await, client.gets(ALL).await] {
            assert_eq!(read.status, 200, "{}", read.body);
            assert_eq!(read.header("content-type"), "application/json");
            assert!(!read.body.contains("secret") && !read.body.contains("whsec_"), "{}", read.body);
        }
        let listed = client.gets(ALL).await.json();
        assert_eq!(listed["webhooks"].as_array().unwrap().len(), 1);
        assert_eq!(listed["webhooks"][0]["url"], "https://hooks.example.org/in?key=1");

        // what is not sent stays, and what was read may be sent back
        let changed = client.puts(&path, &json!({"events": ["petition.closed"], "petition_id": letter.id})).await.json();
        assert_eq!(changed["url"], "https://hooks.example.org/in?key=1");
        assert_eq!((&changed["events"], &changed["petition_id"]), (&json!(["petition.closed"]), &json!(letter.id)));
        let mut again = changed.clone();
        again["state"] = json!("paused");
        again["url"] = json!("https://crm.example.org:8443/hook");
        let paused = client.puts(&path, &again).await;
        assert_eq!(paused.status, 200, "{}", paused.body);
        assert_eq!((&paused.json()["state"], &paused.json()["url"]), (&again["state"], &again["url"]));
        let on = client.puts(&path, &json!({"state": "on", "petition_id": null})).await.json();
        assert_eq!((&on["state"], &on["petition_id"]), (&json!("on"), &Value::Null));

        let put = (Method::PUT, path.as_str());
        let post = (Method::POST, ALL);
        for (asked, body, pointer) in [
            (put.clone(), json!({"state": "gone"}), "#/state"),
            (put.clone(), json!({"created_at": "2020-01-01T00:00:00Z"}), "#/created_at"),
            (put.clone(), json!({"secret": "whsec_x"}), "#/secret"),
            (put.clone(), json!({"allows_private": true}), "#/allows_private"),
            (put.clone(), json!({"events": []}), "#/events"),
            (put.clone(), json!({"events": ["webhook.test"]}), "#/events"),
            (put.clone(), json!({"petition_id": "none"}), "#/petition_id"),
            (put.clone(), json!({"format": "fat"}), "#/format"),
            (put, json!({"url": 7}), "#/url"),
            (post.clone(), json!({"events": ["signature.confirmed"]}), "#/url"),
            (post.clone(), json!({"url": "https://hooks.example.org/"}), "#/events"),
            (post, json!({"url": "https://hooks.example.org/", "events": ["signature.confirmed"], "made_by": "x"}), "#/made_by"),
        ] {
            let told = is_refused(&client, asked, &body, 400).await;
            assert!(told["errors"].to_string().contains(pointer), "{told}");
        }

        // colleagues read who did it
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::activity(letter.organization)).await;
        owner.sees("Membership import").sees("Made a webhook").sees("Changed a webhook").sees("Paused a webhook");
        owner.goes(&urls::webhooks(letter.organization)).await;
        owner.sees("crm.example.org:8443");

        assert_eq!(client.deletes(&path).await.status, 200);
        assert_eq!(client.gets(&path).await.status, 404);
        assert_eq!(client.gets(ALL).await.json()["webhooks"], json!([]));
        owner.goes(&urls::activity(letter.organization)).await;
        owner.sees("Deleted a webhook");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_is_tried_its_secret_renewed_and_its_log_read() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "webhooks:manage").await;
        let receiver = Receiver::start().await;
        let (id, first) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        let path = one(id);
        // whoever runs the site let it lead there: it may go on, and lead nowhere else of the kind
        let kept = client
            .puts(&path, &json!({"events": ["petition.updated"]}))
            .await;
        assert_eq!(kept.status, 200, "{}", kept.body);
        let elsewhere = json!({"url": "http://127.0.0.1:1/hook"});
        is_refused(&client, (Method::PUT, &path), &elsewhere, 400).await;

        let tried = client
            .asks(Method::POST, &format!("{path}/test"), None)
            .await;
        assert_eq!(tried.status, 200, "{}", tried.body);
        assert_eq!(
            (&tried.json()["event"], &tried.json()["state"]),
            (&json!("webhook.test"), &json!("waiting"))
        );
        world.is_recorded(id, 1).await;
        is_signed(&receiver.posted()[0], &first, world.now());
        let log = client.gets(&format!("{path}/deliveries")).await.json();
        let sent = &log["deliveries"][0];
        assert_eq!(
            (&sent["id"], &sent["state"]),
            (&tried.json()["id"], &json!("taken"))
        );
        assert_eq!(
            sent["webhook_id"],
            receiver.posted()[0].header("webhook-id")
        );
        assert_eq!(
            (&sent["attempts"][0]["status"], &log["next"]),
            (&json!(204), &Value::Null)
        );

        let renewed = client
            .asks(Method::POST, &format!("{path}/secret"), None)
            .await
            .json();
        let second = renewed["secret"].as_str().unwrap().to_owned();
        assert!(second.starts_with("whsec_") && second != first);
        assert!(renewed["secret_before_ends_at"].is_string());
        let again = format!(
            "{path}/deliveries/{}/redeliver",
            sent["id"].as_str().unwrap()
        );
        let again = client.asks(Method::POST, &again, None).await;
        assert_eq!(again.status, 200, "{}", again.body);
        world.is_recorded(id, 2).await;
        let last = receiver.posted()[1].clone();
        is_signed(&last, &first, world.now());
        is_signed(&last, &second, world.now());
        assert_eq!(
            last.header("webhook-id"),
            receiver.posted()[0].header("webhook-id")
        );
        // of another webhook, or of none
        let (other, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        for wrong in [
            format!(
                "{}/deliveries/{}/redeliver",
                one(other),
                sent["id"].as_str().unwrap()
            ),
            format!("{path}/deliveries/nonsense/redeliver"),
            format!("{path}/deliveries/{}/redeliver", letter.id),
        ] {
            assert_eq!(
                client.asks(Method::POST, &wrong, None).await.status,
                404,
                "{wrong}"
            );
        }
        assert_eq!(receiver.posted().len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_log_is_read_page_by_page() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "webhooks:manage").await;
        let receiver = Receiver::start().await;
        receiver.answers(Answering::Later(503, 86_400));
        let (id, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        let now = world.now();
        world
            .write(move |tx| {
                let mut all: Vec<_> = (0..120).map(|_| WebhookDelivery::test(id, now)).collect();
                for given_up in all.iter_mut().step_by(2) {
                    given_up.state = DeliveryState::GivenUp;
                }
                deliveries::insert_all(tx, &all)
            })
            .await;
        let here = format!("{}/deliveries", one(id));
        for (narrowed, many) in [("", 120_usize), ("?only=given-up", 60)] {
            let (mut seen, mut next) = (Vec::new(), format!("{here}{narrowed}"));
            let mut pages = 0;
            loop {
                let page = client.gets(&next).await.json();
                let found = page["deliveries"].as_array().expect("a list");
                seen.extend(
                    found
                        .iter()
                        .map(|one| one["id"].as_str().unwrap().to_owned()),
                );
                pages += 1;
                match page["next"].as_str() {
                    Some(address) => next = address.strip_prefix(SITE).unwrap().to_owned(),
                    None => break,
                }
            }
            assert_eq!((seen.len(), pages), (many, many.div_ceil(50)), "{narrowed}");
            assert!(
                seen.is_sorted_by(|one, next| one > next),
                "the newest first"
            );
        }
        for wrong in ["?before=x", "?only=all", "?before=x&before=y"] {
            assert_eq!(
                client.gets(&format!("{here}{wrong}")).await.status,
                400,
                "{wrong}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_asked_twice_by_one_key_is_done_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "webhooks:manage").await;
        let by_key = client.with_key("8e03978e-40d5-43dd");
        let (path, made) = makes(&by_key, &wanted()).await;
        let (same, told) = makes(&by_key, &wanted()).await;
        assert_eq!((&same, &told["id"]), (&path, &made["id"]));
        assert!(made["secret"].is_string());
        assert_eq!(told["secret"], Value::Null, "a secret is told once");
        let mut other = wanted();
        other["events"] = json!(["petition.closed"]);
        is_refused(&by_key, (Method::POST, ALL), &other, 422).await;
        assert_eq!(
            client.gets(ALL).await.json()["webhooks"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
        let (secret, key) = (format!("{path}/secret"), client.with_key("another"));
        let first = key.asks(Method::POST, &secret, None).await.json();
        let again = key.asks(Method::POST, &secret, None).await.json();
        assert_eq!(again["secret"], Value::Null);
        assert_eq!(
            again["secret_before_ends_at"],
            first["secret_before_ends_at"]
        );
        let (test, key) = (format!("{path}/test"), client.with_key("a third"));
        let first = key.asks(Method::POST, &test, None).await;
        assert_eq!(key.asks(Method::POST, &test, None).await.body, first.body);
        // nothing that was told is kept with a key
        let all = world.dump().await;
        let secret = made["secret"].as_str().unwrap();
        assert!(
            all.contains("hooks.example.org"),
            "what is stored can be found"
        );
        assert!(!all.contains(secret), "a secret is stored as it is");

        // there are twenty, and no more
        let mut ids = BTreeSet::new();
        for _ in 0..19 {
            ids.insert(makes(&client, &wanted()).await.0);
        }
        assert_eq!(ids.len(), 19);
        let told = is_refused(&client, (Method::POST, ALL), &wanted(), 409).await;
        assert!(
            told["error"].as_str().unwrap().contains("20 webhooks"),
            "{told}"
        );
        // what was refused left no key behind
        let full = client.with_key("a fourth");
        is_refused(&full, (Method::POST, ALL), &wanted(), 409).await;
        assert_eq!(client.deletes(ids.first().unwrap()).await.status, 200);
        makes(&full, &wanted()).await;
    })
    .await;
}
