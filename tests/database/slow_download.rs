//! Story: a list is taken over a slow line. Meanwhile SQLite can fold its log into the file: nothing is held that it would have to
//! keep.

use crate::support::Database;
use crate::support::signers::{sign, signer};
use crate::support::world::World;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Integer;
use diesel::{Connection, SqliteConnection};
use std::io;
use undersigned::petition::Kind;
use undersigned::signature::SignatureState;
use undersigned::transfer::{ExportRequest, write_all};

#[derive(QueryableByName)]
struct Folded {
    #[diesel(sql_type = Integer)]
    busy: i32,
}

/// Whoever takes the list. Each time, somebody else writes, and the log is folded.
struct Slow {
    conn: SqliteConnection,
    blocks: usize,
}

impl io::Write for Slow {
    fn write(&mut self, block: &[u8]) -> io::Result<usize> {
        self.blocks += 1;
        self.conn
            .batch_execute("update organizations set name = name || '.'")
            .expect("somebody else writes");
        let folded: Folded = diesel::sql_query("pragma wal_checkpoint(truncate)")
            .get_result(&mut self.conn)
            .expect("an answer");
        assert_eq!(folded.busy, 0, "the log cannot be folded");
        Ok(block.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn holds_nothing_while_it_waits() {
    let world = World::over(Database::sqlite()).await;
    let letter = world.petition(Kind::Letter).await;
    let people = (0..600)
        .map(|n| signer(&format!("Somebody Number{n:03}")))
        .collect();
    let db = world.app().db.clone();
    sign(&db, letter.id, SignatureState::Counted, people, world.now()).await;
    let file = world.folder().expect("a folder").to_owned();
    let now = world.now();
    let wanted = ExportRequest::whole(&letter);
    let take = move || {
        let file = std::fs::read_dir(file).unwrap().flatten();
        let file = file
            .map(|one| one.path())
            .find(|path| path.extension().is_some_and(|end| end == "db"))
            .expect("the database");
        let mut slow = Slow {
            conn: SqliteConnection::establish(file.to_str().unwrap()).unwrap(),
            blocks: 0,
        };
        slow.conn
            .batch_execute("pragma busy_timeout = 200")
            .unwrap();
        let mut conn = db.open_reader().unwrap();
        let lines = write_all(
            &mut conn,
            &wanted,
            now.plus(undersigned::base::time::hours(1)),
            &mut slow,
        );
        (lines.map_err(|broken| broken.to_string()), slow.blocks)
    };
    let (lines, blocks) = tokio::task::spawn_blocking(take).await.unwrap();
    assert_eq!(lines, Ok(600));
    assert!(blocks >= 2, "one block shows nothing");
    world.ends().await;
}
