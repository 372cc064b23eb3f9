//! Story: what a letter left behind before signing it came to be a danger, and those who try to make use of it: links that signers
//! passed on, copies in caches, another instance, what is written in other ways.

use super::high_risk_routes::{Full, turns_dangerous};
use crate::support::answer::Answer;
use crate::support::world::{SITE, World, on_both};
use reqwest::Method;
use undersigned::base::Lang;
use undersigned::base::time::{days, seconds};
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::petitions;
use undersigned::petition::{FieldRule, Kind, SignerField, Visibility};
use undersigned::signature::SignatureState;
use undersigned::signature::store::read;
use undersigned::web::urls;

/// Without what is drawn anew for each form.
fn page(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.asked);
    let is_drawn = |line: &&str| !line.contains("name=\"token\"");
    answer.body.lines().filter(is_drawn).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_of_before_marks_nobody() {
    on_both(|world| async move {
        let full = Full::of(&world).await;
        let code = full.by_her_link.split_once("via=").unwrap().1;
        let lea = world.visitor();
        let by_link = lea.gets(&full.by_her_link).await;
        assert!(
            by_link
                .page()
                .attribute("input[name=via]", "value")
                .as_deref()
                == Some(code)
        );
        let mut early = world.visitor();
        early.goes(&full.by_her_link).await;
        early.fills_in("Early Bird", "early@example.org");

        turns_dangerous(&world, &full.letter).await;
        world.looks().await;
        let plain = page(&lea.gets("/en/p/open-letter").await);
        for via in [code, "flyer", "4k7f3m9q1z"] {
            let marked = lea.gets(&format!("/en/p/open-letter?via={via}")).await;
            assert_eq!(page(&marked), plain, "{via}");
            let reader = world.visitor().reads("es");
            let led = reader.gets(&format!("/p/open-letter?via={via}")).await;
            assert_eq!(led.header("location"), "/es/p/open-letter");
            assert_eq!(led.header("cache-control"), "no-store");
            let path = format!("/en/p/open-letter/share/mastodon?via={via}");
            let asks = lea.gets(&path).await;
            assert!(
                !asks.body.contains(via) && !asks.body.contains("I signed"),
                "{via}"
            );
        }
        // a form that was open meanwhile still says by whose link
        let sending = early.would_send("Sign the letter");
        assert!(sending.body().contains(code), "it was open before");
        early.sends(sending).await;
        early.sees("Check your email").sees_no("I signed");
        assert!(!early.answer().body.contains("via="));
        let wrong = early.answer().page().attribute("#link", "value");
        assert_eq!(wrong.unwrap(), format!("{SITE}/en/p/open-letter"));
        early
            .opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        // so does one that comes back
        let mut slow = world.visitor();
        slow.goes("/en/p/open-letter").await;
        slow.types("via", code).types("name", "");
        let slip = slow.presses("Sign the letter").await;
        assert_eq!(slip.status(), 422);
        assert!(!slip.answer().body.contains("name=\"via\""));

        // and one that was sent before and is confirmed after
        let mut sam = full.everything.waiting.clone();
        let link = sam.mail().link();
        sam.goes(&link).await.presses("Confirm my signature").await;
        let id = full.letter.id;
        let newest = world
            .read(move |conn| read::newest(conn, id, SignatureState::Counted, None, 3))
            .await;
        let mut after = 0;
        for one in newest {
            let name = one.signer.unwrap().name;
            if ["Early Bird", "Sam"].contains(&name.as_str()) {
                assert_eq!(one.signature.share, None, "{name}");
                after += 1;
            }
        }
        assert_eq!(after, 2);
        let came = world
            .read(move |conn| {
                use diesel::prelude::*;
                use undersigned::db::schema::signatures as g;
                let by_ruth = g::source.is_not_null().and(g::source.ne("k7"));
                let came = g::table.filter(g::petition_id.eq(id)).filter(by_ruth);
                Ok(came.count().get_result::<i64>(conn)?)
            })
            .await;
        assert_eq!(came, 0, "nobody came by her link");
        world.later(days(8)).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn copies_of_before_are_answered_with_what_is_now() {
    on_both(|world| async move {
        let full = Full::of(&world).await;
        let reader = world.visitor();
        let before = reader.gets("/en/p/open-letter").await.page();
        let card = before.attribute("meta[property=\"og:image\"]", "content");
        let card = card.unwrap().strip_prefix(SITE).unwrap().to_owned();
        let list = reader.gets("/en/p/open-letter/signers").await.page();
        let logo = list.attributes("img", "src").remove(0);
        let kept = [
            ("/en/p/open-letter", 200),
            ("/p/open-letter.json", 200),
            ("/p/open-letter/count.json", 200),
            ("/badge/open-letter.svg", 200),
            ("/badge/open-letter.json", 200),
            ("/en/p/open-letter/feed.atom", 200),
            (card.as_str(), 404),
            (logo.as_str(), 404),
        ];
        let mut tags = Vec::new();
        for (path, _) in kept {
            let answer = reader.gets(path).await;
            assert_eq!(answer.status, 200, "{path}");
            tags.push(answer.header("etag").to_owned());
            assert!(
                answer.header("cache-control").starts_with("public"),
                "{path}"
            );
        }
        let listed = reader.gets("/sitemap.xml").await;
        assert!(listed.body.contains("open-letter"));

        turns_dangerous(&world, &full.letter).await;
        world.looks().await;
        // within the same second and minute
        for ((path, status), tag) in kept.into_iter().zip(tags) {
            let asks = reader.asks(Method::GET, path).header("if-none-match", &tag);
            let answer = Answer::of(path.to_owned(), asks.send().await.unwrap()).await;
            assert_eq!(answer.status, status, "{path} {tag}");
            let said = answer.header("cache-control");
            assert_eq!(said, "no-store", "{path}");
        }
        assert!(
            !reader
                .gets("/sitemap.xml")
                .await
                .body
                .contains("open-letter")
        );
        let now = reader.gets("/en/p/open-letter").await.page();
        assert_eq!(
            now.attribute("meta[property=\"og:image\"]", "content"),
            None
        );
        // the same address in other letters
        for path in [
            "/p/open%2Dletter",
            "/en/p/open%2dletter/privacy",
            "/p/%6Fpen-letter.json",
        ] {
            let answer = reader.gets(path).await;
            let robots = answer.header("x-robots-tag");
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert_eq!(robots, "noindex, noarchive", "{path}");
        }
        // and below it, where nothing is
        let nothing = reader.gets("/en/p/open-letter/nothing/there").await;
        assert_eq!(
            (nothing.status, nothing.header("cache-control")),
            (404, "no-store")
        );
        world.later(days(8)).await;
    })
    .await;
}

/// Whoever balances load sends the next request to the other one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_instance_learns_of_it_within_a_moment() {
    on_both(|world| async move {
        let full = Full::of(&world).await;
        let other = world.another_instance().await;
        let there = world.visitor().through(other);
        assert!(
            there
                .gets("/en/p/open-letter")
                .await
                .body
                .contains("Ruth Canary")
        );
        assert!(there.gets("/").await.body.contains("open-letter"));
        turns_dangerous(&world, &full.letter).await;
        world
            .until("the other knows", async || {
                there.gets("/en/p/open-letter/signers").await.status == 404
            })
            .await;
        let page = there.gets("/en/p/open-letter").await;
        assert!(!page.body.contains("Ruth") && !page.body.contains("Puente Claro"));
        assert_eq!(page.header("cache-control"), "no-store");
        assert!(!there.gets("/").await.body.contains("open-letter"));
        assert!(
            !there
                .gets("/sitemap.xml")
                .await
                .body
                .contains("open-letter")
        );
        let mut lea = there.clone();
        lea.goes(&full.by_her_link).await;
        assert_eq!(
            lea.answer().page().attribute("input[name=via]", "value"),
            None
        );
        world.later(days(8)).await;
    })
    .await;
}

/// What is stored may have been written by a program that knew less, or by hand.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_that_contradict_it_are_nothing() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.settings.high_risk = true;
                plan.settings.names_public = true;
                plan.settings.most_public = Visibility::Detail;
                plan.settings.fields[SignerField::Role] = FieldRule::Required;
                plan.settings.organizations_sign = Some(true);
            })
            .await;
        let mut sam = world.visitor();
        sam.opens(&letter).await.sees("Who sees that you signed");
        let fields = sam.answer().page().attributes("form.sign input", "name");
        for field in ["role", "affiliation", "public"] {
            assert!(!fields.iter().any(|name| name == field), "{field}");
        }
        sam.types("role", "Nurse at St. Mary's")
            .types("public", "detail");
        sam.fills_in("Sam Rivers", "sam@example.org");
        sam.presses("Sign the letter").await;
        let mail = sam.reads_mail().await;
        assert!(!mail.subject().contains("judges"), "{}", mail.subject());
        sam.opens_link().await.sees_no("Nurse");
        sam.presses("Confirm my signature").await;
        let id = letter.id;
        let signed = world
            .read(move |conn| read::newest(conn, id, SignatureState::Counted, None, 1))
            .await;
        let signer = signed[0].signer.as_ref().unwrap();
        assert_eq!(signer.fields[SignerField::Role], None);
        assert_eq!(signer.visibility, Visibility::Counted);
        let found = world.read(move |conn| petitions::find(conn, id)).await;
        assert_eq!(found.unwrap().settings.organizations_sign, Some(false));
    })
    .await;
}

/// Who says "this was not me" from another browser is known by a cookie, which goes with the browser too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_cookie_outlasts_the_browser() {
    on_both(|world| async move {
        let letter = super::high_risk::danger(&world).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        world.meanwhile(seconds(60));
        let mut kim = sam.on_another_device();
        kim.reads_mail().await;
        kim.opens_link().await;
        let word = kim.mail().word();
        kim.types("word", &word);
        let sending = kim.would_send("This was not me");
        let answer = kim.posts(&sending.action, sending.body()).await;
        let cookies = answer.all("set-cookie");
        assert!(
            cookies.iter().any(|one| one.starts_with("__Host-pend=")),
            "{cookies:?}"
        );
        assert!(
            cookies.iter().all(|one| !one.contains("Max-Age")),
            "{cookies:?}"
        );
        world.mail_rests().await;
    })
    .await;
}

/// One that is listed all the same keeps every other secret.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn organizers_may_have_it_listed() {
    on_both(|world| async move {
        let listed = async |world: &World, is_listed: bool| {
            let reader = world.visitor();
            for path in ["/", "/en", "/es", "/sitemap.xml"] {
                let list = reader.gets(path).await;
                assert_eq!(list.body.contains("open-the-records"), is_listed, "{path}");
            }
            for path in ["/en/p/open-the-records", "/en/p/open-the-records/privacy"] {
                let answer = reader.gets(path).await;
                assert_eq!(answer.header("cache-control"), "no-store");
                let robots = answer.header("x-robots-tag").contains("noindex");
                assert_eq!(robots, !is_listed, "{path}");
            }
            let page = reader.gets("/en/p/open-the-records").await.page();
            let robots = page.attribute("meta[name=robots]", "content");
            assert_eq!(robots.is_some(), !is_listed);
            assert!(page.text().contains("Who sees that you signed"));
        };
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let edit = urls::edit_part(id, &EditPart::Protection);
        let saves = async |name: &str, value: &str| {
            let form = super::high_risk::filled(&ana, &edit).await;
            let form = form.with("high_risk", "1").with(name, value);
            let sent = super::high_risk::sent(&ana, &form).await;
            assert!(sent.status.is_redirection(), "{}", sent.body);
        };
        // without a look: this instance knows what was saved here at once
        saves("listed_in_high_risk", "").await;
        listed(&world, false).await;
        let console = ana.gets(&urls::overview(id)).await;
        assert!(console.body.contains("nobody is shown when people signed"));
        assert!(!console.body.contains("class=\"chart\""));
        saves("listed_in_high_risk", "1").await;
        listed(&world, true).await;
        let preview = ana.gets(&urls::preview(id, Lang::EN)).await;
        assert!(preview.body.contains("Who sees that you signed"));
    })
    .await;
}
