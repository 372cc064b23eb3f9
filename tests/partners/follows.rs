//! Story: a program follows the number over an open connection.

use crate::signing::high_risk_routes::turns_dangerous;
use crate::support::patience::PATIENCE;
use crate::support::signers::{sign, signer};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use reqwest::{Method, Response};
use undersigned::petition::{Kind, Petition};
use undersigned::signature::SignatureState;

/// Where the number is followed.
pub const EVENTS: &str = "/p/open-letter/events";

/// Somebody's program, which read some of the stream already.
pub struct Follower {
    stream: Response,
    read: String,
}

impl Follower {
    pub async fn of(program: &Visitor, said: &[(&str, &str)]) -> Self {
        let mut request = program.asks(Method::GET, EVENTS);
        for (name, value) in said {
            request = request.header(*name, *value);
        }
        let stream = request.send().await.expect("an answer");
        assert_eq!(stream.status(), 200);
        let read = String::new();
        Self { stream, read }
    }

    /// The next event, without comments; none at the end of the stream.
    pub async fn hears(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.read.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.read = rest;
                if event.starts_with(':') {
                    continue;
                }
                return Some(event);
            }
            let next = tokio::time::timeout(PATIENCE, self.stream.chunk()).await;
            let chunk = next.expect("something in time").ok().flatten()?;
            self.read.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    /// Hears events until one says this number, and none that says more than it.
    pub async fn hears_of(&mut self, number: i64) {
        loop {
            let event = self.hears().await.expect("an event");
            let said = event.split_once("\"signatures\":").unwrap().1;
            let said: i64 = said.split_once(',').unwrap().0.parse().unwrap();
            assert!(said <= number, "{event}");
            if said == number {
                return;
            }
        }
    }
}

/// So many of this name sign and are counted.
pub async fn crowd(world: &World, letter: &Petition, name: &str, many: usize) {
    let db = world.app().db.get_ref().clone();
    let crowd = (0..many).map(|n| signer(&format!("{name} {n}")));
    let counted = SignatureState::Counted;
    sign(&db, letter.id, counted, crowd.collect(), world.now()).await;
    world.looks().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_hears_the_number_at_once_and_then_each_change() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        crowd(&world, &letter, "Early", 3).await;
        // whatever it asks for, nothing is held back by a compressor, and whatever it heard before, there is a state and no history
        let ids = ["", "1", "3", "999999", "x y", "-1"];
        let mut followers = Vec::new();
        for id in ids {
            let program = world.visitor();
            let said = [("accept-encoding", "gzip, br"), ("last-event-id", id)];
            let mut follower =
                Follower::of(&program, &said[..if id.is_empty() { 1 } else { 2 }]).await;
            let headers = follower.stream.headers().clone();
            let header = |name: &str| {
                headers
                    .get(name)
                    .map_or("", |value| value.to_str().unwrap())
            };
            assert_eq!(header("content-type"), "text/event-stream; charset=utf-8");
            assert_eq!(header("content-encoding"), "");
            assert_eq!(header("cache-control"), "no-cache");
            assert_eq!(header("x-accel-buffering"), "no");
            assert_eq!(header("access-control-allow-origin"), "*");
            assert_eq!(header("set-cookie"), "");
            let first = follower.hears().await.unwrap();
            let (retry, event) = first.split_once('\n').unwrap();
            let retry: u32 = retry.strip_prefix("retry: ").unwrap().parse().unwrap();
            assert!((3_000..9_000).contains(&retry), "{retry}");
            let told = "id: 3\nevent: count\ndata: {\"signatures\":3,\"goal\":100}";
            assert_eq!(event, told, "after {id:?}");
            followers.push(follower);
        }
        // two in the same second are told once or twice, never wrongly
        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        let mut ana = world.visitor();
        ana.signs(&letter, "Ana", "ana@example.org").await;
        ana.opens_mail().await.presses("Confirm my signature").await;
        for follower in &mut followers {
            follower.hears_of(5).await;
        }
        let head = world.visitor().asks(Method::HEAD, EVENTS).send().await;
        assert_eq!(head.unwrap().status(), 200, "HEAD ends");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_source_has_twenty_places_and_gets_them_back() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (program, other) = (world.visitor(), world.visitor());
        let mut held = Vec::new();
        for _ in 0..20 {
            let mut follower = Follower::of(&program, &[]).await;
            follower.hears().await.expect("the number");
            held.push(follower);
        }
        let asks = async |program: &Visitor| {
            let answer = program.asks(Method::GET, EVENTS).send().await.unwrap();
            answer.status().as_u16()
        };
        assert_eq!(asks(&program).await, 204, "it is told not to come back");
        let mut beside = Follower::of(&other, &[]).await;
        beside.hears().await.expect("a neighbour has its own");
        drop(held);
        // a program that is gone is noticed when something is sent to it
        let mut more = 0;
        world
            .until("a place is free", async || {
                more += 1;
                crowd(&world, &letter, &format!("Late {more}"), 1).await;
                asks(&program).await == 200
            })
            .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn they_are_let_go_when_the_petition_may_not_tell_any_more() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut follower = Follower::of(&world.visitor(), &[]).await;
        follower.hears().await.expect("the number");
        turns_dangerous(&world, &letter).await;
        world.looks().await;
        assert_eq!(follower.hears().await, None, "the stream ends");
        let answer = world.visitor().gets(EVENTS).await;
        assert_eq!(answer.status, 404);
        assert_eq!(answer.header("content-type"), "application/problem+json");
    })
    .await;
}

/// `World::ends` waits for each instance to stop, which takes ten seconds at most.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_when_the_program_stops() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let door = world.another_instance().await;
        let mut follower = Follower::of(&world.visitor().through(door), &[]).await;
        follower.hears().await.expect("the number");
        world.stops_another().await;
        assert_eq!(
            follower.hears().await,
            None,
            "the stream ends, and is not cut"
        );
    })
    .await;
}
