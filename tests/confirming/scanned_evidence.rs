//! Story: what speaks for a machine stands at the row. It outlives the server, cannot keep a page from being shown, makes nobody wait
//! in a lecture hall, and is counted once for each press, however many come in one commit.

use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use reqwest::Method;
use undersigned::base::time::{minutes, seconds};
use undersigned::base::{Code, Id};
use undersigned::db::schema::pending_signatures as p;
use undersigned::db::{Conn, Tx};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::Signature;
use undersigned::signature::confirm::commit::{CommitContext, Outcome, settle_all};
use undersigned::signature::confirm::guard::{SignaturePress, SignatureVerdict};

const YES: &str = "Confirm my signature";

/// Host mark there, head, early look, suspect: of the only one that waits.
async fn known(world: &World) -> (bool, bool, bool, bool) {
    world
        .read(|conn| {
            let row = p::table.select((p::host_mark, p::head_seen, p::early_look, p::is_suspect));
            let (host, head, early, suspect): (Option<Vec<u8>>, _, _, _) = row.first(conn)?;
            Ok((
                host.is_some_and(|mark| mark.len() == 32),
                head,
                early,
                suspect,
            ))
        })
        .await
}

async fn heads(visitor: &Visitor, link: &str) {
    let answer = visitor.asks(Method::HEAD, link).send().await.unwrap();
    assert_eq!(answer.status(), 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_starts_later_knows_it() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        let mail = sam.reads_mail().await;
        assert_eq!(known(&world).await, (true, false, false, false));
        world.later(minutes(2)).await;
        // one's own host, and any other long after the letter, leave no trace
        for _ in 0..3 {
            sam.clone().goes(&mail.link()).await;
            world.visitor().goes(&mail.link()).await;
        }
        assert_eq!(known(&world).await, (true, false, false, false));
        heads(&sam, &mail.link()).await;
        assert_eq!(known(&world).await, (true, true, false, false));
        let later = world.another_instance().await;
        let mut phone = sam.on_another_device().through(later);
        phone.goes(&mail.link()).await.presses(YES).await;
        assert_eq!(phone.status(), 422, "asked for the word");
        assert_eq!(
            known(&world).await,
            (true, true, false, true),
            "that it was asked stays"
        );
        phone.types("word", &mail.word()).presses(YES).await;
        phone.sees("Signature 1");
        let left: i64 = world
            .read(|conn| Ok(p::table.count().get_result(conn)?))
            .await;
        assert_eq!(left, 0, "gone with the row");
    })
    .await;
}

/// Refuses every change of what is known of links.
fn refuse(tx: &mut Tx<'_>) -> undersigned::db::Result<()> {
    match &mut **tx {
        Conn::Sqlite(c) => c.batch_execute(
            "create trigger refuses before update of head_seen, early_look on pending_signatures \
             begin select raise(abort, 'refused'); end",
        )?,
        Conn::Postgres(c) => c.batch_execute(
            "create function refuses() returns trigger language plpgsql as \
             $$ begin raise exception 'refused' using errcode = 'check_violation'; end $$; \
             create trigger refuses before update of head_seen, early_look on pending_signatures \
             for each row execute function refuses()",
        )?,
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_written_keeps_no_page_from_being_shown() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        let mail = sam.reads_mail().await;
        world.write(refuse).await;
        heads(&world.visitor(), &mail.link()).await;
        let mut other = world.visitor();
        other.goes(&mail.link()).await.sees(YES);
        assert_eq!(known(&world).await, (true, false, false, false));
        sam.goes(&mail.link()).await.presses(YES).await;
        sam.sees("Signature 1");
    })
    .await;
}

/// Two hundred people in one hall have one address. Each has signed from there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lecture_hall_confirms_with_one_press_each() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let hall = "192.0.2.200".parse().unwrap();
        let mut people = Vec::new();
        for number in 0..200 {
            let mut one = world.visitor();
            let email = format!("s{number}@example.org");
            one.signs(&petition, "Sam", &email).await;
            let link = one.reads_mail().await.link();
            people.push((one.on_another_device().comes_from(hall), link));
        }
        sign_from(&world, hall.into()).await;
        world.later(minutes(1)).await;
        // all of them within the same moment
        for (one, link) in &mut people {
            one.goes(link).await;
        }
        world.meanwhile(seconds(2));
        for (one, _) in &mut people {
            let press = one.would_send(YES);
            one.sends(press).await;
            one.sees("Signature ");
        }
        assert_eq!(world.counted(&petition).await, 200);
    })
    .await;
}

/// Writes down that everybody who waits sent the form from this address.
async fn sign_from(world: &World, hall: undersigned::web::Source) {
    let links = world.app().confirming.links.clone();
    world
        .write(move |tx| {
            let ids: Vec<Id<Signature>> = p::table.select(p::id).load(&mut **tx)?;
            for id in ids {
                let mark = links.host(id, hall);
                diesel::update(p::table.find(id))
                    .set(p::host_mark.eq(mark.as_slice()))
                    .execute(&mut **tx)?;
            }
            Ok(())
        })
        .await;
}

/// A link that exists is limited by itself; tries at links that are nobody's by where they come from.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessing_is_limited_and_hinders_no_neighbour() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let mut sam = world.visitor();
        sam.signs(&petition, "Sam", "sam@example.org").await;
        let link = sam.reads_mail().await.link();
        world.later(minutes(1)).await;
        let mut seen = Vec::new();
        for number in 0..40 {
            let guess = format!("/c/{number:026}");
            seen.push(sam.gets(&guess).await.status);
        }
        assert_eq!(seen.first(), Some(&404));
        assert_eq!(seen.last(), Some(&429));
        sam.goes(&link).await.sees(YES);
        for _ in 0..70 {
            sam.gets(&link).await;
        }
        assert_eq!(
            sam.gets(&link).await.status,
            429,
            "sixty a minute of one link"
        );
        world.later(minutes(2)).await;
        sam.goes(&link).await.presses(YES).await;
        sam.sees("Signature 1");
    })
    .await;
}

async fn waits(world: &World, petition: &Petition) -> Id<Signature> {
    let mut sam = world.visitor();
    sam.signs(petition, "Sam", "sam@example.org").await;
    let _ = sam.reads_mail().await;
    world
        .read(|conn| Ok(p::table.select(p::id).first(conn)?))
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_tries_in_one_commit_are_a_thousand() {
    on_both(|world| async move {
        let petition = world.petition(Kind::Petition).await;
        let id = waits(&world, &petition).await;
        let links = world.app().confirming.links.clone();
        let desk = CommitContext {
            links: links.clone(),
            petition_cache: world.app().page_cache.petition_cache.clone(),
            source_cache: world.app().page_cache.source_cache.clone(),
        };
        let now = world.now();
        let wrong = (0..1_023).map(|_| SignaturePress::with_code(id, Some(Code::random()), now));
        let right = SignaturePress::with_code(id, Some(links.code(id)), now);
        let presses: Vec<_> = wrong.chain([right]).collect();
        let outcomes = world.write(move |tx| settle_all(tx, &desk, &presses)).await;
        let asked = |verdict| {
            let asked = Outcome::Asked(verdict);
            outcomes.iter().filter(|one| **one == asked).count()
        };
        assert_eq!(asked(SignatureVerdict::WrongCode), 5);
        assert_eq!(
            asked(SignatureVerdict::NoMoreCodes),
            1_019,
            "the right one among them"
        );
        assert_eq!(world.counted(&petition).await, 0);
        let tries: i16 = world
            .read(|conn| Ok(p::table.select(p::code_tries).first(conn)?))
            .await;
        assert_eq!(tries, 5);
    })
    .await;
}
