//! Story: an organizer opens the console in the morning: what waits, how it went, where people came from.

use crate::support::signers::{sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::prelude::*;
use undersigned::account::model::Role;
use undersigned::base::time::{days, hours, minutes};
use undersigned::base::{Id, Lang, LinkCode};
use undersigned::db::schema::petitions as p;
use undersigned::petition::source::{Asking, Source, SourceCode, SourceKind, store as sources};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::{SignatureState, Signer};
use undersigned::web::urls;

/// Sends the form with a yes or a no to mail, by this link if any.
async fn sends(
    world: &World,
    petition: &Petition,
    name: &str,
    updates: &str,
    via: &str,
) -> Visitor {
    let mut sam = world.visitor();
    let slug = &petition.slug;
    sam.goes(&format!("/en/p/{slug}?via={via}")).await;
    let email = format!("{}@example.org", name.to_lowercase());
    sam.fills_in(name, &email).types("updates", updates);
    let button = sam.sign_button();
    sam.presses(&button).await;
    sam
}

async fn confirms(sam: &mut Visitor) {
    sam.opens_mail().await.presses("Confirm my signature").await;
}

/// The four numbers, each with what it is called and what stands under it.
fn figures(page: &Visitor) -> Vec<String> {
    page.answer().page().all("dl.figures dt, dl.figures dd")
}

fn waits(page: &Visitor) -> Vec<String> {
    page.answer().page().all("section.waiting li")
}

fn crowd(many: usize) -> Vec<Signer> {
    let name = |n| signer(&format!("Somebody {n}"));
    (0..many).map(name).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn four_numbers_say_how_it_goes() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let overview = urls::overview(letter.id);
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&overview).await;
        let empty = figures(&owner);
        let said = [
            "Said yes to email",
            "0",
            "Forms confirmed",
            "–",
            "no form was sent yet",
        ];
        assert_eq!(empty[6..], said);

        let mut all = Vec::new();
        for (name, updates) in [
            ("Sam", "yes"),
            ("Kim", "yes"),
            ("Lee", "no"),
            ("Ada", "yes"),
            ("Noor", "no"),
            ("Waits", "yes"),
        ] {
            all.push(sends(&world, &letter, name, updates, "").await);
        }
        // the same form again is no form more
        let again = &mut all[0];
        again.goes("/en/p/open-letter").await;
        again
            .fills_in("Sam", "sam@example.org")
            .types("updates", "yes");
        let button = again.sign_button();
        again.presses(&button).await;
        world.meanwhile(minutes(4));
        all.pop().expect("who waits").reads_mail().await;
        for one in &mut all {
            confirms(one).await;
        }
        owner.goes(&overview).await;
        assert_eq!(
            figures(&owner),
            [
                "Counted",
                "5",
                "+5 since yesterday",
                "Waiting for email",
                "1",
                "have not confirmed yet",
                "Said yes to email",
                "3",
                "60 % of those that count",
                "Forms confirmed",
                "83 %",
                "half of them within about 4 minutes",
            ]
        );
        // who thinks better of it is no yes any more, and none of those that count
        let mut sam = all.swap_remove(0);
        sam.follows("Withdraw my signature").await;
        sam.presses("Withdraw my signature").await;
        let _ = sam.reads_mail().await;
        owner.goes(&overview).await;
        let seen = figures(&owner);
        assert_eq!(seen[7..9], ["2", "50 % of those that count"]);
        owner.sees("Not counted: 0 held, 1 withdrawn, 0 removed.");
        // the mail of the form that was sent again has nothing to ask any more
        world.later(minutes(15)).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_signing_is_a_danger_no_time_is_told() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.settings.high_risk = true)
            .await;
        for name in ["Sam", "Kim", "Lee", "Ada", "Noor"] {
            let mut one = sends(&world, &letter, name, "no", "").await;
            confirms(&mut one).await;
        }
        let mut owner = world.organizer(&letter, Role::Owner).await;
        for range in ["", "hours", "all"] {
            owner.goes(&urls::overview_chart(letter.id, range)).await;
            let seen = figures(&owner);
            assert_eq!(seen[seen.len() - 2..], ["100 %", "of 5 forms"]);
            for hidden in [
                "since yesterday",
                "minute",
                "published",
                "so far",
                "Schools",
            ] {
                owner.sees_no(hidden);
            }
        }
        let merge = owner.gets(&urls::affiliations(letter.id)).await;
        assert_eq!(merge.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_waits_is_one_sentence_each_with_one_way() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (id, overview) = (letter.id, urls::overview(letter.id));
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&overview).await;
        assert_eq!(
            waits(&owner),
            ["No one has signed yet. The first signature should be yours. Sign Share"]
        );
        let db = world.app().db.get_ref().clone();
        sign(&db, id, SignatureState::Counted, crowd(1), world.now()).await;
        owner.goes(&overview).await;
        assert!(waits(&owner).is_empty());
        owner.sees("Nothing waits for you right now.");

        let held = vec![signer("Held One")];
        sign(&db, id, SignatureState::Held, held, world.now()).await;
        world
            .write(move |tx| {
                use undersigned::db::schema::petition_texts as t;
                let spanish = diesel::update(t::table.find((id, Lang::ES.as_str())));
                spanish.set(t::is_published.eq(false)).execute(&mut **tx)?;
                Ok(())
            })
            .await;
        owner.goes(&overview).await;
        assert_eq!(
            waits(&owner),
            [
                "1 signature is held and not counted Look at them",
                "The text in this language is not published: Español Edit",
            ]
        );
        // who may not look at it reads that it is there, and nothing leads there
        let mut analyst = world.organizer(&letter, Role::Analyst).await;
        analyst.goes(&overview).await;
        assert_eq!(
            waits(&analyst),
            [
                "1 signature is held and not counted",
                "The text in this language is not published: Español",
            ]
        );
    })
    .await;
}

/// Bars, labels under them, and the range that is shown.
fn chart(page: &Visitor) -> (usize, Vec<String>, Option<String>) {
    let page = page.answer().page();
    let bars = page.all(".chart rect").len();
    let current = page.find(".segments [aria-current]");
    (bars, page.all(".chart .x span"), current)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hours_at_first_then_days_and_what_happened() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.goal = Some(3))
            .await;
        let (id, overview) = (letter.id, urls::overview(letter.id));
        let db = world.app().db.get_ref().clone();
        sign(&db, id, SignatureState::Counted, crowd(2), world.now()).await;
        world.later(hours(2)).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&overview).await;
        let (bars, labels, current) = chart(&owner);
        assert_eq!((bars, current.as_deref()), (3, Some("First 48 hours")));
        assert_eq!(labels.last().map(String::as_str), Some("this hour so far"));
        let said = owner.answer().page().attribute(".chart", "aria-label");
        let said = said.expect("a sentence");
        assert!(said.starts_with("Bar chart by hour: 2 in all"), "{said}");
        owner.sees_no("goal met");

        world.later(days(3)).await;
        let late = vec![signer("Late")];
        sign(&db, id, SignatureState::Counted, late, world.now()).await;
        let mut owner = world.organizer(&letter, Role::Admin).await;
        owner.goes(&overview).await;
        let (_, labels, current) = chart(&owner);
        assert_eq!(current.as_deref(), Some("All"));
        assert_eq!(labels.last().map(String::as_str), Some("today so far"));
        owner.goes(&urls::overview_chart(id, "hours")).await;
        let (bars, labels, _) = chart(&owner);
        assert_eq!(bars, 48, "and no more");
        assert_ne!(labels.last().map(String::as_str), Some("this hour so far"));

        owner.goes(&urls::close_petition(id)).await;
        owner.presses("Close it").await;
        world.later(minutes(20)).await;
        owner.goes(&urls::reopen_petition(id)).await;
        owner.types("closes_on", "2027-01-15");
        owner.presses("Open it again").await;
        owner.goes(&overview).await;
        let notes = owner.answer().page().all(".marks li");
        let said: Vec<_> = notes
            .iter()
            .map(|note| {
                note.split_whitespace()
                    .skip(2)
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        assert_eq!(said, ["published", "goal met", "closed", "opened again"]);
    })
    .await;
}

async fn named(world: &World, petition: &Petition, code: &str, kind: SourceKind) {
    let source = Source {
        id: Id::new(world.now()),
        petition: petition.id,
        code: SourceCode::parse(code).expect("a code"),
        name: format!("The {code}"),
        kind,
        sites: Vec::new(),
        asking: Asking::Never,
        takes_posts: false,
        paused_at: None,
        created_at: world.now(),
        revision: 1,
    };
    world.write(move |tx| sources::insert(tx, &source)).await;
    world.looks().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sources_have_rates_and_small_numbers_of_partners_are_few() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        named(&world, &letter, "table", SourceKind::Link).await;
        named(&world, &letter, "slla", SourceKind::Partner).await;
        for name in ["Sam", "Kim", "Lee", "Ada", "Noor"] {
            let mut one = sends(&world, &letter, name, "no", "table").await;
            confirms(&mut one).await;
        }
        for _ in 0..3 {
            world.visitor().gets("/en/p/open-letter?via=table").await;
        }
        let mut paz = sends(&world, &letter, "Paz", "no", "slla").await;
        confirms(&mut paz).await;
        let code = world.app().links.share_code(letter.id);
        assert!(LinkCode::parse(code.as_str()).is_some());
        let mut friend = sends(&world, &letter, "Friend", "no", code.as_str()).await;
        confirms(&mut friend).await;
        world.looks().await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        let page = owner.answer().page();
        let table = "section[aria-labelledby=sources] tbody";
        let cells = page.all(&format!("{table} th, {table} td"));
        let lines: Vec<_> = cells.chunks(5).collect();
        assert_eq!(lines[0], ["The table", "8", "5", "5", "62 % signed"]);
        assert_eq!(lines.len(), 3);
        let partner = ["The slla", "a few", "a few", "a few", "–"];
        assert!(
            lines.contains(&partner.map(str::to_owned).as_slice()),
            "{lines:?}"
        );
        let is_friend = |line: &&[String]| line[0].starts_with("A signer’s link");
        let friend = lines
            .iter()
            .find(|line| is_friend(line))
            .expect("a signer's link");
        assert_eq!(friend[1..], ["–", "–", "1", "–"]);
        let rates = page.attributes("section[aria-labelledby=sources] progress", "value");
        assert_eq!(rates, ["62"], "a bar where a rate is told");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_ends_stands_apart_and_share_comes_first() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        let page = owner.answer().page();
        let first = page.all(".top .acts a");
        assert_eq!(first[..2], ["View page", "Share"]);
        let looks = page.attributes(".top .acts a", "class");
        let filled = looks.iter().position(|look| look == "btn");
        assert_eq!(filled, Some(1), "{looks:?}");
        assert_eq!(looks.iter().filter(|look| *look == "btn").count(), 1);
        let apart = page.all("section[aria-labelledby=ends] a");
        assert_eq!(apart, ["Close", "Take it down"]);
        assert!(first.iter().all(|act| !apart.contains(act)));
        let mut analyst = world.organizer(&letter, Role::Analyst).await;
        analyst.goes(&urls::overview(letter.id)).await;
        assert!(analyst.answer().page().find("#ends").is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_petitions_are_one_page() {
    on_both(|world| async move {
        let first = world.petition(Kind::Petition).await;
        let organization = first.organization;
        for number in 1..200 {
            let other = world
                .petition_with(Kind::Petition, |plan| plan.slug = format!("other-{number}"))
                .await
                .id;
            world
                .write(move |tx| {
                    let moved = diesel::update(p::table.find(other));
                    let moved = moved.set(p::organization_id.eq(organization));
                    Ok(moved.execute(&mut **tx)?)
                })
                .await;
        }
        let owner = world.organizer(&first, Role::Owner).await;
        let list = owner.gets(&urls::console()).await;
        assert_eq!(list.page().all("tbody tr").len(), 200);
        assert!(list.body.len() < 120 * 1024, "{}", list.body.len());
    })
    .await;
}
