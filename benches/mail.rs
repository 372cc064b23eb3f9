//! How fast confirmations leave the outbox, against the same messages in a bare loop over one
//! connection with TCP_NODELAY, to the same local sink. Prints ratios; never passes or fails.
//!
//! `cargo bench --bench mail`, with `TEST_POSTGRES_URL` set for PostgreSQL too (`tests/run with`).
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark measures, and runs a sink of its own"
)]
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason
)]

#[path = "../tests/support/mod.rs"]
mod support;

use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use std::time::Instant;
use support::Database;
use support::post::{BEGIN, Office, letter};
use support::smtp::{Behaviour, SmtpServer};

/// Letters of one measurement.
const LETTERS: usize = 20_000;

#[tokio::main]
async fn main() {
    let bare = measured("bare loop, one connection", bare_loop()).await;
    let databases = [
        ("SQLite", Some(Database::sqlite())),
        ("PostgreSQL", Database::postgres()),
    ];
    for (name, database) in databases {
        let Some(database) = database else { continue };
        let rate = measured(&format!("outbox on {name}"), worker(&database)).await;
        println!("{:<30} {:>8.2}", "   of the bare loop", rate / bare);
    }
}

/// Letters a second; the processor's time says more than the clock on a machine that others use.
async fn measured(name: &str, work: impl Future<Output = f64>) -> f64 {
    let before = processor_seconds();
    let rate = work.await;
    let micros = (processor_seconds() - before) / LETTERS as f64 * 1e6;
    println!("{name:<30} {rate:>8.0}/s {micros:>8.0} us of processor a letter, sink included");
    rate
}

fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let ticks = |index: usize| {
        fields
            .get(index)
            .and_then(|field| field.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    (ticks(11) + ticks(12)) / 100.0
}

async fn bare_loop() -> f64 {
    let sink = SmtpServer::start(Behaviour::Good).await;
    let tcp = tokio::net::TcpStream::connect(("127.0.0.1", sink.port()))
        .await
        .unwrap();
    tcp.set_nodelay(true).unwrap();
    let hello = ClientId::Domain("sign.example.org".to_owned());
    let mut line = AsyncSmtpConnection::connect_with_transport(Box::new(tcp), &hello)
        .await
        .unwrap();
    let mut letter = letter("sam@example.org");
    letter.message_id = "a@mail.example.org".to_owned();
    let parcel = letter.parcel().unwrap();
    let (from, to): (lettre::Address, lettre::Address) = (
        parcel.from.as_str().parse().unwrap(),
        parcel.to.as_str().parse().unwrap(),
    );
    let begun = Instant::now();
    for _ in 0..LETTERS {
        line.command(Mail::new(Some(from.clone()), Vec::new()))
            .await
            .unwrap();
        line.command(Rcpt::new(to.clone(), Vec::new()))
            .await
            .unwrap();
        line.command(Data).await.unwrap();
        line.message(&parcel.bytes).await.unwrap();
    }
    assert_eq!(sink.count(), LETTERS);
    LETTERS as f64 / begun.elapsed().as_secs_f64()
}

async fn worker(database: &Database) -> f64 {
    let mut office = Office::open(database, Behaviour::Good).await;
    let letters = (0..LETTERS).map(|number| {
        support::post::promised(
            undersigned::mail::model::Kind::Confirm,
            &format!("s{number}"),
            1,
            BEGIN,
        )
    });
    office.post(letters.collect()).await;
    let begun = Instant::now();
    assert_eq!(office.rounds().await, LETTERS);
    LETTERS as f64 / begun.elapsed().as_secs_f64()
}
