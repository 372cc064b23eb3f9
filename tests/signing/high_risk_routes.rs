//! Story: a letter that many have signed comes to be a danger. Route by route, nothing of those who signed it before is told any more.
//! Held to the table of routes: a route that is new fails until somebody says here what high risk makes of it.

use crate::mine::says_why::{says, signs};
use crate::support::answer::Answer;
use crate::support::everything::Everything;
use crate::support::petitions::rewrite;
use crate::support::signers::{sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Token;
use undersigned::base::time::{days, hours};
use undersigned::petition::Petition;
use undersigned::petition::store::petitions;
use undersigned::routes::{Route, Who};
use undersigned::signature::SignatureState;
use undersigned::web::urls;

/// What high risk makes of a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Makes {
    /// A page about the petition, without anything of its signers.
    Page,
    /// The number, and nothing of when it moved.
    Number,
    /// News of the organizers.
    News,
    /// There is nothing.
    Off,
    /// What is personal hangs on a token or a cookie; others are not on it.
    Own,
    /// The same of somebody who signed for an organization, which its own page names.
    OwnOrganization,
    /// A list of petitions, without this one.
    List,
    /// Nothing of a petition at all, or the console.
    Nothing,
}

fn makes(route: &Route) -> Makes {
    let path = route.path;
    let path = path
        .strip_prefix("/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}")
        .unwrap_or(path);
    match path {
        "/p/{slug}"
        | "/p/{slug}/sign"
        | "/p/{slug}/reasons/{id}/report"
        | "/p/{slug}/my-signature"
        | "/p/{slug}/share/mastodon"
        | "/p/{slug}/wordings"
        | "/p/{slug}/privacy"
        | "/p/{slug}/report"
        | "/p/{slug}/accessibility"
        | "/p/{slug}/updates/{id}" => Makes::Page,
        "/p/{slug}.json"
        | "/petitions/{slug}.json"
        | "/p/{slug}/count.json"
        | "/p/{slug}/count.txt"
        | "/badge/{slug}.svg"
        | "/badge/{slug}.json" => Makes::Number,
        // they tell when somebody signs
        // nor does it stand in frames
        "/embed/{slug}"
        | "/embed/{slug}/sign"
        | "/embed/{slug}/resend"
        | "/embed/{slug}/address"
        | "/embed/{slug}/code" => Makes::Off,
        // a partner's link to what it brought ends: `partners::sign_in`
        "/partner" | "/partner/{token}" | "/partner/{token}/list" => Makes::Nothing,
        "/oembed" | "/oembed/" | "/embed/v1.js" | "/embed/look/{sheet}/{look}.css" => {
            Makes::Nothing
        }
        "/p/{slug}/events"
        | "/p/{slug}/days.json"
        | "/p/{slug}/hours.json"
        | "/p/{slug}/corrections" => Makes::Off,
        "/p/{slug}/feed.atom" | "/p/{slug}/feed.json" => Makes::News,
        "/p/{slug}/signers"
        | "/p/{slug}/organizations/sign"
        | "/p/{slug}/organizations/check"
        | "/logo/{picture}.png"
        | "/og/{slug}/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/{card}.png"
        | "/og/{slug}/{lang:[a-z]{2,3}(?:-[A-Z]{2})?}/{card}.jpg" => Makes::Off,
        "/p/{slug}/check"
        | "/p/{slug}/check/resend"
        | "/p/{slug}/check/address"
        | "/p/{slug}/check/code"
        | "/p/{slug}/check/reason"
        | "/p/{slug}/check/forget"
        | "/p/{slug}/check/{token}"
        | "/p/{slug}/signed"
        | "/p/{slug}/signed/reason"
        | "/c/{token}"
        | "/c/{token}/withdraw"
        | "/c/{token}/unsubscribe"
        | "/m/{token}"
        | "/m/{token}/data.json"
        | "/m/{token}/withdraw"
        | "/m/{token}/back"
        | "/m/{token}/reason"
        | "/m/{token}/erase" => Makes::Own,
        "/o/{token}" | "/o/{token}/logo.png" | "/o/{token}/withdraw" => Makes::OwnOrganization,
        "/" | "" | "/sitemap.xml" => Makes::List,
        "/robots.txt"
        | "/assets/{name}"
        | "/healthz"
        | "/readyz"
        | "/doctor/{token}"
        | "/setup/{token}"
        | "/trust"
        | "/imprint"
        | "/report"
        | "/strokes/{strokes}.svg" => Makes::Nothing,
        // A picture that organizers put there tells nothing of signers.
        "/picture/{slug}/{picture}.jpg" => Makes::Nothing,
        // Of an organization that says nothing of itself there is none, and colours are no signers.
        "/p/{slug}/imprint" | "/look/{theme}.css" => Makes::Nothing,
        // Of an organization without another petition there is no page: `public::front_page`.
        "/organizations/{slug}" => Makes::Nothing,
        _ if path == "/organize" || path.starts_with("/organize/") => Makes::Nothing,
        // nobody without a token; what is told to whoever has one: `programs::reading`
        _ if path.starts_with("/api") => Makes::Nothing,
        _ => panic!("{path}: say what high risk makes of it"),
    }
}

/// Names, roles and places of those who signed before, of an organization, and the code of a link: what nobody is told.
const TOLD: [&str; 7] = [
    "Nora Canary",
    "Ruth Canary",
    "Law student",
    "Harlow University",
    "Puente Claro",
    "4k7f3m9q1z",
    "since yesterday",
];

/// A letter with everything that can tell on signers.
pub struct Full {
    pub everything: Everything,
    pub letter: Petition,
    /// Ruth, who has signed, shows her name and said why.
    pub ruth: Visitor,
    /// The path of her own page.
    pub own: String,
    /// The path of the page of the letter with her code.
    pub by_her_link: String,
    /// The key of her reason.
    pub reason: String,
}

impl Full {
    pub async fn of(world: &World) -> Self {
        let everything = Everything::of(world).await;
        let letter = crate::support::signers::petition(&world.app().db, "open-letter").await;
        let crowd = (0..30).map(|n| signer(&format!("Nora Canary {n}")));
        let db = world.app().db.get_ref().clone();
        let since = world.now().minus(hours(2));
        sign(
            &db,
            letter.id,
            SignatureState::Counted,
            crowd.collect(),
            since,
        )
        .await;
        let mut ruth = signs(world, &letter, "Ruth Canary", "ruth@example.org").await;
        says(&mut ruth, "They fear no robe.").await;
        ruth.opens_mail()
            .await
            .presses("Confirm my signature")
            .await;
        let link = ruth.answer().page().attribute("#link", "value").unwrap();
        let by_her_link = link.split_once("/en/").expect("a link").1;
        let links = &world.app().confirming.links;
        let token = ruth.mail().link();
        let token = Token::parse(token.trim_start_matches("/c/")).expect("a token");
        let own = urls::own(&links.own(links.open(&token)));
        let mut reader = world.organizer(&letter, Role::Moderator).await;
        reader.goes(&urls::reasons(letter.id)).await;
        reader.presses("Publish a").await;
        world.looks().await;
        let page = world.visitor().gets("/en/p/open-letter").await.page();
        let report = page.attribute(".quote-of a", "href").expect("a reason");
        let reason = report.split('/').rev().nth(1).expect("its key");
        Self {
            by_her_link: format!("/en/{by_her_link}"),
            own,
            reason: reason.to_owned(),
            everything,
            letter,
            ruth,
        }
    }

    fn path(&self, route: &Route) -> String {
        let path = self.everything.path(route);
        let dummy = "reasons/0193b3a5-0000-7000-8000-000000000000";
        path.replace(dummy, &format!("reasons/{}", self.reason))
    }
}

/// The organizers find that signing is a danger, on another instance or behind the program's back.
pub async fn turns_dangerous(world: &World, letter: &Petition) {
    let (id, now) = (letter.id, world.now());
    world
        .write(move |tx| {
            let mut petition = petitions::find(tx, id)?.expect("it is there");
            petition.settings.high_risk = true;
            rewrite(tx, &mut petition, now)
        })
        .await;
}

/// What no answer about the letter does or says, whatever the route and the method.
fn tells_nothing(makes: Makes, answer: &Answer) {
    let asked = &answer.asked;
    assert!(answer.status < 500, "{asked}: {}", answer.status);
    for told in TOLD {
        let is_own = makes == Makes::OwnOrganization && told == "Puente Claro";
        assert!(is_own || !answer.body.contains(told), "{asked} says {told}");
    }
    assert!(
        !answer.body.contains("via="),
        "{asked} has a link of its own"
    );
    assert!(!answer.header("location").contains("via="), "{asked}");
    for cookie in answer.all("set-cookie") {
        let lasts = cookie.contains("Max-Age") && !cookie.contains("Max-Age=0");
        assert!(!lasts || makes == Makes::Nothing, "{asked}: {cookie}");
    }
    if matches!(makes, Makes::List | Makes::Nothing) {
        return;
    }
    assert_eq!(answer.header("cache-control"), "no-store", "{asked}");
    assert!(
        answer.all("etag").is_empty(),
        "{asked} can be asked for again"
    );
    let is_page = answer.header("content-type").starts_with("text/html");
    // what leads on from a link of a mail is no page, and names no petition
    if (is_page && answer.status == 200) || asked.contains("open-letter") {
        let robots = answer.header("x-robots-tag");
        assert!(robots.contains("noindex"), "{asked}: {robots}");
    }
    if is_page && answer.status == 200 {
        let page = answer.page();
        let robots = page.attribute("meta[name=robots]", "content");
        assert_eq!(robots.as_deref(), Some("noindex, noarchive"), "{asked}");
        // the page that stops mail knows no petition, and looks at nothing
        let knows_nothing = asked.ends_with("/unsubscribe");
        let way_out = page.attribute("a[data-leave]", "href");
        assert!(knows_nothing || way_out.is_some(), "{asked} has no way out");
        let times = page.attributes("ol.register time", "datetime");
        assert!(times.is_empty(), "{asked} tells when: {times:?}");
    }
}

fn holds(makes: Makes, answer: &Answer) {
    tells_nothing(makes, answer);
    let (asked, body) = (&answer.asked, &answer.body);
    match makes {
        Makes::Page => assert_eq!(answer.status, 200, "{asked}"),
        Makes::Number => {
            assert_eq!(answer.status, 200, "{asked}");
            if asked.ends_with("count.json") {
                let number = answer.json();
                assert_eq!(number["signatures"], 31);
                let names: Vec<_> = number.as_object().unwrap().keys().collect();
                assert_eq!(names, ["goal", "signatures"], "nothing of when");
            }
            if asked.ends_with("/p/open-letter.json") {
                let facts = answer.json();
                assert_eq!(facts["signature_count"], 31);
                assert_eq!(facts["organizations"], 0);
            }
        }
        Makes::News => {
            assert_eq!(answer.status, 200, "{asked}");
            assert!(body.contains("We were heard"), "{asked}");
        }
        Makes::Off => assert_eq!(answer.status, 404, "{asked}"),
        // of what waits for its mailbox nothing can be withdrawn yet
        Makes::Own | Makes::OwnOrganization => {
            assert!(answer.status < 400 || answer.status == 404, "{asked}");
        }
        Makes::List => {
            assert_eq!(answer.status, 200, "{asked}");
            assert!(!body.contains("open-letter"), "{asked} lists it");
        }
        Makes::Nothing => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_keeps_the_secret_of_those_who_signed_before() {
    on_both(|world| async move {
        let full = Full::of(&world).await;
        // it was all there
        let page = world.visitor().gets("/en/p/open-letter").await;
        for told in ["Ruth Canary", "Law student", "Puente Claro"] {
            assert!(page.body.contains(told), "{told}");
        }
        assert!(world.visitor().gets("/").await.body.contains("open-letter"));
        assert!(
            world
                .visitor()
                .gets("/sitemap.xml")
                .await
                .body
                .contains("open-letter")
        );

        turns_dangerous(&world, &full.letter).await;
        world.looks().await;
        for route in Everything::routes("GET").filter(|route| route.who != Who::Loopback) {
            let (makes, path) = (makes(route), full.path(route));
            let reader = match makes {
                Makes::Own => &full.everything.waiting,
                _ => &world.visitor(),
            };
            let answer = reader.gets(&path).await;
            holds(makes, &answer);
            // whoever has a copy of before is given a whole answer
            let kept = reader.asks(reqwest::Method::GET, &path);
            let kept = kept.header("if-none-match", "*").send().await.unwrap();
            if !matches!(makes, Makes::List | Makes::Nothing) {
                assert_eq!(kept.status().as_u16(), answer.status, "{path}");
            }
        }
        for route in Everything::routes("POST") {
            let (makes, path) = (makes(route), full.path(route));
            if path.starts_with("/organize") {
                continue;
            }
            // the button of one's own page that withdraws or erases needs its fields
            let answer = world.visitor().posts(&path, String::new()).await;
            tells_nothing(makes, &answer);
        }
        world.later(days(8)).await;
    })
    .await;
}

/// Once confirmed, and on one's own page and in one's own file, too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_do_the_pages_of_somebody_s_own() {
    on_both(|world| async move {
        let full = Full::of(&world).await;
        let code = full.by_her_link.split_once("via=").unwrap().1.to_owned();
        let mut ruth = full.ruth.clone();
        ruth.goes("/en/p/open-letter/signed").await;
        assert!(ruth.answer().body.contains(&code));
        ruth.goes(&full.own).await.sees(&code);

        turns_dangerous(&world, &full.letter).await;
        world.looks().await;
        let file = format!("{}/data.json", full.own);
        for round in ["at once", "once they are forgotten"] {
            for path in ["/en/p/open-letter/signed", full.own.as_str()] {
                let answer = ruth.gets(path).await;
                assert_eq!(answer.status, 200, "{round}: {path}");
                assert!(!answer.body.contains(&code), "{round}: {path}");
                assert!(!answer.body.contains("I signed"), "{round}: {path}");
                let is_own = path == full.own;
                assert!(
                    !is_own || answer.body.contains("Ruth Canary"),
                    "what is hers is there"
                );
            }
            for route in Everything::routes("GET").filter(|one| one.path.starts_with("/m/")) {
                let path = route.path.replace("/m/{token}", &full.own);
                let answer = ruth.gets(&path).await;
                assert!(answer.status < 400, "{round}: {path}");
                assert!(
                    !answer.body.contains(&code) && !answer.body.contains("via="),
                    "{path}"
                );
                assert_eq!(answer.header("cache-control"), "no-store", "{path}");
                let is_page = answer.header("content-type").starts_with("text/html");
                let robots = answer.header("x-robots-tag");
                assert!(!is_page || robots.contains("noindex"), "{path}");
            }
            let told = ruth.gets(&file).await.json();
            let told = &told["signature"];
            assert!(
                told["share_code"].is_null() && told["source"].is_null(),
                "{round}"
            );
            // what was stored of it goes too, so that the file says all there is
            world.forgets().await;
        }
        let id = full.letter.id;
        let left = world
            .read(move |conn| {
                use diesel::prelude::*;
                use undersigned::db::schema::{
                    pending_signatures as p, shares as s, signatures as g,
                };
                let by_link = g::source.is_not_null().or(g::share_code.is_not_null());
                let signed = g::table.filter(g::petition_id.eq(id)).filter(by_link);
                let by_link = p::source.is_not_null().or(p::share_code.is_not_null());
                let waits = p::table.filter(p::petition_id.eq(id)).filter(by_link);
                let counted = s::table.filter(s::petition_id.eq(id));
                Ok([
                    signed.count().get_result::<i64>(conn)?,
                    waits.count().get_result::<i64>(conn)?,
                    counted.count().get_result::<i64>(conn)?,
                ])
            })
            .await;
        assert_eq!(left, [0; 3], "by whose link they came");
        world.later(days(8)).await;
    })
    .await;
}
