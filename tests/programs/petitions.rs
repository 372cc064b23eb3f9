//! Story: a program begins a petition and changes its draft.

use crate::support::api::{confirms, id_of, path_of};
use crate::support::world::on_both;
use serde_json::json;
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_petition_that_is_whole_is_public_at_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "petitions:read,petitions:write,signatures:write").await;
        let begun = client
            .posts("/api/v2/petitions?background_processing=True", &json!({
                "title": "Keep the library open",
                "description": "<p>Keep it open &amp; <b>free</b> on Sundays.</p><script>x</script>",
                "petition_text": "# We ask\n\nThat it stays open.",
                "target": [{"name": "City Council"}, {"name": "The Mayor"}],
            }))
            .await;
        assert_eq!(begun.status, 200, "{}", begun.body);
        let begun = begun.json();
        assert_eq!(begun["undersigned:status"], "open");
        assert_eq!(begun["summary"], "Keep it open & free on Sundays.");
        assert_eq!(begun["description"], "Keep it open &amp; free on Sundays.");
        assert_eq!(begun["target"], json!([{"name": "City Council, The Mayor"}]));
        let mut reader = world.visitor();
        reader.goes(&path_of(&begun["browser_url"])).await;
        reader.sees("Keep the library open").sees("That it stays open.");
        let body = json!({"person": {"given_name": "Ada", "family_name": "Park", "email_addresses": [{"address": "ada@example.org"}]}});
        let signed = client.posts(&path_of(&begun["_links"]["osdi:record_signature_helper"]["href"]), &body).await;
        assert_eq!(signed.status, 200, "{}", signed.body);
        confirms(&world, "ada@example.org").await;
        // what was read may be signed: it changes in the console only
        let path = path_of(&begun["_links"]["self"]["href"]);
        let changed = client.puts(&path, &json!({"title": "Close the library"})).await;
        assert_eq!(changed.status, 409, "{}", changed.body);
        assert_eq!(client.reads(&path).await["title"], "Keep the library open");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_whole_is_a_draft_and_changes_field_by_field() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world
            .client(&letter, "petitions:read,petitions:write")
            .await;
        let begun = client
            .posts(
                "/api/v2/petitions",
                &json!({"title": "Open the river", "state": "open", "total_signatures": 9_000}),
            )
            .await;
        let begun = begun.json();
        assert_eq!(begun["undersigned:status"], "draft");
        assert_eq!(begun["total_signatures"], 0);
        let path = path_of(&begun["_links"]["self"]["href"]);
        let changed = client
            .puts(&path, &json!({"petition_text": "Let it flow."}))
            .await
            .json();
        assert_eq!(changed["petition_text"], "Let it flow.");
        assert_eq!(changed["title"], "Open the river", "what is not sent stays");
        let emptied = client
            .puts(&path, &json!({"petition_text": null}))
            .await
            .json();
        assert_eq!(emptied["petition_text"], "");
        for wrong in [
            json!({"title": "x".repeat(151)}),
            json!({"title": {"en": "x"}}),
            json!({"petition_text": ["x"]}),
            json!({"target": 7}),
        ] {
            let answer = client.puts(&path, &wrong).await;
            assert_eq!(answer.status, 400, "{wrong}: {}", answer.body);
            assert!(
                answer.json()["errors"][0]["pointer"]
                    .as_str()
                    .unwrap()
                    .starts_with("#/")
            );
        }
        assert_eq!(
            client
                .posts("/api/v2/petitions", &json!({"name": "no title"}))
                .await
                .status,
            400
        );
        let mine = client
            .reads("/api/v2/petitions?filter=title+eq+%27open+the+river%27")
            .await;
        assert_eq!(mine["total_records"], 1);
        assert_eq!(
            id_of(&mine["_embedded"]["osdi:petitions"][0]),
            id_of(&begun)
        );
    })
    .await;
}
