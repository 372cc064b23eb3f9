//! Story: a data manager reads who signed.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::api::{id_of, path_of};
use crate::support::world::{SITE, on_both};
use serde_json::json;
use undersigned::account::store::activity::{self, LineFilter};
use undersigned::base::time::{days, seconds};
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_petition_and_who_signed_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ada = world.visitor();
        ada.signs(&letter, "Ada Park", "ada@example.org").await;
        ada.opens_mail().await.presses("Confirm my signature").await;
        let mut bo = world.visitor();
        bo.signs(&letter, "Bo Lind", "bo@example.org").await;
        let _ = bo.reads_mail().await;
        world.looks().await;
        let client = world.client(&letter, "petitions:read,people:read").await;

        let all = client.reads("/api/v2/petitions").await;
        assert_eq!(all["total_records"], 1);
        assert_eq!(all["total_pages"], 1);
        assert_eq!(all["per_page"], 25);
        let one = &all["_embedded"]["osdi:petitions"][0];
        assert_eq!(
            one["identifiers"][0],
            format!("action_network:{}", letter.id)
        );
        assert_eq!(one["title"], "To the judges of the circuit");
        assert_eq!(
            one["total_signatures"], 1,
            "what waits for its mailbox does not count"
        );
        assert_eq!(one["browser_url"], format!("{SITE}/p/open-letter"));
        assert_eq!(id_of(one), letter.id.to_string());
        let own = client.reads(&path_of(&one["_links"]["self"]["href"])).await;
        assert_eq!(&own, one);

        let path = path_of(&one["_links"]["osdi:signatures"]["href"]);
        let signed = client.reads(&path).await;
        assert_eq!(signed["total_records"], 1);
        let first = &signed["_embedded"]["osdi:signatures"][0];
        assert_eq!(first["undersigned:status"], "confirmed");
        assert_eq!(first["action_network:petition_id"], letter.id.to_string());
        assert!(
            !signed.to_string().contains("ada@"),
            "a signature names nobody"
        );

        let person = client
            .reads(&path_of(&first["_links"]["osdi:person"]["href"]))
            .await;
        assert_eq!(person["given_name"], "Ada");
        assert_eq!(person["family_name"], "Park");
        assert_eq!(
            person["email_addresses"][0],
            json!({"address": "ada@example.org", "primary": true, "status": "unsubscribed"})
        );
        assert_eq!(
            person["phone_numbers"][0]["primary"], true,
            "clients take the first"
        );
        assert_eq!(person["custom_fields"], json!({}));
        let again = client
            .reads(&path_of(&person["_links"]["osdi:signatures"]["href"]))
            .await;
        assert_eq!(&again["_embedded"]["osdi:signatures"][0], first);

        for (filter, found) in [
            ("email_address eq 'ADA@example.org'", 1),
            ("email eq 'ada@example.org'", 1),
            ("email_address eq 'bo@example.org'", 0),
            ("family_name eq 'park'", 1),
            ("family_name eq 'O'Neill'", 0),
            ("given_name eq 'Ada' and family_name eq 'Lind'", 0),
            ("created_date gt '2020-01-01'", 1),
            ("modified_date lt '2020-01-01T00:00:00Z'", 0),
        ] {
            let query = format!(
                "/api/v2/people?filter={}",
                filter.replace(' ', "+").replace('\'', "%27")
            );
            let people = client.reads(&query).await;
            assert_eq!(people["total_records"], found, "{filter}");
            assert_eq!(
                people["_embedded"]["osdi:people"].as_array().unwrap().len(),
                found,
                "{filter}"
            );
        }

        // who took it back is nobody's to know
        ada.follows("Withdraw my signature").await;
        ada.presses("Withdraw my signature").await;
        let _ = ada.reads_mail().await;
        world.meanwhile(seconds(11));
        world.looks().await;
        let gone = client
            .gets(&path_of(&first["_links"]["osdi:person"]["href"]))
            .await;
        assert_eq!(gone.status, 404);
        assert_eq!(client.reads(&path).await["total_records"], 0);
        let kept = client
            .reads(&path_of(&first["_links"]["self"]["href"]))
            .await;
        assert_eq!(kept["undersigned:status"], "withdrawn");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_reads_who_signed_where_that_is_a_danger() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut ada = world.visitor();
        ada.signs(&letter, "Ada Park", "ada@example.org").await;
        ada.opens_mail().await.presses("Confirm my signature").await;
        let client = world.client(&letter, "all").await;
        let signatures = format!("/api/v2/petitions/{}/signatures", letter.id);
        let first = client.reads(&signatures).await["_embedded"]["osdi:signatures"][0].clone();
        let person = path_of(&first["_links"]["osdi:person"]["href"]);
        turns_dangerous(&world, &letter).await;
        assert_eq!(client.gets(&signatures).await.status, 403);
        assert_eq!(
            client
                .gets(&path_of(&first["_links"]["self"]["href"]))
                .await
                .status,
            403
        );
        assert_eq!(client.gets(&person).await.status, 404);
        let people = client.reads("/api/v2/people").await;
        assert_eq!(people["total_records"], 0);
        let found = client
            .reads("/api/v2/people?filter=email_address+eq+%27ada@example.org%27")
            .await;
        assert_eq!(found["total_records"], 0);
        let linked = json!({"_links": {"osdi:person": {"href": person}}});
        assert_eq!(client.posts(&signatures, &linked).await.status, 400);
        // it is shown to its own organizers' programs, with the number that its page shows
        let one = client
            .reads(&format!("/api/v2/petitions/{}", letter.id))
            .await;
        assert_eq!(one["total_signatures"], 1);
        assert_eq!(one["action_network:hidden"], true);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_of_the_organization_says_that_a_program_read_people() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let client = world.client(&letter, "petitions:read,people:read").await;
        let read = async || {
            let place = letter.organization;
            let all = world
                .read(move |conn| activity::page(conn, place, LineFilter::default(), None, 1_000));
            let lines = all.await.rows.into_iter();
            lines
                .filter(|line| line.deed == "people-read")
                .map(|line| line.who)
                .collect::<Vec<_>>()
        };
        client.reads("/api/v2/people").await;
        client.reads("/api/v2/petitions").await;
        assert!(read().await.is_empty(), "nobody was read");
        let mut ada = world.visitor();
        ada.signs(&letter, "Ada Park", "ada@example.org").await;
        ada.opens_mail().await.presses("Confirm my signature").await;
        world.looks().await;
        // a list is made anew after ten seconds
        world.meanwhile(seconds(11));
        for _ in 0..3 {
            client.reads("/api/v2/people").await;
        }
        assert_eq!(read().await, ["Membership import"], "once a day");
        world.meanwhile(days(1));
        client
            .reads("/api/v2/people?filter=family_name+eq+'Park'")
            .await;
        assert_eq!(read().await.len(), 2);
    })
    .await;
}
