//! Story: PostgreSQL ends all its connections and lets nobody in, as when it is restarted. What is in
//! memory is still told, with its time; forms come back whole; nobody hears "done" who is not; and
//! all is well again by itself.

use crate::support::Database;
use crate::support::answer::Answer;
use crate::support::world::World;
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use undersigned::base::time::{minutes, seconds};
use undersigned::petition::Kind;

/// Shuts a database to everybody, or opens it again, from a neighbouring one.
pub async fn lets_in(url: &str, is_open: bool) {
    let (_, name) = url.rsplit_once('/').expect("a database");
    let mut statements = format!("alter database {name} with allow_connections {is_open};");
    if !is_open {
        statements += &format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}';"
        );
    }
    beside(url, statements).await;
}

/// Says this to the server from the database beside it.
pub async fn beside(url: &str, statements: String) {
    let (server, _) = url.rsplit_once('/').expect("a database");
    let server = format!("{server}/postgres");
    let done = tokio::task::spawn_blocking(move || {
        let mut conn = PgConnection::establish(&server).expect("the server");
        // not in one transaction with the other
        for statement in statements.split_terminator(';') {
            conn.batch_execute(statement).expect(statement);
        }
    });
    done.await.unwrap();
}

fn is_put_off(answer: &Answer) {
    assert_eq!(answer.status, 503, "{}", answer.asked);
    assert!(
        answer.header("retry-after").parse::<u32>().is_ok(),
        "{}",
        answer.asked
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn and_comes_back() {
    let Some(database) = Database::postgres() else {
        return;
    };
    let url = database.url().to_owned();
    let world = World::over(database).await;
    let letter = world.petition(Kind::Letter).await;
    let mut sam = world.visitor();
    sam.signs(&letter, "Sam", "sam@example.org").await;
    sam.opens_mail().await;
    let mut kim = world.visitor();
    kim.opens(&letter).await;
    kim.fills_in("Kim", "kim@example.org")
        .types("role", "Clerk")
        .types("public", "detail");
    let mut lee = world.visitor();
    lee.signs(&letter, "Lee", "lee@example.org").await;
    lee.opens_mail().await.presses("Confirm my signature").await;
    assert_eq!(world.counted(&letter).await, 1);

    lets_in(&url, false).await;
    world.meanwhile(seconds(6));
    let page = world.visitor().goes("/p/open-letter").await.text();
    assert!(
        page.contains("We are having trouble and the number may be behind."),
        "{page}"
    );
    for path in [
        "/p/open-letter/count.json",
        "/p/open-letter.json",
        "/badge/open-letter.svg",
        "/",
        "/healthz",
    ] {
        assert_eq!(world.visitor().gets(path).await.status, 200, "{path}");
    }
    is_put_off(&world.visitor().gets("/readyz").await);
    for _ in 0..2 {
        kim.presses("Sign the letter").await;
        is_put_off(kim.answer());
        kim.sees("We could not save your signature just now");
        let page = kim.answer().page();
        for (field, typed) in [
            ("name", "Kim"),
            ("email", "kim@example.org"),
            ("role", "Clerk"),
        ] {
            let kept = page.attribute(&format!("input[name={field}]"), "value");
            assert_eq!(kept.as_deref(), Some(typed));
        }
        assert!(page.attribute("input[value=detail]", "checked").is_some());
    }
    let press = sam.would_send("Confirm my signature");
    world.meanwhile(seconds(5));
    is_put_off(&sam.posts(&press.action, press.body()).await);
    is_put_off(&sam.gets(&press.action).await);
    is_put_off(&lee.gets(&format!("{}/withdraw", lee.mail().link())).await);
    let check = lee.gets("/en/p/open-letter/check").await;
    assert_eq!(check.status, 200, "it asks no database");

    lets_in(&url, true).await;
    let back = async || world.visitor().gets("/readyz").await.status == 200;
    world.until("it is ready again", back).await;
    world.later(seconds(1)).await;
    let page = world.visitor().goes("/p/open-letter").await.text();
    assert!(!page.contains("We are having trouble"), "{page}");
    kim.presses("Sign the letter")
        .await
        .sees("Check your email to finish.");
    assert_eq!(
        world.pending(&letter).await,
        2,
        "nothing of the tries in between"
    );
    world.later(minutes(6)).await;
    kim.opens_mail()
        .await
        .presses("Confirm my signature")
        .await
        .sees("Signature 2");
    sam.opens_link()
        .await
        .presses("Confirm my signature")
        .await
        .sees("Signature 3");
    assert_eq!(world.counted(&letter).await, 3);
    world.ends().await;
}
