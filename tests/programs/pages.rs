//! Story: a program walks a list page by page, while people sign.

use crate::support::api::id_of;
use crate::support::signers::{sign, signer};
use crate::support::world::{SITE, on_both};
use std::collections::BTreeSet;
use undersigned::base::time::{hours, seconds};
use undersigned::petition::Kind;
use undersigned::signature::SignatureState;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_signature_once_and_an_empty_page_at_the_end() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let db = world.app().db.get_ref().clone();
        let all = (0..60)
            .map(|n| signer(&format!("Signer Number{n:03}")))
            .collect();
        sign(
            &db,
            letter.id,
            SignatureState::Counted,
            all,
            world.now().minus(hours(2)),
        )
        .await;
        let held = vec![signer("Held One")];
        sign(
            &db,
            letter.id,
            SignatureState::Held,
            held,
            world.now().minus(hours(1)),
        )
        .await;
        world.looks().await;
        let client = world.client(&letter, "people:read").await;
        let path = format!("/api/v2/petitions/{}/signatures", letter.id);
        let mut seen = BTreeSet::new();
        let mut next = Some(format!("{path}?page=1"));
        let mut pages = 0;
        while let Some(here) = next {
            let page = client.reads(&here).await;
            pages += 1;
            assert_eq!(page["total_records"], 60);
            assert_eq!(page["total_pages"], 3);
            let items = page["_embedded"]["osdi:signatures"].as_array().unwrap();
            assert_eq!(items.len(), if pages < 3 { 25 } else { 10 });
            assert_eq!(
                page["_links"]["osdi:signatures"].as_array().unwrap().len(),
                items.len()
            );
            for one in items {
                assert!(seen.insert(id_of(one)), "{one} came twice");
            }
            next = page["_links"]["next"]["href"]
                .as_str()
                .map(|href| href.strip_prefix(SITE).unwrap().to_owned());
            if pages == 1 {
                // somebody signs meanwhile: at the end
                sign(
                    &db,
                    letter.id,
                    SignatureState::Counted,
                    vec![signer("Late One")],
                    world.now(),
                )
                .await;
            }
        }
        assert_eq!((pages, seen.len()), (3, 60));
        world.meanwhile(seconds(11));
        world.looks().await;
        let last = client.reads(&format!("{path}?page=3")).await;
        assert_eq!(last["total_records"], 61);
        assert_eq!(
            last["_embedded"]["osdi:signatures"]
                .as_array()
                .unwrap()
                .len(),
            11
        );
        let beyond = client.reads(&format!("{path}/?page=4")).await;
        assert_eq!(
            beyond["_embedded"]["osdi:signatures"],
            serde_json::json!([])
        );
        assert!(beyond["_links"].get("next").is_none());
        // small pages, and what is behind a filter, by the same marks
        let small = client.reads(&format!("{path}?page=9&per_page=7")).await;
        assert_eq!(
            small["_embedded"]["osdi:signatures"]
                .as_array()
                .unwrap()
                .len(),
            5
        );
        let people = client
            .reads(
                "/api/v2/people?per_page=10&page=2&filter=email_address+ge+%27signernumber040%27",
            )
            .await;
        assert_eq!(people["total_records"], 20, "forty to fifty-nine");
        let first = &people["_embedded"]["osdi:people"][0];
        let address = &first["email_addresses"][0]["address"];
        assert_eq!(address, "signernumber050@mail.example.org");
        assert!(people["_links"].get("next").is_none(), "it is the last");
        let before = people["_links"]["previous"]["href"].as_str().unwrap();
        assert!(
            before.contains("filter=email") && before.contains("per_page=10"),
            "{before}"
        );
    })
    .await;
}
