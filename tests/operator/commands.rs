//! A newcomer runs the demo; an operator checks, exports, backs up, moves to the other database and stops.

use crate::support::operator::{Serving, run, start, told};
use crate::support::{Database, on_both};
use diesel::connection::SimpleConnection;
use diesel::{Connection, RunQueryDsl, SqliteConnection};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;
use undersigned::transfer::Column;

pub const LETTER: &str = "legal-research-without-raids";
const PLEDGE: &str = "not-at-corvane";
const OVER: &str = "no-face-recognition-in-our-stations";

pub fn demo(database: &Database) -> Serving {
    let arguments = ["demo", "--database", database.url()];
    start(database.folder(), &arguments, Some("Ctrl-C"))
}

fn passphrase(told: &str) -> String {
    let line = told.lines().find(|line| line.contains("passphrase"));
    line.unwrap().split_whitespace().last().unwrap().to_owned()
}

fn checked(database: &Database) {
    let said = told(database.folder(), &["check", "--database", database.url()]);
    let numbers = said
        .strip_suffix("; every tally agrees with its signatures\n")
        .unwrap();
    assert!(numbers.starts_with("petitions: 3; signatures: "), "{said}");
}

#[actix_web::test]
async fn the_demo_is_loaded_once_and_keeps_what_was_done() {
    on_both(|database| async move {
        let first = demo(&database);
        for (path, shown) in [
            ("/", "Legal research should not feed deportation"),
            (&format!("/p/{LETTER}"), "Puente Claro"),
            (&format!("/es/p/{LETTER}"), "Quienes firmamos"),
            (&format!("/p/{PLEDGE}"), "people have pledged"),
            (&format!("/p/{OVER}"), "The pilot is over."),
            (&format!("/es/p/{OVER}"), "La prueba terminó."),
            ("/dev/mail", "Confirm your signature"),
            ("/organize/sign-in", "Sign in"),
        ] {
            let page = first.get(path);
            assert!(page.starts_with("HTTP/1.1 200"), "{path}: {page}");
            assert!(page.contains(shown), "{path} without {shown:?}");
        }
        let count = first.get(&format!("/p/{LETTER}/count.json"));
        let words = passphrase(&first.told);
        assert!(first.stop("INT") < Duration::from_secs(10));
        if let Some(file) = database.url().strip_prefix("sqlite:") {
            let log = std::fs::metadata(format!("{file}-wal"));
            assert!(
                log.is_err() || log.unwrap().len() == 0,
                "the file is not whole"
            );
        }
        checked(&database);
        let second = demo(&database);
        assert_eq!(passphrase(&second.told), words);
        let again = second.get(&format!("/p/{LETTER}/count.json"));
        let number = |answer: &str| answer.split("\"signatures\":").nth(1).unwrap().to_owned();
        assert_eq!(number(&again), number(&count));
        assert!(second.stop("TERM") < Duration::from_secs(10));
        checked(&database);
    })
    .await;
}

#[actix_web::test]
async fn a_check_that_finds_a_difference_says_which() {
    let database = Database::sqlite();
    demo(&database).stop("TERM");
    let path = database.url().strip_prefix("sqlite:").unwrap();
    SqliteConnection::establish(path)
        .unwrap()
        .batch_execute("update tallies set held = held + 2 where held = 2")
        .unwrap();
    let output = run(database.folder(), &["check", "--database", database.url()]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stdout);
    let mut lines = said.lines();
    assert_eq!(
        lines.next(),
        Some(&*format!("{LETTER}: held: tally 4, rows 2, difference 2"))
    );
    assert!(lines.next().unwrap().starts_with("petitions: 3; "));
    assert_eq!(lines.next(), None);
}

#[actix_web::test]
async fn a_check_holds_the_public_list_against_the_signatures() {
    let database = Database::sqlite();
    demo(&database).stop("TERM");
    let mut conn =
        SqliteConnection::establish(database.url().strip_prefix("sqlite:").unwrap()).unwrap();
    conn.batch_execute(
        "create table chosen as select signature_id as id from signature_details \
         where visibility = 3 and signature_id in (select id from register_entries) limit 1",
    )
    .unwrap();
    let mut finds = |wrong: &str, right: &str, what: &str| {
        conn.batch_execute(wrong).unwrap();
        let output = run(database.folder(), &["check", "--database", database.url()]);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(what), "{what}: {said}");
        conn.batch_execute(right).unwrap();
        checked(&database);
    };
    // somebody hidden whose name is still there
    let first = "(select id from chosen)";
    finds(
        &format!("update signature_details set visibility = 0 where signature_id = {first}"),
        &format!("update signature_details set visibility = 3 where signature_id = {first}"),
        "names listed as signed",
    );
    // a name that was put right and stands there as before
    finds(
        &format!("update register_entries set name = name || '!' where id = {first}"),
        &format!("update register_entries set name = rtrim(name, '!') where id = {first}"),
        "names listed as signed: tally",
    );
    // a group that lost one
    finds(
        "update register_groups set signers = signers + 1 where kind = 0 and key = 'a'",
        "update register_groups set signers = signers - 1 where kind = 0 and key = 'a'",
        "names in one group: tally",
    );
    // somebody who chose to be shown and is not
    finds(
        &format!(
            "create table kept as select * from register_entries where id = {first}; \
             delete from register_entries where id in (select id from kept)"
        ),
        "insert into register_entries select * from kept; drop table kept",
        "names listed: tally",
    );
}

/// What a list is taken for.
const LIST_USE: [&str; 4] = ["--purpose", "archive", "--recipient", "us"];

/// All that organizers can take of all petitions, line by line.
fn exported(folder: &Path, url: &str) -> Vec<String> {
    let states = "counted,held,withdrawn,removed";
    let columns = Column::ALL.map(Column::as_str).join(",");
    [LETTER, PLEDGE, OVER]
        .map(|slug| {
            told(
                folder,
                &[
                    &["export", slug, "--states", states, "--database", url][..],
                    &LIST_USE,
                    &["--columns", &columns, "--erased"],
                ]
                .concat(),
            )
        })
        .to_vec()
}

#[actix_web::test]
async fn a_list_is_exported_by_state_and_form() {
    on_both(|database| async move {
        demo(&database).stop("TERM");
        let folder = database.folder();
        let export = |more: &[&str]| {
            let mut all = vec!["export", LETTER, "--database", database.url()];
            all.extend(LIST_USE);
            all.extend(more);
            told(folder, &all)
        };
        let counted = export(&[]).lines().count() - 1;
        assert_eq!(export(&["--states", "held"]).lines().count(), 1 + 2);
        let both = export(&["--states", "held,counted,held", "--format", "ndjson"]);
        assert_eq!(both.lines().count(), counted + 2);
        assert!(both.lines().all(|line| line.starts_with('{')));
        for unknown in ["no-such-petition", "No Such", "../x"] {
            let asked = ["export", unknown, "--database", database.url()];
            let output = run(folder, &[&asked[..], &LIST_USE].concat());
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{said}");
            assert_eq!(said.lines().count(), 1, "{said}");
            assert!(said.contains(unknown) && output.stdout.is_empty(), "{said}");
        }
    })
    .await;
}

#[actix_web::test]
async fn a_backup_is_a_database_that_serves() {
    on_both(|database| async move {
        let serving = demo(&database);
        let folder = database.folder();
        let copy = folder.join("copy.db");
        let name = copy.to_str().unwrap();
        // while it is in use
        told(folder, &["backup", name, "--database", database.url()]);
        let again = run(folder, &["backup", name, "--database", database.url()]);
        assert_eq!(
            again.status.code(),
            Some(2),
            "an existing file was written over"
        );
        serving.stop("TERM");
        let url = format!("sqlite:{name}");
        told(folder, &["check", "--database", &url]);
        assert_eq!(exported(folder, &url), exported(folder, database.url()));
        let restored = start(folder, &["demo", "--database", &url], Some("Ctrl-C"));
        assert!(
            restored
                .get(&format!("/p/{LETTER}"))
                .starts_with("HTTP/1.1 200")
        );
        restored.stop("TERM");
        let nowhere = folder.join("no-such-folder/copy.db");
        let output = run(
            folder,
            &[
                "backup",
                nowhere.to_str().unwrap(),
                "--database",
                database.url(),
            ],
        );
        assert_eq!(output.status.code(), Some(2));
    })
    .await;
}

#[actix_web::test]
async fn an_installation_moves_to_postgresql_and_back() {
    let file = Database::sqlite();
    let Some(server) = Database::postgres() else {
        return;
    };
    let folder = file.folder();
    demo(&file).stop("TERM");
    let list = exported(folder, file.url());
    told(folder, &["backup", server.url(), "--database", file.url()]);
    told(folder, &["check", "--database", server.url()]);
    assert_eq!(exported(folder, server.url()), list);
    let twice = run(folder, &["backup", server.url(), "--database", file.url()]);
    let said = String::from_utf8_lossy(&twice.stderr);
    assert_eq!(twice.status.code(), Some(2), "{said}");
    assert!(
        said.contains("empty") && said.lines().count() == 1,
        "{said}"
    );
    // with the secrets of the data folder it goes on where it was
    let moved = start(
        folder,
        &["demo", "--database", server.url()],
        Some("Ctrl-C"),
    );
    assert!(
        moved
            .get(&format!("/p/{PLEDGE}"))
            .starts_with("HTTP/1.1 200")
    );
    moved.stop("TERM");
    told(
        folder,
        &["backup", "sqlite:back.db", "--database", server.url()],
    );
    told(folder, &["check", "--database", "sqlite:back.db"]);
    assert_eq!(exported(folder, "sqlite:back.db"), list);
    let path = folder.join("back.db");
    let mut back = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
    let found: Found = diesel::sql_query(
        // each word stands behind whose it is
        "select count(*) as many from signature_search where words match \
         (select group_concat(lower(substr(hex(id), 21)) || 'quiet OR ' || lower(substr(hex(id), 21)) || 'example', ' OR ') \
         from petitions)",
    )
    .get_result(&mut back)
    .unwrap();
    let named = |one: &String| one.lines().filter(|line| line.contains('@')).count();
    let people = list.iter().map(named).sum::<usize>();
    assert_eq!(usize::try_from(found.many), Ok(people), "the search index");
    let over = &list[2];
    assert!(over.lines().count() > 200, "it is counted on");
    assert_eq!(named(over), 0, "and nobody is known any more");
}

#[derive(diesel::QueryableByName)]
struct Found {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    many: i64,
}

#[test]
fn every_address_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let said = told(folder.path(), &["routes"]);
    let table = undersigned::routes::TABLE
        .iter()
        .chain(undersigned::routes::CAPTURED);
    let mut lines = said.lines();
    for route in table {
        let line = lines.next().unwrap();
        let mut words = line.split_whitespace();
        assert_eq!(words.next(), Some(route.method), "{line}");
        assert_eq!(words.next(), Some(route.path), "{line}");
        assert_eq!(words.next(), Some(route.who.as_str()), "{line}");
        assert!(line.ends_with(route.limit), "{line}");
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn the_first_organizer_is_shown_the_way_in() {
    let database = Database::sqlite();
    let folder = database.folder();
    let arguments = ["serve", "--database", database.url()];
    let first = start(folder, &arguments, Some("/setup/"));
    let address = first
        .told
        .split("/setup/")
        .nth(1)
        .unwrap()
        .trim()
        .to_owned();
    let page = first.get(&format!("/setup/{address}"));
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
    first.stop("TERM");
    let link = told(
        folder,
        &[
            "organizer",
            "add",
            "--email",
            "ana@example.com",
            "--name",
            "Ana Reyes",
            "--organization",
            "Library Workers",
            "--database",
            database.url(),
        ],
    );
    assert!(link.starts_with("http://127.0.0.1:8080/setup/") && link.lines().count() == 1);
    for (email, name, organization, named) in [
        ("ana", "Ana", "Library Workers", "--email"),
        ("ana@example.com", "", "Library Workers", "--name"),
        ("ana@example.com", "Ana", " ", "--organization"),
    ] {
        let output = run(
            folder,
            &[
                "organizer",
                "add",
                "--email",
                email,
                "--name",
                name,
                "--organization",
                organization,
                "--database",
                database.url(),
            ],
        );
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(named) && said.lines().count() == 1, "{said}");
    }
    let second = start(folder, &arguments, None);
    let page = second.get(&format!("/setup/{address}"));
    second.stop("INT");
    assert!(
        page.starts_with("HTTP/1.1 410"),
        "somebody organizes already: {page}"
    );
}

#[test]
fn a_visitor_who_dawdles_does_not_keep_the_program() {
    let database = Database::sqlite();
    let serving = start(
        database.folder(),
        &["serve", "--database", database.url()],
        None,
    );
    let place = &serving.place;
    let said = |to: &mut TcpStream| {
        let mut answer = [0; 64];
        let read = to.read(&mut answer).unwrap();
        String::from_utf8_lossy(&answer[..read]).into_owned()
    };
    let mut slow = TcpStream::connect(place).unwrap();
    write!(
        slow,
        "POST /p/a/sign HTTP/1.1\r\nHost: {place}\r\nExpect: 100-continue\r\nContent-Length: 100\r\n\r\n"
    )
    .unwrap();
    assert!(said(&mut slow).starts_with("HTTP/1.1 100"));
    write!(slow, "name=").unwrap();
    let mut idle = TcpStream::connect(place).unwrap();
    write!(idle, "GET /healthz HTTP/1.1\r\nHost: {place}\r\n\r\n").unwrap();
    assert!(said(&mut idle).starts_with("HTTP/1.1 200"));
    let took = serving.stop("TERM");
    assert!(took < Duration::from_secs(10), "{took:?}");
}

#[actix_web::test]
async fn an_operator_names_a_hall() {
    on_both(|database| async move {
        demo(&database).stop("INT");
        let event = |more: &[&str]| {
            let mut all = vec!["--database", database.url(), "event"];
            all.extend(more);
            run(database.folder(), &all)
        };
        let said = |more: &[&str]| String::from_utf8(event(more).stdout).unwrap();
        assert_eq!(said(&["list"]), "no event\n");
        assert!(said(&["add", "192.0.2.7/24"]).starts_with("192.0.2.0/24 until 20"));
        assert!(
            said(&["add", "2001:db8::1", "--hours", "3", "--petition", LETTER])
                .starts_with("2001:db8::1/128")
        );
        let listed = said(&["list"]);
        let lines: Vec<_> = listed.lines().collect();
        assert_eq!(lines.len(), 2, "{listed}");
        assert!(lines[0].contains("2001:db8::1/128") && lines[0].contains(", petition 0"));
        assert!(lines[1].ends_with(", every petition"));
        for (wrong, code) in [
            (vec!["add", "hall"], 2),
            (vec!["add", "0.0.0.0/0"], 2),
            (vec!["add", "192.0.2.0/24", "--hours", "0"], 2),
            (vec!["add", "192.0.2.0/24", "--petition", "none-of-ours"], 1),
        ] {
            assert_eq!(event(&wrong).status.code(), Some(code), "{wrong:?}");
        }
    })
    .await;
}
