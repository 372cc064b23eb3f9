//! Story: programs send what they like. Each request is answered as the document says, and nothing that was sent comes back in an error.

use crate::support::api::{id_of, signed_by};
use crate::support::document::Document;
use crate::support::world::on_both;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use undersigned::base::time::seconds;
use undersigned::petition::Kind;

const FILE: &str = include_str!("../../templates/partner/openapi.json");
/// What stands in the examples for the id of a person.
const PERSON: &str = "0193b3a5-0000-7000-8000-000000000000";
/// What is looked for in errors.
const CANARY: &str = "canary.in@the.mine";

/// Every place of a value, the value itself too.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, one) in fields {
                places(one, &format!("{at}/{}", name.replace('/', "~1")), all);
            }
        }
        Value::Array(items) => {
            for (n, one) in items.iter().enumerate() {
                places(one, &format!("{at}/{n}"), all);
            }
        }
        _ => {}
    }
}

/// The body with this place changed: missing, with something beside it, of another type, empty, huge, deep, beyond what a number of
/// JavaScript holds.
fn spoilt(body: &Value, place: &str) -> Vec<String> {
    let mut all = Vec::new();
    let huge = format!("{CANARY}{}", "x".repeat(100_000));
    let deep = (0..100).fold(json!(CANARY), |inside, _| json!([inside]));
    for other in [
        json!(null),
        json!(true),
        json!(9_007_199_254_740_993_i64),
        json!(-1.5e300),
        json!(""),
        json!(CANARY),
        json!("\u{0}\u{202e}"),
        json!(huge),
        json!([]),
        json!([CANARY, 7, null]),
        json!({}),
        json!({"canary": {"name": CANARY, "href": CANARY}}),
        deep,
    ] {
        let mut body = body.clone();
        *body.pointer_mut(place).unwrap() = other;
        all.push(body.to_string());
    }
    let mut more = body.clone();
    if let Some(fields) = more.pointer_mut(place).and_then(Value::as_object_mut) {
        fields.insert("canary".to_owned(), json!({"more": [CANARY]}));
        all.push(more.to_string());
    }
    if let Some((above, name)) = place.rsplit_once('/') {
        let mut less = body.clone();
        if let Some(fields) = less.pointer_mut(above).and_then(Value::as_object_mut) {
            fields.remove(&name.replace("~1", "/"));
            all.push(less.to_string());
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_stands_in_a_field_is_answered_as_documented() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        signed_by(&world, &letter, "Kim Lee").await;
        let client = world.client(&letter, "all").await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let person = id_of(&client.reads(&path).await["_embedded"]["osdi:signatures"][0]);
        let tag = client
            .posts("/api/v2/tags", &json!({"name": "faculty"}))
            .await
            .json();
        let draft = client
            .posts("/api/v2/petitions", &json!({"title": "Open the river"}))
            .await
            .json();
        let (tag, draft) = (id_of(&tag), id_of(&draft));
        let document = Document::read(FILE);
        let mut asked = 0;
        let mut seen = BTreeSet::new();
        for of in document.operations().iter().filter(|of| of.takes_body()) {
            let schema =
                of.said["requestBody"]["content"]["application/json"]["schema"].to_string();
            // the same request under another name is the same
            if !seen.insert((of.method.clone(), schema)) {
                continue;
            }
            let id = match of.path.as_str() {
                path if path.starts_with("/tags") => tag.clone(),
                path if path.starts_with("/people") => person.clone(),
                "/petitions/{id}" => draft.clone(),
                _ => letter.id.to_string(),
            };
            let address = format!(
                "/api/v2{}",
                of.path.replace("{id}", &id).replace("{part}", &person)
            );
            for (name, body) in of.examples() {
                let body: Value =
                    serde_json::from_str(&body.to_string().replace(PERSON, &person)).unwrap();
                let mut all = Vec::new();
                places(&body, "", &mut all);
                for place in all {
                    for sent in spoilt(&body, &place) {
                        let method: Method = of.method.parse().unwrap();
                        let answer = client.asks(method, &address, Some(&sent)).await;
                        let said = format!("{}, {name}{place}: {}", answer.asked, answer.body);
                        let kind = answer.header("content-type");
                        let wrong = document.wrong_answer(of, answer.status, kind, &answer.body);
                        assert!(wrong.is_empty() && answer.status < 500, "{said}: {wrong:?}");
                        let echo = answer.status != 200 && answer.body.contains(CANARY);
                        assert!(!echo, "what was sent stands in the error: {said}");
                        asked += 1;
                        // neither a token nor a network runs out of places
                        world.meanwhile(seconds(1));
                    }
                }
            }
        }
        assert!(asked > 800, "{asked}");
        world.mail_drains().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_json_is_a_form_or_refused() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "all").await;
        let tags = "/api/v2/tags";
        let by_form = client
            .asks(Method::POST, tags, Some("name=law+faculty"))
            .await;
        assert_eq!(
            (by_form.status, &by_form.json()["name"]),
            (200, &json!("law faculty"))
        );
        for (body, status) in [
            ("", 400),
            ("null", 400),
            ("[]", 400),
            ("7", 400),
            ("\"name=x\"", 400),
            ("{\"name\": \"x\"", 400),
            ("{\"name\": \"x\", \"name\": \"x\"}", 400),
            ("{\"name\": \"x\", \"more\": {\"a\": 1, \"a\": 1}}", 400),
            ("{\"name\": 1e400}", 400),
            ("{\"name\": NaN}", 400),
            ("{\"name\": \"\\ud800\"}", 400),
            ("name", 400),
            ("name=x&name=y", 200),
            ("{\"name\": 9007199254740993}", 200),
        ] {
            let answer = client.asks(Method::POST, tags, Some(body)).await;
            assert_eq!(answer.status, status, "{body}: {}", answer.body);
        }
        for deep in [
            "[".repeat(10_000),
            format!(
                "{{\"name\": {}1{}}}",
                "[".repeat(10_000),
                "]".repeat(10_000)
            ),
        ] {
            let answer = client.asks(Method::POST, tags, Some(&deep)).await;
            assert_eq!(answer.status, 400, "{}", answer.body);
        }
        let names = client.reads(tags).await;
        let names: Vec<&Value> = names["_embedded"]["osdi:tags"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| &one["name"])
            .collect();
        assert!(
            names.contains(&&json!("9007199254740993")),
            "no digit is lost: {names:?}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_form_does_not_ask_for_is_passed_over_whatever_it_is() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "signatures:write").await;
        let person = |custom: Value| {
            json!({"person": {"given_name": "Ada", "email_addresses": [{"address": "ada@example.org"}],
                "custom_fields": custom}})
        };
        let theirs = person(json!({"tags": ["a"], "score": {"n": 1}, "is_member": true}));
        let taken = client.posts("/api/v2/people", &theirs).await;
        assert_eq!(taken.status, 200, "{}", taken.body);
        assert_eq!(taken.json()["custom_fields"], json!({}));
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        for name in ["referrer_data", "action_network:referrer_data"] {
            let mut twice = person(json!({}));
            twice["referrer_data"] = json!({"source": "slla"});
            twice["action_network:referrer_data"] = json!({"source": "slla"});
            for wrong in [json!("slla"), json!({"source": ["slla"]})] {
                twice[name] = wrong;
                let refused = client.posts(&path, &twice).await;
                assert_eq!(refused.status, 400, "{name}: {}", refused.body);
            }
        }
        let ours = person(json!({"role": ["a"]}));
        let refused = client.posts("/api/v2/people", &ours).await;
        assert_eq!(refused.status, 400, "{}", refused.body);
        let place = &refused.json()["errors"][0]["pointer"];
        assert_eq!(place, "#/person/custom_fields/role");
    })
    .await;
}
