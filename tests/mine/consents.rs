//! Story: every yes and every no is written down with the words it answers, and each organization of
//! a coalition has its own.

use crate::support::world::{World, on_both};
use diesel::prelude::*;
use std::io;
use undersigned::base::time::minutes;
use undersigned::base::{Id, Lang};
use undersigned::db::schema::{consents as c, signature_details as d};
use undersigned::petition::consent::{Means, Purpose};
use undersigned::petition::store::founders;
use undersigned::petition::{Founder, Kind, Petition};
use undersigned::signature::Signature;
use undersigned::signature::store::consents::{self, ToldConsent};
use undersigned::transfer::{ExportRequest, write_all};

const FOUNDERS: [&str; 3] = ["Sanctuary Network", "Harlow Students", "Puente Claro"];

/// What ticking a box says, and what is stored of it.
fn box_of(name: &str) -> String {
    format!("{name} may email me about this campaign")
}

async fn signature(world: &World, name: &'static str) -> Id<Signature> {
    world
        .read(move |conn| {
            Ok(d::table
                .filter(d::name.eq(name))
                .select(d::signature_id)
                .first(conn)?)
        })
        .await
}

async fn told(world: &World, name: &'static str) -> Vec<ToldConsent> {
    let id = signature(world, name).await;
    world.read(move |conn| consents::of(conn, id)).await
}

/// What was answered about mail: to whom, and the answer.
fn about_mail(told: &[ToldConsent]) -> Vec<(Option<&str>, bool)> {
    let mail = told
        .iter()
        .filter(|one| one.consent.purpose == Purpose::Updates);
    let mut all: Vec<_> = mail
        .map(|one| (one.asker.as_deref(), one.consent.is_yes))
        .collect();
    all.sort_unstable();
    all
}

/// The list for one founding organization, or all: address and the organizations that may write.
async fn list(world: &World, letter: &Petition, founder: Option<Id<Founder>>) -> Vec<[String; 2]> {
    let (letter, now) = (letter.clone(), world.now());
    let list = world
        .read(move |conn| {
            let mut wanted = ExportRequest::whole(&letter);
            wanted.filter.founder = founder;
            let mut list = Vec::new();
            write_all(conn, &wanted, now, &mut list).expect("a list");
            Ok(list)
        })
        .await;
    let mut reader = csv::Reader::from_reader(io::Cursor::new(list));
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|known| known == name).unwrap();
    let cells = ["email", "opt_in_organizations"].map(at);
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        cells.map(|at| row[at].to_owned())
    });
    rows.collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_founding_organization_has_a_box_and_gets_what_was_given_to_it() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.founders = FOUNDERS.map(str::to_owned).to_vec();
            })
            .await;
        let [network, students, puente] = FOUNDERS;
        let people: [(&'static str, &[&str]); 3] = [
            ("Sam Rivers", &[network, puente]),
            ("Kim Okafor", &[students]),
            ("Lee Park", &[]),
        ];
        for (name, ticks) in people {
            let mut signer = world.visitor();
            signer
                .opens(&letter)
                .await
                .sees("Who may email you about this campaign?");
            assert!(
                !signer.answer().body.contains("value=\"yes\""),
                "no yes or no beside it"
            );
            assert_eq!(
                signer.answer().body.matches(" checked>").count(),
                1,
                "nothing is chosen beforehand but to be counted without a name"
            );
            let first = name.split(' ').next().unwrap_or_default();
            let email = format!("{}@example.org", first.to_lowercase());
            signer.fills_in(name, &email).types("updates", "");
            for one in ticks {
                signer.chooses(one);
            }
            // A mistake elsewhere keeps what was ticked.
            signer.types("name", "");
            signer.presses("Sign the letter").await;
            assert_eq!(signer.status(), 422);
            let body = &signer.answer().body;
            assert_eq!(body.matches(" checked>").count(), ticks.len() + 1);
            signer.types("name", name).presses("Sign the letter").await;
            signer.opens_mail().await;
            match ticks {
                [] => signer.mail().says("Email updates: no"),
                some => signer
                    .mail()
                    .says(&format!("Email updates: yes, from {}", some.join(", "))),
            };
            for one in FOUNDERS {
                let said = if ticks.contains(&one) {
                    "Yes, about this campaign"
                } else {
                    "No"
                };
                signer.sees(&format!("Email from {one} {said}"));
            }
            signer.presses("Confirm my signature").await;
            let told = told(&world, name).await;
            let mut expected = FOUNDERS.map(|one| (Some(one), ticks.contains(&one)));
            expected.sort_unstable();
            assert_eq!(about_mail(&told), expected);
            for one in &told {
                assert_eq!((one.consent.means, one.lang), (Means::Form, Some(Lang::EN)));
                if let Some(name) = &one.asker {
                    assert_eq!(one.words.as_deref(), Some(box_of(name).as_str()));
                }
            }
        }
        let id = letter.id;
        let founders = world.read(move |conn| founders::list(conn, id)).await;
        assert_eq!(
            founders
                .iter()
                .map(|one| one.name.as_str())
                .collect::<Vec<_>>(),
            FOUNDERS
        );
        let given = |email: &str, to: &str| [email, to].map(str::to_owned);
        let ids: Vec<_> = founders.iter().map(|one| one.id).collect();
        assert_eq!(
            list(&world, &letter, Some(ids[0])).await,
            [given("sam@example.org", network)],
            "nothing of what Sam said to others"
        );
        assert_eq!(
            list(&world, &letter, Some(ids[1])).await,
            [given("kim@example.org", students)]
        );
        assert_eq!(
            list(&world, &letter, None).await,
            [
                given("sam@example.org", "Sanctuary Network; Puente Claro"),
                given("kim@example.org", students),
                given("lee@example.org", ""),
            ]
        );
        // Who is not named any more keeps what was given, and has it again when named again.
        let (now, rest) = (world.now(), vec![puente.to_owned(), network.to_owned()]);
        let kept = world
            .write(move |tx| {
                founders::name(tx, id, &rest, now)?;
                founders::all(tx, id)
            })
            .await;
        let mut known: Vec<_> = kept.iter().map(|one| one.id).collect();
        known.sort_unstable();
        let mut before = ids.clone();
        before.sort_unstable();
        assert_eq!(known, before);
        assert_eq!(
            list(&world, &letter, Some(ids[1])).await,
            [given("kim@example.org", students)]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_later_no_stands_beside_the_yes_it_follows() {
    on_both(|world| async move {
        let pledge = world.petition(Kind::Pledge).await;
        let mut sam = world.visitor();
        sam.opens(&pledge).await;
        sam.sees("May Open Docket Coalition email you about this campaign?");
        sam.fills_in("Sam Rivers", "sam@example.org")
            .types("updates", "yes");
        sam.presses("Take the pledge").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let link = sam.mail().link();
        world.later(minutes(5)).await;
        sam.goes(&format!("{link}/unsubscribe")).await;
        sam.presses("Send me no updates")
            .await
            .sees("We will send you no updates");
        let told = told(&world, "Sam Rivers").await;
        let mail: Vec<_> = told
            .iter()
            .filter(|one| one.consent.purpose == Purpose::Updates)
            .map(|one| (one.consent.is_yes, one.consent.means))
            .collect();
        assert_eq!(mail, [(true, Means::Form), (false, Means::StopLink)]);
        let words = told[0].words.as_deref();
        assert_eq!(
            words,
            Some("May Open Docket Coalition email you about this campaign?")
        );
        assert!(told[0].consent.given_at < told.last().unwrap().consent.given_at);
        assert_eq!(list(&world, &pledge, None).await.len(), 1, "still counted");
        let wants: bool = world
            .read(|conn| Ok(d::table.select(d::wants_updates).first(conn)?))
            .await;
        assert!(!wants);
        // Pressed twice it is said once.
        sam.goes(&format!("{link}/unsubscribe")).await;
        sam.presses("Send me no updates").await;
        assert_eq!(self::told(&world, "Sam Rivers").await.len(), told.len());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_consent_is_changed_or_taken_out() {
    on_both(|world| async move {
        let pledge = world.petition(Kind::Pledge).await;
        let mut sam = world.visitor();
        sam.signs(&pledge, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let before = told(&world, "Sam Rivers").await;
        assert_eq!(before.len(), 2);
        let db = world.app().db.get_ref().clone();
        let changed = db
            .write(|tx| {
                let all = diesel::update(c::table).set(c::answers.eq("[]"));
                Ok::<_, undersigned::db::Error>(all.execute(&mut **tx)?)
            })
            .await;
        assert!(changed.is_err(), "{changed:?}");
        let gone = db
            .write(|tx| {
                Ok::<_, undersigned::db::Error>(diesel::delete(c::table).execute(&mut **tx)?)
            })
            .await;
        assert!(gone.is_err(), "{gone:?}");
        assert_eq!(told(&world, "Sam Rivers").await, before);
    })
    .await;
}
