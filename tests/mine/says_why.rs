//! Story: somebody says why they signed. The mailbox confirms the words it was shown, an organizer
//! reads them, and then everybody may; whoever said them can say something else, or nothing.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::RunQueryDsl;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::oneshot;
use undersigned::account::model::Role;
use undersigned::base::Id;
use undersigned::base::time::{days, minutes, seconds};
use undersigned::db::{Conn, Result, Tx};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::reason::model::ReasonCounts;
use undersigned::signature::reason::{ReasonState, store};
use undersigned::web::urls;

const WHY: &str = "My students pay twenty-five cents a page.";
const PAGE: &str = "/en/p/open-letter";
const SIGNED: &str = "/en/p/open-letter/signed";

pub async fn counts(world: &World, petition: &Petition) -> ReasonCounts {
    let id = petition.id;
    world.read(move |conn| store::counts(conn, id)).await
}

/// Signs with the name shown, and stays on "check your email".
pub async fn signs(world: &World, letter: &Petition, name: &str, email: &str) -> Visitor {
    let mut visitor = world.visitor();
    visitor.opens(letter).await;
    visitor
        .types("role", "Law student")
        .types("public", "detail");
    visitor.fills_in(name, email);
    visitor
        .presses("Sign the letter")
        .await
        .sees("Check your email");
    visitor
}

/// Says why in the box of the page that is open.
pub async fn says(visitor: &mut Visitor, words: &str) {
    visitor
        .types("reason", words)
        .presses("Send my reason")
        .await;
    assert_eq!(visitor.status(), 200, "{}", visitor.text());
}

/// The box of the page that is open.
fn box_of(visitor: &Visitor) -> String {
    let words = visitor.answer().page().find("textarea#reason");
    words.expect("a box")
}

/// The page as everybody sees it, a moment later.
pub async fn page(world: &World) -> String {
    world.later(seconds(2)).await;
    let page = world.visitor().gets(PAGE).await.page();
    page.all("ul.quotes li").join(" | ")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_everybody_reads_it_once_an_organizer_has() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut reader = world.organizer(&letter, Role::Moderator).await;
        let queue = urls::reasons(letter.id);
        let mut sam = signs(&world, &letter, "Sam Rivers", "sam@example.org").await;
        says(&mut sam, WHY).await;
        sam.sees("once you confirm by email");
        sam.sees("Delete my reason");
        assert_eq!(
            box_of(&sam),
            "",
            "the words wait with the form, not in the browser"
        );
        assert_eq!(counts(&world, &letter).await, ReasonCounts::default());
        reader.goes(&queue).await.sees("Nothing to read.");

        sam.opens_mail().await.sees(WHY);
        sam.presses("Confirm my signature").await;
        sam.sees("before anybody else does");
        assert_eq!(page(&world).await, "", "nobody has read it");
        reader.goes(&queue).await;
        reader
            .sees(WHY)
            .sees("Sam Rivers")
            .sees_no("sam@example.org");
        reader.presses("Publish a").await.sees("Nothing to read.");
        assert_eq!(
            page(&world).await,
            format!("{WHY} Sam, Law student Report what Sam says")
        );

        // said anew it is read anew
        sam.goes(SIGNED).await.sees("It is on the page.");
        says(&mut sam, "Something else altogether.").await;
        assert_eq!(page(&world).await, "");
        assert_eq!(counts(&world, &letter).await.waiting, 1);
        reader.goes(&queue).await.presses("Keep private s").await;
        assert_eq!(page(&world).await, "");
        sam.goes(SIGNED)
            .await
            .sees("have read it and do not publish it");
        let kept = ReasonCounts {
            private: 1,
            ..ReasonCounts::default()
        };
        assert_eq!(counts(&world, &letter).await, kept);

        // said again as it was, nothing changes; taken back, nothing is left
        says(&mut sam, " Something else\u{200B} altogether. ").await;
        assert_eq!(counts(&world, &letter).await, kept);
        sam.presses("Delete my reason").await;
        assert_eq!(box_of(&sam), "");
        assert_eq!(counts(&world, &letter).await, ReasonCounts::default());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_withdraws_which_takes_the_words_along() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut reader = world.organizer(&letter, Role::Owner).await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        says(&mut sam, "<b>Because</b> & \"because\"\n\n\n\nit is time").await;
        let queue = urls::reasons(letter.id);
        reader.goes(&queue).await.presses("Publish a").await;
        let said =
            "<b>Because</b> & \"because\" it is time A supporter Report what A supporter says";
        assert_eq!(
            page(&world).await,
            said,
            "as it was said, without a name that is not shown"
        );
        let raw = world.visitor().gets(PAGE).await.body;
        assert!(!raw.contains("<b>Because"), "as text");

        sam.follows("Withdraw my signature")
            .await
            .presses("Withdraw my signature")
            .await;
        let _ = sam.reads_mail().await;
        assert_eq!(page(&world).await, "");
        assert_eq!(counts(&world, &letter).await, ReasonCounts::default());
        let id = letter.id;
        let left = world
            .read(move |conn| {
                use diesel::prelude::*;
                use undersigned::db::schema::reasons as r;
                let all = r::table.filter(r::petition_id.eq(id));
                Ok(all.count().get_result::<i64>(conn)?)
            })
            .await;
        assert_eq!(left, 0, "no word of it is left");
    })
    .await;
}

/// Whoever types in another's address does not speak for them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_says_it_for_another() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut mallory = signs(&world, &letter, "Sam Rivers", "sam@example.org").await;
        let mut sam = mallory.on_another_device();
        let mail = sam.reads_mail().await;
        world.meanwhile(minutes(1));
        sam.goes(&mail.link()).await.sees_no("I hate you all");
        let confirms = sam.would_send("Confirm my signature");
        says(&mut mallory, "I hate you all").await;

        world.meanwhile(minutes(1));
        sam.sends(confirms).await.sees("Signature 1");
        assert_eq!(
            counts(&world, &letter).await,
            ReasonCounts::default(),
            "Sam has not read that"
        );
        sam.sees("not sent yet").sees("I hate you all");
        says(&mut mallory, "I hate you even more").await;
        sam.goes(SIGNED)
            .await
            .sees("I hate you all")
            .sees_no("even more");
        sam.presses("Delete my reason").await;
        assert_eq!(box_of(&sam), "");

        // "this was not me" forgets the words with the rest
        world.later(minutes(11)).await;
        let mut mallory = signs(&world, &letter, "Kim", "kim@example.org").await;
        says(&mut mallory, "I am Kim").await;
        let mut kim = mallory.on_another_device();
        kim.opens_mail().await.sees("I am Kim");
        world.meanwhile(minutes(1));
        let word = kim.mail().word();
        kim.types("word", &word).presses("This was not me").await;
        kim.reads_mail().await;
        assert_eq!(typed(&world).await, 0);
    })
    .await;
}

/// How many reasons wait for their mailbox.
async fn typed(world: &World) -> i64 {
    world
        .read(|conn| {
            use diesel::prelude::*;
            use undersigned::db::schema::reasons as r;
            let typed = r::table.filter(r::state.eq(0_i16));
            Ok(typed.count().get_result(conn)?)
        })
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_words_go_where_the_signature_goes() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = signs(&world, &letter, "Sam Rivers", "sam@exmaple.org").await;
        says(&mut sam, WHY).await;
        sam.reads_mail().await;
        sam.types("email", "sam@example.org")
            .presses("Send it there")
            .await;
        sam.sees("Delete my reason");
        let mail = world.mail("sam@example.org").await;
        sam.goes(&mail.link()).await.sees(WHY);
        sam.presses("Confirm my signature").await;
        assert_eq!(counts(&world, &letter).await.waiting, 1);

        // who signs again says it to the signature there is
        world.later(minutes(11)).await;
        let mut again = signs(&world, &letter, "Sam Rivers", "sam@example.org").await;
        says(&mut again, "I have thought about it.").await;
        world.mail("sam@example.org").await;
        let path = world.link_behind(again.answer());
        again.goes(&path).await.sees("I have thought about it.");
        again.presses("Confirm my signature").await;
        assert_eq!(
            counts(&world, &letter).await.waiting,
            1,
            "one signature, one reason"
        );
        assert_eq!(box_of(&again), "I have thought about it.");
        assert_eq!(typed(&world).await, 0);
        world.mail_drains().await;
        world.leaves_unread(world.unread());

        // what no mailbox confirms is forgotten
        let mut kim = signs(&world, &letter, "Kim", "kim@example.org").await;
        says(&mut kim, WHY).await;
        kim.reads_mail().await;
        assert_eq!(typed(&world).await, 1);
        world.later(days(7)).await;
        world.later(minutes(1)).await;
        assert_eq!(typed(&world).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_said_is_told_and_kept() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = signs(&world, &letter, "Sam Rivers", "sam@example.org").await;
        for is_signed in [false, true] {
            if is_signed {
                sam.opens_mail().await.presses("Confirm my signature").await;
            }
            let here = sam.path().split(['?', '#']).next().unwrap().to_owned();
            let long = "a".repeat(501);
            for (words, told) in [
                (
                    "read https://evil.example",
                    "without web addresses and email",
                ),
                ("mail me@evil.example", "without web addresses and email"),
                (&long, "at most 500 characters"),
                ("a\u{202E}b", "without control or invisible characters"),
                ("a\u{1B}[2Jb", "without control or invisible characters"),
            ] {
                let mut wrong = sam.clone();
                wrong.types("reason", words).presses("Send my reason").await;
                assert_eq!(wrong.status(), 422, "{words}");
                wrong.sees(told);
                assert_eq!(box_of(&wrong), words, "it is kept");
                assert_eq!(wrong.answer().page().errors()[0].0, "reason");
                says(&mut wrong, "Well then.").await;
                assert!(wrong.path().starts_with(&here), "and leads back");
                wrong.presses("Delete my reason").await;
            }
            let sending = sam.would_send("Send my reason");
            let action = sending.action.clone();
            for (body, status) in [
                (String::new(), 422),
                ("reason=a&state=published".to_owned(), 422),
                ("reason=a&reason=b".to_owned(), 422),
                ("reason=a%00b".to_owned(), 400),
                ("reason=%FF".to_owned(), 400),
                (format!("reason={}", "a".repeat(17_000)), 413),
            ] {
                let answer = sam.posts(&action, body).await;
                assert_eq!(answer.status, status, "{action}");
            }
            assert_eq!(typed(&world).await, 0);
            assert_eq!(counts(&world, &letter).await, ReasonCounts::default());
        }
        let own = "/m/00000000000000000000000000/reason";
        let nobody = sam.posts(own, "reason=a".to_owned());
        assert_eq!(nobody.await.status, 404);
        let stranger = world.visitor();
        let late = stranger.posts("/en/p/open-letter/signed/reason", "reason=mine".to_owned());
        let late = late.await;
        assert_eq!(late.status, 422);
        assert!(late.body.contains("mine"), "kept, to be copied");
        let elsewhere = world.visitor();
        let form = sam.posts(
            "/en/p/open-letter/check/reason",
            "reason=a&form=".to_owned(),
        );
        assert_eq!(form.await.status, 409, "of no form");
        let stranger = elsewhere.posts("/en/p/open-letter/check/reason", "reason=a".to_owned());
        assert_eq!(stranger.await.status, 409);
        assert_eq!(typed(&world).await, 0);
    })
    .await;
}

/// Whether somebody waits for what this transaction holds. SQLite has one writer, so the next always does.
fn is_waited_for(tx: &mut Tx<'_>) -> Result<bool> {
    let Conn::Postgres(c) = &mut **tx else {
        return Ok(true);
    };
    let waits = "select 1 from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))";
    Ok(diesel::sql_query(waits).execute(c)? > 0)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn words_that_are_confirmed_while_the_old_ones_are_forgotten_stay() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut sam = signs(&world, &letter, "Sam Rivers", "sam@example.org").await;
        says(&mut sam, WHY).await;
        sam.reads_mail().await;
        let (id, now) = (letter.id, world.now());
        let typed = world
            .read(move |conn| store::oldest(conn, id, ReasonState::Typed, None, 2))
            .await;
        let [reason] = typed.as_slice() else {
            panic!("{} reasons are typed", typed.len());
        };
        let reason = reason.id;

        let (holds, held) = oneshot::channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let forgotten = Arc::clone(&is_over);
        let confirms = world.write(move |tx| {
            store::confirmed(tx, Id::new(now), id, now)?; // nobody's words: it takes the turn
            holds.send(()).expect("somebody hears it");
            while !is_waited_for(tx)? && !forgotten.load(Ordering::SeqCst) {}
            store::confirmed(tx, reason, id, now)
        });
        let forgets = async {
            held.await.expect("the turn is taken");
            let before = now.plus(days(8));
            let gone = world.write(move |tx| store::expire(tx, before, 100)).await;
            is_over.store(true, Ordering::SeqCst);
            gone
        };
        let ((), gone) = tokio::join!(confirms, forgets);
        assert_eq!(gone, 0);
        assert_eq!(counts(&world, &letter).await.waiting, 1);
    })
    .await;
}
