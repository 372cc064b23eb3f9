//! Story: a petition says until when it keeps the details of those who signed, and keeps its word: not a day less, not a
//! day more. What is left is the number.

use crate::console_petitions::{begins, filled, publishes};
use crate::support::desk::{Answer, Desk};
use crate::support::signers::{petition, sign, signer};
use crate::support::upload::{shown, talkative_png};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::account::model::Role;
use undersigned::base::Time;
use undersigned::base::time::{days, minutes};
use undersigned::petition::forgetting_store::{self, Forgetting};
use undersigned::petition::{Asked, KeepsFor, Kind, Petition, State};
use undersigned::signature::{Signer, State as Signed};
use undersigned::tally::Counts;
use undersigned::web::urls;

/// Words that stand nowhere else: those of the signer, of whoever signs for an organization, of others.
const CANARIES: [&str; 10] = [
    "zwetschgenkanarie",
    "papageientaucher",
    "kormoranrolle",
    "austernfischerinstitut",
    "regenpfeiferstadt",
    "nachtigallgrund",
    "paz contreras",
    "@puente.example.org",
    "wiedehopfherr",
    "eisvogelfrau",
];

/// What came with the signer and counts whoever came by it.
const SOURCE: &str = "schnepfenquelle";

fn left(all: &str) -> Vec<&'static str> {
    let there = CANARIES.into_iter().chain([SOURCE]);
    there.filter(|one| all.contains(one)).collect()
}

async fn until(world: &World, moment: &str) {
    let moment = Time::parse(moment).unwrap();
    world.later(moment.since(world.now())).await;
}

async fn forgetting(world: &World, petition: &Petition) -> Option<Forgetting> {
    let id = petition.id;
    world
        .read(move |conn| forgetting_store::find(conn, id))
        .await
}

fn with<'a>(page: &'a Answer, keeps: &'a str) -> Vec<(&'static str, &'a str)> {
    let mut fields = filled(page, "Make them free.");
    fields.push(("keeps_for", keeps));
    fields
}

fn others(many: usize) -> Vec<Signer> {
    (0..many)
        .map(|n| signer(&format!("Eisvogelfrau {n}")))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn to_the_day() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.settings.place = Asked::Optional;
                plan.closes_in = Some(days(10));
            })
            .await;
        let open = world
            .petition_with(Kind::Pledge, |plan| {
                plan.settings.keeps_for = KeepsFor::from(1)
            })
            .await;
        let mut kim = world.visitor();
        kim.opens(&open).await;
        kim.sees("Open Docket Coalition keeps your details until one month after this closes.");
        kim.signs(&open, "Kim Okafor", "kim@example.org").await;
        kim.opens_mail().await.presses("Count my signature").await;
        kim.follows("See or change everything held about me").await;
        kim.sees("one month after this closes");
        let kims = kim.path().to_owned();

        let [name, local, role, affiliation, place, why, ..] = CANARIES;
        let mut sam = world.visitor();
        sam.opens(&letter).await;
        sam.sees("Open Docket Coalition keeps your details until June 1, 2027.");
        sam.fills_in(name, &format!("{local}@example.org"));
        sam.types("role", role).types("affiliation", affiliation);
        sam.types("place", place).types("via", SOURCE);
        sam.chooses(
            "Show my name, and what I gave beside it, publicly and in the delivered letter",
        );
        sam.presses("Sign the letter").await;
        sam.opens_mail().await.presses("Count my signature").await;
        let confirmed = sam.path().to_owned();
        sam.types("reason", why).presses("Send my reason").await;
        sam.opens_link().await;
        sam.follows("See or change everything held about me").await;
        sam.sees("Your details are kept until").sees("June 1, 2027");
        let own = sam.path().to_owned();
        let data = sam.gets(&format!("{own}/data.json")).await.json();
        assert_eq!(data["petition"]["details_kept_until"], "2027-06-01");
        assert_eq!(data["petition"]["details_kept_for_months"], 6);

        // one has erased the details before and is counted on, one has taken everything back
        for choice in ["Erase my details but keep me counted", "Erase everything"] {
            let mut one = world.visitor();
            let email = format!("one{}@example.org", choice.len());
            one.signs(&letter, "Lee", &email).await;
            one.opens_mail().await.presses("Count my signature").await;
            one.follows("See or change everything held about me").await;
            let path = one.path().to_owned();
            one.goes(&format!("{path}/erase"))
                .await
                .presses(choice)
                .await;
            let _ = one.reads_mail().await;
        }
        // more than one step holds, and some who do not count
        let (db, at) = (&world.app().db, world.now());
        sign(db, letter.id, Signed::Counted, others(300), at).await;
        let (held, removed) = (
            vec![signer("Wiedehopfherr A")],
            vec![signer("Wiedehopfherr B")],
        );
        sign(db, letter.id, Signed::Held, held, at).await;
        sign(db, letter.id, Signed::Removed, removed, at).await;
        let (mut paz, mut reader) = shown(
            &world,
            &letter,
            "Puente Claro",
            Some(&talkative_png(40, 20)),
        )
        .await;
        let mut other = world.visitor();
        other.goes("/en/p/open-letter/organizations/sign").await;
        other.sees("keeps your details until June 1, 2027");
        reader.goes(&urls::overview(letter.id)).await;
        reader.sees("Details are kept until June 1, 2027.");
        reader.sees_no("Export the list before that");
        let before = Counts {
            counted: 302,
            held: 1,
            withdrawn: 1,
            removed: 1,
        };
        world.looks().await;
        assert_eq!(world.tally(&letter).await, before);

        let mut anybody = world.visitor();
        let privacy = "/en/p/open-letter/privacy";
        anybody
            .goes(privacy)
            .await
            .sees("are kept until June 1, 2027, 6 months after the last day to sign");
        anybody.goes("/es/p/open-letter/privacy").await;
        anybody.sees("se conservan hasta el 1 de junio de 2027, 6 meses después");
        anybody.goes("/en/p/our-pledge/privacy").await;
        anybody.sees("until one month after this closes");

        // closed, and kept to the last minute of the day in New York
        until(&world, "2027-05-19T03:00:00Z").await;
        anybody
            .goes(privacy)
            .await
            .sees("This is closed.")
            .sees("June 1, 2027");
        let mut early = world.organizer(&letter, Role::Analyst).await;
        early.goes(&urls::overview(letter.id)).await;
        early
            .sees("November")
            .sees("Details are kept until June 1, 2027.");
        until(&world, "2027-05-20T04:00:00Z").await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.sees("Everything that says who signed is deleted after June 1, 2027.");
        until(&world, "2027-06-02T03:59:59Z").await;
        let all = world.dump().await;
        assert_eq!(left(&all).len(), CANARIES.len() + 1, "not a day earlier");
        assert_eq!(world.visitor().gets(&own).await.status, 200);
        anybody
            .goes("/en/p/open-letter/signers?q=zwetschgenkanarie")
            .await;
        anybody.sees(name);
        assert_eq!(forgetting(&world, &letter).await, None);

        world.later(minutes(1)).await;
        assert_eq!(left(&world.dump().await), [SOURCE]);
        let done = Forgetting {
            signatures: 304,
            organizations: 1,
            done_at: Some(world.now()),
        };
        assert_eq!(forgetting(&world, &letter).await, Some(done));
        assert_eq!(world.tally(&letter).await, before, "the number stays");
        assert_eq!(world.counted(&letter).await, before.counted);
        for (path, status) in [
            ("/en/p/open-letter", 200),
            ("/en/p/open-letter/signers", 200),
            ("/en/p/open-letter/signers?q=harlow", 200),
            ("/p/open-letter.json", 200),
            ("/p/open-letter/feed.atom", 200),
            (own.as_str(), 410),
            (confirmed.as_str(), 410),
        ] {
            let answer = world.visitor().gets(path).await;
            assert_eq!(answer.status, status, "{path}");
            assert_eq!(left(&answer.body.to_lowercase()), [""; 0], "{path}");
        }
        anybody
            .goes("/en/p/open-letter/signers")
            .await
            .sees("Puente Claro");
        // whoever signed for the organization can still take its name back
        let link = paz.path().to_owned();
        paz.goes(&link).await;
        paz.sees("Puente Claro").sees_no("Paz Contreras");
        paz.follows("Withdraw it").await;
        paz.presses("Withdraw and delete").await;
        anybody.goes("/en/p/open-letter/signers").await;
        anybody.sees_no("Puente Claro");
        let mut exporter = world.organizer(&letter, Role::Exporter).await;
        exporter.goes(&urls::overview(letter.id)).await;
        exporter.sees("The details of 304 signatures were deleted on June 2, 2027, as promised.");
        exporter.sees_no("Export the list before that");

        // what is still open loses nothing, however long
        world.later(days(400)).await;
        world.visitor().goes(&kims).await.sees("kim@example.org");
        assert_eq!(forgetting(&world, &open).await, None);
        assert_eq!(forgetting(&world, &letter).await, Some(done), "done once");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn by_several_at_once_and_once_only() {
    on_both(|world| async move {
        let months = |months| KeepsFor::from(months);
        let closed = world
            .petition_with(Kind::Letter, |plan| plan.state = State::Closed)
            .await;
        let removed = world
            .petition_with(Kind::Petition, |plan| {
                plan.state = State::Removed;
                plan.settings.keeps_for = months(3);
            })
            .await;
        let paused = world
            .petition_with(Kind::Pledge, |plan| {
                plan.state = State::Paused;
                plan.settings.keeps_for = months(1);
            })
            .await;
        let (db, at) = (&world.app().db, world.now());
        sign(db, closed.id, Signed::Counted, others(600), at).await;
        sign(
            db,
            removed.id,
            Signed::Counted,
            vec![signer("Wiedehopfherr")],
            at,
        )
        .await;
        sign(
            db,
            paused.id,
            Signed::Counted,
            vec![signer("Regenpfeiferstadt")],
            at,
        )
        .await;
        world.later(days(100)).await;
        let there = |all: String| left(&all);
        assert_eq!(
            there(world.dump().await),
            ["regenpfeiferstadt", "eisvogelfrau"]
        );
        world.meanwhile(days(100));
        tokio::join!(world.forgets(), world.forgets(), world.forgets());
        let done = Forgetting {
            signatures: 600,
            organizations: 0,
            done_at: Some(world.now()),
        };
        assert_eq!(
            forgetting(&world, &closed).await,
            Some(done),
            "each counted once"
        );
        world.later(minutes(1)).await;
        assert_eq!(there(world.dump().await), ["regenpfeiferstadt"]);
        assert_eq!(world.tally(&closed).await.counted, 600);
        assert_eq!(forgetting(&world, &paused).await, None);
    })
    .await;
}

#[actix_web::test]
async fn and_is_not_made_longer_behind_anybodys_back() {
    crate::support::on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let ana = desk.ana().await;
        let id = begins(&desk, &ana).await;
        let edit = urls::edit_petition(id);
        let slug = crate::console_petitions::SLUG;
        let months = async || petition(&desk.db, slug).await.settings.keeps_for.months();
        assert_eq!(months().await, 6, "there always is a day");
        for wrong in ["", "0", "25", "for ever", "<b>6</b>"] {
            let page = ana.gets(&edit).await;
            let again = ana.presses(&page, &edit, &with(&page, wrong)).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            let shown = wrong.replace('<', "&#60;").replace('>', "&#62;");
            let value = format!("name=\"keeps_for\" type=\"text\" value=\"{shown}\"");
            for kept in [
                "Enter a whole number of months from 1 to 24",
                "Make them free.",
                &value,
            ] {
                assert!(again.body.contains(kept), "{kept} in {}", again.body);
            }
        }
        let page = ana.gets(&edit).await;
        assert!(
            page.body
                .contains("it can only be shortened once this is published")
        );
        let longer = ana.presses(&page, &edit, &with(&page, "9")).await;
        assert_eq!(longer.status, StatusCode::SEE_OTHER, "{}", longer.body);
        assert_eq!(months().await, 9, "a draft has promised nothing");
    })
    .await;
}

#[actix_web::test]
async fn nor_once_it_is_published() {
    crate::support::on_both(|database| async move {
        let desk = Desk::with_ana(&database).await;
        let ana = desk.ana().await;
        let id = publishes(&desk, &ana).await;
        let edit = urls::edit_petition(id);
        let slug = crate::console_petitions::SLUG;
        let months = async || petition(&desk.db, slug).await.settings.keeps_for.months();
        let tries = [
            ("7", 422, 6),
            ("4", 303, 4),
            ("6", 422, 4),
            ("5", 422, 4),
            ("4", 303, 4),
        ];
        for (typed, status, stands) in tries {
            let page = ana.gets(&edit).await;
            assert!(page.body.contains("It can be shortened but not lengthened"));
            let mut fields = filled(&page, "Make them free, soon.");
            fields.push(("keeps_for", typed));
            let answer = ana.presses(&page, &edit, &fields).await;
            assert_eq!(answer.status.as_u16(), status, "{typed}: {}", answer.body);
            if status == 422 {
                for kept in ["as many months as now or fewer", "Make them free, soon."] {
                    assert!(answer.body.contains(kept), "{kept} in {}", answer.body);
                }
            }
            assert_eq!(months().await, stands, "{typed}");
        }
        // nor by moving the end: the day that was told may come sooner, never later
        let ends = [
            ("2027-01-11", "4", 422),
            ("2027-01-11", "3", 303),
            ("", "1", 422),
            ("2026-12-11", "3", 303),
            ("2027-01-11", "3", 422),
        ];
        for (closes_on, keeps, status) in ends {
            let page = ana.gets(&edit).await;
            let mut fields = with(&page, keeps);
            for field in &mut fields {
                match field.0 {
                    "closes_on" => field.1 = closes_on,
                    "closes_time" if closes_on.is_empty() => field.1 = "",
                    _ => {}
                }
            }
            let answer = ana.presses(&page, &edit, &fields).await;
            assert_eq!(
                answer.status.as_u16(),
                status,
                "{closes_on}: {}",
                answer.body
            );
            if status == 422 {
                let said = "Choose an earlier last day, or fewer months";
                assert!(answer.body.contains(said), "{}", answer.body);
            }
        }
        // a form that was open before there was this field
        let page = ana.gets(&edit).await;
        let saved = ana
            .presses(&page, &edit, &filled(&page, "Make them free."))
            .await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(months().await, 3);
        let shown = desk.browser().gets(&format!("/p/{slug}")).await;
        assert!(
            shown
                .body
                .contains("keeps your details until March 11, 2027.")
        );
    })
    .await;
}
