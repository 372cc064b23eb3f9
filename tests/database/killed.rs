//! The program is killed, twenty times, while people sign: nothing that was acknowledged is lost,
//! nothing is counted twice.
//!
//! The real binary, over a real database, with a relay that takes its mail. A ledger notes what
//! each visitor was told; whatever was cut off by a kill may have happened or not.
#![expect(
    clippy::disallowed_methods,
    reason = "the signers of the crowd act at once"
)]

use crate::support::crowd::Crowd;
use crate::support::on_both;
use crate::support::ports::free_port;
use crate::support::program::{
    Program, Start, base, client, is_ready, links, open_petition, seal_key, with_db,
};
use crate::support::smtp::{Behaviour, SmtpServer};
use parking_lot::Mutex;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;
use undersigned::signature::SignatureState;
use undersigned::signature::operator::check::differences;
use undersigned::signature::store::{pending, read};

const ROUNDS: u64 = 20;
const SIGNERS: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_kills_lose_and_double_nothing() {
    on_both(async |database| {
        let petition = open_petition(&database).await;
        let slug = petition.slug.to_string();
        let smtp = SmtpServer::start(Behaviour::Good).await;
        let port = free_port();
        let relay = smtp.setting();
        let crowd = Arc::new(Crowd {
            client: client(),
            base: base(port),
            links: links(&database),
            key: seal_key(&database),
            ledger: Mutex::default(),
            next: AtomicU64::new(1),
            is_over: AtomicBool::new(false),
        });
        let mut signers = Vec::new();
        for _ in 0..SIGNERS {
            let (crowd, slug) = (Arc::clone(&crowd), slug.clone());
            signers.push(tokio::spawn(
                async move { crowd.sign_and_confirm(&slug).await },
            ));
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
        let mut before = 0;
        for round in 0..ROUNDS {
            let server = start();
            is_ready(&crowd.client, &crowd.base).await;
            // From at once to well under load, never the same moment twice.
            tokio::time::sleep(Duration::from_millis(20 + (round * 7_919) % 400)).await;
            drop(server);
            let counted = crowd.ledger.lock().counted.len();
            before = counted.max(before);
        }
        // Once more, undisturbed: what is left in the outbox leaves, the numbers settle.
        let server = start();
        is_ready(&crowd.client, &crowd.base).await;
        crowd.is_over.store(true, Ordering::Relaxed);
        for signer in signers {
            signer.await.expect("a signer who met no wrong answer");
        }
        let shown = crowd
            .client
            .get(format!("{}/p/{slug}/count.json", crowd.base))
            .send()
            .await;
        let shown: serde_json::Value =
            serde_json::from_str(&shown.expect("an answer").text().await.expect("a body"))
                .expect("JSON");
        drop(server);

        let ledger = std::mem::take(&mut *crowd.ledger.lock());
        assert!(
            ledger.counted.len() >= 20,
            "too little happened to show anything: {}",
            ledger.counted.len()
        );
        let counted = with_db(&database, move |db| {
            db.read_here(|conn| {
                for id in &ledger.signed {
                    let is_kept =
                        read::find(conn, *id)?.is_some() || pending::find(conn, *id)?.is_some();
                    assert!(is_kept, "a signature that was acknowledged is gone");
                }
                for id in &ledger.counted {
                    let found = read::find(conn, *id)?.expect("a confirmed signature is a row");
                    assert_eq!(found.signature.state, SignatureState::Counted);
                }
                let found = differences(conn)?;
                assert!(found.is_empty(), "tallies and rows differ: {found:?}");
                let rows = read::recount(conn)?;
                Ok::<i64, undersigned::db::Error>(rows.iter().map(|(_, _, rows)| rows).sum())
            })
            .expect("it reads")
        })
        .await;
        assert!(counted >= i64::try_from(before).unwrap());
        assert_eq!(
            shown["signatures"], counted,
            "the number shown is the number of rows"
        );
    })
    .await;
}
