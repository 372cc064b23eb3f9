//! Story: a backup is cut off, at twenty moments and by three signals, and a part of one is never taken for a whole one.

use crate::support::operator::{program, run, start, told};
use crate::support::{Database, on_both};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

const MOMENTS: u64 = 20;
/// What a process is ended by that writes more of a file than it may.
const XFSZ: i32 = 25;

fn loaded(database: &Database) {
    let arguments = ["demo", "--database", database.url()];
    start(database.folder(), &arguments, Some("Ctrl-C")).stop("TERM");
}

/// The program, in a shell that runs this first.
fn after(first: &str, folder: &Path, arguments: &[&str]) -> Output {
    let program = program(folder).get_program().to_owned();
    Command::new("bash")
        .args(["-c", &format!("{first}; exec \"$0\" \"$@\"")])
        .arg(program)
        .args(arguments)
        .env_clear()
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// A folder for copies, empty.
fn place(database: &Database, name: &str) -> PathBuf {
    let folder = database.folder().join(name);
    std::fs::create_dir(&folder).unwrap();
    folder
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).unwrap();
    all.map(|file| file.unwrap().path()).collect()
}

/// What lies there, but for what SQLite keeps beside an open database: that comes and goes with whoever reads it.
fn written(folder: &Path) -> BTreeSet<PathBuf> {
    let is_kept = |file: &PathBuf| {
        let name = file.to_string_lossy();
        !name.ends_with("-wal") && !name.ends_with("-shm")
    };
    files(folder).into_iter().filter(is_kept).collect()
}

/// Nothing in this folder is a database to the program, whatever it is called, with what lies beside it and without.
fn holds_no_database(folder: &Path, why: &str) {
    let beside = folder.parent().unwrap();
    for file in files(folder) {
        let alone = beside.join("alone.db");
        std::fs::copy(&file, &alone).unwrap();
        for path in [&file, &alone] {
            let url = format!("sqlite:{}", path.display());
            for command in [
                &["check"][..],
                &[
                    "export",
                    "not-at-corvane",
                    "--purpose",
                    "archive",
                    "--recipient",
                    "us",
                ],
                &["backup", "of-part.db"],
            ] {
                let arguments = [command, &["--database", &url]].concat();
                let output = run(beside, &arguments);
                assert!(
                    !output.status.success(),
                    "{why}: {command:?} takes {path:?} for a database: {output:?}"
                );
            }
        }
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(beside.join(format!("alone.db{end}")));
            let _ = std::fs::remove_file(beside.join(format!("of-part.db{end}")));
        }
    }
}

fn is_whole(folder: &Path, copy: &Path) {
    let mode = copy.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600);
    let url = format!("sqlite:{}", copy.display());
    let said = told(folder, &["check", "--database", &url]);
    assert!(said.starts_with("petitions: 3; signatures: "), "{said}");
}

#[actix_web::test]
async fn a_backup_that_is_cut_off_at_any_byte_is_never_taken_for_whole() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        let whole = folder.join("whole.db");
        let backup = |copy: &Path, most: Option<u64>| {
            let limit = most.map_or("true".to_owned(), |kilobytes| {
                format!("ulimit -c 0; ulimit -f {kilobytes}")
            });
            let copy = copy.to_str().unwrap();
            after(
                &limit,
                folder,
                &["backup", copy, "--database", database.url()],
            )
        };
        assert!(backup(&whole, None).status.success());
        is_whole(folder, &whole);
        let size = whole.metadata().unwrap().len() / 1024;
        let copies = place(&database, "copies");
        let copy = copies.join("copy.db");
        let mut killed = 0;
        for moment in 0..MOMENTS {
            let output = backup(&copy, Some(size * moment / MOMENTS));
            if output.status.signal() == Some(XFSZ) {
                killed += 1;
            } else {
                assert!(!output.status.success(), "{output:?}");
            }
            assert!(!copy.exists(), "moment {moment}");
            for file in files(&copies) {
                let mode = file.metadata().unwrap().permissions().mode() & 0o777;
                assert_eq!(mode, 0o600, "{file:?} while it is written");
            }
            holds_no_database(&copies, &format!("moment {moment}"));
        }
        assert!(killed >= MOMENTS / 2, "killed {killed} times only");
        // what they left is no hindrance, and goes
        assert!(backup(&copy, None).status.success());
        assert_eq!(files(&copies), std::slice::from_ref(&copy));
        is_whole(folder, &copy);
    })
    .await;
}

#[actix_web::test]
async fn a_full_disk_leaves_nothing_behind_and_is_no_wrong_setting() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        let copies = place(&database, "copies");
        let copy = copies.join("copy.db");
        let arguments = [
            "backup",
            copy.to_str().unwrap(),
            "--database",
            database.url(),
        ];
        let output = after("trap '' XFSZ; ulimit -f 150", folder, &arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert_eq!(files(&copies), Vec::<PathBuf>::new());
    })
    .await;
}

fn begun(database: &Database, copy: &Path) -> Child {
    program(database.folder())
        .args([
            "backup",
            copy.to_str().unwrap(),
            "--database",
            database.url(),
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits until this is so, or the program ends.
fn until(child: &mut Child, is_so: impl Fn() -> bool) {
    while !is_so() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before");
        std::thread::yield_now();
    }
}

fn ended_by(mut child: Child, signal: &str) -> std::process::ExitStatus {
    let pid = child.id().to_string();
    let sent = Command::new("kill").args(["-s", signal, &pid]).status();
    assert!(sent.unwrap().success());
    child.wait().unwrap()
}

/// Holds the backup up in the middle, until this is dropped: what it is about to read or write is locked.
fn held_up(database: &Database, part: &Path) -> Box<dyn std::any::Any> {
    if database.is_sqlite() {
        let mut left = SqliteConnection::establish(part.to_str().unwrap()).unwrap();
        left.batch_execute("create table if not exists left_behind (a); begin exclusive")
            .unwrap();
        Box::new(left)
    } else {
        let mut server = PgConnection::establish(database.url()).unwrap();
        server
            .batch_execute("begin; lock table suppressions in access exclusive mode")
            .unwrap();
        Box::new(server)
    }
}

/// Whether the backup has come so far. From a server, schema and first tables are in the part by then, or in its log, which is empty again
/// once the part has them.
fn has_come(database: &Database, part: &Path) -> bool {
    if database.is_sqlite() {
        part.metadata().is_ok_and(|found| found.len() == 0)
    } else {
        let log = format!("{}-wal", part.display());
        let holds = |path: &Path| std::fs::metadata(path).is_ok_and(|found| found.len() > 0);
        holds(part) || holds(Path::new(&log))
    }
}

#[actix_web::test]
async fn a_backup_that_is_told_to_stop_takes_away_what_it_wrote() {
    on_both(|database| async move {
        loaded(&database);
        let copies = place(&database, "copies");
        let copy = copies.join("copy.db");
        let part = copies.join("copy.db.part");
        for signal in ["TERM", "INT", "KILL"] {
            let held = held_up(&database, &part);
            let mut child = begun(&database, &copy);
            until(&mut child, || has_come(&database, &part));
            let again = run(
                database.folder(),
                &[
                    "backup",
                    copy.to_str().unwrap(),
                    "--database",
                    database.url(),
                ],
            );
            assert_eq!(again.status.code(), Some(2), "two at once: {again:?}");
            let status = ended_by(child, signal);
            drop(held);
            if signal == "KILL" {
                assert_eq!(status.code(), None);
                assert!(part.exists(), "nobody was there to take it away");
                holds_no_database(&copies, signal);
            } else {
                assert_eq!(status.code(), Some(1), "{signal}");
                assert_eq!(files(&copies), Vec::<PathBuf>::new(), "{signal}");
            }
        }
        told(
            database.folder(),
            &[
                "backup",
                copy.to_str().unwrap(),
                "--database",
                database.url(),
            ],
        );
        assert_eq!(files(&copies), std::slice::from_ref(&copy));
        is_whole(database.folder(), &copy);
    })
    .await;
}

#[test]
fn a_part_that_is_a_link_is_not_followed() {
    let database = Database::sqlite();
    loaded(&database);
    let folder = database.folder();
    std::fs::write(folder.join("somebody's"), "a letter").unwrap();
    std::os::unix::fs::symlink("somebody's", folder.join("copy.db.part")).unwrap();
    let arguments = ["backup", "copy.db", "--database", database.url()];
    assert_eq!(run(folder, &arguments).status.code(), Some(2));
    assert_eq!(
        std::fs::read(folder.join("somebody's")).unwrap(),
        b"a letter"
    );
}

/// Each way a copy can be refused or fail, by the number that a script sees.
#[test]
fn a_backup_that_is_asked_for_wrongly_begins_nothing() {
    let database = Database::sqlite();
    loaded(&database);
    let folder = database.folder();
    std::fs::write(folder.join("there.db"), "").unwrap();
    std::os::unix::fs::symlink("nowhere", folder.join("link.db")).unwrap();
    for into in [
        "there.db",
        "link.db",
        ".",
        "no-such-folder/copy.db",
        "postgres:typo",
        "mysql://host/name",
        "postgres://u:canary@127.0.0.1:1/name",
    ] {
        let before = written(folder);
        let output = run(folder, &["backup", into, "--database", database.url()]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{into}: {said}");
        assert_eq!(said.lines().count(), 1, "{into}: {said}");
        assert!(!said.contains("canary"), "{said}");
        assert_eq!(written(folder), before, "{into} left something behind");
    }
}

/// Another umask, language, zone and settings of the database's own client: the same bytes, and files of their owner alone.
#[actix_web::test]
async fn what_the_machine_has_set_changes_nothing() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        let url = database.url();
        let list = [
            "export",
            "not-at-corvane",
            "--purpose",
            "archive",
            "--recipient",
            "us",
            "--states",
            "counted,held",
            "--database",
            url,
        ];
        let (plain, checked) = (
            told(folder, &list),
            told(folder, &["check", "--database", url]),
        );
        for (at, surroundings) in [
            "umask 000; export LC_ALL=tr_TR.UTF-8 TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8",
            "umask 077; export LC_ALL=C TZ=:/nowhere PGTZ=Asia/Kolkata PGDATESTYLE=German",
            "umask 777; export LC_ALL=de_DE PGCLIENTENCODING=LATIN1 TZ='' HOME=/nowhere",
        ]
        .iter()
        .enumerate()
        {
            let said = |arguments: &[&str]| {
                let output = after(surroundings, folder, arguments);
                assert!(output.status.success(), "{surroundings}: {output:?}");
                String::from_utf8(output.stdout).unwrap()
            };
            assert_eq!(said(&list), plain, "{surroundings}");
            assert_eq!(
                said(&["check", "--database", url]),
                checked,
                "{surroundings}"
            );
            let copy = format!("copy-{at}.db");
            said(&["backup", &copy, "--database", url]);
            is_whole(folder, &folder.join(copy));
        }
    })
    .await;
}

/// A database of another account's reach is told of in the log, and nothing that the program makes is one.
#[test]
fn what_is_kept_is_its_owners_alone() {
    let database = Database::sqlite();
    let folder = database.folder();
    let open = |path: &Path, mode: u32| {
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    };
    loaded(&database);
    let file = PathBuf::from(database.url().strip_prefix("sqlite:").unwrap());
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&file), 0o600);
    assert_eq!(mode(&folder.join("data")), 0o700);
    for found in files(&folder.join("data")) {
        assert_eq!(mode(&found) & 0o077, 0, "{found:?}");
    }
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let place = taken.local_addr().unwrap().to_string();
    // it ends at once, because the place is taken, and has warned before
    let warned = || {
        let output = run(
            folder,
            &["serve", "--database", database.url(), "--listen", &place],
        );
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(!warned().contains("open to other accounts"));
    open(&folder.join("data"), 0o755);
    let said = warned();
    assert!(said.contains("the data folder ./data is open"), "{said}");
    assert!(said.contains("chmod 700 ./data"), "{said}");
    open(&file, 0o640);
    assert!(warned().contains("chmod 600"));
}
