//! Story: what another instance changes is seen, whatever its clock shows and in whichever order its transactions end; and what
//! cannot be read keeps nobody from the rest.

use crate::support::signers::{sign, signer};
use crate::support::world::{World, on_both};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::{Connection, PgConnection};
use undersigned::base::Time;
use undersigned::base::time::{days, hours};
use undersigned::db::schema::{petition_texts, petitions as p};
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;

/// The title of this petition in English, changed behind the program's back by an instance whose clock shows `at`.
async fn retitled(world: &World, petition: &Petition, title: &'static str, at: Time) {
    let id = petition.id;
    world
        .write(move |tx| {
            let mut petition = petitions::find(tx, id)?.expect("it is there");
            let revision = petition.revision;
            assert!(petitions::update_from(tx, &mut petition, revision, at)?);
            let text = petition_texts::table.find((id, "en"));
            diesel::update(text)
                .set(petition_texts::title.eq(title))
                .execute(&mut **tx)?;
            Ok(())
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_instance_whose_clock_is_hours_behind() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let late = world
            .petition_with(Kind::Petition, |plan| plan.organization = "Other".into())
            .await;
        // Something newer is known of everything, so that an older time is nothing to look for.
        world.later(hours(5)).await;
        retitled(&world, &late, "Known and new", world.now()).await;
        world.looks().await;

        let behind = world.now().minus(hours(3));
        retitled(&world, &letter, "Changed in the past", behind).await;
        let db = world.app().db.clone();
        let people = vec![signer("Sam One"), signer("Kim Two")];
        sign(&db, letter.id, SignatureState::Counted, people, behind).await;
        world.looks().await;
        let mut reader = world.visitor();
        reader.opens(&letter).await.sees("Changed in the past");
        reader.sees("Sam One");
        let count = reader.gets("/p/open-letter/count.json").await.json();
        assert_eq!(count["signatures"], 2);
        assert_eq!(
            world
                .app()
                .page_cache
                .count_cache
                .standing(letter.id.cast())
                .since_yesterday,
            2
        );
        // The day goes by without anybody signing.
        world.later(days(1)).await;
        assert_eq!(
            world
                .app()
                .page_cache
                .count_cache
                .standing(letter.id.cast())
                .since_yesterday,
            0
        );
    })
    .await;
}

/// Who began first ends last: a counter that only grows would have passed it by.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_that_ends_late() {
    let Some(database) = crate::support::Database::postgres() else {
        return;
    };
    let url = database.url().to_owned();
    let world = World::over(database).await;
    let letter = world.petition(Kind::Letter).await;
    let other = world
        .petition_with(Kind::Petition, |plan| plan.organization = "Other".into())
        .await;
    let id = letter.id;
    let begin = move || {
        let mut slow = PgConnection::establish(&url).expect("a connection of its own");
        slow.batch_execute("begin").expect("begun");
        diesel::update(p::table.find(id))
            .set(p::revision.eq(p::revision + 1))
            .execute(&mut slow)
            .expect("changed");
        diesel::update(petition_texts::table.find((id, "en")))
            .set(petition_texts::title.eq("Begun first"))
            .execute(&mut slow)
            .expect("changed");
        slow
    };
    let mut slow = tokio::task::spawn_blocking(begin).await.expect("begun");
    for title in ["Ended first", "And once more"] {
        retitled(&world, &other, title, world.now()).await;
        world.looks().await;
        world.visitor().opens(&other).await.sees(title);
    }
    let end = move || slow.batch_execute("commit").expect("committed");
    tokio::task::spawn_blocking(end).await.expect("ended");
    world.looks().await;
    world.visitor().opens(&letter).await.sees("Begun first");
    world.ends().await;
}

/// A row that a newer program wrote, or a mishap: that petition is not shown, all others go on, and it comes back when it can be
/// read again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_petition_that_cannot_be_read() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world
            .petition_with(Kind::Petition, |plan| {
                plan.organization = "Other".into();
                plan.closes_in = Some(hours(1));
            })
            .await;
        let says = async |lang: &'static str| {
            let id = letter.id;
            world
                .write(move |tx| {
                    diesel::update(p::table.find(id))
                        .set((p::lang.eq(lang), p::revision.eq(p::revision + 1)))
                        .execute(&mut **tx)?;
                    Ok(())
                })
                .await;
            world.looks().await;
        };
        says("no language").await;
        assert_eq!(world.visitor().gets("/p/open-letter").await.status, 503);
        retitled(&world, &other, "All others go on", world.now()).await;
        // It is looked, tidied and closed as ever.
        world.later(hours(2)).await;
        let mut reader = world.visitor();
        reader.opens(&other).await.sees("All others go on");
        reader.sees_no("Sign the petition");
        says("en").await;
        assert_eq!(world.visitor().gets("/p/open-letter").await.status, 200);
    })
    .await;
}
