//! Story: a signer passes the petition on by one of the ways: each carries the signer's own link,
//! the picture says the same, and Mastodon asks for the server first.

use crate::public::shares_the_link::link;
use crate::support::visitor::Visitor;
use crate::support::world::{SITE, on_both};
use percent_encoding::percent_decode_str;
use undersigned::account::model::Role;
use undersigned::petition::Kind;

/// What a phone reads off the picture of the page that is open.
fn scanned(visitor: &Visitor) -> String {
    const SCALE: usize = 4;
    let page = visitor.answer().page();
    let size = page.attribute(".qr svg", "viewBox").expect("a picture");
    let size: usize = size.rsplit(' ').next().unwrap().parse().unwrap();
    let path = page.attribute(".qr svg path", "d").expect("its strokes");
    let mut dark = vec![false; size * size];
    for stroke in path.split('M').skip(1) {
        let (place, run) = stroke.split_once('h').unwrap();
        let (x, y) = place.split_once(' ').unwrap();
        let y: usize = y.strip_suffix(".5").unwrap().parse().unwrap();
        let from = y * size + x.parse::<usize>().unwrap();
        dark[from..from + run.parse::<usize>().unwrap()].fill(true);
    }
    let side = size * SCALE;
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        if dark[(y / SCALE) * size + x / SCALE] {
            0
        } else {
            255
        }
    });
    let codes = picture.detect_grids();
    assert_eq!(codes.len(), 1, "one code");
    codes[0].decode().expect("a code that is read").1
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_a_link_and_a_picture_that_say_the_same() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        for is_signed in [false, true] {
            if is_signed {
                sam.opens_mail().await.presses("Confirm my signature").await;
            }
            let own = format!("{SITE}{}", link(&sam));
            assert_eq!(scanned(&sam), own);
            let page = sam.answer().page();
            let mut hrefs = page.attributes(".share a.btn", "href");
            hrefs.extend(page.attributes("ul.ways a", "href"));
            assert_eq!(hrefs.len(), 7);
            let said: Vec<_> = hrefs.iter().map(|href| decoded(href)).collect();
            for (href, said) in hrefs
                .iter()
                .zip(&said)
                .filter(|(_, said)| !said.starts_with('/'))
            {
                assert!(said.contains(&own), "{said}");
                assert!(!said.contains("Rivers") && !said.contains("sam@"), "{said}");
                assert!(!href.contains(' '), "{href}");
            }
            assert!(
                said[0].starts_with("https://wa.me/?text=I signed “To the judges"),
                "{said:?}"
            );
            sam.sees("Send this to one colleague");
        }
        let mut ana = world.visitor().reads("es");
        ana.signs(&letter, "Ana", "ana@example.org").await;
        let labels = ana.answer().page().all("ul.ways a");
        assert_eq!(labels[0], "Facebook", "another order in another language");
        let page = ana.answer().page();
        let first = page.attribute(".share a.btn", "href").unwrap();
        assert!(decoded(&first).contains("Firmé «"), "{first}");
        ana.reads_mail().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_the_words_that_organizers_have_written() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let path = format!("/organize/petitions/{}/messages", letter.id);
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let long = "x".repeat(301);
        owner
            .goes(&path)
            .await
            .types("any-en", "I am in. Are you?")
            .types("sms-en", &long)
            .presses("Save")
            .await;
        assert_eq!(owner.status(), 422);
        assert!(owner.answer().body.contains(&long), "nothing is lost");
        owner
            .types("any-en", "I am in. Are you?")
            .types("sms-en", "In?")
            .types("subject-en", "A letter & a minute")
            .types("email-en", "Dear all,\nplease sign.")
            .presses("Save")
            .await;
        assert_eq!(owner.status(), 200);
        let analyst = world.organizer(&letter, Role::Analyst).await;
        assert_eq!(analyst.gets(&path).await.status, 403);
        let second = world.another_instance().await;
        for (n, door) in [world.addr(), second].into_iter().enumerate() {
            let mut sam = world.visitor().through(door);
            sam.signs(&letter, "Sam", &format!("sam{n}@example.org"))
                .await;
            let own = format!("{SITE}{}", link(&sam));
            let page = sam.answer().page();
            let hrefs = page.attributes("ul.ways a", "href").into_iter();
            let hrefs = hrefs.chain(page.attribute(".share a.btn", "href"));
            let said: Vec<_> = hrefs.map(|href| decoded(&href)).collect();
            for expected in [
                format!("https://wa.me/?text=I am in. Are you? {own}"),
                format!("sms:?&body=In? {own}"),
                format!(
                    "mailto:?subject=A letter & a minute&body=Dear all,\nplease sign.\n\n{own}"
                ),
            ] {
                assert!(said.contains(&expected), "{expected} in {said:?}");
            }
            let mut ana = world.visitor().through(door).reads("es");
            ana.signs(&letter, "Ana", &format!("ana{n}@example.org"))
                .await;
            let first = ana.answer().page().attribute(".share a.btn", "href");
            assert!(decoded(&first.unwrap()).contains("Firmé «"));
        }
        world.leaves_unread(4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_mastodon_which_is_many_servers() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        let own = link(&sam);
        sam.reads_mail().await;
        sam.follows("Mastodon").await;
        assert_eq!(sam.status(), 200);
        let policy = sam.answer().header("content-security-policy");
        assert!(policy.contains("form-action 'self' https:;"), "{policy}");
        assert!(sam.text().contains(&own));
        let sending = sam.would_send("Go there");
        for typed in [
            "mastodon.social",
            "https://Mastodon.Social/",
            "@sam@mastodon.social",
        ] {
            let body = sending.clone().with("server", typed).body();
            let answer = sam.posts(&sending.action, body).await;
            assert_eq!(answer.status, 303, "{typed}");
            let to = answer.header("location");
            let text = to.strip_prefix("https://mastodon.social/share?text=");
            let text = decoded(text.expect(to));
            assert!(
                text.starts_with("I signed “") && text.ends_with(&own),
                "{text}"
            );
        }
        let long = "a".repeat(5_000);
        for typed in [
            "",
            "localhost",
            "127.0.0.1",
            "[::1]",
            "mastodon.social:8080",
            "mastodon.social/../evil",
            "http://mastodon.social",
            "//evil.example.org/@x/",
            "javascript:alert(1)",
            "evil.example.org\\.mastodon.social",
            "mastodon.social\r\nX-A: b",
            &long,
        ] {
            sam.types("server", typed).presses("Go there").await;
            assert_eq!(sam.status(), 422, "{typed}");
            sam.sees("Enter the name of a server");
            let kept = sam.answer().page().attribute("input#server", "value");
            let one_line = typed.replace("\r\n", "");
            assert!(
                [typed, &one_line].contains(&kept.as_deref().unwrap_or_default()),
                "{typed}"
            );
        }
        let stranger = world.visitor();
        let none = stranger.gets("/en/p/no-such-thing/share/mastodon").await;
        assert_eq!(none.status, 404);
        let plain = stranger
            .gets("/en/p/open-letter/share/mastodon?via=%3Cb%3E")
            .await;
        assert_eq!(plain.status, 200);
        assert!(
            !plain.body.contains("via="),
            "a code that is none is passed over"
        );
    })
    .await;
}
