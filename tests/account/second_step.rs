//! Story: who has a second factor comes in with passphrase and code, and nothing is lost on the way.

use super::phone::{ANA, begins, begun, codes_in, sets_up, subjects};
use crate::support::organizer::{Answer, Browser, PHRASE};
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use undersigned::account::tidy;
use undersigned::base::time::{hours, minutes, seconds};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_session_before_the_code_and_then_on_to_where_she_wanted() {
    on_both(|world| async move {
        world.has_ana().await;
        let (phone, _) = sets_up(&world, &world.ana().await).await;
        let browser = world.browser();
        let planted = "__Host-session=00000000000000000000000000";
        *browser.cookie.borrow_mut() = Some(planted.to_owned());
        let door = "/organize/sign-in?next=/organize/sessions";
        let fields = [("email", ANA), ("password", PHRASE)];
        let asked = browser.posts(door, &fields).await;
        assert_eq!(asked.status, StatusCode::OK);
        assert_eq!(
            asked.header("set-cookie"),
            None,
            "nothing opened, nothing known"
        );
        let onward = "/organize/sign-in/code?next=/organize/sessions";
        assert!(asked.body.contains(onward), "{}", asked.body);
        for told in ["inputmode=\"numeric\"", "autocomplete=\"one-time-code\""] {
            assert!(asked.body.contains(told), "{told}");
        }
        assert!(!asked.body.contains(PHRASE));
        let code = phone.code(world.now());
        let sent = [("begun", begun(&asked)), ("code", code)];
        let sent = sent.each_ref().map(|(name, value)| (*name, value.as_str()));
        let done = browser.posts(onward, &sent).await;
        assert_eq!(done.location.as_deref(), Some("/organize/sessions"));
        assert_ne!(browser.cookie.borrow().as_deref(), Some(planted));
        assert!(browser.is_in().await);
        // the same form again opens nothing: it is over
        let again = world.browser().posts(onward, &sent).await;
        assert_eq!(again.location.as_deref(), Some(door));
        assert_eq!(
            world.browser().gets(onward).await.location.as_deref(),
            Some(door)
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_step_tells_nothing_of_who_has_an_account() {
    on_both(|world| async move {
        world.has_ana().await;
        sets_up(&world, &world.ana().await).await;
        let browser = world.browser();
        let wrong = browser.signs_in(ANA, "vellum orchard tran").await;
        let nobody = browser.signs_in("bea.lopez@example.org", PHRASE).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(nobody.body.replace("bea.", "ana."), wrong.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_wrong_codes_end_it_and_so_do_ten_minutes() {
    on_both(|world| async move {
        world.has_ana().await;
        let (phone, _) = sets_up(&world, &world.ana().await).await;
        let browser = world.browser();
        let wrong = phone.wrong(world.now());
        let waits = begins(&browser).await;
        for at in 1..5 {
            let told = codes_in(&browser, &waits, &wrong).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{at}");
        }
        let fifth = codes_in(&browser, &waits, &wrong).await;
        assert_eq!(fifth.location.as_deref(), Some("/organize/sign-in"));
        let right = phone.code(world.now());
        let late = codes_in(&browser, &waits, &right).await;
        assert_eq!(late.location.as_deref(), Some("/organize/sign-in"));
        assert!(browser.cookie.borrow().is_none());

        let waits = begins(&browser).await;
        world.meanwhile(minutes(10));
        let late = codes_in(&browser, &waits, &phone.code(world.now())).await;
        assert_eq!(late.location.as_deref(), Some("/organize/sign-in"));
        let now = world.now().plus(hours(2));
        let gone = world.app().db.write(move |tx| tidy(tx, now)).await.unwrap();
        assert_eq!(gone, 3, "two sign-ins that waited, and her session");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_tries_codes_by_the_dozen_waits_and_locks_nobody_out() {
    on_both(|world| async move {
        world.has_ana().await;
        let (phone, _) = sets_up(&world, &world.ana().await).await;
        let mut thief = world.browser();
        thief.source = "198.51.100.9";
        let mut refused = None;
        for _ in 0..11 {
            let wrong = phone.wrong(world.now());
            let waits = match thief.signs_in(ANA, PHRASE).await {
                asked if asked.status == StatusCode::OK => begun(&asked),
                told => {
                    refused = Some(told.status);
                    break;
                }
            };
            codes_in(&thief, &waits, &wrong).await;
        }
        assert_eq!(refused, Some(StatusCode::TOO_MANY_REQUESTS));
        let owner = world.browser();
        let waits = begins(&owner).await;
        let done = codes_in(&owner, &waits, &phone.code(world.now())).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_new_passphrase_by_mail_does_not_stand_in_for_the_phone() {
    on_both(|world| async move {
        world.has_ana().await;
        let before = world.ana().await;
        let (phone, _) = sets_up(&world, &before).await;
        let waits = begins(&world.browser()).await;
        let ana = world.browser();
        ana.posts("/organize/forgot", &[("email", ANA)]).await;
        let link = world.mails().await[0].link();
        let new = "heron waits at noon";
        let asked = ana.posts(&link, &[("password", new), ("again", new)]).await;
        assert_eq!(asked.status, StatusCode::OK, "{}", asked.body);
        assert!(ana.cookie.borrow().is_none() && !before.is_in().await);
        let code = phone.code(world.now());
        let old = codes_in(&ana, &waits, &code).await;
        assert_eq!(
            old.location.as_deref(),
            Some("/organize/sign-in"),
            "begun before"
        );
        let done = codes_in(&ana, &begun(&asked), &code).await;
        assert_eq!(done.location.as_deref(), Some("/organize"));
        assert!(ana.is_in().await);
        assert_eq!(subjects(&world).await, ["Your passphrase was changed"]);
    })
    .await;
}

/// The hidden fields of a page, and what is typed, sent to where its form stands.
async fn sends_on(browser: &Browser, page: &Answer, path: &str, more: &[(&str, &str)]) -> Answer {
    let plain = |text: &str| text.replace("&#38;", "&").replace("&#39;", "'");
    let fields: Vec<(String, String)> = page
        .body
        .split("<input type=\"hidden\" name=\"")
        .skip(1)
        .map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"").unwrap();
            (name.to_owned(), plain(rest.split_once('"').unwrap().0))
        })
        .collect();
    let mut all: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    all.extend_from_slice(more);
    browser.posts(path, &all).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_typed_in_a_session_that_ended_survives_both_steps() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let (phone, _) = sets_up(&world, &ana).await;
        let path = "/organize/account";
        let page = ana.gets(path).await;
        world.meanwhile(hours(2));
        let typed = [("name", "Ana María López"), ("lang", "es")];
        let kept = ana.presses(&page, path, &typed).await;
        assert_eq!(kept.status, StatusCode::UNAUTHORIZED);
        let in_there = [("sign-in-email", ANA), ("sign-in-password", PHRASE)];
        let asked = sends_on(&ana, &kept, path, &in_there).await;
        assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
        assert!(asked.body.contains("Ana María López"), "{}", asked.body);
        assert!(!asked.body.contains(PHRASE));
        let wrong = phone.wrong(world.now());
        let told = sends_on(&ana, &asked, path, &[("sign-in-code", &wrong)]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.body.contains("Ana María López"), "{}", told.body);
        let code = phone.code(world.now());
        let press = sends_on(&ana, &told, path, &[("sign-in-code", &code)]).await;
        assert_eq!(press.status, StatusCode::OK, "{}", press.body);
        assert!(press.body.contains("Send it now"), "{}", press.body);
        let done = sends_on(&ana, &press, path, &[]).await;
        assert_eq!(done.location.as_deref(), Some(path), "{}", done.body);
        let page = ana.gets(path).await;
        assert!(page.body.contains("Ana María López") && page.body.contains("Su cuenta"));

        // five wrong codes: back to the passphrase, and still nothing is lost
        world.meanwhile(hours(2));
        let kept = ana
            .presses(&page, path, &[("name", "Ana"), ("lang", "en")])
            .await;
        let mut told = sends_on(&ana, &kept, path, &in_there).await;
        for _ in 0..5 {
            world.meanwhile(seconds(90));
            let wrong = phone.wrong(world.now());
            told = sends_on(&ana, &told, path, &[("sign-in-code", &wrong)]).await;
        }
        assert!(told.body.contains("sign-in-password"), "{}", told.body);
        assert!(
            told.body.contains("name=\"name\" value=\"Ana\""),
            "{}",
            told.body
        );
    })
    .await;
}
