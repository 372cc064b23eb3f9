//! Story: a developer finds the way in, and is told in one shape what went wrong.

use crate::support::answer::Answer;
use crate::support::world::on_both;
use reqwest::Method;
use serde_json::json;
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_entry_says_what_there_is_and_whether_the_token_is_good() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "petitions:read").await;
        for path in ["/api/v2", "/api/v2/"] {
            let open = world.stranger().reads(path).await;
            assert_eq!(open["osdi_version"], "1.2.0");
            assert_eq!(open["max_pagesize"], 25);
            assert!(open["motd"].is_string(), "clients print it");
            assert!(open["_links"]["osdi:petitions"]["href"].is_string());
            assert!(
                open["_links"].get("osdi:tags").is_none(),
                "clients take it for a good token"
            );
            let own = client.reads(path).await;
            assert!(own["_links"]["osdi:tags"]["href"].is_string(), "{path}");
        }
        let wrong = world.visitor();
        let wrong = wrong
            .asks(Method::GET, "/api/v2")
            .header("osdi-api-token", "nonsense");
        let wrong = wrong.send().await.unwrap();
        let wrong = Answer::of("GET /api/v2".to_owned(), wrong).await.json();
        assert!(wrong["_links"].get("osdi:tags").is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_went_wrong_is_one_object() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "petitions:read,signatures:write,people:read").await;
        let signatures = format!("/api/v2/petitions/{}/signatures", letter.id);
        let nobody = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";
        let none = format!("/api/v2/petitions/{nobody}");
        for (answer, status) in [
            (world.stranger().gets("/api/v2/petitions").await, 403),
            (world.stranger().gets("/api/v2/people?osdi-api-token=pt_live_x").await, 403),
            (client.gets("/api/v2/nothing/of/this").await, 404),
            (client.gets("/api/v2/petitions/free-records").await, 404),
            (client.gets(&none).await, 404),
            (client.gets("/api/v2/petitions?filter=shoe+eq+%271%27").await, 400),
            (client.asks(Method::PATCH, "/api/v2/petitions", None).await, 405),
            (client.asks(Method::POST, &signatures, Some("{")).await, 400),
            (client.asks(Method::POST, &signatures, Some("[1]")).await, 400),
            (client.asks(Method::POST, &signatures, Some(r#"{"person":{},"person":{}}"#)).await, 400),
            (client.asks(Method::POST, &signatures, Some(&"[".repeat(10_000))).await, 400),
            (client.asks(Method::POST, &signatures, Some(&"x".repeat(600_000))).await, 413),
            (client.posts(&signatures, &json!({"person": 7})).await, 400),
            (client.posts(&signatures, &json!({"comments": "no person"})).await, 400),
            (client.posts(&signatures, &json!({"_links": {"osdi:person": {"href": "x"}}})).await, 400),
            (client.posts("/api/v2/petitions", &json!({"title": "x"})).await, 403),
        ] {
            assert_eq!(answer.status, status, "{}: {}", answer.asked, answer.body);
            assert_eq!(answer.header("content-type"), "application/problem+json", "{}", answer.asked);
            assert_eq!(answer.header("cache-control"), "no-store");
            assert!(answer.all("access-control-allow-origin").is_empty(), "{}", answer.asked);
            let told = answer.json();
            assert_eq!(told["status"], status);
            let error = told["error"].as_str().unwrap();
            assert!(!error.is_empty() && told["detail"] == error, "{told}");
            let kind = told["type"].as_str().unwrap();
            assert!(kind == "about:blank" || kind.starts_with("https://sign.example.org/api#"), "{kind}");
        }
        let linked = json!({"_links": {"osdi:person": {"href": format!("https://actionnetwork.org/api/v2/people/{nobody}")}}});
        let linked = client.posts(&signatures, &linked).await.json();
        assert_eq!(linked["error"], "You must specify a valid person id", "a client compares these words");
        let dark = json!({"person": {"given_name": "Ada", "email_addresses": [{"address": "ada@"}]}});
        let dark = client.posts(&signatures, &dark).await;
        assert_eq!(dark.status, 400);
        assert_eq!(dark.json()["errors"][0]["pointer"], "#/person/email_addresses/0/address");
        assert!(!dark.body.contains("ada@"), "what was typed stands in no error");
    })
    .await;
}
