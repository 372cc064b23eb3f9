//! A fresh PostgreSQL database per story, on the server `TEST_POSTGRES_URL` names, dropped at the end.
//!
//! `tests/run` starts such a server and exports the address together with `REQUIRE_POSTGRES=1`, under which a missing server is a
//! failure and never a quietly skipped half. Uses only `std` and diesel, so that unit tests beside the code may take it in by
//! `#[path]`.

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};

/// A database of its own; dropping this drops it, whoever is still connected.
pub struct Fresh {
    server: String,
    name: String,
}

/// A fresh, empty database, or `None` on a machine without a server (where `REQUIRE_POSTGRES` is not set).
pub fn fresh() -> Option<Fresh> {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let server = server()?;
    let name = format!(
        "story_{}_{}",
        std::process::id(),
        MADE.fetch_add(1, Ordering::Relaxed)
    );
    let fresh = Fresh { server, name };
    // A process number comes round again, and the last to have it may have been killed.
    fresh.ask(&format!(
        "drop database if exists {} with (force)",
        fresh.name
    ));
    fresh.ask(&format!("create database {}", fresh.name));
    Some(fresh)
}

/// Address of the server, such as `postgres://postgres@127.0.0.1:5432/postgres`.
#[expect(
    clippy::disallowed_methods,
    reason = "the tests' own setting, not the program's"
)]
fn server() -> Option<String> {
    let url = std::env::var("TEST_POSTGRES_URL")
        .ok()
        .filter(|url| !url.is_empty());
    let required = std::env::var_os("REQUIRE_POSTGRES").is_some();
    assert!(
        url.is_some() || !required,
        "REQUIRE_POSTGRES is set and TEST_POSTGRES_URL is not: half of the stories would be skipped; start the tests with tests/run"
    );
    if url.is_none() {
        eprintln!(
            "no TEST_POSTGRES_URL: this story is told on SQLite only (tests/run tells it on both)"
        );
    }
    url
}

impl Fresh {
    /// `postgres://...` of this database.
    pub fn url(&self) -> String {
        let (address, question) = match self.server.split_once('?') {
            Some((address, question)) => (address, format!("?{question}")),
            None => (self.server.as_str(), String::new()),
        };
        let place = address
            .rsplit_once('/')
            .expect("TEST_POSTGRES_URL ends in /name")
            .0;
        format!("{place}/{}{question}", self.name)
    }

    fn ask(&self, statement: &str) {
        let mut conn = PgConnection::establish(&self.server).expect("connect to TEST_POSTGRES_URL");
        conn.batch_execute(statement).expect(statement);
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        let asked = PgConnection::establish(&self.server)
            .map_err(|error| error.to_string())
            .and_then(|mut conn| {
                conn.batch_execute(&format!(
                    "drop database if exists {} with (force)",
                    self.name
                ))
                .map_err(|error| error.to_string())
            });
        if let Err(error) = asked {
            // The server itself may be what the story took away.
            eprintln!("could not drop {}: {error}", self.name);
        }
    }
}
