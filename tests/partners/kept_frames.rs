//! Story: a frame is written once a second for all who read a partner's page, and yet nobody is given one that is not so any more, or
//! that is of somebody else.

use super::embeds::{filled, sends};
use crate::support::answer::Answer;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use reqwest::Method;
use undersigned::account::model::Role;
use undersigned::base::time::seconds;
use undersigned::petition::edit::part::EditPart;
use undersigned::petition::{Kind, Petition};
use undersigned::web::urls;

const FORM: &str = "/embed/open-letter?kind=form&lang=en&via=slla";
const COUNTER: &str = "/embed/open-letter?kind=counter&lang=en";

async fn adds(owner: &mut Visitor, petition: &Petition, code: &str, sites: &str) {
    owner.goes(&urls::new_partner(petition.id)).await;
    owner.types("name", code).types("code", code);
    owner.types("sites", sites);
    presses(owner, "Add the partner").await;
}

/// Presses a button before a second has gone by.
async fn presses(owner: &mut Visitor, label: &str) {
    let sending = owner.would_send(label);
    owner.sends(sending).await;
}

async fn lets(owner: &mut Visitor, petition: &Petition, who: &str) {
    owner
        .goes(&urls::edit_part(petition.id, &EditPart::Protection))
        .await;
    owner.chooses(who);
    presses(owner, "Update the page").await;
}

async fn asks(reader: &Visitor, method: Method, path: &str, said: &[(&str, &str)]) -> Answer {
    let request = reader.asks(method.clone(), path);
    let request = said.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    Answer::of(format!("{method} {path}"), request.send().await.unwrap()).await
}

/// Who may frame it, as the next answer says and each after it: a kept one, one for whoever has it already, and one without its body.
async fn ancestors(world: &World, path: &str) -> String {
    let reader = world.visitor();
    let first = reader.gets(path).await;
    assert_eq!(first.status, 200, "{path}");
    let of = |answer: &Answer| {
        let policy = answer.header("content-security-policy").to_owned();
        let after = policy.split_once("frame-ancestors ");
        let (_, after) = after.unwrap_or_else(|| panic!("{}: {policy}", answer.asked));
        assert_eq!(answer.all("content-security-policy").len(), 1);
        let end = after.split_once(';').map_or(after, |(sites, _)| sites);
        end.to_owned()
    };
    let tag = first.header("etag").to_owned();
    let again = reader.gets(path).await;
    assert_eq!((&again.body, again.header("etag")), (&first.body, &*tag));
    let has_it = asks(&reader, Method::GET, path, &[("if-none-match", &tag)]).await;
    assert_eq!((has_it.status, &*has_it.body), (304, ""));
    let head = asks(&reader, Method::HEAD, path, &[]).await;
    let all = [&again, &has_it, &head].map(of);
    let first = of(&first);
    assert_eq!(all, [&*first; 3], "{path}");
    first
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_very_next_one_says_which_sites_may_show_it() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        let began = world.now();
        let reader = world.visitor();
        assert_eq!(ancestors(&world, FORM).await, "*");
        lets(&mut owner, &letter, "The sites of your partners").await;
        assert_eq!(ancestors(&world, FORM).await, "'self'");
        assert_eq!(ancestors(&world, COUNTER).await, "'self'");

        let both = "https://a.example.org\nhttps://b.example.org";
        adds(&mut owner, &letter, "slla", both).await;
        adds(&mut owner, &letter, "bar", "https://bar.example.org").await;
        let (a, b, bar) = (
            "https://a.example.org",
            "https://b.example.org",
            "https://bar.example.org",
        );
        assert_eq!(ancestors(&world, FORM).await, format!("'self' {a} {b}"));
        let all = format!("'self' {a} {b} {bar}");
        assert_eq!(ancestors(&world, COUNTER).await, all);

        // one of its sites is taken out
        owner.goes(&urls::partner(letter.id, "slla")).await;
        owner.types("sites", b);
        presses(&mut owner, "Save").await;
        assert_eq!(ancestors(&world, FORM).await, format!("'self' {b}"));
        assert_eq!(
            ancestors(&world, COUNTER).await,
            format!("'self' {b} {bar}")
        );

        // the partner is paused, and goes on
        let has_form = async || reader.gets(FORM).await.body.contains("<form");
        assert!(has_form().await);
        owner.goes(&urls::partner(letter.id, "slla")).await;
        presses(&mut owner, "Pause the partner").await;
        assert!(!has_form().await, "it says that it is paused");
        assert_eq!(ancestors(&world, COUNTER).await, format!("'self' {bar}"));
        presses(&mut owner, "Let the partner go on").await;
        assert!(has_form().await);
        assert_eq!(
            ancestors(&world, COUNTER).await,
            format!("'self' {b} {bar}")
        );

        lets(&mut owner, &letter, "Every site").await;
        assert_eq!(ancestors(&world, FORM).await, "*");
        lets(&mut owner, &letter, "No other site").await;
        assert_eq!(reader.gets(FORM).await.status, 404);
        assert_eq!(reader.gets(COUNTER).await.status, 404);
        assert_eq!(world.now().seconds(), began.seconds(), "within one second");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_reader_has_their_own_language_and_each_way_its_own_code() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let reader = world.visitor();
        let read = async |path: &str, langs: &str| world.visitor().reads(langs).gets(path).await;
        let varies = |answer: &Answer| answer.all("vary").join(", ");
        for _ in 0..2 {
            let open = "/embed/open-letter?kind=counter";
            for lang in ["en", "es", "en"] {
                let answer = read(open, lang).await;
                assert_eq!(
                    answer.page().attribute("html", "lang").as_deref(),
                    Some(lang)
                );
                assert_eq!(varies(&answer), "Accept-Encoding, Accept-Language");
            }
            for lang in ["en", "es"] {
                let answer = read(COUNTER, lang).await;
                assert_eq!(
                    answer.page().attribute("html", "lang").as_deref(),
                    Some("en")
                );
                assert_eq!(varies(&answer), "Accept-Encoding", "the address says it");
            }
            for code in ["slla", "bar"] {
                let path = format!("/embed/open-letter?lang=en&via={code}");
                let frame = reader.gets(&path).await;
                let via = frame.page().attribute("input[name=via]", "value");
                assert_eq!(via.as_deref(), Some(code));
            }
        }
    })
    .await;
}

/// Each look at a form is counted for its source, kept or not: not one at a number, nor one without a body.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_look_at_a_form_is_counted() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter, "slla", "").await;
        let reader = world.visitor();
        for _ in 0..7 {
            assert_eq!(reader.gets(FORM).await.status, 200);
        }
        asks(&reader, Method::HEAD, FORM, &[]).await;
        reader
            .gets("/embed/open-letter?kind=counter&via=slla")
            .await;
        reader.gets("/embed/open-letter?via=nobody").await;
        world.looks().await;
        owner.goes(&urls::partner(letter.id, "slla")).await;
        owner.sees("Opened 7");
    })
    .await;
}

/// What everybody who signs is told was written once; the address and the form of each are their own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_signs_is_told_of_their_own_address_alone() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut owner = world.organizer(&letter, Role::Owner).await;
        adds(&mut owner, &letter, "slla", "").await;
        // one after the other at once, so that what was written for the first is there for the others
        let frame = world.visitor().gets(FORM).await;
        world.meanwhile(seconds(20));
        let (mut sealed, mut all) = (Vec::new(), Vec::new());
        for (name, email, shown) in [
            ("Sam", "sam@example.org", "sam@example.org"),
            (
                "Ana",
                "ana.o'neill@example.org",
                "ana.o&#39;neill@example.org",
            ),
            ("Kim", "kim@example.org", "kim@example.org"),
        ] {
            let reader = world.visitor();
            let check = signs(&frame, &reader, name, email).await;
            assert_eq!(
                (check.status, check.header("cache-control")),
                (200, "no-store")
            );
            assert!(check.body.contains(shown), "{}", check.body);
            for other in ["sam@", "ana.o", "kim@"] {
                let is_mine = email.starts_with(other);
                assert_eq!(check.body.contains(other), is_mine, "{email}: {other}");
            }
            let own = check.page().attribute("input[name=form]", "value").unwrap();
            assert_eq!(check.body.matches(&own).count(), 3, "in each of its forms");
            assert!(!sealed.contains(&own));
            sealed.push(own);
            all.push((reader, check, email));
        }
        // letters from right to left stand apart, as in a page that is written whole
        let check = signs(&frame, &world.visitor(), "Noor", "نور@example.org").await;
        let apart = "\u{2068}نور@example.org\u{2069}";
        assert!(check.body.contains(apart), "{}", check.body);
        // the code of their own mail counts them
        for (reader, check, email) in all {
            let code = world.mail(email).await.code();
            let right = filled(&check, "Confirm my signature", &[("code", &code)]);
            let done = sends(&reader, &right).await;
            assert_eq!(done.status, 200, "{}", done.body);
        }
        assert_eq!(world.counted(&letter).await, 3);

        // one that looks mistyped is asked about, and another language is another page
        let reader = world.visitor();
        let check = signs(&frame, &reader, "Lee", "lee@gmial.com").await;
        assert!(check.body.contains("lee@gmail.com"), "{}", check.body);
        let spanish = reader.gets(&FORM.replace("lang=en", "lang=es")).await;
        let check = signs(&spanish, &reader, "Lee", "lee@example.org").await;
        assert_eq!(
            check.page().attribute("html", "lang").as_deref(),
            Some("es")
        );
        world.leaves_unread(3);
    })
    .await;
}

/// Types this into a form that stands there, and sends it.
async fn signs(frame: &Answer, reader: &Visitor, name: &str, email: &str) -> Answer {
    let buttons = frame.page().buttons();
    let button = buttons.first().expect("a button");
    let typed = [
        ("name", name),
        ("email", email),
        ("updates", "no"),
        ("public", "counted"),
    ];
    sends(reader, &filled(frame, button, &typed)).await
}
