//! Two folders of SQL, one history.

use crate::hold;
use crate::source::{Source, files};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// Step -> its files, of one database.
fn steps(sources: &[Source], database: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut steps: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let folder = format!("migrations/{database}/");
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
    let (sqlite, postgres) = (steps(sources, "sqlite"), steps(sources, "postgres"));
    let mut broken = Vec::new();
    for (mine, theirs, name) in [
        (&sqlite, &postgres, "postgres"),
        (&postgres, &sqlite, "sqlite"),
    ] {
        for (step, files) in mine {
            if !theirs.contains_key(step) {
                broken.push(format!("migrations/{name} lacks the step {step}"));
            }
            let whole = ["down.sql", "up.sql"].map(String::from).into();
            if *files != whole {
                broken.push(format!("{step} has {files:?}, not up.sql and down.sql"));
            }
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
        .filter(|s| s.path.starts_with("migrations/sqlite/"))
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
fn both_databases_have_the_same_steps() {
    hold(
        "migrations/sqlite and migrations/postgres have the same step names, each with up.sql and down.sql.",
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
    let pair = |d: &str| {
        [
            s(&format!("migrations/{d}/1_a/up.sql"), ""),
            s(&format!("migrations/{d}/1_a/down.sql"), ""),
        ]
    };
    let mut good: Vec<Source> = pair("sqlite").into_iter().chain(pair("postgres")).collect();
    assert_eq!(apart(&good).len(), 0);
    good.push(s("migrations/sqlite/2_b/up.sql", ""));
    assert_eq!(
        apart(&good).len(),
        2,
        "a step of one database, and without a way down"
    );

    let loose = |text: &str| loose_tables(&[s("migrations/sqlite/1_a/up.sql", text)]).len();
    assert_eq!(
        loose("create table a (b text); -- strict\ncreate table c (d text) strict;"),
        1
    );
    assert_eq!(
        loose("CREATE TABLE a (b text check (length(b) > 1)) STRICT, WITHOUT ROWID;"),
        0
    );
}
