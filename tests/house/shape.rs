//! What a file looks like from outside: its head, its length, its names.

use crate::hold;
use crate::source::{Source, files, pattern, rust};
use std::collections::BTreeMap;

/// A file reads best at 100 to 200 lines; above this somebody asks whether two rooms share one wall.
const LONG: usize = 450;

fn without_head(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path.clone())
        .collect()
}

fn too_long(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .map(|source| (source.text.lines().count(), &source.path))
        .filter(|(lines, _)| *lines > LONG)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect()
}

fn faces_with_code(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| source.name() == "mod.rs" && source.path.starts_with("src/"))
        .flat_map(|source| {
            source
                .find(r"\b(fn|struct|enum|trait|impl|const|static|macro_rules!)\s")
                .into_iter()
                .map(|(at, what)| format!("{}: {what}", source.at(at)))
        })
        .collect()
}

fn hollow_names(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .flat_map(|source| {
            source
                .find(r"\b(struct|enum|trait|type|mod)\s+\w*(?i:manager|service|helpers?|utils?|data|info)\b|\bfn\s+(handle|process|do)_\w+")
                .into_iter()
                .map(|(at, what)| format!("{}: {what}", source.at(at)))
        })
        .collect()
}

fn set_aside(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .flat_map(|source| {
            source
                .find(r"#\[\s*ignore\b")
                .into_iter()
                .map(|(at, what)| format!("{}: {what}", source.at(at)))
        })
        .collect()
}

/// Types of one name in three files or more, wherever they are: a search for one finds the others.
fn homonyms(sources: &[Source]) -> Vec<String> {
    let defined =
        pattern(r"(?m)^(?:pub(?:\([^)]*\))? )?(?:struct|enum|union|trait|type) ([A-Z]\w*)");
    let mut files: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for source in sources {
        for found in defined.captures_iter(&source.code) {
            let name = found[1].to_owned();
            files.entry(name).or_default().push(&source.path);
        }
    }
    let many = files.into_iter().filter(|(_, files)| files.len() >= 3);
    many.map(|(name, files)| format!("{name}: {}", files.join(", ")))
        .collect()
}

fn everything() -> Vec<Source> {
    let mut all = files("src", &[".rs"]);
    all.extend(files("tests", &[".rs", ".mjs", "/run"]));
    all.extend(files("benches", &[".rs", ".mjs", "/run"]));
    all
}

#[test]
fn every_file_says_what_it_is_for() {
    let rusty: Vec<Source> = everything()
        .into_iter()
        .filter(|source| source.path.ends_with(".rs"))
        .collect();
    hold(
        "Every file begins with a `//!` line that says what it is for.",
        &without_head(&rusty),
    );
}

#[test]
fn no_file_is_longer_than_somebody_reads() {
    hold(
        "A file above 450 lines holds two rooms: find the wall between them.",
        &too_long(&everything()),
    );
}

#[test]
fn a_face_has_no_code() {
    hold(
        "mod.rs is a face: `//!` text, `mod` lines and `pub use` of the nouns; no code.",
        &faces_with_code(rust()),
    );
}

#[test]
fn a_name_is_the_word_on_the_page() {
    hold(
        "No Manager, Service, Helper, Util, Data, Info, `handle_`, `process_`, `do_`.",
        &hollow_names(rust()),
    );
}

#[test]
fn the_name_of_a_type_is_its_own() {
    hold(
        "No type name is defined in three files or more: name the noun.",
        &homonyms(rust()),
    );
}

#[test]
fn no_test_is_set_aside() {
    hold(
        "A test that is ignored tests nothing: mend it or take it out.",
        &set_aside(&everything()),
    );
}

#[test]
fn the_rules_of_shape_bite() {
    let one = |path: &str, text: &str| [Source::new(path, text)];
    assert_eq!(without_head(&one("src/a.rs", "/// Not a head.\n")).len(), 1);
    assert_eq!(too_long(&one("src/a.rs", &"\n".repeat(451))).len(), 1);
    assert_eq!(too_long(&one("src/a.rs", &"\n".repeat(450))).len(), 0);
    assert_eq!(
        faces_with_code(&one("src/a/mod.rs", "//! fn\nmod b;\npub use b::C;\n")).len(),
        0
    );
    assert_eq!(
        faces_with_code(&one("src/a/mod.rs", "mod b;\npub fn c() {}\n")).len(),
        1
    );
    assert_eq!(
        hollow_names(&one(
            "src/a.rs",
            "struct MailManager; fn handle_it() {} mod utils; type SessionInfo = u8;"
        ))
        .len(),
        4
    );
    assert_eq!(
        hollow_names(&one(
            "src/a.rs",
            "use actix_web::web::Data; struct Information; fn done() {} struct Database;"
        ))
        .len(),
        0
    );
    let named = |text: &str| {
        let one = |path: &str| Source::new(path, "pub struct Row;\n");
        homonyms(&[
            one("src/a.rs"),
            one("src/b.rs"),
            Source::new("src/c.rs", text),
        ])
        .len()
    };
    assert_eq!(named("pub(crate) enum Row {}\n"), 1);
    assert_eq!(
        named("impl Iterator for A {\n    type Row = u8;\n}\nstruct LogRow;\n"),
        0
    );
    assert_eq!(
        set_aside(&one(
            "tests/a.rs",
            "#[test]\n#[ignore = \"later\"]\nfn a() {}"
        ))
        .len(),
        1
    );
}
