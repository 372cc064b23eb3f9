//! Story: whoever has the machine names an operator, and takes it back; a backup leaves its mark.

use crate::support::operator::{Serving, program, run, start, told};
use crate::support::{Database, on_both};
use std::process::Output;
use undersigned::account::store::person;
use undersigned::base::{Email, Strictness};
use undersigned::db::{Db, last_backup};

fn command(database: &Database, arguments: &[&str]) -> Output {
    let all = [arguments, &["--database", database.url()]].concat();
    run(database.folder(), &all)
}

/// What it wrote, to both, and its exit code.
fn said(database: &Database, arguments: &[&str]) -> (String, Option<i32>) {
    let output = command(database, arguments);
    let all = [output.stdout, output.stderr].concat();
    (String::from_utf8(all).unwrap(), output.status.code())
}

fn serving(database: &Database) -> Serving {
    let arguments = ["serve", "--database", database.url()];
    start(database.folder(), &arguments, None)
}

const OLA: [&str; 6] = [
    "organizer",
    "add",
    "--email",
    "ola@example.com",
    "--name",
    "Ola Berg",
];
const DROP: [&str; 4] = ["organizer", "drop-operator", "--email", "ola@example.com"];

/// Whether Ola is an operator, and where she works.
fn ola(database: &Database) -> (bool, usize) {
    use diesel::prelude::*;
    use undersigned::account::store::session;
    use undersigned::db::schema::organizers as o;
    let db = Db::open(&database.url().parse().unwrap()).unwrap();
    let mailbox = Email::parse("ola@example.com", Strictness::Testing).unwrap();
    db.read_here(|conn| {
        let known = person::by_address(conn, &mailbox)?;
        let id = known.expect("Ola").organizer.id;
        let since: Option<undersigned::base::Time> =
            o::table.find(id).select(o::operator_since).first(conn)?;
        let places = session::memberships(conn, id)?;
        Ok::<_, undersigned::db::Error>((since.is_some(), places.len()))
    })
    .unwrap()
}

#[actix_web::test]
async fn an_operator_is_named_and_unnamed_on_the_machine() {
    on_both(|database| async move {
        let named = [&OLA[..], &["--operator"]].concat();
        let (link, code) = said(&database, &named);
        assert_eq!(code, Some(0), "{link}");
        assert!(link.starts_with("http://127.0.0.1:8080/setup/"), "{link}");
        assert_eq!(ola(&database), (true, 0), "no organization of hers");
        let server = serving(&database);
        let path = link.trim().trim_start_matches("http://127.0.0.1:8080");
        let page = server.get(path);
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        assert!(
            page.contains("Operator of this site") && page.contains("ola@example.com"),
            "{page}"
        );
        server.stop("INT");

        // again it is as it was; beside it she gets an organization, or had one before
        let (again, code) = said(&database, &named);
        assert_eq!(
            (code, again.contains("/setup/")),
            (Some(0), true),
            "{again}"
        );
        let owner = [&OLA[..], &["--organization", "Library Workers"]].concat();
        assert_eq!(said(&database, &owner).1, Some(0));
        assert_eq!(
            ola(&database),
            (true, 1),
            "it is not taken by another command"
        );
        assert_eq!(
            said(&database, &DROP),
            (
                "the operator's pages are closed to them from now on\n".to_owned(),
                Some(0)
            )
        );
        assert_eq!(ola(&database), (false, 1), "her place stays");
        let gone = server_page(&database, path);
        assert!(
            gone.starts_with("HTTP/1.1 410"),
            "the link of an operator leads nowhere: {gone}"
        );
        let (why, code) = said(&database, &DROP);
        assert_eq!(code, Some(1), "{why}");
        assert!(
            why.contains("nobody with that address is an operator"),
            "{why}"
        );
        let both = [&*owner, &["--operator"]].concat();
        assert_eq!(said(&database, &both).1, Some(0));
        assert_eq!(ola(&database), (true, 1));

        // the setting of the same name, for everybody, makes nobody one
        assert_eq!(said(&database, &DROP).1, Some(0));
        let mut command = program(database.folder());
        command.args(owner).args(["--database", database.url()]);
        let done = command
            .env("UNDERSIGNED_OPERATOR", "Docket Commons")
            .output();
        assert!(done.unwrap().status.success());
        assert_eq!(ola(&database), (false, 1));

        let (why, code) = said(&database, &OLA);
        assert_eq!(code, Some(2), "{why}");
        assert!(
            why.contains("--organization") && why.lines().count() == 1,
            "{why}"
        );
        let wrong = ["organizer", "drop-operator", "--email", "ola"];
        assert_eq!(said(&database, &wrong).1, Some(2));
    })
    .await;
}

fn server_page(database: &Database, path: &str) -> String {
    let server = serving(database);
    let page = server.get(path);
    server.stop("INT");
    page
}

#[actix_web::test]
async fn a_backup_leaves_its_mark_where_it_was_made() {
    on_both(|database| async move {
        serving(&database).stop("INT");
        let newest = |url: &str| {
            let db = Db::open(&url.parse().unwrap()).unwrap();
            db.read_here(last_backup).unwrap()
        };
        assert_eq!(newest(database.url()), None);
        let copy = database.folder().join("copy.db");
        let copy = copy.to_str().unwrap();
        let quiet = command(&database, &["backup", copy]);
        assert_eq!((quiet.status.code(), quiet.stderr), (Some(0), Vec::new()));
        let first = newest(database.url()).expect("noted");
        assert_eq!(
            newest(&format!("sqlite:{copy}")),
            None,
            "the copy does not know of itself"
        );
        let again = database.folder().join("again.db");
        told(
            database.folder(),
            &[
                "backup",
                again.to_str().unwrap(),
                "--database",
                database.url(),
            ],
        );
        assert!(newest(database.url()).expect("noted") > first);
        // one that fails leaves none
        let last = newest(database.url());
        assert_eq!(command(&database, &["backup", copy]).status.code(), Some(2));
        assert_eq!(newest(database.url()), last);
    })
    .await;
}
