//! Who may import whom.

use crate::hold;
use crate::source::{Source, rust};

/// The floors, the highest first. Rooms of one floor do not know each other. Two rooms stand elsewhere than one might first think:
/// `config` is high, so that nobody below can reach for it (a setting is handed down, typed by the room it belongs to); `tally` is
/// below `signature`, which adds to the count in the transaction that changes a signature.
const FLOORS: &[&[&str]] = &[
    &["main"],
    &["cli"],
    &["demo"],
    &["serve"],
    &["config", "signals"],
    &["routes", "tasks"],
    &[
        "osdi",
        "embed",
        "hook",
        "transfer",
        "delivery",
        "moderation",
    ],
    &["signature"],
    &["register", "card"],
    &["tally", "reason"],
    &["update", "endorsement"],
    &["guard"],
    &["petition", "consent"],
    &["account", "audit"],
    &["mail"],
    &["web", "work"],
    &["words", "db"],
    &["base"],
];

/// Macros live at the crate's root whatever room they are written in.
const MACROS: &[(&str, &str)] = &[("both", "db")];

/// Rooms that hold use cases, and so keep the order use cases > store > model.
const DOMAIN: std::ops::RangeInclusive<usize> = 6..=14;

const DOWNWARDS: &str = "main > cli > demo > serve > config, signals > routes, tasks > osdi, embed, hook, transfer, delivery, moderation > signature > register, card > tally, reason > update, endorsement > guard > \
     petition, consent > account, audit > mail > web, work > words, db > base: import downwards only. Where a lower room \
     needs a higher one it queues a task, and tasks.rs knows who answers.";

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The room a path begins with.
fn room_of(path: &[String]) -> &str {
    MACROS
        .iter()
        .find(|(name, _)| *name == path[0])
        .map_or(path[0].as_str(), |(_, room)| room)
}

fn upwards(sources: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in sources.iter().filter(|source| source.room() != "lib") {
        let Some(mine) = floor(source.room()) else {
            broken.push(format!(
                "{}: the room `{}` has no floor in tests/house/floors.rs",
                source.path,
                source.room()
            ));
            continue;
        };
        for (at, path) in source
            .paths("crate")
            .into_iter()
            .chain(source.paths("undersigned"))
        {
            let room = room_of(&path);
            let place = source.at(at);
            match floor(room) {
                _ if room == source.room() => {}
                None => broken.push(format!(
                    "{place}: crate::{} goes through the crate's root; name the thing's true place",
                    path.join("::")
                )),
                Some(theirs) if theirs > mine => {}
                Some(_) => broken.push(format!("{place}: {} may not use {room}", source.room())),
            }
        }
    }
    broken
}

/// What a file is inside its room.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Layer {
    /// `model.rs`, and nouns that need no store (`wording.rs`, `markdown.rs`).
    Model,
    /// `store.rs`.
    Store,
    /// A noun that stands on the store (a shelf of what was read, a board of counts).
    Shelf,
    /// A file in which somebody does something: it answers an address, or refuses.
    UseCase,
}

fn layer(source: &Source) -> Layer {
    let door = r"\bactix_web\b|\benum Refusal\b|\bpub async fn (get|post|put|patch|delete)\b";
    let stem = source.stem();
    let on_store = || {
        source
            .paths("super")
            .iter()
            .any(|(_, path)| is_store(&path[0]))
    };
    if stem == "model" {
        Layer::Model
    } else if is_store(stem) {
        Layer::Store
    } else if !source.find(door).is_empty() {
        Layer::UseCase
    } else if on_store() {
        Layer::Shelf
    } else {
        Layer::Model
    }
}

fn is_store(stem: &str) -> bool {
    stem == "store" || stem.ends_with("_store")
}

/// Neither model nor store nor use case: what it stands on tells where it stands, so it may use any of them but the last.
fn is_noun(source: &Source) -> bool {
    source.stem() != "model" && matches!(layer(source), Layer::Model | Layer::Shelf)
}

fn knows(mine: Layer, theirs: Layer) -> bool {
    theirs < mine || (theirs == mine && mine != Layer::UseCase)
}

fn inside(sources: &[Source]) -> Vec<String> {
    let domain = |source: &&Source| {
        floor(source.room()).is_some_and(|f| DOMAIN.contains(&f)) && source.stem() != "mod"
    };
    let find = |room: &str, stem: &str| {
        sources
            .iter()
            .filter(domain)
            .find(|s| s.room() == room && s.stem() == stem)
    };
    let mut broken = Vec::new();
    for source in sources.iter().filter(domain) {
        let mine = layer(source);
        let near = source
            .paths("super")
            .into_iter()
            .map(|(at, path)| (at, source.room().to_owned(), path));
        let far = source
            .paths("crate")
            .into_iter()
            .filter_map(|(at, mut path)| {
                let room = path.remove(0);
                (!path.is_empty()).then_some((at, room, path))
            });
        for (at, room, path) in near.chain(far) {
            let Some(theirs) = find(&room, &path[0]).filter(|theirs| theirs.path != source.path)
            else {
                continue;
            };
            let fits = match room == source.room() {
                true if is_noun(source) => layer(theirs) != Layer::UseCase,
                true => knows(mine, layer(theirs)),
                false => layer(theirs) != Layer::UseCase,
            };
            if !fits {
                broken.push(format!(
                    "{}: {mine:?} {} may not use {:?} {room}::{}",
                    source.at(at),
                    source.stem(),
                    layer(theirs),
                    path[0]
                ));
            }
        }
    }
    broken
}

fn doors(sources: &[Source]) -> Vec<String> {
    let closed = [
        "base", "db", "words", "work", "config", "tasks", "cli", "main", "demo",
    ];
    sources
        .iter()
        .filter(|source| {
            let inner = source.stem() == "model"
                || source.stem() == "store"
                || source.stem().ends_with("_store");
            closed.contains(&source.room()) || (inner && source.room() != "web")
        })
        .flat_map(|source| {
            source
                .find(r"\bactix_(web|http|rt)\b")
                .into_iter()
                .map(|(at, what)| format!("{}: {what}", source.at(at)))
        })
        .collect()
}

#[test]
fn imports_go_downwards() {
    hold(DOWNWARDS, &upwards(rust()));
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
fn actix_stays_at_the_door() {
    hold(
        "actix only in web/, serve/, routes.rs and use cases.",
        &doors(rust()),
    );
}

#[test]
fn the_floors_bite() {
    let one = |path: &str, text: &str| upwards(&[Source::new(path, text)]).len();
    assert_eq!(
        one(
            "src/petition/store.rs",
            "use crate::db::{Conn, Tx}; use crate::base::Id; use crate::both;"
        ),
        0
    );
    assert_eq!(
        one(
            "src/petition/store.rs",
            "use crate::{signature::model::Signature, base::Id};"
        ),
        1
    );
    assert_eq!(
        one("src/consent/store.rs", "use crate::petition::store;"),
        1,
        "same floor"
    );
    assert_eq!(
        one("src/db/open.rs", "let x = crate::web::page();"),
        1,
        "without a use line"
    );
    assert_eq!(
        one("src/words/say.rs", "both!(x); use crate::both;"),
        1,
        "a macro's room"
    );
    assert_eq!(
        one("src/db/open.rs", "// crate::web\nlet x = \"crate::web\";"),
        0
    );
    assert_eq!(
        one("src/serve.rs", "use crate::App;"),
        1,
        "through the root"
    );
    assert_eq!(one("src/attic/model.rs", ""), 1, "a room without a floor");
    assert_eq!(one("src/main.rs", "undersigned::cli::run()"), 0);
}

#[test]
fn the_order_inside_a_room_bites() {
    let room = |sign: &str, store: &str, model: &str| {
        inside(&[
            Source::new(
                "src/signature/sign.rs",
                &format!("use actix_web::web; {sign}"),
            ),
            Source::new("src/signature/confirm.rs", "pub async fn get() {}"),
            Source::new("src/signature/store.rs", store),
            Source::new("src/signature/model.rs", model),
            Source::new("src/petition/show.rs", "enum Refusal { Gone }"),
            Source::new("src/petition/store.rs", ""),
        ])
        .len()
    };
    assert_eq!(
        room(
            "use super::{store, model::Signature}; use crate::petition::store as s;",
            "use super::model::A;",
            ""
        ),
        0
    );
    assert_eq!(room("use super::confirm::Fields;", "", ""), 1);
    assert_eq!(room("use crate::signature::confirm::Fields;", "", ""), 1);
    assert_eq!(room("use crate::petition::show;", "", ""), 1);
    assert_eq!(room("", "use super::sign::Fields;", ""), 1);
    assert_eq!(room("", "", "use super::store;"), 1);
    let shelf = |text: &str, store: &str| {
        let store = Source::new("src/tally/store.rs", store);
        inside(&[Source::new("src/tally/board.rs", text), store]).len()
    };
    assert_eq!(shelf("use super::store;", ""), 0);
    assert_eq!(shelf("use super::store;", "use super::board;"), 1);
}

#[test]
fn the_door_bites() {
    let one = |path: &str| doors(&[Source::new(path, "use actix_web::web::Data;")]).len();
    assert_eq!(
        (
            one("src/db/pool.rs"),
            one("src/tally/model.rs"),
            one("src/tasks.rs")
        ),
        (1, 1, 1)
    );
    assert_eq!(
        (
            one("src/web/page.rs"),
            one("src/tally/show.rs"),
            one("src/routes.rs")
        ),
        (0, 0, 0)
    );
}
