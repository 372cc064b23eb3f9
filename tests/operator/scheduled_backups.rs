//! Story: backups are made by themselves: encrypted, sent away by the operator's program, kept as long as promised, by one instance of
//! several; and the operator reads when one cannot be made.

use crate::support::operator::{Serving, program, start, told};
use crate::support::patience::holds_soon;
use crate::support::restored::{elsewhere, key, loaded, read, restored};
use crate::support::runs_site::operator;
use crate::support::visitor::Visitor;
use crate::support::world::World;
use crate::support::{Database, on_both};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use undersigned::base::time::{hours, minutes};
use undersigned::base::{Clock, Time};
use undersigned::db::{BackupRun, Db, Error, Tx, begin_run, end_run, last_backup, newest_run};
use undersigned::mail::store::hold_mail;

fn names(folder: &Path) -> Vec<String> {
    let all = std::fs::read_dir(folder).into_iter().flatten();
    let mut all: Vec<String> = all
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    all.sort();
    all
}

fn run_of(database: &Database) -> Option<BackupRun> {
    read(database, newest_run)
}

fn serving(database: &Database, more: &[&str]) -> Serving {
    let arguments = [
        &[
            "serve",
            "--database",
            database.url(),
            "--backup-every",
            "5m",
        ][..],
        more,
    ];
    start(database.folder(), &arguments.concat(), None)
}

fn ended(database: &Database) -> BackupRun {
    holds_soon("the backup ends", || {
        run_of(database).is_some_and(|run| run.ended_at.is_some())
    });
    run_of(database).unwrap()
}

/// A program of the operator's that writes down which file it was given.
fn hook(folder: &Path, exit: u8) -> PathBuf {
    let path = folder.join("send");
    let text = format!(
        "#!/bin/sh\ntest -s \"$1\" && echo \"$1\" >> {}\nexit {exit}\n",
        folder.join("sent").display()
    );
    std::fs::write(&path, text).unwrap();
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o700)).unwrap();
    path
}

#[actix_web::test]
async fn a_backup_is_made_encrypted_sent_away_and_kept_as_long_as_promised() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        let public = key(&folder.join("key"));
        let send = hook(folder, 0);
        let backups = folder.join("data/backups");
        std::fs::create_dir_all(&backups).unwrap();
        for old in [
            "undersigned-20200101T000000Z.db.age",
            "undersigned-20200101T000000Z.db.part",
            "mine.db",
        ] {
            std::fs::write(backups.join(old), "old").unwrap();
        }
        let more = [
            "--backup-recipient",
            &public,
            "--backup-hook",
            send.to_str().unwrap(),
        ];
        let server = serving(&database, &more);
        assert_eq!(ended(&database).trouble, None);
        let page = server.get("/en/p/not-at-corvane/privacy");
        assert!(page.contains("deleted after 7 days"), "{page}");
        server.stop("INT");
        let there = names(&backups);
        assert_eq!(
            there.len(),
            2,
            "the new one and what is not ours: {there:?}"
        );
        assert_eq!(there[0], "mine.db");
        let made = backups.join(&there[1]);
        assert_eq!(made.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        let sent = std::fs::read_to_string(folder.join("sent")).unwrap();
        assert_eq!(sent.trim(), format!("./data/backups/{}", there[1]));
        assert!(read(&database, last_backup).is_some());
        assert!(!folder.join("data/backup-unencrypted.db").exists());

        let place = elsewhere(&database);
        restored(
            &database,
            made.to_str().unwrap(),
            &place,
            &["--identity", "key"],
        );
        let check = |url: &str| told(folder, &["check", "--database", url]);
        assert_eq!(check(place.url()), check(database.url()));
    })
    .await;
}

/// The disk of the backups is not there, or takes no more: nothing half-written stays, and it is told.
#[actix_web::test]
async fn what_keeps_a_backup_from_being_made_is_told() {
    on_both(|database| async move {
        loaded(&database);
        let nowhere = ["--backup-to", "not-mounted"];
        serving(&database, &nowhere).stop_after(|| ended(&database));
        let run = run_of(&database).unwrap();
        assert_eq!(run.trouble.as_deref(), Some("missing"));
        assert!(!database.folder().join("not-mounted").exists());
        assert_eq!(read(&database, last_backup), None);
    })
    .await;
    // a file may be no longer than this: the database of a server may, because it is none of ours
    let Some(database) = Database::postgres() else {
        return;
    };
    loaded(&database);
    let target = database.folder().join("target");
    std::fs::create_dir(&target).unwrap();
    let place = format!("127.0.0.1:{}", crate::support::ports::free_port());
    let binary = program(database.folder()).get_program().to_owned();
    let mut child = std::process::Command::new("bash")
        .args(["-c", "trap '' XFSZ; ulimit -f 150; exec \"$0\" \"$@\""])
        .arg(binary)
        .args([
            "serve",
            "--database",
            database.url(),
            "--backup-every",
            "5m",
        ])
        .args([
            "--backup-to",
            "target",
            "--listen",
            &place,
            "--metrics",
            "off",
        ])
        .env_clear()
        .current_dir(database.folder())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let run = ended(&database);
    child.kill().unwrap();
    child.wait().unwrap();
    // SQLite tells a file that may grow no more as a fault of the disk
    assert_eq!(run.trouble.as_deref(), Some("fault"));
    assert_eq!(names(&target), [""; 0], "a half file stays");
}

impl Serving {
    fn stop_after<T>(self, waits: impl FnOnce() -> T) -> T {
        let found = waits();
        self.stop("INT");
        found
    }
}

#[actix_web::test]
async fn a_hook_that_fails_is_told_and_the_backup_is_there() {
    let database = Database::sqlite();
    loaded(&database);
    let folder = database.folder();
    let public = key(&folder.join("key"));
    let send = hook(folder, 3);
    let more = [
        "--backup-recipient",
        &public,
        "--backup-hook",
        send.to_str().unwrap(),
    ];
    let run = serving(&database, &more).stop_after(|| ended(&database));
    assert_eq!(run.trouble.as_deref(), Some("hook"));
    assert!(read(&database, last_backup).is_some());
    assert_eq!(names(&folder.join("data/backups")).len(), 1);
}

/// Of two instances one makes it; when whoever made it is gone another does.
#[actix_web::test]
async fn one_instance_of_several_makes_a_backup() {
    on_both(|database| async move {
        let open = || Db::open(&database.url().parse().unwrap()).unwrap();
        let (one, other) = (open(), open());
        let every = hours(6);
        let begins = async |db: &Db, at: Time| {
            let beginning = db.write(move |tx: &mut Tx<'_>| begin_run(tx, every, at));
            beginning.await.unwrap()
        };
        let now = Clock::system().now();
        assert!(begins(&one, now).await);
        assert!(
            !begins(&other, now.plus(minutes(1))).await,
            "somebody is at it"
        );
        assert!(
            begins(&other, now.plus(minutes(3))).await,
            "whoever was at it is gone"
        );
        let end = async |trouble: Option<&'static str>, at: Time| {
            let ending = one.write::<(), Error>(move |tx| end_run(tx, trouble, at));
            ending.await.unwrap();
        };
        end(Some("full"), now.plus(minutes(4))).await;
        assert!(
            !begins(&one, now.plus(minutes(13))).await,
            "it is not tried all the time"
        );
        assert!(begins(&one, now.plus(minutes(14))).await);
        end(None, now.plus(minutes(15))).await;
        undersigned::db::note_backup(one.target(), now.plus(minutes(14))).unwrap();
        assert!(!begins(&other, now.plus(hours(6))).await);
        assert!(begins(&other, now.plus(hours(6)).plus(minutes(14))).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_operator_reads_what_is_wrong_with_backups_and_that_mail_is_held() {
    on_both(|database| async move {
        let world = World::over(database).await;
        let mut desk: Visitor = operator(&world).await;
        desk.goes("/organize/operator").await;
        desk.sees_no("undersigned mail release")
            .sees_no("The newest backup could not be made");
        let now = world.now();
        world
            .write(move |tx| {
                hold_mail(tx, now)?;
                begin_run(tx, hours(6), now)?;
                end_run(tx, Some("full"), now)
            })
            .await;
        desk.goes("/organize/operator").await;
        desk.sees("undersigned mail release")
            .sees("no space left where backups lie");
        desk.goes("/organize/operator/mail")
            .await
            .sees("undersigned mail release");
        world
            .write(move |tx| undersigned::mail::store::release_mail(tx, now))
            .await;
        desk.goes("/organize/operator")
            .await
            .sees_no("undersigned mail release");
        world.ends().await;
    })
    .await;
}
