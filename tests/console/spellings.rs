//! Story: signers write the same school in many ways. Organizers count it together, and nobody's words change.

use crate::support::signers::{sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::prelude::*;
use undersigned::account::model::Role;
use undersigned::account::store::activity::{self, LineFilter};
use undersigned::base::time::seconds;
use undersigned::db::schema::signature_details as d;
use undersigned::petition::{Kind, Petition, SignerField};
use undersigned::signature::{SignatureState, Signer};
use undersigned::web::urls;

/// So many who wrote this.
fn wrote(affiliation: &str, many: usize) -> Vec<Signer> {
    let one = |n| {
        let mut one = signer(&format!("Signer {n} of {affiliation}"));
        one.email = format!("{n}-{}@mail.example.org", affiliation.len() * 1_000 + n);
        one.fields[SignerField::Affiliation] = Some(affiliation.to_owned());
        one
    };
    (0..many).map(one).collect()
}

async fn signed(world: &World, petition: &Petition, all: &[(&str, usize)]) {
    for (affiliation, many) in all {
        let signers = wrote(affiliation, *many);
        let db = world.app().db.get_ref();
        sign(
            db,
            petition.id,
            SignatureState::Counted,
            signers,
            world.now(),
        )
        .await;
        world.meanwhile(seconds(1));
    }
}

/// The lines of the table: each with its number.
fn lines(page: &Visitor) -> Vec<String> {
    let page = page.answer().page();
    let names = page.all("table.spellings label bdi");
    let numbers = page.all("table.spellings td.many");
    let line = |(name, number): (&String, &String)| format!("{name} {number}");
    names.iter().zip(&numbers).map(line).collect()
}

/// Ticks lines by what they are called.
fn ticks(page: &mut Visitor, wanted: &[&str]) {
    let found = page.answer().page();
    let names = found.all("table.spellings label bdi");
    let fields = found.attributes("table.spellings input", "name");
    let values = found.attributes("table.spellings input", "value");
    for name in wanted {
        let at = names.iter().position(|one| one == name);
        let at = at.unwrap_or_else(|| panic!("{name} in {names:?}"));
        page.types(&fields[at], &values[at]);
    }
}

/// Every affiliation as signers' details have it.
async fn details(world: &World) -> Vec<Option<String>> {
    let all = world.read(|conn| {
        let all = d::table.order(d::affiliation).select(d::affiliation);
        Ok::<_, undersigned::db::Error>(all.load(conn)?)
    });
    all.await
}

const TICKED: &str = "Put those that are ticked under it";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn spellings_are_counted_together_and_taken_apart_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let all = [
            ("Harlow University", 7),
            ("Harlow Univ.", 2),
            ("University of Harlow", 3),
            ("Merton", 1),
        ];
        signed(&world, &letter, &all).await;
        let before = details(&world).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&urls::overview(letter.id)).await;
        owner.follows("Merge spellings").await;
        let apart = [
            "Harlow University 7",
            "University of Harlow 3",
            "Harlow Univ. 2",
            "Merton 1",
        ];
        assert_eq!(lines(&owner), apart);

        // what is missing is said, and nothing that was done is lost
        owner.types("title", "Harlow").presses(TICKED).await;
        assert_eq!(owner.status(), 422);
        owner.sees("Tick at least one line");
        assert_eq!(
            owner
                .answer()
                .page()
                .attribute("#title", "value")
                .as_deref(),
            Some("Harlow")
        );
        ticks(&mut owner, &["Harlow Univ.", "University of Harlow"]);
        owner.types("title", " … ").presses(TICKED).await;
        assert_eq!(owner.status(), 422);
        owner.sees("Enter a heading with letters or digits");
        let ticked = owner.answer().page().attributes("input[checked]", "value");
        assert_eq!(ticked.len(), 2);

        ticks(
            &mut owner,
            &["Harlow University", "Harlow Univ.", "University of Harlow"],
        );
        owner.types("title", "Harlow U").presses(TICKED).await;
        owner.sees("3 spellings stand under the heading now.");
        assert_eq!(lines(&owner), ["Harlow U 12", "Merton 1"]);
        // who comes later stands there too
        signed(&world, &letter, &[("HARLOW UNIVERSITY", 1)]).await;
        owner.goes(&urls::affiliations(letter.id)).await;
        assert_eq!(lines(&owner), ["Harlow U 13", "Merton 1"]);
        owner.goes(&urls::overview(letter.id)).await;
        let card = "section[aria-labelledby=affiliations] tbody";
        let card = format!("{card} th, {card} td");
        let card = owner.answer().page().all(&card);
        assert_eq!(card, ["Harlow U", "13", "Merton", "1"]);
        let mut reader = world.visitor();
        reader
            .goes("/en/p/open-letter/signers?by=affiliation")
            .await;
        reader.sees_no("Harlow U 13").sees("Harlow University");

        // under another heading, and back
        owner.goes(&urls::affiliations(letter.id)).await;
        ticks(&mut owner, &["Harlow U", "Merton"]);
        owner.types("title", "All of them").presses(TICKED).await;
        assert_eq!(lines(&owner), ["All of them 14"]);
        owner.presses("Undo").await;
        owner.sees("4 spellings stand where they stood before.");
        assert_eq!(lines(&owner), ["Harlow U 13", "Merton 1"]);
        // a new title is no merge
        ticks(&mut owner, &["Harlow U"]);
        owner.types("title", "HARLOW U").presses(TICKED).await;
        owner.sees("The heading has a new title.");
        // one out, then all
        owner.follows("Spellings HARLOW U").await;
        assert_eq!(
            lines(&owner),
            [
                "Harlow Univ. 2",
                "Harlow University 8",
                "University of Harlow 3"
            ]
        );
        ticks(&mut owner, &["Harlow Univ."]);
        owner.presses("Take those that are ticked out").await;
        assert_eq!(
            lines(&owner),
            ["Harlow University 8", "University of Harlow 3"]
        );
        owner.presses("Take those that are ticked out").await;
        owner.sees("Tick at least one line");
        ticks(&mut owner, &["Harlow University", "University of Harlow"]);
        owner.presses("Take those that are ticked out").await;
        owner.sees("2 spellings stand where they stood before.");
        assert_eq!(lines(&owner)[0], "Harlow University 8");
        // nobody's words were changed
        let mut after = details(&world).await;
        after.retain(|one| one.as_deref() != Some("HARLOW UNIVERSITY"));
        assert_eq!(after, before);
        let organization = letter.organization;
        let log = world
            .read(move |conn| activity::page(conn, organization, LineFilter::default(), None, 20));
        let log = log.await.rows;
        let told: Vec<_> = log.iter().filter(|line| line.deed == "merged").collect();
        assert!(told[1].what.starts_with("4 – "), "{}", told[1].what);
        assert!(told.iter().all(|line| !line.what.contains("Harlow")));
        assert_eq!(log.iter().filter(|line| line.deed == "unmerged").count(), 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_looks_alike_is_offered_of_one_s_own_petition_alone() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let theirs = world
            .petition_with(Kind::Letter, |plan| {
                plan.slug = "their-letter".to_owned();
                plan.organization = "Another".to_owned();
            })
            .await;
        let own = [
            ("St. Mary's", 2),
            ("ST MARYS", 1),
            ("Paris 1", 1),
            ("Paris 12", 1),
        ];
        signed(&world, &letter, &own).await;
        signed(
            &world,
            &theirs,
            &[("St Mary’s!", 4), ("Zwetschgenschule", 1)],
        )
        .await;
        let mut owner = world.organizer(&letter, Role::Moderator).await;
        for path in [
            urls::overview(letter.id),
            urls::affiliations(letter.id),
            format!("{}?q=zwet", urls::affiliations(letter.id)),
            format!("{}?q=st", urls::affiliations(letter.id)),
        ] {
            owner.goes(&path).await;
            assert_eq!(owner.status(), 200);
            let body = &owner.answer().body;
            assert!(
                !body.contains("Zwetschgen") && !body.contains("Mary’s!"),
                "{path}"
            );
        }
        owner.goes(&urls::affiliations(letter.id)).await;
        let offered = owner.answer().page().all("p.alike");
        assert_eq!(offered, ["St. Mary's 2 · ST MARYS 1"]);
        owner.presses("Put them under “St. Mary's”").await;
        owner.sees("2 spellings stand under the heading now.");
        owner.sees_no("These look alike");
        // one more spelling of it is offered with the heading
        signed(&world, &letter, &[("St.-Mary's", 1), ("(St. Mary's)", 1)]).await;
        owner.goes(&urls::affiliations(letter.id)).await;
        let offered = owner.answer().page().all("p.alike");
        assert!(offered[0].starts_with("St. Mary's 3 · "), "{offered:?}");
        // another organization's petition takes nothing of ours back
        let theirs_path = urls::affiliations(theirs.id);
        assert_eq!(owner.gets(&theirs_path).await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn all_that_begin_so_are_those_that_were_told() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let many: Vec<String> = (0..130).map(|n| format!("École {n:03}")).collect();
        let all: Vec<_> = many.iter().map(|name| (name.as_str(), 1)).collect();
        signed(&world, &letter, &all).await;
        signed(&world, &letter, &[("Merton", 2)]).await;
        let here = urls::affiliations(letter.id);
        let mut owner = world.organizer(&letter, Role::Owner).await;
        // two pages, each line once
        owner.goes(&here).await;
        let mut seen = lines(&owner);
        assert_eq!((seen.len(), seen[0].as_str()), (100, "Merton 2"));
        owner.follows("More").await;
        seen.extend(lines(&owner));
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 131);

        owner.goes(&format!("{here}?q=ecole")).await;
        owner.sees("Put all 130 found under it");
        signed(&world, &letter, &[("École 999", 1)]).await;
        owner
            .types("title", "Schools")
            .presses("Put all 130 found under it")
            .await;
        assert_eq!(owner.status(), 422);
        owner.sees("Other spellings begin so by now");
        owner
            .types("title", "Schools")
            .presses("Put all 131 found under it")
            .await;
        owner.sees("131 spellings stand under the heading now.");
        assert_eq!(lines(&owner), ["Schools 131", "Merton 2"]);
        owner.presses("Undo").await;
        owner.sees("131 spellings stand where they stood before.");
        assert_eq!(lines(&owner)[..2], ["Merton 2", "École 000 1"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_erases_or_withdraws_leaves_the_count() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        signed(&world, &letter, &[("Merton", 1)]).await;
        let mut all = Vec::new();
        for (name, school) in [
            ("Sam", "Zwetschgenschule"),
            ("Kim", "Merton"),
            ("Lee", "Merton"),
        ] {
            let mut one = world.visitor();
            one.opens(&letter).await;
            one.fills_in(name, &format!("{name}@example.org").to_lowercase());
            one.types("affiliation", school);
            let button = one.sign_button();
            one.presses(&button).await;
            one.opens_mail().await.presses("Confirm my signature").await;
            all.push(one);
        }
        let here = urls::affiliations(letter.id);
        let mut owner = world.organizer(&letter, Role::Owner).await;
        owner.goes(&here).await;
        assert_eq!(lines(&owner), ["Merton 3", "Zwetschgenschule 1"]);
        // who may not see names sees no group by which somebody could be known
        let mut analyst = world.organizer(&letter, Role::Analyst).await;
        analyst.goes(&urls::overview(letter.id)).await;
        analyst.sees_no("Merton").sees_no("Zwetschgenschule");
        assert_eq!(analyst.gets(&here).await.status, 403);

        ticks(&mut owner, &["Merton", "Zwetschgenschule"]);
        owner.types("title", "Both").presses(TICKED).await;
        assert_eq!(lines(&owner), ["Both 4"]);
        let [sam, kim, lee] = all.as_mut_slice() else {
            panic!("three");
        };
        sam.follows("See or change everything we keep about you")
            .await;
        let (own, word) = (sam.path().to_owned(), sam.mail().word());
        sam.goes(&format!("{own}/erase")).await;
        sam.types("word", &word);
        sam.presses("Erase my details but keep me counted").await;
        let _ = sam.reads_mail().await;
        kim.follows("Withdraw my signature").await;
        kim.presses("Withdraw my signature").await;
        let _ = kim.reads_mail().await;
        owner.goes(&here).await;
        assert_eq!(lines(&owner), ["Both 2"]);
        owner.goes(&urls::heading(letter.id, "both")).await;
        assert_eq!(
            lines(&owner),
            ["Merton 2"],
            "the spelling is gone with its signer"
        );
        // who mends something else keeps the place of a spelling that nobody else wrote
        signed(&world, &letter, &[("Ada’s", 1)]).await;
        lee.follows("See or change everything we keep about you")
            .await;
        lee.types("affiliation", "Merton Law")
            .presses("Save changes")
            .await;
        owner.goes(&here).await;
        ticks(&mut owner, &["Merton Law"]);
        owner.types("title", "Both").presses(TICKED).await;
        assert_eq!(lines(&owner), ["Both 2", "Ada’s 1"]);
        lee.types("place", "Ridgemont")
            .presses("Save changes")
            .await;
        owner.goes(&here).await;
        assert_eq!(lines(&owner), ["Both 2", "Ada’s 1"]);
    })
    .await;
}
