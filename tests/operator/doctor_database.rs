//! Story: the doctor finds a PostgreSQL that would lose what was acknowledged, and says why a database cannot be looked at, whole in the
//! language of whoever asks.

use crate::database::refuses::beside;
use crate::support::doctor::looks;
use crate::support::operator::start;
use crate::support::ports::free_port;
use crate::support::restored::tell;
use crate::support::runs_site::operator;
use crate::support::world::World;
use crate::support::{Database, on_both};
use std::path::PathBuf;

fn begun(database: &Database) {
    let arguments = ["serve", "--database", database.url()];
    start(database.folder(), &arguments, Some("/setup/")).stop("TERM");
}

#[test]
fn settings_that_lose_what_was_acknowledged_are_wrong_each_by_its_name() {
    let Some(database) = Database::postgres() else {
        return;
    };
    begun(&database);
    let listen = format!("127.0.0.1:{}", free_port());
    let found = || {
        let arguments = ["--database", database.url(), "--listen", &listen];
        looks(database.folder(), &arguments)
    };
    found().says("fine", "database", "It keeps what was acknowledged");
    let own = "do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$";
    tell(database.url(), own);
    found().says("wrong", "database", "synchronous_commit = off");
    // these are the whole server's, which other stories use: every question for them is answered by this one
    let servers = "create function public.current_setting(text) returns text language sql as \
         'select case when $1 in (''fsync'', ''full_page_writes'') then ''off'' else pg_catalog.current_setting($1) end'; \
         do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$";
    tell(database.url(), servers);
    let found = found();
    for name in ["fsync", "synchronous_commit", "full_page_writes"] {
        found.says("wrong", "database", &format!("{name} = off"));
    }
    assert_eq!(found.about("database").len(), 3, "{}", found.said);
}

/// Takes a database away from whoever opens it anew, and gives it back; whoever has it open goes on.
async fn comes(url: &str, is_there: bool) {
    let Some(file) = url.strip_prefix("sqlite:") else {
        let (_, name) = url.rsplit_once('/').unwrap();
        let told = format!("alter database {name} with allow_connections {is_there};");
        return beside(url, told).await;
    };
    let (file, aside) = (PathBuf::from(file), PathBuf::from(format!("{file}-aside")));
    let moved = match is_there {
        true => std::fs::rename(aside, file),
        false => std::fs::rename(file, aside),
    };
    moved.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn why_it_cannot_be_looked_at_is_said_in_spanish_to_the_end() {
    on_both(|database| async move {
        let (is_sqlite, url) = (database.is_sqlite(), database.url().to_owned());
        let world = World::over(database).await;
        let mut ola = operator(&world).await;
        ola.goes("/organize/operator").await;
        ola.presses("Español").await;
        comes(&url, false).await;
        ola.presses("Revisar ahora").await;
        comes(&url, true).await;
        let said = ola.text();
        let why = match is_sqlite {
            true => "o esta cuenta no puede verla. Mientras siga así",
            false => "no admite conexiones (véase datallowconn). Mientras siga así",
        };
        assert!(said.contains(why), "{said}");
        world.ends().await;
    })
    .await;
}
