//! Story: a program puts tags on people, and takes a signature out.

use crate::support::api::{id_of, path_of};
use crate::support::signers::{sign, signer};
use crate::support::world::on_both;
use serde_json::json;
use undersigned::base::time::hours;
use undersigned::petition::Kind;
use undersigned::signature::SignatureState;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tags_are_on_people_and_off_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let db = world.app().db.get_ref().clone();
        let two = vec![signer("Ada Park"), signer("Bo Lind")];
        sign(
            &db,
            letter.id,
            SignatureState::Counted,
            two,
            world.now().minus(hours(1)),
        )
        .await;
        world.looks().await;
        let client = world.client(&letter, "people:read,people:write").await;
        assert_eq!(
            client.reads("/api/v2/tags").await["_embedded"]["osdi:tags"],
            json!([])
        );
        let tag = client
            .posts("/api/v2/tags", &json!({"name": "faculty"}))
            .await
            .json();
        assert!(
            tag["identifiers"][0]
                .as_str()
                .unwrap()
                .starts_with("action_network:")
        );
        let again = client
            .posts("/api/v2/tags/", &json!({"name": "faculty"}))
            .await
            .json();
        assert_eq!(again, tag, "the same words are the same tag");
        for wrong in [
            json!({}),
            json!({"name": "a,b"}),
            json!({"name": "x".repeat(41)}),
            json!({"name": ["x"]}),
        ] {
            assert_eq!(
                client.posts("/api/v2/tags", &wrong).await.status,
                400,
                "{wrong}"
            );
        }
        let people = client.reads("/api/v2/people").await;
        let ada = people["_embedded"]["osdi:people"][0].clone();
        let taggings = path_of(&tag["_links"]["osdi:taggings"]["href"]);
        let put = json!({"_links": {"osdi:person": ada["_links"]["self"]}});
        let put = client.posts(&taggings, &put).await;
        assert_eq!(put.status, 200, "{}", put.body);
        let put = put.json();
        assert_eq!(put["item_type"], "osdi:person");
        let all = client.reads(&taggings).await;
        assert_eq!(all["total_records"], 1);
        assert_eq!(all["_embedded"]["osdi:taggings"][0], put);
        let own = path_of(&put["_links"]["self"]["href"]);
        assert_eq!(client.reads(&own).await, put);
        let of_ada = client
            .reads(&path_of(&ada["_links"]["osdi:taggings"]["href"]))
            .await;
        assert_eq!(of_ada["_embedded"]["osdi:taggings"][0], put);
        assert_eq!(
            client
                .reads("/api/v2/tags?filter=name+eq+%27faculty%27")
                .await["total_records"],
            1
        );
        let gone = client.deletes(&own).await;
        assert_eq!(gone.status, 200);
        assert!(gone.json()["notice"].is_string(), "clients parse it");
        assert_eq!(client.deletes(&own).await.status, 404);
        let left = client.reads(&taggings).await;
        assert_eq!(left["total_records"], 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_signature_is_taken_out_as_by_a_moderator() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let db = world.app().db.get_ref().clone();
        sign(
            &db,
            letter.id,
            SignatureState::Counted,
            vec![signer("Ada Park")],
            world.now().minus(hours(1)),
        )
        .await;
        world.looks().await;
        let client = world.client(&letter, "all").await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let first = client.reads(&path).await["_embedded"]["osdi:signatures"][0].clone();
        let own = path_of(&first["_links"]["self"]["href"]);
        let said = client.puts(&own, &json!({"comments": "other words"})).await;
        assert_eq!(said.status, 403, "only its mailbox says why");
        assert_eq!(
            client.puts(&own, &json!({"comments": ""})).await.status,
            200,
            "what is so already"
        );
        let person = path_of(&first["_links"]["osdi:person"]["href"]);
        assert_eq!(
            client
                .puts(&person, &json!({"family_name": "Other"}))
                .await
                .status,
            403
        );
        let nothing = json!({"custom_fields": {}});
        assert_eq!(
            client.puts(&person, &nothing).await.status,
            200,
            "clients send it beside tags"
        );
        let gone = client.deletes(&own).await;
        assert_eq!(gone.status, 200, "{}", gone.body);
        assert_eq!(world.counted(&letter).await, 0);
        assert_eq!(client.reads(&own).await["undersigned:status"], "removed");
        assert_eq!(client.deletes(&own).await.status, 409);
        assert_eq!(id_of(&first).len(), 36);
        let one = client
            .reads(&format!("/api/v2/petitions/{}", letter.id))
            .await;
        assert_eq!(one["total_signatures"], 0);
    })
    .await;
}
