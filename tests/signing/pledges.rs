//! Story: a pledge offers several promises, and whoever takes it chooses one.

use crate::support::petitions::rewrite;
use crate::support::signers::{choose, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use undersigned::base::time::minutes;
use undersigned::base::{Id, Lang};
use undersigned::count::Parts;
use undersigned::count::store::parts;
use undersigned::petition::PetitionState::Paused;
use undersigned::petition::store::{petitions, promises};
use undersigned::petition::{Kind, Petition, PledgeOption};
use undersigned::signature::{SignatureState, Signer};
use undersigned::transfer::{ExportRequest, Format, write_all};

pub const APPLY: &str = "I will not apply for a job there";
pub const TELL: &str = "I will tell their recruiters why";
const LEAVE: &str = "I will leave the job I have there";
const PROMISES: [[&str; 2]; 3] = [
    [APPLY, "No solicitaré ningún empleo allí"],
    [TELL, "Diré el motivo a sus reclutadores"],
    [LEAVE, "Dejaré el empleo que tengo allí"],
];

pub async fn pledge(world: &World) -> Petition {
    let promises = PROMISES.to_vec();
    world
        .petition_with(Kind::Pledge, |plan| plan.promises = promises)
        .await
}

pub async fn option(world: &World, pledge: &Petition, words: &'static str) -> Id<PledgeOption> {
    let id = pledge.id;
    let all = world.read(move |conn| promises::list(conn, id)).await;
    let found = all.iter().find(|one| one.in_lang(Lang::EN) == Some(words));
    found.expect(words).id
}

/// How many chose each, as the counts in the database say.
async fn counts(world: &World, pledge: &Petition) -> [i64; 3] {
    let id = pledge.id;
    let all = world
        .read(move |conn| parts::of(conn, Parts::Promises, id.cast()))
        .await;
    let all: BTreeMap<_, _> = all
        .iter()
        .map(|one| (one.part.cast(), one.counted))
        .collect();
    let mut counts = [0; 3];
    for (count, [words, _]) in counts.iter_mut().zip(PROMISES) {
        let option = option(world, pledge, words).await;
        *count = all.get(&option).copied().unwrap_or(0);
    }
    counts
}

/// Fills the form in and chooses.
async fn fills_in(signer: &mut Visitor, pledge: &Petition, promise: &str) {
    signer.opens(pledge).await;
    signer.fills_in("Sam Rivers", "sam@example.org");
    signer.chooses(promise);
}

/// Sam has taken it; the link of Sam's own page.
pub async fn taken(world: &World, pledge: &Petition, promise: &str) -> (Visitor, String) {
    let mut sam = world.visitor();
    fills_in(&mut sam, pledge, promise).await;
    sam.presses("Take the pledge").await;
    sam.sees(&format!("You pledge: {promise}"));
    sam.opens_mail().await.presses("Confirm my signature").await;
    sam.follows("See or change everything we keep about you")
        .await;
    let own = sam.path().to_owned();
    (sam, own)
}

async fn facts(world: &World, pledge: &Petition) -> Value {
    world.looks().await;
    let answer = world
        .visitor()
        .gets(&format!("/p/{}.json", pledge.slug))
        .await;
    let facts: Value = serde_json::from_str(&answer.body).expect("JSON");
    facts["promises"].clone()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_of_three_is_chosen_before_the_name() {
    on_both(|world| async move {
        let pledge = pledge(&world).await;
        let other = world
            .petition_with(Kind::Pledge, |plan| {
                plan.slug = "another-pledge".to_owned();
                plan.promises = vec![["I will march", "Marcharé"], ["I will write", "Escribiré"]];
            })
            .await;
        let mut sam = world.visitor();
        sam.opens(&pledge)
            .await
            .sees("I pledge")
            .sees_no("I pledge:");
        let form = sam.answer().body.clone();
        let at = |text: &str| form.find(text).unwrap_or_else(|| panic!("no {text}"));
        assert!(at("id=\"promise\"") < at("id=\"name\""), "before the name");
        assert!(
            at(APPLY) < at(TELL) && at(TELL) < at(LEAVE),
            "in their order"
        );
        assert!(!form.contains("\" checked"), "nothing is chosen beforehand");
        // Nothing, nonsense, another pledge's: the same sentence, and everything is kept.
        let foreign = option(&world, &other, "I will march").await.to_string();
        for typed in ["", "1", "0193b3a5-0000-7000-8000-000000000000", &foreign] {
            sam.opens(&pledge).await;
            sam.fills_in("Sam Rivers", "sam@example.org");
            sam.types("updates", "yes").types("promise", typed);
            sam.presses("Take the pledge").await;
            assert_eq!(sam.status(), 422, "{typed}");
            sam.sees("One thing to fix").sees("Choose what you pledge");
            let body = &sam.answer().body;
            for kept in [
                "value=\"Sam Rivers\"",
                "value=\"sam@example.org\"",
                "#promise",
            ] {
                assert!(body.contains(kept), "{kept}");
            }
            assert_eq!(
                body.matches("\" checked").count(),
                1,
                "the yes to mail alone"
            );
        }
        // A mistake elsewhere keeps what was chosen.
        fills_in(&mut sam, &pledge, TELL).await;
        sam.types("name", "").presses("Take the pledge").await;
        assert_eq!(sam.status(), 422);
        let tell = option(&world, &pledge, TELL).await;
        assert!(
            sam.answer()
                .body
                .contains(&format!("value=\"{tell}\" checked"))
        );
        sam.types("name", "Sam Rivers")
            .presses("Take the pledge")
            .await;
        sam.opens_mail().await;
        sam.mail().says(&format!("You pledge: {TELL}"));
        sam.sees(&format!("You pledge {TELL}"));
        assert_eq!(counts(&world, &pledge).await, [0, 0, 0], "not yet");
        sam.presses("Confirm my signature").await;
        sam.sees(&format!("You pledge: {TELL}"));
        assert_eq!(counts(&world, &pledge).await, [0, 1, 0]);
        // In Spanish it is asked in Spanish.
        let mut ana = world.visitor().reads("es");
        ana.goes(&format!("/es/p/{}", pledge.slug)).await;
        ana.sees("Me comprometo")
            .sees("Diré el motivo a sus reclutadores");
        ana.sees_no(TELL);
        ana.fills_in("Ana López", "ana@example.org");
        ana.presses("Asumir el compromiso")
            .await
            .sees("Elija a qué se compromete");
        ana.types("promise", &tell.to_string());
        ana.presses("Asumir el compromiso").await;
        ana.opens_mail().await;
        ana.mail()
            .says("Su compromiso: Diré el motivo a sus reclutadores");
        ana.presses("Confirmar mi firma").await;
        assert_eq!(counts(&world, &pledge).await, [0, 2, 0]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_promises_nothing_is_asked_and_one_alone_is_everybody_s() {
    on_both(|world| async move {
        let plain = world.petition(Kind::Pledge).await;
        let mut sam = world.visitor();
        sam.opens(&plain).await;
        sam.sees("I pledge: Open the records, without a fee.");
        assert!(!sam.answer().body.contains("name=\"promise\""));
        sam.fills_in("Sam Rivers", "sam@example.org")
            .types("promise", "1");
        sam.presses("Take the pledge").await;
        sam.opens_mail().await.sees_no("You pledge");
        sam.presses("Confirm my signature")
            .await
            .sees_no("You pledge:");
        let alone = world
            .petition_with(Kind::Pledge, |plan| {
                plan.slug = "one-promise".to_owned();
                plan.promises = vec![PROMISES[0]];
            })
            .await;
        sam.opens(&alone).await.sees(&format!("I pledge: {APPLY}"));
        assert!(!sam.answer().body.contains("name=\"promise\""));
        let facts = world.visitor().gets("/p/one-promise.json").await;
        assert!(!facts.body.contains("promises"));
        // A letter with the rows of a pledge asks nothing either.
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.promises = PROMISES.to_vec())
            .await;
        sam.opens(&letter).await.sees_no(APPLY);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_counts_follow_whatever_a_signer_does() {
    on_both(|world| async move {
        let pledge = pledge(&world).await;
        let (mut sam, own) = taken(&world, &pledge, APPLY).await;
        assert_eq!(counts(&world, &pledge).await, [1, 0, 0]);
        // another promise
        sam.chooses(LEAVE);
        sam.presses("Save changes").await.sees("Saved.");
        sam.sees(&format!("What you pledged {LEAVE}"));
        assert_eq!(counts(&world, &pledge).await, [0, 0, 1]);
        let file = sam.gets(&format!("{own}/data.json")).await;
        let data: Value = serde_json::from_str(&file.body).expect("JSON");
        assert_eq!(data["signature"]["promise"], LEAVE);
        sam.types("promise", "x").types("name", "Samuel Rivers");
        sam.presses("Save changes").await;
        assert_eq!(sam.status(), 422);
        sam.sees("Choose what you pledge");
        assert!(sam.answer().body.contains("Samuel Rivers"), "kept");
        // taken back, and counted again
        sam.goes(&own).await.follows("Withdraw my signature").await;
        sam.presses("Withdraw my signature").await.sees_no(LEAVE);
        let _ = sam.reads_mail().await;
        assert_eq!(counts(&world, &pledge).await, [0, 0, 0]);
        sam.goes(&own).await;
        sam.presses("I changed my mind: count me again").await;
        assert_eq!(counts(&world, &pledge).await, [0, 0, 1]);
        // taken back, another promise chosen while it does not count, and signed again
        sam.goes(&own).await.follows("Withdraw my signature").await;
        sam.presses("Withdraw my signature").await;
        world.mail_rests().await;
        sam.goes(&own).await.chooses(APPLY);
        sam.presses("Save changes").await.sees("Saved.");
        assert_eq!(counts(&world, &pledge).await, [0, 0, 0]);
        world.later(minutes(11)).await;
        fills_in(&mut sam, &pledge, TELL).await;
        sam.presses("Take the pledge").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        assert_eq!(counts(&world, &pledge).await, [0, 1, 0]);
        // erased, counted on; then nothing can be said of it but the number
        sam.goes(&own).await.follows("Erase my details").await;
        let word = sam.mail().word();
        sam.types("word", &word);
        sam.presses("Erase my details but keep me counted").await;
        sam.reads_mail().await.says("erased");
        assert_eq!(counts(&world, &pledge).await, [0, 1, 0]);
        let (mut kim, own) = {
            let mut kim = world.visitor();
            kim.opens(&pledge).await;
            kim.fills_in("Kim Okafor", "kim@example.org").chooses(APPLY);
            kim.presses("Take the pledge").await;
            kim.opens_mail().await.presses("Confirm my signature").await;
            kim.follows("See or change everything we keep about you")
                .await;
            let own = kim.path().to_owned();
            (kim, own)
        };
        assert_eq!(counts(&world, &pledge).await, [1, 1, 0]);
        kim.goes(&own).await.follows("Erase my details").await;
        let word = kim.mail().word();
        kim.types("word", &word).presses("Erase everything").await;
        kim.reads_mail().await.says("erased");
        assert_eq!(counts(&world, &pledge).await, [0, 1, 0]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_translated_is_asked_in_the_language_it_has() {
    on_both(|world| async move {
        let pledge = world
            .petition_with(Kind::Pledge, |plan| {
                plan.langs = vec![Lang::EN];
                plan.promises = PROMISES.to_vec();
            })
            .await;
        let mut ana = world.visitor().reads("es");
        ana.goes(&format!("/es/p/{}", pledge.slug)).await;
        ana.sees("Me comprometo")
            .sees(TELL)
            .sees_no("Diré el motivo");
        let marked = format!("<span lang=\"en\" dir=\"auto\">{TELL}</span>");
        assert!(ana.answer().body.contains(&marked));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_it_is_paused_nobody_promises_something_else() {
    on_both(|world| async move {
        let pledge = pledge(&world).await;
        let (mut sam, own) = taken(&world, &pledge, APPLY).await;
        sam.chooses(LEAVE);
        let late = sam.would_send("Save changes");
        let (id, now) = (pledge.id, world.now());
        world
            .write(move |tx| {
                let mut pledge = petitions::find(tx, id)?.expect("the pledge");
                assert!(pledge.transition_to(Paused, now));
                rewrite(tx, &mut pledge, now)
            })
            .await;
        world.looks().await;
        sam.goes(&own)
            .await
            .sees(&format!("What you pledged {APPLY}"));
        assert!(!sam.answer().body.contains("name=\"promise\""));
        sam.types("name", "Samuel Rivers")
            .presses("Save changes")
            .await;
        sam.sees("Saved.");
        // The page from before changes the name and nothing that was promised.
        sam.sends(late).await;
        assert_eq!(counts(&world, &pledge).await, [1, 0, 0]);
        let mut anybody = world.visitor();
        anybody
            .opens(&pledge)
            .await
            .sees("What people pledge")
            .sees(LEAVE);
        anybody.sees_no("1 person");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn how_many_made_each_is_told_when_no_group_is_small() {
    on_both(|world| async move {
        let pledge = pledge(&world).await;
        let db = world.app().db.get_ref().clone();
        let crowd = |name: &str, many: usize| -> Vec<Signer> {
            (0..many).map(|n| signer(&format!("{name} {n}"))).collect()
        };
        for (words, name, many) in [(TELL, "Tess", 20), (APPLY, "Amir", 5), (LEAVE, "Lee", 4)] {
            let option = Some(option(&world, &pledge, words).await);
            let now = world.now();
            let who = (crowd(name, many), option);
            choose(&db, pledge.id, SignatureState::Counted, who, now).await;
            world.meanwhile(minutes(1));
        }
        let told = |[apply, tell, leave]: [Option<i64>; 3]| {
            json!([
                { "words": APPLY, "signatures": apply },
                { "words": TELL, "signatures": tell },
                { "words": LEAVE, "signatures": leave },
            ])
        };
        // four could be found by subtraction
        assert_eq!(facts(&world, &pledge).await, told([None; 3]));
        let mut anybody = world.visitor();
        anybody.opens(&pledge).await.sees_no("What people pledge");
        let small = world
            .petition_with(Kind::Pledge, |plan| {
                plan.slug = "a-small-one".to_owned();
                plan.promises = PROMISES.to_vec();
            })
            .await;
        for (words, name, many) in [(APPLY, "Ada", 10), (TELL, "Tom", 5), (LEAVE, "Lea", 5)] {
            let option = Some(option(&world, &small, words).await);
            let who = (crowd(name, many), option);
            choose(&db, small.id, SignatureState::Counted, who, world.now()).await;
            assert_eq!(facts(&world, &small).await, told([None; 3]), "{name}");
            world.meanwhile(minutes(1));
        }
        let leave = Some(option(&world, &pledge, LEAVE).await);
        let who = (crowd("Lou", 1), leave);
        choose(&db, pledge.id, SignatureState::Counted, who, world.now()).await;
        let all = [5, 20, 5].map(Some);
        assert_eq!(facts(&world, &pledge).await, told(all));
        anybody.opens(&pledge).await;
        anybody.sees(&format!("What people pledge {TELL} 20 people"));
        anybody.sees(&format!("{APPLY} 5 people"));
        // In the list that leaves, everybody has theirs, in the pledge's own language.
        let now = world.now();
        for format in [Format::Csv, Format::Ndjson] {
            let taken = pledge.clone();
            let list = world
                .read(move |conn| {
                    let wanted = ExportRequest {
                        format,
                        ..ExportRequest::whole(&taken)
                    };
                    let mut list = Vec::new();
                    write_all(conn, &wanted, now, &mut list).expect("a list");
                    Ok(String::from_utf8(list).expect("a text"))
                })
                .await;
            assert_eq!(list.matches(TELL).count(), 20, "{}", format.as_str());
            assert_eq!(list.matches(APPLY).count(), 5, "{}", format.as_str());
            if format == Format::Csv {
                let header = list.lines().next().unwrap_or_default();
                assert!(header.contains("\"promise\",\"wording\""), "{header}");
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_may_say_nothing_does_not_say_the_promise() {
    on_both(|world| async move {
        let pledge = world
            .petition_with(Kind::Pledge, |plan| {
                plan.promises = PROMISES.to_vec();
                plan.settings.high_risk = true;
                plan.settings = plan.settings.clone().careful();
            })
            .await;
        let mut sam = world.visitor();
        fills_in(&mut sam, &pledge, LEAVE).await;
        sam.presses("Take the pledge").await;
        let mail = sam.reads_mail().await;
        assert!(!mail.text().contains(LEAVE), "{}", mail.text());
        sam.goes(&mail.link()).await.sees(LEAVE);
        sam.presses("Confirm my signature").await;
    })
    .await;
}
