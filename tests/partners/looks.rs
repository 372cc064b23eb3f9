//! Story: a frame looks as the site around it.

use crate::support::world::on_both;
use undersigned::petition::Kind;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn looks_are_colours_and_nothing_else() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let reader = world.visitor();
        let sheet = async |query: &str| {
            let frame = reader
                .gets(&format!("/embed/open-letter?kind=counter&{query}"))
                .await;
            assert_eq!(frame.status, 200, "{query}");
            assert!(
                !frame.body.contains("script>alert") && !frame.body.contains("evil"),
                "{}",
                frame.body
            );
            let href = frame
                .page()
                .attribute("link[rel=stylesheet]", "href")
                .unwrap();
            let css = reader.gets(&href).await;
            assert_eq!(css.status, 200, "{href}");
            assert_eq!(css.header("content-type"), "text/css; charset=utf-8");
            (href, css.body)
        };
        let (plain, _) = sheet("").await;
        assert!(plain.starts_with("/assets/frame_count."), "{plain}");
        for bad in [
            "accent=red",
            "accent=%7D*%7Bbackground:url(//evil.example)%7D",
            "bg=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "radius=-1&font=evil&scheme=evil",
            "via=%22onload=%22evil",
            "text=000000",
        ] {
            assert_eq!(sheet(bad).await.0, plain, "{bad}");
        }
        let (href, css) = sheet("accent=17603f&bg=1b1b24&text=f3f1ea&radius=14").await;
        assert!(
            href.ends_with("/accent-17603f.bg-1b1b24.text-f3f1ea.radius-14.scheme-dark.css"),
            "{href}"
        );
        assert!(
            css.contains("--mark:#17603f;") && css.contains("color-scheme:dark;"),
            "{css}"
        );
        for none in [
            href.replace("17603f", "17603F"),
            href.replace("frame_count", "console"),
            href.replace("scheme-dark", "scheme-light"),
            "/embed/look/x/y.css".to_owned(),
        ] {
            assert_eq!(reader.gets(&none).await.status, 404, "{none}");
        }
        let long = "a".repeat(10_000);
        let answer = reader
            .gets(&format!("/embed/open-letter?via={long}&lang={long}"))
            .await;
        assert_eq!(answer.status, 200);
        assert!(!answer.body.contains(&long), "nothing of it is kept");
    })
    .await;
}
