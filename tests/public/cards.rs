//! Stories: what other sites are told of a petition: a picture, its languages, a list of pages.

use crate::support::petitions::rewrite;
use crate::support::signers::{sign, signer};
use crate::support::world::{SITE, World, on_both};
use crate::support::xml;
use undersigned::base::{Lang, Time};
use undersigned::petition::store::petitions;
use undersigned::petition::{Kind, Petition, PetitionState};
use undersigned::signature::{SignatureState as Signed, Signer};

fn crowd(name: &str, many: usize) -> Vec<Signer> {
    (0..many).map(|n| signer(&format!("{name} {n}"))).collect()
}

async fn joins(world: &World, petition: &Petition, name: &str, many: usize) {
    let db = world.app().db.get_ref().clone();
    sign(
        &db,
        petition.id,
        Signed::Counted,
        crowd(name, many),
        world.now(),
    )
    .await;
    world.looks().await;
}

/// What the page's head says under this property.
async fn says(world: &World, path: &str, property: &str) -> String {
    let page = world.visitor().gets(path).await.page();
    let of = |name: &str| page.attribute(&format!("meta[{name}=\"{property}\"]"), "content");
    of("property").or_else(|| of("name")).unwrap_or_default()
}

/// The path of the card that a page names.
async fn card(world: &World, path: &str) -> String {
    let address = says(world, path, "og:image").await;
    let path = address.strip_prefix(SITE);
    path.unwrap_or_else(|| panic!("{address} is not ours"))
        .to_owned()
}

/// Width and height of a PNG.
async fn picture(world: &World, path: &str) -> (u32, u32, Vec<u8>) {
    let answer = world
        .visitor()
        .asks(reqwest::Method::GET, path)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(
        answer.headers()["cross-origin-resource-policy"],
        "cross-origin"
    );
    let bytes = answer.bytes().await.unwrap().to_vec();
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.len() < 300_000);
    let at = |from: usize| u32::from_be_bytes(bytes[from..from + 4].try_into().unwrap());
    (at(16), at(20), bytes)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_card_changes_at_steps_and_old_ones_live_on() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let first = card(&world, "/p/open-letter").await;
        assert!(first.starts_with("/og/open-letter/en/0-"), "{first}");
        let (width, height, none) = picture(&world, &first).await;
        assert_eq!((width, height), (1200, 630));
        assert_eq!(
            says(&world, "/p/open-letter", "og:image:width").await,
            "1200"
        );
        assert_eq!(
            says(&world, "/p/open-letter", "twitter:card").await,
            "summary_large_image"
        );
        assert_eq!(says(&world, "/p/open-letter", "og:locale").await, "en_US");
        assert_eq!(
            says(&world, "/es/p/open-letter", "og:locale").await,
            "es_LA"
        );

        joins(&world, &letter, "Early", 27).await;
        let second = card(&world, "/p/open-letter").await;
        assert!(second.starts_with("/og/open-letter/en/27-"), "{second}");
        let alt = says(&world, "/p/open-letter", "og:image:alt").await;
        assert_eq!(alt, "To the judges of the circuit. 27+ have signed");
        let spanish = card(&world, "/es/p/open-letter").await;
        assert!(spanish.starts_with("/og/open-letter/es/27-"), "{spanish}");
        let (_, _, drawn) = picture(&world, &second).await;
        assert_ne!(drawn, none);
        assert_ne!(picture(&world, &spanish).await.2, drawn);

        joins(&world, &letter, "One more", 1).await;
        assert_eq!(
            card(&world, "/p/open-letter").await,
            second,
            "between two steps"
        );
        joins(&world, &letter, "And one", 1).await;
        let third = card(&world, "/p/open-letter").await;
        assert!(third.starts_with("/og/open-letter/en/29-"), "{third}");
        assert_eq!(
            picture(&world, &second).await.2,
            drawn,
            "an old card is what it was"
        );

        // another title, another address; the old address shows the new title
        let id = letter.id;
        let now = world.now();
        world
            .write(move |tx| {
                let mut petition = petitions::find(tx, id)?.expect("the letter");
                rewrite(tx, &mut petition, now)?;
                let texts = petitions::texts(tx, id)?;
                let mut text = texts
                    .into_iter()
                    .find(|t| t.lang == Lang::EN)
                    .expect("English");
                text.title = "To all judges".to_owned();
                petitions::save_text(tx, id, &text, now)
            })
            .await;
        world.looks().await;
        let renamed = card(&world, "/p/open-letter").await;
        assert_ne!(renamed, third);
        assert_eq!(
            picture(&world, &third).await.2,
            picture(&world, &renamed).await.2
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_has_cards_drawn_that_were_never_on_a_page() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        world.petition(Kind::Pledge).await;
        joins(&world, &letter, "Early", 30).await;
        let own = card(&world, "/p/open-letter").await;
        let hash = own.split_once("29-").unwrap().1.to_owned();
        let visitor = world.visitor();
        for path in [
            own.replace("/29-", "/31-"),
            own.replace("/29-", "/029-"),
            own.replace("/en/", "/es/"),
            own.replace("/en/", "/xx/"),
            own.replace("open-letter", "our-pledge"),
            own.replace("open-letter", "nothing"),
            own.replace(&hash, &format!("0{hash}")),
            own.replace(&hash, "0123456789abcdef01234567.png"),
            own.replace(".png", ".svg"),
            own.replace("29-", ""),
        ] {
            assert_eq!(visitor.gets(&path).await.status, 404, "{path}");
        }
        assert_eq!(picture(&world, &own).await.0, 1200);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn engines_find_every_language() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let page = world.visitor().gets("/es/p/open-letter").await.page();
        let alternates: Vec<_> = page
            .attributes("link[rel=alternate]", "hreflang")
            .into_iter()
            .zip(page.attributes("link[hreflang]", "href"))
            .collect();
        for (lang, path) in [("en", "/en"), ("es", "/es"), ("x-default", "")] {
            let there = (lang.to_owned(), format!("{SITE}{path}/p/open-letter"));
            assert!(alternates.contains(&there), "{there:?} in {alternates:?}");
        }
        let robots = world.visitor().gets("/robots.txt").await;
        assert_eq!(robots.header("content-type"), "text/plain; charset=utf-8");
        assert!(
            robots
                .body
                .contains(&format!("Sitemap: {SITE}/sitemap.xml"))
        );
        assert!(robots.body.contains("Disallow: /organize\n"));
        let map = xml::read(&world.visitor().gets("/sitemap.xml").await.body);
        assert_eq!(map.name, "urlset");
        let urls = map.all("url");
        let places: Vec<_> = urls
            .iter()
            .map(|url| url.all("loc")[0].text.clone())
            .collect();
        assert_eq!(
            places,
            ["en", "es"].map(|lang| format!("{SITE}/{lang}/p/open-letter"))
        );
        assert_eq!(urls[0].all("xhtml:link").len(), 3);
        assert!(Time::parse(&urls[0].all("lastmod")[0].text).is_ok());
        let own = card(&world, "/p/open-letter").await;
        let (id, now) = (letter.id, world.now());
        world
            .write(move |tx| {
                let mut petition = petitions::find(tx, id)?.expect("the letter");
                assert!(petition.transition_to(PetitionState::Removed, now));
                rewrite(tx, &mut petition, now)
            })
            .await;
        world.looks().await;
        assert_eq!(world.visitor().gets(&own).await.status, 410);
        world.meanwhile(undersigned::base::time::minutes(1));
        let map = xml::read(&world.visitor().gets("/sitemap.xml").await.body);
        assert!(map.all("url").is_empty(), "gone from the list");
    })
    .await;
}
