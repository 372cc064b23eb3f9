//! Story: the program is restarted while people sign, as an update does it. Whoever was being
//! answered gets the answer, within ten seconds it has ended, nothing acknowledged is lost, and
//! every mail that was promised leaves.

use crate::support::on_both;
use crate::support::ports::free_port;
use crate::support::program::{
    Program, Start, base, client, form, is_ready, links, open_petition, seal_key, sent_form,
    with_db,
};
use crate::support::smtp::{Behaviour, SmtpServer};
use parking_lot::Mutex;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use tokio::task::JoinSet;
use undersigned::base::Id;
use undersigned::mail::store::waiting;
use undersigned::signature::Signature;
use undersigned::signature::store::pending;

/// Each signer who was answered, and the form.
type Told = Vec<(u64, Id<Signature>)>;

const RESTARTS: usize = 4;
const SIGNERS: usize = 6;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_people_sign() {
    on_both(async |database| {
        let petition = open_petition(&database).await;
        let slug = petition.slug.to_string();
        links(&database);
        let key = seal_key(&database);
        let smtp = SmtpServer::start(Behaviour::Good).await;
        let (port, relay) = (free_port(), smtp.setting());
        let (next, is_over) = (
            Arc::new(AtomicU64::new(1)),
            Arc::new(AtomicBool::new(false)),
        );
        let told: Arc<Mutex<Told>> = Arc::default();
        let cut_off: Arc<Mutex<Vec<String>>> = Arc::default();
        let mut signers = JoinSet::new();
        for _ in 0..SIGNERS {
            let (next, is_over, told, cut_off) =
                (next.clone(), is_over.clone(), told.clone(), cut_off.clone());
            let url = format!("{}/p/{slug}/sign", base(port));
            let key = key.clone();
            signers.spawn(async move {
                let client = client();
                while !is_over.load(Ordering::Relaxed) {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let (from, body) = form(n);
                    let request = client.post(&url).header("x-forwarded-for", from).body(body);
                    let request =
                        request.header("content-type", "application/x-www-form-urlencoded");
                    match request.send().await {
                        Ok(answer) if answer.status() == 303 => {
                            told.lock()
                                .push((n, sent_form(&key, &answer).expect("a form")));
                        }
                        Ok(answer) => panic!("{}", answer.status()),
                        // nobody listened, or an idle connection was closed before it was used
                        Err(error) if error.is_connect() => {
                            tokio::time::sleep(Duration::from_millis(10)).await;
                        }
                        Err(error) => cut_off.lock().push(format!("{error:?}")),
                    }
                }
            });
        }
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
        for round in 0..RESTARTS {
            let mut server = start();
            is_ready(&client(), &base(port)).await;
            let before = told.lock().len();
            while told.lock().len() < before + 20 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            let signal = if round % 2 == 0 { "TERM" } else { "INT" };
            server.ends_by(signal, Duration::from_secs(10)).await;
        }
        is_over.store(true, Ordering::Relaxed);
        while let Some(done) = signers.join_next().await {
            done.expect("a signer who met no wrong answer");
        }
        // whoever was on an old connection when it closed may try again; nobody hangs
        let cut = std::mem::take(&mut *cut_off.lock());
        assert!(cut.len() <= RESTARTS * SIGNERS, "{cut:?}");
        let mut server = start();
        is_ready(&client(), &base(port)).await;
        let told = std::mem::take(&mut *told.lock());
        let everybody: BTreeSet<String> = told
            .iter()
            .map(|(n, _)| format!("signer{n}@opendocket.org"))
            .collect();
        for _ in 0..1_000 {
            let reached: BTreeSet<String> = smtp
                .messages()
                .iter()
                .map(|one| one.recipient().to_owned())
                .collect();
            if everybody.is_subset(&reached) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        server.ends_by("TERM", Duration::from_secs(10)).await;
        let reached: BTreeSet<String> = smtp
            .messages()
            .iter()
            .map(|one| one.recipient().to_owned())
            .collect();
        let missed: Vec<_> = everybody.difference(&reached).collect();
        assert!(missed.is_empty(), "no letter for {missed:?}");
        assert_eq!(reached.len(), smtp.count(), "one letter each");
        let ids: Vec<_> = told.iter().map(|(_, id)| *id).collect();
        with_db(&database, move |db| {
            db.read_here(|conn| {
                assert_eq!(
                    pending::find_all(conn, &ids)?.len(),
                    ids.len(),
                    "all are there"
                );
                assert!(waiting(conn)?.is_empty(), "no letter waits");
                Ok::<(), undersigned::db::Error>(())
            })
            .unwrap();
        })
        .await;
    })
    .await;
}
