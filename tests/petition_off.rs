//! Story: a newer program wrote a setting that this one does not know. That petition is not shown by defaults, which protect nobody;
//! the others run.

use crate::support::world::on_both;
use diesel::prelude::*;
use undersigned::account::model::Role;
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_one_is_off_and_the_others_run() {
    on_both(|world| async move {
        let danger = world.petition(Kind::Letter).await;
        let other = world.petition(Kind::Petition).await;
        let mut owner = world.organizer(&danger, Role::Owner).await;
        let holds = async |set: &'static str| {
            world
                .write(move |tx| Ok(diesel::sql_query(set).execute(&mut **tx).map(|_| ())?))
                .await;
            world.looks().await;
        };
        holds(
            r#"update petitions set revision = revision + 1, settings = '{"high_risk":true,"guard":"passkey"}' where slug = 'open-letter'"#,
        )
        .await;
        for path in ["/p/open-letter", "/p/open-letter/count.json", "/p/open-letter.json"] {
            let off = world.visitor().gets(path).await;
            assert!(off.status >= 400, "{path}: {}", off.status);
            assert!(!off.body.contains("To the judges"), "{path}: {}", off.body);
        }
        world.tidies().await;
        let list = owner.goes("/organize").await.text();
        assert_eq!(owner.status(), 200, "{list}");
        assert_eq!(world.visitor().opens(&other).await.status(), 200);

        // the newer program runs, or somebody put it right
        holds(
            r#"update petitions set revision = revision + 1, settings = '{"high_risk":true}' where slug = 'open-letter'"#,
        )
        .await;
        let page = world.visitor().gets("/p/open-letter").await;
        assert_eq!(page.status, 200, "{}", page.body);
    })
    .await;
}
