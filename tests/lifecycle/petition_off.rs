//! Story: a newer program wrote a setting that this one does not know. That petition is off here, and not shown by defaults
//! that may be what protects nobody; the others run.

use crate::support::world::{World, on_both};
use diesel::prelude::*;
use undersigned::account::model::Role;
use undersigned::base::time::minutes;
use undersigned::db::schema::petitions as p;
use undersigned::petition::{Kind, Petition, Settings};

/// Its settings become these, as another instance would write them.
async fn holds(world: &World, petition: &Petition, settings: &'static str, revision: i64) {
    let (id, now) = (petition.id, world.now());
    world
        .write(move |tx| {
            diesel::update(p::table.find(id))
                .set((p::revision.eq(revision), p::updated_at.eq(now)))
                .execute(&mut **tx)?;
            let set =
                format!("update petitions set settings = '{settings}' where revision = {revision}");
            diesel::sql_query(set).execute(&mut **tx)?;
            Ok(())
        })
        .await;
    world.looks().await;
}

const NEWER: &str = r#"{"high_risk":true,"guard":"passkey"}"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_one_is_off_and_the_others_run() {
    on_both(|world| async move {
        let careful = |settings: &Settings| {
            Settings {
                high_risk: true,
                ..settings.clone()
            }
            .careful()
        };
        let danger = world
            .petition_with(Kind::Letter, |plan| plan.settings = careful(&plan.settings))
            .await;
        let other = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&danger, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await;
        let mut owner = world.organizer(&danger, Role::Owner).await;

        holds(&world, &danger, NEWER, 41).await;
        let second = world.another_instance().await;
        for door in [world.addr(), second] {
            for path in [
                "/p/open-letter",
                "/es/p/open-letter",
                "/p/open-letter/count.json",
                "/p/open-letter.json",
                "/p/open-letter/signers",
                "/p/open-letter/privacy",
                "/badge/open-letter.svg",
            ] {
                let off = world.visitor().through(door).gets(path).await;
                assert_eq!(off.status, 503, "{path}: {}", off.body);
                assert!(!off.body.contains("To the judges"), "{path}: {}", off.body);
            }
            let page = world.visitor().through(door).gets("/p/open-letter").await;
            assert!(
                page.body.contains("not available just now"),
                "{}",
                page.body
            );
            let list = world.visitor().through(door).gets("/").await;
            assert!(!list.body.contains("To the judges") && list.body.contains("Court records"));
            let well = world.visitor().through(door).gets("/p/free-records").await;
            assert_eq!(well.status, 200);
        }
        // what waits is neither counted by a default nor lost
        sam.presses("Confirm my signature").await;
        assert_eq!(sam.status(), 503, "{}", sam.text());
        world.later(minutes(30)).await;
        assert_eq!(world.pending(&danger).await, 1);
        owner.goes("/organize").await;
        owner.sees("Not available just now: /p/open-letter");
        owner
            .goes(&undersigned::web::urls::edit_petition(danger.id))
            .await;
        assert_eq!(owner.status(), 503);
        let mut kim = world.visitor();
        kim.signs(&other, "Kim", "kim@example.org").await;
        kim.opens_mail().await.presses("Confirm my signature").await;
        kim.sees("Signature 1");

        // the newer program runs, or somebody put it right
        holds(&world, &danger, r#"{"high_risk":true}"#, 42).await;
        sam.opens_link().await;
        sam.presses("Confirm my signature").await;
        let page = world.visitor().gets("/p/open-letter").await;
        assert_eq!(page.status, 200);
        assert_eq!(world.rows(&danger).await.counted, 1);
    })
    .await;
}
