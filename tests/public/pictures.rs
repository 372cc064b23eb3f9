//! Story: whoever reads a petition sees its picture, with what it shows in words, on its page and on the list of petitions; without one
//! the signatures as strokes.

use crate::support::pictures::told;
use crate::support::signers::{sign, signer};
use crate::support::world::{SITE, World, on_both};
use reqwest::Method;
use undersigned::base::Lang;
use undersigned::petition::store::pictures;
use undersigned::petition::update::{Update, UpdateText, store};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;
use undersigned::web::urls;

async fn signed_by(world: &World, petition: &Petition, many: std::ops::Range<usize>) {
    let people = many.map(|n| signer(&format!("Sam {n}"))).collect();
    let db = world.app().db.clone();
    sign(
        &db,
        petition.id,
        SignatureState::Counted,
        people,
        world.now(),
    )
    .await;
    world.looks().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_picture_stands_on_the_page_with_its_words() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let picture = world.has_picture(&letter).await;
        let address = |file: &undersigned::petition::rules::picture::PictureFile| {
            urls::picture(&letter.slug, &file.hash.0)
        };
        let (small, large) = (&picture.small.file, &picture.large.file);
        for (lang, alt, caption) in [
            ("en", "A wall, red above and blue below", "Our wall."),
            ("es", "Un muro, rojo arriba y azul abajo", "Nuestro muro."),
        ] {
            let page = world
                .visitor()
                .gets(&format!("/{lang}/p/open-letter"))
                .await
                .page();
            let says = |name: &str| page.attribute(".hero img", name).unwrap_or_default();
            assert_eq!((says("alt").as_str(), says("lang").as_str()), (alt, lang));
            assert_eq!(says("src"), address(large));
            let both = format!(
                "{} {}w, {} {}w",
                address(small),
                small.width,
                address(large),
                large.width
            );
            assert_eq!(says("srcset"), both);
            assert!(!says("sizes").is_empty());
            assert_eq!(
                (says("width"), says("height")),
                (large.width.to_string(), large.height.to_string())
            );
            assert_eq!(page.attribute(".hero img", "loading"), None, "never lazily");
            let below = page.find("figcaption").unwrap();
            assert!(
                below.contains(caption) && below.contains("Ana Ruiz"),
                "{below}"
            );
        }
        let list = world.visitor().gets("/en").await.page();
        assert_eq!(list.attribute(".deck img", "src"), Some(address(large)));
        assert_eq!(
            list.attribute(".deck img", "alt").as_deref(),
            Some("A wall, red above and blue below")
        );
        assert_eq!(
            list.attribute(".deck img", "loading"),
            None,
            "the first is seen at once"
        );
        world
            .petition_with(Kind::Pledge, |plan| plan.organization = "Another".into())
            .await;
        let list = world.visitor().gets("/en").await.page();
        assert_eq!(list.attributes(".deck img", "loading"), ["lazy"]);

        // a language nothing is said in reads the petition's own words, and is told so
        let (id, now) = (letter.id, world.now());
        world
            .write(move |tx| {
                let english: Vec<_> = told()
                    .into_iter()
                    .filter(|text| text.lang == Lang::EN)
                    .collect();
                assert!(pictures::retell(tx, id, &english, 1, now)?);
                Ok(())
            })
            .await;
        world.looks().await;
        let page = world.visitor().gets("/es/p/open-letter").await.page();
        assert_eq!(
            page.attribute(".hero img", "alt").as_deref(),
            Some("A wall, red above and blue below")
        );
        assert_eq!(page.attribute(".hero img", "lang").as_deref(), Some("en"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_picture_the_signatures_are_drawn() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let hero = async |name: &str| {
            let page = world.visitor().gets("/en/p/open-letter").await.page();
            page.attribute(".hero img", name).unwrap_or_default()
        };
        signed_by(&world, &letter, 0..24).await;
        assert_eq!(hero("src").await, "/strokes/0.svg", "few are not told");
        assert_eq!(hero("alt").await, "");
        signed_by(&world, &letter, 24..25).await;
        assert_eq!(hero("src").await, "/strokes/25.svg");
        let says = "25 tally strokes, one for each signature; the newest five are yellow.";
        assert_eq!(hero("alt").await, says);
        let answer = world.visitor().gets("/strokes/25.svg").await;
        assert_eq!(answer.header("content-type"), "image/svg+xml");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(answer.header("cache-control").contains("immutable"));
        assert_eq!(answer.body.matches('M').count(), 25);
        let list = world.visitor().gets("/en").await.page();
        assert_eq!(
            list.attribute(".deck img", "src").as_deref(),
            Some("/strokes/25.svg")
        );
        assert_eq!(
            list.attribute(".deck img", "alt").as_deref(),
            Some(""),
            "the number stands beside it"
        );
        for wrong in ["-1", "025", "x", "10000000001", "1.5", ""] {
            assert_eq!(
                world
                    .visitor()
                    .gets(&format!("/strokes/{wrong}.svg"))
                    .await
                    .status,
                404,
                "{wrong}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_what_may_put_its_reader_in_danger_nothing_is_kept() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.settings.high_risk = true)
            .await;
        let picture = world.has_picture(&letter).await;
        let path = urls::picture(&letter.slug, &picture.small.file.hash.0);
        for _ in 0..2 {
            let answer = world.visitor().gets(&path).await;
            assert_eq!(
                (answer.status, answer.header("cache-control")),
                (200, "no-store")
            );
        }
        let (id, now) = (letter.id, world.now());
        world.write(move |tx| pictures::take_off(tx, id, now)).await;
        world.looks().await;
        assert_eq!(world.visitor().gets(&path).await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_picture_goes_along_with_links_feeds_and_facts() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut update = Update::draft(letter.id, world.now());
        assert!(update.publish(world.now()));
        world
            .write(move |tx| {
                store::insert(tx, &update)?;
                let text = UpdateText {
                    lang: Lang::EN,
                    title: "We were heard".to_owned(),
                    body: "At last.".to_owned(),
                    body_html: "<p>At last.</p>".to_owned(),
                };
                store::save_texts(tx, update.id, &[text])
            })
            .await;
        world.looks().await;
        let says = async |property: &str| {
            let page = world.visitor().gets("/en/p/open-letter").await.page();
            let said = page.attribute(&format!("meta[property=\"{property}\"]"), "content");
            said.unwrap_or_default()
        };
        let path = |address: &str| address.trim_start_matches(SITE).to_owned();
        let before = path(&says("og:image").await);
        assert!(before.ends_with(".png"), "{before}");
        let feed = world
            .visitor()
            .gets("/en/p/open-letter/feed.atom")
            .await
            .body;
        assert!(feed.contains("We were heard") && !feed.contains("media:content"));

        let picture = world.has_picture(&letter).await;
        let own = urls::picture(&letter.slug, &picture.large.file.hash.0);
        let with = path(&says("og:image").await);
        assert!(with.ends_with(".jpg"), "{with}");
        assert_eq!(says("og:image:type").await, "image/jpeg");
        assert!(
            says("og:image:alt")
                .await
                .ends_with("A wall, red above and blue below")
        );
        let card = world
            .visitor()
            .asks(Method::GET, &with)
            .send()
            .await
            .unwrap();
        assert_eq!(
            (card.status().as_u16(), &card.headers()["content-type"]),
            (200, &"image/jpeg".parse().unwrap())
        );
        assert_eq!(card.headers()["access-control-allow-origin"], "*");
        let card = card.bytes().await.unwrap();
        assert!(card.len() < 300_000);
        let seen = image::load_from_memory(&card).unwrap().to_rgb8();
        let [red, _, blue] = seen.get_pixel(1_000, 100).0;
        assert!(red > 150 && blue < 90, "the wall stands at its right");
        let old = world.visitor().gets(&before).await;
        assert_eq!(
            (old.status, old.header("content-type")),
            (200, "image/png"),
            "old ones live on"
        );

        let feed = world
            .visitor()
            .gets("/en/p/open-letter/feed.atom")
            .await
            .body;
        crate::support::xml::read(&feed);
        let address = format!("{SITE}{own}");
        assert!(feed.contains(&format!("<logo>{address}</logo>")), "{feed}");
        assert!(feed.contains(&format!(
            "<media:content url=\"{address}\" type=\"image/jpeg\""
        )));
        assert!(
            feed.contains("<media:description type=\"plain\">A wall, red above and blue below<")
        );
        let feed = world
            .visitor()
            .gets("/es/p/open-letter/feed.json")
            .await
            .json();
        assert_eq!(feed["items"][0]["image"], address);
        assert_eq!(
            feed["items"][0]["_image"]["alt"],
            "Un muro, rojo arriba y azul abajo"
        );
        let facts = world.visitor().gets("/p/open-letter.json").await.json();
        assert_eq!(facts["image_url"], address);

        let (id, now) = (letter.id, world.now());
        world.write(move |tx| pictures::take_off(tx, id, now)).await;
        world.looks().await;
        assert_eq!(path(&says("og:image").await), before, "the card it had");
        let bare = world.visitor().gets(&with).await;
        assert_eq!(
            (bare.status, bare.header("content-type")),
            (200, "image/jpeg")
        );
        let feed = world
            .visitor()
            .gets("/en/p/open-letter/feed.atom")
            .await
            .body;
        assert!(!feed.contains("media:content"));
    })
    .await;
}
