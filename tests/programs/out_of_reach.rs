//! Story: a program asks for what is not its organization's, and takes out what does not count.

use crate::support::api::{id_of, signed_by};
use crate::support::document::Document;
use crate::support::world::on_both;
use reqwest::Method;
use serde_json::json;
use undersigned::petition::Kind;

const FILE: &str = include_str!("../../templates/partner/openapi.json");
/// What stands in the examples for the id of a person.
const PERSON: &str = "0193b3a5-0000-7000-8000-000000000000";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_what_is_another_organization_s_there_is_nothing() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let theirs = world.petition(Kind::Petition).await;
        signed_by(&world, &letter, "Kim Lee").await;
        signed_by(&world, &theirs, "Ada Park").await;
        let (client, their_client) = (
            world.client(&letter, "all").await,
            world.client(&theirs, "all").await,
        );
        let path = format!("/api/v2/petitions/{}/signatures", theirs.id);
        let person = id_of(&their_client.reads(&path).await["_embedded"]["osdi:signatures"][0]);
        let tag = id_of(
            &their_client
                .posts("/api/v2/tags", &json!({"name": "faculty"}))
                .await
                .json(),
        );
        let own = id_of(
            &client
                .posts("/api/v2/tags", &json!({"name": "faculty"}))
                .await
                .json(),
        );
        let nobody = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";
        for of in Document::read(FILE)
            .osdi()
            .iter()
            .filter(|of| of.path.contains("{id}"))
        {
            let id = match of.path.as_str() {
                path if path.starts_with("/tags") => tag.clone(),
                path if path.starts_with("/people") => person.clone(),
                _ => theirs.id.to_string(),
            };
            let body = of
                .examples()
                .first()
                .map(|one| one.1.to_string().replace(PERSON, &person));
            let method: Method = of.method.parse().unwrap();
            let mut told = Vec::new();
            for (id, part) in [(id.as_str(), person.as_str()), (nobody, nobody)] {
                let address = format!(
                    "/api/v2{}",
                    of.path.replace("{id}", id).replace("{part}", part)
                );
                let answer = client.asks(method.clone(), &address, body.as_deref()).await;
                assert_eq!(answer.status, 404, "{}: {}", answer.asked, answer.body);
                let request = answer.json()["request_id"].as_str().unwrap().to_owned();
                told.push(answer.body.replace(&request, ""));
            }
            assert_eq!(told[0], told[1], "{} {}", of.method, of.path);
        }
        // a part of theirs below what is one's own
        for address in [
            format!("/api/v2/petitions/{}/signatures/{person}", letter.id),
            format!("/api/v2/tags/{own}/taggings/{person}"),
        ] {
            for method in [Method::GET, Method::DELETE] {
                let answer = client.asks(method, &address, None).await;
                assert_eq!(answer.status, 404, "{}: {}", answer.asked, answer.body);
            }
        }
        for host in [
            "",
            "https://actionnetwork.org/api/v2",
            "https://sign.example.org/api/v2",
            "//x",
        ] {
            let linked =
                json!({"_links": {"osdi:person": {"href": format!("{host}/people/{person}")}}});
            for address in [
                format!("/api/v2/petitions/{}/signatures", letter.id),
                format!("/api/v2/tags/{own}/taggings"),
            ] {
                let answer = client.posts(&address, &linked).await;
                assert_eq!(answer.status, 400, "{}: {}", answer.asked, answer.body);
                assert_eq!(answer.json()["error"], "You must specify a valid person id");
            }
        }
        let found = client
            .reads("/api/v2/people?filter=email_address+eq+%27adapark@mail.example.org%27")
            .await;
        assert_eq!(found["total_records"], 0);
        assert_eq!(client.reads("/api/v2/petitions").await["total_records"], 1);
        assert_eq!(
            their_client.reads("/api/v2/people").await["total_records"],
            1
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_waits_is_taken_out_by_nobody() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "all").await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let body = json!({"person": {"given_name": "Ada", "family_name": "Park", "email_addresses": [{"address": "ada@example.org"}]}});
        let waits = id_of(&client.posts(&path, &body).await.json());
        assert_eq!(client.reads(&format!("{path}/{waits}")).await["undersigned:status"], "pending");
        let gone = client.deletes(&format!("{path}/{waits}")).await;
        assert_eq!(gone.status, 409, "it is there: {}", gone.body);
        let other = client.posts("/api/v2/petitions", &json!({"title": "Open the river"})).await.json();
        let elsewhere = format!("/api/v2/petitions/{}/signatures/{waits}", id_of(&other));
        assert_eq!(client.deletes(&elsewhere).await.status, 404);
        let _ = world.mail("ada@example.org").await;
    })
    .await;
}
