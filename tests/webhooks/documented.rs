//! Story: a developer writes a receiver by the document alone: every event stands there, and what is sent is as it says.

use crate::support::answer::Answer;
use crate::support::api::confirms;
use crate::support::document::{Document, Operation, Others};
use crate::support::receiver::{Posted, Receiver};
use crate::support::webhooks::kinds_of;
use crate::support::world::on_both;
use regex::Regex;
use reqwest::Method;
use serde_json::json;
use std::collections::BTreeSet;
use undersigned::account::model::Role;
use undersigned::account::occurrence::OccurrenceKind as K;
use undersigned::partner::webhook::model::WebhookFormat;
use undersigned::petition::Kind;
use undersigned::web::urls;

const FILE: &str = include_str!("../../templates/partner/openapi.json");

#[test]
fn every_event_stands_in_the_document_and_nothing_else() {
    let document = Document::read(FILE);
    let told = document.part("/webhooks").as_object().unwrap();
    let told: BTreeSet<&str> = told.keys().map(String::as_str).collect();
    let there: BTreeSet<&str> = K::ALL.into_iter().map(K::as_str).collect();
    assert_eq!(told, there);
}

/// Holds a message to the document: its headers and its body.
fn holds(document: &Document, one: &Posted) {
    let kind = one.kind();
    let said = document.part(&format!("/webhooks/{kind}/post"));
    let schema = &said["requestBody"]["content"]["application/json"]["schema"];
    let wrong = document.wrong(schema, &one.json(), Others::Wrong);
    assert!(wrong.is_empty(), "{kind}: {wrong:#?}\n{}", one.json());
    let headers = said["parameters"].as_array().unwrap();
    assert_eq!(headers.len(), 3);
    for header in headers {
        let header = document.led(header);
        let value = one.header(header["name"].as_str().unwrap());
        let pattern = header["schema"]["pattern"].as_str().unwrap_or(".");
        let is_it = Regex::new(pattern).unwrap().is_match(value);
        assert!(is_it, "{}: {value:?}", header["name"]);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_sent_is_as_documented() {
    on_both(|world| async move {
        let document = Document::read(FILE);
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.goal = Some(1))
            .await;
        let (thin, full) = (Receiver::start().await, Receiver::start().await);
        for (receiver, format) in [(&thin, WebhookFormat::Thin), (&full, WebhookFormat::Full)] {
            world.has_webhook(&letter, receiver, &[], format).await;
        }
        let client = world.client(&letter, "signatures:write").await;
        let sam = json!({"person": {"given_name": "Sam", "family_name": "Ortiz", "custom_fields": {"role": "Librarian"},
            "email_addresses": [{"address": "sam@example.org", "status": "subscribed"}]}});
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        assert_eq!(client.posts(&path, &sam).await.status, 200);
        let mut sam = confirms(&world, "sam@example.org").await;
        world.are_posted(&full, 4).await;
        let word = sam.mail().word();
        sam.follows("See or change everything we keep about you")
            .await;
        let own = sam.path().to_owned();
        sam.goes(&format!("{own}/erase")).await;
        sam.types("word", &word).presses("Erase everything").await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::pause_petition(letter.id)).await;
        owner.presses("Pause signing").await;
        owner.goes(&urls::close_petition(letter.id)).await;
        owner.presses("Close it").await;
        let all = [
            "person.erased",
            "person.subscribed",
            "petition.closed",
            "petition.goal_reached",
            "petition.updated",
            "signature.confirmed",
            "signature.created",
            "signature.withdrawn",
        ];
        for receiver in [&thin, &full] {
            world
                .until("everything is told", async || {
                    let mut kinds = kinds_of(&receiver.posted());
                    kinds.sort();
                    kinds.dedup();
                    kinds == all
                })
                .await;
            for one in receiver.posted() {
                holds(&document, &one);
            }
        }
        let told = full.posted();
        let has_details = |one: &Posted| one.json()["data"].get("email").is_some();
        assert!(told.iter().any(has_details), "details are held to it too");
        assert!(!thin.posted().iter().any(has_details));
        // letters are another story
        world.mails().await;
    })
    .await;
}

/// What is asked of webhooks, in an order in which each finds what it needs.
fn managing(document: &Document) -> Vec<Operation> {
    let order = ["POST", "GET", "PUT", "DELETE"];
    let all = document.operations().into_iter();
    let mut all: Vec<_> = all.filter(|of| of.path.starts_with("/v1/")).collect();
    all.sort_by_key(|of| {
        let method = order.iter().position(|method| *method == of.method);
        // what is sent again has been sent before
        (
            of.path.ends_with("/redeliver"),
            method.unwrap(),
            of.path.clone(),
        )
    });
    let gone = all.iter().position(|of| of.method == "DELETE").unwrap();
    let gone = all.remove(gone);
    all.push(gone);
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_that_manages_them_is_answered_as_documented() {
    on_both(|world| async move {
        let document = Document::read(FILE);
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "webhooks:manage").await;
        let receiver = Receiver::start().await;
        let (id, _) = world
            .has_webhook(
                &letter,
                &receiver,
                &[K::PetitionClosed],
                WebhookFormat::Thin,
            )
            .await;
        let nobody = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";
        let mut asked = 0;
        for of in managing(&document) {
            let log = client
                .gets(&format!("/api/v1/webhooks/{id}/deliveries"))
                .await
                .json();
            let delivery = log["deliveries"][0]["id"]
                .as_str()
                .unwrap_or(nobody)
                .to_owned();
            let at = |webhook: &str| {
                let path = of
                    .path
                    .replace("{id}", webhook)
                    .replace("{part}", &delivery);
                format!("/api{path}")
            };
            let mut bodies: Vec<_> = of
                .examples()
                .into_iter()
                .map(|one| Some(one.1.to_string()))
                .collect();
            if bodies.is_empty() {
                bodies.push(None);
            }
            let of = &of;
            let holds = |answer: Answer, good: bool| {
                assert_eq!(
                    answer.status < 300,
                    good,
                    "{}: {}",
                    answer.asked,
                    answer.body
                );
                let kind = answer.header("content-type");
                let wrong = document.wrong_answer(of, answer.status, kind, &answer.body);
                assert!(
                    wrong.is_empty(),
                    "{}: {wrong:#?}\n{}",
                    answer.asked,
                    answer.body
                );
            };
            let method: Method = of.method.parse().unwrap();
            for body in &bodies {
                if of.path.contains("{id}") {
                    holds(
                        client
                            .asks(method.clone(), &at(nobody), body.as_deref())
                            .await,
                        false,
                    );
                }
                holds(
                    world
                        .stranger()
                        .asks(method.clone(), &at(&id.to_string()), body.as_deref())
                        .await,
                    false,
                );
                holds(
                    client
                        .asks(method.clone(), &at(&id.to_string()), body.as_deref())
                        .await,
                    true,
                );
                asked += 1;
            }
            if of.path.ends_with("/test") {
                world.is_recorded(id, 1).await;
            }
        }
        assert_eq!(asked, 9);
    })
    .await;
}
