//! Story: the doctor looks at the machine, the database and the relay, and says what is wrong and what to do; what it cannot know is not
//! wrong.

use crate::operator::operator_pages::{operator, reads, text};
use crate::operator::settings::is_refused;
use crate::support::doctor::{Found, looks};
use crate::support::operator::{run, start};
use crate::support::ports::free_port;
use crate::support::smtp::{At, Behaviour, Secrecy, SmtpServer};
use crate::support::{Database, on_both, world};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;

fn tell(database: &Database, statement: &str) {
    let done = match database.url().strip_prefix("sqlite:") {
        Some(path) => SqliteConnection::establish(path)
            .unwrap()
            .batch_execute(statement),
        None => PgConnection::establish(database.url())
            .unwrap()
            .batch_execute(statement),
    };
    done.unwrap();
}

/// A database that the program has made, and secrets.
fn begun(database: &Database) {
    let arguments = ["serve", "--database", database.url()];
    start(database.folder(), &arguments, Some("/setup/")).stop("TERM");
}

/// Looks at it at home, where nothing runs.
fn at_home(database: &Database) -> Found {
    let listen = format!("127.0.0.1:{}", free_port());
    let arguments = ["--database", database.url(), "--listen", &listen];
    looks(database.folder(), &arguments)
}

#[test]
fn an_authority_that_cannot_be_trusted_in_fact_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("empty.pem"), "canary").unwrap();
    for (file, said) in [
        ("nowhere.pem", "it cannot be read"),
        ("empty.pem", "there is no certificate in it"),
    ] {
        let done = run(folder.path(), &["doctor", "--trust", file]);
        is_refused(&done, 2, said, &file);
    }
}

#[actix_web::test]
async fn a_clock_that_is_a_year_off_is_wrong() {
    on_both(|database| async move {
        begun(&database);
        at_home(&database).says("fine", "clock", "clock");
        let year = "update secret_versions set since = since + 31536000000000";
        // every question for the time is answered by this one
        let ahead = "create function public.now() returns timestamptz language sql \
             as 'select pg_catalog.now() + interval ''1 year'''; \
             do $$ begin execute format('alter database %I set search_path = public, pg_catalog', \
             current_database()); end $$";
        let (statement, said) = match database.is_sqlite() {
            true => (year, "days later than this machine’s clock"),
            false => (ahead, "days behind the database’s"),
        };
        tell(&database, statement);
        let found = at_home(&database);
        found.says("wrong", "clock", said);
        let (_, sentence) = found.about("clock")[0];
        assert!(sentence.contains("36"), "a year: {sentence}");
    })
    .await;
}

#[actix_web::test]
async fn secrets_of_another_installation_and_a_schema_of_another_version_are_wrong() {
    on_both(|database| async move {
        begun(&database);
        let file = database.folder().join("data/secrets");
        at_home(&database).says("fine", "secrets", "is the one");
        std::fs::write(&file, "00".repeat(32)).unwrap();
        at_home(&database).says("wrong", "secrets", "is not the one");
        std::fs::remove_file(&file).unwrap();
        at_home(&database).says("wrong", "secrets", "undersigned secrets adopt");
        assert!(!file.exists(), "none is made");

        let newest = "(select max(version) from __diesel_schema_migrations)";
        tell(
            &database,
            &format!("delete from __diesel_schema_migrations where version = {newest}"),
        );
        at_home(&database).says("soon", "database", "1 step behind");
        tell(
            &database,
            "insert into __diesel_schema_migrations (version) values ('9999'); \
             update schema_floors set version = '9999'",
        );
        at_home(&database).says("wrong", "database", "newer version of this program");
    })
    .await;
}

#[test]
fn what_stands_open_and_what_cannot_be_written_is_told_with_the_command_to_run() {
    let database = Database::sqlite();
    begun(&database);
    let folder = database.folder();
    let set = |name: &str, mode| {
        std::fs::set_permissions(folder.join(name), Permissions::from_mode(mode)).unwrap();
    };
    at_home(&database).says("fine", "files", "can be written");
    set("data/secrets", 0o644);
    at_home(&database).says("wrong", "secrets", "Run: chmod 600 ./data/secrets");
    set("data/secrets", 0o600);
    set("data", 0o755);
    at_home(&database).says("wrong", "files", "(mode 755). Run: chmod 700 ./data");
    set("data", 0o500);
    at_home(&database).says("wrong", "files", "cannot be written by its own account");
    set("data", 0o700);
    set("story.db", 0o664);
    at_home(&database).says(
        "wrong",
        "files",
        "(mode 664). Stop the program, and run: chmod 600",
    );
}

#[test]
fn nothing_is_made_where_nothing_is() {
    let folder = tempfile::tempdir().unwrap();
    let listen = format!("127.0.0.1:{}", free_port());
    let found = looks(folder.path(), &["--listen", &listen]);
    found.says("wrong", "files", "There is no data folder ./data");
    found.says("wrong", "database", "there is no database at");
    found.says("wrong", "reach", "The program does not run");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    for (arguments, named) in [
        (vec!["doctor", "--mail", "nonsense"], "mail: "),
        (vec!["doctor", "--database", "mysql://a/b"], "database: "),
        (vec!["doctor", "--resolver", "here"], "--resolver"),
    ] {
        let output = run(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(named) && said.lines().count() == 1, "{said}");
        assert!(output.stdout.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_relay_that_cannot_be_used_is_told_with_the_reason() {
    let database = Database::sqlite();
    begun(&database);
    let listen = format!("127.0.0.1:{}", free_port());
    let with = |relay: &str| {
        let own = ["--database", database.url(), "--listen", &listen, "--mail"];
        looks(database.folder(), &[&own[..], &[relay]].concat())
    };
    let relay = SmtpServer::start_as(Secrecy::StartTls, Behaviour::StripsStartTls).await;
    with(&relay.setting()).says("wrong", "relay", "offers no STARTTLS");
    relay.switch(Behaviour::Good);
    with(&relay.setting()).says("wrong", "relay", "TLS with the relay localhost:");
    let heard = relay.commands();
    assert!(
        !heard.iter().any(|line| line.starts_with("AUTH")),
        "{heard:?}"
    );
    let plain = SmtpServer::start(Behaviour::Good).await;
    let known = format!("smtp+insecure://user:secret@127.0.0.1:{}", plain.port());
    with(&known).says("fine", "relay", "lets this installation in");
    plain.switch(Behaviour::Says(At::Auth, "535 5.7.8 no".to_owned()));
    let found = with(&known);
    found.says("wrong", "relay", "does not take user name and password");
    found.says("wrong", "relay", "The answer was 535.");
    assert!(!found.said.contains("secret@"), "{}", found.said);
    plain.switch(Behaviour::Says(At::Greeting, "554 no".to_owned()));
    with(&known).says("wrong", "relay", "lets this server in no further");
    plain.switch(Behaviour::Hangs(At::Greeting));
    with(&known).says("wrong", "relay", "does not answer in time");
    let nobody = format!("smtp+insecure://127.0.0.1:{}", free_port());
    with(&nobody).says("wrong", "relay", "cannot be reached");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_operator_has_it_look_in_the_console() {
    world::on_both(|world| async move {
        let ola = operator(&world).await;
        let health = reads(&ola, "/organize/operator").await;
        assert!(text(&health).contains("Look at everything now"));
        let found = ola.presses(&health, "/organize/operator/doctor", &[]).await;
        assert_eq!(found.status, 200, "{}", found.body);
        assert_eq!(found.header("cache-control"), Some("no-store"));
        let said = text(&found);
        for part in [
            "Files Act now The data folder",
            "Secrets Nothing to do",
            "lets this installation in",
            "Address Cannot be told from here The name server does not answer for sign.example.org",
            "Workers Nothing to do",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
        // from there it looks again; whoever only follows the address looks at health
        let again = ola.presses(&found, "/organize/operator/doctor", &[]).await;
        assert_eq!(again.status, 200);
        let followed = ola.gets("/organize/operator/doctor").await;
        assert_eq!(followed.location.as_deref(), Some("/organize/operator"));
        let stranger = world.browser().gets("/doctor/0123").await;
        assert_eq!(stranger.status, 404);
    })
    .await;
}
