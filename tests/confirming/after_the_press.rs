//! Story: the address bar after the press is passed on, as phones do. Whoever comes by it learns nothing of the signer and can do
//! nothing to the signature; the signer finds it all, for an hour.

use crate::support::visitor::Visitor;
use crate::support::world::{SITE, World, on_both};
use undersigned::base::time::{hours, minutes};
use undersigned::petition::{Kind, Petition};

const SIGNED: &str = "/en/p/open-letter/signed";
const SECRETS: [&str; 4] = ["Rivers", "sam@example.org", "/m/", "/c/"];

async fn signs(world: &World) -> (Petition, Visitor) {
    let letter = world.petition(Kind::Letter).await;
    let mut sam = world.visitor();
    sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
    sam.opens_mail().await.presses("Confirm my signature").await;
    (letter, sam)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_says_nothing_to_whoever_has_not_pressed() {
    on_both(|world| async move {
        let (_, sam) = signs(&world).await;
        assert_eq!(sam.path(), SIGNED);
        sam.sees("Signature 1");
        assert!(
            sam.answer().body.contains("/m/"),
            "the signer goes on from here"
        );
        let stranger = world.visitor();
        for path in [SIGNED.to_owned(), sam.mail().link()] {
            let answer = stranger.gets(&path).await;
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.header("cache-control"), "no-store");
            assert_eq!(answer.header("set-cookie"), "", "only the press sets one");
            for secret in SECRETS {
                assert!(!answer.body.contains(secret), "{secret} on {path}");
            }
            let canonical = answer.page().attribute("link[rel=canonical]", "href");
            assert_eq!(
                canonical,
                Some(format!("{SITE}/en/p/open-letter")),
                "{path}"
            );
        }
        let shared = stranger.gets(SIGNED).await;
        assert!(shared.header("vary").to_lowercase().contains("cookie"));
        let mut stranger = world.visitor();
        stranger.goes(SIGNED).await;
        stranger
            .sees("If you have just tapped")
            .sees("Who else should sign?");
        let link = stranger.answer().page().attribute("input#link", "value");
        assert_eq!(
            link,
            Some(format!("{SITE}/en/p/open-letter")),
            "the petition, and no key"
        );
        stranger.goes(&sam.mail().link()).await;
        stranger.sees("It is counted. It was confirmed on November 21, 2026.");
        stranger.sees_no("Withdraw my signature");
        assert!(stranger.answer().page().buttons().is_empty());
        stranger.follows("Change or remove my signature").await;
        stranger.sees("Email you signed with");
        // pressed again by somebody who got hold of the form it is worth nothing either
        stranger
            .goes(&format!("{}/withdraw", sam.mail().link()))
            .await;
        assert_eq!(stranger.path(), "/en/p/open-letter/my-signature");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_signer_has_an_hour() {
    on_both(|world| async move {
        let (_, mut sam) = signs(&world).await;
        world.later(minutes(59)).await;
        sam.goes(SIGNED).await.sees("Signature 1");
        world.later(minutes(2)).await;
        sam.goes(SIGNED).await;
        sam.sees("If you have just tapped").sees_no("Signature ");
        let body = &sam.answer().body;
        assert!(SECRETS.iter().all(|secret| !body.contains(secret)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_computer_that_others_use_forgets_on_request() {
    on_both(|world| async move {
        let (_, mut sam) = signs(&world).await;
        sam.presses("Not you? Forget this here").await;
        assert_eq!(sam.path(), SIGNED);
        sam.sees("If you have just tapped").sees_no("Signature ");
        sam.goes(SIGNED).await.sees_no("Signature ");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cookie_is_good_for_its_petition_alone() {
    on_both(|world| async move {
        let (_, mut sam) = signs(&world).await;
        let pledge = world.petition(Kind::Pledge).await;
        sam.goes(&format!("/en/p/{}/signed", pledge.slug)).await;
        sam.sees("If you have just tapped").sees_no("Signature ");
        sam.goes("/es/p/open-letter/signed").await;
        sam.sees("Gracias").sees("firma");
        let forged = sam.posts("/en/p/open-letter/signed", "signature=1".to_owned());
        assert_eq!(forged.await.status, 422, "no field decides who it is");
        assert_eq!(sam.gets("/en/p/no-such/signed").await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_signing_is_a_danger_the_cookie_goes_with_the_browser() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.settings.high_risk = true)
            .await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await;
        world.meanwhile(minutes(1));
        let press = sam.would_send("Confirm my signature");
        let answer = sam.posts(&press.action, press.body()).await;
        assert_eq!(answer.status, 303);
        let set = answer.header("set-cookie");
        assert!(set.starts_with("__Host-signed="), "{set}");
        assert!(
            !set.contains("Max-Age") && !set.contains("Expires"),
            "{set}"
        );
        assert!(!answer.header("location").contains("/c/"));
    })
    .await;
}

/// One's own page keeps its key, for mail programs have no cookies: a script takes it out of the address bar, and nothing there asks
/// to pass the page on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ones_own_page_is_not_passed_on() {
    on_both(|world| async move {
        let (_, mut sam) = signs(&world).await;
        sam.follows("See or change everything we keep about you")
            .await;
        let own = sam.path().to_owned();
        assert!(own.starts_with("/m/"));
        for path in ["", "/withdraw", "/erase", "/reason"] {
            let page = sam.gets(&format!("{own}{path}")).await.page();
            let shown = page.attribute("body", "data-address");
            assert_eq!(
                shown.as_deref(),
                Some("/en/p/open-letter/my-signature"),
                "{path}"
            );
            assert_eq!(page.find("section.share"), None, "{path}");
            let canonical = page.attribute("link[rel=canonical]", "href");
            assert_eq!(
                canonical,
                Some(format!("{SITE}/en/p/open-letter")),
                "{path}"
            );
        }
        world.later(hours(30)).await;
        sam.goes(&own).await.sees("Counted since");
    })
    .await;
}

/// A link that was cut off, is over or was never one tells of the ways on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_that_is_nobodys_says_what_to_do() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let ways_on = [
            "The code in the message works too",
            "Change or remove my signature",
        ];
        for door in ["c", "m", "o"] {
            let mut lost = world.visitor();
            lost.goes(&format!("/{door}/0000000000000000000000000z"))
                .await;
            assert_eq!(lost.status(), 404);
            lost.sees("This link no longer works");
            for way in ways_on {
                lost.sees(way);
            }
            lost.follows("See all petitions")
                .await
                .sees("To the judges");
            let mut cut = world.visitor();
            cut.goes(&format!("/{door}/0000000000000")).await;
            assert_eq!(cut.status(), 404);
            cut.sees("Links in messages work only when they are complete");
        }
        for path in ["withdraw", "back", "erase", "reason", "data.json"] {
            let mut lost = world.visitor();
            lost.goes(&format!("/m/0000000000000000000000000z/{path}"))
                .await;
            assert_eq!(lost.status(), 404, "{path}");
            lost.sees("This link no longer works");
        }
        let mut ana = world.visitor().reads("es");
        ana.goes("/m/0000000000000000000000000z").await;
        ana.sees("El código del mensaje también sirve");
    })
    .await;
}
