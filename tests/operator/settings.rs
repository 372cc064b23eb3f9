//! An operator mistypes something, and is told in one line what.

use crate::support::operator::{program, run, start};
use crate::support::{Database, on_both};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Output;

/// One line on standard error that names what is wrong, nothing on standard output, and the exit code.
pub(super) fn is_refused(output: &Output, code: i32, named: &str, what: &dyn std::fmt::Debug) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{what:?}: {said}");
    assert_eq!(said.lines().count(), 1, "{what:?}: {said}");
    assert!(said.starts_with("undersigned: "), "{what:?}: {said}");
    assert!(
        said.contains(named),
        "{what:?} is not told of {named:?}: {said}"
    );
    assert!(!said.contains("canary"), "{what:?}: a password is shown");
    assert!(output.stdout.is_empty(), "{what:?} wrote more");
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn each_wrong_argument_is_named_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, named) in [
        (&["--lisen", "127.0.0.1:1"][..], "--lisen"),
        (&["--listen"], "--listen"),
        (&["--listen", "8080"], "listen: "),
        (&["--listen", "localhost:8080"], "listen: "),
        (&["--listen", "0.0.0.0:8080"], "base-url: "),
        (&["servee"], "servee"),
        (&["backup"], "<FILE>"),
        (&["check", "more"], "more"),
        (&["export"], "<SLUG>"),
        (&["export", "a", "--format", "ods"], "ods"),
        (&["export", "a", "--states", "counted,gone"], "gone"),
        (&["organizer"], "organizer"),
        (&["organizer", "add", "--email", "a@example.org"], "--name"),
        (&["--database", "postgres:typo"], "database: "),
        (&["--database", "postgres://canary@host"], "database: "),
        (&["--database", "mysql://u:canary@host/name"], "database: "),
        (&["--database", "undersigned.db"], "database: "),
        (&["--database", "sqlite:"], "database: "),
        (&["--database-wait", "long"], "database-wait: "),
        (&["--database-wait", "3601"], "database-wait: "),
        (&["--base-url", "sign.example.org"], "base-url: "),
        (&["--base-url", "http://sign.example.org"], "base-url: "),
        (
            &["--base-url", "https://sign.example.org/petitions"],
            "base-url: ",
        ),
        (&["--base-url", "https://sign.example.org"], "capture"),
        (
            &["demo", "--base-url", "https://sign.example.org"],
            "capture",
        ),
        (&["--mail", "none"], "mail: "),
        (&["--mail", "smtp://user@relay.example.org"], "mail: "),
        (
            &["--mail", "smtp://user:canary@relay.example.org:0"],
            "mail: ",
        ),
        (&["--mail", "smtp+insecure://relay.example.org"], "mail: "),
        (&["--mail-from", "petitions"], "mail-from: "),
        (
            &["--trusted-proxies", "10.0.0.0/8,proxy"],
            "trusted-proxies: ",
        ),
        (
            &["--base-url", "https://host.example.org:abc"],
            "base-url: ",
        ),
        (&["--base-url", "https://host.example.org:0"], "base-url: "),
        (&["--base-url", "https://:8443"], "base-url: "),
        (&["--metrics", "203.0.113.5:9090"], "metrics: "),
        (&["--metrics", "9090"], "metrics: "),
        (&["secrets"], "secrets"),
        (&["secrets", "adopt", "more"], "more"),
        (&["--browse", "maybe"], "browse: "),
    ] {
        is_refused(&run(folder.path(), arguments), 2, named, &arguments);
        assert!(
            is_empty(folder.path()),
            "{arguments:?} left something behind"
        );
    }
}

#[test]
fn the_environment_is_read_as_strictly() {
    let folder = tempfile::tempdir().unwrap();
    for (name, value, named) in [
        ("UNDERSIGNED_LISTNE", "127.0.0.1:8080", "UNDERSIGNED_LISTNE"),
        ("UNDERSIGNED_LISTEN", "8080", "listen: "),
        ("UNDERSIGNED_DATABASE", "postgres:canary", "database: "),
        (
            "UNDERSIGNED_BASE_URL",
            "https://sign.example.org",
            "capture",
        ),
        ("UNDERSIGNED_MAIL", "smtp://user:canary@", "mail: "),
        (
            "UNDERSIGNED_MIAL_FILE",
            "/dev/null",
            "UNDERSIGNED_MIAL_FILE",
        ),
        ("UNDERSIGNED_SECRETS_FILE", "/canary", "UNDERSIGNED_SECRETS"),
        ("UNDERSIGNED_DATA_FILE", "/canary", "UNDERSIGNED_DATA"),
        ("UNDERSIGNED_MAIL_FILE", "/nowhere/relay", "/nowhere/relay"),
        ("UNDERSIGNED_MAIL_FILE", "/dev/null", "/dev/null is empty"),
    ] {
        let output = program(folder.path()).env(name, value).output().unwrap();
        is_refused(&output, 2, named, &name);
        assert!(is_empty(folder.path()), "{name} left something behind");
    }
}

/// As a container gets what holds a password: by the name of a file.
#[test]
fn every_setting_can_stand_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for (name, value, named) in [
        ("LISTEN", "8080", "listen: "),
        ("DATABASE", "postgres:canary", "database: "),
        ("DATABASE_WAIT", "long", "database-wait: "),
        ("BASE_URL", "https://sign.example.org", "capture"),
        ("MAIL", "smtp://user:canary@", "mail: "),
        ("MAIL_FROM", "petitions", "mail-from: "),
        ("TRUSTED_PROXIES", "proxy", "trusted-proxies: "),
        ("METRICS", "203.0.113.5:1", "metrics: "),
        ("BROWSE", "maybe", "browse: "),
    ] {
        for end in ["", "\n", "\r\n"] {
            std::fs::write(at.join("file"), format!("{value}{end}")).unwrap();
            let mut command = program(at);
            let variable = format!("UNDERSIGNED_{name}_FILE");
            let output = command.env(&variable, "file").output().unwrap();
            is_refused(&output, 2, named, &variable);
        }
        std::fs::write(at.join("file"), format!("{value}\n\ncanary")).unwrap();
        let mut command = program(at);
        let variable = format!("UNDERSIGNED_{name}_FILE");
        let output = command.env(&variable, "file").output().unwrap();
        is_refused(&output, 2, &variable, &"two lines");
    }
}

#[test]
fn a_command_finds_the_database_that_a_file_names() {
    let database = Database::sqlite();
    let folder = database.folder();
    serve_once(&database);
    std::fs::write(folder.join("url"), format!("{}\r\n", database.url())).unwrap();
    std::fs::write(folder.join("other"), "sqlite:nowhere.db").unwrap();
    let check = |pairs: &[(&str, &str)], more: &[&str]| {
        let mut command = program(folder);
        command.envs(pairs.iter().copied());
        command.arg("check").args(more).output().unwrap()
    };
    let (name, of_file) = ("UNDERSIGNED_DATABASE", "UNDERSIGNED_DATABASE_FILE");
    let found = check(&[(of_file, "url")], &[]);
    assert!(found.status.success(), "{found:?}");
    is_refused(&check(&[], &[]), 2, "data/undersigned.db", &"by default");
    is_refused(
        &check(&[(of_file, "other")], &[]),
        2,
        "nowhere.db",
        &"other",
    );
    // what is typed comes before the file, as it comes before the environment
    let typed = check(&[(of_file, "other")], &["--database", database.url()]);
    assert!(typed.status.success(), "{typed:?}");
    // an empty variable is not set, as compose files write it
    let empty = check(&[(of_file, ""), (name, database.url())], &[]);
    assert!(empty.status.success(), "{empty:?}");
    let both = check(&[(of_file, "url"), (name, database.url())], &[]);
    is_refused(&both, 2, of_file, &"both");
    let said = String::from_utf8_lossy(&both.stderr).into_owned();
    assert!(said.contains("UNDERSIGNED_DATABASE and"), "{said}");
}

#[test]
fn a_database_that_cannot_be_opened_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    std::fs::create_dir(at.join("a-folder")).unwrap();
    std::fs::write(
        at.join("a-letter.db"),
        "To whom it may concern. ".repeat(100),
    )
    .unwrap();
    for (database, named) in [
        ("sqlite:nowhere/undersigned.db", "nowhere/undersigned.db"),
        ("sqlite:a-folder", "a-folder"),
        ("sqlite:a-letter.db", "a-letter.db"),
        (
            "postgres://somebody:canary@127.0.0.1:1/petitions",
            "postgres://",
        ),
    ] {
        let output = run(at, &["--database", database, "--database-wait", "0"]);
        is_refused(&output, 2, named, &database);
    }
    for arguments in [
        &["check"][..],
        &["export", "a", "--purpose", "import", "--recipient", "us"],
        &["backup", "copy.db"],
        &["secrets", "adopt"],
    ] {
        let output = run(at, arguments);
        is_refused(&output, 2, "undersigned.db", &arguments);
        assert!(
            !at.join("data/undersigned.db").exists(),
            "{arguments:?} made one"
        );
        assert!(!at.join("copy.db").exists());
    }
}

/// The server's own words would name account and host; a script and a person read what to look at.
#[test]
fn a_postgresql_that_cannot_be_opened_says_why() {
    let Some(database) = Database::postgres() else {
        return;
    };
    let folder = database.folder();
    let url = database.url();
    let (address, question) = match url.split_once('?') {
        Some((address, question)) => (address, format!("?{question}")),
        None => (url, String::new()),
    };
    let place = address.rsplit_once('/').unwrap().0;
    let missing = format!("{place}/canary_of_no_database{question}");
    for (url, named) in [
        (&*missing, "there is no database of this name"),
        ("postgres://canary@127.0.0.1:1/petitions", "nothing listens"),
        (
            "postgres://canary@no-such-host.invalid/petitions",
            "no host of this name",
        ),
        (
            "postgres:///petitions?host=/canary",
            "no socket at this place",
        ),
    ] {
        for command in [&["check"][..], &["backup", "copy.db"]] {
            let arguments = [command, &["--database", url]].concat();
            is_refused(&run(folder, &arguments), 2, named, &url);
        }
    }
}

#[actix_web::test]
async fn a_database_of_a_newer_program_is_left_alone() {
    on_both(|database| async move {
        let folder = database.folder().to_owned();
        let check = ["check", "--database", database.url()];
        serve_once(&database);
        assert!(run(&folder, &check).status.success());
        tell(
            &database,
            "insert into __diesel_schema_migrations (version) values ('99991231000000'); \
             update schema_floors set version = '99991231000000'",
        );
        for command in ["check", "serve", "demo"] {
            let output = run(&folder, &[command, "--database", database.url()]);
            is_refused(&output, 2, "newer version", &command);
        }
    })
    .await;
}

fn serve_once(database: &Database) {
    let arguments = ["serve", "--database", database.url()];
    start(database.folder(), &arguments, None).stop("TERM");
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

#[test]
fn secrets_that_others_can_read_are_refused() {
    let database = Database::sqlite();
    let folder = database.folder();
    serve_once(&database);
    let secrets = folder.join("data/secrets");
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&secrets), 0o600);
    assert_eq!(mode(&folder.join("data")), 0o700);
    let arguments = ["serve", "--database", database.url()];
    for open in [0o644, 0o640, 0o602] {
        std::fs::set_permissions(&secrets, PermissionsExt::from_mode(open)).unwrap();
        is_refused(&run(folder, &arguments), 2, "secrets", &open);
    }
    std::fs::set_permissions(&secrets, PermissionsExt::from_mode(0o600)).unwrap();
    std::fs::write(&secrets, "too short").unwrap();
    is_refused(&run(folder, &arguments), 2, "secrets", &"short");
}

#[test]
fn a_place_that_is_taken_is_named() {
    let database = Database::sqlite();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let place = taken.local_addr().unwrap().to_string();
    let arguments = ["--database", database.url(), "--listen", &place];
    let output = run(database.folder(), &arguments);
    is_refused(&output, 2, &place, &"taken");
}

#[test]
fn help_and_version_are_no_mistakes() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&["--help"][..], &["--version"], &["export", "--help"]] {
        let output = run(folder.path(), arguments);
        assert!(output.status.success() && output.stderr.is_empty());
        assert!(!output.stdout.is_empty(), "{arguments:?}");
    }
}
