//! Story: a partner's own page hands in forms by script, once organizers have named it.

use crate::support::answer::Answer;
use crate::support::api::confirms;
use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use reqwest::Method;
use serde_json::json;
use undersigned::account::model::Role;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

const PAGE: &str = "https://slla.example.org";

async fn sends(visitor: &Visitor, letter: &Petition, origin: Option<&str>, email: &str) -> Answer {
    let path = format!("/api/v2/petitions/{}/signatures", letter.id);
    let body = json!({"person": {"given_name": "Ada", "family_name": "Park",
        "email_addresses": [{"address": email, "status": "subscribed"}]}});
    let mut request = visitor
        .asks(Method::POST, &path)
        .header("content-type", "application/json");
    if let Some(origin) = origin {
        request = request
            .header("origin", origin)
            .header("sec-fetch-site", "cross-site");
    }
    Answer::of(
        format!("POST {path}"),
        request.body(body.to_string()).send().await.unwrap(),
    )
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pages_that_organizers_have_named_hand_in_forms() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let visitor = world.visitor();
        assert_eq!(
            sends(&visitor, &letter, Some(PAGE), "ada@example.org")
                .await
                .status,
            403,
            "off"
        );

        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::new_partner(letter.id)).await;
        owner
            .types("name", "South Law Library Alliance")
            .types("code", "slla");
        owner
            .types("sites", "https://slla.example.org")
            .types("posts", "1");
        owner.presses("Add the partner").await;
        world.looks().await;

        for (origin, status) in [
            (Some(PAGE), 200),
            (Some("https://other.example.org"), 403),
            (Some("https://slla.example.org.evil.net"), 403),
            (Some("null"), 403),
            (None, 403),
        ] {
            let answer = sends(&visitor, &letter, origin, "ada@example.org").await;
            assert_eq!(answer.status, status, "{origin:?}: {}", answer.body);
            assert_eq!(
                answer.header("access-control-allow-origin"),
                "*",
                "a page says what is wrong"
            );
            if status == 200 {
                assert_eq!(answer.body, "{}", "it says nothing");
                assert!(answer.all("set-cookie").is_empty());
            }
        }
        // what cannot be read is told so that the page can say it
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        for body in ["{", "{\"person\": 1}", "[]"] {
            let broken = visitor.asks(Method::POST, &path).header("origin", PAGE);
            let answer = Answer::of(body.to_owned(), broken.body(body).send().await.unwrap()).await;
            assert_eq!(answer.status, 400, "{body}: {}", answer.body);
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{body}");
        }
        // a browser asks before
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let before = visitor.asks(Method::OPTIONS, &path).header("origin", PAGE);
        let before = before.header("access-control-request-method", "POST");
        let before = before.header("access-control-request-headers", "content-type");
        let before = Answer::of("OPTIONS".to_owned(), before.send().await.unwrap()).await;
        assert_eq!(before.status, 204);
        assert_eq!(before.header("access-control-allow-origin"), "*");
        assert_eq!(before.header("access-control-allow-methods"), "POST");
        assert_eq!(before.header("access-control-max-age"), "86400");
        // what a token opens is open to no page
        let people = visitor
            .asks(Method::OPTIONS, "/api/v2/people")
            .header("origin", PAGE);
        let people = people.header("access-control-request-method", "GET");
        let people = Answer::of("OPTIONS".to_owned(), people.send().await.unwrap()).await;
        assert!(people.all("access-control-allow-origin").is_empty());

        // it is a form like any other, counted for the partner, and nobody agreed to mail by it
        confirms(&world, "ada@example.org").await;
        assert_eq!(world.counted(&letter).await, 1);
        let client = world.client(&letter, "people:read").await;
        let people = client.reads("/api/v2/people").await;
        let person = &people["_embedded"]["osdi:people"][0];
        assert_eq!(person["email_addresses"][0]["status"], "unsubscribed");
        owner.goes(&urls::partner(letter.id, "slla")).await;
        owner.sees("South Law Library Alliance");
    })
    .await;
}
