//! Story: many people sign from one network at once, or one script does. Whatever was typed is stored, letters wait their turn, and
//! who would wait for over an hour is told so with everything kept.

use crate::support::world::{World, on_both};
use diesel::prelude::*;
use std::net::IpAddr;
use undersigned::base::Id;
use undersigned::base::time::{days, hours, minutes, seconds};
use undersigned::db::schema::outbox;
use undersigned::db::{Conn, Result, Tx};
use undersigned::mail::{Event, MailSlot, store};
use undersigned::petition::{Kind, Petition};
use undersigned::web::Source;
use undersigned::web::forms::form_token;

const HALL: &str = "192.0.2.77";

/// So many people sign from one address, a second each: every one of them is told the same.
async fn sign(world: &World, letter: &Petition, numbers: std::ops::Range<usize>) {
    for number in numbers {
        let mut somebody = world.visitor().comes_from(HALL.parse().unwrap());
        let email = format!("s{number}@example.org");
        somebody.opens(letter).await;
        somebody.fills_in("Somebody", &email);
        let sending = somebody.would_send("Sign the letter");
        somebody.sends(sending).await;
        assert_eq!(somebody.status(), 200);
        somebody
            .sees("Check your email to finish.")
            .sees(&email)
            .sees("it can take a few minutes");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lecture_hall() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        sign(&world, &letter, 0..100).await;
        world.later(minutes(1)).await;
        sign(&world, &letter, 100..200).await;
        assert_eq!(world.pending(&letter).await, 200, "nothing is dropped");
        world.mail_rests().await;
        assert_eq!(world.unread(), 30, "ten at once, twenty in a minute");
        for _ in 0..9 {
            world.later(minutes(1)).await;
            world.mail_rests().await;
        }
        assert_eq!(world.unread(), 200, "each has a letter within ten minutes");
        world.leaves_unread(200);
    })
    .await;
}

/// Everything that can be done from that address asks the same clock.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_script_is_told_to_come_later_and_nobody_else_waits() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut early = world.visitor().comes_from(HALL.parse().unwrap());
        early.signs(&letter, "Early", "early@example.org").await;
        let script: IpAddr = HALL.parse().unwrap();
        let pace = &world.app().intake.pace;
        while let MailSlot::At(_) = pace.turn(Source::at(script), Id::from_bytes([7; 16])) {}

        let mut late = world.visitor().comes_from(script);
        late.opens(&letter).await;
        late.fills_in("Late", "late@example.org")
            .types("role", "Clerk")
            .presses("Sign the letter")
            .await;
        assert_eq!(late.status(), 503);
        assert_eq!(late.answer().header("retry-after"), "300");
        late.sees("A great many people are signing from your network");
        let page = late.answer().page();
        for (field, typed) in [
            ("name", "Late"),
            ("email", "late@example.org"),
            ("role", "Clerk"),
        ] {
            let kept = page.attribute(&format!("input[name={field}]"), "value");
            assert_eq!(kept.as_deref(), Some(typed));
        }
        let again = early.would_send("Send it again");
        let other = early
            .would_send("Send it there")
            .with("email", "other@example.org");
        let own = "email=early@example.org".to_owned();
        for answer in [
            early.posts(&again.action, again.body()).await,
            early.posts(&other.action, other.body()).await,
            early.posts("/en/p/open-letter/my-signature", own).await,
        ] {
            assert_eq!(answer.status, 503, "{}", answer.asked);
            assert!(
                answer.body.contains("A great many people"),
                "{}",
                answer.asked
            );
        }
        assert_eq!(
            world.pending(&letter).await,
            1,
            "nobody is told that it was stored"
        );

        let mut neighbour = world.visitor().comes_from("192.0.2.78".parse().unwrap());
        neighbour.signs(&letter, "Kim", "kim@example.org").await;
        neighbour.opens_mail().await.sees("Kim");
        world.later(minutes(60)).await;
        late.presses("Sign the letter")
            .await
            .sees("Check your email");
        assert_eq!(world.pending(&letter).await, 3);
        world.mail_drains().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

/// So many letters that wait, due in many years.
fn backlog(tx: &mut Tx<'_>, letters: u32) -> Result<()> {
    let (id, key, time) = match &**tx {
        Conn::Sqlite(_) => ("randomblob(16)", "randomblob(32)", "4000000000000000"),
        Conn::Postgres(_) => (
            "gen_random_uuid()",
            "decode(repeat('ab', 32), 'hex')",
            "timestamptz '2096-10-02'",
        ),
    };
    let rows = format!(
        "with recursive n (i) as (select 1 union all select i + 1 from n where i < {letters}) \
         insert into outbox (id, kind, priority, subject_id, lang, address_key, due_at, created_at) \
         select {id}, 0, 1, {id}, 'en', {key}, {time}, {time} from n"
    );
    diesel::sql_query(rows).execute(&mut **tx)?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn while_too_many_letters_wait_the_form_comes_back() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        world.write(|tx| backlog(tx, 200_000)).await;
        world.sets_pace().await;
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        assert_eq!(sam.status(), 503);
        world
            .write(|tx| Ok(diesel::delete(outbox::table).execute(&mut **tx)?))
            .await;
        world.sets_pace().await;
        sam.presses("Sign the letter")
            .await
            .sees("Check your email");
        sam.opens_mail().await.sees("Sam");
        assert_eq!(world.pending(&letter).await, 1);
    })
    .await;
}

/// In the last hours of a petition its letters go before all others, asked for again too; what a machine filled in goes last.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_hours_go_first_and_machines_last() {
    on_both(|world| async move {
        let letter = world
            .petition_with(Kind::Letter, |plan| plan.closes_in = Some(days(1)))
            .await;
        let turns = async || {
            let read = |conn: &mut Conn| {
                let turns = outbox::table.order(outbox::id).select(outbox::priority);
                Ok(turns.load::<i16>(conn)?)
            };
            world.read(read).await
        };
        let mut usual = world.visitor();
        usual.signs(&letter, "Usual", "usual@example.org").await;
        assert_eq!(turns().await, [1]);

        world.later(hours(18)).await;
        let mut late = world.visitor();
        late.signs(&letter, "Late", "late@example.org").await;
        assert_eq!(turns().await, [1, 0]);
        late.presses("Send it again").await;
        assert_eq!(turns().await, [1, 0, 0]);
        world.meanwhile(seconds(1));
        let mut machine = world.visitor();
        machine.opens(&letter).await;
        let bait = form_token::bait(&world.app().site.stamp_key, world.now());
        machine
            .fills_in("Machine", "machine@example.org")
            .types(&bait, "https://example.org");
        let at_once = machine.would_send("Sign the letter");
        machine.sends(at_once).await;
        assert_eq!(turns().await, [1, 0, 0, 3]);
        world.mail_drains().await;
        world.leaves_unread(world.unread());
    })
    .await;
}

/// The operator names the hall's network: its letters go three times as fast, and nobody else's.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_operator_knows_of_the_hall() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let now = world.now();
        let hall = Event {
            network: "192.0.2.0/24".parse().unwrap(),
            petition: Some(Id::from_bytes(*letter.id.as_bytes())),
            until: now.plus(hours(12)),
        };
        world
            .write(move |tx| store::add_event(tx, &hall, now))
            .await;
        world.sets_pace().await;
        sign(&world, &letter, 0..80).await;
        world.later(minutes(1)).await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 70, "ten at once, sixty in a minute");
        world.later(hours(12)).await;
        world.tidies().await;
        world.sets_pace().await;
        world.mail_rests().await;
        sign(&world, &letter, 80..100).await;
        world.later(seconds(3)).await;
        world.mail_rests().await;
        assert_eq!(world.unread(), 80 + 11, "over is over");
        world.mail_drains().await;
        world.leaves_unread(100);
    })
    .await;
}
