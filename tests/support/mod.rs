//! What every story stands on.

pub mod acme;
pub mod answer;
pub mod api;
pub mod books;
pub mod certificate;
pub mod crowd;
pub mod deliveries;
pub mod doctor;
pub mod document;
pub mod dump;
pub mod everything;
pub mod exports;
pub mod heard;
pub mod html;
pub mod mailbox;
pub mod mounted;
pub mod names;
pub mod numbers;
pub mod operator;
pub mod organizer;
pub mod page;
pub mod patience;
pub mod pdf;
pub mod petitions;
pub mod pictures;
pub mod ports;
pub mod post;
pub mod postgres;
pub mod program;
pub mod questions;
pub mod receiver;
pub mod restored;
pub mod runs_site;
pub mod signers;
pub mod small_machine;
pub mod smtp;
pub mod sources;
pub mod upload;
pub mod visitor;
pub mod webhooks;
pub mod world;
pub mod xml;

use std::future::Future;
use tempfile::TempDir;

/// A fresh database, gone when this is dropped.
pub struct Database {
    url: String,
    folder: TempDir,
    _postgres: Option<postgres::Fresh>,
}

impl Database {
    /// A file in a folder of its own.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the story");
        let url = format!("sqlite:{}", folder.path().join("story.db").display());
        Self {
            url,
            folder,
            _postgres: None,
        }
    }

    /// A database of its own on the tests' server; `None` where there is no server (see [`postgres::fresh`]).
    pub fn postgres() -> Option<Self> {
        let fresh = postgres::fresh()?;
        let folder = tempfile::tempdir().expect("a folder for the story");
        Some(Self {
            url: fresh.url(),
            folder,
            _postgres: Some(fresh),
        })
    }

    /// What `--database` takes.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A folder for what else the story writes (what `--data` takes).
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// True for the one-file database.
    pub fn is_sqlite(&self) -> bool {
        self.url.starts_with("sqlite:")
    }
}

/// Tells the story once on a fresh SQLite file and once on a fresh PostgreSQL database.
pub async fn on_both<Story, Told>(story: Story)
where
    Story: Fn(Database) -> Told,
    Told: Future<Output = ()>,
{
    eprintln!("-- on SQLite");
    story(Database::sqlite()).await;
    if let Some(database) = Database::postgres() {
        eprintln!("-- on PostgreSQL");
        story(database).await;
    }
}
