//! Story: programs follow the number in crowds, and some of them read nothing. Whoever reads is served.

use super::follows::{EVENTS, Follower, crowd};
use crate::support::visitor::Visitor;
use crate::support::world::{World, on_both};
use futures_util::future::join_all;
use reqwest::Method;
use std::net::IpAddr;
use std::process::Command;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use undersigned::petition::Kind;

/// Listeners that a server holds: a quarter of the connections of two threads.
const PLACES: usize = 6_250;
/// How many come.
const COMING: usize = 20_000;
/// Listeners of one source.
const OF_ONE: usize = 20;
/// Files that the stories need while they hold both ends of all of these.
const FILES: u64 = 14_000;

fn request(path: &str, source: IpAddr) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: sign.example.org\r\nX-Forwarded-For: {source}\r\n\r\n")
}

fn following(world: &World) -> usize {
    world.app().listeners.following()
}

/// Asks for the stream over this connection; the status. What comes behind the head stays unread, or is read along with it.
async fn asks(stream: &mut TcpStream, source: IpAddr) -> u16 {
    let asked = request(EVENTS, source);
    stream.write_all(asked.as_bytes()).await.unwrap();
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read_buf(&mut head).await.unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&head));
    }
    let status = head.get(9..12).expect("a status");
    std::str::from_utf8(status).unwrap().parse().unwrap()
}

/// One that has asked for a page before, has taken a piece of it, and reads no more: what it is told stays in the system's buffers.
async fn reads_nothing(world: &World, source: IpAddr) -> TcpStream {
    let page = world.visitor().gets("/en/p/open-letter").await.page();
    let sheet = page.attribute("link[rel=stylesheet]", "href").unwrap();
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4_096).unwrap();
    let mut stream = socket.connect(world.addr()).await.unwrap();
    let asked = request(&sheet, source) + &request(EVENTS, source);
    stream.write_all(asked.as_bytes()).await.unwrap();
    stream
}

async fn status(program: &Visitor) -> u16 {
    let answer = program.asks(Method::GET, EVENTS).send().await.unwrap();
    answer.status().as_u16()
}

/// An answer may lie unread for six seconds here, and for thirty in the program.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_that_never_reads_keeps_nobody_waiting_and_is_let_go() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let (program, beside) = (world.visitor(), world.visitor());
        let mut readers = Vec::new();
        for _ in 1..OF_ONE {
            let mut reader = Follower::of(&program, &[]).await;
            reader.hears().await.expect("the number");
            readers.push(reader);
        }
        let mut late = Follower::of(&beside, &[]).await;
        let silent = reads_nothing(&world, program.source()).await;
        world
            .until("it has a place", async || following(&world) == OF_ONE + 1)
            .await;
        assert_eq!(status(&program).await, 204, "the last of its source");
        let mut number = 0;
        world
            .until("it is let go", async || {
                number += 1;
                crowd(&world, &letter, &format!("Sam {number}"), 1).await;
                for reader in &mut readers {
                    reader.hears_of(number).await;
                }
                following(&world) == OF_ONE
            })
            .await;
        assert!(number > 1, "the others heard while it was there");
        // whoever reads late but in time has lost nothing that is still so
        let first = late.hears().await.expect("the number as it was");
        assert!(first.contains("\"signatures\":0,"), "{first}");
        late.hears_of(number).await;
        let mut next = Follower::of(&program, &[]).await;
        next.hears_of(number).await;
        drop(silent);
    })
    .await;
}

/// A shell's own limit is often 1,024.
fn may_open_files() {
    let limits = std::fs::read_to_string("/proc/self/limits").expect("its limits");
    let files = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    let now = files.and_then(|line| line.split_whitespace().nth(3));
    let now: u64 = now.and_then(|now| now.parse().ok()).unwrap_or(u64::MAX);
    if now >= FILES {
        return;
    }
    let pid = std::process::id().to_string();
    let raised = Command::new("prlimit")
        .args(["--pid", &pid, &format!("--nofile={FILES}:")])
        .status();
    assert!(
        raised.expect("prlimit").success(),
        "this story needs {FILES} open files: raise the hard limit (ulimit -H -n)"
    );
}

/// All of these ask at once, each over a connection of its own.
async fn come(world: &World, sources: &[IpAddr]) -> Vec<TcpStream> {
    let one = async |source: &IpAddr| {
        let mut stream = TcpStream::connect(world.addr()).await.unwrap();
        assert_eq!(asks(&mut stream, *source).await, 200);
        stream
    };
    let mut held = Vec::new();
    for some in sources.chunks(250) {
        held.extend(join_all(some.iter().map(one)).await);
    }
    held
}

/// So many sources, each twenty times: none is one too many of its own.
fn sources(world: &World, many: usize) -> Vec<IpAddr> {
    let all = std::iter::repeat_with(|| world.visitor().source());
    let each = all.flat_map(|source| std::iter::repeat_n(source, OF_ONE));
    each.take(many).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_twenty_thousand_a_quarter_of_all_connections_is_held() {
    may_open_files();
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let mut held = come(&world, &sources(&world, PLACES)).await;
        assert_eq!(following(&world), PLACES);
        // those who are sent away come over a few connections, which stay open
        let away = sources(&world, COMING - PLACES);
        let refused = away.chunks(COMING / 50).map(async |some| {
            let mut stream = TcpStream::connect(world.addr()).await.unwrap();
            for source in some {
                assert_eq!(asks(&mut stream, *source).await, 204);
            }
            some.len()
        });
        let refused: usize = join_all(refused).await.iter().sum();
        assert_eq!(refused + following(&world), COMING);

        let mut sam = world.visitor();
        sam.signs(&letter, "Sam", "sam@example.org").await;
        sam.opens_mail().await.presses("Confirm my signature").await;
        sam.sees("Thank you");
        for stream in [0, PLACES - 1].map(|at| &held[at]) {
            hears(&world, stream, "\"signatures\":1,").await;
        }
        assert_eq!(following(&world), PLACES, "nobody lost their place");

        // a thousand go: as many can come, and not one more
        held.truncate(PLACES - 1_000);
        gone(&world, &letter, PLACES - 1_000).await;
        held.extend(come(&world, &sources(&world, 1_000)).await);
        assert_eq!(status(&world.visitor()).await, 204);
        drop(held);
        gone(&world, &letter, 0).await;
        assert_eq!(status(&world.visitor()).await, 200);
    })
    .await;
}

/// Waits until this is read from the stream.
async fn hears(world: &World, stream: &TcpStream, said: &str) {
    let mut heard = Vec::new();
    world
        .until(said, async || {
            // an error is that nothing is there yet
            let _ = stream.try_read_buf(&mut heard);
            String::from_utf8_lossy(&heard).contains(said)
        })
        .await;
}

/// Programs that are gone are noticed when something is sent to them; waits until only so many are left.
async fn gone(world: &World, letter: &undersigned::petition::Petition, left: usize) {
    let mut more = 0;
    world
        .until("they are gone", async || {
            more += 1;
            crowd(world, letter, &format!("Late {left} {more}"), 1).await;
            following(world) <= left
        })
        .await;
    assert_eq!(following(world), left);
}
