//! Story: a session is where it is seen, ends when it is told to, and by itself.

use crate::support::organizer::{Browser, PHRASE};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::account::tidy;
use undersigned::base::Id;
use undersigned::base::time::{days, hours, minutes};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn signing_out_ends_it_on_the_server() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let thief = world.browser();
        *thief.cookie.borrow_mut() = ana.cookie.borrow().clone();
        let page = ana.gets("/organize/sessions").await;
        let out = ana.presses(&page, "/organize/sign-out", &[]).await;
        assert_eq!(out.location.as_deref(), Some("/organize/sign-in"));
        assert_eq!(
            out.header("clear-site-data"),
            Some("\"cache\", \"cookies\", \"storage\"")
        );
        assert!(ana.cookie.borrow().is_none());
        assert_eq!(
            thief.gets("/organize/sessions").await.status,
            StatusCode::SEE_OTHER
        );
        let posted = thief
            .presses(&page, "/organize/sessions/end-others", &[])
            .await;
        assert_eq!(posted.status, StatusCode::UNAUTHORIZED);
        let again = ana.presses(&page, "/organize/sign-out", &[]).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "out is out");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_ends_after_an_hour_of_rest_and_after_twelve_of_work() {
    on_both(|world| async move {
        world.has_ana().await;
        let idle = world.ana().await;
        world.meanwhile(minutes(61));
        assert!(!idle.is_in().await);
        let busy = world.ana().await;
        for _ in 0..14 {
            world.meanwhile(minutes(50));
            assert!(busy.is_in().await);
        }
        world.meanwhile(minutes(20));
        assert!(!busy.is_in().await, "twelve hours are over");
        let now = world.now();
        let gone = world.app().db.write(move |tx| tidy(tx, now)).await.unwrap();
        assert_eq!(gone, 2);
    })
    .await;
}

/// Where the page's buttons "Sign out" lead.
fn ends(page: &str) -> Vec<String> {
    page.split("action=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|path| path.ends_with("/end"))
        .map(str::to_owned)
        .collect()
}

async fn phone(world: &World) -> Browser {
    let mut phone = world.browser();
    phone.agent = "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36";
    phone.signs_in("ana.lopez@example.org", PHRASE).await;
    phone
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ana_sees_her_browsers_and_ends_one_and_all_others() {
    on_both(|world| async move {
        world.has_ana().await;
        let (desktop, phone, tablet) =
            (world.ana().await, phone(&world).await, phone(&world).await);
        let page = desktop.gets("/organize/sessions").await;
        for told in ["Firefox, Linux", "Chrome, Android", "This browser", "3 "] {
            assert!(page.body.contains(told), "{told} in {}", page.body);
        }
        assert_eq!(page.header("cache-control"), Some("no-store"));
        let ends = ends(&page.body);
        assert_eq!(ends.len(), 2);
        let done = desktop.presses(&page, &ends[0], &[]).await;
        assert_eq!(done.location.as_deref(), Some("/organize/sessions"));
        assert_eq!(
            desktop.presses(&page, &ends[0], &[]).await.status,
            StatusCode::NOT_FOUND
        );
        let left = [phone.is_in().await, tablet.is_in().await];
        assert_eq!(left.iter().filter(|is_in| **is_in).count(), 1);
        desktop
            .presses(&page, "/organize/sessions/end-others", &[])
            .await;
        assert!(desktop.is_in().await && !phone.is_in().await && !tablet.is_in().await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_of_another_session_changes_nothing() {
    on_both(|world| async move {
        world.has_ana().await;
        let (ana, other) = (world.ana().await, phone(&world).await);
        let foreign = other.gets("/organize/sessions").await;
        let end = "/organize/sessions/end-others";
        let unguarded = ana.posts(end, &[]).await;
        assert_eq!(unguarded.status, StatusCode::FORBIDDEN);
        let guarded = ana.presses(&foreign, end, &[]).await;
        assert_eq!(
            guarded.location.as_deref(),
            Some("/organize"),
            "to be pressed anew"
        );
        assert!(other.is_in().await);
        let page = ana.gets("/organize/sessions").await;
        let stranger = Id::<u8>::new(world.now());
        let path = format!("/organize/sessions/{stranger}/end");
        assert_eq!(
            ana.presses(&page, &path, &[]).await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn changing_the_passphrase_asks_for_the_old_one_and_ends_the_rest() {
    on_both(|world| async move {
        world.has_ana().await;
        let (ana, other) = (world.ana().await, phone(&world).await);
        let path = "/organize/passphrase";
        let page = ana.gets(path).await;
        let new = "heron waits at noon";
        let wrong = [
            ("current", "not it at all"),
            ("password", new),
            ("again", new),
        ];
        let told = ana.presses(&page, path, &wrong).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!told.body.contains(new) && other.is_in().await);
        let leaning = [
            ("current", PHRASE),
            ("password", "docket coalition"),
            ("again", "docket coalition"),
        ];
        let told = ana.presses(&page, path, &leaning).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        let before = ana.cookie.borrow().clone();
        let right = [("current", PHRASE), ("password", new), ("again", new)];
        let done = ana.presses(&page, path, &right).await;
        assert_eq!(
            done.location.as_deref(),
            Some("/organize/sessions"),
            "{}",
            done.body
        );
        // the mailbox of the account hears of it, whoever did it
        let told = world.mails().await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].header("to"), "ana.lopez@example.org");
        assert_eq!(told[0].subject(), "Your passphrase was changed");
        assert!(!told[0].source().contains(new), "{}", told[0].text());
        told[0].says("/organize/forgot");
        assert_ne!(*ana.cookie.borrow(), before, "a new session");
        assert!(ana.is_in().await && !other.is_in().await);
        let old = world
            .browser()
            .signs_in("ana.lopez@example.org", PHRASE)
            .await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn links_are_forgotten_a_day_after_they_ended() {
    on_both(|world| async move {
        world.has_ana().await;
        let asked = world
            .browser()
            .posts("/organize/forgot", &[("email", "bea@example.org")])
            .await;
        assert_eq!(asked.status, StatusCode::OK);
        for (span, expected) in [(hours(1), 0), (days(1), 1)] {
            world.meanwhile(span);
            let now = world.now();
            let gone = world.app().db.write(move |tx| tidy(tx, now)).await.unwrap();
            assert_eq!(gone, expected);
        }
    })
    .await;
}
