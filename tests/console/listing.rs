//! Story: an organizer puts right under what a name is sorted and pins the first signers; a name
//! whose owner does not show it is not theirs to list.

use crate::support::organizer::Browser;
use crate::support::signers::{sign, signer};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::Id;
use undersigned::petition::{Petition, Visibility};
use undersigned::signature::store::{own_changes, read};
use undersigned::signature::{Signature, SignatureState, Signer};
use undersigned::web::urls;

const PAGE: &str = "/en/p/open-the-records";
const LIST: &str = "/en/p/open-the-records/signers";

/// The one counted signature of this name.
async fn of(world: &World, id: Id<Petition>, name: &'static str) -> Id<Signature> {
    let all = world
        .app()
        .db
        .read(move |conn| read::newest(conn, id, SignatureState::Counted, None, 100))
        .await
        .unwrap();
    let found = all
        .iter()
        .find(|one| one.signer.as_ref().unwrap().name == name);
    found.unwrap().signature.id
}

async fn names(ana: &Browser) -> Vec<String> {
    let page = ana.gets(LIST).await.body;
    page.split("<span class=\"nm\"><bdi dir=\"auto\">")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_name_is_sorted_and_pinned_by_hand() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let now = world.now();
        let people = ["Ana Alba", "Juana Inés de la Cruz", "Zoe Zimmer"]
            .map(signer)
            .to_vec();
        sign(&world.app().db, id, SignatureState::Counted, people, now).await;
        assert_eq!(
            names(&ana).await,
            ["Ana Alba", "Juana Inés de la Cruz", "Zoe Zimmer"]
        );

        let juana = urls::listing(of(&world, id, "Juana Inés de la Cruz").await);
        let table = ana.gets(&urls::signatures(id)).await;
        assert!(table.body.contains(&juana), "the table leads there");
        let form = ana.gets(&juana).await;
        assert_eq!(form.status, StatusCode::OK);
        let done = ana
            .presses(&form, &juana, &[("sorted_as", "Ñ, Juana")])
            .await;
        assert_eq!(done.location, Some(urls::signatures(id)));
        assert_eq!(names(&ana).await[1], "Juana Inés de la Cruz", "under N now");
        assert!(
            ana.gets(&format!("{LIST}?letter=n"))
                .await
                .body
                .contains("Juana")
        );
        assert_eq!(
            ana.gets(&format!("{LIST}?letter=d")).await.location,
            Some(LIST.to_owned()),
            "nobody is left there"
        );

        let zoe = urls::listing(of(&world, id, "Zoe Zimmer").await);
        let form = ana.gets(&zoe).await;
        ana.presses(&form, &zoe, &[("first", "1")]).await;
        world.looks().await;
        let page = ana.gets(LIST).await.body;
        assert!(page.contains("First signers"));
        assert_eq!(names(&ana).await[0], "Zoe Zimmer");
        world.meanwhile(std::time::Duration::from_secs(1));
        assert!(ana.gets(PAGE).await.body.contains("First signers"));
        // Juana puts her own name right: it is sorted by itself, and what was said of the other is gone
        let juanas = of(&world, id, "Juana Inés de la Cruz").await;
        world
            .app()
            .db
            .write(move |tx| {
                let mut signer = read::find(tx, juanas)?.unwrap().signer.unwrap();
                signer.name = "Beatriz de la Cruz".to_owned();
                own_changes::correct(tx, juanas, &signer)
            })
            .await
            .unwrap();
        assert!(
            ana.gets(&format!("{LIST}?letter=d"))
                .await
                .body
                .contains("Beatriz")
        );
        assert!(!ana.gets(&juana).await.body.contains("Ñ, Juana"));
        // what was said is there when the form is opened again
        assert!(ana.gets(&zoe).await.body.contains("checked"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_only_what_may_be() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let now = world.now();
        let hidden = Signer {
            visibility: Visibility::Counted,
            ..signer("Nora Nobody")
        };
        sign(
            &world.app().db,
            id,
            SignatureState::Counted,
            vec![hidden, signer("Ann One")],
            now,
        )
        .await;
        let nora = urls::listing(of(&world, id, "Nora Nobody").await);
        assert_eq!(ana.gets(&nora).await.status, StatusCode::CONFLICT);
        assert!(!ana.gets(&urls::signatures(id)).await.body.contains(&nora));

        let ann = urls::listing(of(&world, id, "Ann One").await);
        let form = ana.gets(&ann).await;
        let typed = [("sorted_as", "One\u{7}, Ann"), ("first", "1")];
        let wrong = ana.presses(&form, &ann, &typed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("checked"), "what was chosen is kept");
        let long = "a".repeat(201);
        let wrong = ana.presses(&form, &ann, &[("sorted_as", &long)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains(&long));

        let stranger = world.browser();
        assert_eq!(
            stranger.gets(&ann).await.status,
            StatusCode::SEE_OTHER,
            "to sign in"
        );
        let nothing = urls::listing(Id::<Signature>::new(now));
        assert_eq!(ana.gets(&nothing).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
