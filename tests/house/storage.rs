//! Where the database is spoken to, and how.

use crate::hold;
use crate::layers::is_store;
use crate::source::{Source, rust};
use regex::Regex;

fn outside_the_store(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| !(is_store(source) || source.room() == "db"))
        .flat_map(|source| {
            source
                .find(r"\bdiesel(_migrations)?\s*::")
                .into_iter()
                .map(|(at, what)| format!("{}: {what}", source.at(at)))
        })
        .collect()
}

fn made_of_pieces(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .flat_map(|source| {
            source
                .find(r"\b(sql_query|batch_execute|sql\s*::\s*<[^>]*>)\s*\(\s*&?\s*(\w+\s*\.\s*)?format!")
                .into_iter()
                .map(|(at, what)| format!("{}: {what}", source.at(at)))
        })
        .collect()
}

fn filled_by_strangers(sources: &[Source]) -> Vec<String> {
    let item =
        Regex::new(r"(?s)((?:#\[[^\]]*\]\s*)+)(?:pub(?:\([^)]*\))?\s+)?(?:struct|enum)\s+(\w+)")
            .unwrap();
    let mut broken = Vec::new();
    for source in sources {
        for found in item.captures_iter(&source.code) {
            let both = ["Deserialize", "AsChangeset"].iter().all(|name| {
                Regex::new(&format!(r"\b{name}\b"))
                    .unwrap()
                    .is_match(&found[1])
            });
            if both {
                broken.push(format!(
                    "{}: {}",
                    source.at(found.get(2).unwrap().start()),
                    &found[2]
                ));
            }
        }
    }
    broken
}

#[test]
fn queries_live_in_the_store() {
    hold(
        "Diesel only in store.rs and db/.",
        &outside_the_store(rust()),
    );
}

#[test]
fn no_statement_is_put_together_from_pieces() {
    hold(
        "No `sql_query(format!`: a value is bound, never written into the statement.",
        &made_of_pieces(rust()),
    );
}

#[test]
fn what_a_visitor_sends_is_no_row() {
    hold(
        "No type derives both Deserialize and AsChangeset: what a visitor sends must not choose the columns.",
        &filled_by_strangers(rust()),
    );
}

#[test]
fn the_rules_of_storage_bite() {
    let outside =
        |path: &str| outside_the_store(&[Source::new(path, "use diesel::prelude::*;")]).len();
    assert_eq!(
        (
            outside("src/petition/show.rs"),
            outside("src/petition/model.rs"),
            outside("src/mail/worker/run.rs")
        ),
        (1, 1, 1)
    );
    assert_eq!(
        (
            outside("src/petition/store.rs"),
            outside("src/db/opening/open.rs"),
            outside("src/mail/store/due.rs")
        ),
        (0, 0, 0)
    );

    let pieces = |text: &str| made_of_pieces(&[Source::new("src/petition/store.rs", text)]).len();
    assert_eq!(pieces("sql_query(format!(\"select {x}\"))"), 1);
    assert_eq!(pieces("conn.batch_execute(\n  &format!(\"drop {x}\"))"), 1);
    assert_eq!(
        pieces("sql_query(\"select $1\").bind(x); // sql_query(format!"),
        0
    );

    let strangers =
        |text: &str| filled_by_strangers(&[Source::new("src/petition/store.rs", text)]).len();
    assert_eq!(
        strangers(
            "#[derive(Clone, Deserialize)]\n#[derive(diesel::AsChangeset)]\n#[diesel(table_name = t)]\npub struct Row { a: i32 }"
        ),
        1
    );
    assert_eq!(
        strangers("#[derive(Deserialize)]\nstruct A;\n#[derive(AsChangeset)]\nstruct B;"),
        0
    );
}
