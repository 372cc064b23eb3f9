//! Story: a program makes no webhook that posts details of signers, none beyond what its token reaches, and none into the own network.

use super::by_program::{ALL, is_refused, makes, one, wanted};
use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::receiver::Receiver;
use crate::support::world::on_both;
use reqwest::Method;
use serde_json::json;
use undersigned::account::occurrence::OccurrenceKind as K;
use undersigned::base::time::minutes;
use undersigned::partner::webhook::model::WebhookFormat;
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_token_has_details_of_signers_posted() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "all").await;
        let receiver = Receiver::start().await;
        let (full, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::SignatureConfirmed],
                WebhookFormat::Full,
            )
            .await;
        let path = one(full);
        for format in ["full", "osdi"] {
            let mut body = wanted();
            body["format"] = json!(format);
            let told = is_refused(&client, (Method::POST, ALL), &body, 403).await;
            assert!(
                told["error"].as_str().unwrap().contains("console"),
                "{told}"
            );
            let (thin, _) = makes(&client, &wanted()).await;
            is_refused(
                &client,
                (Method::PUT, &thin),
                &json!({"format": format}),
                403,
            )
            .await;
        }
        // one that somebody made in the console leads nowhere else, and hears of nothing more
        for body in [
            json!({"url": "https://hooks.example.org/in"}),
            json!({"events": ["signature.created", "signature.confirmed"]}),
            json!({"state": "paused"}),
            json!({"format": "osdi"}),
        ] {
            is_refused(&client, (Method::PUT, &path), &body, 403).await;
        }
        assert_eq!(world.webhook(full).await.format, WebhookFormat::Full);
        let less = client
            .puts(
                &path,
                &json!({"format": "thin", "url": "https://hooks.example.org/in"}),
            )
            .await;
        assert_eq!(less.status, 200, "{}", less.body);

        turns_dangerous(&world, &letter).await;
        let mut body = wanted();
        body["petition_id"] = json!(letter.id);
        body["format"] = json!("full");
        is_refused(&client, (Method::POST, ALL), &body, 403).await;
        body["format"] = json!("thin");
        makes(&client, &body).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_reaches_the_webhooks_of_its_own_petitions() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world.petition(Kind::Petition).await;
        let whole = world.client(&letter, "webhooks:manage").await;
        let within = world
            .client_within(&letter, "webhooks:manage", Some(&[&letter]))
            .await;
        let (of_all, _) = makes(&whole, &wanted()).await;
        let told = is_refused(&within, (Method::POST, ALL), &wanted(), 403).await;
        assert!(
            told["error"].as_str().unwrap().contains("petition_id"),
            "{told}"
        );
        let mut body = wanted();
        body["petition_id"] = json!(other.id);
        is_refused(&within, (Method::POST, ALL), &body, 400).await;
        // another organization's petition is none
        is_refused(&whole, (Method::POST, ALL), &body, 400).await;
        body["petition_id"] = json!(letter.id);
        let (own, _) = makes(&within, &body).await;
        let listed = within.gets(ALL).await.json();
        assert_eq!(listed["webhooks"].as_array().unwrap().len(), 1);
        assert_eq!(
            whole.gets(ALL).await.json()["webhooks"]
                .as_array()
                .unwrap()
                .len(),
            2
        );
        is_refused(
            &within,
            (Method::PUT, &own),
            &json!({"petition_id": null}),
            403,
        )
        .await;
        is_refused(
            &within,
            (Method::PUT, &own),
            &json!({"petition_id": other.id}),
            400,
        )
        .await;
        let strangers = world.client(&other, "webhooks:manage").await;
        for (client, path) in [
            (&within, &of_all),
            (&strangers, &of_all),
            (&strangers, &own),
        ] {
            for (method, tail) in [
                (Method::GET, ""),
                (Method::PUT, ""),
                (Method::DELETE, ""),
                (Method::POST, "/test"),
                (Method::POST, "/secret"),
                (Method::GET, "/deliveries"),
            ] {
                let answer = client
                    .asks(method, &format!("{path}{tail}"), Some("{}"))
                    .await;
                assert_eq!(answer.status, 404, "{}", answer.asked);
            }
        }
        assert_eq!(strangers.gets(ALL).await.json()["webhooks"], json!([]));
        assert_eq!(within.deletes(&own).await.status, 200);
    })
    .await;
}

/// Each spelling of a place that is not of the public internet is refused as in the console, and nothing is asked there (T19).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_spelling_leads_into_the_own_network() {
    let spellings = include_str!("../vectors/webhook-addresses.json");
    let spellings: Vec<String> = serde_json::from_str(spellings).unwrap();
    assert!(spellings.len() >= 60);
    on_both(|world| {
        let spellings = spellings.clone();
        async move {
            let letter = world.petition(Kind::Letter).await;
            let client = world.client(&letter, "webhooks:manage").await;
            let trap = Receiver::start().await;
            let (path, _) = makes(&client, &wanted()).await;
            let own = [trap.url(), trap.url().replace("127.0.0.1", "localhost")];
            for url in spellings.iter().chain(&own) {
                let mut body = wanted();
                body["url"] = json!(url);
                for (method, path) in [(Method::POST, ALL), (Method::PUT, &*path)] {
                    let told = is_refused(&client, (method, path), &body, 400).await;
                    assert_eq!(told["errors"][0]["pointer"], "#/url", "{url}");
                }
                world.meanwhile(minutes(1));
            }
            assert_eq!(
                client.gets(ALL).await.json()["webhooks"]
                    .as_array()
                    .unwrap()
                    .len(),
                1
            );
            assert_eq!(trap.connections(), 0);
        }
    })
    .await;
}
