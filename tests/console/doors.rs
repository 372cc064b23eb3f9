//! Story: a petition's pages in the console open to those who work on it, and show its numbers.

use crate::console::petitions::{begins, filled, publishes};
use crate::support::signers::{sign, signer, wait};
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use undersigned::base::time::days;
use undersigned::base::{Id, Time};
use undersigned::db::Error;
use undersigned::petition::Petition;
use undersigned::petition::store::petitions;
use undersigned::signature::SignatureState as Signed;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_reaches_into_a_petition_by_the_back_door() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = begins(&world, &ana).await;
        let edit = urls::edit_petition(id);
        let page = ana.gets(&edit).await;
        for column in [
            "state",
            "published_at",
            "organization_id",
            "body_html-en",
            "id",
            "title-fr",
        ] {
            let mut forged = filled(&page, "x");
            forged.push((column, "1"));
            let refused = ana.presses(&page, &edit, &forged).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{column}");
        }
        let other = format!("/organize/petitions/{}", Id::<Petition>::new(world.now()));
        for path in [
            "",
            "/edit",
            "/preview",
            "/publish",
            "/close",
            "/signatures",
            "/export",
        ] {
            let strange = ana.gets(&format!("{other}{path}")).await;
            assert_eq!(strange.status, StatusCode::NOT_FOUND, "{path}");
            let unknown = world
                .browser()
                .gets(&format!("/organize/petitions/{id}{path}"))
                .await;
            assert_eq!(
                unknown.status,
                StatusCode::SEE_OTHER,
                "{path}: signs in first"
            );
        }
        assert_eq!(
            ana.gets(&urls::close_petition(id)).await.status,
            StatusCode::CONFLICT
        );
        let unguarded = ana.posts(&edit, &filled(&page, "x")).await;
        assert_eq!(unguarded.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_overview_counts_and_draws() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = publishes(&world, &ana).await;
        let empty = ana.gets(&urls::overview(id)).await;
        assert!(
            empty
                .body
                .contains("The chart starts with the first confirmed signature.")
        );
        let began = world.now();
        sign(
            &world.app().db,
            id,
            Signed::Counted,
            vec![signer("Amara Osei"), signer("Sam Lee")],
            began,
        )
        .await;
        world.meanwhile(days(3));
        let ana = world.ana().await;
        let now = world.now();
        sign(
            &world.app().db,
            id,
            Signed::Counted,
            vec![signer("Lucía Fernández")],
            now,
        )
        .await;
        sign(
            &world.app().db,
            id,
            Signed::Held,
            vec![signer("asdf qwer")],
            now,
        )
        .await;
        wait(&world.app().db, id, signer("Not Yet"), now).await;
        let page = ana.gets(&urls::overview(id)).await;
        for shown in [
            "<dd class=\"v\">3</dd>",
            "+1",
            "1 signature is held",
            "November 21: 2",
            "today so far",
            "3,997 to go",
            "Amara Osei",
            "Lucía Fernández",
        ] {
            assert!(page.body.contains(shown), "{shown} in {}", page.body);
        }
        for range in ["week", "total", "nonsense"] {
            let page = ana.gets(&urls::overview_chart(id, range)).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains("<rect"), "{range}");
        }
        let none = world
            .app()
            .db
            .read(|conn| petitions::past_closing(conn, Time::from_micros(0)))
            .await;
        assert_eq!(none.map_err(|_: Error| ()).unwrap().len(), 0);
    })
    .await;
}
