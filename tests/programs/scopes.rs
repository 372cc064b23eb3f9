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

/// Columns: petitions:read, petitions:write, counts:read, signatures:write, people:read, people:write, moderate, webhooks:manage.
const OPEN: &str = "\
GET    /api/v2                                                    x x x x x x x x
GET    /api/v2/petitions                                          x - - - - - - -
POST   /api/v2/petitions                                          - x - - - - - -
GET    /api/v2/petitions/{id}                                     x - - - - - - -
PUT    /api/v2/petitions/{id}                                     - x - - - - - -
GET    /api/v2/petitions/{id}/embed                               x - - - - - - -
GET    /api/v2/petitions/{id}/signatures                          - - - - x - - -
POST   /api/v2/petitions/{id}/signatures                          - - - x - - - -
POST   /api/v2/petitions/{id}/record_signature_helper             - - - x - - - -
GET    /api/v2/petitions/{id}/signatures/{part}                   - - - - x - - -
PUT    /api/v2/petitions/{id}/signatures/{part}                   - - - - x - - -
DELETE /api/v2/petitions/{id}/signatures/{part}                   - - - - - - x -
GET    /api/v2/people                                             - - - - x - - -
POST   /api/v2/people                                             - - - x - - - -
POST   /api/v2/people/person_signup_helper                        - - - x - - - -
GET    /api/v2/people/{id}                                        - - - - x - - -
PUT    /api/v2/people/{id}                                        - - - - x - - -
GET    /api/v2/people/{id}/signatures                             - - - - x - - -
GET    /api/v2/people/{id}/signatures/{part}                      - - - - x - - -
GET    /api/v2/people/{id}/taggings                               - - - - x - - -
GET    /api/v2/tags                                               - - - - x - - -
POST   /api/v2/tags                                               - - - - - x - -
GET    /api/v2/tags/{id}                                          - - - - x - - -
GET    /api/v2/tags/{id}/taggings                                 - - - - x - - -
POST   /api/v2/tags/{id}/taggings                                 - - - - - x - -
GET    /api/v2/tags/{id}/taggings/{part}                          - - - - x - - -
DELETE /api/v2/tags/{id}/taggings/{part}                          - - - - - x - -
GET    /api/v2/metadata                                           x - - - - - - -
GET    /api/v2/metadata/custom_fields                             x - - - - - - -
GET    /api/v1/webhooks                                           - - - - - - - x
POST   /api/v1/webhooks                                           - - - - - - - x
GET    /api/v1/webhooks/{id}                                      - - - - - - - x
PUT    /api/v1/webhooks/{id}                                      - - - - - - - x
DELETE /api/v1/webhooks/{id}                                      - - - - - - - x
POST   /api/v1/webhooks/{id}/test                                 - - - - - - - x
POST   /api/v1/webhooks/{id}/secret                               - - - - - - - x
GET    /api/v1/webhooks/{id}/deliveries                           - - - - - - - x
POST   /api/v1/webhooks/{id}/deliveries/{part}/redeliver          - - - - - - - x
GET    /api/v2/{list}                                             x x x x x x x x
";

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

        let mut clients = Vec::new();
        for scope in Scope::ALL {
            clients.push(world.client(&letter, scope.as_str()).await);
        }
        let mut table = String::new();
        let routes = TABLE
            .iter()
            .filter(|route| route.path.starts_with("/api/v"));
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
            for client in &clients {
                // a body that is refused where the scope is good, or changes nothing
                let body = match method {
                    Method::GET | Method::DELETE => None,
                    Method::PUT
                        if base != &letter.id.to_string() || path.contains("/signatures/") =>
                    {
                        Some("{}")
                    }
                    _ => Some("{\"title\":7,\"name\":7}"),
                };
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
        assert_eq!(table, OPEN);
    })
    .await;
}
