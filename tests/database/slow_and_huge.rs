//! Story: a client sends without end, or stops in the middle. It is cut off; everybody else is
//! served (T26, T28).

use crate::support::Database;
use crate::support::patience::PATIENCE;
use crate::support::world::{World, on_both};
use std::io::ErrorKind;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use undersigned::petition::Kind;

async fn opens(world: &World, head: &str) -> TcpStream {
    let mut stream = TcpStream::connect(world.addr()).await.unwrap();
    let head = format!("{head}\r\nHost: sign.example.org\r\nX-Forwarded-For: 192.0.2.9\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    stream
}

/// Reads until the server closes; the status it gave, if any.
async fn ends(mut stream: TcpStream, within: Duration) -> Option<u16> {
    let mut heard = Vec::new();
    let reading = stream.read_to_end(&mut heard);
    let outcome = tokio::time::timeout(within, reading).await;
    assert!(outcome.is_ok(), "still open after {within:?}");
    let text = String::from_utf8_lossy(&heard);
    text.split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
}

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_in_pieces_is_as_good_as_any() {
    on_both(|world| async move {
        let letter = world.petition(Kind::Letter).await;
        let pieces = ["name=Sam", "&email=sam%40example.org", "&updates=no"];
        let body: String = pieces
            .map(|piece| format!("{:x}\r\n{piece}\r\n", piece.len()))
            .concat();
        let head = format!("{FORM}Transfer-Encoding: chunked\r\n\r\n");
        let mut stream = opens(&world, "POST /p/open-letter/sign HTTP/1.1").await;
        let whole = format!(
            "{head}{body}0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(whole.as_bytes()).await.unwrap();
        let mut told = String::new();
        stream.read_to_string(&mut told).await.unwrap();
        assert!(told.starts_with("HTTP/1.1 303 "), "{told}");
        assert!(
            told.contains("HTTP/1.1 200 OK"),
            "the connection goes on: {told}"
        );
        assert_eq!(world.pending(&letter).await, 1);
        world.mail("sam@example.org").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_without_end() {
    on_both(|world| async move {
        world.petition(Kind::Letter).await;
        let head = "POST /p/open-letter/sign HTTP/1.1";
        let mut stream = opens(&world, head).await;
        stream
            .write_all(format!("{FORM}Transfer-Encoding: chunked\r\n\r\n").as_bytes())
            .await
            .unwrap();
        let (mut hears, mut says) = stream.into_split();
        let chunk = format!("10000\r\n{}\r\n", "x".repeat(0x10000));
        let flood = async { while says.write_all(chunk.as_bytes()).await.is_ok() {} };
        tokio::time::timeout(PATIENCE, flood)
            .await
            .expect("it is cut off");
        let mut told = Vec::new();
        // the end may be a reset; what was said before it is there
        let _ = hears.read_to_end(&mut told).await;
        assert!(
            told.starts_with(b"HTTP/1.1 413 "),
            "{}",
            String::from_utf8_lossy(&told)
        );

        let mut stream = opens(&world, head).await;
        let told = format!("{FORM}Content-Length: 1073741824\r\nConnection: close\r\n\r\nname=");
        stream.write_all(told.as_bytes()).await.unwrap();
        // what is only announced is not waited for longer than anything else
        drop(stream);

        let mut stream = opens(&world, "GET /p/open-letter HTTP/1.1").await;
        let line = format!("X-Long: {}\r\n", "y".repeat(1 << 20));
        let mut is_open = true;
        for _ in 0..10 {
            is_open = is_open && stream.write_all(line.as_bytes()).await.is_ok();
        }
        if is_open {
            let status = ends(stream, PATIENCE).await;
            assert!(
                status.is_none_or(|status| (400..500).contains(&status)),
                "{status:?}"
            );
        }
        world
            .visitor()
            .goes("/p/open-letter")
            .await
            .sees("Sign the letter");
    })
    .await;
}

/// Real seconds: the limit is one of the network. Once is enough, so not on both databases.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_stalls_is_closed() {
    let world = World::over(Database::sqlite()).await;
    world.petition(Kind::Letter).await;
    let head = format!("{FORM}Content-Length: 100\r\n\r\nname=");
    let mut stalled = Vec::new();
    let chunks = format!("{FORM}Transfer-Encoding: chunked\r\n\r\n5\r\nname=\r\n");
    // answered early or late, with a length or in chunks
    for path in [
        "/p/open-letter/sign",
        "/c/0000000000000000000000000z",
        "/nowhere",
        "/organize/sign-out",
    ] {
        for rest in [&head, &chunks] {
            let mut stream = opens(&world, &format!("POST {path} HTTP/1.1")).await;
            stream.write_all(rest.as_bytes()).await.unwrap();
            stalled.push(ends(stream, PATIENCE));
        }
    }
    let mut dripping = opens(&world, "POST /p/open-letter/sign HTTP/1.1").await;
    dripping.write_all(head.as_bytes()).await.unwrap();
    let drips = async {
        for _ in 0..100 {
            tokio::time::sleep(Duration::from_millis(500)).await;
            if dripping.write_all(b"x").await.is_err() {
                break;
            }
        }
        Vec::<u8>::new()
    };
    let headless = opens(&world, "GET /p/open-letter HTTP/1.1").await;
    let served = async {
        for _ in 0..20 {
            world
                .visitor()
                .goes("/p/open-letter")
                .await
                .sees("Sign the letter");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    };
    let closed = async {
        for status in futures_util::future::join_all(stalled).await {
            assert!(matches!(status, Some(303 | 400..=408)), "{status:?}");
        }
    };
    let (_, _, drips, status) = tokio::join!(
        served,
        closed,
        // a minute of drips would be the whole body
        tokio::time::timeout(Duration::from_secs(40), drips),
        ends(headless, PATIENCE),
    );
    assert!(drips.is_ok(), "a byte now and then keeps nothing open");
    assert_eq!(status, Some(408), "a head without end");
}

/// Real seconds, as above. Somebody asks for much and reads none of it: the answers do not lie there for ever.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_nobody_reads_is_cut_off() {
    let world = World::over(Database::sqlite()).await;
    world.petition(Kind::Letter).await;
    let page = world.visitor().gets("/en/p/open-letter").await.page();
    let asset = page
        .attribute("link[rel=stylesheet]", "href")
        .expect("a stylesheet");
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4_096).unwrap();
    let stream = socket.connect(world.addr()).await.unwrap();
    let asks = format!("GET {asset} HTTP/1.1\r\nHost: x\r\n\r\n");
    // more than any buffer on the way holds
    let mut more = asks.repeat(64).into_bytes();
    world
        .until("cut off", async || match stream.try_write(&more) {
            Ok(written) => {
                more.drain(..written);
                if more.len() < asks.len() {
                    more.extend(asks.repeat(64).into_bytes());
                }
                false
            }
            Err(error) => error.kind() != ErrorKind::WouldBlock,
        })
        .await;
    world
        .visitor()
        .goes("/p/open-letter")
        .await
        .sees("Sign the letter");
    world.ends().await;
}
