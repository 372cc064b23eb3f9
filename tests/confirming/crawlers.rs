//! Story: a machine follows every link from one's own page and presses every button. It erases nothing and brings nobody back who has
//! left; what it withdraws can be undone. What organizers have decided is not undone by erasing either.

use crate::mine::own_signature::{asks, letter, signed};
use crate::support::page::Page;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use undersigned::base::time::{days, hours, minutes};
use undersigned::count::{Change, store::tallies};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::model::{Reason, SignatureState};
use undersigned::signature::store::confirm::move_state;
use undersigned::signature::store::read as signatures;

/// Follows every link of the page that leads below the same key, and presses whatever button there is.
async fn crawls(machine: &mut Visitor, start: &str) {
    let first = machine.gets(start).await;
    let mut paths = vec![start.to_owned()];
    let links = first.page().attributes("a", "href");
    let key = start.trim_end_matches("/back");
    paths.extend(links.into_iter().filter(|href| href.starts_with(key)));
    for path in paths {
        let buttons = Page::of(&machine.gets(&path).await.body).buttons();
        for button in buttons {
            let page = Page::of(&machine.gets(&path).await.body);
            if let Some(press) = page.press(&button) {
                machine.posts(&press.action, press.body()).await;
            }
        }
    }
}

async fn details(world: &World) -> i64 {
    use diesel::prelude::*;
    use undersigned::db::schema::signature_details as d;
    world
        .read(|conn| Ok(d::table.count().get_result(conn)?))
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_ones_own_page_it_erases_nothing() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signed(&world, &letter).await;
        let own = asks(&mut sam, &letter).await;
        let word = sam.mail().word();
        crawls(&mut world.visitor(), &own).await;
        world.mail_rests().await;
        assert_eq!(details(&world).await, 1, "0 of 1 erased");
        sam.goes(&own).await;
        assert!(sam.answer().body.contains("Sam Rivers"));
        if world.counted(&letter).await == 0 {
            sam.presses("I changed my mind: count me again").await;
        }
        assert_eq!(world.counted(&letter).await, 1);
        // three guesses, and then not even the right word until a new letter comes
        let erase = format!("{own}/erase");
        for _ in 0..3 {
            sam.goes(&erase).await.types("word", "zzz");
            sam.presses("Erase everything").await;
            assert_eq!(sam.status(), 422);
        }
        sam.sees("Three tries did not match.");
        sam.types("word", &word).presses("Erase everything").await;
        assert_eq!(sam.status(), 422);
        assert_eq!(details(&world).await, 1);
        sam.follows("Send me a new message with the word").await;
        sam.types("email", "sam@example.org")
            .presses("Send me the link")
            .await;
        world
            .until("the letter is there", async || world.unread() > 0)
            .await;
        let mail = loop {
            let mail = sam.reads_mail().await;
            if mail.link() == own {
                break mail;
            }
        };
        sam.goes(&erase).await.types("word", &mail.word());
        sam.presses("Erase everything").await;
        assert_eq!(sam.status(), 410);
        sam.sees("The details are erased");
        assert_eq!(details(&world).await, 0);
        world.mail_rests().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_way_back_takes_the_word_and_lasts_thirty_days() {
    on_both(|world| async move {
        let letter = letter(&world).await;
        let mut sam = signed(&world, &letter).await;
        sam.follows("Withdraw my signature").await;
        sam.sees("We send you a message with a link to undo this, which works");
        sam.presses("Withdraw my signature").await;
        sam.sees("We send you a message with a link to undo this. It works for 30 days.");
        let mail = sam.reads_mail().await;
        mail.says("your signature is withdrawn and no longer counted")
            .says("December 21, 2026");
        // the scanner of the mailbox does not count somebody who has left
        crawls(&mut world.visitor(), &mail.link()).await;
        assert_eq!(world.counted(&letter).await, 0);
        world.later(days(29)).await;
        let mut phone = sam.on_another_device();
        phone
            .goes(&mail.link())
            .await
            .presses("Count me again")
            .await;
        assert_eq!(phone.status(), 422);
        phone.sees("Type the word from the message");
        phone
            .types("word", &mail.word())
            .presses("Count me again")
            .await;
        phone.sees("Your signature counts again.");
        assert_eq!(world.counted(&letter).await, 1);

        let own = phone
            .path()
            .split('?')
            .next()
            .unwrap_or_default()
            .to_owned();
        phone
            .goes(&format!("{own}/withdraw"))
            .await
            .presses("Withdraw my signature")
            .await;
        let again = phone.reads_mail().await;
        world.later(days(30)).await;
        phone
            .goes(&again.link())
            .await
            .sees("It is too late for this");
        assert!(phone.answer().page().buttons().is_empty());
        assert_eq!(world.counted(&letter).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_signing_is_a_danger_no_letter_tells_of_it() {
    on_both(|world| async move {
        let pledge = world
            .petition_with(Kind::Pledge, |plan| {
                plan.settings.high_risk = true;
                plan.settings.discreet = true;
            })
            .await;
        let mut sam = world.visitor();
        sam.signs(&pledge, "Sam Rivers", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.follows("Withdraw my signature").await;
        sam.sees("We send no message about it.");
        sam.presses("Withdraw my signature").await;
        sam.sees("We send no message about this");
        world.mail_rests().await;
        assert_eq!(world.unread(), 0);
        world.later(hours(23)).await;
        sam.goes(sam.path().to_owned().as_str()).await;
        sam.presses("I changed my mind: count me again").await;
        assert_eq!(world.counted(&pledge).await, 1);
    })
    .await;
}

/// An organizer takes it out of the number, or sets it aside.
async fn decides(world: &World, letter: &Petition, to: SignatureState) {
    let (id, now) = (letter.id, world.now());
    world
        .write(move |tx| {
            let newest = signatures::newest(tx, id, SignatureState::Counted, None, 1)?;
            let step = (SignatureState::Counted, to);
            let why = Some(Reason::Organizer);
            move_state(tx, newest[0].signature.id, step, why, now)?;
            let (held, removed) = match to {
                SignatureState::Held => (1, 0),
                _ => (0, 1),
            };
            let by = Change {
                counted: -1,
                held,
                removed,
                ..Change::default()
            };
            tallies::add(tx, id.cast(), by, now).map(drop)
        })
        .await;
    world.looks().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn erasing_does_not_undo_what_organizers_decided() {
    for (to, button) in [
        (SignatureState::Removed, "Erase everything"),
        (SignatureState::Held, "Erase everything"),
    ] {
        on_both(|world| async move {
            let letter = letter(&world).await;
            let mut sam = signed(&world, &letter).await;
            decides(&world, &letter, to).await;
            let own = asks(&mut sam, &letter).await;
            let word = sam.mail().word();
            sam.goes(&format!("{own}/erase")).await;
            sam.sees("The organizers took this signature out of the count");
            sam.types("word", &word).presses(button).await;
            assert_eq!(sam.status(), 410);
            sam.reads_mail().await.says("are erased");
            assert_eq!(details(&world).await, 0);
            world.later(minutes(11)).await;
            let mut again = world.visitor();
            again.signs(&letter, "Sam Rivers", "sam@example.org").await;
            world.mail_rests().await;
            again
                .opens_mail()
                .await
                .presses("Confirm my signature")
                .await;
            world.mail_drains().await;
            assert_eq!(world.counted(&letter).await, 0, "{to:?}: it stays out");
            assert_eq!(world.tally(&letter).await.removed, 1);
        })
        .await;
    }
}
