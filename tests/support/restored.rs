//! A site of invented people that was backed up, and a place to restore it to.

use super::Database;
use super::operator::{run, start, told};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::path::Path;
use std::process::Output;
use undersigned::db::{Db, Result};

/// The petitions of `demo`, in this database, with its secrets in `data` beside it.
pub fn loaded(database: &Database) {
    let arguments = ["demo", "--database", database.url()];
    start(database.folder(), &arguments, Some("Ctrl-C")).stop("TERM");
}

/// Another place of the same kind, where nothing is yet.
pub fn elsewhere(database: &Database) -> Database {
    match database.is_sqlite() {
        true => Database::sqlite(),
        false => Database::postgres().expect("a server that was there before"),
    }
}

/// Backs the database up.
pub fn backed_up(database: &Database, name: &str) {
    told(
        database.folder(),
        &["backup", name, "--database", database.url()],
    );
}

/// Runs `restore` with the secrets of this database, into another.
pub fn restore(from: &Database, file: &str, into: &Database, more: &[&str]) -> Output {
    let arguments = [&["restore", file, "--database", into.url()][..], more].concat();
    run(from.folder(), &arguments)
}

/// What it said, when it succeeded.
pub fn restored(from: &Database, file: &str, into: &Database, more: &[&str]) -> String {
    let output = restore(from, file, into, more);
    let why = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{why}");
    String::from_utf8(output.stdout).unwrap()
}

/// Whether nothing was left at the place of a restore: no file, or no row.
pub fn is_vacant(place: &Database) -> bool {
    match place.url().strip_prefix("sqlite:") {
        Some(file) => {
            let folder = Path::new(file).parent().unwrap();
            std::fs::read_dir(folder).unwrap().count() == 0
        }
        None => {
            #[derive(QueryableByName)]
            struct Rows {
                #[diesel(sql_type = diesel::sql_types::BigInt)]
                many: i64,
            }
            let mut conn = PgConnection::establish(place.url()).unwrap();
            let mut many = |asked: &str| {
                let rows = diesel::sql_query(asked).get_result::<Rows>(&mut conn);
                rows.unwrap().many
            };
            many("select count(*) as many from pg_class where relname = 'petitions'") == 0
                || many("select count(*) as many from petitions") == 0
        }
    }
}

/// Says something to a database itself.
pub fn tell(url: &str, statement: &str) {
    match url.strip_prefix("sqlite:") {
        Some(path) => SqliteConnection::establish(path)
            .unwrap()
            .batch_execute(statement)
            .unwrap(),
        None => PgConnection::establish(url)
            .unwrap()
            .batch_execute(statement)
            .unwrap(),
    }
}

/// Reads from a database.
pub fn read<T>(
    database: &Database,
    work: impl FnOnce(&mut undersigned::db::Conn) -> Result<T>,
) -> T {
    let db = Db::open(&database.url().parse().unwrap()).unwrap();
    db.read_here(work).unwrap()
}

/// A key of age in a file; its public half.
pub fn key(file: &Path) -> String {
    use age::secrecy::ExposeSecret;
    let key = age::x25519::Identity::generate();
    std::fs::write(file, key.to_string().expose_secret()).unwrap();
    key.to_public().to_string()
}
