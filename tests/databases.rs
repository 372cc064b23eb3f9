//! The ground the stories stand on: each gets a fresh database, and nobody else sees it.

use crate::support::{Database, on_both};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};

fn run(database: &Database, statement: &str) -> Result<(), String> {
    match database.url().strip_prefix("sqlite:") {
        Some(path) => SqliteConnection::establish(path)
            .map_err(|e| e.to_string())
            .and_then(|mut conn| conn.batch_execute(statement).map_err(|e| e.to_string())),
        None => PgConnection::establish(database.url())
            .map_err(|e| e.to_string())
            .and_then(|mut conn| conn.batch_execute(statement).map_err(|e| e.to_string())),
    }
}

#[actix_web::test]
async fn every_story_has_a_database_of_its_own() {
    on_both(|database| async move {
        run(&database, "create table note (body text)").unwrap();
        let other = if database.is_sqlite() {
            Database::sqlite()
        } else {
            Database::postgres().unwrap()
        };
        assert!(
            run(&other, "select body from note").is_err(),
            "the second story sees the first one's table"
        );
        assert!(database.folder().is_dir());
    })
    .await;
}

#[test]
fn a_database_is_gone_when_its_story_is_told() {
    let Some(database) = Database::postgres() else {
        return;
    };
    let url = database.url().to_owned();
    let _still_connected = PgConnection::establish(&url).unwrap();
    drop(database);
    assert!(
        PgConnection::establish(&url).is_err(),
        "{url} is still there"
    );
}
