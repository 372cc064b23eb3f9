//! Rule: whatever waits for a webhook, whoever promises, sends or looks reads what is asked for and not the whole table. Also where
//! PostgreSQL made its plans while the table was empty: it keeps them.

use crate::support::receiver::Receiver;
use crate::support::world::on_both;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use undersigned::account::occurrence::OccurrenceKind as K;
use undersigned::account::store::activity::Doer;
use undersigned::base::time::days;
use undersigned::base::{Id, Time};
use undersigned::db::{Conn, Result, Tx};
use undersigned::partner::webhook::manage;
use undersigned::partner::webhook::model::{
    DeliveryState, Webhook, WebhookDelivery, WebhookFormat,
};
use undersigned::partner::webhook::store::{deliveries, lanes};
use undersigned::petition::Kind;

/// What waits.
const MANY: usize = 5_000;
/// Rows that one of them may read.
const READ: i64 = 120;

/// Rows of deliveries that this transaction has read so far, by an index or without; none where the database does not say it.
fn read_so_far(tx: &mut Tx<'_>) -> Result<Option<i64>> {
    #[derive(QueryableByName)]
    struct Rows {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let Conn::Postgres(c) = &mut **tx else {
        return Ok(None); // SQLite plans by its rules, whatever is in the table
    };
    let asked = "select (seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint as n \
         from pg_stat_xact_user_tables where relname = 'webhook_deliveries'";
    let rows: Rows = diesel::sql_query(asked).get_result(c)?;
    Ok(Some(rows.n))
}

type Look = fn(&mut Tx<'_>, Id<Webhook>, Time) -> Result<usize>;

/// Everything that is asked of deliveries again and again, and how many it finds among those that wait.
const LOOKS: [(&str, Look, usize); 8] = [
    (
        "is free",
        |tx, _, now| Ok(lanes::is_free(tx, now)?.into()),
        0,
    ),
    (
        "the next",
        |tx, id, now| Ok(deliveries::due(tx, id, now, 2)?.len()),
        2,
    ),
    (
        "a handful",
        |tx, id, now| Ok(deliveries::due(tx, id, now, 100)?.len()),
        100,
    ),
    (
        "the log",
        |tx, id, _| Ok(deliveries::newest(tx, id, None, None, 50)?.len()),
        50,
    ),
    (
        "the log of what was given up",
        |tx, id, _| {
            let only = Some(DeliveryState::GivenUp);
            Ok(deliveries::newest(tx, id, only, None, 50)?.len())
        },
        0,
    ),
    (
        "how many wait",
        |tx, id, _| {
            let many = deliveries::count(tx, id, DeliveryState::Waiting, 100)?;
            Ok(usize::try_from(many).unwrap())
        },
        100,
    ),
    (
        "how many were given up",
        |tx, id, _| {
            let many = deliveries::count(tx, id, DeliveryState::GivenUp, 10_000)?;
            Ok(usize::try_from(many).unwrap())
        },
        0,
    ),
    (
        "whether one is old",
        |tx, _, now| Ok(deliveries::is_older(tx, now.minus(days(30)))?.into()),
        0,
    ),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_reads_all_that_waits() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let receiver = Receiver::start().await;
        let kinds = [K::PetitionUpdated];
        let (id, _) = world
            .has_webhook(&letter, &receiver, &kinds, WebhookFormat::Thin)
            .await;
        // nobody sends meanwhile
        let (webhook, now) = (world.webhook(id).await, world.now());
        let doer = Doer::operator(now);
        world
            .write(move |tx| manage::turn(tx, &webhook, false, &doer))
            .await;
        world
            .write(move |tx| {
                // more often than PostgreSQL makes a plan anew
                for (_, look, _) in [LOOKS; 8].as_flattened() {
                    look(tx, id, now)?;
                }
                let all: Vec<_> = (0..MANY).map(|_| WebhookDelivery::test(id, now)).collect();
                deliveries::insert_all(tx, &all)?;
                for (what, look, finds) in LOOKS {
                    let before = read_so_far(tx)?;
                    assert_eq!(look(tx, id, now)?, finds, "{what}");
                    let read = read_so_far(tx)?
                        .zip(before)
                        .map(|(after, before)| after - before);
                    assert!(
                        read.is_none_or(|rows| rows <= READ),
                        "{what} reads {read:?}"
                    );
                }
                Ok(())
            })
            .await;
        assert_eq!(receiver.posted().len(), 0);
    })
    .await;
}
