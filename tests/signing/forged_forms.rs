//! Story: another site sends our forms with the visitor's cookies. Every form that changes something
//! asks where it comes from (T17).

use crate::support::answer::Answer;
use crate::support::everything::Everything;
use crate::support::visitor::Visitor;
use crate::support::world::{SITE, on_both};
use reqwest::Method;

/// Forms that anybody may send from anywhere: signing, which asks the mailbox; one-click unsubscribing; and those in frames of other sites,
/// which read no cookie and act by what they hold, sealed. Whoever adds one says here why.
const OPEN: [&str; 10] = [
    "/embed/{slug}/sign",
    "/embed/{slug}/resend",
    "/embed/{slug}/address",
    "/embed/{slug}/code",
    "/p/{slug}/sign",
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/sign",
    "/p/{slug}/organizations/sign",
    "/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/p/{slug}/organizations/sign",
    "/c/{token}/unsubscribe",
    "/organize/notices/{token}/unsubscribe",
];

/// Pages with a token in their address send no referrer, and older browsers say `Origin: null`
/// there; the token is the authority.
const NULL: Headers = &[("origin", "null")];

type Headers = &'static [(&'static str, &'static str)];

/// Headers, with a cookie or without, and whether they are let in.
const MATRIX: [(Headers, bool, bool); 16] = [
    (NULL, true, false),
    (&[("sec-fetch-site", "same-origin")], true, true),
    (&[("sec-fetch-site", "none")], true, true),
    (&[("sec-fetch-site", "same-site")], true, false),
    (&[("sec-fetch-site", "cross-site")], true, false),
    (&[("sec-fetch-site", "cross-site")], false, false),
    (
        &[("sec-fetch-site", "cross-site"), ("origin", SITE)],
        true,
        false,
    ),
    (&[("sec-fetch-site", "nonsense")], true, false),
    (&[("origin", SITE)], true, true),
    (&[("origin", "https://evil.example")], true, false),
    (
        &[("origin", "https://sign.example.org.evil.example")],
        true,
        false,
    ),
    (&[("origin", "http://sign.example.org")], true, false),
    (&[("referer", "https://sign.example.org/p/x")], true, true),
    (
        &[("referer", "https://evil.example/https://sign.example.org/")],
        true,
        false,
    ),
    (&[], false, true),
    (&[], true, false),
];

async fn posts(
    visitor: &Visitor,
    path: &str,
    headers: &[(&str, &str)],
    has_cookie: bool,
) -> Answer {
    let url = path.to_owned();
    let mut request = visitor
        .asks(Method::POST, &url)
        .header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    if has_cookie {
        request = request.header("cookie", "__Host-pend=x; __Host-session=y");
    }
    let sent = request.body("nothing=of+the+kind").send().await;
    Answer::of(format!("POST {path} {headers:?}"), sent.unwrap()).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixteen_ways_to_send_each_of_them() {
    on_both(|world| async move {
        let everything = Everything::of(&world).await;
        let mut forms = 0;
        for route in Everything::forms() {
            forms += 1;
            let path = everything.path(route);
            for (headers, has_cookie, is_let_in) in MATRIX {
                let answer = posts(&world.visitor(), &path, headers, has_cookie).await;
                let is_refused = answer.status == 403
                    && answer
                        .page()
                        .text()
                        .contains("This form was sent from another site");
                let is_excused = headers == NULL && route.path.contains("{token}");
                let expected = !is_let_in && !is_excused && !OPEN.contains(&route.path);
                assert_eq!(
                    is_refused, expected,
                    "{}, cookie {has_cookie}: {}",
                    answer.asked, answer.status
                );
                assert!(answer.status < 500, "{}: {}", answer.asked, answer.status);
            }
        }
        assert!(forms >= 10, "the table has {forms} forms");
        for open in OPEN {
            assert!(
                Everything::routes("POST").any(|route| route.path == open),
                "{open} is gone"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forged_press_changes_nothing() {
    on_both(|world| async move {
        let mut everything = Everything::of(&world).await;
        let sam = &mut everything.waiting;
        sam.opens_link().await;
        world.meanwhile(undersigned::base::time::seconds(30));
        let press = sam.would_send("Confirm my signature");
        let forged = sam
            .asks(Method::POST, &press.action)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "https://evil.example")
            .header("sec-fetch-site", "cross-site");
        let answer = forged.body(press.body()).send().await.unwrap();
        assert_eq!(answer.status(), 403);
        let count = world
            .visitor()
            .gets("/p/open-letter/count.json")
            .await
            .json();
        assert_eq!(count["signatures"], 0);
        sam.sends(press).await.sees("Signature 1");
    })
    .await;
}
