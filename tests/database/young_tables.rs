//! Rule: whoever writes seeks by an index, also where tables are young and PostgreSQL has no figures of them yet. It keeps the plan
//! of a prepared statement, and one made then would read all signatures with each confirmation.

use crate::support::world::on_both;
use diesel::prelude::*;
use diesel::sql_types::Text;
use undersigned::db::Conn;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
    plan: String,
}

/// As a shared commit asks what many mailboxes hold.
const ASKED: &str = "explain (costs off) select g.id from unnest(array_fill('\\x01'::bytea, array[64])) as m (email_k2) \
     join signatures g on g.email_k2 = m.email_k2";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shared_commit_reads_no_table_from_end_to_end() {
    on_both(|world| async move {
        let plan = world
            .write(|tx| {
                let Conn::Postgres(c) = &mut **tx else {
                    return Ok(None); // SQLite plans by its rules and not by figures
                };
                let lines = diesel::sql_query(ASKED).load::<Line>(c)?;
                Ok(Some(lines.into_iter().map(|line| line.plan).collect()))
            })
            .await;
        let Some(plan): Option<Vec<String>> = plan else {
            return;
        };
        let plan = plan.join("\n");
        assert!(!plan.contains("Seq Scan"), "{plan}");
        assert!(
            plan.contains("Index Scan using signatures_one_each"),
            "{plan}"
        );
    })
    .await;
}
