//! Story: an address arrives as it stood in a letter, with a full stop, a bracket or in capitals, or is opened where only a
//! form leads. The reader comes to the page that was meant; where there is none, the petition stays around them.

use crate::support::everything::Everything;
use crate::support::world::{SITE, on_both};
use reqwest::Method;
use undersigned::petition::Kind;
use undersigned::routes::{Route, TABLE, Who};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_what_stood_behind_it() {
    on_both(|world| async move {
        let everything = Everything::of(&world).await;
        let link = everything.waiting.mail().link();
        let visitor = world.visitor();
        for (path, status, to) in [
            ("/p/open-letter/", 301, "/p/open-letter"),
            ("/p/OPEN-LETTER", 301, "/p/open-letter"),
            ("/p/Open-Letter.", 301, "/p/open-letter"),
            ("/p/open-letter,", 301, "/p/open-letter"),
            ("/p/open-letter)", 301, "/p/open-letter"),
            ("/p/open-letter%20", 301, "/p/open-letter"),
            (
                "/p/open-letter%3E?via=poster",
                301,
                "/p/open-letter?via=poster",
            ),
            ("/es/p/open-letter%E2%80%9D", 301, "/es/p/open-letter"),
            ("/es/", 301, "/es"),
            ("/ES", 301, "/es"),
            ("/fr", 302, "/"),
            (
                "/fr/p/open-letter?via=poster",
                302,
                "/p/open-letter?via=poster",
            ),
            ("/es-MX/p/open-letter", 302, "/es/p/open-letter"),
            ("/organize/", 301, "/organize"),
            ("/p/open-letter/sign", 302, "/p/open-letter"),
            ("/es/p/open-letter/sign", 302, "/es/p/open-letter"),
            ("/organize/sign-out", 302, "/organize"),
        ] {
            for method in [Method::GET, Method::HEAD] {
                let answer = visitor.asks(method, path).send().await.unwrap();
                let location = answer
                    .headers()
                    .get("location")
                    .map(|to| to.to_str().unwrap());
                assert_eq!(
                    (answer.status().as_u16(), location),
                    (status, Some(to)),
                    "{path}"
                );
            }
        }
        for behind in [")", "%3E", ".", ",", "/", "%22", "%E2%80%A6"] {
            let mut sam = everything.waiting.on_another_device();
            let answer = sam.gets(&format!("{link}{behind}")).await;
            assert_eq!(
                (answer.status, answer.header("location")),
                (301, link.as_str()),
                "{behind}"
            );
            assert_eq!(
                answer.header("cache-control"),
                "no-store",
                "it holds a secret"
            );
            sam.goes(&format!("{link}{behind}")).await;
            assert_eq!((sam.path(), sam.status()), (link.as_str(), 200), "{behind}");
        }
        // whatever it is, it ends: a redirect is followed to a page that redirects no further
        for path in [
            "/P//Open-Letter/..",
            "//p/open-letter",
            "/fr/p/none.",
            "/p/none/",
            "/es/es/",
        ] {
            let mut somebody = world.visitor();
            somebody.goes(path).await;
            assert!(matches!(somebody.status(), 200 | 404), "{path}");
        }
        for path in [
            "//evil.example/p/open-letter",
            "/https://evil.example/",
            "/%5Cevil.example/p/x/",
        ] {
            let answer = visitor.gets(path).await;
            let to = answer.header("location");
            assert!(
                to.is_empty() || (to.starts_with('/') && !to.starts_with("//")),
                "{path}: {to}"
            );
            assert!(!to.contains("evil"), "{path}: {to}");
        }
        let posted = visitor.posts("/p/open-letter/sign/", String::new()).await;
        assert_eq!(
            posted.status, 404,
            "a form is sent where it was meant to be, or nowhere"
        );
        world.leaves_unread(world.unread());
    })
    .await;
}

/// Every form of the table that is opened like a page leads to one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_form() {
    on_both(|world| async move {
        let everything = Everything::of(&world).await;
        let is_page = |path: &str| {
            TABLE
                .iter()
                .any(|one| one.path == path && one.method == "GET")
        };
        let forms = TABLE
            .iter()
            .filter(|one| one.method == "POST" && !is_page(one.path));
        let mut seen = 0;
        let is_read = |one: &Route| one.who != Who::Loopback && !one.path.starts_with("/api/");
        for form in forms.filter(|one| is_read(one)) {
            let path = everything.path(form);
            let answer = everything.waiting.gets(&path).await;
            assert_eq!(answer.status, 302, "{path}");
            let mut somebody = everything.waiting.clone();
            somebody.goes(&path).await;
            assert_ne!(somebody.status(), 405, "{path}");
            seen += 1;
        }
        assert!(seen >= 5, "{seen}");
        world.leaves_unread(world.unread());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_what_is_not_below_a_petition_keeps_it_around() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        world
            .petition_with(Kind::Letter, |plan| plan.slug = "no-draft".to_owned())
            .await;
        for path in ["/p/open-letter/nowhere", "/en/p/open-letter/updates/none"] {
            let mut reader = world.visitor();
            reader.goes(path).await;
            assert_eq!(reader.status(), 404, "{path}");
            reader.sees("Open Docket Coalition");
            reader.follows("To the judges of the circuit").await;
            assert_eq!((reader.path(), reader.status()), ("/en/p/open-letter", 200));
        }
        let mut lector = world.visitor().reads("es");
        lector.goes("/es/p/open-letter/nada").await;
        assert_eq!(
            (lector.status(), lector.answer().page().lang()),
            (404, "es".to_owned())
        );
        let back = lector.answer().page().attributes("main a", "href");
        assert!(back.contains(&"/es/p/open-letter".to_owned()), "{back:?}");
        // of what is not shown nothing is told
        let stranger = world.visitor().gets("/p/nobody/nowhere").await;
        assert_eq!(stranger.status, 404);
        assert!(!stranger.body.contains("Open Docket Coalition"));
        assert!(!stranger.body.contains(SITE) || !stranger.body.contains("/p/nobody"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_language_may_be_wished_for() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let mut reader = world.visitor();
        reader.goes("/p/open-letter?lang=es&via=poster").await;
        assert_eq!(reader.path(), "/es/p/open-letter?via=poster");
        let mut lector = world.visitor().reads("es");
        lector.goes("/p/open-letter?lang=en").await;
        assert_eq!(
            lector.answer().page().lang(),
            "en",
            "the wish is dearer than the browser's"
        );
        lector.goes("/es/p/open-letter?lang=en").await;
        assert_eq!(
            lector.answer().page().lang(),
            "es",
            "the path is dearer than the wish"
        );
        for odd in ["lang=", "lang=xx", "lang=%00", "lang=es-MX"] {
            let answer = world.visitor().gets(&format!("/p/open-letter?{odd}")).await;
            assert!(
                matches!(answer.status, 200 | 302),
                "{odd}: {}",
                answer.status
            );
        }
    })
    .await;
}
