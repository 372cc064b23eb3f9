//! Story: every form is sent wrong in every way: the answer is a clear page or problem in the
//! reader's language, never a fault, never a word of our insides, and nothing is half-written.

use crate::support::answer::Answer;
use crate::support::everything::Everything;
use crate::support::world::{SITE, World, on_both};
use diesel::prelude::*;
use reqwest::Method;
use undersigned::db::schema::{outbox, pending_signatures, sessions, signatures, suppressions};
use undersigned::routes::Route;

const FORM: &str = "application/x-www-form-urlencoded";

/// One-click unsubscribing reads no form (RFC 8058): the token in its address says it all.
const WITHOUT_FORM: &str = "/unsubscribe";

/// A form with a file is wrong in ways of its own (`organization_logos.rs`).
const WITH_FILE: [&str; 3] = [
    "/organizations/sign",
    "/petitions/{id}/picture",
    "/organizations/{id}/logo",
];

/// How many rows there are of everything that a form may write.
async fn rows(world: &World) -> Vec<i64> {
    world
        .read(|conn| {
            Ok(vec![
                outbox::table.count().get_result(conn)?,
                pending_signatures::table.count().get_result(conn)?,
                signatures::table.count().get_result(conn)?,
                sessions::table.count().get_result(conn)?,
                suppressions::table.count().get_result(conn)?,
            ])
        })
        .await
}

/// What is sent wrong: content type, further headers, body, and the statuses it may get.
struct Wrong {
    what: &'static str,
    kind: Option<&'static str>,
    header: Option<(&'static str, &'static str)>,
    body: Vec<u8>,
    expected: &'static [u16],
}

fn wrong(what: &'static str, body: impl Into<Vec<u8>>, expected: &'static [u16]) -> Wrong {
    Wrong {
        what,
        kind: Some(FORM),
        header: None,
        body: body.into(),
        expected,
    }
}

/// Forms that no route takes. Where somebody has to be signed in, that may be asked first.
fn every_wrong() -> Vec<Wrong> {
    const BAD: &[u16] = &[400, 401, 303];
    const UNREAD: &[u16] = &[415, 401, 303];
    const LARGE: &[u16] = &[413, 401, 303];
    const MISFIT: &[u16] = &[422, 401, 303, 404, 409, 410];
    let valid = "name=Sam&email=sam%40example.org&updates=no";
    let mut all = vec![
        wrong("nothing", "", MISFIT),
        wrong("only signs", "&&&===&&", MISFIT),
        wrong(
            "unknown fields",
            "state=0&is_admin=1&org_id=1&count=99",
            MISFIT,
        ),
        wrong(
            "a field twice",
            format!("{valid}&name=Kim&choice=a&choice=b&token=&token="),
            MISFIT,
        ),
        wrong(
            "NUL",
            "name=a%00b&email=a%00&choice=%00&code=%00&token=%00",
            BAD,
        ),
        wrong("no UTF-8", "name=%FF%FE&email=%FF&choice=%FF&code=%FF", BAD),
        wrong("raw bytes", b"name=\xff\xfe\x80&choice=\xff".to_vec(), BAD),
        wrong(
            "a lone surrogate",
            "name=%ED%A0%80&email=%ED%A0%80&choice=%ED%A0%80&code=%ED%A0%80",
            BAD,
        ),
        wrong(
            "UTF-16",
            "\u{feff}name=a"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect::<Vec<_>>(),
            BAD,
        ),
        // the form of a petition may have a box for each of very many options
        wrong(
            "more fields than most have",
            "a&".repeat(401),
            &[413, 422, 401, 303],
        ),
        wrong("too many fields", "a&".repeat(1_001), LARGE),
        wrong("too many lines", "a&".repeat(1_601), LARGE),
        wrong("a million fields", "a=&".repeat(1_000_000), LARGE),
        wrong(
            "one byte too many",
            format!("name={}", "x".repeat(3_000_001)),
            LARGE,
        ),
        wrong("JSON", r#"{"name":"Sam"}"#, MISFIT),
    ];
    for (what, kind) in [
        ("no content type", None),
        ("JSON as such", Some("application/json")),
        ("multipart", Some("multipart/form-data; boundary=x")),
        ("text", Some("text/plain")),
        ("nonsense", Some("\u{1}nonsense/;;")),
    ] {
        all.push(Wrong {
            what,
            kind,
            ..wrong(what, valid, UNREAD)
        });
    }
    for (what, header) in [
        ("compressed", ("content-encoding", "gzip")),
        ("compressed otherwise", ("content-encoding", "br, identity")),
    ] {
        let zipped = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0];
        all.push(Wrong {
            header: Some(header),
            ..wrong(what, zipped, UNREAD)
        });
    }
    all
}

async fn sends(world: &World, path: &str, wrong: &Wrong, accept: &str) -> Answer {
    let visitor = world.visitor().reads("es");
    let mut request = visitor
        .asks(Method::POST, path)
        .header("origin", SITE)
        .header("sec-fetch-site", "same-origin");
    if let Some(kind) = wrong.kind {
        request = request.header(
            "content-type",
            reqwest::header::HeaderValue::from_bytes(kind.as_bytes())
                .unwrap_or(reqwest::header::HeaderValue::from_static("nonsense")),
        );
    }
    if let Some((name, value)) = wrong.header {
        request = request.header(name, value);
    }
    let mut request = request.body(wrong.body.clone()).build().unwrap();
    request
        .headers_mut()
        .insert("accept", accept.parse().unwrap());
    let answer = world.wire().execute(request).await;
    let answer = answer.unwrap_or_else(|error| panic!("{path}, {}: {error}", wrong.what));
    Answer::of(format!("POST {path} ({})", wrong.what), answer).await
}

/// A page or a problem, in Spanish, that tells nothing of how we are made.
fn is_clear(answer: &Answer, is_json: bool) {
    let asked = &answer.asked;
    assert!(
        (300..500).contains(&answer.status),
        "{asked}: {}",
        answer.status
    );
    let lower = answer.body.to_lowercase();
    for inside in [
        "panicked", "diesel", "src/", "sqlite", "postgres", "select ", "serde", "actix",
    ] {
        assert!(!lower.contains(inside), "{asked} says {inside}");
    }
    if answer.status == 303 {
        assert!(answer.header("location").starts_with('/'), "{asked}");
        return;
    }
    if is_json && answer.header("content-type").contains("json") {
        let problem = answer.json();
        assert_eq!(answer.header("content-type"), "application/problem+json");
        assert_eq!(problem["status"], answer.status, "{asked}");
        for key in ["title", "detail", "request_id", "type"] {
            assert!(
                problem[key].as_str().is_some_and(|text| !text.is_empty()),
                "{asked}: {key}"
            );
        }
    } else {
        assert!(
            answer.header("content-type").starts_with("text/html"),
            "{asked}"
        );
        let page = answer.page();
        assert!(
            matches!(page.lang().as_str(), "es" | "en"),
            "{asked}: {}",
            page.lang()
        );
        assert!(
            page.find("h1, h2").is_some_and(|title| !title.is_empty()),
            "{asked}"
        );
    }
}

async fn sends_all(world: &World, everything: &Everything, route: &Route, all: &[Wrong]) {
    let path = everything.path(route).replace("/en/", "/es/");
    // a button without fields is pressed with an empty form
    let is_button = route.path.ends_with("/resend");
    let is_wrong = |wrong: &&Wrong| !is_button || !wrong.body.iter().all(|b| b"&=".contains(b));
    for wrong in all.iter().filter(is_wrong) {
        // each from a source of its own, so that no limit answers first
        for accept in ["text/html", "application/json"] {
            let is_large = wrong.body.len() > 100_000;
            if is_large && accept != "text/html" {
                continue;
            }
            let answer = sends(world, &path, wrong, accept).await;
            is_clear(&answer, accept == "application/json");
            // the form of what happens next has lines, and takes 1,600 fields
            let is_lines = route.path.ends_with("/steps") && wrong.what == "too many fields";
            let is_own = route.path.ends_with(WITHOUT_FORM) || (is_lines && answer.status == 422);
            let is_expected = wrong.expected.contains(&answer.status);
            assert!(is_expected || is_own, "{}: {}", answer.asked, answer.status);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_every_form() {
    on_both(|world| async move {
        let everything = Everything::of(&world).await;
        let all = every_wrong();
        let before = rows(&world).await;
        for route in Everything::forms() {
            if route.path.ends_with(WITHOUT_FORM)
                || WITH_FILE.iter().any(|end| route.path.ends_with(end))
            {
                continue;
            }
            sends_all(&world, &everything, route, &all).await;
        }
        assert_eq!(rows(&world).await, before, "nothing is half-written");
        assert_eq!(world.visitor().gets("/healthz").await.body, "ok\n");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_every_address() {
    on_both(|world| async move {
        let everything = Everything::of(&world).await;
        let before = rows(&world).await;
        let check = everything.waiting.answer().page();
        let ticket = check.attribute("input[name=form]", "value").unwrap();
        let long = "x".repeat(4_000);
        let strange = [
            "%00",
            "%ff",
            "..%2f..%2fetc",
            "%2e%2e",
            "a%20b",
            "%F0%9F%98%80",
            "-",
            "a--b",
            "SHOUTED",
            "\\",
            "'%22%3C",
            long.as_str(),
        ];
        let visitor = world.visitor().reads("es");
        for route in Everything::routes("GET").chain(Everything::routes("POST")) {
            if !route.path.contains('{') {
                continue;
            }
            for piece in strange {
                let mut path = route.path.replace("{lang:[a-z]{2,3}(?:-[A-Z]{2})?}", "es");
                for name in ["{slug}", "{token}", "{id}", "{name}", "{logo}"] {
                    path = path.replace(name, piece);
                }
                let answer = if route.method == "GET" {
                    visitor.gets(&path).await
                } else {
                    visitor.posts(&path, "name=Sam".to_owned()).await
                };
                assert!(answer.status < 500, "{}: {}", answer.asked, answer.status);
                assert!(
                    answer.header("location").is_empty()
                        || answer.header("location").starts_with('/')
                );
            }
        }
        // a key of another door opens nothing
        for path in [format!("/c/{ticket}"), format!("/c/{ticket}/withdraw")] {
            let answer = visitor.gets(&path).await;
            assert_eq!(
                (answer.status, answer.page().lang()),
                (404, "es".to_owned()),
                "{path}"
            );
        }
        let link = everything.waiting.mail().token();
        let check = visitor
            .gets(&format!("/en/p/open-letter/check/{link}"))
            .await;
        assert!(
            !check.body.contains("sam@example.org"),
            "the link is no ticket"
        );
        for (path, status) in [
            ("//evil.example/p/x", 404),
            ("/%2f%2fevil.example", 404),
            ("/xx/p/open-letter", 404),
            ("/p/open-letter?done=%ff&x=%00", 200),
            ("/badge/open-letter.svg?label=%00%ff&color=%", 200),
            ("/p/open-letter/", 301),
        ] {
            let answer = visitor.gets(path).await;
            assert!(
                answer.status == status || answer.status == 302,
                "{path}: {}",
                answer.status
            );
            assert!(
                answer.header("location").is_empty()
                    || !answer.header("location").starts_with("//")
            );
        }
        for method in [
            Method::PUT,
            Method::DELETE,
            Method::PATCH,
            Method::OPTIONS,
            Method::TRACE,
        ] {
            for path in [
                "/p/open-letter",
                "/p/open-letter/sign",
                "/p/open-letter/count.json",
                "/",
            ] {
                let answer = visitor.asks(method.clone(), path).send().await.unwrap();
                let status = answer.status().as_u16();
                // what every site may read says so to whoever asks what may be done
                let is_told = method == Method::OPTIONS && path.ends_with("count.json");
                let right = if is_told { 204..=204 } else { 403..=405 };
                assert!(right.contains(&status), "{method} {path}: {status}");
            }
        }
        assert_eq!(rows(&world).await, before, "nothing changed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn errors_speak_the_reader_s_language() {
    on_both(|world| async move {
        let ana = world.visitor().reads("es-ES,es;q=0.8");
        let answer = ana.gets("/p/nada").await;
        let page = answer.page();
        assert_eq!((answer.status, page.lang()), (404, "es".to_owned()));
        assert!(
            page.text().contains("Esta página no existe"),
            "{}",
            page.text()
        );
        let id = answer.header("x-request-id").to_owned();
        assert!(
            page.text().contains(&id),
            "what to mention when writing to us"
        );
        let english = world.visitor().gets("/p/nothing").await.page();
        assert_eq!(english.lang(), "en");
        let json = ana.gets("/p/nada/count.json").await.json();
        assert_eq!(json["title"], "Esta página no existe");
    })
    .await;
}
