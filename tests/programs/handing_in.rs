//! Story: a program hands in forms. Each goes the form's road: nothing counts before its mailbox has said so.

use crate::support::api::{confirms, id_of, path_of};
use crate::support::world::on_both;
use serde_json::{Value, json};
use undersigned::petition::Kind;
use undersigned::signature::store::consents;

fn helper(name: [&str; 2], email: &str, status: &str) -> Value {
    json!({
        "person": {
            "given_name": name[0],
            "family_name": name[1],
            "email_addresses": [{"address": email, "status": status}],
            "languages_spoken": ["en"],
        },
        "triggers": {"autoresponse": {"enabled": false}},
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_token_makes_a_signature_that_counts() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "all").await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let body = helper(["Ada", "Park"], "ada@example.org", "subscribed");
        let answer = client.posts(&path, &body).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let waits = answer.json();
        assert_eq!(waits["undersigned:status"], "pending");
        let one = format!("/api/v2/petitions/{}", letter.id);
        assert_eq!(client.reads(&one).await["total_signatures"], 0);
        let own = path_of(&waits["_links"]["self"]["href"]);
        assert_eq!(client.reads(&own).await["undersigned:status"], "pending");

        confirms(&world, "ada@example.org").await;
        world.looks().await;
        assert_eq!(client.reads(&one).await["total_signatures"], 1);
        let now = client.reads(&own).await;
        assert_eq!(
            now["undersigned:status"], "confirmed",
            "under the id that was told at first"
        );
        assert_eq!(id_of(&now), id_of(&waits));
        let person = client
            .reads(&path_of(&now["_links"]["osdi:person"]["href"]))
            .await;
        assert_eq!(person["email_addresses"][0]["status"], "subscribed");

        // the yes stands there with whoever said it
        let id = undersigned::base::Id::parse(&id_of(&now)).unwrap();
        let said = world.read(move |conn| consents::of(conn, id)).await;
        assert!(
            said.iter()
                .filter_map(|one| one.words.as_deref())
                .any(|words| {
                    words.contains("as stated by the program “Membership import”")
                }),
            "{said:?}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_answer_is_the_same_whatever_is_known_of_the_address() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ada = world.visitor();
        ada.signs(&letter, "Ada Park", "ada@example.org").await;
        ada.opens_mail().await.presses("Confirm my signature").await;
        let client = world.client(&letter, "signatures:write").await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let mut told = Vec::new();
        for email in ["ada@example.org", "new@example.org"] {
            for tail in ["", "/"] {
                let answer = client
                    .posts(
                        &format!("{path}{tail}"),
                        &helper(["A", "B"], email, "unsubscribed"),
                    )
                    .await;
                assert_eq!(answer.status, 200, "{}", answer.body);
                let id = id_of(&answer.json());
                told.push(answer.body.replace(&id, "ID"));
            }
        }
        told.dedup();
        assert_eq!(told.len(), 1, "{told:?}");
        world.mail_rests().await;
        world.mail_drains().await;
        let unread = world.unread();
        world.leaves_unread(unread);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_person_who_is_told_of_first_and_signs_then() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "signatures:write,people:read").await;
        let person = json!({"person": {"given_name": "Maria del Mar", "family_name": "Soto", "email_addresses": [{"address": "soto@example.org"}]}});
        let told = client.posts("/api/v2/people", &person).await;
        assert_eq!(told.status, 200, "{}", told.body);
        let told = told.json();
        assert_eq!(told["given_name"], "Maria del Mar");
        assert_eq!(told["created_date"], told["modified_date"], "clients say added");
        let id = id_of(&told);
        assert_eq!(client.gets(&format!("/api/v2/people/{id}")).await.status, 404, "nobody has confirmed that it is them");
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let linked = json!({"_links": {"osdi:person": {"href": format!("https://actionnetwork.org/api/v2/people/{id}")}}});
        assert_eq!(client.posts(&path, &linked).await.status, 200);
        confirms(&world, "soto@example.org").await;
        world.looks().await;
        let known = client.posts("/api/v2/people/person_signup_helper", &person).await.json();
        assert_ne!(id_of(&known), id);
        assert_eq!(client.reads("/api/v2/people").await["_embedded"]["osdi:people"][0], known);
        // a day later nothing is left of what nobody confirmed
        let other = json!({"person": {"given_name": "X", "email_addresses": [{"address": "x@example.org"}]}});
        let other = id_of(&client.posts("/api/v2/people", &other).await.json());
        world.later(undersigned::base::time::days(1)).await;
        let linked = json!({"_links": {"osdi:person": {"href": format!("/people/{other}")}}});
        assert_eq!(client.posts(&path, &linked).await.status, 400);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_asked_again_by_the_same_key_is_done_once() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world
            .client(&letter, "petitions:read,petitions:write,signatures:write")
            .await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let body = helper(["Ada", "Park"], "ada@example.org", "unsubscribed");
        let keyed = client.with_key("\"k-1\"");
        let first = keyed.posts(&path, &body).await;
        assert_eq!(first.status, 200, "{}", first.body);
        assert_eq!(keyed.posts(&path, &body).await.body, first.body);
        assert_eq!(
            keyed.posts(&format!("{path}/"), &body).await.body,
            first.body
        );
        let other = helper(["Bo", "Lind"], "bo@example.org", "unsubscribed");
        assert_eq!(keyed.posts(&path, &other).await.status, 422);
        assert_eq!(client.with_key("").posts(&path, &body).await.status, 400);
        let another = world.client(&letter, "signatures:write").await;
        let theirs = another.with_key("k-1").posts(&path, &other).await;
        assert_eq!(theirs.status, 200, "a key is its token's");
        // what was refused is looked at anew
        let key = client.with_key("k-2");
        assert_eq!(key.posts(&path, &json!({"person": {}})).await.status, 400);
        assert_eq!(key.posts(&path, &json!({"person": {}})).await.status, 400);
        let title = json!({"title": "Keep the library open"});
        let key = client.with_key("k-3");
        let begun = key.posts("/api/v2/petitions", &title).await;
        assert_eq!(begun.status, 200, "{}", begun.body);
        assert_eq!(
            key.posts("/api/v2/petitions", &title).await.body,
            begun.body
        );
        assert_eq!(client.reads("/api/v2/petitions").await["total_records"], 2);
        world.mail_rests().await;
        let ada = world.mail("ada@example.org").await;
        ada.says("Ada Park");
        let _ = world.mail("bo@example.org").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_at_once_and_then_it_is_told_when_to_come_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "petitions:read").await;
        for n in 0..200 {
            let answer = client.gets("/api/v2/metadata").await;
            assert_eq!(answer.status, 200, "{n}: {}", answer.body);
            assert_eq!(answer.header("ratelimit-policy"), "\"token\";q=200;w=10");
        }
        let refused = client.gets("/api/v2/metadata").await;
        assert_eq!(refused.status, 429);
        assert_eq!(refused.header("retry-after"), "1");
        assert_eq!(
            refused.json()["type"],
            "https://iana.org/assignments/http-problem-types#quota-exceeded"
        );
        world.meanwhile(undersigned::base::time::seconds(1));
        assert_eq!(client.gets("/api/v2/metadata").await.status, 200);
    })
    .await;
}
