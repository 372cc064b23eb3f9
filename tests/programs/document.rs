//! Story: a developer works by the document alone: what stands there is there, and each of its examples does what it says.

use crate::support::answer::Answer;
use crate::support::api::{Client, id_of};
use crate::support::document::{Document, Operation, Others};
use crate::support::signers::{sign, signer};
use crate::support::world::{SITE, World, on_both};
use reqwest::Method;
use serde_json::Value;
use std::collections::BTreeSet;
use undersigned::base::time::{hours, seconds};
use undersigned::petition::Kind;
use undersigned::routes::{Route, TABLE};
use undersigned::signature::SignatureState;

const FILE: &str = include_str!("../../templates/partner/openapi.json");
/// What stands in the examples for the id of a person.
const PERSON: &str = "0193b3a5-0000-7000-8000-000000000000";
/// Below it is the interface of Action Network.
const BASE: &str = "/api/v2";

/// What the table has and the document does not, and the other way round.
fn differences(table: &[Route], document: &Document) -> Vec<String> {
    let below = table.iter().filter(|route| route.path.starts_with("/api/"));
    let routes: BTreeSet<String> = below
        .filter(|route| route.path != "/api/openapi.json")
        .map(|route| {
            let path = route.path.replace("{end:/?}", "");
            let path = path.strip_prefix("/api").expect("it is below it");
            format!("{} {path}", route.method)
        })
        .collect();
    let told = document.operations().into_iter();
    let told: BTreeSet<String> = told
        .map(|one| format!("{} {}", one.method, one.path))
        .collect();
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>, side: &str| -> Vec<String> {
        let alone = one.difference(other);
        alone.map(|line| format!("{line} is only {side}")).collect()
    };
    [
        only(&routes, &told, "among the routes"),
        only(&told, &routes, "in the document"),
    ]
    .concat()
}

#[test]
fn every_route_of_programs_stands_in_the_document_and_nothing_else() {
    let found = differences(TABLE, &Document::read(FILE));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_route_without_a_line_and_a_line_without_a_route_are_found() {
    let document = Document::read(FILE);
    let is_gone = |route: &Route| route.path.starts_with("/api/v2/tags{") && route.method == "POST";
    let fewer: Vec<Route> = TABLE
        .iter()
        .filter(|route| !is_gone(route))
        .copied()
        .collect();
    assert_eq!(fewer.len() + 1, TABLE.len());
    assert_eq!(
        differences(&fewer, &document),
        ["POST /v2/tags is only in the document"]
    );
    let mut less: Value = serde_json::from_str(FILE).unwrap();
    let methods = less["paths"]["/v2/people/{id}"].as_object_mut().unwrap();
    methods.remove("put").expect("it stands there");
    assert_eq!(
        differences(TABLE, &Document::read(&less.to_string())),
        ["PUT /v2/people/{id} is only among the routes"]
    );
    let wild = Route {
        path: "/api/v3/petitions",
        ..TABLE[0]
    };
    let more: Vec<Route> = TABLE.iter().copied().chain([wild]).collect();
    assert_eq!(
        differences(&more, &document),
        ["GET /v3/petitions is only among the routes"]
    );
}

#[test]
fn the_examples_of_what_is_sent_and_told_hold_to_their_schemas() {
    let document = Document::read(FILE);
    let mut wrong = Vec::new();
    let mut told = 0;
    for (name, schema) in document.part("/components/schemas").as_object().unwrap() {
        for example in schema["examples"].as_array().unwrap_or(&Vec::new()) {
            told += 1;
            let found = document.wrong(schema, example, Others::Wrong);
            wrong.extend(found.into_iter().map(|one| format!("{name}{one}")));
        }
    }
    assert!(told >= 12, "{told}");
    for one in document
        .operations()
        .into_iter()
        .filter(Operation::takes_body)
    {
        let schema = &one.said["requestBody"]["content"]["application/json"]["schema"];
        assert!(
            !one.examples().is_empty(),
            "{} {} shows nobody how",
            one.method,
            one.path
        );
        for (name, body) in one.examples() {
            let found = document.wrong(schema, &body, Others::PassedOver);
            let place = format!("{} {}, {name}", one.method, one.path);
            wrong.extend(found.into_iter().map(|one| format!("{place}: {one}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whose ids stand for those of the document.
#[derive(Clone)]
struct Ids {
    petition: String,
    draft: String,
    person: String,
    tag: String,
}

impl Ids {
    /// The address to ask; of an unknown list the first that there is.
    fn address(&self, of: &Operation) -> String {
        let id = match of.path.as_str() {
            path if path.starts_with("/people") => &self.person,
            path if path.starts_with("/tags") => &self.tag,
            _ if of.method == "PUT" && of.path == "/petitions/{id}" => &self.draft,
            _ => &self.petition,
        };
        let path = of.path.replace("{id}", id).replace("{part}", &self.person);
        format!("{BASE}{}", path.replace("{list}", "forms"))
    }
}

async fn asks(client: &Client, of: &Operation, address: &str, body: Option<&str>) -> Answer {
    let method: Method = of.method.parse().unwrap();
    client.asks(method, address, body).await
}

/// Holds an answer to the document.
fn holds(document: &Document, of: &Operation, answer: &Answer, status: u16) {
    assert_eq!(answer.status, status, "{}: {}", answer.asked, answer.body);
    let kind = answer.header("content-type");
    let wrong = document.wrong_answer(of, status, kind, &answer.body);
    assert!(
        wrong.is_empty(),
        "{}: {wrong:#?}\n{}",
        answer.asked,
        answer.body
    );
}

/// In which order they are asked: what makes something before what reads it, and what takes it away at the end.
fn order(of: &Operation) -> (usize, String) {
    let ranks = ["POST", "PUT", "GET", "DELETE"];
    let rank = ranks.iter().position(|method| *method == of.method);
    // who is taken out has no tags: a tag is taken off before
    let is_last = of.method == "DELETE" && of.path.starts_with("/petitions");
    (rank.unwrap() + usize::from(is_last), of.path.clone())
}

/// The document as this site hands it out.
async fn handed_out(world: &World) -> Document {
    let told = world.visitor().gets("/api/openapi.json").await;
    assert_eq!(
        (told.status, told.header("content-type")),
        (200, "application/json")
    );
    let mut file: Value = serde_json::from_str(FILE).unwrap();
    file["servers"][0]["url"] = format!("{SITE}/api").into();
    assert_eq!(told.json(), file);
    Document::read(&told.body)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_example_is_taken_and_every_answer_is_as_documented() {
    on_both(|world| async move {
        let document = handed_out(&world).await;
        let letter = world.petition(Kind::Letter).await;
        let db = world.app().db.get_ref().clone();
        let one = vec![signer("Kim Lee")];
        sign(
            &db,
            letter.id,
            SignatureState::Counted,
            one,
            world.now().minus(hours(1)),
        )
        .await;
        world.looks().await;
        let client = world.client(&letter, "all").await;
        let path = format!("{BASE}/petitions/{}/signatures", letter.id);
        let person = id_of(&client.reads(&path).await["_embedded"]["osdi:signatures"][0]);
        let mut ids = Ids {
            petition: letter.id.to_string(),
            draft: String::new(),
            tag: String::new(),
            person,
        };
        let mut operations = document.osdi();
        operations.sort_by_key(order);
        let mut sent = 0;
        for of in &operations {
            let bodies = match of.takes_body() {
                true => of.examples().into_iter().map(|one| Some(one.1)).collect(),
                false => vec![None],
            };
            for body in bodies {
                let body = body.map(|body| body.to_string().replace(PERSON, &ids.person));
                sent += usize::from(body.is_some());
                let answer = asks(&client, of, &ids.address(of), body.as_deref()).await;
                holds(&document, of, &answer, 200);
                match of.path.as_str() {
                    "/tags" if of.method == "POST" => ids.tag = id_of(&answer.json()),
                    "/petitions" if answer.body.contains("\"draft\"") && of.method == "POST" => {
                        ids.draft = id_of(&answer.json());
                    }
                    _ => {}
                }
            }
        }
        assert!(sent >= 20, "{sent} examples");
        let made = client.reads("/api/v2/petitions?filter=title+eq+%27keep+the+library+open%27");
        assert_eq!(
            made.await["_embedded"]["osdi:petitions"][0]["undersigned:status"],
            "open"
        );
        // letters are another story
        world.mail_drains().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_goes_wrong_is_as_documented_too() {
    on_both(|world| async move {
        let document = handed_out(&world).await;
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "all").await;
        let nobody = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee".to_owned();
        let ids = Ids {
            petition: nobody.clone(),
            draft: nobody.clone(),
            tag: nobody.clone(),
            person: nobody,
        };
        let stranger = world.stranger();
        for of in document.osdi().iter().filter(|of| of.path != "/") {
            let address = ids.address(of);
            let body = of.examples().first().map(|one| one.1.to_string());
            let refused = asks(&stranger, of, &address, body.as_deref()).await;
            // a form without a token is of no petition that there is
            let is_form = of.said.get("security").is_some();
            holds(&document, of, &refused, if is_form { 404 } else { 403 });
            if of.path.contains("{id}") {
                holds(
                    &document,
                    of,
                    &asks(&client, of, &address, body.as_deref()).await,
                    404,
                );
                let written = address.replace(&ids.petition, "free-records");
                holds(
                    &document,
                    of,
                    &asks(&client, of, &written, body.as_deref()).await,
                    404,
                );
            }
            if of.takes_body() && !of.path.contains("{id}") {
                holds(
                    &document,
                    of,
                    &asks(&client, of, &address, Some("[]")).await,
                    400,
                );
                let large = "x".repeat(600_000);
                holds(
                    &document,
                    of,
                    &asks(&client, of, &address, Some(&large)).await,
                    413,
                );
            }
            // whoever asks too often is told so in the same way
            world.meanwhile(seconds(1));
        }
        let tags = document.osdi();
        let tags = tags
            .iter()
            .find(|of| of.method == "GET" && of.path == "/tags")
            .unwrap();
        let mut last = client.gets("/api/v2/tags").await;
        for _ in 0..200 {
            last = client.gets("/api/v2/tags").await;
        }
        holds(&document, tags, &last, 429);
        assert_eq!(last.header("retry-after"), "1");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_method_is_told_which_there_are_and_nobody_is_sent_elsewhere() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "all").await;
        let document = Document::read(FILE);
        let mut paths: Vec<String> = Vec::new();
        for of in document.osdi() {
            if !paths.contains(&of.path) {
                paths.push(of.path);
            }
        }
        for path in paths {
            let there: Vec<String> = document
                .osdi()
                .into_iter()
                .filter(|of| of.path == path)
                .map(|of| of.method)
                .collect();
            let mut allowed: BTreeSet<&str> = there.iter().map(String::as_str).collect();
            if allowed.contains("GET") {
                allowed.insert("HEAD");
            }
            let address = format!("{BASE}{}", path.replace(['{', '}'], ""));
            for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE"] {
                if allowed.contains(method) {
                    continue;
                }
                let answer = client.asks(method.parse().unwrap(), &address, None).await;
                assert_eq!(answer.status, 405, "{}: {:?}", answer.asked, answer.headers);
                let told: BTreeSet<&str> = answer.header("allow").split(", ").collect();
                assert_eq!(told, allowed, "{}", answer.asked);
                assert_eq!(answer.header("content-type"), "application/problem+json");
                world.meanwhile(seconds(1));
            }
        }
    })
    .await;
}
