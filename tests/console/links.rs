//! Story: organizers give a table or a newsletter a link of its own, and read what it brought: how often it was opened, how many forms
//! came by it, how many were confirmed, and how many count now.

use crate::support::page::encoded;
use crate::support::petitions::rewrite;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::account::model::Role;
use undersigned::base::Time;
use undersigned::base::time::{days, minutes};
use undersigned::petition::source::model::SOURCES;
use undersigned::petition::source::{SourceCode, store};
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

/// Makes a link of this name, and of this code if there is one.
async fn makes(owner: &mut Visitor, petition: &Petition, name: &str, code: &str) {
    owner.goes(&urls::links(petition.id)).await;
    owner.types("name", name).types("code", code);
    owner.presses("Make the link").await;
}

/// What the list says of each link, in its order.
async fn listed(owner: &mut Visitor, petition: &Petition) -> Vec<String> {
    owner.goes(&urls::links(petition.id)).await;
    let page = owner.answer().page();
    let (names, cells) = (
        page.all("table.num th[scope=row]"),
        page.all("table.num td"),
    );
    let lines = names.iter().zip(cells.chunks(4));
    lines
        .map(|(name, cells)| format!("{name} {}", cells.join(" ")))
        .collect()
}

/// Comes by this code, signs and confirms.
async fn comes(world: &World, slug: &str, code: &str, email: &str) -> Visitor {
    let mut sam = world.visitor();
    sam.goes(&format!("/en/p/{slug}?via={code}")).await;
    sam.fills_in("Sam", email);
    let button = sam.sign_button();
    sam.presses(&button).await;
    sam.opens_mail().await.presses("Confirm my signature").await;
    sam
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_tells_what_it_brought() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world
            .petition_with(Kind::Petition, |plan| {
                plan.organization = "Another".to_owned();
            })
            .await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.follows("Links").await;
        owner.sees("There is no link yet");
        makes(&mut owner, &letter, "Harlow <table>", "").await;
        assert!(owner.path().ends_with("saved=true"), "{}", owner.text());
        let lines = listed(&mut owner, &letter).await;
        assert_eq!(lines, ["Harlow <table> harlow-table 0 0 0 0"]);

        owner
            .goes(&urls::source_link(letter.id, "harlow-table"))
            .await;
        let code = owner.answer().page().attribute("a[download]", "href");
        let code = owner.gets(&code.expect("its code as a picture")).await;
        assert_eq!(code.status, 200);
        assert!(code.body.starts_with("<svg"), "{}", code.body);

        // opened twice, once in capitals; its header alone, and another petition's page, are none
        let reader = world.visitor();
        reader.gets("/en/p/open-letter?via=harlow-table").await;
        reader
            .asks(reqwest::Method::HEAD, "/en/p/open-letter?via=harlow-table")
            .send()
            .await
            .expect("an answer");
        reader.gets("/en/p/free-records?via=harlow-table").await;
        reader.gets("/en/p/open-letter?via=nobodys").await;
        // who is led to their language is counted where they arrive
        let spanish = world.visitor().reads("es");
        let led = spanish.gets("/p/open-letter?via=harlow-table").await;
        assert_eq!(led.status, 302);
        let sam = comes(&world, "open-letter", "HARLOW-Table", "sam@example.org").await;
        assert_eq!(sam.status(), 200);
        // a form whose mailbox never answers
        let mut kim = world.visitor();
        kim.goes("/en/p/free-records?via=harlow-table").await;
        kim.fills_in("Kim", "kim@example.org");
        let button = kim.sign_button();
        kim.presses(&button).await;
        kim.reads_mail().await;
        world.looks().await;
        let lines = listed(&mut owner, &letter).await;
        assert_eq!(lines, ["Harlow <table> harlow-table 2 1 1 1"]);
        let id = other.id;
        let elsewhere = world.read(move |conn| store::totals(conn, id)).await;
        assert!(
            elsewhere.is_empty(),
            "another petition's code counts nothing"
        );
        // the overview knows it by its name
        owner.goes(&urls::overview(letter.id)).await;
        owner.sees("Harlow <table>");

        // its own page: the link, the days, and what was withdrawn counts no more
        owner
            .goes(&urls::source_link(letter.id, "harlow-table"))
            .await;
        let page = owner.answer().page();
        let link = page.attribute("input#link", "value").expect("a link");
        assert!(link.ends_with("/p/open-letter?via=harlow-table"), "{link}");
        owner.sees("November 21, 2026 2 1 1");
        let mut sam = sam;
        sam.follows("Withdraw my signature").await;
        sam.presses("Withdraw my signature").await;
        sam.reads_mail().await;
        let lines = listed(&mut owner, &letter).await;
        assert_eq!(lines, ["Harlow <table> harlow-table 2 1 1 0"]);
    })
    .await;
}

/// The day is that of the petition, and a form that is sent again is one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn days_are_those_of_the_petition_and_a_mended_form_is_one() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        makes(&mut owner, &letter, "Poster", "poster").await;
        // the 24th begins at five in London where the petition is
        let day = Time::parse("2026-11-24T04:59:00Z").unwrap();
        world.later(day.since(world.now())).await;
        let mut sam = world.visitor();
        for name in ["Sam", "Samuel"] {
            sam.goes("/en/p/open-letter?via=poster").await;
            sam.fills_in(name, "sam@example.org");
            let button = sam.sign_button();
            sam.presses(&button).await;
        }
        world.looks().await;
        world.meanwhile(minutes(2));
        sam.opens_mail().await.presses("Confirm my signature").await;
        world.looks().await;
        let (id, code) = (letter.id, SourceCode::parse("poster").unwrap());
        let days = world.read(move |conn| store::days(conn, id, &code)).await;
        let told: Vec<_> = days
            .iter()
            .map(|(day, n)| (day.to_string(), n.opened, n.sent, n.confirmed))
            .collect();
        assert_eq!(
            told,
            [
                ("2026-11-23".to_owned(), 2, 1, 0),
                ("2026-11-24".to_owned(), 0, 0, 1)
            ]
        );
        world.mail_drains().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let long = "x".repeat(10_000);
        for (name, code, field, said) in [
            ("", "poster", "name", "Enter a name"),
            (long.as_str(), "poster", "name", "Shorten this line"),
            ("See https://example.org", "", "name", "address"),
            ("a\u{202e}b", "", "name", "character"),
            ("Poster", "a b", "code", "Use 1 to 40"),
            ("Poster", "ñandú", "code", "Use 1 to 40"),
            ("Poster", long.as_str(), "code", "Use 1 to 40"),
            ("Poster", "2abcdefghj", "code", "Choose another code"),
        ] {
            makes(&mut owner, &letter, name, code).await;
            assert_eq!(owner.status(), 422, "{name} {code}");
            let page = owner.answer().page();
            let wrong = page.errors();
            assert_eq!(wrong.len(), 1, "{wrong:?}");
            assert_eq!(wrong[0].0, field);
            assert!(wrong[0].1.contains(said), "{wrong:?}");
            let kept = |css: &str| page.attribute(css, "value").unwrap_or_default();
            assert_eq!(kept("#name"), name, "kept whole");
            assert_eq!(kept("#code"), code, "kept whole");
        }
        // capitals are small letters; what is taken is said, and a code of our making gets a number
        makes(&mut owner, &letter, "Poster", "POSTER").await;
        makes(&mut owner, &letter, "Another", "Poster").await;
        assert_eq!(owner.status(), 422);
        owner.sees("Another link or partner of this petition has this code");
        makes(&mut owner, &letter, "Poster", "").await;
        makes(&mut owner, &letter, "ملصق", "").await;
        let lines = listed(&mut owner, &letter).await;
        assert_eq!(
            lines,
            [
                "ملصق link 0 0 0 0",
                "Poster poster-2 0 0 0 0",
                "Poster poster 0 0 0 0"
            ]
        );
        let forged = owner.would_send("Make the link").with("kind", "1");
        owner.sends(forged).await;
        assert_eq!(owner.status(), 422, "no other field");

        // renamed, put away, deleted: only one that brought nobody
        owner.goes(&urls::source_link(letter.id, "poster")).await;
        owner.types("name", "Poster in the hall");
        owner.presses("Save").await;
        owner.sees("Poster in the hall");
        comes(&world, "open-letter", "poster", "sam@example.org").await;
        owner.goes(&urls::source_link(letter.id, "poster")).await;
        assert!(
            !owner
                .answer()
                .page()
                .buttons()
                .contains(&"Delete".to_owned())
        );
        let moves = urls::source_state(letter.id, "poster");
        let guard = owner
            .answer()
            .page()
            .attribute("input[name=guard]", "value");
        let guard = guard.expect("a guard");
        let body = |to: &str| encoded(&[("guard", guard.as_str()), ("to", to)]);
        assert_eq!(owner.posts(&moves, body("delete")).await.status, 409);
        assert_eq!(owner.posts(&moves, body("sell")).await.status, 422);
        owner.presses("Put away").await;
        world.looks().await;
        let mut kim = comes(&world, "open-letter", "poster", "kim@example.org").await;
        kim.goes("/").await;
        world.looks().await;
        let lines = listed(&mut owner, &letter).await;
        let last = lines.last().expect("it is there");
        assert_eq!(last, "Poster in the hall poster Paused 2 2 2 2");
        owner.goes(&urls::source_link(letter.id, "poster-2")).await;
        owner.presses("Delete").await;
        let lines = listed(&mut owner, &letter).await;
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert_eq!(
            owner
                .gets(&urls::source_link(letter.id, "poster-2"))
                .await
                .status,
            404
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_at_once_two_instances_and_those_who_may_not() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let mut editor = world.organizer(&letter, Role::Editor).await;
        // the same code at the same moment: one is made, the other hears of it
        for visitor in [&mut owner, &mut editor] {
            visitor.goes(&urls::links(letter.id)).await;
            visitor.types("name", "Table").types("code", "table");
        }
        let ours = owner.would_send("Make the link");
        let theirs = editor.would_send("Make the link");
        tokio::join!(owner.sends(ours), editor.sends(theirs));
        let mut both = [owner.status(), editor.status()];
        both.sort_unstable();
        assert_eq!(both, [200, 422]);
        assert_eq!(listed(&mut owner, &letter).await.len(), 1);

        // two who rename it: the second hears of it, and the next press decides
        let here = urls::source_link(letter.id, "table");
        editor.goes(&here).await;
        owner.goes(&here).await;
        owner.types("name", "Ours").presses("Save").await;
        editor.types("name", "Theirs").presses("Save").await;
        assert_eq!(editor.status(), 409);
        let kept = editor.answer().page().attribute("#name", "value");
        assert_eq!(kept.as_deref(), Some("Theirs"));
        editor.presses("Save").await;
        assert_eq!(editor.status(), 200);

        // another instance counts what comes to it, and both add up
        let other = world.another_instance().await;
        for n in 0..3 {
            let far = world.visitor().through(other);
            far.gets(&format!("/en/p/open-letter?via=table&n={n}"))
                .await;
            let near = world.visitor();
            near.gets("/en/p/open-letter?via=table").await;
        }
        let mut kim = world.visitor().through(other);
        kim.goes("/en/p/open-letter?via=table").await;
        kim.fills_in("Kim", "kim@example.org");
        let button = kim.sign_button();
        kim.presses(&button).await;
        kim.opens_mail().await.presses("Confirm my signature").await;
        world.looks().await;
        let id = letter.id;
        world
            .until("both are written down", async || {
                let totals = world.read(move |conn| store::totals(conn, id)).await;
                let table = totals.get("table").copied().unwrap_or_default();
                (table.opened, table.sent, table.confirmed) == (7, 1, 1)
            })
            .await;
        // a link that is made here is known there, and one that is deleted is forgotten
        makes(&mut owner, &letter, "Late", "late").await;
        world
            .until("the other counts it", async || {
                let far = world.visitor().through(other);
                far.gets("/en/p/open-letter?via=late").await;
                let totals = world.read(move |conn| store::totals(conn, id)).await;
                totals.get("late").is_some_and(|late| late.opened > 0)
            })
            .await;

        let stranger = world
            .petition_with(Kind::Pledge, |plan| {
                plan.organization = "Strangers".to_owned();
            })
            .await;
        for path in [
            urls::links(stranger.id),
            urls::source_link(stranger.id, "table"),
            urls::source_link(letter.id, "nobodys"),
            urls::source_link(letter.id, "a%20b"),
            urls::partner(letter.id, "table"),
        ] {
            assert_eq!(owner.gets(&path).await.status, 404, "{path}");
        }
        let mut moderator = world.organizer(&letter, Role::Moderator).await;
        moderator.goes(&urls::links(letter.id)).await;
        assert_eq!(moderator.status(), 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_are_taken_and_high_risk_deletes_them() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        for n in 1..=SOURCES {
            owner.goes(&urls::links(letter.id)).await;
            let sending = owner.would_send("Make the link");
            let sending = sending.with("name", "Table").with("code", &format!("t{n}"));
            let sent = owner.posts(&urls::links(letter.id), sending.body()).await;
            assert_eq!(sent.status, 303, "{n}");
        }
        makes(&mut owner, &letter, "One too many", "").await;
        assert_eq!(owner.status(), 422);
        owner.sees("There can be 200 links and partners at most");

        comes(&world, "open-letter", "t7", "sam@example.org").await;
        world.looks().await;
        let id = letter.id;
        let now = world.now();
        let mut danger = letter.clone();
        danger.settings.high_risk = true;
        world.write(move |tx| rewrite(tx, &mut danger, now)).await;
        world.looks().await;
        let before = world.read(move |conn| store::totals(conn, id)).await;
        world.visitor().gets("/en/p/open-letter?via=t7").await;
        world.looks().await;
        let after = world.read(move |conn| store::totals(conn, id)).await;
        assert_eq!(after, before, "nothing is counted any more");
        for path in [urls::links(id), urls::partners(id), urls::new_partner(id)] {
            assert_eq!(owner.gets(&path).await.status, 404, "{path}");
        }
        owner.goes(&urls::overview(id)).await;
        owner.sees_no("Links");
        owner.sees_no("Partners");
        world.later(minutes(1)).await;
        let left = world.read(move |conn| store::has_any(conn, id)).await;
        assert!(!left, "and what was there is deleted");
        world.later(days(1)).await;
    })
    .await;
}
