//! Every route of programs, asked with each scope alone: a table that is read when it changes.

use crate::support::signers::{sign, signer};
use crate::support::world::on_both;
use reqwest::Method;
use std::fmt::Write;
use undersigned::account::token::scope::Scope;
use undersigned::base::time::hours;
use undersigned::petition::Kind;
use undersigned::routes::{TABLE, Who};
use undersigned::signature::SignatureState;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_the_routes_of_a_scope_answer_to_it() {
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
        let all = world.client(&letter, "all").await;
        let signed = all
            .reads(&format!("/api/v2/petitions/{}/signatures", letter.id))
            .await;
        let person = crate::support::api::id_of(&signed["_embedded"]["osdi:signatures"][0]);
        let tag = all
            .posts("/api/v2/tags", &serde_json::json!({"name": "x"}))
            .await
            .json();
        let put =
            serde_json::json!({"_links": {"osdi:person": {"href": format!("/people/{person}")}}});
        let tag = crate::support::api::id_of(&tag);
        assert_eq!(
            all.posts(&format!("/api/v2/tags/{tag}/taggings"), &put)
                .await
                .status,
            200
        );

        let mut table = String::new();
        let routes = TABLE
            .iter()
            .filter(|route| route.path.starts_with("/api/v2"));
        for route in routes {
            let base = match route.path {
                path if path.starts_with("/api/v2/tags") => &tag,
                path if path.starts_with("/api/v2/people") => &person,
                _ => &letter.id.to_string(),
            };
            let path = route.path.replace("{end:/?}", "").replace("{id}", base);
            let path = path.replace("{part}", &person).replace("{list}", "forms");
            let method: Method = route.method.parse().unwrap();
            let mut line = String::new();
            for scope in Scope::ALL {
                // a body that is refused, where the scope is good: nothing changes
                let client = world.client(&letter, scope.as_str()).await;
                let body = (method != Method::GET && method != Method::DELETE)
                    .then_some("{\"title\":7,\"name\":7}");
                let is_open = match method == Method::DELETE {
                    // a scope that may is asked for what is not there
                    true => {
                        client
                            .asks(method.clone(), &path.replace(&person, base), body)
                            .await
                            .status
                            != 403
                    }
                    false => client.asks(method.clone(), &path, body).await.status != 403,
                };
                line.push_str(if is_open { " x" } else { " -" });
            }
            let stranger = world
                .stranger()
                .asks(method.clone(), &path, None)
                .await
                .status;
            assert_eq!(
                stranger == 403,
                route.path != "/api/v2{end:/?}",
                "{} {path}",
                route.method
            );
            assert!(route.who == Who::Program || stranger != 200 || path == "/api/v2");
            writeln!(
                table,
                "{:<6} {:<58}{line}",
                route.method,
                route.path.replace("{end:/?}", "")
            )
            .unwrap();
        }
        // columns: petitions:read, petitions:write, counts:read, signatures:write, people:read, people:write, moderate, webhooks:manage
        insta::assert_snapshot!(table, @"");
    })
    .await;
}
