//! Three folders of SQL, one history: what both databases say alike, and what each says apart.

use crate::hold;
use crate::source::{Source, files};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// Step -> its files, of one folder.
fn steps(sources: &[Source], folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut steps: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let folder = format!("migrations/{folder}/");
    for rest in sources
        .iter()
        .filter_map(|source| source.path.strip_prefix(&folder))
    {
        let (step, file) = rest.split_once('/').unwrap_or((rest, ""));
        steps
            .entry(step.to_owned())
            .or_default()
            .insert(file.to_owned());
    }
    steps
}

fn apart(sources: &[Source]) -> Vec<String> {
    let [shared, sqlite, postgres] = ["shared", "sqlite", "postgres"].map(|of| steps(sources, of));
    let mut broken = Vec::new();
    for (step, files) in &shared {
        if *files != ["down.sql", "up.sql"].map(String::from).into() {
            broken.push(format!("{step} has {files:?}, not up.sql and down.sql"));
        }
    }
    for step in sqlite.keys().chain(postgres.keys()) {
        if !shared.contains_key(step) {
            broken.push(format!("migrations/shared lacks the step {step}"));
        }
    }
    broken
}

fn loose_tables(sources: &[Source]) -> Vec<String> {
    let comment = Regex::new(r"--[^\n]*").unwrap();
    let table = Regex::new(r"(?i)\bcreate\s+table\b").unwrap();
    let strict = Regex::new(r"(?i)\)[^()]*\bstrict\b[^()]*$").unwrap();
    let mut broken = Vec::new();
    for source in sources
        .iter()
        .filter(|s| !s.path.starts_with("migrations/postgres/"))
    {
        let text = comment.replace_all(&source.text, |found: &regex::Captures| {
            " ".repeat(found[0].len())
        });
        let mut at = 0;
        for statement in text.split(';') {
            if table.is_match(statement) && !strict.is_match(statement) {
                broken.push(source.at(at + statement.len() - statement.trim_start().len()));
            }
            at += statement.len() + 1;
        }
    }
    broken
}

#[test]
fn both_databases_share_their_steps() {
    hold(
        "Every step stands in migrations/shared, with up.sql and down.sql; what a database says apart stands under the same name.",
        &apart(&files("migrations", &[".sql"])),
    );
}

#[test]
fn sqlite_tables_are_strict() {
    hold(
        "SQLite tables are STRICT.",
        &loose_tables(&files("migrations", &[".sql"])),
    );
}

#[test]
fn the_rules_of_migrations_bite() {
    let s = |path: &str, text: &str| Source::new(path, text);
    let mut all = vec![
        s("migrations/shared/1_a/up.sql", ""),
        s("migrations/shared/1_a/down.sql", ""),
        s("migrations/sqlite/1_a/up.sql", ""),
    ];
    assert_eq!(apart(&all).len(), 0);
    all.push(s("migrations/postgres/2_b/up.sql", ""));
    assert_eq!(apart(&all).len(), 1, "a step of one database");
    all.push(s("migrations/shared/2_b/up.sql", ""));
    assert_eq!(apart(&all).len(), 1, "without a way down");

    let loose = |text: &str| loose_tables(&[s("migrations/shared/1_a/up.sql", text)]).len();
    assert_eq!(
        loose("create table a (b text); -- strict\ncreate table c (d text) strict;"),
        1
    );
    assert_eq!(
        loose("CREATE TABLE a (b text check (length(b) > 1)) STRICT, WITHOUT ROWID;"),
        0
    );
}
