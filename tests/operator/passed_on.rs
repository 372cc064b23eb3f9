//! Story: visitors come through a proxy. Each has their own measure as long as the proxy says whom it asks for; where it
//! does not, nobody is kept out for all others, and organizers read what is wrong.

use crate::support::answer::Answer;
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use reqwest::Method;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use undersigned::account::model::Role;
use undersigned::petition::{Kind, Petition};
use undersigned::signature::register::shown_register::PAGES;

/// Turns a page of the list, passed on with this header.
async fn turns(at: SocketAddr, world: &World, letter: &Petition, told: &str) -> Answer {
    let url = format!("http://{at}/en/p/{}/signers", letter.slug);
    let request = world.wire().request(Method::GET, url);
    let answer = request.header("x-forwarded-for", told).send().await;
    Answer::of(told.to_owned(), answer.expect("an answer")).await
}

/// Somewhere to listen on both kinds of address, or on one where the machine has no other.
fn everywhere() -> &'static str {
    match TcpListener::bind("[::]:0") {
        Ok(_) => "[::]:0",
        Err(_) => "0.0.0.0:0",
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_is_named_and_writes_ports_and_brackets() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        // a proxy that comes by IPv4 to a socket that listens on IPv6
        let at = world
            .instance_that_trusts(&["127.0.0.1/32"], everywhere())
            .await;
        let at = SocketAddr::from((Ipv4Addr::LOCALHOST, at.port()));
        for (sam, ana) in [
            ("203.0.113.7:PORT", "203.0.114.8:PORT"),
            ("[2001:db8:1::1]:PORT", "[2001:db8:2::1]:PORT"),
            (
                "192.0.2.9, 198.51.100.1:PORT",
                "192.0.2.9, 198.51.101.1:PORT",
            ),
        ] {
            let from = |whose: &str, port: u32| whose.replace("PORT", &port.to_string());
            for port in 0..PAGES {
                let answer = turns(at, &world, &letter, &from(sam, 50_000 + port)).await;
                assert_eq!(answer.status, 200, "{sam}");
            }
            let again = turns(at, &world, &letter, &from(sam, 1)).await;
            assert_eq!(again.status, 429, "{sam} is one visitor at every port");
            let other = turns(at, &world, &letter, &from(ana, 1)).await;
            assert_eq!(other.status, 200, "{ana} is another");
        }
        let organizer = world.organizer(&letter, Role::Owner).await.through(at);
        assert!(notes(organizer).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_nobody_named() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let organizer = world.organizer(&letter, Role::Owner).await;
        let at = world
            .instance_that_trusts(&["10.0.0.0/8"], "127.0.0.1:0")
            .await;
        for visitor in 0..=PAGES {
            let told = format!("203.0.113.{visitor}");
            let answer = turns(at, &world, &letter, &told).await;
            assert_eq!(answer.status, 200, "nobody is kept out for all others");
        }
        let told = notes(organizer.through(at)).await;
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(
            told[0].contains("trusted-proxies") && told[0].contains("127.0.0.0/8"),
            "{told:?}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn that_writes_what_is_no_address() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let organizer = world.organizer(&letter, Role::Owner).await;
        let at = world.addr();
        for _ in 0..=PAGES {
            let answer = turns(at, &world, &letter, "203.0.113.7, unknown").await;
            assert_eq!(answer.status, 200);
        }
        let told = notes(organizer).await;
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("cannot be read"), "{told:?}");
    })
    .await;
}

/// The red lines on the console's first page.
async fn notes(mut organizer: Visitor) -> Vec<String> {
    organizer.goes("/organize").await;
    assert_eq!(organizer.path(), "/organize");
    organizer.answer().page().all("p.note.err")
}
