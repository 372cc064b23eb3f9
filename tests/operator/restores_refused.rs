//! Story: what is no whole backup of this installation is not restored, nothing is restored over a database, and a restore that is cut off
//! leaves none.

use crate::support::operator::program;
use crate::support::restored::{
    backed_up, elsewhere, is_vacant, key, loaded, restore, restored, tell,
};
use crate::support::{Database, on_both};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use std::fs;
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const MOMENTS: u64 = 20;
/// What a process is ended by that writes more of a file than it may.
const XFSZ: i32 = 25;

/// One line that says what, exit 2, and nothing at the place.
fn is_refused(output: &Output, named: &str, place: &Database) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{named}: {said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(named), "{named}: {said}");
    assert!(said.starts_with("undersigned: restore: "), "{said}");
    assert!(is_vacant(place), "{named}: something is left");
}

fn changed(file: &Path, to: &Path, change: impl FnOnce(&fs::File)) {
    fs::copy(file, to).unwrap();
    change(&fs::File::options().read(true).write(true).open(to).unwrap());
}

#[actix_web::test]
async fn what_is_no_whole_backup_of_this_installation_is_refused() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        let at = |name: &str| folder.join(name);
        backed_up(&database, "copy.db");
        let copy = at("copy.db");
        let place = elsewhere(&database);
        let refused = |file: &str, more: &[&str], named: &str| {
            is_refused(&restore(&database, file, &place, more), named, &place);
        };
        refused("nowhere.db", &[], "there is no file nowhere.db");
        refused(".", &[], "there is no file");
        // unfinished
        let half = fs::metadata(&copy).unwrap().len() / 2;
        changed(&copy, &at("half.db"), |file| file.set_len(half).unwrap());
        refused("half.db", &[], "cut off");
        changed(&copy, &at("unmarked.db"), |file| {
            file.write_all_at(&[0; 4], 68).unwrap()
        });
        refused("unmarked.db", &[], "cut off");
        changed(&copy, &at("begun.db"), |file| {
            file.write_all_at(b"Und?", 68).unwrap()
        });
        refused("begun.db", &[], "cut off");
        fs::write(at("empty.db"), "").unwrap();
        refused("empty.db", &[], "not made by undersigned backup");
        // foreign
        fs::write(at("letter.db"), "To whom it may concern").unwrap();
        refused("letter.db", &[], "not made by undersigned backup");
        changed(&copy, &at("foreign.db"), |_| ());
        let foreign = format!("sqlite:{}", at("foreign.db").display());
        tell(&foreign, "drop table __diesel_schema_migrations");
        refused("foreign.db", &[], "holds no database of this program");
        // newer
        changed(&copy, &at("newer.db"), |_| ());
        let newer = format!("sqlite:{}", at("newer.db").display());
        tell(
            &newer,
            "insert into __diesel_schema_migrations (version) values ('9001')",
        );
        refused("newer.db", &[], "newer version");
        // damaged: a page in the middle
        changed(&copy, &at("damaged.db"), |file| {
            file.write_all_at(&[0xA5; 40_960], half / 4_096 * 4_096)
                .unwrap();
        });
        let damaged = restore(&database, "damaged.db", &place, &[]);
        assert!(!damaged.status.success());
        assert!(is_vacant(&place), "a damaged one is left");
        // with rows beside it that are not in it
        changed(&copy, &at("beside.db"), |_| ());
        fs::write(at("beside.db-wal"), "rows").unwrap();
        refused("beside.db", &[], "beside.db-wal");
        // encrypted
        let public = key(&at("key"));
        key(&at("other"));
        let sealed = [
            "backup",
            "copy.db.age",
            "--database",
            database.url(),
            "--backup-recipient",
            &public,
        ];
        crate::support::operator::told(folder, &sealed);
        refused("copy.db.age", &[], "--identity");
        refused("copy.db.age", &["--identity", "other"], "none of the keys");
        refused("copy.db.age", &["--identity", "copy.db"], "age keys");
        let cut = at("cut.db.age");
        changed(&at("copy.db.age"), &cut, |file| file.set_len(half).unwrap());
        let cut = restore(&database, "cut.db.age", &place, &["--identity", "key"]);
        assert_eq!(cut.status.code(), Some(1));
        assert!(is_vacant(&place), "one that is cut off is left");
        // of whom it is, and what is known of those who left
        let log = at("data/gone.log");
        let noted = fs::read(&log).unwrap();
        fs::write(&log, "5 vanished 0193\n").unwrap();
        refused("copy.db", &[], "gone.log line 1");
        fs::remove_file(&log).unwrap();
        refused("copy.db", &[], "--gone-log-lost");
        fs::write(&log, noted).unwrap();
        let secrets = at("data/secrets");
        let own = fs::read(&secrets).unwrap();
        fs::remove_file(&secrets).unwrap();
        refused("copy.db", &[], "--secrets-lost");
        let mut options = fs::OpenOptions::new();
        let other = options
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&secrets);
        other.unwrap().write_all_at(&[b'0'; 64], 0).unwrap();
        refused("copy.db", &[], "is not the one");
        fs::write(&secrets, own).unwrap();
        // and with all of it right it is restored
        restored(&database, "copy.db", &place, &[]);
        let again = restore(&database, "copy.db", &place, &[]);
        let said = String::from_utf8_lossy(&again.stderr);
        assert_eq!(again.status.code(), Some(2), "{said}");
        assert!(said.contains("there is a database at"), "{said}");
    })
    .await;
}

/// Over a database that somebody serves, or whose newest rows lie beside its place.
#[actix_web::test]
async fn nothing_is_restored_over_a_living_database() {
    on_both(|database| async move {
        loaded(&database);
        backed_up(&database, "copy.db");
        let server = crate::support::operator::start(
            database.folder(),
            &["serve", "--database", database.url()],
            None,
        );
        let output = restore(&database, "copy.db", &database, &[]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("stop the program"), "{said}");
        assert!(!said.contains("postgres@"), "{said}");
        server.stop("INT");
    })
    .await;
    let database = Database::sqlite();
    loaded(&database);
    backed_up(&database, "copy.db");
    let place = Database::sqlite();
    let left = format!("{}-wal", place.url().strip_prefix("sqlite:").unwrap());
    fs::write(&left, "rows").unwrap();
    let output = restore(&database, "copy.db", &place, &[]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.contains("story.db-wal") && said.contains("newest rows"),
        "{said}"
    );
    assert_eq!(fs::read(&left).unwrap(), b"rows");
}

/// The program, in a shell that runs this first.
fn after(first: &str, database: &Database, arguments: &[&str]) -> Output {
    let program = program(database.folder()).get_program().to_owned();
    Command::new("bash")
        .args(["-c", &format!("{first}; exec \"$0\" \"$@\"")])
        .arg(program)
        .args(arguments)
        .env_clear()
        .current_dir(database.folder())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

#[actix_web::test]
async fn a_restore_that_is_cut_off_at_any_byte_leaves_no_database() {
    on_both(|database| async move {
        loaded(&database);
        backed_up(&database, "copy.db");
        let size = database.folder().join("copy.db").metadata().unwrap().len() / 1024;
        let place = elsewhere(&database);
        let arguments = ["restore", "copy.db", "--database", place.url()];
        let mut killed = 0;
        for moment in 0..MOMENTS {
            // a little more than the file, so that its last moments are among them: what is done in it is written to its log
            let most = size * moment * 5 / 4 / MOMENTS;
            let output = after(
                &format!("ulimit -c 0; ulimit -f {most}"),
                &database,
                &arguments,
            );
            if output.status.signal() == Some(XFSZ) {
                killed += 1;
            }
            let is_whole = output.status.success();
            if is_whole {
                break;
            }
            match place.url().strip_prefix("sqlite:") {
                Some(file) => {
                    assert!(!Path::new(file).exists(), "moment {moment}");
                    let part = format!("sqlite:{file}.part");
                    let check = ["check", "--database", &part];
                    let checked = crate::support::operator::run(database.folder(), &check);
                    // what was taken in whole, and nothing done to it yet, is the backup itself under another name
                    let is_the_backup = checked.status.success()
                        && fs::metadata(format!("{file}.part")).unwrap().len() / 1024 >= size;
                    assert!(
                        !checked.status.success() || is_the_backup,
                        "moment {moment}"
                    );
                }
                None => assert!(is_vacant(&place), "moment {moment}"),
            }
        }
        assert!(killed >= MOMENTS / 2, "killed {killed} times only");
        if is_vacant_but_for_parts(&place) {
            restored(&database, "copy.db", &place, &[]);
        }
        crate::support::operator::told(database.folder(), &["check", "--database", place.url()]);
    })
    .await;
}

/// Whether no restore has come to its end yet.
fn is_vacant_but_for_parts(place: &Database) -> bool {
    match place.url().strip_prefix("sqlite:") {
        Some(file) => !Path::new(file).exists(),
        None => is_vacant(place),
    }
}

#[actix_web::test]
async fn a_full_disk_leaves_nothing_behind() {
    on_both(|database| async move {
        loaded(&database);
        backed_up(&database, "copy.db");
        let place = elsewhere(&database);
        let arguments = ["restore", "copy.db", "--database", place.url()];
        let output = after("trap '' XFSZ; ulimit -f 150", &database, &arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(is_vacant(&place), "{said}");
        assert!(!database.folder().join("data/restored.db.part").exists());
    })
    .await;
}

/// Killed while PostgreSQL takes the rows: none of them is there, and the next restore goes on as if nothing had been.
#[actix_web::test]
async fn a_restore_that_is_killed_within_postgresql_leaves_no_row() {
    let Some(database) = Database::postgres() else {
        return;
    };
    loaded(&database);
    backed_up(&database, "copy.db");
    let place = elsewhere(&database);
    // another session is about to make a table of that name, so that whoever makes it too waits
    for table in ["petitions", "signature_details", "exports"] {
        let mut other = PgConnection::establish(place.url()).unwrap();
        let made = other.batch_execute(&format!("begin; create table {table} (a int)"));
        if made.is_err() {
            // the schema is there by now: its rows are what is waited for
            other
                .batch_execute(&format!(
                    "rollback; begin; lock table {table} in access exclusive mode"
                ))
                .unwrap();
        }
        let mut child = program(database.folder())
            .args(["restore", "copy.db", "--database", place.url()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut watch = PgConnection::establish(place.url()).unwrap();
        crate::support::patience::holds_soon("somebody waits for the other session", || {
            assert!(child.try_wait().unwrap().is_none(), "it ended before");
            waits(&mut watch)
        });
        child.kill().unwrap();
        child.wait().unwrap();
        other.batch_execute("rollback").unwrap();
        drop((other, watch));
        assert!(is_vacant(&place), "{table}");
    }
    restored(&database, "copy.db", &place, &[]);
    crate::support::operator::told(database.folder(), &["check", "--database", place.url()]);
}

fn waits(conn: &mut PgConnection) -> bool {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Rows {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        many: i64,
    }
    let asked = "select count(*) as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    diesel::sql_query(asked)
        .get_result::<Rows>(conn)
        .unwrap()
        .many
        > 0
}
