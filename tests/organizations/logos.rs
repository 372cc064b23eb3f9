//! Story: somebody who signs for an organization sends a picture, or what is none. Each mistake has its sentence, what was typed
//! is kept, and of the file itself nothing lives on.

use crate::support::answer::Answer;
use crate::support::upload::{MULTIPART, boastful_png, multipart, shown, talkative_png};
use crate::support::world::{World, on_both};
use diesel::prelude::*;
use reqwest::Method;
use undersigned::db::schema::endorsements;
use undersigned::petition::Kind;

const FORM: &str = "/en/p/open-letter/organizations/sign";

async fn rows(world: &World) -> i64 {
    world
        .read(|conn| Ok(endorsements::table.count().get_result(conn)?))
        .await
}

fn fields(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

const WHO: [(&str, &str); 3] = [
    ("organization", "Puente Claro"),
    ("contact", "Paz Contreras"),
    ("email", "paz@example.org"),
];

async fn sends(world: &World, of: &[(&str, &str)], file: Option<&[u8]>) -> Answer {
    let body = multipart(&fields(of), file.map(|bytes| ("logo.png", bytes)));
    world.visitor().uploads(FORM, MULTIPART, body).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_logo_is_told_in_a_sentence() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let whole = talkative_png(64, 64);
        let mut heavy = whole.clone();
        heavy.resize(2 * 1024 * 1024 + 1, 0);
        let cut = &whole[..whole.len() / 3];
        for (what, file, said) in [
            (
                "no picture",
                b"%PDF-1.7 and so on".as_slice(),
                "PNG, JPEG or WebP",
            ),
            ("nothing at all", b"", "PNG, JPEG or WebP"),
            (
                "a drawing",
                b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
                "SVG",
            ),
            ("a wide one", &boastful_png(20_000, 20_000), "4,000 pixels"),
            ("half of one", cut, "damaged"),
            ("a heavy one", &heavy, "2 MB"),
            ("GIF", b"GIF89a\x01\0\x01\0", "PNG, JPEG or WebP"),
        ] {
            let answer = sends(&world, &WHO, Some(file)).await;
            assert_eq!(answer.status, 422, "{what}");
            let page = answer.page();
            let wrong = page.errors();
            assert_eq!(wrong.len(), 1, "{what}: {wrong:?}");
            assert!(
                wrong[0].0 == "logo" && wrong[0].1.contains(said),
                "{what}: {wrong:?}"
            );
            for (field, value) in WHO {
                let kept = page.attribute(&format!("#{field}"), "value");
                assert_eq!(kept.as_deref(), Some(value), "{what}: {field} is kept");
            }
        }
        assert_eq!(rows(&world).await, 0, "nothing is half-written");
        // one that is all it should be, beside a mistake elsewhere
        let answer = sends(&world, &WHO[1..], Some(&whole)).await;
        assert_eq!(answer.status, 422);
        let page = answer.page();
        assert_eq!(page.errors()[0].0, "organization");
        assert!(page.text().contains("The picture could not be kept"));
        assert!(page.text().starts_with("Error:"));
        // the same in Spanish
        let body = multipart(&fields(&WHO), Some(("x", b"<svg/>")));
        let answer = world
            .visitor()
            .uploads("/es/p/open-letter/organizations/sign", MULTIPART, body)
            .await;
        assert!(answer.page().text().contains("Guárdelo como imagen PNG"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_missing_is_told_all_at_once() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let fields_of = |answer: &Answer| -> Vec<String> {
            let wrong = answer.page().errors().into_iter();
            wrong.map(|(field, _)| field).collect()
        };
        let nothing = sends(&world, &[], None).await;
        assert_eq!(nothing.status, 422);
        assert_eq!(fields_of(&nothing), ["organization", "contact", "email"]);
        let long = "x".repeat(121);
        let odd = [
            ("organization", long.as_str()),
            ("contact", "https://evil.example"),
            ("email", "paz@example"),
        ];
        let answer = sends(&world, &odd, Some(b"nothing")).await;
        assert_eq!(answer.status, 422);
        assert_eq!(
            fields_of(&answer),
            ["organization", "contact", "email", "logo"]
        );
        let kept = answer.page().attribute("#organization", "value");
        assert_eq!(kept.as_deref(), Some(long.as_str()));
        assert_eq!(rows(&world).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_no_form_is_refused() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let valid = multipart(&fields(&WHO), None);
        let visitor = || world.visitor();
        for kind in [
            "application/x-www-form-urlencoded",
            "application/json",
            "text/plain",
            "multipart/mixed; boundary=x",
            "multipart/form-data",
            "multipart/form-data; boundary=",
        ] {
            let answer = visitor().uploads(FORM, kind, valid.clone()).await;
            assert_eq!(answer.status, 415, "{kind}");
            assert!(
                answer
                    .page()
                    .find("h1")
                    .is_some_and(|title| !title.is_empty())
            );
        }
        let with = |extra: (&str, &str)| {
            let mut all = WHO.to_vec();
            all.push(extra);
            multipart(&fields(&all), None)
        };
        let twice = with(("email", "kim@example.org"));
        let unknown = with(("state", "2"));
        let flood: Vec<_> = (0..50).map(|n| (format!("f{n}"), String::new())).collect();
        let huge = "x".repeat(17 * 1024);
        let nul = with(("token", "a\0b"));
        let mut raw = valid.clone();
        let at = raw.windows(3).position(|part| part == b"Paz").unwrap();
        raw[at] = 0xff;
        for (what, body, status) in [
            ("a field twice", twice, 422),
            ("a field the form does not have", unknown, 422),
            ("too many fields", multipart(&flood, None), 413),
            ("too much text", with(("token", &huge)), 413),
            ("NUL", nul, 400),
            ("no UTF-8", raw, 400),
            ("cut off", valid[..valid.len() / 2].to_vec(), 400),
            ("no boundary in it", b"hello".to_vec(), 400),
            (
                "more than anybody waits for",
                vec![b'x'; 17 * 1024 * 1024],
                413,
            ),
        ] {
            let answer = visitor().uploads(FORM, MULTIPART, body).await;
            assert_eq!(answer.status, status, "{what}");
            assert!(
                answer
                    .page()
                    .find("h1")
                    .is_some_and(|title| !title.is_empty()),
                "{what}"
            );
        }
        let zipped = visitor()
            .asks(Method::POST, FORM)
            .header("content-type", MULTIPART)
            .header("content-encoding", "gzip")
            .body(valid)
            .send()
            .await
            .unwrap();
        assert_eq!(zipped.status(), 415);
        assert_eq!(rows(&world).await, 0);
        assert_eq!(world.visitor().gets("/healthz").await.body, "ok\n");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_of_the_file_lives_on() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let file = talkative_png(1_000, 400);
        shown(&world, &letter, "Puente Claro", Some(&file)).await;
        let page = world
            .visitor()
            .gets("/en/p/open-letter/signers")
            .await
            .page();
        let path = page.attribute(".endorsers img", "src").unwrap();
        let request = world.visitor().asks(Method::GET, &path);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], "image/png");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        let served = answer.bytes().await.unwrap().to_vec();
        let kept: Vec<u8> = world
            .read(|conn| {
                let logo = endorsements::table.select(endorsements::logo);
                Ok(logo.first::<Option<Vec<u8>>>(conn)?.expect("a logo"))
            })
            .await;
        assert_eq!(served, kept);
        assert_eq!(&kept[16..24], [0, 0, 1, 64, 0, 0, 0, 128], "320 by 128");
        for left in [
            &b"canary"[..],
            b"home",
            b"47.36",
            b"script",
            b"eXIf",
            b"tEXt",
        ] {
            let there = kept.windows(left.len()).any(|part| part == left);
            assert!(!there, "{} is still there", String::from_utf8_lossy(left));
        }
        let end = &kept[kept.len() - 12..];
        assert_eq!(end, b"\0\0\0\0IEND\xaeB`\x82", "and nothing behind its end");
        let other = path.replace(".png", "").replace("/logo/", "");
        for path in [
            format!("/logo/{other}.svg"),
            format!("/logo/{}.png", "0".repeat(64)),
            format!("/logo/a{other}.png"),
            "/logo/..%2f..%2fetc.png".to_owned(),
        ] {
            assert_eq!(world.visitor().gets(&path).await.status, 404, "{path}");
        }
    })
    .await;
}
