//! Story: the drill: a backup is made, restored beside, counted and thrown away, and the operator reads what would be lost.

use crate::support::on_both;
use crate::support::operator::{run, start, told};
use crate::support::restored::{elsewhere, key, loaded};
use std::path::Path;

fn left(data: &Path) -> Vec<String> {
    let names = std::fs::read_dir(data).unwrap();
    let names = names.map(|file| file.unwrap().file_name().into_string().unwrap());
    names
        .filter(|name| name.starts_with("drill-") || name.contains("restored"))
        .collect()
}

#[actix_web::test]
async fn a_drill_tells_what_would_be_lost_and_how_long_it_takes() {
    on_both(|database| async move {
        loaded(&database);
        let folder = database.folder();
        let server = start(folder, &["serve", "--database", database.url()], None);
        let said = told(folder, &["drill", "--database", database.url()]);
        let checked = told(folder, &["check", "--database", database.url()]);
        let counted = checked.split_once(';').unwrap();
        let counted = checked.split("; every").next().unwrap_or(counted.0).trim();
        assert!(said.contains(counted), "{said}\n{checked}");
        assert!(said.contains("RPO: unbounded: "), "{said}");
        assert!(said.lines().any(|line| line.starts_with("RTO: ")), "{said}");
        assert_eq!(left(&folder.join("data")), [""; 0]);

        // with the key it goes the whole way, and where backups are made by themselves it says how much is lost at most
        let public = key(&folder.join("key"));
        let arguments = [
            "drill",
            "--identity",
            "key",
            "--backup-recipient",
            &public,
            "--backup-every",
            "6h",
            "--database",
            database.url(),
        ];
        let said = told(folder, &arguments);
        assert!(said.contains("RPO: 2160"), "six hours and a little: {said}");
        assert_eq!(left(&folder.join("data")), [""; 0]);
        server.stop("INT");

        // into PostgreSQL too
        if !database.is_sqlite() {
            let place = elsewhere(&database);
            told(
                folder,
                &["drill", "--into", place.url(), "--database", database.url()],
            );
            assert_eq!(told(folder, &["check", "--database", place.url()]), checked);
            let full = run(
                folder,
                &["drill", "--into", place.url(), "--database", database.url()],
            );
            assert_eq!(full.status.code(), Some(2));
        }
        let wrong = run(
            folder,
            &["drill", "--identity", "key", "--database", database.url()],
        );
        assert_eq!(wrong.status.code(), Some(2));
        assert_eq!(left(&folder.join("data")), [""; 0]);
    })
    .await;
}
