//! Story: an address says how somebody came, and says it wrong: too long, not a word, or of another petition. The form is taken all the same.

use crate::support::answer::Answer;
use crate::support::sources::source;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use reqwest::Method;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use undersigned::base::Id;
use undersigned::base::time::seconds;
use undersigned::petition::source::{FrameSite, Source, SourceCode, SourceKind, store};
use undersigned::petition::{Framing, Kind, Petition};
use undersigned::signature::store::pending;

/// Somebody signs in the frame at this address, whose form says this of how they came, if anything else.
async fn signs(world: &World, frame: &str, via: Option<&str>, email: &str) {
    let reader: Visitor = world.visitor();
    let answer = reader.gets(frame).await;
    assert_eq!(answer.status, 200, "{frame}");
    world.meanwhile(seconds(20));
    let sending = answer.page().press("Sign the letter").expect("a form");
    let typed = [("name", "Sam Okafor"), ("email", email), ("updates", "no")];
    let put = |sending: crate::support::page::Sending, (name, value): (&str, &str)| {
        sending.with(name, value)
    };
    let said = via.map(|via| ("via", via));
    let sending = typed.into_iter().chain(said).fold(sending, put);
    let request = reader
        .asks(Method::POST, &sending.action)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", "null")
        .body(sending.body());
    let answer = Answer::of("POST".to_owned(), request.send().await.unwrap()).await;
    assert_eq!(answer.status, 200, "{frame} {via:?}: {}", answer.body);
    world.mail(email).await;
}

/// What is written beside the forms of a petition, the newest first.
async fn written(world: &World, petition: &Petition) -> Vec<Option<String>> {
    let id = petition.id;
    let waiting = world.read(move |conn| pending::newest(conn, id, None, 100));
    let waiting = waiting.await.into_iter();
    waiting.map(|one| one.pending.source).collect()
}

async fn partner(world: &World, petition: &Petition, site: &str) {
    let now = world.now();
    let source = Source {
        name: "South Law Library Alliance".to_owned(),
        sites: vec![FrameSite::parse(site).unwrap()],
        ..source(petition.id, "slla", SourceKind::Partner, now)
    };
    world.write(move |tx| store::insert(tx, &source)).await;
    world.looks().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_source_that_is_none_is_passed_over() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let other = world
            .petition_with(Kind::Letter, |plan| plan.slug = "other-letter".to_owned())
            .await;
        let links = &world.app().links;
        let (own, of_other) = (links.share_code(letter.id), links.share_code(other.id));
        let long = "a".repeat(10_000);
        let many = "slla ".repeat(2_000);
        let wrong = [
            long.as_str(),
            &many,
            "<script>alert(1)</script>",
            "slla&via=x",
            "slla\r\nSet-Cookie: a=b",
            "çà",
            "\u{202e}slla",
            of_other.as_str(),
        ];
        let plain = "/embed/open-letter?kind=form&lang=en";
        for (n, via) in wrong.into_iter().enumerate() {
            signs(&world, plain, Some(via), &format!("form{n}@example.org")).await;
            let quoted =
                percent_encoding::utf8_percent_encode(via, percent_encoding::NON_ALPHANUMERIC);
            let frame = format!("{plain}&via={quoted}");
            signs(&world, &frame, None, &format!("frame{n}@example.org")).await;
        }
        let none = written(&world, &letter).await;
        assert_eq!(
            none,
            vec![None; 2 * wrong.len()],
            "nothing was written of it"
        );
        signs(&world, plain, Some(own.as_str()), "own@example.org").await;
        let newest = written(&world, &letter).await.swap_remove(0);
        assert_eq!(newest.as_deref(), Some(own.as_str()), "what is right is");
    })
    .await;
}

/// What a partner of another petition may, it may there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_partner_of_another_petition_is_none_here() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| {
                plan.settings.framing = Framing::Partners
            })
            .await;
        let other = world
            .petition_with(Kind::Letter, |plan| {
                plan.slug = "other-letter".to_owned();
                plan.settings.framing = Framing::Partners;
            })
            .await;
        partner(&world, &other, "https://slla.example.org").await;
        let here = "/embed/open-letter?kind=form&lang=en&via=slla";
        let there = here.replace("open-letter", "other-letter");
        for (frame, ancestors, is_named) in [
            (here, "frame-ancestors 'self';", false),
            (
                there.as_str(),
                "frame-ancestors 'self' https://slla.example.org;",
                true,
            ),
        ] {
            let answer = world.visitor().gets(frame).await;
            let policy = answer.header("content-security-policy");
            assert!(policy.contains(ancestors), "{frame}: {policy}");
            let named = answer.body.contains("South Law Library Alliance");
            assert_eq!(named, is_named, "{frame}");
        }
        signs(&world, here, None, "sam@example.org").await;
        world.looks().await;
        let totals = async |id: Id<Petition>| world.read(move |conn| store::totals(conn, id)).await;
        assert!(totals(letter.id).await.is_empty(), "nobody's here");
        let counted = totals(other.id)
            .await
            .get("slla")
            .copied()
            .unwrap_or_default();
        assert_eq!(
            (counted.opened, counted.sent),
            (1, 0),
            "its own was opened once"
        );
    })
    .await;
}

/// Somebody looks all the while: what an earlier look found is never put in the place of what a later one did.
#[expect(
    clippy::disallowed_methods,
    reason = "they look beside the story, and end with it"
)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn memory_never_goes_back_to_what_was_before() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (id, memory) = (letter.id, world.app().page_cache.source_cache.clone());
        let is_over = Arc::new(AtomicBool::new(false));
        let looking = (0..3).map(|_| {
            let (world, memory, is_over) = (world.clone(), memory.clone(), Arc::clone(&is_over));
            tokio::spawn(async move {
                while !is_over.load(Ordering::Relaxed) {
                    let memory = memory.clone();
                    world.read(move |conn| memory.read(conn, id)).await;
                }
            })
        });
        let looking: Vec<_> = looking.collect();
        let code = SourceCode::parse("slla").unwrap();
        for _ in 0..40 {
            partner(&world, &letter, "https://slla.example.org").await;
            assert!(memory.partner(&letter, "slla").is_some());
            let code = code.clone();
            world
                .write(move |tx| {
                    let there = store::find(tx, id, &code)?.expect("a partner");
                    store::delete(tx, &there)
                })
                .await;
            world.looks().await;
            assert!(memory.partner(&letter, "slla").is_none());
        }
        is_over.store(true, Ordering::Relaxed);
        for one in looking {
            one.await.expect("it looked");
        }
    })
    .await;
}
