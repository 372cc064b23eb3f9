//! Story: an organizer makes a petition, mends it, opens it and ends it.

use crate::support::organizer::{Answer, Browser};
use crate::support::signers::{petition, sign, signer};
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::time::hours;
use undersigned::base::{Id, Lang, Time};
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::lifecycle::close_due::close_due;
use undersigned::petition::store::petitions;
use undersigned::petition::{Petition, PetitionState};
use undersigned::signature::SignatureState as Signed;
use undersigned::web::urls;

pub const SLUG: &str = "court-records-should-be-free-to-read";

/// Ana begins the letter; its id.
pub async fn begins(world: &World, ana: &Browser) -> Id<Petition> {
    let page = ana.gets("/organize/petitions/new").await;
    let fields = [
        ("kind", "letter"),
        ("title", "Court records should be free to read"),
        ("target", "the State Judicial Council"),
        ("lang", "en"),
    ];
    let made = ana.presses(&page, "/organize/petitions/new", &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let id = petition(&world.app().db, SLUG).await.id;
    assert_eq!(made.location.unwrap(), urls::edit_petition(id));
    id
}

/// The revision of the page she has open.
pub fn revision(page: &Answer) -> &str {
    let (_, from) = page
        .body
        .split_once("name=\"revision\" value=\"")
        .expect("a revision");
    from.split('"').next().unwrap()
}

/// The text as Ana fills it in.
pub fn filled<'a>(page: &'a Answer, ask: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("revision", revision(page)),
        ("title-en", "Court records should be free to read"),
        ("target-en", "the State Judicial Council"),
        ("ask-en", ask),
        ("body-en", "# We ask\r\n\r\nOpen the <b>records</b>."),
        ("published-en", "1"),
    ]
}

/// The page of dates as she fills it in.
pub fn dated(page: &Answer) -> Vec<(&'static str, &str)> {
    vec![
        ("revision", revision(page)),
        ("slug", SLUG),
        ("goal", "4,000"),
        ("closes_on", "2026-12-11"),
        ("closes_time", "17:00"),
        ("time_zone", "America/New_York"),
    ]
}

/// The page of the form as she fills it in, with this kind.
pub fn asked<'a>(page: &'a Answer, kind: &'a str) -> Vec<(&'static str, &'a str)> {
    vec![
        ("revision", revision(page)),
        ("kind", kind),
        ("role", "optional"),
        ("affiliation", "optional"),
        ("place", "off"),
        ("most_public", "detail"),
        ("confirming", "adaptive"),
        ("founders", "Open Docket\r\nClinic of Merton"),
    ]
}

/// She opens a page of the editor and saves it so.
pub async fn saves<F>(ana: &Browser, path: &str, fields: F)
where
    F: for<'a> Fn(&'a Answer) -> Vec<(&'static str, &'a str)>,
{
    let page = ana.gets(path).await;
    let saved = ana.presses(&page, path, &fields(&page)).await;
    assert_eq!(
        saved.status,
        StatusCode::SEE_OTHER,
        "{path}: {}",
        saved.body
    );
}

/// Ana fills all pages in and opens the petition.
pub async fn publishes(world: &World, ana: &Browser) -> Id<Petition> {
    let id = begins(world, ana).await;
    let (text, form) = (
        urls::edit_petition(id),
        urls::edit_part(id, &EditPart::Form),
    );
    saves(ana, &text, |page| filled(page, "Make them free.")).await;
    saves(ana, &form, |page| asked(page, "letter")).await;
    saves(ana, &urls::edit_part(id, &EditPart::Dates), dated).await;
    let list = ana.gets(&urls::publish_petition(id)).await;
    let revision = revision(&list).to_owned();
    let pressed = ana
        .presses(
            &list,
            &urls::publish_petition(id),
            &[("revision", &revision)],
        )
        .await;
    assert_eq!(
        pressed.location,
        Some(urls::share_kit_new(id)),
        "{}",
        pressed.body
    );
    id
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_petition_is_made_looked_at_and_opened() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let empty = ana.gets("/organize").await;
        assert!(empty.body.contains("There is no petition yet"));

        let page = ana.gets("/organize/petitions/new").await;
        let half = [
            ("kind", "poem"),
            ("title", " "),
            ("target", "Kept, see"),
            ("lang", "xx"),
            ("slug", "A b"),
        ];
        let again = ana.presses(&page, "/organize/petitions/new", &half).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        for kept in ["Kept, see", "A b", "Enter a title", "Four things to fix"] {
            assert!(again.body.contains(kept), "{kept} in {}", again.body);
        }

        let id = begins(&world, &ana).await;
        let list = ana.gets(&urls::publish_petition(id)).await;
        assert!(list.body.contains("Not ready yet") && !list.body.contains("Publish now"));
        let pushed = ana
            .presses(
                &ana.gets("/organize/petitions/new").await,
                &urls::publish_petition(id),
                &[("revision", "1")],
            )
            .await;
        assert_eq!(pushed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            ana.gets(&format!("/p/{SLUG}")).await.status,
            StatusCode::NOT_FOUND
        );

        let edit = urls::edit_petition(id);
        let page = ana.gets(&edit).await;
        let states = page.body.replace(['\u{2068}', '\u{2069}'], "");
        assert!(states.contains(">missing</span>") && states.contains(">done</span>"));
        let dates = urls::edit_part(id, &EditPart::Dates);
        let open = ana.gets(&dates).await;
        let mut wrong = dated(&open);
        for field in &mut wrong {
            match field.0 {
                "goal" => field.1 = "many",
                "closes_on" => field.1 = "2027-03-14",
                "closes_time" => field.1 = "02:30",
                _ => {}
            }
        }
        let again = ana.presses(&open, &dates, &wrong).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        for kept in [
            "Error: ",
            "many",
            "02:30",
            "does not exist on that day",
            "Two things to fix",
        ] {
            assert!(again.body.contains(kept), "{kept} in {}", again.body);
        }

        saves(&ana, &dates, dated).await;
        let form = urls::edit_part(id, &EditPart::Form);
        saves(&ana, &form, |page| asked(page, "letter")).await;
        // the page that was opened before the others were saved is not behind
        let mut right = filled(&page, "Make them free.");
        right.push(("then", "preview"));
        let saved = ana.presses(&page, &edit, &right).await;
        let preview = ana.gets(&saved.location.unwrap()).await;
        assert_eq!(preview.status, StatusCode::OK, "{}", preview.body);
        for shown in [
            "Preview.",
            "<h2>We ask</h2>",
            "Open Docket",
            "disabled",
            "Role",
        ] {
            assert!(preview.body.contains(shown), "{shown} in {}", preview.body);
        }
        assert!(!preview.body.contains("<b>records</b>"));

        let page = ana.gets(&dates).await;
        assert!(page.body.contains("value=\"17:00\"") && page.body.contains("value=\"4000\""));
        let list = ana.gets(&urls::publish_petition(id)).await;
        assert!(list.body.contains("Publish now"), "{}", list.body);
        let stale = ana
            .presses(&list, &urls::publish_petition(id), &[("revision", "1")])
            .await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        let revision = revision(&list).to_owned();
        for _ in 0..2 {
            let opened = ana
                .presses(
                    &list,
                    &urls::publish_petition(id),
                    &[("revision", &revision)],
                )
                .await;
            let kit = Some(urls::share_kit_new(id));
            assert_eq!(opened.location, kit, "{}", opened.body);
        }
        let public = world.browser().gets(&format!("/p/{SLUG}")).await;
        assert_eq!(public.status, StatusCode::OK);
        assert!(
            public.body.contains("Make them free.") && public.body.contains("Clinic of Merton")
        );
        let all = ana.gets("/organize").await;
        assert!(all.body.contains("Court records should be free to read"));
        assert_eq!(
            petition(&world.app().db, SLUG).await.state,
            PetitionState::Open
        );
    })
    .await;
}

async fn versions(world: &World, id: Id<Petition>) -> Vec<(String, i32)> {
    world
        .app()
        .db
        .read(move |conn| petitions::wordings(conn, id))
        .await
        .unwrap()
        .into_iter()
        .map(|kept| (kept.text.ask, kept.wording.version))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_that_were_signed_are_never_changed() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = publishes(&world, &ana).await;
        let edit = urls::edit_petition(id);
        sign(
            &world.app().db,
            id,
            Signed::Counted,
            vec![signer("Amara Osei")],
            world.now(),
        )
        .await;

        // another goal is no other text
        let dates = urls::edit_part(id, &EditPart::Dates);
        saves(&ana, &dates, |page| {
            let fields = dated(page).into_iter();
            fields.filter(|(name, _)| *name != "goal").collect()
        })
        .await;
        assert_eq!(
            versions(&world, id).await,
            [("Make them free.".to_owned(), 1)]
        );

        let form = urls::edit_part(id, &EditPart::Form);
        let page = ana.gets(&form).await;
        assert!(
            page.body
                .contains("This can no longer change: somebody has signed.")
        );
        let page = ana.gets(&edit).await;
        let mut fields = filled(&page, "Make them free, now.");
        fields.push(("rewording", "mend"));
        let saved = ana.presses(&page, &edit, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(
            versions(&world, id).await,
            [
                ("Make them free.".to_owned(), 1),
                ("Make them free, now.".to_owned(), 2)
            ]
        );
        let public = world.browser().gets(&format!("/p/{SLUG}")).await;
        assert!(public.body.contains("Make them free, now."));

        // a translation has versions of its own
        let spanish = urls::edit_part(id, &EditPart::Text(Lang::ES));
        saves(&ana, &spanish, |page| {
            vec![
                ("revision", revision(page)),
                ("title-es", "Actas libres"),
                ("ask-es", "Hágalas públicas."),
                ("body-es", "Pedimos."),
                ("published-es", "1"),
            ]
        })
        .await;
        assert!(
            versions(&world, id)
                .await
                .contains(&("Hágalas públicas.".to_owned(), 1))
        );
        let public = world.browser().gets(&format!("/es/p/{SLUG}")).await;
        assert!(public.body.contains("Hágalas públicas."));

        // the kind stands, whatever is sent
        saves(&ana, &form, |page| asked(page, "pledge")).await;
        assert_eq!(
            petition(&world.app().db, SLUG).await.kind.as_str(),
            "letter"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_who_write_at_once_lose_nothing() {
    on_both(|world| async move {
        world.has_ana().await;
        let (ana, ben) = (world.ana().await, world.ana().await);
        let id = begins(&world, &ana).await;
        let edit = urls::edit_petition(id);
        let (hers, his) = (ana.gets(&edit).await, ben.gets(&edit).await);
        ana.presses(&hers, &edit, &filled(&hers, "What Ana asks."))
            .await;
        let conflict = ben
            .presses(&his, &edit, &filled(&his, "What Ben asks."))
            .await;
        assert_eq!(conflict.status, StatusCode::CONFLICT);
        for kept in ["What Ana asks.", "What Ben asks.", "Somebody else saved"] {
            assert!(conflict.body.contains(kept), "{kept} in {}", conflict.body);
        }
        // he has seen both and decides
        let saved = ben
            .presses(&conflict, &edit, &filled(&conflict, "What both ask."))
            .await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert!(ana.gets(&edit).await.body.contains("What both ask."));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_petition_closes_at_its_date_and_says_how_it_ended() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = publishes(&world, &ana).await;
        let end = Time::parse("2026-12-11T22:00:00Z").unwrap();
        world.meanwhile(end.since(world.now()) + hours(30));
        let ana = world.ana().await;
        let page = ana.gets(&urls::overview(id)).await;
        assert!(
            page.body.contains("It closed on December 11, 2026"),
            "{}",
            page.body
        );
        let edit = ana.gets(&urls::edit_petition(id)).await;
        assert_eq!(
            edit.location,
            Some(urls::close_petition(id)),
            "what is over is not edited"
        );

        let now = world.now();
        let closed = world
            .app()
            .db
            .write(move |tx| close_due(tx, now))
            .await
            .unwrap();
        assert_eq!(closed.len(), 1);
        let again = world
            .app()
            .db
            .write(move |tx| close_due(tx, now))
            .await
            .unwrap();
        assert!(again.is_empty());
        let over = petition(&world.app().db, SLUG).await;
        assert_eq!(
            (over.state, over.closed_at),
            (PetitionState::Closed, Some(end))
        );

        let path = urls::close_petition(id);
        let page = ana.gets(&path).await;
        let revision = revision(&page);
        let outcome = "The Council **agreed**. <script>x</script>";
        let fields = [("revision", revision), ("outcome-en", outcome)];
        let written = ana.presses(&page, &path, &fields).await;
        assert_eq!(
            written.location,
            Some(urls::overview(id)),
            "{}",
            written.body
        );
        let over = petition(&world.app().db, SLUG).await;
        assert_eq!(over.closed_at, Some(end), "it closed when it closed");
        let public = world.browser().gets(&format!("/p/{SLUG}")).await;
        assert!(
            public.body.contains("The Council <strong>agreed</strong>."),
            "{}",
            public.body
        );
        assert!(!public.body.contains("<script>x"));
    })
    .await;
}
