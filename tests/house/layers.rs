//! What stands on what inside a room: use cases on the store, the store on the model.

use crate::floors::floor;
use crate::hold;
use crate::modules::{Modules, is_face};
use crate::source::{Source, pattern, rust};
use std::collections::BTreeSet;

/// Rooms that hold use cases, and so keep the order use cases > store > model.
const DOMAIN: std::ops::RangeInclusive<usize> = 6..=13;

/// What a file is inside its room.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Layer {
    /// `model.rs`, and nouns that need no store (`kind.rs`, `markdown.rs`).
    Model,
    /// `store.rs`, and whatever is in `store/`.
    Store,
    /// A noun that stands on the store (a cache of what was read).
    Shelf,
    /// Takes apart or answers a request, for use cases: an extractor, a page with its form.
    Door,
    /// A file in which somebody does something: an address leads to it, or it refuses.
    UseCase,
}

/// The files of which `routes.rs` names a handler.
fn answering<'a>(modules: &Modules<'a>, sources: &'a [Source]) -> BTreeSet<&'a str> {
    let Some(routes) = sources.iter().find(|source| source.room() == "routes") else {
        return BTreeSet::new();
    };
    let named = modules
        .named_by(routes)
        .into_iter()
        .map(|(_, to)| to.source);
    let (faces, mut files): (Vec<_>, Vec<_>) = named.partition(|source| is_face(source));
    let handler = pattern(r"=> (?:\w+::)?(\w+)::\w+");
    for found in handler.captures_iter(&routes.code) {
        let within = faces
            .iter()
            .filter_map(|face| modules.child(face, &found[1]));
        files.extend(within);
    }
    files
        .into_iter()
        .map(|source| source.path.as_str())
        .collect()
}

fn layer(modules: &Modules<'_>, answering: &BTreeSet<&str>, source: &Source) -> Layer {
    let on_store = || {
        let named = modules.named_by(source);
        let mut here = named.iter().map(|(_, to)| to.source);
        here.any(|one| is_store(one) && one.room() == source.room())
    };
    let refuses = || !source.find(r"\benum \w*(Refusal|Refused)\b").is_empty();
    if source.stem() == "model" {
        Layer::Model
    } else if is_store(source) {
        Layer::Store
    } else if answering.contains(source.path.as_str()) || refuses() {
        Layer::UseCase
    } else if !source.find(r"\bactix_web\b").is_empty() {
        Layer::Door
    } else if on_store() {
        Layer::Shelf
    } else {
        Layer::Model
    }
}

/// Whether the file speaks to the database.
pub fn is_store(source: &Source) -> bool {
    source.stem() == "store" || source.stem().ends_with("_store") || source.path.contains("/store/")
}

/// Neither model nor store nor use case: what it stands on tells where it stands, so it may use any of them but the last.
fn is_noun(source: &Source, layer: Layer) -> bool {
    source.stem() != "model" && matches!(layer, Layer::Model | Layer::Shelf | Layer::Door)
}

fn knows(mine: Layer, theirs: Layer) -> bool {
    theirs < mine || (theirs == mine && mine != Layer::UseCase)
}

fn inside(sources: &[Source]) -> Vec<String> {
    let modules = Modules::of(sources);
    let answering = answering(&modules, sources);
    let is_domain = |source: &Source| {
        floor(source.room()).is_some_and(|f| DOMAIN.contains(&f)) && !is_face(source)
    };
    let mut broken = Vec::new();
    for source in sources.iter().filter(|source| is_domain(source)) {
        let mine = layer(&modules, &answering, source);
        for (at, to) in modules.named_by(source) {
            // what a face passes on is meant for others
            if to.is_passed_on || !is_domain(to.source) {
                continue;
            }
            let theirs = layer(&modules, &answering, to.source);
            let fits = match to.source.room() == source.room() {
                true if !is_noun(source, mine) => knows(mine, theirs),
                _ => theirs != Layer::UseCase,
            };
            if !fits {
                let (place, path) = (source.at(at), &to.source.path);
                broken.push(format!("{place}: {mine:?} may not use {theirs:?} {path}"));
            }
        }
    }
    broken
}

#[test]
fn inside_a_room_use_cases_stand_on_the_store_and_the_store_on_the_model() {
    hold(
        "Inside a folder: use cases > store > model; use cases do not import each other, and another domain's use cases are not \
         imported at all, only its store and model.",
        &inside(rust()),
    );
}

#[test]
fn the_order_inside_a_room_bites() {
    let room = |sign: &str, store: &str, model: &str| {
        inside(&[
            Source::new("src/signature/sign/post.rs", sign),
            Source::new("src/signature/confirm.rs", ""),
            Source::new("src/signature/store/pending.rs", store),
            Source::new("src/signature/model.rs", model),
            Source::new("src/petition/show.rs", "enum ShowRefused { Gone }"),
            Source::new("src/petition/store.rs", ""),
            Source::new(
                "src/routes.rs",
                "use crate::signature::{confirm, sign::post}; a => confirm::get, b => post::post",
            ),
        ])
        .len()
    };
    let fine = "use crate::signature::{store::pending, model::Signature}; use crate::petition::store as s;";
    assert_eq!(room(fine, "use super::super::model::A;", ""), 0);
    assert_eq!(room("use super::super::confirm::Fields;", "", ""), 1);
    assert_eq!(room("use crate::signature::confirm::Fields;", "", ""), 1);
    assert_eq!(room("use crate::petition::show;", "", ""), 1);
    assert_eq!(room("", "use crate::signature::sign::post::Fields;", ""), 1);
    assert_eq!(room("", "", "use super::store::pending;"), 1);
    let shelf = |text: &str, store: &str| {
        let store = Source::new("src/count/store.rs", store);
        inside(&[Source::new("src/count/board.rs", text), store]).len()
    };
    assert_eq!(shelf("use super::store;", ""), 0);
    assert_eq!(shelf("use super::store;", "use super::board;"), 1);
}
