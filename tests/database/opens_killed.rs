//! The program is killed while people open a link and sign by it: at most a second of openings is lost, and no confirmed signature.

use crate::support::Database;
use crate::support::on_both;
use crate::support::ports::free_port;
use crate::support::program::{
    Program, Start, base, client, form, is_ready, links, open_petition, seal_key, sent_form,
    with_db,
};
use crate::support::smtp::{Behaviour, SmtpServer};
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::{Client, StatusCode};
use std::time::Duration;
use undersigned::base::{Clock, Id};
use undersigned::petition::Petition;
use undersigned::petition::source::{Asking, DayCounts, Source, SourceCode, SourceKind, store};

async fn totals(database: &Database, petition: Id<Petition>) -> DayCounts {
    let all = with_db(database, move |db| {
        db.read_here(|conn| store::totals(conn, petition))
    });
    let all = all.await.expect("totals");
    all.get("poster").copied().unwrap_or_default()
}

async fn opens(client: &Client, base: &str, times: i64) {
    for _ in 0..times {
        let page = client.get(format!("{base}/en/p/open-letter?via=poster"));
        let answer = page.send().await.expect("a page");
        assert_eq!(answer.status(), StatusCode::OK);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_kill_loses_a_second_of_openings_and_no_signature() {
    on_both(async |database| {
        let petition = open_petition(&database).await;
        let id = petition.id;
        let now = Clock::system().now();
        let source = Source {
            id: Id::new(now),
            petition: id,
            code: SourceCode::parse("poster").expect("a code"),
            name: "Poster".to_owned(),
            kind: SourceKind::Link,
            sites: Vec::new(),
            asking: Asking::Never,
            takes_posts: false,
            paused_at: None,
            created_at: now,
            revision: 1,
        };
        with_db(&database, move |db| {
            db.write_here(|tx| store::insert(tx, &source)).expect("it")
        })
        .await;
        let smtp = SmtpServer::start(Behaviour::Good).await;
        let (port, relay, client) = (free_port(), smtp.setting(), client());
        let (base, links, key) = (base(port), links(&database), seal_key(&database));
        let start = || {
            Program::start(&Start {
                database: &database,
                url: None,
                port,
                relay: &relay,
                file_limit: None,
                log: None,
            })
        };
        let server = start();
        is_ready(&client, &base).await;
        opens(&client, &base, 7).await;
        let mut patience = 100;
        while totals(&database, id).await.opened < 7 {
            patience -= 1;
            assert!(patience > 0, "never written down");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        opens(&client, &base, 3).await;
        let (from, typed) = form(1);
        let told = client
            .post(format!("{base}/p/open-letter/sign"))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", &from)
            .body(format!("{typed}&via=POSTER"))
            .send()
            .await
            .expect("an answer");
        assert_eq!(told.status(), StatusCode::SEE_OTHER);
        let cookie = told.headers().get(SET_COOKIE).expect("a cookie");
        let cookie = cookie.to_str().expect("text").split(';').next();
        let cookie = cookie.expect("a pair").to_owned();
        let form = sent_form(&key, &told).expect("a form");
        let link = format!("{base}/c/{}", links.token(form));
        let page = client.get(&link).header("x-forwarded-for", &from).send();
        let page = page.await.expect("a page").text().await.expect("a body");
        let nonce = page.split("name=\"nonce\" value=\"").nth(1).expect("it");
        let nonce = nonce.split('"').next().expect("its end").to_owned();
        let told = client
            .post(&link)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", &from)
            .header("origin", &base)
            .header(COOKIE, cookie)
            .body(format!("choice=confirm&nonce={nonce}"))
            .send()
            .await
            .expect("an answer");
        assert_eq!(told.status(), StatusCode::SEE_OTHER);
        // killed at once
        drop(server);
        let mut server = start();
        is_ready(&client, &base).await;
        let kept = totals(&database, id).await;
        assert!((7..=10).contains(&kept.opened), "{kept:?}");
        assert_eq!((kept.sent, kept.confirmed), (1, 1));
        // who ends well loses none
        opens(&client, &base, 5).await;
        server.ends_by("TERM", Duration::from_secs(15)).await;
        let ended = totals(&database, id).await;
        assert_eq!(ended.opened, kept.opened + 5);
    })
    .await;
}
