//! Story: organizers tell what has happened since: written, published, mended, taken back; on the
//! page, on its own page and in both feeds.

use crate::console::petitions::{SLUG, publishes};
use crate::support::html::Html;
use crate::support::organizer::{Answer, Browser};
use crate::support::page::{Page, is_read_in};
use crate::support::world::on_both;
use actix_web::http::StatusCode;
use undersigned::base::time::minutes;
use undersigned::base::{Id, Lang, Slug};
use undersigned::petition::lifecycle::transition::transition;
use undersigned::petition::store::petitions;
use undersigned::petition::update::Update;
use undersigned::petition::{Petition, PetitionState};
use undersigned::web::urls;

fn revision(page: &Answer) -> String {
    let of = Page::of(&page.body).attribute("input[name=revision]", "value");
    of.expect("a revision")
}

/// The form of an update, filled in.
fn written<'a>(revision: &'a str, texts: [&'a str; 4]) -> Vec<(&'static str, &'a str)> {
    let names = ["title-en", "body-en", "title-es", "body-es"];
    let mut fields = vec![("revision", revision)];
    fields.extend(names.into_iter().zip(texts));
    fields
}

/// Ana writes an update; its id.
async fn writes(ana: &Browser, id: Id<Petition>, texts: [&str; 4]) -> Id<Update> {
    let new = urls::new_update(id);
    let page = ana.gets(&new).await;
    let made = ana.presses(&page, &new, &written("", texts)).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let to = made.location.unwrap();
    Id::parse(to.rsplit('/').next().unwrap()).unwrap()
}

/// Ana publishes it.
async fn shows(ana: &Browser, update: Id<Update>) {
    let publish = urls::publish_update(update);
    let page = ana.gets(&publish).await;
    let fields = [("revision", revision(&page))];
    let fields = fields
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let shown = ana.presses(&page, &publish, &fields).await;
    assert_eq!(shown.status, StatusCode::SEE_OTHER, "{}", shown.body);
}

fn says(answer: &Answer, text: &str) -> bool {
    is_read_in(text, &Page::of(&answer.body).text())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn written_published_mended_and_taken_back() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = publishes(&world, &ana).await;
        let reader = world.browser();
        let empty = ana.gets(&urls::updates(id)).await;
        assert!(empty.body.contains("No update yet"));

        let new = urls::new_update(id);
        let page = ana.gets(&new).await;
        let half = ["", "Half a thing", "", ""];
        let again = ana.presses(&page, &new, &written("", half)).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(says(&again, "Enter a title") && again.body.contains("Half a thing"));
        let foreign = [("title-xx", "T"), ("body-xx", "B"), ("revision", "")];
        let foreign = ana.presses(&page, &new, &foreign).await;
        assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY);

        let texts = [
            "We were heard",
            "The Council **met** us.",
            "Nos oyeron",
            "El Consejo nos **recibió**.",
        ];
        let update = writes(&ana, id, texts).await;
        let slug = Slug::parse(SLUG).unwrap();
        let own_page = urls::update(None, &slug, update);
        assert_eq!(
            reader.gets(&own_page).await.status,
            StatusCode::NOT_FOUND,
            "a draft"
        );
        assert!(
            !reader
                .gets(&format!("/p/{SLUG}"))
                .await
                .body
                .contains("heard")
        );
        let preview = ana.gets(&urls::preview_update(update)).await;
        assert!(says(&preview, "Only organizers see this page"));
        assert!(preview.body.contains("<strong>met</strong>"));
        assert_eq!(
            reader.gets(&urls::preview_update(update)).await.status,
            StatusCode::SEE_OTHER
        );

        shows(&ana, update).await;
        let on_page = reader.gets(&format!("/p/{SLUG}")).await;
        assert!(
            on_page
                .body
                .contains(&urls::update(Some(Lang::EN), &slug, update))
        );
        let shown = reader.gets(&own_page).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert!(says(&shown, "We were heard") && !says(&shown, "edited"));
        let spanish = reader.gets(&format!("/es/p/{SLUG}/updates/{update}")).await;
        assert!(says(&spanish, "Nos oyeron") && says(&spanish, "Leer y firmar"));
        assert!(spanish.body.contains("<link rel=\"canonical\""));

        world.meanwhile(minutes(20));
        let edit = urls::edit_update(update);
        let page = ana.gets(&edit).await;
        let at = revision(&page);
        let mended = [
            "We were heard",
            "The Council met us *twice*.",
            "Nos oyeron",
            "Dos veces.",
        ];
        let saved = ana.presses(&page, &edit, &written(&at, mended)).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let shown = reader.gets(&own_page).await;
        assert!(says(&shown, "twice") && says(&shown, "edited"));
        let stale = ana
            .presses(&page, &edit, &written(&at, ["Mine", "Mine too", "", ""]))
            .await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        assert!(stale.body.contains("Mine too"), "what was typed is kept");

        let take_back = urls::take_back_update(update);
        let asks = ana.gets(&take_back).await;
        assert_eq!(
            reader.gets(&own_page).await.status,
            StatusCode::OK,
            "asking changes nothing"
        );
        ana.presses(&asks, &take_back, &[]).await;
        let gone = reader.gets(&own_page).await;
        assert_eq!(gone.status, StatusCode::GONE);
        assert!(says(&gone, "have deleted this update"));
        assert!(
            !reader
                .gets(&format!("/p/{SLUG}"))
                .await
                .body
                .contains("heard")
        );
        assert!(
            !reader
                .gets(&format!("/p/{SLUG}/feed.json"))
                .await
                .body
                .contains("heard")
        );
        assert_eq!(ana.gets(&edit).await.status, StatusCode::CONFLICT);
        let none = Id::<Update>::new(world.now());
        for nothing in [
            urls::update(None, &slug, none),
            format!("/p/{SLUG}/updates/x"),
        ] {
            assert_eq!(reader.gets(&nothing).await.status, StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn feeds_are_read_by_machines() {
    on_both(|world| async move {
        world.has_ana().await;
        let ana = world.ana().await;
        let id = publishes(&world, &ana).await;
        let reader = world.browser();
        let (atom, json) = (
            format!("/p/{SLUG}/feed.atom"),
            format!("/p/{SLUG}/feed.json"),
        );
        let empty = reader.gets(&json).await;
        assert_eq!(
            empty.header("content-type"),
            Some("application/feed+json; charset=utf-8")
        );
        assert!(empty.body.contains("\"items\":[]"));
        let titles = ["First & <best>", "Second", "Third", "Fourth"];
        let mut ids = Vec::new();
        for title in titles {
            let body = "See <b>this</b> & [that](https://example.org/?a=1&b=2) ]]>.";
            let update = writes(&ana, id, [title, body, "", ""]).await;
            shows(&ana, update).await;
            world.meanwhile(minutes(20));
            ids.push(update);
        }
        let feed = reader.gets(&json).await;
        assert_eq!(feed.header("cache-control"), Some("public, max-age=300"));
        assert_eq!(feed.header("access-control-allow-origin"), Some("*"));
        assert!(feed.header("etag").is_some());
        let told: serde_json::Value = serde_json::from_str(&feed.body).unwrap();
        assert_eq!(told["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!(told["title"], "Court records should be free to read");
        assert_eq!(told["language"], "en");
        assert_eq!(told["authors"][0]["name"], "Docket Coalition");
        assert!(
            told["feed_url"]
                .as_str()
                .unwrap()
                .ends_with(&format!("/en{json}"))
        );
        let items = told["items"].as_array().unwrap();
        assert_eq!(items.len(), 4);
        assert_eq!(items[3]["title"], "First & <best>", "the newest first");
        assert_eq!(items[3]["id"], format!("urn:uuid:{}", ids[0]));
        let html = items[3]["content_html"].as_str().unwrap();
        assert!(
            html.contains("&lt;b&gt;this") && !html.contains("<b>"),
            "{html}"
        );
        for item in items {
            for key in ["url", "date_published", "date_modified", "language"] {
                assert!(item[key].is_string(), "{key}");
            }
        }

        let feed = reader.gets(&atom).await;
        assert_eq!(
            feed.header("content-type"),
            Some("application/atom+xml; charset=utf-8")
        );
        let read = crate::support::xml::read(&feed.body);
        assert_eq!(read.name, "feed");
        assert_eq!(read.attribute("xmlns"), "http://www.w3.org/2005/Atom");
        for needed in ["id", "title", "updated", "author"] {
            assert_eq!(read.all(needed).len(), 1, "{needed}");
        }
        let entries = read.all("entry");
        assert_eq!(entries.len(), 4);
        assert_eq!(entries[3].all("title")[0].text, "First & <best>");
        let content = entries[3].all("content")[0];
        assert_eq!(content.attribute("type"), "html");
        assert_eq!(content.text.trim(), html.trim(), "the same in both");
        let inner = Html::of(&content.text);
        assert!(inner.root().first("a").is_some());
        let own = read
            .all("link")
            .into_iter()
            .find(|link| link.attribute("rel") == "self");
        assert!(
            own.unwrap()
                .attribute("href")
                .ends_with(&format!("/en{atom}"))
        );

        // the page names three of them
        let page = reader.gets(&format!("/p/{SLUG}")).await;
        let named = Page::of(&page.body).all(".news li a");
        assert_eq!(named, ["Fourth", "Third", "Second"]);
        let now = world.now();
        let removed = world.app().db.write(move |tx| {
            let turned = transition(tx, id, PetitionState::Removed, now).expect("taken down");
            petitions::find(tx, turned.id)
        });
        removed.await.unwrap();
        world.app().refresh().unwrap();
        for place in [
            &atom,
            &json,
            &format!("/es{atom}"),
            &format!("/p/{SLUG}/updates/{}", ids[0]),
        ] {
            assert_eq!(reader.gets(place).await.status, StatusCode::GONE, "{place}");
        }
        let new = urls::new_update(id);
        assert_eq!(ana.gets(&new).await.status, StatusCode::CONFLICT);
    })
    .await;
}
