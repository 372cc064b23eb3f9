//! Story: programs ask for lists in every way there is. None is refused for how its page is asked for; a filter is read, or refused with a
//! reason that holds nothing of what was sent.

use crate::support::api::{id_of, signed_by};
use crate::support::document::{Document, Operation};
use crate::support::world::on_both;
use reqwest::Method;
use serde_json::json;
use undersigned::base::time::seconds;
use undersigned::petition::{Kind, Petition};

const FILE: &str = include_str!("../../templates/partner/openapi.json");

/// Lists of the document, with addresses that there are.
fn lists(
    document: &Document,
    letter: &Petition,
    person: &str,
    tag: &str,
) -> Vec<(Operation, String)> {
    let all = document.operations().into_iter().filter(|of| {
        let parameters = of.said["parameters"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        parameters.contains(&json!({"$ref": "#/components/parameters/Page"}))
    });
    let address = |of: &Operation| {
        let id = match of.path.as_str() {
            path if path.starts_with("/tags") => tag.to_owned(),
            path if path.starts_with("/people") => person.to_owned(),
            _ => letter.id.to_string(),
        };
        format!(
            "/api/v2{}",
            of.path.replace("{id}", &id).replace("{list}", "forms")
        )
    };
    all.map(|of| (of.clone(), address(&of))).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_list_is_given_however_its_page_is_asked_for_and_a_filter_is_read_or_refused() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        signed_by(&world, &letter, "Kim Lee").await;
        let client = world.client(&letter, "all").await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let person = id_of(&client.reads(&path).await["_embedded"]["osdi:signatures"][0]);
        let tag = id_of(
            &client
                .posts("/api/v2/tags", &json!({"name": "faculty"}))
                .await
                .json(),
        );
        let document = Document::read(FILE);
        let lists = lists(&document, &letter, &person, &tag);
        assert_eq!(lists.len(), 8);
        for (of, address) in &lists {
            let plain = client.gets(address).await;
            for query in [
                "page=0",
                "page=-1",
                "page=1e9",
                "page=",
                "per_page=1e9",
                "per_page=9007199254740993",
                "per_page=99999999999999999999999",
                "per_page=25filter%3DNone",
                "perPage=3&osdi-api-token=x",
                "filter=",
                "filter=+",
                "%",
                "&&=&",
            ] {
                let answer = client.gets(&format!("{address}?{query}")).await;
                let kind = answer.header("content-type");
                let wrong = document.wrong_answer(of, answer.status, kind, &answer.body);
                assert!(
                    wrong.is_empty(),
                    "{}: {wrong:?} {}",
                    answer.asked,
                    answer.body
                );
                let (told, same) = (answer.json(), plain.json());
                assert_eq!(told["per_page"], 25, "{}", answer.asked);
                assert_eq!(told["_embedded"], same["_embedded"], "{}", answer.asked);
            }
            for (query, page, per_page) in [
                ("page=99999999999&per_page=0", 1_000_000_000, 1),
                ("page=2&page=3", 3, 25),
            ] {
                let told = client.reads(&format!("{address}?{query}")).await;
                assert_eq!(
                    (&told["page"], &told["per_page"]),
                    (&json!(page), &json!(per_page))
                );
            }
            // some clients send a body with each GET
            for body in ["null", "{", "page=2"] {
                let answer = client.asks(Method::GET, address, Some(body)).await;
                assert_eq!(
                    (answer.status, answer.body),
                    (200, plain.body.clone()),
                    "{address}"
                );
            }
            world.meanwhile(seconds(10));
        }
        for (of, address) in lists
            .iter()
            .filter(|(of, _)| of.said["responses"].get("400").is_some())
        {
            for filter in [
                "identifier eq 7",
                "identifier eq canary.in@the.mine",
                "identifier",
                "identifier eq",
                "identifier is 'x'",
                "shoe eq 'canary.in@the.mine'",
                "canary.in@the.mine",
                "'canary.in@the.mine'",
                "identifier eq 'x' and",
                "(identifier eq 'x'",
                "identifier eq 'x')",
                "created_date eq 'canary.in@the.mine'",
                "\0",
                "identifier eq 'x' or identifier eq 'canary.in@the.mine",
            ] {
                if filter.starts_with("created") && of.path == "/tags" {
                    continue;
                }
                let query = percent_encoding::utf8_percent_encode(
                    filter,
                    percent_encoding::NON_ALPHANUMERIC,
                );
                let answer = client.gets(&format!("{address}?filter={query}")).await;
                assert_eq!(answer.status, 400, "{filter}: {}", answer.body);
                let wrong =
                    document.wrong_answer(of, 400, answer.header("content-type"), &answer.body);
                assert!(wrong.is_empty(), "{filter}: {wrong:?}");
                assert!(
                    !answer.body.contains("the.mine"),
                    "{filter}: {}",
                    answer.body
                );
            }
            let long = format!("{address}?filter={}", "x".repeat(1_900));
            let answer = client.gets(&long).await;
            assert_eq!(answer.status, 400);
            assert!(!answer.body.contains(&"x".repeat(41)), "{}", answer.body);
            world.meanwhile(seconds(10));
        }
    })
    .await;
}
