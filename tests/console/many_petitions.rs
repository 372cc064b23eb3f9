//! Rule: the list of an organization's petitions costs the same however many there are.

use crate::support::world::on_both;
use diesel::connection::InstrumentationEvent;
use diesel::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use undersigned::account::model::Organization;
use undersigned::base::{Id, Time};
use undersigned::db::schema::petitions as p;
use undersigned::db::{Conn, Result};
use undersigned::petition::Kind;
use undersigned::petition::numbers::manage;

/// How many statements the list of an organization's petitions takes, and how many petitions are in it.
fn listed(conn: &mut Conn, organization: Id<Organization>, now: Time) -> Result<(usize, usize)> {
    let asked = Arc::new(AtomicUsize::new(0));
    let counts = Arc::clone(&asked);
    conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
        if matches!(event, InstrumentationEvent::StartQuery { .. }) {
            counts.fetch_add(1, Ordering::SeqCst);
        }
    });
    let (all, _) = manage::all(conn, organization, now)?;
    conn.set_instrumentation(|_: InstrumentationEvent<'_>| {});
    Ok((asked.load(Ordering::SeqCst), all.len()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn however_many_petitions_the_list_takes_as_many_statements() {
    on_both(|world| async move {
        let first = world.petition(Kind::Petition).await;
        let (organization, now) = (first.organization, world.now());
        let list = move |conn: &mut Conn| listed(conn, organization, now);
        let (statements, all) = world.read(list).await;
        assert_eq!(all, 1);
        for number in 0..11 {
            let other = world
                .petition_with(Kind::Petition, |plan| plan.slug = format!("other-{number}"))
                .await
                .id;
            world
                .write(move |tx| {
                    let moved = diesel::update(p::table.find(other));
                    let moved = moved.set(p::organization_id.eq(organization));
                    Ok(moved.execute(&mut **tx)?)
                })
                .await;
        }
        assert_eq!(world.read(list).await, (statements, 12));
    })
    .await;
}
