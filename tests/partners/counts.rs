//! Story: partners show the number on their own pages: small answers, open to all, without cookies,
//! and not a byte when nothing moved.

use crate::support::answer::Answer;
use crate::support::visitor::Visitor;
use crate::support::world::{SITE, World, on_both};
use reqwest::Method;
use undersigned::account::model::Role;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

const PLACES: [&str; 4] = [
    "/p/open-letter/count.json",
    "/p/open-letter.json",
    "/badge/open-letter.json",
    "/badge/open-letter.svg",
];

async fn asks(world: &World, path: &str, tag: Option<&str>) -> Answer {
    let visitor = world.visitor();
    let mut request = visitor
        .asks(Method::GET, path)
        .header("origin", "https://partner.example")
        .header("cookie", "pend=x; __Host-pend=y");
    if let Some(tag) = tag {
        request = request.header("if-none-match", tag);
    }
    Answer::of(path.to_owned(), request.send().await.unwrap()).await
}

fn keys(answer: &Answer) -> Vec<String> {
    let json = answer.json();
    let mut keys: Vec<_> = json.as_object().unwrap().keys().cloned().collect();
    keys.sort();
    keys
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_their_own_pages() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.goal = Some(500))
            .await;
        let mut tags = Vec::new();
        for path in PLACES {
            let answer = asks(&world, path, None).await;
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
            assert_eq!(
                answer.header("cross-origin-resource-policy"),
                "cross-origin",
                "{path}"
            );
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert!(
                answer
                    .header("cache-control")
                    .starts_with("public, max-age="),
                "{path}"
            );
            assert!(answer.all("set-cookie").is_empty(), "{path}");
            assert!(
                !answer
                    .all("vary")
                    .iter()
                    .any(|vary| vary.contains("Cookie"))
            );
            let tag = answer.header("etag").to_owned();
            let again = asks(&world, path, Some(&tag)).await;
            assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
            assert_eq!(again.header("etag"), tag);
            assert_eq!(again.header("access-control-allow-origin"), "*", "{path}");
            let head = world
                .visitor()
                .asks(Method::HEAD, path)
                .send()
                .await
                .unwrap();
            assert_eq!(head.status(), 200);
            tags.push(tag);
        }
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        for (path, tag) in PLACES.iter().zip(&tags) {
            assert_eq!(
                asks(&world, path, Some(tag)).await.status,
                304,
                "nothing counts yet"
            );
        }
        sam.opens_mail().await.presses("Confirm my signature").await;
        for (path, tag) in PLACES.iter().zip(&tags) {
            let answer = asks(&world, path, Some(tag)).await;
            assert_eq!(answer.status, 200, "{path} moves at once");
            assert!(!answer.body.contains("Sam"), "no names here");
        }
        assert_eq!(world.counted(&letter).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_shapes_that_others_know() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.goal = Some(500))
            .await;
        let count = asks(&world, PLACES[0], None).await;
        assert_eq!(keys(&count), ["goal", "signatures", "updated_at"]);
        assert_eq!(count.json()["goal"], 500);
        assert_eq!(count.json()["updated_at"], world.now().rfc3339());
        assert!(count.body.len() < 200, "{}", count.body);
        let facts = asks(&world, PLACES[1], None).await.json();
        for (key, value) in [
            ("id", letter.id.to_string()),
            ("slug", "open-letter".to_owned()),
            ("url", format!("{SITE}/p/open-letter")),
            ("kind", "letter".to_owned()),
            ("title", "To the judges of the circuit".to_owned()),
            ("who", "the Judicial Conference".to_owned()),
            ("language", "en".to_owned()),
            ("creator_name", "Open Docket Coalition".to_owned()),
            ("created_at", world.now().rfc3339()),
        ] {
            assert_eq!(facts[key], value, "{key}");
        }
        assert_eq!(facts["languages"], serde_json::json!(["en", "es"]));
        assert_eq!(
            (&facts["goal"], &facts["signature_count"]),
            (&500.into(), &0.into())
        );
        assert_eq!(facts["ended"], false);
        assert!(
            !facts.to_string().contains("opendocket.example.org"),
            "no address of a person"
        );
        let badge = asks(&world, PLACES[2], None).await;
        // shields.io refuses keys it does not know
        assert_eq!(
            keys(&badge),
            ["cacheSeconds", "color", "label", "message", "schemaVersion"]
        );
        assert_eq!(badge.json()["message"], "0 of 500");
        let drawn = asks(
            &world,
            "/badge/open-letter.svg?label=%3Cscript%3E&color=red&style=flat-square",
            None,
        )
        .await;
        assert_eq!(drawn.header("content-type"), "image/svg+xml; charset=utf-8");
        assert!(!drawn.body.contains("<script"), "{}", drawn.body);
        assert!(
            drawn.body.contains("#2a3e9e"),
            "a colour is six digits or none"
        );
        for path in ["/p/none/count.json", "/p/none.json", "/badge/none.json"] {
            let answer = asks(&world, path, None).await;
            assert_eq!(answer.status, 404);
            assert_eq!(
                answer.header("content-type"),
                "application/problem+json",
                "{path}"
            );
            assert_eq!(
                keys(&answer),
                ["detail", "request_id", "status", "title", "type"]
            );
        }
        assert_eq!(asks(&world, "/badge/none.svg", None).await.status, 404);
    })
    .await;
}

/// Other answers than 200 are read by scripts of other sites as well: what is not there, not now, or not so.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_scripts_whatever_the_answer() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let gone = world
            .petition_with(Kind::Letter, |plan| plan.slug = "gone".to_owned())
            .await;
        let owner = world.organizer(&gone, Role::Owner).await;
        takes_down(&world, owner, &gone).await;
        let is_open = |answer: &Answer| {
            let said = |name: &str| answer.header(name).to_owned();
            assert_eq!(said("access-control-allow-origin"), "*", "{}", answer.asked);
            assert_eq!(
                said("access-control-allow-credentials"),
                "",
                "{}",
                answer.asked
            );
            assert!(said("access-control-expose-headers").contains("etag"));
            assert_eq!(said("cross-origin-resource-policy"), "cross-origin");
            assert!(answer.all("set-cookie").is_empty());
        };
        for (path, status) in [
            ("/p/open-letter/count.json", 200),
            ("/p/open-letter/feed.atom", 200),
            ("/en/p/open-letter/feed.json", 200),
            ("/badge/open-letter.svg", 200),
            ("/p/none/count.json", 404),
            ("/p/none.json", 404),
            ("/badge/none.svg", 404),
            ("/badge/open-letter.gif", 404),
            ("/p/gone/count.json", 410),
            ("/badge/gone.json", 410),
            ("/p/Open-Letter/count.json", 301),
        ] {
            let answer = asks(&world, path, None).await;
            assert_eq!(answer.status, status, "{path}");
            is_open(&answer);
        }
        let visitor = world.visitor();
        let from_elsewhere = |method: Method, path: &str| {
            let request = visitor.asks(method, path);
            request
                .header("origin", "https://partner.example")
                .header("sec-fetch-site", "cross-site")
        };
        for path in PLACES.into_iter().chain(["/p/none/count.json"]) {
            let asked = from_elsewhere(Method::OPTIONS, path)
                .header("access-control-request-method", "GET")
                .header("access-control-request-headers", "x-of-theirs")
                .send()
                .await;
            let may = Answer::of(format!("OPTIONS {path}"), asked.unwrap()).await;
            assert_eq!((may.status, may.body.as_str()), (204, ""), "{path}");
            is_open(&may);
            assert_eq!(may.header("access-control-allow-methods"), "GET, HEAD");
            assert_eq!(may.header("access-control-allow-headers"), "*");
            assert_eq!(may.header("access-control-max-age"), "86400");
        }
        let posted = from_elsewhere(Method::POST, PLACES[0]).send().await;
        let posted = Answer::of("POST".to_owned(), posted.unwrap()).await;
        assert_eq!(posted.status, 405, "by a form or a script, from wherever");
        is_open(&posted);
        // pages and whatever has a token are for nobody's script
        for path in [
            "/p/open-letter",
            "/p/open-letter/privacy",
            "/c/x",
            "/m/x/data.json",
        ] {
            let asked = from_elsewhere(Method::OPTIONS, path)
                .header("access-control-request-method", "GET")
                .send()
                .await;
            let refused = Answer::of(format!("OPTIONS {path}"), asked.unwrap()).await;
            assert!(
                (403..=405).contains(&refused.status),
                "{path}: {}",
                refused.status
            );
            let page = asks(&world, path, None).await;
            for answer in [refused, page] {
                assert!(
                    answer.all("access-control-allow-origin").is_empty(),
                    "{path}"
                );
            }
        }
    })
    .await;
}

async fn takes_down(world: &World, owner: Visitor, petition: &Petition) {
    let form = urls::remove_petition(petition.id);
    let page = owner.gets(&form).await.page();
    let button = page
        .find("form.card button[type=submit]")
        .expect("a button");
    let sending = page.press(&button).expect("a form");
    let done = owner.posts(&form, sending.body()).await;
    assert_eq!(done.status, 303, "{}", done.body);
    world.looks().await;
}
