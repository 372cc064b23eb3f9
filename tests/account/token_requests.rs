//! Story: a program asks the same again, because its line broke: it is done once, whatever happens between.

use super::tokens::{makes, wanted};
use crate::support::world::{World, on_both};
use undersigned::account::token::model::ApiToken;
use undersigned::account::token::request::{KeptAnswer, RequestHash, RequestKey};
use undersigned::account::token::request_store::{LEASE, Lease, Standing, begin, finish};
use undersigned::base::Id;
use undersigned::base::time::hours;
use undersigned::db::Error;
use undersigned::petition::Kind;

fn key(text: &str) -> RequestKey {
    RequestKey::parse(text).expect("a key")
}

fn asked(body: &str) -> RequestHash {
    RequestHash::of("POST", "/api/v2/petitions", body.as_bytes())
}

fn answer(status: u16) -> KeptAnswer {
    KeptAnswer {
        status,
        made: Some(Id::from_bytes([7; 16])),
        body: Some("{\"a\":1}".to_owned()),
    }
}

async fn token(world: &World) -> Id<ApiToken> {
    let place = world.petition(Kind::Letter).await.organization;
    makes(world, wanted(world, place, None)).await.token.id
}

async fn begins(world: &World, token: Id<ApiToken>, text: &str, body: &str) -> Standing {
    let (key, asked, now) = (key(text), asked(body), world.now());
    world
        .write(move |tx| begin(tx, token, key, asked, now))
        .await
}

async fn is_begun(world: &World, token: Id<ApiToken>, text: &str) -> Lease {
    match begins(world, token, text, "{}").await {
        Standing::Begun(lease) => lease,
        other => panic!("{text}: {other:?}"),
    }
}

async fn ends(world: &World, lease: Lease, status: u16) -> bool {
    world
        .write(move |tx| finish(tx, lease, &answer(status)))
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_answer_is_given_again_for_a_day() {
    on_both(|world| async move {
        let one = token(&world).await;
        let lease = is_begun(&world, one, "a").await;
        assert_eq!(begins(&world, one, "a", "{}").await, Standing::Running);
        assert_eq!(begins(&world, one, "a", "[]").await, Standing::Other);
        assert!(ends(&world, lease, 200).await);
        assert!(!ends(&world, lease, 200).await, "once");
        for text in ["a", "\"a\""] {
            let again = begins(&world, one, text, "{}").await;
            assert_eq!(again, Standing::Done(answer(200)), "{text}");
        }
        assert_eq!(begins(&world, one, "a", "[]").await, Standing::Other);
        // another key, and another token's same key, are others
        is_begun(&world, one, "b").await;
        let place = world.read(move |conn| {
            let all = undersigned::account::token::store::list(conn, None)?;
            Ok(all[0].token.organization)
        });
        let place = place.await;
        let other = makes(&world, wanted(&world, place, None)).await.token.id;
        is_begun(&world, other, "a").await;

        world.meanwhile(hours(24));
        is_begun(&world, one, "a").await;
        world.meanwhile(hours(24));
        world.tidies().await;
        let left: i64 = world
            .read(|conn| {
                use diesel::prelude::*;
                let all = undersigned::db::schema::api_requests::table.count();
                Ok(all.get_result(conn)?)
            })
            .await;
        assert_eq!(left, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_nobody_finishes_is_begun_anew_when_its_lease_ends() {
    on_both(|world| async move {
        let one = token(&world).await;
        let lost = is_begun(&world, one, "a").await;
        world.meanwhile(LEASE / 2);
        assert_eq!(begins(&world, one, "a", "{}").await, Standing::Running);
        world.meanwhile(LEASE / 2);
        let anew = is_begun(&world, one, "a").await;
        // whoever began it first comes too late: what it did must not stand
        assert!(!ends(&world, lost, 200).await);
        assert_eq!(begins(&world, one, "a", "{}").await, Standing::Running);
        assert!(ends(&world, anew, 201).await);
        let again = begins(&world, one, "a", "{}").await;
        assert_eq!(again, Standing::Done(answer(201)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_put_off_is_not_kept_and_what_was_undone_leaves_no_key() {
    on_both(|world| async move {
        let one = token(&world).await;
        for status in [429, 500, 503] {
            let lease = is_begun(&world, one, "a").await;
            assert!(ends(&world, lease, status).await);
        }
        let lease = is_begun(&world, one, "a").await;
        assert!(ends(&world, lease, 422).await, "what is wrong stays wrong");
        let again = begins(&world, one, "a", "{}").await;
        assert_eq!(again, Standing::Done(answer(422)));

        // key and effect in one transaction: both or neither
        let (b, now) = (key("b"), world.now());
        let undone = world.app().db.write(move |tx| {
            let Standing::Begun(lease) = begin(tx, one, b, asked("{}"), now)? else {
                panic!("it is new");
            };
            assert!(finish(tx, lease, &answer(200))?);
            Err::<(), Error>(Error::Refused("as the story wants it"))
        });
        assert!(undone.await.is_err());
        is_begun(&world, one, "b").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_who_ask_at_once_one_does_it() {
    on_both(|world| async move {
        let one = token(&world).await;
        let turns = (0..8).map(|_| {
            let (key, now) = (key("a"), world.now());
            world.app().db.write(move |tx| {
                let standing = begin(tx, one, key, asked("{}"), now)?;
                if let Standing::Begun(lease) = &standing {
                    assert!(finish(tx, *lease, &answer(200))?);
                }
                Ok::<_, Error>(standing)
            })
        });
        let heard = futures_util::future::join_all(turns).await;
        let heard: Vec<_> = heard.into_iter().map(Result::unwrap).collect();
        let begun = heard.iter().filter(|one| matches!(one, Standing::Begun(_)));
        assert_eq!(begun.count(), 1, "{heard:?}");
        let done = heard.iter().filter(|one| matches!(one, Standing::Done(_)));
        assert_eq!(done.count(), 7, "{heard:?}");
    })
    .await;
}
