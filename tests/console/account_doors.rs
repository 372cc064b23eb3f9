//! Story: organizers come in by the doors that are meant for them, and by no other.

use crate::support::organizer::{PHRASE, email};
use crate::support::smtp::{At, Behaviour};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use std::net::IpAddr;
use undersigned::account::joining::add_organizer;
use undersigned::account::joining::found::OrganizationName;
use undersigned::account::{Familiar, ReturnTo};
use undersigned::base::PersonName;
use undersigned::base::time::{days, hours, minutes};
use undersigned::mail::store;
use undersigned::web::{Source, urls};

const SET_UP: [(&str, &str); 4] = [
    ("name", "Ana López"),
    ("email", "ana@example.org"),
    ("password", "heron waits at noon"),
    ("again", "heron waits at noon"),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_organizer_comes_in_by_the_printed_link_and_nobody_after() {
    on_both(|world| async move {
        let (first, second) = (world.starts().await.unwrap(), world.starts().await.unwrap());
        let (path, other) = (urls::setup(&first), urls::setup(&second));
        let ana = world.browser();
        for _ in 0..2 {
            let page = ana.gets(&path).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
        }
        let wrong = [
            ("name", ""),
            ("email", "ana@exa mple.org"),
            ("password", "Ana-1"),
        ];
        let page = ana.posts(&path, &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        for kept in ["ana@exa mple.org", "Three things to fix"] {
            assert!(page.body.contains(kept), "{kept} in {}", page.body);
        }
        assert!(!page.body.contains("Ana-1"));
        let done = ana.posts(&path, &SET_UP).await;
        let next = urls::first_organization();
        assert_eq!(done.location, Some(next), "{}", done.body);
        assert!(ana.is_in().await);
        for used in [&path, &other] {
            assert_eq!(world.browser().gets(used).await.status, StatusCode::GONE);
            assert_eq!(
                world.browser().posts(used, &SET_UP).await.status,
                StatusCode::GONE
            );
        }
        assert!(world.starts().await.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_set_up_link_works_for_an_hour() {
    on_both(|world| async move {
        let path = urls::setup(&world.starts().await.unwrap());
        world.meanwhile(hours(1));
        assert_eq!(
            world.browser().posts(&path, &SET_UP).await.status,
            StatusCode::GONE
        );
        assert!(world.starts().await.is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_address_and_a_wrong_passphrase_look_the_same() {
    on_both(|world| async move {
        world.has_ana().await;
        let browser = world.browser();
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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_in_gives_a_new_session_and_leads_on_within_this_site() {
    on_both(|world| async move {
        world.has_ana().await;
        let browser = world.browser();
        let sent = browser.gets("/organize/sessions").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let door = sent.location.unwrap();
        assert_eq!(door, "/organize/sign-in?next=/organize/sessions");
        let planted = "__Host-session=00000000000000000000000000";
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
        let old = world.browser();
        *old.cookie.borrow_mut() = Some(first);
        assert!(
            !old.is_in().await,
            "signing in again ends the session before"
        );
        assert!(ReturnTo::parse("/organize").is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_tries_and_then_a_wait() {
    on_both(|world| async move {
        world.has_ana().await;
        let stranger = world.browser();
        for _ in 0..10 {
            let answer = stranger
                .signs_in("ana.lopez@example.org", "guess guess guess")
                .await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let answer = stranger.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.header("retry-after"), Some("90"));
        let mut owner = world.browser();
        owner.source = "198.51.100.9";
        let answer = owner.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        world.meanwhile(minutes(2));
        let answer = stranger.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forgotten_passphrase_is_replaced_once() {
    on_both(|world| async move {
        world.has_ana().await;
        let before = world.ana().await;
        let ana = world.browser();
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
        let mails = world.mails().await;
        assert_eq!(mails.len(), 1, "one mail however often it is asked for");
        assert_eq!(mails[0].header("to"), "ana.lopez@example.org");
        let path = mails[0].link();
        assert!(path.starts_with("/organize/reset/"), "{path}");
        // a second link is asked for, whose mail waits for the relay
        world.meanwhile(minutes(16));
        let away = Behaviour::Says(At::Rcpt, "451 4.3.0 Not now".to_owned());
        world.smtp().switch(away);
        let ask = [("email", "ana.lopez@example.org")];
        ana.posts("/organize/forgot", &ask).await;
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
        let old = world
            .browser()
            .signs_in("ana.lopez@example.org", PHRASE)
            .await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        let new = world
            .browser()
            .signs_in("ana.lopez@example.org", "heron waits at noon")
            .await;
        assert_eq!(new.status, StatusCode::SEE_OTHER);
        // the mailbox of the account hears of it once, though it did it itself
        // and nothing of the link that waited, which helps no more
        world.smtp().switch(Behaviour::Good);
        world.mail_drains().await;
        let told = world.mails().await;
        let subjects: Vec<_> = told.iter().map(|one| one.subject().to_owned()).collect();
        assert_eq!(subjects, ["Your passphrase was changed"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reset_link_works_for_half_an_hour_and_only_for_resets() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.browser();
        ana.posts("/organize/forgot", &[("email", "ana.lopez@example.org")])
            .await;
        let path = world.mails().await[0].link();
        let as_set_up = path.replace("/organize/reset/", "/setup/");
        assert_eq!(ana.gets(&as_set_up).await.status, StatusCode::GONE);
        world.meanwhile(minutes(29));
        assert_eq!(ana.gets(&path).await.status, StatusCode::OK);
        world.meanwhile(minutes(1));
        let new = [
            ("password", "heron waits at noon"),
            ("again", "heron waits at noon"),
        ];
        assert_eq!(ana.posts(&path, &new).await.status, StatusCode::GONE);
    })
    .await;
}

async fn adds(world: &World, address: &str, organization: &str) -> String {
    let (secrets, now) = (world.app().site.secrets.clone(), world.now());
    let (email, name) = (email(address), PersonName::parse("Bea Osei").unwrap());
    let organization = OrganizationName::parse(organization).unwrap();
    let token = world
        .app()
        .db
        .write(move |tx| {
            add_organizer::add(tx, &secrets, &email, &name, (&organization, false), now)
        })
        .await
        .unwrap();
    urls::setup(&token)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_operator_adds_an_organizer_who_accepts() {
    on_both(|world| async move {
        world.has_ana().await;
        let path = adds(&world, "bea@example.org", "Docket Coalition").await;
        let mails = world.mails().await;
        assert_eq!(mails[0].link(), path, "printed and mailed is one link");
        assert_eq!(mails[0].header("to"), "bea@example.org");
        let early = world.browser().signs_in("bea@example.org", "").await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        let bea = world.browser();
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
        let path = adds(&world, "bea@example.org", "Second House").await;
        assert_eq!(world.mails().await[0].link(), path);
        let anybody = world.browser();
        assert!(anybody.gets(&path).await.body.contains("Second House"));
        let done = anybody.posts(&path, &[]).await;
        assert_eq!(done.location.as_deref(), Some("/organize/sign-in"));
        assert!(!anybody.is_in().await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_but_the_fields_of_a_form_is_taken() {
    on_both(|world| async move {
        world.has_ana().await;
        let browser = world.browser();
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
        let waiting = world.app().db.read(store::waiting).await.unwrap();
        assert_eq!(waiting, []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_strangers_try_by_the_hundred_who_came_in_before_comes_in() {
    on_both(|world| async move {
        world.has_ana().await;
        let mut ana = world.ana().await;
        let known = ana.known.borrow().clone().expect("known again by it");
        assert!(!known.contains("ana"), "{known}");
        let from = |a: u8, b: u8| Source::at(IpAddr::from([198, 18 + a, b, 7]));
        let stranger = Familiar::Stranger;
        let tries = &world.app().door.tries;
        let mut crowd = 0;
        while tries.admits("ana.lopez@example.org", from(crowd, 0), &stranger) {
            crowd += 1;
        }
        assert!(
            (99..=101).contains(&crowd),
            "{crowd}: a hundred of all the world"
        );

        let mut elsewhere = world.browser();
        elsewhere.source = "198.51.100.1";
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
        ana.source = "198.51.100.2";
        assert!(!ana.is_in().await);
        let back = ana.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER);
        // and where she has come in another browser of hers may, too
        let beside = world
            .browser()
            .signs_in("ana.lopez@example.org", PHRASE)
            .await;
        assert_eq!(beside.status, StatusCode::SEE_OTHER);

        // the same for an address that is nobody's: neither tells which accounts there are
        let crowd = (0..100).filter(|try_| {
            let tries = &world.app().door.tries;
            tries.admits("nobody@example.org", from(1, *try_), &stranger)
        });
        assert!(crowd.count() >= 99);
        let nobody = elsewhere.signs_in("nobody@example.org", PHRASE).await;
        assert_eq!(nobody.status, StatusCode::TOO_MANY_REQUESTS);
        let nobody = ana.signs_in("nobody@example.org", PHRASE).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);

        // a made-up one opens nothing, and is worth nothing in 90 days
        let forged = world.browser();
        *forged.known.borrow_mut() = Some(format!("{known}x"));
        let mut forged = forged;
        forged.source = "198.51.101.3";
        let refused = forged.signs_in("nobody@example.org", PHRASE).await;
        assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
        world.meanwhile(days(91));
        let crowd = (0..100).filter(|try_| {
            let tries = &world.app().door.tries;
            tries.admits("ana.lopez@example.org", from(2, *try_), &stranger)
        });
        assert_eq!(crowd.count(), 100);
        let late = ana.signs_in("ana.lopez@example.org", PHRASE).await;
        assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS);
    })
    .await;
}
