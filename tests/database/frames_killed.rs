//! The program is killed while readers of a partner's page sign in its frame: every form that was answered is kept, once.

#![expect(
    clippy::disallowed_methods,
    reason = "the readers act at once, while the program ends and begins"
)]

use crate::support::on_both;
use crate::support::page::Page;
use crate::support::ports::free_port;
use crate::support::program::{
    Program, Start, base, client, form, is_ready, links, open_petition, seal_key, with_db,
};
use crate::support::smtp::{Behaviour, SmtpServer};
use diesel::prelude::*;
use parking_lot::Mutex;
use reqwest::{Client, StatusCode};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use undersigned::base::{Clock, Id, Key};
use undersigned::db::Error;
use undersigned::db::schema::{pending_signatures as p, signature_details as d};
use undersigned::signature::links::Links;
use undersigned::signature::operator::check::differences;
use undersigned::signature::sign::sent_form::SentForm;
use undersigned::signature::store::{pending, read};
use undersigned::signature::{Signature, SignatureState};
use undersigned::web::cookies::sealed;

const ROUNDS: u64 = 10;
const READERS: usize = 4;
const FRAME: &str = "/embed/open-letter?kind=form&lang=en&via=slla";

/// What readers were told, by their number.
#[derive(Default)]
struct Told {
    sent: BTreeMap<u64, Id<Signature>>,
    confirmed: BTreeMap<u64, Id<Signature>>,
}

/// Who reads the partner's page.
struct Readers {
    client: Client,
    base: String,
    links: Links,
    key: Key,
    told: Mutex<Told>,
    next: AtomicU64,
    are_done: AtomicBool,
}

impl Readers {
    /// How many forms and how many codes were answered.
    fn heard(&self) -> (usize, usize) {
        let told = self.told.lock();
        (told.sent.len(), told.confirmed.len())
    }

    async fn sign(&self) {
        while !self.are_done.load(Ordering::Relaxed) {
            if self.one().await.is_none() {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        }
    }

    /// The page that a form of the frame leads to; none when the server went away in the middle, or was too busy.
    async fn posts(&self, n: u64, action: &str, body: String) -> Option<Page> {
        let (from, _) = form(n);
        let answer = self
            .client
            .post(format!("{}{action}", self.base))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", "null")
            .header("x-forwarded-for", from)
            .body(body)
            .send()
            .await
            .ok()?;
        if answer.status() == StatusCode::SERVICE_UNAVAILABLE {
            return None;
        }
        // from here on it was answered, even if the kill cuts what it says
        assert_eq!(answer.status(), StatusCode::OK, "{action}");
        Some(Page::of(&answer.text().await.ok()?))
    }

    /// Somebody new signs in the frame and types the code.
    async fn one(&self) -> Option<()> {
        let n = self.next.fetch_add(1, Ordering::Relaxed);
        let frame = self.client.get(format!("{}{FRAME}", self.base));
        let frame = Page::of(&frame.send().await.ok()?.text().await.ok()?);
        let sending = frame.press("Sign the letter")?;
        let typed = sending
            .with("name", "Signer Number")
            .with("email", &format!("signer{n}@opendocket.org"))
            .with("updates", "no")
            .with("public", "counted");
        let check = self.posts(n, &typed.action, typed.body()).await?;
        let ours = check.attribute("input[name=form]", "value")?;
        let now = Clock::system().now();
        let sent = sealed::open::<SentForm>(&self.key, "embed", &ours, now, sealed::LASTS);
        let id = sent.expect("a form of ours").id;
        self.told.lock().sent.insert(n, id);

        let code = check.press("Confirm my signature")?;
        let code = code.with("code", &self.links.code(id).to_string());
        let thanks = self.posts(n, &code.action, code.body()).await?;
        assert!(thanks.text().contains("Your email address is confirmed"));
        self.told.lock().confirmed.insert(n, id);
        Some(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_kills_lose_and_double_no_form_of_a_frame() {
    on_both(async |database| {
        open_petition(&database).await;
        let smtp = SmtpServer::start(Behaviour::Good).await;
        let (port, relay) = (free_port(), smtp.setting());
        let readers = Arc::new(Readers {
            client: client(),
            base: base(port),
            links: links(&database),
            key: seal_key(&database),
            told: Mutex::default(),
            next: AtomicU64::new(1),
            are_done: AtomicBool::new(false),
        });
        let signing = [(); READERS].map(|()| {
            let readers = Arc::clone(&readers);
            tokio::spawn(async move { readers.sign().await })
        });
        let start = || {
            Program::start(&Start {
                database: &database,
                url: None,
                port,
                relay: &relay,
                file_limit: None,
                log: None,
            })
        };
        for round in 0..ROUNDS {
            let server = start();
            is_ready(&readers.client, &readers.base).await;
            // in the middle of what the others do, now behind a form and now behind a code
            let (sent, confirmed) = readers.heard();
            let mut patience = 3_000;
            while match round % 2 {
                0 => readers.heard().0 < sent + 5,
                _ => readers.heard().1 < confirmed + 5,
            } {
                patience -= 1;
                assert!(patience > 0, "nobody is answered");
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            drop(server);
        }
        let server = start();
        is_ready(&readers.client, &readers.base).await;
        readers.are_done.store(true, Ordering::Relaxed);
        for one in signing {
            one.await.expect("a reader who met no wrong answer");
        }
        let shown = format!("{}/p/open-letter/count.json", readers.base);
        let shown = readers.client.get(shown).send().await.expect("an answer");
        let shown = shown.text().await.expect("a body");
        drop(server);

        let told = std::mem::take(&mut *readers.told.lock());
        let counted = with_db(&database, move |db| {
            db.read_here(|conn| {
                let addresses: Vec<String> = p::table.select(p::email).load(conn)?;
                let confirmed: Vec<String> = d::table.select(d::email).load(conn)?;
                let all: Vec<_> = addresses.iter().chain(&confirmed).collect();
                for (n, id) in &told.sent {
                    let waits = pending::find(conn, *id)?.is_some();
                    let counts = read::find(conn, *id)?.is_some();
                    assert!(waits != counts, "{n}: waits {waits}, counts {counts}");
                    let email = format!("signer{n}@opendocket.org");
                    let rows = all.iter().filter(|one| ***one == email).count();
                    assert_eq!(rows, 1, "{email} sent one form");
                }
                for id in told.confirmed.values() {
                    let found = read::find(conn, *id)?.expect("a confirmed signature is a row");
                    assert_eq!(found.signature.state, SignatureState::Counted);
                }
                let found = differences(conn)?;
                assert!(found.is_empty(), "tallies and rows differ: {found:?}");
                Ok::<_, Error>(confirmed.len())
            })
            .expect("it reads")
        })
        .await;
        assert!(
            shown.contains(&format!("\"signatures\":{counted},")),
            "{shown}"
        );
    })
    .await;
}
