//! Story: a newer program brings the schema up to date: it says before what it will do, a kill at any moment harms nothing, and the program
//! of before goes on beside it where nothing was taken away.
//!
//! The program of the last release is this one, until there is one: `tests/run previous` builds it from its tag and runs the same story with
//! `PREVIOUS_BINARY`.

use crate::support::operator::{program, run, start, told};
use crate::support::patience::holds_soon;
use crate::support::restored::{loaded, tell};
use crate::support::{Database, on_both};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

const MOMENTS: usize = 20;
/// What a process is ended by that writes more of a file than it may.
const XFSZ: i32 = 25;
/// Takes the newest step back, as if the program of before had made the database.
const BEFORE: &str = "drop table schema_floors; drop table mail_holds; drop table backup_runs; drop table copy_moments; \
     delete from __diesel_schema_migrations where version = '0009'";

fn dry_run(database: &Database) -> String {
    told(
        database.folder(),
        &["serve", "--dry-run", "--database", database.url()],
    )
}

#[derive(QueryableByName)]
struct Rows {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    many: i64,
}

fn steps(database: &Database) -> i64 {
    let asked = "select count(*) as many from __diesel_schema_migrations";
    match database.url().strip_prefix("sqlite:") {
        Some(path) => {
            let mut conn = SqliteConnection::establish(path).unwrap();
            diesel::sql_query(asked)
                .get_result::<Rows>(&mut conn)
                .unwrap()
                .many
        }
        None => {
            let mut conn = PgConnection::establish(database.url()).unwrap();
            diesel::sql_query(asked)
                .get_result::<Rows>(&mut conn)
                .unwrap()
                .many
        }
    }
}

#[actix_web::test]
async fn it_is_told_what_will_be_done_and_nothing_is() {
    on_both(|database| async move {
        let said = dry_run(&database);
        assert!(said.contains("is empty or not there"), "{said}");
        assert!(said.contains("step 0001_db: makes new tables"), "{said}");
        if let Some(file) = database.url().strip_prefix("sqlite:") {
            assert!(!std::path::Path::new(file).exists(), "it was made");
        }
        assert!(!database.folder().join("data").exists());
        loaded(&database);
        let said = dry_run(&database);
        assert!(
            said.contains("is up to date") && said.lines().count() == 1,
            "{said}"
        );
        tell(database.url(), BEFORE);
        let before = steps(&database);
        let bytes = || {
            database
                .url()
                .strip_prefix("sqlite:")
                .map(|file| std::fs::read(file).unwrap())
        };
        let there = bytes();
        let said = dry_run(&database);
        assert!(said.contains("would be brought up to date"), "{said}");
        assert!(
            said.contains("step 0009_backup: makes new tables, nothing that is there is touched"),
            "{said}"
        );
        assert_eq!(steps(&database), before);
        assert!(bytes() == there, "its file was changed");
        // the start says the same, and does it
        let place = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let taken = place.local_addr().unwrap().to_string();
        let output = run(
            database.folder(),
            &["serve", "--database", database.url(), "--listen", &taken],
        );
        let log = String::from_utf8_lossy(&output.stderr);
        assert!(log.contains("step 0009_backup: makes new tables"), "{log}");
        assert_eq!(steps(&database), before + 1);
    })
    .await;
}

/// Killed, `serve` ends by a signal; else it is as if it had never been begun, or it is done.
fn killed_on_sqlite(database: &Database) -> usize {
    let file = database.url().strip_prefix("sqlite:").unwrap();
    start(
        database.folder(),
        &["serve", "--database", database.url()],
        None,
    )
    .stop("INT");
    let whole = std::fs::metadata(file).unwrap().len() / 1024;
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{file}{end}"));
    }
    let binary = program(database.folder()).get_program().to_owned();
    // its place is taken, so that it ends by itself once the schema is made
    let place = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = place.local_addr().unwrap().to_string();
    let mut killed = 0;
    for moment in 1..=MOMENTS {
        // what is written goes to the log first, which is longer than the file
        let most = usize::try_from(whole).unwrap() * moment / MOMENTS;
        let output = Command::new("bash")
            .args([
                "-c",
                &format!("ulimit -c 0; ulimit -f {most}; exec \"$0\" \"$@\""),
            ])
            .arg(&binary)
            .args(["serve", "--database", database.url(), "--listen", &taken])
            .env_clear()
            .current_dir(database.folder())
            .output()
            .unwrap();
        if output.status.signal() == Some(XFSZ) {
            killed += 1;
        }
    }
    killed
}

/// Each table is about to be made by another session, so that the step waits in its middle, and is killed there.
fn killed_on_postgres(database: &Database) -> usize {
    let tables = [
        "secret_versions",
        "last_backup",
        "organizations",
        "organizers",
        "sessions",
        "activity",
        "petitions",
        "petition_texts",
        "updates",
        "endorsements",
        "outbox",
        "suppressions",
        "tallies",
        "tally_hours",
        "signatures",
        "signature_details",
        "consents",
        "register_entries",
        "page_reports",
        "exports",
        "mail_holds",
        "schema_floors",
    ];
    let place = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = place.local_addr().unwrap().to_string();
    let mut killed = 0;
    for table in tables {
        let mut other = PgConnection::establish(database.url()).unwrap();
        other
            .batch_execute(&format!("begin; create table {table} (a int)"))
            .unwrap();
        let mut child = program(database.folder())
            .args(["serve", "--database", database.url(), "--listen", &taken])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut watch = PgConnection::establish(database.url()).unwrap();
        holds_soon("the step waits", || {
            assert!(
                child.try_wait().unwrap().is_none(),
                "{table}: it ended before"
            );
            let asked = "select count(*) as many from pg_stat_activity where datname = current_database() \
                         and wait_event_type = 'Lock' and query not like '%pg_advisory_lock%'";
            diesel::sql_query(asked)
                .get_result::<Rows>(&mut watch)
                .unwrap()
                .many
                > 0
        });
        child.kill().unwrap();
        assert!(child.wait().unwrap().signal().is_some());
        other.batch_execute("rollback").unwrap();
        killed += 1;
    }
    killed
}

#[actix_web::test]
async fn an_upgrade_that_is_killed_at_any_moment_is_gone_on_with() {
    on_both(|database| async move {
        let killed = match database.is_sqlite() {
            true => killed_on_sqlite(&database),
            false => killed_on_postgres(&database),
        };
        assert!(killed >= MOMENTS / 2, "killed {killed} times only");
        assert!(database.is_sqlite() || killed >= MOMENTS);
        loaded(&database);
        let checked = told(database.folder(), &["check", "--database", database.url()]);
        assert!(checked.contains("every tally agrees"), "{checked}");
        assert!(dry_run(&database).contains("is up to date"));
    })
    .await;
}

/// What the program of the last release does on this one's schema: `PREVIOUS_BINARY`, else this program.
#[expect(
    clippy::disallowed_methods,
    reason = "the tests' own setting, not the program's"
)]
fn previous(database: &Database) -> Command {
    let own = program(database.folder()).get_program().to_owned();
    let named = std::env::var_os("PREVIOUS_BINARY").filter(|name| !name.is_empty());
    let mut command = Command::new(named.unwrap_or(own));
    command
        .env_clear()
        .current_dir(database.folder())
        .stdin(Stdio::null());
    command
}

/// A release adds to the schema; the instances of before go on until they are replaced.
#[actix_web::test]
async fn the_program_of_before_goes_on_where_the_schema_was_only_added_to() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        tell(
            database.url(),
            "alter table signatures add column mood text; create table moods (id integer primary key); \
             insert into __diesel_schema_migrations (version) values ('9001')",
        );
        let before = |arguments: &[&str]| {
            previous(&database)
                .args(arguments)
                .args(["--database", database.url()])
                .output()
                .unwrap()
        };
        let checked = before(&["check"]);
        assert!(checked.status.success(), "{checked:?}");
        let place = format!("127.0.0.1:{}", crate::support::ports::free_port());
        let mut child = previous(&database)
            .args(["serve", "--database", database.url(), "--listen", &place, "--metrics", "off"])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        holds_soon("the program of before serves", || {
            std::net::TcpStream::connect(&place).is_ok()
        });
        let mut to = std::net::TcpStream::connect(&place).unwrap();
        use std::io::{Read, Write};
        write!(to, "GET /readyz HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        to.read_to_string(&mut answer).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        // what it does not know it would leave out of a copy that goes table by table
        let copied = before(&["backup", "ahead.db"]);
        assert_eq!(copied.status.success(), database.is_sqlite(), "{copied:?}");
        // one that takes away keeps the program of before out
        tell(database.url(), "update schema_floors set version = '9001'");
        for command in [&["check"][..], &["serve"], &["organizer", "drop-operator", "--email", "a@example.org"]] {
            let refused = before(command);
            let said = String::from_utf8_lossy(&refused.stderr);
            assert_eq!(refused.status.code(), Some(2), "{said}");
            assert!(said.contains("newer version of this program"), "{said}");
        }
        tell(database.url(), "delete from __diesel_schema_migrations where version = '9001'");
        told(folder, &["check", "--database", database.url()]);
    })
    .await;
}
