//! Story: every answer says in its headers what may be done with it. Held to the table of routes: a
//! route that is new needs a line here.

use crate::support::answer::Answer;
use crate::support::everything::Everything;
use crate::support::world::on_both;
use reqwest::Method;
use undersigned::routes::{Route, Who};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'; require-trusted-types-for 'script'";

/// The one page whose form leads to a site of the reader's choice.
const LEAVING: &str = "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/share/mastodon";

/// What kind of answer a route gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A page that everybody may see.
    Public,
    /// A page behind a token.
    Token,
    /// A page of the console, or the door to it.
    Console,
    /// A number, for partners.
    Partner,
    /// What stands in frames of other sites.
    Frame,
    /// A file whose name changes with its content.
    Asset,
    /// A word for machines, or a list.
    Plain,
    /// What only programs with a token are told.
    Program,
}

fn class(route: &Route) -> Class {
    let path = route.path;
    match path {
        "/api/openapi.json" => Class::Partner,
        _ if path.ends_with("/api") => Class::Public,
        _ if path.starts_with("/api/v") => Class::Program,
        "/healthz" | "/readyz" | "/robots.txt" | "/sitemap.xml" => Class::Plain,
        "/assets/{name}" | "/logo/{picture}.png" | "/picture/{slug}/{picture}.jpg" => Class::Asset,
        "/strokes/{strokes}.svg" => Class::Asset,
        "/badge/{slug}.svg" | "/badge/{slug}.json" | "/petitions/{slug}.json" => Class::Partner,
        "/p/{slug}.json" | "/p/{slug}/events" => Class::Partner,
        "/p/{slug}/count.json" | "/p/{slug}/count.txt" => Class::Partner,
        "/p/{slug}/days.json" | "/p/{slug}/hours.json" => Class::Partner,
        "/oembed" | "/oembed/" | "/embed/v1.js" => Class::Partner,
        "/embed/look/{sheet}/{look}.css" | "/look/{theme}.css" => Class::Asset,
        _ if path.starts_with("/embed/") => Class::Frame,
        _ if path.starts_with("/og/") || path.contains("/feed.") => Class::Partner,
        _ if path.ends_with("/p/{slug}/wordings") || path.ends_with("/p/{slug}/corrections") => {
            Class::Public
        }
        _ if path.ends_with("/signers") && !path.starts_with("/organize") => Class::Public,
        _ if path.contains("/p/{slug}/organizations/") => Class::Public,
        _ if path.contains("/p/{slug}/updates/") || path.ends_with("/my-signature") => {
            Class::Public
        }
        "/"
        | "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}"
        | "/p/{slug}"
        | "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}"
        | "/p/{slug}/privacy"
        | "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/privacy"
        | "/p/{slug}/accessibility"
        | "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/accessibility"
        | "/p/{slug}/reasons/{id}/report"
        | "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/reasons/{id}/report"
        | "/p/{slug}/report"
        | "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/report"
        | LEAVING => Class::Public,
        "/partner" => Class::Console,
        _ if path.contains("organizations/{slug}") => Class::Public,
        _ if ["/report", "/trust", "/imprint"]
            .iter()
            .any(|end| path.ends_with(end)) =>
        {
            Class::Public
        }
        // what is personal there hangs on a cookie
        _ if path.contains("/p/{slug}/signed") || path.contains("/p/{slug}/check") => Class::Token,
        _ if route.who == Who::TokenHolder => Class::Token,
        _ if path.starts_with("/organize") => Class::Console,
        _ => panic!("{path} needs a class"),
    }
}

fn holds(route: &Route, answer: &Answer) {
    let said = |name: &str| answer.header(name).to_owned();
    let asked = &answer.asked;
    assert!(answer.status < 500, "{asked}: {}", answer.status);
    assert_eq!(said("x-content-type-options"), "nosniff", "{asked}");
    assert!(
        said("strict-transport-security") == "max-age=31536000; includeSubDomains",
        "{asked}"
    );
    assert!(answer.all("server").is_empty() && answer.all("x-powered-by").is_empty());
    let is_page = said("content-type").starts_with("text/html");
    if is_page && class(route) != Class::Frame {
        let policy = match (route.path, answer.status) {
            (LEAVING, 200) => POLICY.replace("form-action 'self'", "form-action 'self' https:"),
            _ => POLICY.to_owned(),
        };
        assert_eq!(said("content-security-policy"), policy, "{asked}");
        assert_eq!(said("cross-origin-opener-policy"), "same-origin", "{asked}");
        assert!(!said("permissions-policy").is_empty(), "{asked}");
        assert!(said("content-type").ends_with("charset=utf-8"), "{asked}");
        let page = answer.page();
        for (css, name) in [
            ("[style]", "style"),
            ("[onclick]", "onclick"),
            ("body [src]", "src"),
        ] {
            let found = page.attributes(css, name);
            let ours = ["/assets/", "/logo/", "/o/", "/picture/", "/strokes/"];
            let is_ours = found
                .iter()
                .all(|value| ours.iter().any(|begin| value.starts_with(begin)));
            assert!(is_ours, "{asked}: {css} {found:?}");
        }
    }
    let cache = said("cache-control");
    match class(route) {
        Class::Public => {
            assert!(
                cache.starts_with("public") || cache == "no-store",
                "{asked}: {cache}"
            );
            assert!(answer.all("set-cookie").is_empty(), "{asked} sets a cookie");
            // nothing of that id is there
            let is_missing = route.path.contains("{id}") && answer.status == 404;
            assert!(
                matches!(answer.status, 200 | 302) || is_missing,
                "{asked}: {}",
                answer.status
            );
        }
        Class::Token => {
            assert_eq!(cache, "no-store", "{asked}");
            if is_page {
                assert_eq!(
                    said("referrer-policy"),
                    "no-referrer",
                    "{asked} ({})",
                    answer.status
                );
                assert!(said("x-robots-tag").contains("noindex"), "{asked}");
            }
        }
        Class::Console => assert_eq!(cache, "no-store", "{asked} ({})", answer.status),
        Class::Partner => {
            assert_eq!(said("access-control-allow-origin"), "*", "{asked}");
            assert!(answer.all("set-cookie").is_empty(), "{asked}");
            // of few nothing is told by the hour
            let is_nothing = asked.ends_with("hours.json");
            let status = if is_nothing { 404 } else { 200 };
            assert_eq!(answer.status, status, "{asked}");
        }
        Class::Frame => {
            let policy = said("content-security-policy");
            assert!(policy.contains("frame-ancestors *;"), "{asked}: {policy}");
            assert_eq!(
                said("cross-origin-embedder-policy"),
                "require-corp",
                "{asked}"
            );
            assert!(answer.all("set-cookie").is_empty(), "{asked}");
            assert_eq!(answer.status, 200, "{asked}");
        }
        Class::Asset => {
            assert!(cache.contains("immutable"), "{asked}: {cache}");
            assert_eq!(answer.status, 200, "{asked}");
        }
        Class::Program => {
            assert_eq!(cache, "no-store", "{asked}");
            assert!(said("access-control-allow-origin").is_empty(), "{asked}");
            assert!(answer.all("set-cookie").is_empty(), "{asked}");
            let is_entry = route.who == Who::Anyone;
            let (status, kind) = match is_entry {
                true => (200, "application/hal+json"),
                false => (403, "application/problem+json"),
            };
            assert_eq!(
                (answer.status, said("content-type").as_str()),
                (status, kind),
                "{asked}"
            );
        }
        Class::Plain => {
            let kind = match route.path {
                "/sitemap.xml" => "application/xml; charset=utf-8",
                _ => "text/plain; charset=utf-8",
            };
            assert_eq!(said("content-type"), kind, "{asked}");
            assert_eq!(answer.status, 200, "{asked}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_every_route() {
    on_both(|world| async move {
        let everything = Everything::of(&world).await;
        for route in Everything::routes("GET") {
            let path = everything.path(route);
            let answer = world.visitor().gets(&path).await;
            holds(route, &answer);
            let head = world
                .visitor()
                .asks(Method::HEAD, &path)
                .send()
                .await
                .unwrap();
            assert_eq!(head.status().as_u16(), answer.status, "HEAD {path}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_what_goes_wrong() {
    on_both(|world| async move {
        let everything = Everything::of(&world).await;
        let strange = world.visitor();
        for path in [
            "/nowhere",
            "/p/nothing",
            "/c/0000000000000000000000000z",
            "/p/%00",
            "/p/%ff/privacy",
        ] {
            let answer = strange.gets(path).await;
            assert_eq!(answer.status, 404, "{path}");
            assert_eq!(answer.header("content-security-policy"), POLICY, "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        }
        for route in Everything::routes("POST") {
            let path = everything.path(route);
            let answer = strange.posts(&path, "nothing=of+the+kind".to_owned()).await;
            assert!(answer.status < 500, "{path}: {}", answer.status);
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            if answer.header("content-type").starts_with("text/html") {
                let policy = answer.header("content-security-policy");
                match path.starts_with("/embed/") {
                    true => assert!(policy.contains("frame-ancestors *;"), "{path}: {policy}"),
                    false => assert_eq!(policy, POLICY, "{path}"),
                }
            }
        }
    })
    .await;
}
