//! The database goes away, or its disk is full: pages and numbers stay, nobody is told "done" who
//! is not, what was typed is kept, and all is well again by itself.
#![expect(
    clippy::disallowed_methods,
    reason = "the wire between program and server is a task of its own"
)]

use crate::support::Database;
use crate::support::ports::free_port;
use crate::support::program::{
    Program, Start, base, client, form, is_ready, links, open_petition, seal_key, sent_form,
    with_db,
};
use crate::support::smtp::{Behaviour, SmtpServer};
use reqwest::header::RETRY_AFTER;
use reqwest::{Client, Response, StatusCode};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use undersigned::signature::operator::check::differences;
use undersigned::signature::store::pending;

async fn sign(client: &Client, base: &str, slug: &str, n: u64) -> Response {
    let (from, body) = form(n);
    client
        .post(format!("{base}/p/{slug}/sign"))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-forwarded-for", from)
        .body(body)
        .send()
        .await
        .expect("an answer")
}

/// 503, when to come again, and the form with everything that was typed.
async fn is_refused_kindly(answer: Response, n: u64) {
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(answer.headers().contains_key(RETRY_AFTER));
    let page = answer.text().await.expect("a page");
    assert!(
        page.contains(&format!("signer{n}@opendocket.org")),
        "the address is kept"
    );
    assert!(page.contains("Signer Number"), "the name is kept");
    assert!(page.contains("could not save your signature"), "{page}");
}

/// Signs with ever new addresses until the answer has this status; the number it took then.
async fn until(
    client: &Client,
    base: &str,
    slug: &str,
    from: u64,
    status: StatusCode,
) -> (u64, Response) {
    for n in from..from + 600 {
        let answer = sign(client, base, slug, n).await;
        if answer.status() == status {
            return (n, answer);
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{status} did not come in 600 tries");
}

/// What `/readyz` says.
async fn ready(client: &Client, base: &str) -> (StatusCode, String) {
    let answer = client.get(format!("{base}/readyz")).send().await;
    let answer = answer.expect("an answer");
    (answer.status(), answer.text().await.expect("a reason"))
}

/// A wire to the database that can be cut.
struct Wire {
    port: u16,
    is_up: Arc<watch::Sender<bool>>,
}

impl Wire {
    async fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let here = listener.local_addr().expect("its address").port();
        let (is_up, up) = watch::channel(true);
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                let mut up = up.clone();
                tokio::spawn(async move {
                    if !*up.borrow() {
                        return;
                    }
                    let Ok(mut far) = TcpStream::connect(("127.0.0.1", port)).await else {
                        return;
                    };
                    tokio::select! {
                        _ = copy_bidirectional(&mut near, &mut far) => {}
                        _ = up.wait_for(|up| !up) => {}
                    }
                });
            }
        });
        Self {
            port: here,
            is_up: Arc::new(is_up),
        }
    }

    fn cut(&self) {
        self.is_up.send_replace(false);
    }

    fn mend(&self) {
        self.is_up.send_replace(true);
    }
}

/// The port in `postgres://...@127.0.0.1:PORT/name`, and the same address with another.
fn port_of(url: &str) -> (u16, impl Fn(u16) -> String) {
    let (page_cache, back) = url.rsplit_once(':').expect("a port");
    let (port, name) = back.split_once('/').expect("a name");
    let parts = (page_cache.to_owned(), name.to_owned());
    (port.parse().expect("a port"), move |port| {
        format!("{}:{port}/{}", parts.0, parts.1)
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_goes_away_and_comes_back() {
    let Some(database) = Database::postgres() else {
        return;
    };
    let petition = open_petition(&database).await;
    let slug = petition.slug.as_str();
    let smtp = SmtpServer::start(Behaviour::Good).await;
    let (port, elsewhere) = port_of(database.url());
    let wire = Wire::to(port).await;
    let url = elsewhere(wire.port);
    let (client, door, relay) = (client(), free_port(), smtp.setting());
    let base = base(door);
    let _program = Program::start(&Start {
        database: &database,
        url: Some(&url),
        port: door,
        relay: &relay,
        file_limit: None,
        log: None,
    });
    is_ready(&client, &base).await;
    assert_eq!(
        sign(&client, &base, slug, 1).await.status(),
        StatusCode::SEE_OTHER
    );

    wire.cut();
    let (n, answer) = until(&client, &base, slug, 2, StatusCode::SERVICE_UNAVAILABLE).await;
    is_refused_kindly(answer, n).await;
    let (status, why) = ready(&client, &base).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{why}");
    assert!(why.starts_with("not ready: "), "{why}");
    // After five seconds of silence the number says of when it is.
    let mut said = false;
    for _ in 0..400 {
        let page = client
            .get(format!("{base}/en/p/{slug}"))
            .send()
            .await
            .expect("a page");
        assert_eq!(page.status(), StatusCode::OK, "the page stays");
        if page
            .text()
            .await
            .expect("a page")
            .contains("We are having trouble")
        {
            said = true;
            break;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    assert!(said, "the page says that its number may be behind");
    let count = client
        .get(format!("{base}/p/{slug}/count.json"))
        .send()
        .await
        .expect("a number");
    assert_eq!(count.status(), StatusCode::OK);

    wire.mend();
    let (n, _) = until(&client, &base, slug, 1_000, StatusCode::SEE_OTHER).await;
    assert!(n < 1_400, "it took too long to come back: {n}");
    is_ready(&client, &base).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_is_never_a_false_done() {
    let database = Database::sqlite();
    let petition = open_petition(&database).await;
    let slug = petition.slug.as_str();
    let smtp = SmtpServer::start(Behaviour::Good).await;
    links(&database);
    let key = seal_key(&database);
    let (client, door, relay) = (client(), free_port(), smtp.setting());
    let base = base(door);
    let program = Program::start(&Start {
        database: &database,
        url: None,
        port: door,
        relay: &relay,
        file_limit: Some(2_000),
        log: None,
    });
    is_ready(&client, &base).await;
    let mut acknowledged = Vec::new();
    let mut refused = None;
    for n in 1..3_000 {
        let answer = sign(&client, &base, slug, n).await;
        if answer.status() == StatusCode::SERVICE_UNAVAILABLE {
            refused = Some((n, answer));
            break;
        }
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        acknowledged.push(sent_form(&key, &answer).expect("a form"));
    }
    let (n, answer) = refused.expect("the disk was never full");
    is_refused_kindly(answer, n).await;
    assert!(acknowledged.len() > 5, "it was full before it began");
    let page = client
        .get(format!("{base}/en/p/{slug}"))
        .send()
        .await
        .expect("a page");
    assert_eq!(page.status(), StatusCode::OK, "the page stays");
    let (status, why) = ready(&client, &base).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{why}");
    assert!(why.starts_with("not ready: disk f"), "{why}");

    program.may_write_all();
    // Before anybody signs: whoever balances load sends nobody until it is ready.
    is_ready(&client, &base).await;
    let (n, _) = until(&client, &base, slug, 10_000, StatusCode::SEE_OTHER).await;
    assert!(n < 10_400, "it took too long to come back: {n}");
    drop(program);
    with_db(&database, move |db| {
        db.read_here(|conn| {
            for id in &acknowledged {
                assert!(
                    pending::find(conn, *id)?.is_some(),
                    "an acknowledged signature is gone"
                );
            }
            assert!(differences(conn)?.is_empty());
            Ok::<(), undersigned::db::Error>(())
        })
        .expect("it reads");
    })
    .await;
}
