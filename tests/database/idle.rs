//! Story: a pooler, a firewall or an operator ends PostgreSQL's idle connections, again and again. Nobody who signs, confirms,
//! organizes or waits for a letter hears of it.

use crate::database::refuses::beside;
use crate::support::Database;
use crate::support::world::World;
use undersigned::petition::Kind;

/// Ends every connection to this database that nobody uses now, and waits until it is gone.
async fn ends_the_idle(url: &str) {
    let (_, name) = url.rsplit_once('/').expect("a database");
    let end = format!(
        "select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '{name}' and state = 'idle'"
    );
    beside(url, end).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_gets_through() {
    let Some(database) = Database::postgres() else {
        return;
    };
    let url = database.url().to_owned();
    let world = World::over(database).await;
    let letter = world.petition(Kind::Letter).await;
    for n in 1..=4 {
        let mut signer = world.visitor();
        signer.opens(&letter).await;
        ends_the_idle(&url).await;
        signer
            .fills_in("Sam", &format!("sam{n}@example.org"))
            .presses("Sign the letter")
            .await
            .sees("Check your email");
        ends_the_idle(&url).await;
        signer.opens_mail().await;
        ends_the_idle(&url).await;
        signer
            .presses("Confirm my signature")
            .await
            .sees(&format!("Signature {n}"));
        ends_the_idle(&url).await;
        assert_eq!(world.visitor().gets("/readyz").await.status, 200);
        ends_the_idle(&url).await;
        world.looks().await;
    }
    assert_eq!(world.counted(&letter).await, 4);
    world.ends().await;
}
