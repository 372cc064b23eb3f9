//! Stories of what is true of the whole site: who runs it, how signatures are checked, what visitors report about a page.

use crate::support::operator::OPERATOR;
use crate::support::page::encoded;
use crate::support::world::{World, on_both};
use undersigned::base::time::{days, minutes};
use undersigned::petition::Kind;
use undersigned::site::report::newest;

/// What a report sends.
fn report(words: &str, email: &str) -> String {
    encoded(&[("kind", "impostor"), ("words", words), ("email", email)])
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_says_who_runs_the_site_and_how_signatures_are_checked() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        for (path, status) in [
            ("/", 200),
            ("/p/open-letter", 200),
            ("/p/open-letter/signers", 200),
            ("/p/open-letter/my-signature", 200),
            ("/p/open-letter/nowhere", 404),
            ("/nowhere", 404),
            ("/organize/sign-in", 200),
            ("/trust", 200),
        ] {
            let answer = world.visitor().gets(path).await;
            assert_eq!(answer.status, status, "{path}");
            let foot = answer.page().find("footer").expect("a foot");
            for said in [
                "This site is run by Docket Commons.",
                "Each signature is confirmed by email.",
                "How signatures are checked",
                "Report this page",
                "Who runs this site",
            ] {
                assert!(foot.contains(said), "{said} on {path}: {foot}");
            }
        }
        let mut reader = world.visitor().reads("es");
        reader.goes("/imprint").await;
        reader.sees("12 Harbor Street, Calder Bay");
        reader.sees("Quién administra este sitio");
        reader.follows("Cómo se comprueban las firmas").await;
        reader.sees("Sin rastreo");
        assert_eq!(reader.path(), "/es/trust");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_is_mailed_to_the_operator_and_forgotten_after_half_a_year() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let mut reader = world.visitor();
        reader.goes("/en/p/open-letter").await;
        reader.follows("Report this page").await;
        assert_eq!(reader.path(), "/en/p/open-letter/report");
        reader.presses("Send the report").await;
        assert_eq!(reader.status(), 422);
        reader
            .sees("Choose what is wrong")
            .sees("Say in a sentence");
        let words = "The second organization never agreed.";
        let sent = reader
            .posts(
                "/en/p/open-letter/report",
                report(words, "Reader@example.org"),
            )
            .await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        reader.goes(sent.header("location")).await;
        reader.sees("Thank you for telling us");
        let mail = world.mail(OPERATOR).await;
        mail.says(words)
            .says("pretends to be somebody else")
            .says("They want an answer at Reader@example.org.");
        assert!(mail.subject().starts_with("Report about a page: "));
        assert_eq!(kept(&world).await, 1);
        let listed = world.read(|conn| newest(conn, 10)).await;
        assert_eq!(listed[0].words.as_str(), words);
        assert_eq!(listed[0].complaint.as_str(), "impostor");
        world.later(days(181)).await;
        assert_eq!(kept(&world).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_typed_stays_and_one_source_reports_five_times() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let reader = world.visitor();
        let path = "/en/report";
        let wrong = reader
            .posts(path, report("It asks for my password <b>", "no address"))
            .await;
        assert_eq!(wrong.status, 422);
        let page = wrong.page();
        assert_eq!(
            page.find("textarea").as_deref(),
            Some("It asks for my password <b>")
        );
        assert_eq!(
            page.attribute("#email", "value").as_deref(),
            Some("no address")
        );
        let long = "x".repeat(2_001);
        assert_eq!(reader.posts(path, report(&long, "")).await.status, 422);
        let unknown = encoded(&[("kind", "boring"), ("words", "x"), ("email", "")]);
        assert_eq!(reader.posts(path, unknown).await.status, 422);
        assert_eq!(kept(&world).await, 0);
        for _ in 0..5 {
            assert_eq!(reader.posts(path, report("spam", "")).await.status, 303);
        }
        assert_eq!(reader.posts(path, report("spam", "")).await.status, 429);
        world.meanwhile(minutes(10));
        assert_eq!(reader.posts(path, report("spam", "")).await.status, 303);
        assert_eq!(kept(&world).await, 6);
        for _ in 0..6 {
            world
                .mail(OPERATOR)
                .await
                .says("spam")
                .says("They left no address.");
        }
    })
    .await;
}

async fn kept(world: &World) -> i64 {
    use diesel::prelude::*;
    use undersigned::db::schema::page_reports::dsl::page_reports;
    world
        .read(|conn| Ok(page_reports.count().get_result(conn)?))
        .await
}
