//! Story: programs that ask at once share the look for their tokens, and each hears of its own alone, as it is then.

use super::tokens::{makes, wanted};
use crate::support::world::{World, on_both};
use futures_util::future::join_all;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};
use undersigned::account::token::look::TokenLooks;
use undersigned::account::token::model::{ApiToken, network};
use undersigned::account::token::store::{self, SentToken};
use undersigned::account::token::text::TokenText;
use undersigned::base::Id;
use undersigned::petition::Kind;
use undersigned::web::Source;

/// Requests at once: more than one look is for.
const CROWD: usize = 600;

fn sent(world: &World, text: &TokenText, from: &str) -> SentToken {
    SentToken {
        text: text.clone(),
        source: Source::at(from.parse().expect("an address")),
        now: world.now(),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_of_a_crowd_hears_of_its_own_token() {
    on_both(|world| async move {
        let place = world.petition(Kind::Letter).await.organization;
        let free = makes(&world, wanted(&world, place, None)).await;
        let mut tied = wanted(&world, place, None);
        tied.networks = vec![network("192.0.2.0/24").expect("a network")];
        tied.scopes = "counts:read".parse().expect("scopes");
        let tied = makes(&world, tied).await;
        let revoked = makes(&world, wanted(&world, place, None)).await;
        let (id, now) = (revoked.token.id, world.now());
        assert!(world.write(move |tx| store::revoke(tx, id, now)).await);
        let strange = TokenText::draw();
        let asked: [(&TokenText, &str, Option<Id<ApiToken>>); 5] = [
            (&free.text, "192.0.2.7", Some(free.token.id)),
            (&tied.text, "192.0.2.7", Some(tied.token.id)),
            (&tied.text, "198.51.100.7", None),
            (&revoked.text, "192.0.2.7", None),
            (&strange, "192.0.2.7", None),
        ];
        let (looks, db) = (TokenLooks::default(), &world.app().db);
        let crowd = (0..CROWD).map(|n| {
            let (text, from, _) = asked[n % asked.len()];
            looks.find(db, sent(&world, text, from))
        });
        for (n, found) in join_all(crowd).await.into_iter().enumerate() {
            let (_, from, expected) = asked[n % asked.len()];
            let found = found.expect("the database answers");
            assert_eq!(found.as_ref().map(|token| token.id), expected, "{n} {from}");
            if let Some(token) = found.filter(|token| token.id == tied.token.id) {
                assert_eq!(token.scopes.to_string(), "counts:read");
            }
        }
        // one that was looked up a moment ago and is revoked since
        let id = free.token.id;
        assert!(world.write(move |tx| store::revoke(tx, id, now)).await);
        let again = looks.find(db, sent(&world, &free.text, "192.0.2.7")).await;
        assert_eq!(again, Ok(None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_goes_away_while_they_wait_keeps_nobody_waiting() {
    on_both(|world| async move {
        let place = world.petition(Kind::Letter).await.organization;
        let made = makes(&world, wanted(&world, place, None)).await;
        let (looks, db) = (TokenLooks::default(), &world.app().db);
        let mut cx = Context::from_waker(Waker::noop());
        for _ in 0..20 {
            let gone = looks.find(db, sent(&world, &TokenText::draw(), "192.0.2.7"));
            // begun, and given up at once: whether it was being looked up by then or not
            let _ = pin!(gone).poll(&mut cx);
        }
        let crowd = (0..CROWD).map(|_| looks.find(db, sent(&world, &made.text, "192.0.2.7")));
        for found in join_all(crowd).await {
            let found = found.expect("the database answers");
            assert_eq!(found.map(|token| token.id), Some(made.token.id));
        }
    })
    .await;
}
