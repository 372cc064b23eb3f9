//! The ground the stories stand on: each gets a fresh database, and nobody else sees it.

use crate::support::{Database, on_both};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl, SqliteConnection};
use undersigned::base::Time;
use undersigned::db::{Db, Error, known_secrets, put_in_force};

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

/// What is held against each other is read as it stood at one moment: a signature that is counted in between is in both numbers or
/// in none.
#[actix_web::test]
async fn a_long_read_sees_one_moment() {
    on_both(|database| async move {
        let url = database.url().to_owned();
        let told = tokio::task::spawn_blocking(move || {
            let db = Db::open(&url.parse().unwrap()).unwrap();
            let fingerprint = |many: u8| [many; 32];
            let put = |many: u8| {
                let now = Time::from_micros(i64::from(many));
                db.write_here(|tx| put_in_force(tx, &fingerprint(many), now))
            };
            put(1).unwrap();
            db.snapshot_here(|conn| {
                assert_eq!(known_secrets(conn)?, Some(fingerprint(1).to_vec()));
                put(2)?;
                assert_eq!(known_secrets(conn)?, Some(fingerprint(1).to_vec()));
                Ok::<_, Error>(())
            })
            .unwrap();
            let seen = db.snapshot_here(known_secrets).unwrap();
            assert_eq!(seen, Some(fingerprint(2).to_vec()), "the next moment");
            let refused = db.snapshot_here(|conn| {
                diesel::sql_query("delete from secret_versions").execute(conn)?;
                Ok::<_, Error>(())
            });
            assert!(refused.is_err(), "who only reads writes nothing");
        });
        told.await.unwrap();
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
