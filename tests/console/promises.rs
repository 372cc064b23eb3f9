//! Story: an organizer says what people can promise, and may not take away what somebody promised.

use super::petitions::revision;
use crate::support::organizer::{Answer, Browser};
use crate::support::signers::{choose, petition, signer};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::{Id, Lang};
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::store::{petitions, promises};
use undersigned::petition::{Petition, PledgeOption};
use undersigned::signature::SignatureState;
use undersigned::web::urls;

const SLUG: &str = "not-for-them";
const ENGLISH: &str = "I will not apply\r\nI will tell why\r\nI will leave";
const SPANISH: &str = "No solicitaré empleo\r\nDiré por qué\r\nDejaré el empleo";

/// Ana begins a pledge.
async fn begins(world: &World, ana: &Browser) -> Id<Petition> {
    let page = ana.gets("/organize/petitions/new").await;
    let fields = [
        ("kind", "pledge"),
        ("title", "Not for them"),
        ("lang", "en"),
        ("slug", SLUG),
    ];
    let made = ana.presses(&page, "/organize/petitions/new", &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let id = petition(&world.app().db, SLUG).await.id;
    let path = urls::edit_part(id, &EditPart::Text(Lang::ES));
    super::petitions::saves(ana, &path, |page| {
        vec![
            ("revision", revision(page)),
            ("title-es", "Para ellos, no"),
            ("ask-es", "No trabajaré allí."),
            ("body-es", "Allí, no."),
            ("published-es", "1"),
        ]
    })
    .await;
    id
}

/// Ana saves the pledge with these promises, in English and Spanish.
async fn saves(ana: &Browser, id: Id<Petition>, english: &str, spanish: &str) -> Answer {
    let edit = urls::edit_petition(id);
    let page = ana.gets(&edit).await;
    assert!(page.body.contains("name=\"promises-es\""), "it is asked");
    let fields = [
        ("revision", revision(&page)),
        ("title-en", "Not for them"),
        ("ask-en", "I will not work there."),
        ("body-en", "Not there."),
        ("promises-en", english),
        ("published-en", "1"),
        ("promises-es", spanish),
        ("rewording", "mend"),
    ];
    ana.presses(&page, &edit, &fields).await
}

async fn publishes(ana: &Browser, id: Id<Petition>) {
    let path = urls::publish_petition(id);
    let list = ana.gets(&path).await;
    let pressed = ana
        .presses(&list, &path, &[("revision", revision(&list))])
        .await;
    assert_eq!(
        pressed.location,
        Some(urls::share_kit_new(id)),
        "{}",
        pressed.body
    );
}

async fn promises(world: &World, id: Id<Petition>) -> Vec<PledgeOption> {
    let petition = petition(&world.app().db, SLUG).await;
    assert_eq!(petition.id, id);
    let all = world
        .app()
        .db
        .read(move |conn| promises::of(conn, &petition));
    all.await.unwrap().offered().to_vec()
}

/// The versions of the English text and the promises of the newest.
async fn versions(world: &World, id: Id<Petition>) -> (usize, Vec<String>) {
    let kept = world
        .app()
        .db
        .read(move |conn| petitions::wordings(conn, id))
        .await;
    let mut english: Vec<_> = kept
        .unwrap()
        .into_iter()
        .filter(|kept| kept.wording.lang == Lang::EN)
        .collect();
    let newest = english.pop().unwrap();
    let words = newest.text.promises().into_iter().map(|(_, words)| words);
    (english.len() + 1, words.collect())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_typed_becomes_a_choice_in_both_languages() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = begins(&world, &ana).await;
        let long = "x".repeat(201);
        let nine = "1\n2\n3\n4\n5\n6\n7\n8\n9";
        for (english, spanish, said) in [
            (ENGLISH, "Una sola", "Write as many promises here"),
            (ENGLISH, "", "Write as many promises here"),
            ("One", SPANISH, "Write as many promises here"),
            ("Same\nSame", "A\nB", "The same promise is here twice"),
            (nine, nine, "Write at most 8 promises"),
            (&long, "B", "One thing to fix"),
        ] {
            let again = saves(&ana, id, english, spanish).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
            assert!(again.body.contains(said), "{said} in {}", again.body);
            let kept = english.replace("\r\n", "\n");
            let body = again.body.replace("\r\n", "\n");
            assert!(body.contains(&format!(">\n{kept}</textarea>")), "{kept}");
        }
        assert!(promises(&world, id).await.is_empty());
        let saved = saves(&ana, id, ENGLISH, SPANISH).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let offered = promises(&world, id).await;
        assert_eq!(offered.len(), 3);
        assert_eq!(offered[1].in_lang(Lang::ES), Some("Diré por qué"));
        let preview = ana.gets(&urls::preview(id, Lang::ES)).await;
        assert!(preview.body.contains("Diré por qué"));
        publishes(&ana, id).await;
        let page = ana.gets(&format!("/es/p/{SLUG}")).await;
        assert!(page.body.contains("Me comprometo") && page.body.contains("Dejaré el empleo"));
        let (count, words) = versions(&world, id).await;
        assert_eq!(count, 1);
        assert_eq!(
            words,
            ["I will not apply", "I will tell why", "I will leave"]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_promised_is_moved_and_reworded_but_not_taken_away() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = begins(&world, &ana).await;
        saves(&ana, id, ENGLISH, SPANISH).await;
        publishes(&ana, id).await;
        let tell = promises(&world, id).await[1].id;
        let now = world.now();
        let sam = vec![signer("Sam Rivers")];
        choose(
            &world.app().db,
            id,
            SignatureState::Counted,
            (sam, Some(tell)),
            now,
        )
        .await;
        // Out it may not go; the others may.
        let again = saves(&ana, id, "I will not apply\nI will leave", "A\nB").await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            again
                .body
                .contains("Somebody has chosen a promise that is missing here")
        );
        assert!(again.body.contains("href=\"#promises-en\""));
        assert_eq!(promises(&world, id).await.len(), 3, "nothing is written");
        assert_eq!(versions(&world, id).await.0, 1);
        // Moved, reworded, and with a new one beside it.
        let other = "I will tell why\nI will leave for good\nI will march";
        let saved = saves(&ana, id, other, "Diré por qué\nMe iré\nMarcharé").await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let offered = promises(&world, id).await;
        assert_eq!(offered[0].id, tell, "moved");
        let (count, words) = versions(&world, id).await;
        assert_eq!(count, 2, "another text is signed from now on");
        assert_eq!(words[0], "I will tell why");
        let saved = saves(
            &ana,
            id,
            "I will tell everybody why\nI will march",
            "Lo diré\nMarcharé",
        );
        assert_eq!(saved.await.status, StatusCode::SEE_OTHER);
        let offered = promises(&world, id).await;
        assert_eq!(offered.len(), 2);
        assert_eq!(
            (offered[0].id, offered[0].in_lang(Lang::EN)),
            (tell, Some("I will tell everybody why"))
        );
        assert_eq!(versions(&world, id).await.0, 3);
        // The same again is no new text.
        saves(
            &ana,
            id,
            "I will tell everybody why\nI will march",
            "Lo diré\nMarcharé",
        )
        .await;
        assert_eq!(versions(&world, id).await.0, 3);
        // The console tells who promised what, and how many each.
        let list = ana.gets(&urls::signatures(id)).await;
        assert!(list.body.contains("<th scope=\"col\">Promise</th>"));
        assert!(list.body.contains("I will tell everybody why"));
        let overview = ana.gets(&urls::overview(id)).await;
        let at = |text: &str| {
            overview
                .body
                .find(text)
                .unwrap_or_else(|| panic!("no {text}"))
        };
        assert!(at("What people pledge") < at("I will tell everybody why"));
        assert!(
            at("I will tell everybody why") < at("I will march"),
            "the most chosen first"
        );
        let export = ana.gets(&urls::export(id)).await;
        assert!(export.body.contains("I will tell why"), "as it was signed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_else_typed_meanwhile_stands_beside_the_form() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = begins(&world, &ana).await;
        let edit = urls::edit_petition(id);
        let old = ana.gets(&edit).await;
        saves(&ana, id, ENGLISH, SPANISH).await;
        let fields = [
            ("revision", revision(&old)),
            ("title-en", "Not for them"),
            ("promises-en", "I will march"),
        ];
        let stale = ana.presses(&old, &edit, &fields).await;
        assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);
        assert!(stale.body.contains("I will march"), "what was typed");
        let beside = "What people can promise (English)</dt>";
        assert!(stale.body.contains(beside), "{}", stale.body);
        assert!(
            stale.body.contains("I will tell why"),
            "and what stands there"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_has_no_column_of_promises() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = world.open_letter(&ana).await;
        let now = world.now();
        let sam = vec![signer("Sam Rivers")];
        choose(
            &world.app().db,
            id,
            SignatureState::Counted,
            (sam, None),
            now,
        )
        .await;
        for path in [
            urls::signatures(id),
            urls::overview(id),
            urls::edit_petition(id),
        ] {
            let page = ana.gets(&path).await;
            assert!(!page.body.contains("Promise"), "{path}");
            assert!(!page.body.contains("promises-"), "{path}");
        }
    })
    .await;
}
