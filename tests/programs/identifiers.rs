//! Story: a program knows signatures by names of its own, and puts tags on people whose mailbox has yet to confirm.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::api::{Client, confirms, id_of, path_of};
use crate::support::world::on_both;
use serde_json::{Value, json};
use undersigned::base::Id;
use undersigned::base::time::minutes;
use undersigned::petition::Kind;
use undersigned::signature::store::identifiers;

fn paper(email: &str, identifiers: &[&str], tags: &[&str]) -> Value {
    json!({
        "identifiers": identifiers,
        "person": {"given_name": "Ada", "family_name": "Park", "email_addresses": [{"address": email}], "identifiers": ["crm:77"]},
        "add_tags": tags,
    })
}

/// How many people a filter means.
async fn found(client: &Client, filter: &str) -> i64 {
    let path = format!("/api/v2/people?filter={}", filter.replace(' ', "+"));
    client.reads(&path).await["total_records"].as_i64().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_programs_own_names_lead_to_what_it_handed_in() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "all").await;
        client
            .posts("/api/v2/tags", &json!({"name": "paper"}))
            .await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let sheet = paper(
            "ada@example.org",
            &["paper:B1:012-07"],
            &["paper", "nobody knows it"],
        );
        let answer = client.posts(&path, &sheet).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let waits = answer.json();
        let id = id_of(&waits);
        let all = json!([
            format!("action_network:{id}"),
            format!("undersigned:{id}"),
            "crm:77",
            "paper:B1:012-07"
        ]);
        assert_eq!(waits["identifiers"], all);
        let own = path_of(&waits["_links"]["self"]["href"]);
        assert_eq!(client.reads(&own).await["identifiers"], all);
        assert_eq!(
            found(&client, "identifier eq 'crm:77'").await,
            0,
            "nobody is counted yet"
        );

        let mut ada = confirms(&world, "ada@example.org").await;
        assert_eq!(client.reads(&own).await["identifiers"], all);
        for filter in [
            "identifier eq 'crm:77'",
            "identifier eq 'CRM:77'",
            "identifier eq 'paper:B1:012-07'",
            "identifier eq 'paper:B1:012-07' or identifier eq 'paper:B1:012-08'",
            "identifier eq 'crm:77' and family_name eq 'Park'",
        ] {
            assert_eq!(found(&client, filter).await, 1, "{filter}");
        }
        assert_eq!(found(&client, "identifier eq 'crm:78'").await, 0);
        let tags = client.reads(&format!("/api/v2/people/{id}/taggings")).await;
        assert_eq!(tags["total_records"], 1, "the tag that there was: {tags}");
        // another organization has names of its own
        let pledge = world.petition(Kind::Pledge).await;
        let stranger = world.client(&pledge, "all").await;
        assert_eq!(found(&stranger, "identifier eq 'crm:77'").await, 0);

        // whoever signed sees them, and they go with the details
        let word = ada.mail().word();
        ada.follows("See or change everything we keep about you")
            .await;
        ada.sees("paper:B1:012-07");
        let own = ada.path().to_owned();
        let file = ada.gets(&format!("{own}/data.json")).await.json();
        assert_eq!(
            file["signature"]["identifiers"],
            json!(["crm:77", "paper:B1:012-07"])
        );
        ada.goes(&format!("{own}/erase")).await;
        ada.types("word", &word).presses("Erase everything").await;
        let key = Id::parse(&id).unwrap();
        let left = world.read(move |conn| identifiers::of(conn, key)).await;
        assert!(left.is_empty(), "{left:?}");
        world.leaves_unread(1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_is_of_the_signature_that_was_given_it_last() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "all").await;
        client
            .posts("/api/v2/tags", &json!({"name": "paper"}))
            .await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        for email in ["ada@example.org", "bo@example.org"] {
            client.posts(&path, &paper(email, &["x:1"], &[])).await;
        }
        confirms(&world, "ada@example.org").await;
        let people = client.reads("/api/v2/people").await;
        let ada = people["_embedded"]["osdi:people"][0].clone();
        let own = path_of(&ada["_links"]["self"]["href"]);
        assert_eq!(found(&client, "identifier eq 'x:1'").await, 1);

        // what is sent back as it was read is no change, a name more is one
        assert_eq!(client.puts(&own, &ada).await.status, 200);
        let reader = world.client(&letter, "people:read").await;
        assert_eq!(reader.puts(&own, &ada).await.status, 200);
        let more = json!({"identifiers": ["van:9", "x:1"], "add_tags": ["paper"]});
        assert_eq!(
            reader
                .puts(&own, &json!({"identifiers": ["van:9"]}))
                .await
                .status,
            403
        );
        assert_eq!(
            reader
                .puts(&own, &json!({"add_tags": ["paper"]}))
                .await
                .status,
            403
        );
        let answer = client.puts(&own, &more).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let names = answer.json()["identifiers"].clone();
        assert_eq!(
            names.as_array().unwrap()[2..],
            [json!("crm:77"), json!("van:9"), json!("x:1")]
        );
        let tagged = format!("{own}/taggings");
        assert_eq!(client.reads(&tagged).await["total_records"], 1);
        let details = json!({"identifiers": ["van:10"], "given_name": "Eve"});
        assert_eq!(client.puts(&own, &details).await.status, 403);
        assert_eq!(
            found(&client, "identifier eq 'van:10'").await,
            0,
            "nothing of it was done"
        );
        let signature = format!("{path}/{}", id_of(&ada));
        let answer = client
            .puts(&signature, &json!({"identifiers": ["van:11"]}))
            .await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(found(&client, "identifier eq 'van:11'").await, 1);

        confirms(&world, "bo@example.org").await;
        let people = client
            .reads("/api/v2/people?filter=identifier+eq+'x:1'")
            .await;
        let bo = &people["_embedded"]["osdi:people"];
        assert_eq!(bo.as_array().unwrap().len(), 1);
        assert_eq!(bo[0]["email_addresses"][0]["address"], "bo@example.org");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mailbox_that_confirms_two_forms_has_one_signature_with_both_names() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "all").await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let mut ada = world.visitor();
        ada.is_at("ada@example.org");
        let mut links = Vec::new();
        for name in ["x:1", "again:2"] {
            client
                .posts(&path, &paper("ada@example.org", &[name], &[]))
                .await;
            links.push(ada.reads_mail().await);
        }
        world.meanwhile(minutes(1));
        for mail in links {
            ada.goes(&mail.link()).await;
            ada.presses("Confirm my signature").await;
        }
        world.looks().await;
        let people = client.reads("/api/v2/people").await;
        assert_eq!(people["total_records"], 1);
        let names = people["_embedded"]["osdi:people"][0]["identifiers"].clone();
        assert_eq!(
            names.as_array().unwrap()[2..],
            [json!("again:2"), json!("crm:77"), json!("x:1")]
        );
        world.mail_drains().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_name_is_refused_where_it_stands() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "signatures:write,people:read").await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let long = "x".repeat(201);
        let many: Vec<String> = (0..21).map(|n| format!("x:{n}")).collect();
        for (name, wrong) in [
            ("identifiers", json!([1])),
            ("identifiers", json!({"a": "b"})),
            ("identifiers", json!([long])),
            ("identifiers", json!(many)),
            ("identifiers", json!(["a\u{0}b"])),
            ("add_tags", json!([["a"]])),
        ] {
            let mut body = paper("ada@example.org", &[], &[]);
            body[name] = wrong.clone();
            let answer = client.posts(&path, &body).await;
            assert_eq!(answer.status, 400, "{wrong}: {}", answer.body);
            assert_eq!(answer.json()["errors"][0]["pointer"], format!("#/{name}"));
        }
        // tags are for whoever may put them on
        let tags = paper("ada@example.org", &[], &["paper"]);
        assert_eq!(client.posts(&path, &tags).await.status, 403);
        // the site's own are not given by others
        let own = paper(
            "ada@example.org",
            &["action_network:00000000-0000-0000-0000-000000000000"],
            &[],
        );
        let told = client.posts(&path, &own).await.json();
        assert_eq!(told["identifiers"].as_array().unwrap().len(), 3, "{told}");
        // there is no page of ours on which whoever was handed in could type a code
        let letter = world.mail("ada@example.org").await;
        assert!(
            !letter.text().contains("page where you signed"),
            "{}",
            letter.text()
        );
        assert!(letter.text().contains("asks for a word"));

        // a petition of high risk keeps none
        let risky = world.petition(Kind::Pledge).await;
        turns_dangerous(&world, &risky).await;
        world.looks().await;
        let all = world.client(&risky, "all").await;
        let path = format!("/api/v2/petitions/{}/signatures", risky.id);
        let waits = all
            .posts(&path, &paper("kim@example.org", &["x:5"], &[]))
            .await;
        assert_eq!(waits.status, 200, "{}", waits.body);
        confirms(&world, "kim@example.org").await;
        let key = Id::parse(&id_of(&waits.json())).unwrap();
        let kept = world.read(move |conn| identifiers::of(conn, key)).await;
        assert!(kept.is_empty(), "{kept:?}");
    })
    .await;
}
