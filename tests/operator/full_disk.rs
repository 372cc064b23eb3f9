//! Rule: what the disk does not take is an error in one line, and nothing half-written stays. Of a list the log has that it left half-way.

use crate::support::mounted::among_mounts;
use crate::support::on_both;
use crate::support::operator::{Serving, program, start, told};
use crate::support::patience::holds_soon;
use crate::support::ports::free_port;
use crate::support::restored::{key, loaded, read};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use std::process::Stdio;
use undersigned::db::{self, Db, newest_run};

const LETTER: &str = "legal-research-without-raids";

#[actix_web::test]
async fn a_list_that_the_disk_does_not_take_is_an_error_and_stands_in_the_log() {
    on_both(|database| async move {
        let demo = ["demo", "--database", database.url()];
        start(database.folder(), &demo, Some("Ctrl-C")).stop("TERM");
        let folder = database.folder();
        let asked = [
            "export",
            LETTER,
            "--database",
            database.url(),
            "--purpose",
            "archive",
            "--recipient",
            "us",
        ];
        for format in ["csv", "ndjson", "xlsx"] {
            let full = std::fs::File::options().write(true).open("/dev/full");
            let output = program(folder)
                .args(asked)
                .args(["--format", format])
                .stdout(full.unwrap())
                .output();
            let output = output.unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(1), "{format}: {said}");
            assert_eq!(said.lines().count(), 1, "{said}");
            assert!(said.contains("No space left"), "{said}");
        }
        let whole = told(folder, &asked);
        let db = Db::open(&database.url().parse().unwrap()).unwrap();
        let logged: Vec<String> = db
            .read_here(|conn| {
                use undersigned::db::schema::activity as a;
                let all = a::table
                    .filter(a::deed.eq("exported"))
                    .order((a::at, a::id));
                // the demo has exports of its own
                let all = all.filter(a::after.ne(""));
                all.select(a::after).load(conn).map_err(db::Error::from)
            })
            .unwrap();
        assert_eq!(logged.len(), 4, "what left half-way, too: {logged:?}");
        for line in &logged {
            assert!(line.contains("archive") && line.contains("us"), "{line}");
        }
        let lines = whole.lines().count() - 1;
        assert!(logged[3].contains(&lines.to_string()), "{}", logged[3]);
    })
    .await;
}

/// A disk for backups that is too small, and later large enough: `$1` is the database.
const TARGET: &str = r#"
mkdir target
mount -t tmpfs -o size=256k tmpfs target
"$0" backup target/copy.db --database "$1" && echo "no error"
echo "code $?, there: $(ls -A target)"
mount -o remount,size=64m target
"$0" backup target/copy.db --database "$1" || echo "an error"
"$0" check --database sqlite:target/copy.db >/dev/null && echo "there: $(ls -A target)"
"#;

#[actix_web::test]
async fn a_disk_of_backups_that_is_full_has_no_half_backup_and_takes_one_once_there_is_space() {
    on_both(|database| async move {
        loaded(&database);
        let Some(mut told) = among_mounts(database.folder(), TARGET) else {
            return;
        };
        let output = told.arg(database.url()).output().unwrap();
        let why = String::from_utf8_lossy(&output.stderr);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{said}{why}");
        assert_eq!(said, "code 1, there: \nthere: copy.db\n", "{why}");
        assert_eq!(why.lines().count(), 1, "{why}");
        assert!(why.contains("full"), "{why}");
    })
    .await;
}

/// The same with backups that are made by themselves, encrypted: what is unencrypted lies elsewhere meanwhile.
#[actix_web::test]
async fn a_backup_by_itself_that_finds_the_disk_full_is_told_and_the_site_goes_on() {
    on_both(|database| async move {
        loaded(&database);
        let (folder, public) = (database.folder(), key(&database.folder().join("key")));
        let small = r#"mkdir target; mount -t tmpfs -o size=64k tmpfs target; exec "$0" "$@""#;
        let Some(mut serving) = among_mounts(folder, small) else {
            return;
        };
        let place = format!("127.0.0.1:{}", free_port());
        let child = serving
            .args(["serve", "--database", database.url(), "--listen", &place])
            .args([
                "--metrics",
                "off",
                "--backup-every",
                "5m",
                "--backup-to",
                "target",
            ])
            .args(["--backup-recipient", &public])
            .stderr(Stdio::null())
            .stdout(Stdio::null())
            .spawn();
        let serving = Serving {
            child: child.unwrap(),
            told: String::new(),
            place,
        };
        let run = || read(&database, newest_run);
        holds_soon("the backup ends", || {
            run().is_some_and(|run| run.ended_at.is_some())
        });
        assert_eq!(run().unwrap().trouble.as_deref(), Some("full"));
        assert!(serving.get("/readyz").starts_with("HTTP/1.1 200"));
        let there = format!(
            "/proc/{}/root{}/target",
            serving.child.id(),
            folder.display()
        );
        assert_eq!(
            std::fs::read_dir(there).unwrap().count(),
            0,
            "a half file stays"
        );
        assert!(!folder.join("data/backup-unencrypted.db").exists());
        serving.stop("TERM");
    })
    .await;
}
