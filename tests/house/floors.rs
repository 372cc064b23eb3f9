//! Who may import whom.

use crate::hold;
use crate::layers::is_store;
use crate::modules::{Modules, is_face, module};
use crate::source::{Source, pattern, rust};
use std::collections::{BTreeSet, HashMap};

/// The floors, the highest first. Rooms of one floor do not know each other. Settings stand in `serve`, high up, so that nobody below can
/// reach for them: a setting is handed down, typed by the room it belongs to. `count` knows the id of a petition alone, and is below
/// `petition` and `signature`, which move it in the transactions of theirs.
const FLOORS: &[&[&str]] = &[
    &["main"],
    &["cli"],
    &["demo"],
    &["serve"],
    &["signals"],
    &["mail_writers", "routes", "tasks"],
    &["partner"],
    &["transfer"],
    &["signature", "site"],
    &["petition"],
    &["count"],
    &["account"],
    &["mail"],
    &["web"],
    &["words", "db"],
    &["base"],
];

/// Macros live at the crate's root whatever room they are written in.
const MACROS: &[(&str, &str)] = &[("both", "db"), ("insert_rows", "db")];

/// Most folders side by side in `src`.
const FOLDERS: usize = 15;

const DOWNWARDS: &str = "main > cli > demo > serve > signals > routes, tasks > partner > transfer > signature, site > petition > count > account > \
     mail > web > words, db > base: import downwards only. Where a lower room needs a higher one it queues a task, and tasks.rs knows \
     who answers.";

/// Which floor a room is on.
pub fn floor(room: &str) -> Option<usize> {
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

/// A face's modules in blocks, the highest first: modules of one block do not know each other.
fn blocks(face: &Source) -> Vec<Vec<String>> {
    let name = pattern(r"(?m)^(?:pub(?:\([^)]*\))? )?mod (\w+);");
    let blocks = face.code.split("\n\n").map(|block| {
        let found = name.captures_iter(block).map(|found| found[1].to_owned());
        found.collect::<Vec<_>>()
    });
    blocks.filter(|block| !block.is_empty()).collect()
}

/// Where a folder has rooms of its own, they stand in its face in the order of their floors.
fn against_the_face(sources: &[Source]) -> Vec<String> {
    let modules = Modules::of(sources);
    let mut broken = Vec::new();
    for face in sources.iter().filter(|source| source.name() == "mod.rs") {
        let here = module(face);
        let below = |source: &Source| {
            let path = module(source);
            path.starts_with(&here)
                .then(|| path.get(here.len()).cloned())?
        };
        let is_folder =
            |source: &&Source| module(source).len() == here.len() + 1 && is_face(source);
        let folders = sources
            .iter()
            .filter(|one| below(one).is_some())
            .filter(is_folder);
        if folders.count() < 2 {
            continue;
        }
        let blocks = blocks(face);
        let height = |name: &String| blocks.iter().position(|block| block.contains(name));
        for source in sources.iter().filter(|source| !is_face(source)) {
            let Some(mine) = below(source) else { continue };
            for (at, to) in modules.named_by(source) {
                let Some(theirs) = below(to.source).filter(|theirs| *theirs != mine) else {
                    continue;
                };
                if height(&theirs) <= height(&mine) {
                    broken.push(format!("{}: {mine} may not use {theirs}", source.at(at)));
                }
            }
        }
    }
    broken
}

/// Files that import each other, in any number of steps.
fn circles(sources: &[Source]) -> Vec<String> {
    let modules = Modules::of(sources);
    let files = || sources.iter().filter(|source| !is_face(source));
    let mut left: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for source in files() {
        let named = modules
            .named_by(source)
            .into_iter()
            .map(|(_, to)| to.source);
        let others = named
            .filter(|other| !is_face(other))
            .map(|other| other.path.as_str());
        left.insert(&source.path, others.collect());
    }
    // Whoever uses nobody that is left, or is used by nobody, is in no circle.
    loop {
        let used: BTreeSet<&str> = left.values().flatten().copied().collect();
        let uses_none = |others: &BTreeSet<&str>| !others.iter().any(|one| left.contains_key(one));
        let mut gone: Vec<&str> = Vec::new();
        for (path, others) in &left {
            if !used.contains(path) || uses_none(others) {
                gone.push(path);
            }
        }
        if gone.is_empty() {
            break;
        }
        left.retain(|path, _| !gone.contains(path));
    }
    let mut broken: Vec<String> = left.into_keys().map(str::to_owned).collect();
    broken.sort();
    broken
}

fn crowded(sources: &[Source]) -> Vec<String> {
    let folder = |source: &Source| {
        Some(
            source
                .path
                .strip_prefix("src/")?
                .split_once('/')?
                .0
                .to_owned(),
        )
    };
    let folders: BTreeSet<String> = sources.iter().filter_map(folder).collect();
    match folders.len() > FOLDERS {
        true => folders.into_iter().collect(),
        false => Vec::new(),
    }
}

fn doors(sources: &[Source]) -> Vec<String> {
    let closed = ["base", "db", "words", "tasks", "cli", "main", "demo"];
    sources
        .iter()
        .filter(|source| {
            let inner = source.stem() == "model" || is_store(source);
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
fn rooms_of_a_folder_stand_in_its_face_in_the_order_of_their_floors() {
    hold(
        "Where a folder has rooms of its own, mod.rs lists them in floor order, the highest first: imports go downwards, and modules of \
         one block do not know each other.",
        &against_the_face(rust()),
    );
}

#[test]
fn no_files_import_each_other() {
    hold(
        "No two files import each other, in any number of steps; these do.",
        &circles(rust()),
    );
}

#[test]
fn whoever_opens_src_sees_at_most_fifteen_folders() {
    hold("At most fifteen folders in src.", &crowded(rust()));
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
        one("src/words/say.rs", "use crate::db::Conn;"),
        1,
        "same floor"
    );
    assert_eq!(
        one("src/db/opening/open.rs", "let x = crate::web::page();"),
        1,
        "without a use line"
    );
    assert_eq!(
        one("src/words/say.rs", "both!(x); use crate::both;"),
        1,
        "a macro's room"
    );
    assert_eq!(
        one(
            "src/db/opening/open.rs",
            "// crate::web\nlet x = \"crate::web\";"
        ),
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
fn the_order_of_a_face_bites() {
    let face = |sign: &str, mine: &str| {
        against_the_face(&[
            Source::new(
                "src/a/mod.rs",
                "pub mod mine;\n\npub mod sign;\n\npub mod model;",
            ),
            Source::new("src/a/sign/mod.rs", "pub mod post;"),
            Source::new("src/a/mine/mod.rs", "pub mod own;"),
            Source::new("src/a/sign/post.rs", sign),
            Source::new("src/a/mine/own.rs", mine),
            Source::new("src/a/model.rs", ""),
        ])
        .len()
    };
    assert_eq!(face("use crate::a::model;", "use crate::a::sign::post;"), 0);
    assert_eq!(face("use crate::a::mine::own;", ""), 1);
}

#[test]
fn a_circle_is_found_in_any_number_of_steps() {
    let files = |last: &str| {
        let one = |path: &str, text: &str| Source::new(path, text);
        circles(&[
            one("src/a/one.rs", "use super::two;"),
            one("src/a/two.rs", "use crate::b::three;"),
            one("src/b/three.rs", last),
            one("src/b/four.rs", "use crate::a::one; use super::three;"),
        ])
    };
    assert_eq!(files(""), Vec::<String>::new());
    assert_eq!(
        files("use crate::a::one;"),
        ["src/a/one.rs", "src/a/two.rs", "src/b/three.rs"]
    );
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
