//! Story: the machine starts, and the program is there before its PostgreSQL. It waits, says so, and serves.

use crate::database::refuses::lets_in;
use crate::support::Database;
use crate::support::operator::run;
use crate::support::ports::free_port;
use crate::support::program::{Program, Start, base, client, is_ready, links, open_petition};
use crate::support::smtp::{Behaviour, SmtpServer};
use std::path::Path;
use std::time::Duration;

/// Waits until the log says this.
async fn says(log: &Path, words: &str) {
    for _ in 0..1_000 {
        if std::fs::read_to_string(log).is_ok_and(|log| log.contains(words)) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the log does not say {words:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_program_waits_for_its_database() {
    let Some(database) = Database::postgres() else {
        return;
    };
    open_petition(&database).await;
    let _ = links(&database);
    let smtp = SmtpServer::start(Behaviour::Good).await;
    let log = database.folder().join("log");
    lets_in(database.url(), false).await;
    let (port, relay) = (free_port(), smtp.setting());
    let _program = Program::start(&Start {
        database: &database,
        url: None,
        port,
        relay: &relay,
        file_limit: None,
        log: Some(&log),
    });
    says(&log, "the database does not answer yet").await;
    lets_in(database.url(), true).await;
    is_ready(&client(), &base(port)).await;
}

/// What no waiting mends is told at once: a wrong name would otherwise look like a slow server for a minute.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_there_is_not_is_not_waited_for() {
    let Some(database) = Database::postgres() else {
        return;
    };
    let url = format!("{}_and_nothing_more", database.url());
    let folder = database.folder().to_owned();
    let output = tokio::task::spawn_blocking(move || run(&folder, &["--database", &url])).await;
    let output = output.expect("it ends");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!said.contains("does not answer yet"), "{said}");
}
