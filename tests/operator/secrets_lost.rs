//! Story: the file of the secrets is lost, or is another one: nobody is to sign a second time and be counted twice.

use crate::support::operator::{run, start, told};
use crate::support::{Database, on_both};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use std::path::Path;
use undersigned::base::{Email, Id, Secrets, Strictness};
use undersigned::db::{Db, Error, known_secrets};
use undersigned::signature::links::Links;
use undersigned::signature::store::address_keys;

const OTHER: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\n";

fn loaded(database: &Database) {
    let arguments = ["demo", "--database", database.url()];
    start(database.folder(), &arguments, Some("Ctrl-C")).stop("TERM");
}

fn tell(database: &Database, statement: &str) {
    match database.url().strip_prefix("sqlite:") {
        Some(path) => SqliteConnection::establish(path)
            .unwrap()
            .batch_execute(statement)
            .unwrap(),
        None => PgConnection::establish(database.url())
            .unwrap()
            .batch_execute(statement)
            .unwrap(),
    }
}

fn write(path: &Path, secret: &str) {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .unwrap();
    file.write_all(secret.as_bytes()).unwrap();
}

/// One line that names the file and says what to do, exit 2, and nothing made.
fn is_refused(database: &Database, what: &str) {
    let organizer = [
        "organizer",
        "add",
        "--email",
        "ana@example.com",
        "--name",
        "Ana",
        "--organization",
        "Workers",
    ];
    for command in [&["serve"][..], &["demo"], &organizer] {
        let arguments = [command, &["--database", database.url()]].concat();
        let output = run(database.folder(), &arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{command:?}: {said}");
        let said = said.lines().last().unwrap();
        assert!(
            said.starts_with("undersigned: the secrets file ./data/secrets"),
            "{said}"
        );
        assert!(said.contains(what), "{said}");
        assert!(
            said.contains("backup") && said.contains("secrets adopt"),
            "{said}"
        );
    }
}

fn known(database: &Database) -> Option<Vec<u8>> {
    let db = Db::open(&database.url().parse().unwrap()).unwrap();
    db.read_here(known_secrets).unwrap()
}

#[actix_web::test]
async fn a_start_with_lost_or_foreign_secrets_is_refused() {
    on_both(|database| async move {
        let folder = database.folder();
        loaded(&database);
        let file = folder.join("data/secrets");
        let own = std::fs::read_to_string(&file).unwrap();
        std::fs::remove_file(&file).unwrap();
        is_refused(&database, "is not there");
        assert!(!file.exists(), "a new one would be taken for the right one");
        write(&file, OTHER);
        is_refused(&database, "is not the one");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), OTHER);
        // what asks no address needs none
        std::fs::remove_file(&file).unwrap();
        told(folder, &["check", "--database", database.url()]);
        told(
            folder,
            &[
                "export",
                "not-at-corvane",
                "--purpose",
                "archive",
                "--recipient",
                "us",
                "--database",
                database.url(),
            ],
        );
        told(folder, &["backup", "copy.db", "--database", database.url()]);
        // a backup knows its secrets too
        write(&file, OTHER);
        let copy = run(folder, &["serve", "--database", "sqlite:copy.db"]);
        assert_eq!(copy.status.code(), Some(2));
        write(&file, &own);
        loaded(&database);
    })
    .await;
}

#[actix_web::test]
async fn an_installation_from_before_there_were_fingerprints_gets_one() {
    on_both(|database| async move {
        loaded(&database);
        let file = database.folder().join("data/secrets");
        let own = std::fs::read_to_string(&file).unwrap();
        let fingerprint = known(&database).unwrap();
        tell(&database, "delete from secret_versions");
        // somebody organizes there, so that secrets must have been
        std::fs::remove_file(&file).unwrap();
        is_refused(&database, "is not there");
        write(&file, &own);
        loaded(&database);
        assert_eq!(known(&database), Some(fingerprint));
    })
    .await;
}

/// How many signatures with details have the key that these secrets make of their address, and how many have none of theirs.
fn recognised(database: &Database) -> (i64, i64) {
    let secrets = Secrets::find(&database.folder().join("data/secrets")).unwrap();
    let links = Links::new(&secrets.unwrap());
    let db = Db::open(&database.url().parse().unwrap()).unwrap();
    db.read_here(|conn| {
        let mut found = (0, 0);
        for one in address_keys::signed(conn, Id::from_bytes([0; 16]))? {
            let email = Email::parse(&one.email, Strictness::Testing).unwrap();
            let key = links.address_keys(one.petition, &email).k1;
            match address_keys::has_key(conn, one.id, &key)? {
                true => found.0 += 1,
                false => found.1 += 1,
            }
        }
        Ok::<_, Error>(found)
    })
    .unwrap()
}

#[actix_web::test]
async fn secrets_that_are_lost_for_good_are_replaced_and_addresses_recognised_again() {
    on_both(|database| async move {
        let folder = database.folder();
        loaded(&database);
        let adopt = ["secrets", "adopt", "--database", database.url()];
        assert!(told(folder, &adopt).contains("nothing to do"));
        let (all, none) = recognised(&database);
        assert!(all > 100 && none == 0, "{all}, {none}");
        let before = known(&database);
        std::fs::remove_file(folder.join("data/secrets")).unwrap();
        // somebody whose details are deleted, and who is counted on
        let of_one = "(select signature_id from signature_details order by signature_id limit 1)";
        tell(
            &database,
            &format!("delete from signature_details where signature_id in {of_one}"),
        );
        let said = told(folder, &adopt);
        let first = format!(
            "signatures: {} recognise their address again, 1 cannot",
            all - 1
        );
        assert!(said.starts_with(&first), "{said}");
        assert_eq!(recognised(&database), (all - 1, 0));
        assert_ne!(known(&database), before);
        assert!(told(folder, &adopt).contains("nothing to do"));
        let again = start(
            folder,
            &["demo", "--database", database.url()],
            Some("Ctrl-C"),
        );
        again.stop("TERM");
        // cut off before it was committed, it is done again
        write(&folder.join("data/secrets"), OTHER);
        is_refused(&database, "is not the one");
        told(folder, &adopt);
        assert_eq!(recognised(&database), (all - 1, 0));
    })
    .await;
}

#[test]
fn two_who_begin_one_database_with_secrets_of_their_own_do_not_both_begin() {
    let database = Database::sqlite();
    let folder = database.folder();
    let data =
        |name: &str| ["serve", "--database", database.url(), "--data", name].map(str::to_owned);
    let arguments = data("one");
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    start(folder, &arguments, Some("/setup/")).stop("TERM");
    let arguments = data("two");
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let output = run(folder, &arguments);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("two/secrets"), "{said}");
}
