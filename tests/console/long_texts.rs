//! Story: an organizer writes a long letter, and looks at it before it is out.

use crate::console::form_kept::asks;
use crate::console::petitions::{begins, filled, revision};
use crate::support::organizer::Browser;
use crate::support::world::{World, on_both};
use actix_web::http::StatusCode;
use undersigned::base::{Id, Lang};
use undersigned::petition::Petition;
use undersigned::web::urls;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn as_many_letters_as_a_field_takes_come_through_the_door() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = begins(&world, &ana).await;
        let edit = urls::edit_petition(id);
        for (character, many) in [("图", 40_000), ("𠀀", 40_000), ("图", 40_001)] {
            let page = ana.gets(&edit).await;
            let text = character.repeat(many);
            let mut fields = filled(&page, "Ask.");
            for field in &mut fields {
                if field.0 == "body-en" {
                    field.1 = &text;
                }
            }
            let saved = ana.presses(&page, &edit, &fields).await;
            let expected = match many {
                40_000 => StatusCode::SEE_OTHER,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            assert_eq!(saved.status, expected, "{many} {character}");
        }
        let id = publishes_again(&world, &ana, id).await;
        let close = urls::close_petition(id);
        let page = ana.gets(&close).await;
        let outcome = "𠀀".repeat(10_000);
        let revision = revision(&page);
        let fields = [("revision", revision), ("outcome-en", outcome.as_str())];
        let closed = ana.presses(&page, &close, &fields).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
    })
    .await;
}

async fn publishes_again(world: &World, ana: &Browser, id: Id<Petition>) -> Id<Petition> {
    let list = ana.gets(&urls::publish_petition(id)).await;
    let revision = revision(&list).to_owned();
    let path = urls::publish_petition(id);
    let opened = ana.presses(&list, &path, &[("revision", &revision)]).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    world.looks().await;
    let new = urls::new_update(id);
    let page = ana.gets(&new).await;
    let text = "𠀀".repeat(20_000);
    let fields = [
        ("revision", ""),
        ("title-en", "News"),
        ("body-en", text.as_str()),
    ];
    let written = ana.presses(&page, &new, &fields).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.body);
    id
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn preview_and_publish_save_first() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = begins(&world, &ana).await;
        let edit = urls::edit_petition(id);
        let places = [
            ("preview", urls::preview(id, Lang::EN)),
            ("publish", urls::publish_petition(id)),
        ];
        for (then, place) in places {
            let page = ana.gets(&edit).await;
            assert!(
                !page.body.contains(&format!("href=\"{place}\"")),
                "a link would drop the text"
            );
            assert!(
                page.body
                    .contains(&format!("name=\"then\" value=\"{then}\""))
            );
            let ask = format!("Typed before {then}.");
            let mut fields = filled(&page, &ask);
            fields.push(("then", then));
            let saved = ana.presses(&page, &edit, &fields).await;
            assert_eq!(
                saved.location.as_deref(),
                Some(place.as_str()),
                "{}",
                saved.body
            );
            assert_eq!(asks(&world, id).await, ask);
        }
        let id = publishes_again(&world, &ana, id).await;
        let new = urls::new_update(id);
        let page = ana.gets(&new).await;
        let fields = [
            ("revision", ""),
            ("title-en", "News"),
            ("body-en", "b"),
            ("then", "publish"),
        ];
        let saved = ana.presses(&page, &new, &fields).await;
        let place = saved.location.unwrap_or_default();
        assert!(
            place.starts_with("/organize/updates/") && place.ends_with("/publish"),
            "{place}"
        );
    })
    .await;
}
