//! Story: an organizer takes along everything that is held of her, and nothing of anybody else.

use super::phone::ANA;
use crate::support::organizer::PHRASE;
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use serde_json::Value;

const DATA: &str = "/organize/account/data.json";

/// What stands at this place, in each element of a list.
fn at<'a>(data: &'a Value, path: &str) -> Vec<&'a Value> {
    path.split('.').fold(vec![data], |here, key| {
        let next = here.into_iter().flat_map(|one| match one {
            Value::Array(all) => all.iter().filter_map(|one| one.get(key)).collect(),
            one => one.get(key).into_iter().collect::<Vec<_>>(),
        });
        next.collect()
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_that_is_personal_is_in_the_file() {
    on_both(|world| async move {
        world.has_ana().await;
        world
            .has_owner("Second House", "Bea Osei", "bea@example.org")
            .await;
        let bea = world.browser();
        bea.signs_in("bea@example.org", PHRASE).await;
        let ana = world.ana().await;
        let account = "/organize/account";
        let page = ana.gets(account).await;
        let typed = [("name", "Ana María López"), ("lang", "en")];
        ana.presses(&page, account, &typed).await;
        let address = "/organize/account/address";
        let page = ana.gets(address).await;
        let other = [("email", "ana@docket.example.org")];
        ana.presses(&page, address, &other).await;
        world.mail_rests().await;
        assert_eq!(world.mails().await.len(), 1);

        let page = ana.gets(account).await;
        assert!(page.body.contains(DATA), "{}", page.body);
        let answer = ana.gets(DATA).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let data: Value = serde_json::from_str(&answer.body).unwrap();
        let register = include_str!("../personal.txt").lines();
        let staff = register.filter_map(|line| line.split_once(" staff "));
        for (column, path) in staff.filter(|(column, _)| !column.starts_with('#')) {
            let found = at(&data, path);
            let is_there = found
                .iter()
                .any(|one| one.as_str().is_some_and(|text| !text.is_empty()));
            let may_be_empty = path == "activity.what";
            assert!(
                is_there || (may_be_empty && !found.is_empty()),
                "{column} is not at {path}: {data}"
            );
        }
        for told in [
            ANA,
            "Ana López",
            "Ana María López",
            "ana@docket.example.org",
            "Docket Coalition",
            "owner",
            "signed-in",
        ] {
            let told = told.to_lowercase();
            assert!(answer.body.to_lowercase().contains(&told), "{told}");
        }
        for hidden in ["Bea", "bea@example.org", "Second House", "argon2"] {
            assert!(!answer.body.contains(hidden), "{hidden} in {}", answer.body);
        }
        let stranger = world.browser().gets(DATA).await;
        assert_ne!(stranger.status, StatusCode::OK);
    })
    .await;
}
