//! Story: a session is where it is seen, ends when it is told to, and by itself.

use crate::support::desk::{Browser, Desk, PHRASE};
use crate::support::on_both;
use actix_web::http::StatusCode;
use undersigned::account::tidy;
use undersigned::base::Id;
use undersigned::base::time::{days, hours, minutes};

#[actix_web::test]
async fn signing_out_ends_it_on_the_server() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let ana = desk.ana().await;
        let thief = desk.browser();
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

#[actix_web::test]
async fn a_session_ends_after_an_hour_of_rest_and_after_twelve_of_work() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let idle = desk.ana().await;
        desk.later(minutes(61));
        assert!(!idle.is_in().await);
        let busy = desk.ana().await;
        for _ in 0..14 {
            desk.later(minutes(50));
            assert!(busy.is_in().await);
        }
        desk.later(minutes(20));
        assert!(!busy.is_in().await, "twelve hours are over");
        let now = desk.app.site.clock.now();
        let gone = desk.db.write(move |tx| tidy(tx, now)).await.unwrap();
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

async fn phone(desk: &Desk) -> Browser {
    let mut phone = desk.browser();
    phone.agent = "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36";
    phone.signs_in("ana.lopez@example.org", PHRASE).await;
    phone
}

#[actix_web::test]
async fn ana_sees_her_browsers_and_ends_one_and_all_others() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let (desktop, phone, tablet) = (desk.ana().await, phone(&desk).await, phone(&desk).await);
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

#[actix_web::test]
async fn a_form_of_another_session_changes_nothing() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let (ana, other) = (desk.ana().await, phone(&desk).await);
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
        let stranger = Id::<u8>::new(desk.app.site.clock.now());
        let path = format!("/organize/sessions/{stranger}/end");
        assert_eq!(
            ana.presses(&page, &path, &[]).await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[actix_web::test]
async fn changing_the_passphrase_asks_for_the_old_one_and_ends_the_rest() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let (ana, other) = (desk.ana().await, phone(&desk).await);
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
        let told = desk.letters().await;
        let letter = told[0].as_ref().expect("a letter");
        assert_eq!(told.len(), 1);
        assert_eq!(letter.to.as_str(), "ana.lopez@example.org");
        assert_eq!(letter.subject, "Your passphrase was changed");
        assert!(!letter.text.contains(new), "{}", letter.text);
        assert!(letter.text.contains("/organize/forgot"), "{}", letter.text);
        assert_ne!(*ana.cookie.borrow(), before, "a new session");
        assert!(ana.is_in().await && !other.is_in().await);
        let old = desk
            .browser()
            .signs_in("ana.lopez@example.org", PHRASE)
            .await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[actix_web::test]
async fn links_are_forgotten_a_day_after_they_ended() {
    on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let asked = desk
            .browser()
            .posts("/organize/forgot", &[("email", "bea@example.org")])
            .await;
        assert_eq!(asked.status, StatusCode::OK);
        for (span, expected) in [(hours(1), 0), (days(1), 1)] {
            desk.later(span);
            let now = desk.app.site.clock.now();
            let gone = desk.db.write(move |tx| tidy(tx, now)).await.unwrap();
            assert_eq!(gone, expected);
        }
    })
    .await;
}
