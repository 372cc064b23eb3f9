//! Story: organizers come in by the doors that are meant for them, and by no other.

use crate::support::desk::{Desk, PHRASE, email, link};
use crate::support::on_both;
use actix_web::http::StatusCode;
use std::net::IpAddr;
use undersigned::account::joining::add_organizer;
use undersigned::account::joining::found::OrganizationName;
use undersigned::account::{Familiar, Next};
use undersigned::base::PersonName;
use undersigned::base::time::{days, hours, minutes};
use undersigned::mail::store;
use undersigned::web::{Source, urls};

const SET_UP: [(&str, &str); 5] = [
    ("organization", "Docket Coalition"),
    ("name", "Ana López"),
    ("email", "ana@example.org"),
    ("password", "heron waits at noon"),
    ("again", "heron waits at noon"),
];

#[actix_web::test]
async fn the_first_organizer_comes_in_by_the_printed_link_and_nobody_after() {
    on_both(|database| async move {
        let desk = Desk::open(&database).await;
        let (first, second) = (desk.starts().await.unwrap(), desk.starts().await.unwrap());
        let (path, other) = (urls::setup(&first), urls::setup(&second));
        let ana = desk.browser();
        for _ in 0..2 {
            let page = ana.gets(&path).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
        }
        let wrong = [
            ("organization", "Docket Coalition"),
            ("contact", "nowhere"),
            ("name", ""),
            ("email", "ana@example.org"),
            ("password", "Docket-Coalition-1"),
        ];
        let page = ana.posts(&path, &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        for kept in [
            "Docket Coalition",
            "nowhere",
            "ana@example.org",
            "Three things to fix",
        ] {
            assert!(page.body.contains(kept), "{kept} in {}", page.body);
        }
        assert!(!page.body.contains("Docket-Coalition-1"));
        let done = ana.posts(&path, &SET_UP).await;
        assert_eq!(done.location.as_deref(), Some("/organize"), "{}", done.body);
        assert!(ana.is_in().await);
        for used in [&path, &other] {
            assert_eq!(desk.browser().gets(used).await.status, StatusCode::GONE);
            assert_eq!(
                desk.browser().posts(used, &SET_UP).await.status,
                StatusCode::GONE
            );
        }
        assert!(desk.starts().await.is_none());
    })
    .await;
}

#[actix_web::test]
async fn a_set_up_link_works_for_an_hour() {
    on_both(|database| async move {
        let desk = Desk::open(&database).await;
        let path = urls::setup(&desk.starts().await.unwrap());
        desk.later(hours(1));
        assert_eq!(
            desk.browser().posts(&path, &SET_UP).await.status,
            StatusCode::GONE
        );
        assert!(desk.starts().await.is_some());
    })
    .await;
}

#[actix_web::test]
async fn a_wrong_address_and_a_wrong_passphrase_look_the_same() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let browser = desk.browser();
        let wrong = browser
            .signs_in("ana.lopez@example.org", "vellum orchard tran")
            .await;
        let nobody = browser.signs_in("bea.lopez@example.org", PHRASE).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(nobody.status, wrong.status);
        assert_eq!(nobody.body.replace("bea.", "ana."), wrong.body);
        assert!(!nobody.body.contains(PHRASE));
        assert!(browser.cookie.borrow().is_none());
        let cased = browser.signs_in(" ANA.LOPEZ@EXAMPLE.ORG ", PHRASE).await;
        assert_eq!(cased.status, StatusCode::SEE_OTHER, "{}", cased.body);
    })
    .await;
}

#[actix_web::test]
async fn signing_in_gives_a_new_session_and_leads_on_within_this_site() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let browser = desk.browser();
        let sent = browser.gets("/organize/sessions").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let door = sent.location.unwrap();
        assert_eq!(door, "/organize/sign-in?next=/organize/sessions");
        let planted = "session=00000000000000000000000000";
        *browser.cookie.borrow_mut() = Some(planted.to_owned());
        let fields = [("email", "ana.lopez@example.org"), ("password", PHRASE)];
        let done = browser.posts(&door, &fields).await;
        assert_eq!(done.location.as_deref(), Some("/organize/sessions"));
        let first = browser.cookie.borrow().clone().unwrap();
        assert_ne!(first, planted);
        let cookie = done.header("set-cookie").unwrap();
        for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        for elsewhere in [
            "//e.example",
            "https://e.example",
            "/%5Ce.example",
            "%2F%2Fe.example",
        ] {
            let door = format!("/organize/sign-in?next={elsewhere}");
            let done = browser.posts(&door, &fields).await;
            assert_eq!(done.location.as_deref(), Some("/organize"), "{elsewhere}");
        }
        let old = desk.browser();
        *old.cookie.borrow_mut() = Some(first);
        assert!(
            !old.is_in().await,
            "signing in again ends the session before"
        );
        assert!(Next::parse("/organize").is_some());
    })
    .await;
}

#[actix_web::test]
async fn ten_tries_and_then_a_wait() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let stranger = desk.browser();
        for _ in 0..10 {
            let answer = stranger
                .signs_in("ana.lopez@example.org", "guess guess guess")
                .await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let answer = stranger.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.header("retry-after"), Some("90"));
        let mut owner = desk.browser();
        owner.peer = "198.51.100.9:1";
        let answer = owner.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        desk.later(minutes(2));
        let answer = stranger.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[actix_web::test]
async fn a_forgotten_passphrase_is_replaced_once() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let before = desk.ana().await;
        let ana = desk.browser();
        let asked = ana
            .posts("/organize/forgot", &[("email", "ana.lopez@example.org")])
            .await;
        let nobody = ana
            .posts("/organize/forgot", &[("email", "bea.lopez@example.org")])
            .await;
        assert_eq!(
            (asked.status, nobody.status),
            (StatusCode::OK, StatusCode::OK)
        );
        assert_eq!(nobody.body.replace("bea.", "ana."), asked.body);
        let again = ana
            .posts("/organize/forgot", &[("email", "ana.lopez@example.org")])
            .await;
        assert_eq!(again.status, StatusCode::OK);
        let letters = desk.letters().await;
        assert_eq!(letters.len(), 1, "one letter however often it is asked for");
        let letter = letters[0].clone().unwrap();
        assert_eq!(letter.to.as_str(), "ana.lopez@example.org");
        let path = link(&letter);
        assert!(path.starts_with("/organize/reset/"), "{path}");
        for _ in 0..2 {
            let page = ana.gets(&path).await;
            assert_eq!(page.status, StatusCode::OK, "a mail scanner may read it");
            assert!(page.body.contains("ana.lopez@example.org"));
        }
        let short = ana
            .posts(&path, &[("password", "short"), ("again", "short")])
            .await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        let differ = [
            ("password", "heron waits at noon"),
            ("again", "heron waits at nine"),
        ];
        let differ = ana.posts(&path, &differ).await;
        assert_eq!(differ.status, StatusCode::UNPROCESSABLE_ENTITY);
        let new = [
            ("password", "heron waits at noon"),
            ("again", "heron waits at noon"),
        ];
        let done = ana.posts(&path, &new).await;
        assert_eq!(done.location.as_deref(), Some("/organize"));
        assert!(ana.is_in().await);
        assert!(!before.is_in().await, "other sessions are over");
        assert_eq!(ana.posts(&path, &new).await.status, StatusCode::GONE);
        let written = desk.letters().await;
        assert_eq!(written.len(), 2);
        assert_eq!(
            written.iter().flatten().count(),
            1,
            "a letter that helps no more is not sent"
        );
        let old = desk
            .browser()
            .signs_in("ana.lopez@example.org", PHRASE)
            .await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        let new = desk
            .browser()
            .signs_in("ana.lopez@example.org", "heron waits at noon")
            .await;
        assert_eq!(new.status, StatusCode::SEE_OTHER);
        // the mailbox of the account hears of it once, though it did it itself
        let told = desk.letters().await;
        let subjects: Vec<_> = told
            .iter()
            .flatten()
            .map(|one| one.subject.clone())
            .collect();
        assert_eq!(subjects, ["Your passphrase was changed"]);
    })
    .await;
}

#[actix_web::test]
async fn a_reset_link_works_for_half_an_hour_and_only_for_resets() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let ana = desk.browser();
        ana.posts("/organize/forgot", &[("email", "ana.lopez@example.org")])
            .await;
        let path = link(desk.letters().await[0].as_ref().unwrap());
        let as_set_up = path.replace("/organize/reset/", "/setup/");
        assert_eq!(ana.gets(&as_set_up).await.status, StatusCode::GONE);
        desk.later(minutes(29));
        assert_eq!(ana.gets(&path).await.status, StatusCode::OK);
        desk.later(minutes(1));
        let new = [
            ("password", "heron waits at noon"),
            ("again", "heron waits at noon"),
        ];
        assert_eq!(ana.posts(&path, &new).await.status, StatusCode::GONE);
    })
    .await;
}

async fn adds(desk: &Desk, address: &str, organization: &str) -> String {
    let (secrets, now) = (desk.app.site.secrets.clone(), desk.app.site.clock.now());
    let (email, name) = (email(address), PersonName::parse("Bea Osei").unwrap());
    let organization = OrganizationName::parse(organization).unwrap();
    let token = desk
        .db
        .write(move |tx| add_organizer::add(tx, &secrets, &email, &name, &organization, now))
        .await
        .unwrap();
    urls::setup(&token)
}

#[actix_web::test]
async fn the_operator_adds_an_organizer_who_accepts() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let path = adds(&desk, "bea@example.org", "Docket Coalition").await;
        let letter = desk.letters().await[0].clone().unwrap();
        assert_eq!(link(&letter), path, "printed and mailed is one link");
        assert_eq!(letter.to.as_str(), "bea@example.org");
        let early = desk.browser().signs_in("bea@example.org", "").await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        let bea = desk.browser();
        let page = bea.gets(&path).await;
        for told in ["Docket Coalition", "bea@example.org", "Bea Osei"] {
            assert!(page.body.contains(told), "{told} in {}", page.body);
        }
        let new = [
            ("name", "Beatriz Osei"),
            ("password", "heron waits at noon"),
            ("again", "heron waits at noon"),
        ];
        let done = bea.posts(&path, &new).await;
        assert_eq!(done.location.as_deref(), Some("/organize"), "{}", done.body);
        assert!(
            bea.gets("/organize/sessions")
                .await
                .body
                .contains("Beatriz Osei")
        );
        assert_eq!(bea.posts(&path, &new).await.status, StatusCode::GONE);

        // of another organization: the account stays as it is, and the link signs nobody in
        let path = adds(&desk, "bea@example.org", "Second House").await;
        let anybody = desk.browser();
        assert!(anybody.gets(&path).await.body.contains("Second House"));
        let done = anybody.posts(&path, &[]).await;
        assert_eq!(done.location.as_deref(), Some("/organize/sign-in"));
        assert!(!anybody.is_in().await);
    })
    .await;
}

#[actix_web::test]
async fn nothing_but_the_fields_of_a_form_is_taken() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let browser = desk.browser();
        for extra in ["role", "is_admin", "id", "organizer_id", "token_hash"] {
            let fields = [
                ("email", "ana.lopez@example.org"),
                ("password", PHRASE),
                (extra, "0"),
            ];
            let answer = browser.posts("/organize/sign-in", &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{extra}");
            assert!(browser.cookie.borrow().is_none());
        }
        let waiting = desk.db.read(store::waiting).await.unwrap();
        assert_eq!(waiting, []);
    })
    .await;
}

#[actix_web::test]
async fn while_strangers_try_by_the_hundred_who_came_in_before_comes_in() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let mut ana = desk.ana().await;
        let known = ana.known.borrow().clone().expect("known again by it");
        assert!(!known.contains("ana"), "{known}");
        let from = |a: u8, b: u8| Source::at(IpAddr::from([198, 18 + a, b, 7]));
        let stranger = Familiar::Stranger;
        let tries = &desk.app.door.tries;
        let mut crowd = 0;
        while tries.admits("ana.lopez@example.org", from(crowd, 0), &stranger) {
            crowd += 1;
        }
        assert!(
            (99..=101).contains(&crowd),
            "{crowd}: a hundred of all the world"
        );

        let mut elsewhere = desk.browser();
        elsewhere.peer = "198.51.100.1:1";
        let refused = elsewhere.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        let nobody = elsewhere.signs_in("nobody@example.org", PHRASE).await;
        assert_eq!(
            nobody.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "that one nobody tries"
        );

        // her session is over, her browser is known wherever it is
        *ana.cookie.borrow_mut() = None;
        ana.peer = "198.51.100.2:1";
        assert!(!ana.is_in().await);
        let back = ana.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        // and where she has come in another browser of hers may, too
        let beside = desk
            .browser()
            .signs_in("ana.lopez@example.org", PHRASE)
            .await;
        assert_eq!(beside.status, StatusCode::SEE_OTHER);

        // the same for an address that is nobody's: neither tells which accounts there are
        let crowd = (0..100).filter(|try_| {
            let tries = &desk.app.door.tries;
            tries.admits("nobody@example.org", from(1, *try_), &stranger)
        });
        assert!(crowd.count() >= 99);
        let nobody = elsewhere.signs_in("nobody@example.org", PHRASE).await;
        assert_eq!(nobody.status, StatusCode::TOO_MANY_REQUESTS);
        let nobody = ana.signs_in("nobody@example.org", PHRASE).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);

        // a made-up one opens nothing, and is worth nothing in 90 days
        let forged = desk.browser();
        *forged.known.borrow_mut() = Some(format!("{known}x"));
        let mut forged = forged;
        forged.peer = "198.51.101.3:1";
        let refused = forged.signs_in("nobody@example.org", PHRASE).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        desk.later(days(91));
        let crowd = (0..100).filter(|try_| {
            let tries = &desk.app.door.tries;
            tries.admits("ana.lopez@example.org", from(2, *try_), &stranger)
        });
        assert_eq!(crowd.count(), 100);
        let late = ana.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS);
    })
    .await;
}
