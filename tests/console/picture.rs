//! Story: an organizer puts a picture at the head of a petition, says what it shows, changes it and takes it off. What is no picture is
//! told in a sentence, what was typed is kept, and of the file itself nothing lives on.

use crate::support::pictures::{photo, photo_held_sideways};
use crate::support::upload::{MULTIPART, boastful_png, multipart_with};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::prelude::*;
use jpeg_encoder::{ColorType, Encoder};
use reqwest::Method;
use undersigned::account::model::Role;
use undersigned::db::schema::{petition_picture_files, petition_picture_texts};
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

pub const WHAT: [(&str, &str); 3] = [
    ("alt-en", "A wall, red above and blue below"),
    ("alt-es", "Un muro, rojo arriba y azul abajo"),
    ("credit-en", "Ana Ruiz"),
];

pub async fn rows(world: &World) -> [i64; 2] {
    world
        .read(|conn| {
            Ok([
                petition_picture_files::table.count().get_result(conn)?,
                petition_picture_texts::table.count().get_result(conn)?,
            ])
        })
        .await
}

/// An editor at the page of the picture.
pub async fn editor(world: &World, petition: &Petition) -> Visitor {
    let mut kim = world.organizer(petition, Role::Editor).await;
    kim.goes(&urls::edit_petition(petition.id)).await;
    kim.follows("Picture").await;
    kim
}

pub fn says(kim: &mut Visitor, what: &[(&str, &str)]) {
    for (field, value) in what {
        kim.types(field, value);
    }
}

/// What the address holds, and what its answer says.
async fn fetched(world: &World, path: &str) -> (reqwest::Response, String) {
    let answer = world
        .visitor()
        .asks(Method::GET, path)
        .send()
        .await
        .unwrap();
    let keeps = answer
        .headers()
        .get("cache-control")
        .map(|value| value.to_str().unwrap().to_owned());
    (answer, keeps.unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_picture_is_put_there_changed_and_taken_off() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut kim = editor(&world, &letter).await;
        kim.sees("It stands at the top of the page")
            .sees("What you save is shown at once");
        says(&mut kim, &WHAT);
        kim.saves_picture(Some(&photo_held_sideways(600, 900)))
            .await;
        kim.sees("Saved.").sees_no("Choose");
        let shown = world
            .app()
            .page_cache
            .petition_cache
            .find(&letter.slug)
            .unwrap();
        let picture = shown.picture.picture.clone().expect("it is shown at once");
        assert_eq!(
            (picture.large.width, picture.large.height),
            (900, 600),
            "turned as it was held"
        );
        assert_eq!((picture.small.width, picture.small.height), (800, 533));
        assert_eq!(
            shown.petition.revision, letter.revision,
            "nobody who writes the text is held up"
        );
        for file in [&picture.small, &picture.large] {
            let path = urls::picture(&letter.slug, &file.hash.0);
            let (answer, keeps) = fetched(&world, &path).await;
            assert_eq!(keeps, "public, max-age=86400, immutable");
            assert_eq!(answer.headers()["content-type"], "image/jpeg");
            assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
            assert!(!answer.headers().contains_key("set-cookie"));
            let bytes = answer.bytes().await.unwrap().to_vec();
            assert!(bytes.len() <= if file.width > 800 { 110_000 } else { 60_000 });
            for left in [
                &b"canary"[..],
                b"47.3769",
                b"Exif",
                b"script",
                b"PK\x03\x04",
            ] {
                let is_there = bytes.windows(left.len()).any(|part| part == left);
                assert!(!is_there, "{}", String::from_utf8_lossy(left));
            }
            let read = image::load_from_memory(&bytes).unwrap().to_rgb8();
            // red lay above, and is to the right now
            let [left, right] = [20, read.width() - 20].map(|x| read.get_pixel(x, 200).0);
            assert!(left[2] > 150 && right[0] > 150, "{left:?}, {right:?}");
        }

        // other words for the same picture
        kim.goes(&urls::edit_picture(letter.id)).await;
        assert_eq!(
            kim.answer().page().attribute("#alt-en", "value").as_deref(),
            Some(WHAT[0].1)
        );
        assert!(
            kim.answer().page().find("#picture").is_none(),
            "no file is asked for"
        );
        kim.types("caption-en", "Our wall.")
            .saves_picture(None)
            .await;
        kim.sees("Saved.");
        let there = world
            .app()
            .page_cache
            .petition_cache
            .find(&letter.slug)
            .unwrap();
        let same = there.picture.picture.clone().unwrap();
        assert_eq!(same.small, picture.small);
        assert_eq!(same.texts[0].caption, "Our wall.");

        // another one asks for its words anew, and has another address; the old one leads there
        kim.follows("Use another picture").await;
        assert_eq!(
            kim.answer().page().attribute("#alt-en", "value").as_deref(),
            Some("")
        );
        says(&mut kim, &[("alt-en", "A door"), ("alt-es", "Una puerta")]);
        kim.saves_picture(Some(&photo(640, 480))).await;
        kim.sees("Saved.");
        let there = world
            .app()
            .page_cache
            .petition_cache
            .find(&letter.slug)
            .unwrap();
        let other = there.picture.picture.clone().unwrap();
        assert_eq!(
            other.small, other.large,
            "it has no more pixels than phones are given"
        );
        let old = urls::picture(&letter.slug, &picture.large.hash.0);
        let answer = world.visitor().gets(&old).await;
        assert_eq!(
            (answer.status, answer.header("cache-control")),
            (302, "no-store")
        );
        assert_eq!(
            answer.header("location"),
            urls::picture(&letter.slug, &other.small.hash.0)
        );
        assert_eq!(rows(&world).await, [1, 2], "nothing of the first is kept");

        kim.goes(&urls::edit_picture(letter.id)).await;
        kim.follows("Take it off").await;
        kim.sees("Take this picture off?");
        kim.presses("Take it off").await;
        assert!(
            kim.answer().page().find("#picture").is_some(),
            "the form for the next one"
        );
        assert_eq!(rows(&world).await, [0, 0]);
        for hash in [&other.small.hash.0, &picture.small.hash.0] {
            let path = urls::picture(&letter.slug, hash);
            assert_eq!(world.visitor().gets(&path).await.status, 404);
        }
    })
    .await;
}

/// A JPEG in the inks of a press.
fn of_a_press() -> Vec<u8> {
    let mut bytes = Vec::new();
    let pixels = vec![0; 640 * 480 * 4];
    Encoder::new(&mut bytes, 90)
        .encode(&pixels, 640, 480, ColorType::Cmyk)
        .unwrap();
    bytes
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_picture_is_told_in_a_sentence() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut kim = editor(&world, &letter).await;
        let whole = photo(640, 480);
        let mut heavy = whole.clone();
        heavy.resize(10 * 1024 * 1024 + 1, 0);
        let end = whole
            .windows(9)
            .rposition(|part| part == b"<script>c")
            .unwrap();
        for (what, file, said) in [
            ("a bomb", boastful_png(20_000, 20_000), "36 megapixels"),
            ("a dot", photo(1, 1), "at least 600 pixels wide"),
            ("in four inks", of_a_press(), "CMYK"),
            ("cut off", whole[..end - 40].to_vec(), "damaged"),
            (
                "a drawing",
                b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".to_vec(),
                "SVG",
            ),
            (
                "of a phone",
                b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(),
                "HEIC",
            ),
            ("too heavy", heavy, "at most 10 MB"),
            ("something else", b"%PDF-1.7".to_vec(), "PNG, JPEG or WebP"),
            ("nothing", Vec::new(), "PNG, JPEG or WebP"),
        ] {
            kim.goes(&urls::edit_picture(letter.id)).await;
            says(&mut kim, &WHAT);
            kim.saves_picture(Some(&file)).await;
            assert_eq!(kim.status(), 422, "{what}");
            let page = kim.answer().page();
            let wrong = page.errors();
            assert!(
                wrong.len() == 1 && wrong[0].0 == "picture",
                "{what}: {wrong:?}"
            );
            assert!(wrong[0].1.contains(said), "{what}: {wrong:?}");
            assert!(page.find("[name=held]").is_none(), "{what}");
            for (field, value) in WHAT {
                let kept = page.attribute(&format!("#{field}"), "value");
                assert_eq!(kept.as_deref(), Some(value), "{what}: {field} is kept");
            }
        }
        assert_eq!(rows(&world).await, [0, 0], "nothing is half-written");
        kim.goes(&urls::edit_picture(letter.id)).await;
        kim.saves_picture(None).await;
        let fields: Vec<String> = kim
            .answer()
            .page()
            .errors()
            .into_iter()
            .map(|(field, _)| field)
            .collect();
        assert_eq!(fields, ["picture", "alt-en", "alt-es"], "all at once");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_picture_that_was_right_need_not_be_chosen_again() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut kim = editor(&world, &letter).await;
        kim.types("alt-en", "A wall")
            .types("caption-es", "Nuestro muro.");
        kim.saves_picture(Some(&photo(640, 480))).await;
        assert_eq!(kim.status(), 422);
        let page = kim.answer().page();
        assert_eq!(
            page.errors(),
            [("alt-es".to_owned(), "Say what the picture shows".to_owned())]
        );
        assert_eq!(
            page.attribute("#caption-es", "value").as_deref(),
            Some("Nuestro muro.")
        );
        kim.sees("The picture you chose is kept");
        assert_eq!(rows(&world).await, [0, 0]);

        // of another petition, or bent, it is worth nothing
        let held = page.attribute("[name=held]", "value").unwrap();
        let pledge = world
            .petition_with(Kind::Pledge, |plan| plan.organization = "Another".into())
            .await;
        let bent = format!("{held}AAAA");
        let right = kim.would_send("Save").with("alt-es", "Un muro");
        let wrong = right.clone().with("held", &bent);
        let body = multipart_with("picture", &wrong.fields, None);
        let answer = kim.uploads(&wrong.action, MULTIPART, body).await;
        assert_eq!(
            answer.page().errors(),
            [("picture".to_owned(), "Choose a picture".to_owned())]
        );
        let mut lee = world.visitor();
        lee.goes(&urls::edit_picture(pledge.id)).await;
        assert_ne!(
            lee.path(),
            urls::edit_picture(pledge.id),
            "nobody is signed in"
        );

        kim.types("alt-es", "Un muro");
        kim.saves_picture(None).await;
        kim.sees("Saved.");
        assert_eq!(rows(&world).await, [1, 2]);
    })
    .await;
}
