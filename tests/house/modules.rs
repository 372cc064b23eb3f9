//! The modules of the crate, and which of them a path leads to.

use crate::source::{Source, pattern, spell_out};
use std::collections::HashMap;

/// A module's path below the crate.
type Path = Vec<String>;

/// Where a path leads.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    pub source: &'a Source,
    /// A face passes the thing on.
    pub is_passed_on: bool,
}

/// Every module, by its path, and what faces pass on.
pub struct Modules<'a> {
    sources: &'a [Source],
    at: HashMap<Path, usize>,
    /// Face and name, and where the thing truly is.
    passed_on: HashMap<(Path, String), Path>,
}

/// The module that a file is: `src/a/b.rs` and `src/a/b/mod.rs` are both `a::b`.
pub fn module(source: &Source) -> Path {
    let path = source.path.strip_prefix("src/").unwrap_or(&source.path);
    let path = path.strip_suffix(".rs").unwrap_or(path);
    let mut parts: Path = path.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| last == "mod") || parts == ["lib"] {
        parts.pop();
    }
    parts
}

/// Whether the file is a folder's face.
pub fn is_face(source: &Source) -> bool {
    matches!(source.name(), "mod.rs" | "lib.rs")
}

impl<'a> Modules<'a> {
    pub fn of(sources: &'a [Source]) -> Self {
        let at = sources.iter().enumerate().map(|(n, one)| (module(one), n));
        let mut modules = Self {
            sources,
            at: at.collect(),
            passed_on: HashMap::new(),
        };
        for face in sources.iter().filter(|source| is_face(source)) {
            let here = module(face);
            let passes = pattern(r"(?m)^pub(?:\([^)]*\))? use ");
            for found in passes.find_iter(&face.code) {
                let mut paths = Vec::new();
                let mut rest = &face.code[found.end()..];
                spell_out(&mut rest, &mut Vec::new(), &mut paths);
                for path in paths {
                    let name = path.last().unwrap().clone();
                    let there = modules.absolute(&here, path);
                    modules.passed_on.insert((here.clone(), name), there);
                }
            }
        }
        modules
    }

    /// A face's path as it is written, from the crate's root on.
    fn absolute(&self, here: &Path, path: Path) -> Path {
        match path[0].as_str() {
            "crate" => path[1..].to_vec(),
            _ => here.iter().cloned().chain(path).collect(),
        }
    }

    /// The file that a path from the crate's root leads to; none for a macro of the root.
    fn find(&self, mut path: Path) -> Option<Target<'a>> {
        for step in 0..8 {
            let length = (0..=path.len())
                .rev()
                .find(|n| self.at.contains_key(&path[..*n]))?;
            let (here, rest) = (path[..length].to_vec(), &path[length..]);
            let passed = rest
                .first()
                .and_then(|name| self.passed_on.get(&(here.clone(), name.clone())));
            match passed {
                Some(there) => path = there.iter().chain(&rest[1..]).cloned().collect(),
                None => {
                    return (length > 0).then(|| Target {
                        source: &self.sources[self.at[&here]],
                        is_passed_on: step > 0,
                    });
                }
            }
        }
        None
    }

    /// The other files that this one names, and where it does.
    pub fn named_by(&self, source: &Source) -> Vec<(usize, Target<'a>)> {
        let roots = ["crate", "undersigned"].into_iter();
        let far = roots.flat_map(|root| source.paths(root));
        let near = source.paths("super").into_iter().map(|(at, path)| {
            let mut from = module(source);
            from.pop();
            let up = path.iter().take_while(|part| *part == "super").count();
            from.truncate(from.len().saturating_sub(up));
            (
                at,
                from.into_iter().chain(path.into_iter().skip(up)).collect(),
            )
        });
        far.chain(near)
            .filter_map(|(at, path)| Some((at, self.find(path)?)))
            .filter(|(_, to)| to.source.path != source.path)
            .collect()
    }

    /// The file of this name in a face's folder.
    pub fn child(&self, face: &Source, name: &str) -> Option<&'a Source> {
        let mut path = module(face);
        path.push(name.to_owned());
        self.at.get(&path).map(|n| &self.sources[*n])
    }
}

#[test]
fn a_path_leads_to_the_file_where_the_thing_is() {
    let sources = [
        Source::new("src/lib.rs", "pub mod a;"),
        Source::new(
            "src/a/mod.rs",
            "pub mod b;\npub use b::deep::{Thing, other};\n",
        ),
        Source::new("src/a/b/mod.rs", "pub mod deep;\npub mod near;"),
        Source::new("src/a/b/deep.rs", ""),
        Source::new(
            "src/a/b/near.rs",
            "use super::deep::X; use super::super::Thing; crate::a::other(); crate::both!(x)",
        ),
    ];
    let modules = Modules::of(&sources);
    let named = modules.named_by(&sources[4]);
    let named: Vec<_> = named
        .iter()
        .map(|(_, to)| to.source.path.as_str())
        .collect();
    assert_eq!(named, ["src/a/b/deep.rs"; 3]);
    let passed = modules.named_by(&sources[4]);
    let passed: Vec<_> = passed.iter().map(|(_, to)| to.is_passed_on).collect();
    assert_eq!(passed, [true, false, true]);
}
