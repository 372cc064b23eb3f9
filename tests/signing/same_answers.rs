//! Story: somebody wants to learn from our answers whether another has signed. Whatever stands
//! behind an address, the answers are the same (T07), and none holds what is stored (T09).

use crate::support::answer::Answer;
use crate::support::smtp::{At, Behaviour};
use crate::support::world::{World, on_both};
use regex::Regex;
use std::collections::BTreeMap;
use undersigned::base::time::{days, minutes};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;
use undersigned::signature::store::confirm::move_state;
use undersigned::signature::store::read;

/// Status, headers and body, without what is random or the asker's own.
pub fn masked(answer: &Answer, email: &str) -> String {
    // what a browser keeps is sealed anew each time; how long it is would tell of what is in it
    let sealed = Regex::new(r"(form|signed)=([A-Za-z0-9_-]+);").unwrap();
    let own =
        Regex::new(r"[0-9]{10}\.[0-9a-f]{24}|[0-9a-hjkmnp-tv-z]{26}|petition-[0-9]+").unwrap();
    // the code of a link is drawn, and its picture is as long as it falls; the whole body is compared below
    let drawn = Regex::new(
        r"(via(=|%3D))[0-9][0-9a-hjkmnp-tv-z]{9}|(M[0-9]+ [0-9]+\.5h[0-9]+)+|content-length: [0-9]+",
    );
    let drawn = drawn.unwrap();
    let mut headers: Vec<String> = answer
        .headers
        .iter()
        .filter(|(name, _)| *name != "date")
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
        .collect();
    headers.sort();
    let all = format!("{}\n{}\n{}", answer.status, headers.join("\n"), answer.body);
    let all = sealed.replace_all(&all, |found: &regex::Captures| {
        format!("{}={};", &found[1], found[2].len())
    });
    let all = drawn.replace_all(&all, "$1~");
    own.replace_all(&all, "~").replace(email, "ADDRESS")
}

const STATES: [&str; 9] = [
    "new",
    "pending",
    "counted",
    "held",
    "withdrawn",
    "removed",
    "notmeme",
    "unknown",
    "stopped",
];
const CANARY: &str = "Canary";

fn address(state: &str) -> String {
    // all of one length: the page shows it
    format!("{state:_>9}@example.org")
}

/// Brings an address into its state.
async fn prepares(world: &World, petition: &Petition, state: &str) {
    let email = address(state);
    let mut owner = world.visitor();
    if state == "new" {
        return;
    }
    if state == "unknown" {
        let unknown = "550 5.1.1 no such mailbox".to_owned();
        world.smtp().switch(Behaviour::Says(At::Rcpt, unknown));
        owner.signs(petition, CANARY, &email).await;
        world.mail_rests().await;
        world.smtp().switch(Behaviour::Good);
        return;
    }
    owner.opens(petition).await;
    owner.fills_in(CANARY, &email);
    if state == "held" {
        let page = owner.answer().page();
        let bait = page.attribute("input[tabindex=-1]", "name").unwrap();
        owner.types(&bait, "x").types("token", "");
    }
    owner.presses("Sign the petition").await;
    if state == "held" {
        // the letter of what looks like a machine goes last
        world.later(minutes(5)).await;
    }
    owner.opens_mail().await;
    match state {
        "pending" => {}
        "notmeme" => {
            owner.presses("This was not me").await;
            world.mail(&email).await;
        }
        "stopped" => {
            let path = format!("{}/unsubscribe", owner.mail().link());
            assert_eq!(owner.posts(&path, String::new()).await.status, 200);
        }
        _ => {
            owner.presses("Confirm my signature").await;
            assert_eq!(owner.status(), 200);
        }
    }
    if state == "withdrawn" {
        owner
            .follows("Withdraw my signature")
            .await
            .presses("Withdraw my signature")
            .await;
    }
    if state == "removed" {
        let (id, now) = (petition.id, world.now());
        world
            .write(move |tx| {
                use undersigned::count::{Change, store::tallies};
                let newest = read::newest(tx, id, SignatureState::Counted, None, 1)?;
                move_state(
                    tx,
                    newest[0].signature.id,
                    (SignatureState::Counted, SignatureState::Removed),
                    None,
                    now,
                )?;
                let by = Change {
                    counted: -1,
                    removed: 1,
                    ..Change::default()
                };
                tallies::add(tx, id.cast(), by, now).map(drop)
            })
            .await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_stands_behind_an_address() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        for state in STATES {
            prepares(&world, &petition, state).await;
        }
        world.leaves_failed(1);
        // so that letters of the preparation are no reason for a difference
        world.later(days(2)).await;
        let mut seen: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for round in 0..4 {
            world.later(minutes(1)).await;
            for state in STATES.iter().cycle().skip(round * 5).take(STATES.len()) {
                let answers = asks(&world, &address(state)).await;
                for answer in &answers {
                    assert!(!answer.contains(CANARY), "{state}: {answer}");
                }
                seen.entry(state).or_default().extend(answers);
            }
        }
        let new = &seen["new"];
        for (state, answers) in &seen {
            for (at, (answer, expected)) in answers.iter().zip(new).enumerate() {
                assert_eq!(answer, expected, "{state}, answer {at}");
            }
        }
        world.mail_drains().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

/// Everything a stranger can do with an address, step by step.
async fn asks(world: &World, email: &str) -> Vec<String> {
    let mut stranger = world.visitor();
    let form = |name: &str| format!("name={name}&email={email}&updates=no&token=");
    let mut answers = Vec::new();
    let told = stranger
        .posts("/en/p/free-records/sign", form("Stranger"))
        .await;
    stranger.keeps(&told);
    let check = told.header("location").to_owned();
    answers.push(told);
    let page = stranger.gets(&check).await;
    let form_of = |page: &Answer| {
        let form = page.page().attribute("input[name=form]", "value");
        form.expect("a form")
    };
    let ticket = form_of(&page);
    answers.push(page);
    for (end, body) in [
        ("resend", format!("form={ticket}")),
        ("code", format!("form={ticket}&code=2222-2222")),
        ("code", format!("form={ticket}&code=")),
        ("code", format!("email={email}&code=2222-2222")),
        ("reason", format!("form={ticket}&reason=Because")),
        ("address", format!("form={ticket}&email={email}")),
    ] {
        let answer = stranger.posts(&format!("{check}/{end}"), body).await;
        stranger.keeps(&answer);
        answers.push(answer);
    }
    answers.push(stranger.gets(&check).await);
    answers.push(stranger.gets(&format!("{check}?done=other")).await);
    answers.push(stranger.posts("/p/free-records/sign", form("")).await);
    answers.iter().map(|answer| masked(answer, email)).collect()
}

/// What is promised is one letter at least, about nobody where nobody has signed.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_work_is_the_same_for_every_address() {
    on_both(|world| async move {
        use diesel::prelude::*;
        use undersigned::base::{Email, Lang, Strictness};
        use undersigned::db::schema::outbox as o;
        use undersigned::signature::mine::ask_link;
        let letter = world.petition(Kind::Letter).await;
        let links = world.app().confirming.links.clone();
        let (id, now) = (letter.id, world.now());
        let rows = world
            .write(move |tx| {
                let email = Email::parse("nobody@example.org", Strictness::Testing).unwrap();
                ask_link::queue(tx, &links, id, (&email, None), Lang::EN, (now, now))?;
                Ok(o::table
                    .select((o::kind, o::recipient))
                    .load::<(i16, Option<String>)>(&mut **tx)?)
            })
            .await;
        assert_eq!(rows, [(5, None)], "no address in it");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
    })
    .await;
}
