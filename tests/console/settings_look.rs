//! Story: an organization puts its own colours and its logo on its petitions' pages. What nobody could read is refused with the figure,
//! and nothing but colours comes out of the sheet.

use crate::support::upload::{MULTIPART, multipart, talkative_png};
use crate::support::visitor::Visitor;
use crate::support::world::on_both;
use reqwest::Method;
use undersigned::account::model::Role;
use undersigned::base::Color;
use undersigned::petition::Kind;
use undersigned::web::urls;

async fn chooses(owner: &mut Visitor, path: &str, cover: &str, pen: &str) {
    owner.goes(path).await;
    owner
        .types("cover", cover)
        .types("pen", pen)
        .presses("Save")
        .await;
}

/// A page without what goes with the clock: the stamp of its form, the field that programs fill in, of when its number is.
fn still(page: &str) -> Vec<&str> {
    let goes = ["name=\"token\"", "website_", "As of "];
    let lines = page.lines();
    lines
        .filter(|line| !goes.iter().any(|word| line.contains(word)))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_colours_are_on_every_page_of_its_petitions_and_on_no_other() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let plain = world.petition(Kind::Pledge).await;
        let risky = world
            .petition_with(Kind::Petition, |plan| plan.settings.high_risk = true)
            .await;
        let visitor = world.visitor();
        let before = visitor.gets("/en/p/open-letter").await.body;
        let others = visitor.gets("/en/p/our-pledge").await.body;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let path = urls::organization_look(letter.organization);
        chooses(&mut owner, &path, "#5A2550", "7a2f6c").await;
        owner.sees("Saved.");
        let kept = owner.answer().page();
        let kept = ["#cover", "#pen"].map(|field| kept.attribute(field, "value"));
        assert_eq!(kept, [Some("5a2550".to_owned()), Some("7a2f6c".to_owned())]);

        let mut sheet = String::new();
        for path in [
            "/en/p/open-letter",
            "/es/p/open-letter",
            "/en/p/open-letter/privacy",
            "/en/p/open-letter/signers",
            "/en/organizations/open-letter-desk",
        ] {
            let page = visitor.gets(path).await.page();
            let all = page.attributes("link[rel=stylesheet]", "href");
            let own = all.iter().find(|href| href.starts_with("/look/"));
            sheet.clone_from(own.expect(path));
            assert!(
                all.iter().position(|one| *one == sheet) > Some(0),
                "{path}: behind the site's own: {all:?}"
            );
        }
        assert!(sheet.starts_with("/look/5a2550-7a2f6c-"), "{sheet}");
        let served = visitor.gets(&sheet).await;
        assert_eq!(served.status, 200);
        assert!(served.header("content-type").starts_with("text/css"));
        assert!(served.header("cache-control").contains("immutable"));
        assert!(served.body.contains("--cover:#5a2550;"), "{}", served.body);
        assert!(served.body.contains("prefers-color-scheme: dark"));
        for value in served.body.split("--").skip(1) {
            let (_, value) = value.split_once(":#").expect("a colour");
            let digits = value.split(';').next().unwrap_or_default();
            assert!(digits.len() == 6 && Color::parse(digits).is_ok(), "{value}");
        }
        for other in [
            "/look/5a2550-7a2f6c-00000000.css",
            "/look/ffffff-7a2f6c-00000000.css",
            "/look/5a2550-7a2f6c%7dbody%7b-00000000.css",
            "/look/x.css",
        ] {
            assert_eq!(visitor.gets(other).await.status, 404, "{other}");
        }
        // pages without a theme are as they were, to the byte
        let now = visitor.gets("/en/p/our-pledge").await.body;
        assert_eq!(still(&now), still(&others));
        // and its own once it gives the colours up
        chooses(&mut owner, &path, "", "").await;
        let now = visitor.gets("/en/p/open-letter").await.body;
        assert_eq!(still(&now), still(&before));

        // where signing may be a danger, no browser keeps whose page it read
        let mut owner = world.organizer(&risky, Role::Admin).await;
        let path = urls::organization_look(risky.organization);
        chooses(&mut owner, &path, "5a2550", "7a2f6c").await;
        owner.sees("Saved.");
        let page = visitor.gets("/en/p/free-records").await;
        assert!(!page.body.contains("/look/"), "{}", page.body);
        assert_ne!(plain.organization, risky.organization);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn colours_that_nobody_could_read_are_refused_with_the_figure() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let path = urls::organization_look(letter.organization);
        chooses(&mut owner, &path, "777", "d05090").await;
        assert_eq!(owner.status(), 422);
        let page = owner.answer().page();
        let errors = page.errors();
        assert_eq!(errors.len(), 2, "{errors:?}");
        assert!(errors[0].1.contains("4.21 to 1"), "{errors:?}");
        assert!(errors[1].1.contains("to 1 apart"), "{errors:?}");
        // what is proposed is taken
        let proposed: Vec<&str> = errors
            .iter()
            .map(|(_, said)| said.rsplit(' ').next().unwrap_or_default())
            .collect();
        let proposed: Vec<String> = proposed
            .iter()
            .map(|one| one.chars().filter(char::is_ascii_hexdigit).collect())
            .collect();
        chooses(&mut owner, &path, &proposed[0], &proposed[1]).await;
        owner.sees("Saved.");
        for (cover, pen, field) in [
            ("red", "7a2f6c", "cover"),
            ("5a2550", "", "pen"),
            ("", "7a2f6c", "cover"),
            ("12345", "7a2f6c", "cover"),
            ("5a2550", "#7a2f6", "pen"),
            ("5a25;}", "7a2f6c", "cover"),
            ("5a2550}body{background:url(//e)", "7a2f6c", "cover"),
            ("\"><script>", "7a2f6c", "cover"),
            ("var(--x)", "7a2f6c", "cover"),
        ] {
            chooses(&mut owner, &path, cover, pen).await;
            assert_eq!(owner.status(), 422, "{cover} {pen}");
            assert_eq!(owner.answer().page().errors()[0].0, field, "{cover} {pen}");
            let typed = owner.answer().page().attribute("#cover", "value");
            assert_eq!(typed.as_deref(), Some(cover), "it comes back");
        }
        let sheet = format!("/look/{}-{}", proposed[0], proposed[1]);
        let page = world.visitor().gets("/en/p/open-letter").await;
        assert!(page.body.contains(&sheet), "nothing was overwritten");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_logo_stands_beside_the_name_and_nothing_of_its_file_lives_on() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let path = urls::edit_logo(letter.organization);
        let upload = async |owner: &mut Visitor, file: Option<&[u8]>| {
            owner.goes(&path).await;
            let page = owner.answer().page();
            let fields = ["guard", "revision"].map(|name| {
                let css = format!("form[enctype] input[name={name}]");
                let value = page.attribute(&css, "value").expect("a field");
                (name.to_owned(), value)
            });
            let body = multipart(&fields, file.map(|bytes| ("logo.png", bytes)));
            owner.uploads(&path, MULTIPART, body).await
        };
        for (file, told) in [
            (None, "Choose a picture"),
            (Some(&b"<svg xmlns='x'/>"[..]), "SVG"),
            (Some(b"GIF89a"), "PNG, JPEG or WebP"),
            (Some(b"\x89PNG\r\n\x1a\nrest"), "damaged or cut off"),
            (Some(&vec![b'x'; 3 * 1024 * 1024]), "2 MB"),
        ] {
            let answer = upload(&mut owner, file).await;
            assert_eq!(answer.status, 422, "{told}");
            assert!(answer.page().text().contains(told), "{told}");
        }
        let seal = async || {
            let page = world.visitor().gets("/en/p/open-letter").await.page();
            page.attribute(".who img", "src")
        };
        assert_eq!(seal().await, None);
        let saved = upload(&mut owner, Some(&talkative_png(400, 200))).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
        let src = seal().await.expect("a logo");
        let page = world.visitor().gets("/en/p/open-letter").await.page();
        assert_eq!(
            page.attribute(".who img", "alt").as_deref(),
            Some("Open Docket Coalition")
        );
        let own = owner.gets(&path).await.page();
        let own = own.attribute("#main img", "src").expect("its own");
        for (who, src) in [(&world.visitor(), &src), (&owner, &own)] {
            let picture = who.asks(Method::GET, src).send().await.expect(src);
            assert_eq!(picture.status(), 200, "{src}");
            let bytes = picture.bytes().await.expect("a picture");
            assert!(bytes.starts_with(b"\x89PNG"), "{src}");
            let text = String::from_utf8_lossy(&bytes);
            for left in ["tEXt", "canary", "at home"] {
                assert!(!text.contains(left), "{left} in {src}");
            }
        }
        assert_eq!(world.visitor().gets(&own).await.status, 303, "to sign in");
        owner.goes(&path).await.presses("Take the logo off").await;
        owner.sees("Saved.");
        assert_eq!(seal().await, None);
        assert_eq!(world.visitor().gets(&src).await.status, 404);
    })
    .await;
}
