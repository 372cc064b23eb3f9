//! Story: an editor is given the address of a petition, and embeds it.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::visitor::Visitor;
use crate::support::world::{SITE, on_both};
use undersigned::petition::Kind;

async fn asks(editor: &Visitor, more: &str) -> crate::support::answer::Answer {
    let page = format!("{SITE}/en/p/open-letter?via=slla")
        .replace(':', "%3A")
        .replace('/', "%2F")
        .replace('?', "%3F")
        .replace('=', "%3D");
    editor.gets(&format!("/oembed?url={page}{more}")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_finds_the_form_and_the_least_that_fits() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let editor = world.visitor();
        let page = editor.gets("/en/p/open-letter").await;
        let found = page.page().attribute("link[type=\"application/json+oembed\"]", "href").unwrap();
        assert!(page.header("link").starts_with(&format!("<{found}>; rel=\"alternate\"")), "{}", page.header("link"));
        let found = found.strip_prefix(SITE).expect("an address of ours").to_owned();
        assert_eq!(editor.gets(&found).await.status, 200);
        let feed = page.page().attribute("link[type=\"application/feed+json\"]", "href");
        assert_eq!(feed.as_deref(), Some("/en/p/open-letter/feed.json"));

        let answer = asks(&editor, "").await;
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let said = answer.json();
        assert_eq!((&said["type"], &said["version"]), (&"rich".into(), &"1.0".into()));
        assert_eq!(said["author_name"], "Open Docket Coalition");
        let html = said["html"].as_str().unwrap();
        // a sanitizer lets links, quotes and frames through, and of a frame these attributes
        let expected = format!(
            "<blockquote><a href=\"{SITE}/en/p/open-letter?via=slla\">To the judges of the circuit</a></blockquote>\
             <iframe src=\"{SITE}/embed/open-letter?kind=form&#38;lang=en&#38;via=slla\" width=\"600\" height=\"640\" \
             frameborder=\"0\" title=\"Sign the letter: To the judges of the circuit\"></iframe>"
        );
        assert_eq!(html, expected);
        for (more, kind, width, height) in [
            ("&maxwidth=0&maxheight=-1", "form", 600, 640),
            ("&maxwidth=-1", "form", 600, 640),
            ("&maxwidth=99999&maxheight=99999", "form", 600, 640),
            ("&maxwidth=abc&maxheight=1e9", "form", 600, 640),
            ("&maxwidth=300&maxheight=500", "form", 300, 500),
            ("&maxwidth=300&maxwidth=400", "form", 400, 640),
            ("&maxwidth=230", "progress", 230, 270),
            ("&maxheight=300", "progress", 600, 270),
            ("&maxwidth=180", "counter", 180, 52),
            ("&maxheight=60&format=json&unknown=x", "counter", 600, 52),
        ] {
            let said = asks(&editor, more).await.json();
            assert_eq!((&said["width"], &said["height"]), (&width.into(), &height.into()), "{more}");
            let html = said["html"].as_str().unwrap();
            assert!(html.contains(&format!("?kind={kind}&#38;")), "{more}: {html}");
        }
        let tiny = asks(&editor, "&maxwidth=1&maxheight=1").await.json();
        assert_eq!(tiny["type"], "link", "too small for anything");
        assert_eq!((&tiny["html"], &tiny["width"]), (&serde_json::Value::Null, &serde_json::Value::Null));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_nothing_else() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let editor = world.visitor();
        for (path, status) in [
            ("/oembed".to_owned(), 404),
            (
                "/oembed?url=https%3A%2F%2Fevil.example%2Fp%2Fopen-letter".to_owned(),
                404,
            ),
            (format!("/oembed?url={SITE}/p/nobody"), 404),
            (format!("/oembed?url={SITE}/organize"), 404),
            (format!("/oembed?url={SITE}/p/open-letter&format=xml"), 501),
            (format!("/oembed/?url={SITE}/p/open-letter"), 200),
            ("/oembed?url=%ff%00".to_owned(), 404),
        ] {
            let answer = editor.gets(&path).await;
            assert_eq!(answer.status, status, "{path}");
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
            let kind = answer.header("content-type");
            assert!(kind.starts_with("application/"), "{path}: {kind}");
        }
        turns_dangerous(&world, &letter).await;
        world.looks().await;
        assert_eq!(asks(&editor, "").await.status, 404);
        let page = editor.gets("/en/p/open-letter").await;
        assert!(!page.body.contains("oembed") && page.header("link").is_empty());
    })
    .await;
}
