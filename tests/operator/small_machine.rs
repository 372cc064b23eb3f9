//! Story: the smallest machine that can be rented. Within 256 MB of memory and on a disk with 100 MB left people sign a hundred times a
//! second while somebody takes the whole list, somebody sends a large logo and somebody else asks for the picture of link previews. Then the
//! disk is full: nobody hears "done" who is not, and all goes on once there is space.
//!
//! `tests/run small` tells it with 100,000 signatures, and half a minute of people who sign.
#![expect(
    clippy::disallowed_methods,
    reason = "people sign at a pace, whatever comes of each; the numbers are the tests' own setting"
)]

use crate::support::Database;
use crate::support::crowd::Crowd;
use crate::support::exports::{LIST_USE, boxes};
use crate::support::on_both;
use crate::support::organizer::{PHRASE, email};
use crate::support::page::{Page, encoded};
use crate::support::ports::free_port;
use crate::support::program::{base, client, is_ready, links, open_petition, seal_key, with_db};
use crate::support::signers::{sign, signer};
use crate::support::small_machine::{MEMORY, SmallMachine};
use crate::support::smtp::{Behaviour, SmtpServer};
use crate::support::upload::{MULTIPART, deep_png, multipart, photo_in_passes, talkative_png};
use parking_lot::Mutex;
use reqwest::{Client, StatusCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use undersigned::account::model::Role;
use undersigned::account::passphrase::hash::{Cost, Passphrase, keep};
use undersigned::account::store::{member, person};
use undersigned::base::time::days;
use undersigned::base::{Clock, Lang};
use undersigned::db::{Db, Error};
use undersigned::petition::Petition;
use undersigned::signature::SignatureState;
use undersigned::signature::operator::check::differences;
use undersigned::signature::store::{pending, read};
use undersigned::transfer::Column;
use undersigned::web::urls;

/// Between two who sign.
const APART: Duration = Duration::from_millis(10);
const OWNER: &str = "owner@opendocket.example.org";

/// What `tests/run small` says, or so many.
fn setting(name: &str, usual: usize) -> usize {
    let said = std::env::var(name).ok();
    said.map_or(usual, |said| said.parse().expect(name))
}

/// So many have signed in the last days, and somebody works on the petition.
async fn has_signers(database: &Database, petition: &Petition, many: usize) {
    let target = database.url().parse().expect("a database");
    let db = tokio::task::spawn_blocking(move || Db::open(&target).expect("it opens"));
    let db = db.await.expect("it opens");
    let now = Clock::system().now();
    let mut from = now.minus(days(20));
    let numbers: Vec<usize> = (0..many).collect();
    for some in numbers.chunks(2_000) {
        let people = some
            .iter()
            .map(|n| signer(&format!("Signer {n}")))
            .collect();
        sign(&db, petition.id, SignatureState::Counted, people, from).await;
        from = from.plus(Duration::from_secs(60));
    }
    let organization = petition.organization;
    let joins = db.write(move |tx| {
        let kept = keep(Cost::TRIFLING, &Passphrase::typed(PHRASE)).expect("a hash");
        let one = person::insert(tx, &email(OWNER), "The owner", Lang::EN, now)?;
        let one = one.ok_or(Error::Duplicate)?;
        person::set_password(tx, one.id, &kept)?;
        member::join(tx, organization, one.id, Role::Owner, now)?;
        person::put_off_second_factor(tx, one.id, now.plus(days(4_000)))
    });
    joins.await.expect("an owner");
}

/// Somebody at a browser: a client, where it is, and its cookies.
struct Desk<'a> {
    client: &'a Client,
    base: &'a str,
    cookies: Mutex<Vec<String>>,
}

impl Desk<'_> {
    async fn asks(&self, request: reqwest::RequestBuilder) -> reqwest::Response {
        let cookies = self.cookies.lock().join("; ");
        let request = request
            .header("origin", self.base)
            .header("cookie", cookies);
        let request = request.header("x-forwarded-for", "198.51.100.7");
        let request = request.timeout(Duration::from_secs(120));
        let answer = request.send().await.expect("an answer");
        let given = answer.headers().get_all("set-cookie").iter();
        let given = given.filter_map(|one| one.to_str().ok()?.split(';').next());
        self.cookies.lock().extend(given.map(str::to_owned));
        answer
    }

    async fn page(&self, path: &str) -> Page {
        let answer = self
            .asks(self.client.get(format!("{}{path}", self.base)))
            .await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        Page::of(&answer.text().await.expect("a page"))
    }

    async fn posts(&self, path: &str, kind: &str, body: Vec<u8>) -> reqwest::Response {
        let request = self.client.post(format!("{}{path}", self.base));
        self.asks(request.header("content-type", kind).body(body))
            .await
    }

    async fn sends(&self, path: &str, fields: &[(String, String)]) -> reqwest::Response {
        let body = encoded(fields).into_bytes();
        self.posts(path, "application/x-www-form-urlencoded", body)
            .await
    }
}

fn fields(of: &[(&str, &str)]) -> Vec<(String, String)> {
    let one = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    of.iter().map(one).collect()
}

/// The owner takes the whole list: how many lines it has.
async fn takes_list(desk: &Desk<'_>, petition: &Petition) -> usize {
    let credentials = fields(&[("email", OWNER), ("password", PHRASE)]);
    let inside = desk.sends("/organize/sign-in", &credentials).await;
    assert_eq!(inside.status(), StatusCode::SEE_OTHER);
    let form = desk.page(&urls::export(petition.id)).await;
    let mut asked = form.press("Download").expect("the button");
    for (name, value) in boxes(&Column::ALL).into_iter().chain(fields(&LIST_USE)) {
        asked = asked.with(&name, &value);
    }
    let mut answer = desk.sends(&asked.action, &asked.fields).await;
    if answer.status() == StatusCode::SEE_OTHER {
        let place = answer.headers()["location"]
            .to_str()
            .expect("a place")
            .to_owned();
        let ready = loop {
            let page = desk.page(&place).await;
            assert!(!page.text().contains("did not"), "{}", page.text());
            match page.press("Download") {
                Some(ready) => break ready,
                None => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        answer = desk.sends(&ready.action, &ready.fields).await;
    }
    assert_eq!(answer.status(), StatusCode::OK);
    let list = answer.text().await.expect("the list to its end");
    list.lines().count() - 1
}

/// The picture of link previews that the page names.
async fn sees_card(desk: &Desk<'_>, petition: &Petition) {
    let page = desk.page(&format!("/en/p/{}", petition.slug)).await;
    let card = page
        .attribute("meta[property=\"og:image\"]", "content")
        .expect("a card");
    let card = desk.asks(desk.client.get(card)).await;
    assert_eq!(card.status(), StatusCode::OK);
    assert!(card.bytes().await.expect("a picture").len() > 5_000);
}

/// The largest logo that is taken.
async fn sends_logo(desk: &Desk<'_>, petition: &Petition, logo: &[u8], n: usize) {
    let path = format!("/en/p/{}/organizations/sign", petition.slug);
    let who = fields(&[
        ("organization", &format!("Puente Claro {n}")),
        ("contact", "Paz Contreras"),
        ("email", &format!("paz{n}@puente.example.org")),
    ]);
    let body = multipart(&who, Some(("logo.png", logo)));
    let answer = desk.posts(&path, MULTIPART, body).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{n}");
}

/// So many sign and confirm, at this pace; how many were put off.
async fn signing(crowd: &Arc<Crowd>, slug: &str, many: usize, machine: &SmallMachine) -> usize {
    let mut pace = tokio::time::interval(APART);
    let mut all = JoinSet::new();
    for _ in 0..many {
        pace.tick().await;
        let (crowd, slug) = (Arc::clone(crowd), slug.to_owned());
        all.spawn(async move { crowd.one(&slug).await });
        assert_ne!(machine.looks(), 0, "it was killed");
    }
    let mut put_off = 0;
    while let Some(one) = all.join_next().await {
        put_off += usize::from(one.expect("a signer who met no wrong answer").is_none());
        machine.looks();
    }
    put_off
}

async fn readiness(crowd: &Crowd) -> (StatusCode, String) {
    let answer = crowd.client.get(format!("{}/readyz", crowd.base)).send();
    let answer = answer.await.expect("an answer");
    (answer.status(), answer.text().await.expect("a word"))
}

/// The disk has nothing left: the form comes back with a sentence, the machine is told to be not ready, and it goes on when there is space.
async fn full_disk(crowd: &Arc<Crowd>, petition: &Petition, machine: &SmallMachine) {
    if let Some(said) = machine.doctor() {
        assert!(said.contains("soon    space: Only"), "before that: {said}");
    }
    machine.fills_up();
    let mut refused = None;
    // what SQLite has of its log already is filled before it asks the disk for more
    for n in 5_000_000..5_040_000 {
        let (from, form) = crate::support::program::form(n);
        let answer = crowd
            .client
            .post(format!("{}/p/{}/sign", crowd.base, petition.slug));
        let answer = answer
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", from);
        let answer = answer.body(form).send().await.expect("an answer");
        if answer.status() == StatusCode::SERVICE_UNAVAILABLE {
            refused = Some(answer);
            break;
        }
        let id = crate::support::program::sent_form(&crowd.key, &answer);
        crowd.ledger.lock().signed.push(id.expect("a form"));
    }
    let refused = refused.expect("the disk was never full");
    let said = refused.text().await.expect("a page");
    assert!(
        said.contains("We could not save your signature just now"),
        "{said}"
    );
    let (status, why) = readiness(crowd).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{why}");
    assert!(why.starts_with("not ready: disk f"), "{why}");
    machine.has_space();
    is_ready(&crowd.client, &crowd.base).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_small_machine_carries_a_campaign() {
    on_both(async |database| {
        let many = setting("SMALL_SIGNATURES", 2_000);
        let signs = 100 * setting("SMALL_SECONDS", 2);
        let program = std::env::var("SMALL_PROGRAM").ok();
        let smtp = SmtpServer::start(Behaviour::Good).await;
        let port = free_port();
        let crowd = Arc::new(Crowd {
            client: client(),
            base: base(port),
            links: links(&database),
            key: seal_key(&database),
            ledger: Mutex::default(),
            next: AtomicU64::new(1),
            is_over: AtomicBool::new(false),
        });
        let petition = open_petition(&database).await;
        has_signers(&database, &petition, many).await;
        let started = SmallMachine::start(&database, port, &smtp.setting(), program.as_deref());
        let Some(machine) = started else {
            return;
        };
        is_ready(&crowd.client, &crowd.base).await;
        let idle = machine.looks();
        let slug = petition.slug.as_str();
        let desk = Desk {
            client: &crowd.client,
            base: &crowd.base,
            cookies: Mutex::default(),
        };
        let logos = [
            talkative_png(4_000, 4_000),
            deep_png(4_000, 4_000),
            photo_in_passes(4_000, 4_000),
        ];
        let begun = Instant::now();
        let beside = async {
            let lines = takes_list(&desk, &petition).await;
            assert!(lines >= many, "{lines} of {many}");
            for (n, logo) in logos.iter().enumerate() {
                sends_logo(&desk, &petition, logo, n).await;
                sees_card(&desk, &petition).await;
            }
        };
        let (put_off, ()) = tokio::join!(signing(&crowd, slug, signs, &machine), beside);
        let took = begun.elapsed();
        assert_eq!(put_off, 0, "of {signs}");
        if database.is_sqlite() {
            full_disk(&crowd, &petition, &machine).await;
        }
        assert_eq!(signing(&crowd, slug, 50, &machine).await, 0, "it goes on");
        let (own, whole) = machine.most();
        eprintln!(
            "{many} signatures, {signs} more in {took:.1?}: {} MB idle, at most {} MB of its own and {} MB with what is read of its \
             program and files; the memory was {}",
            idle >> 20,
            own >> 20,
            whole >> 20,
            if machine.is_bound() { "bound" } else { "measured" }
        );
        assert!(own <= MEMORY, "{own}");

        let after = machine.ends();
        let ledger = std::mem::take(&mut *crowd.ledger.lock());
        let counted = many + ledger.counted.len();
        let check = move |db: &Db| {
            db.read_here(|conn| {
                for id in &ledger.signed {
                    let is_kept =
                        read::find(conn, *id)?.is_some() || pending::find(conn, *id)?.is_some();
                    assert!(is_kept, "a signature that was acknowledged is gone");
                }
                assert!(differences(conn)?.is_empty());
                let rows = read::recount(conn)?;
                let rows: i64 = rows.iter().map(|(_, _, rows)| rows).sum();
                Ok::<_, Error>(rows)
            })
            .expect("it reads")
        };
        let rows = match database.is_sqlite() {
            true => {
                let target = format!("sqlite:{}", after.join("story.db").display());
                let target = target.parse().expect("a database");
                let read = move || check(&Db::open(&target).expect("it opens"));
                tokio::task::spawn_blocking(read).await.expect("rows")
            }
            false => with_db(&database, check).await,
        };
        assert_eq!(usize::try_from(rows).ok(), Some(counted), "counted");
    })
    .await;
}
