//! Story: whoever runs the site reads what visitors report about pages, and notes what was dealt with.

use super::operator_pages::{operator, reads, text};
use crate::support::organizer::{Answer, Browser};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::time::{days, minutes};
use undersigned::petition::Kind;
use undersigned::site::report::read_newest;

const REPORTS: &str = "/organize/operator/reports";

/// Somebody reports a page; the mail about it is read.
async fn reports(world: &World, path: &str, words: &str, email: &str) {
    let reader = world.visitor();
    let body =
        crate::support::page::encoded(&[("kind", "impostor"), ("words", words), ("email", email)]);
    assert_eq!(reader.posts(path, body).await.status, 303);
    world.mails().await;
    world.meanwhile(minutes(1));
}

/// The key of the newest report on a page.
fn newest(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("id=\"r-").expect("a report");
    rest.split('"').next().unwrap().to_owned()
}

async fn notes(ola: &Browser, id: &str, fields: &[(&str, &str)]) -> Answer {
    let page = reads(ola, REPORTS).await;
    ola.presses(&page, &format!("{REPORTS}/{id}"), fields).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reports_are_read_and_dealt_with() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        let none = text(&reads(&ola, REPORTS).await);
        assert!(
            none.contains("Nobody has reported a page within half a year."),
            "{none}"
        );
        let letter = world.petition(Kind::Letter).await;
        let path = format!("/en/p/{}/report", letter.slug);
        reports(
            &world,
            &path,
            "Not ours.\n<b>Ask us.</b>",
            "desk@example.org",
        )
        .await;
        reports(&world, "/en/report", "A broken page.", "").await;

        let page = reads(&ola, REPORTS).await;
        let told = text(&page);
        for shown in [
            "2 reports wait for you.",
            "It pretends to be somebody else",
            "About a page of the site that is no petition’s",
            "They want an answer at desk@example.org",
            "They left no address.",
            "<b>Ask us.</b>",
        ] {
            assert!(told.contains(shown), "{shown} in {told}");
        }
        assert!(
            told.find("A broken page.") < told.find("Not ours."),
            "the newest first"
        );
        assert!(
            page.body
                .contains(&format!("href=\"/en/p/{}\"", letter.slug))
        );

        let id = newest(&page);
        let dealt = notes(
            &ola,
            &id,
            &[
                ("state", "dealt"),
                ("note", "Mended in 0.2 <i>"),
                ("after", ""),
            ],
        )
        .await;
        assert_eq!(dealt.status, StatusCode::SEE_OTHER, "{}", dealt.body);
        assert_eq!(dealt.location, Some(format!("{REPORTS}#r-{id}")));
        let when = world.now();
        world.meanwhile(minutes(5));
        // pressed again it stays as it was, but for the note
        notes(&ola, &id, &[("state", "dealt"), ("note", "Mended.")]).await;
        let all = world.read(|conn| read_newest(conn, None, 10)).await;
        assert_eq!(all[0].dealt_at, Some(when));
        assert_eq!((all[0].note.as_str(), all[1].dealt_at), ("Mended.", None));
        let told = text(&reads(&ola, REPORTS).await);
        assert!(told.contains("1 report waits for you."), "{told}");
        assert!(
            told.contains("Dealt with on") && told.contains("Mended."),
            "{told}"
        );
        notes(&ola, &id, &[("state", "open"), ("note", "")]).await;
        let told = text(&reads(&ola, REPORTS).await);
        assert!(told.contains("2 reports wait for you.") && !told.contains("Mended."));

        // nothing else gets in
        let long = "x".repeat(501);
        for (fields, status) in [
            (vec![("state", "dealt"), ("note", &*long)], 422),
            (vec![("state", "gone")], 422),
            (vec![("state", "dealt"), ("dealt_at", "1")], 422),
        ] {
            let answer = notes(&ola, &id, &fields).await;
            assert_eq!(answer.status.as_u16(), status, "{fields:?}");
        }
        let nobody = "0193b3a5-0000-7000-8000-000000000000";
        assert_eq!(notes(&ola, nobody, &[("state", "dealt")]).await.status, 404);
        let all = world.read(|conn| read_newest(conn, None, 10)).await;
        assert!(all.iter().all(|one| one.dealt_at.is_none()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_reports_are_turned_by_key_and_go_after_half_a_year() {
    on_both(|world| async move {
        let ola = operator(&world).await;
        for n in 0..22 {
            reports(&world, "/en/report", &format!("Fault {n:02}."), "").await;
        }
        let first = reads(&ola, REPORTS).await;
        assert!(first.body.contains("Fault 21.") && first.body.contains("Fault 02."));
        assert!(!first.body.contains("Fault 01."));
        let (_, next) = first
            .body
            .split_once("rel=\"next\" href=\"")
            .expect("a next page");
        let next = next.split('"').next().unwrap().to_owned();
        let second = reads(&ola, &next).await;
        assert!(second.body.contains("Fault 01.") && !second.body.contains("Fault 02."));
        // whoever deals with one stays where it was read
        let id = newest(&second);
        let after = next.split_once("after=").unwrap().1;
        let fields = [("state", "dealt"), ("note", ""), ("after", after)];
        let dealt = ola
            .presses(&second, &format!("{REPORTS}/{id}"), &fields)
            .await;
        assert_eq!(dealt.location, Some(format!("{next}#r-{id}")));
        world.later(days(181)).await;
        assert_eq!(
            world.read(|conn| read_newest(conn, None, 99)).await.len(),
            0
        );
    })
    .await;
}
