//! Rule: a list that the disk does not take is an error in one line, and the log has that it left half-way.

use crate::support::on_both;
use crate::support::operator::{program, start, told};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use undersigned::db::{self, Db};

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
