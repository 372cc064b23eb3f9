//! Reads the project's own files, and Rust with comments and texts told from code.

use regex::Regex;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex};

/// A file of the project.
pub struct Source {
    /// From the project's root, with `/`.
    pub path: String,
    /// As it stands.
    pub text: String,
    /// Rust only: the same length, with comments, the insides of strings and the unit tests blanked.
    pub code: String,
    /// Rust only: the string literals, with where they begin.
    pub strings: Vec<(usize, String)>,
}

impl Source {
    /// A file with this text; Rust is taken apart.
    pub fn new(path: &str, text: &str) -> Self {
        let (code, strings) = match path.ends_with(".rs") {
            true => take_apart(text),
            false => (String::new(), Vec::new()),
        };
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code,
            strings,
        }
    }

    /// `path:line` of a place in it.
    pub fn at(&self, offset: usize) -> String {
        let line = self.text.as_bytes()[..offset]
            .iter()
            .filter(|b| **b == b'\n')
            .count()
            + 1;
        format!("{}:{line}", self.path)
    }

    /// The name without its folder.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap()
    }

    /// First folder or file below `src`: the room's name (`src/db/opening/open.rs` and `src/db.rs` are both `db`).
    pub fn room(&self) -> &str {
        let rest = self.path.strip_prefix("src/").unwrap_or(&self.path);
        let first = rest.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The file's own name in its room, without `.rs`.
    pub fn stem(&self) -> &str {
        self.name().strip_suffix(".rs").unwrap_or(self.name())
    }

    /// Places where the pattern stands in code.
    pub fn find(&self, wanted: &str) -> Vec<(usize, String)> {
        pattern(wanted)
            .find_iter(&self.code)
            .map(|found| (found.start(), found.as_str().trim().to_owned()))
            .collect()
    }

    /// Every path that begins with `root::` in code, its braces spelled out: `crate::a::{b, c::d}` gives `a b` and `a c d`.
    pub fn paths(&self, root: &str) -> Vec<(usize, Vec<String>)> {
        let start = pattern(&format!(r"\b{root}\s*::\s*"));
        let mut found = Vec::new();
        for hit in start.find_iter(&self.code) {
            if self.code[..hit.start()].ends_with("::") || self.code[..hit.start()].ends_with('$') {
                continue;
            }
            let mut rest = &self.code[hit.end()..];
            let mut paths = Vec::new();
            spell_out(&mut rest, &mut Vec::new(), &mut paths);
            found.extend(paths.into_iter().map(|path| (hit.start(), path)));
        }
        found
    }
}

/// Reads one use tree (`a::b`, `a::{b, c}`) off the front of `rest`.
pub fn spell_out(rest: &mut &str, before: &mut Vec<String>, out: &mut Vec<Vec<String>>) {
    let depth = before.len();
    loop {
        *rest = rest.trim_start();
        if let Some(inside) = rest.strip_prefix('{') {
            *rest = inside;
            loop {
                *rest = rest.trim_start();
                match rest.chars().next() {
                    Some('}') => {
                        *rest = &rest[1..];
                        break;
                    }
                    Some(',') => *rest = &rest[1..],
                    Some(_) => {
                        let length = rest.len();
                        spell_out(rest, before, out);
                        if rest.len() == length {
                            return;
                        }
                    }
                    None => return,
                }
            }
            break;
        }
        let word: String = rest
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '*')
            .collect();
        if word.is_empty() {
            break;
        }
        *rest = &rest[word.len()..];
        before.push(word);
        match rest.trim_start().strip_prefix("::") {
            Some(more) => *rest = more,
            None => {
                out.push(before.clone());
                let after = rest.trim_start();
                if let Some(alias) = after.strip_prefix("as ") {
                    *rest = alias
                        .trim_start()
                        .trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
                }
                break;
            }
        }
    }
    before.truncate(depth);
}

/// Blanks comments and the insides of strings, and collects the strings.
fn take_apart(text: &str) -> (String, Vec<(usize, String)>) {
    let token = pattern(concat!(
        r#"(?s)//[^\n]*"#,
        r#"|/\*.*?\*/"#,
        r####"|\bb?r(?P<h>#*)""####,
        r#"|"(?P<s>(?:\\.|[^"\\])*)""#,
        r#"|'(?:\\u\{[0-9a-fA-F]+\}|\\.[^']{0,2}|[^'\\])'"#,
    ));
    let mut code = text.as_bytes().to_vec();
    let mut strings = Vec::new();
    let mut from = 0;
    while let Some(found) = token.captures_at(text, from) {
        let whole = found.get(0).unwrap();
        let (mut start, mut end) = (whole.start(), whole.end());
        from = end;
        if let Some(hashes) = found.name("h") {
            let close = format!("\"{}", hashes.as_str());
            let inside = text[end..].find(&close).map_or(text.len(), |at| end + at);
            strings.push((start, text[end..inside].to_owned()));
            (start, end) = (end, inside);
            from = (inside + close.len()).min(text.len());
        } else if let Some(inside) = found.name("s") {
            strings.push((start, inside.as_str().replace("\\\"", "\"")));
            (start, end) = (inside.start(), inside.end());
        }
        code[start..end]
            .iter_mut()
            .filter(|b| **b != b'\n')
            .for_each(|b| *b = b' ');
    }
    blank_tests(&mut code);
    (String::from_utf8(code).unwrap(), strings)
}

/// Blanks every `#[cfg(test)] mod name { .. }`: what a test uses, the program does not.
fn blank_tests(code: &mut [u8]) {
    let text = String::from_utf8(code.to_vec()).unwrap();
    for head in
        pattern(r"#\[cfg\(test\)\]\s*(#\[[^\]]*\]\s*)*(pub(\(\w+\))? )?mod \w+ \{").find_iter(&text)
    {
        let mut depth = 1;
        for byte in code[head.end()..].iter_mut() {
            match *byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
}

/// The pattern, made ready once: that is slow in a debug build, and there are many files.
pub fn pattern(text: &str) -> Regex {
    static READY: LazyLock<Mutex<HashMap<String, Regex>>> = LazyLock::new(Mutex::default);
    let mut ready = READY.lock().unwrap();
    let made = || Regex::new(text).unwrap();
    ready.entry(text.to_owned()).or_insert_with(made).clone()
}

/// The project's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file with one of these endings under a folder; none when the folder is not there yet.
pub fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        let mut entries: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                if path.file_name().unwrap() != "node_modules" {
                    folders.push(path);
                }
            } else if endings
                .iter()
                .any(|end| path.to_string_lossy().ends_with(end))
            {
                let name = path
                    .strip_prefix(root())
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push(Source::new(&name, &std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// All of `src`.
pub fn rust() -> &'static [Source] {
    static READ: LazyLock<Vec<Source>> = LazyLock::new(|| files("src", &[".rs"]));
    &READ
}

#[test]
fn comments_and_texts_are_no_code() {
    let source = Source::new(
        "src/a.rs",
        "// crate::x\n/* crate::y */ let a = \"crate::z \\\" b\"; let c = r#\"crate::\"q\"#; let d: &'static str = '\"'; crate::real::thing()",
    );
    assert_eq!(source.paths("crate").len(), 1, "{}", source.code);
    assert_eq!(source.strings.len(), 2);
    assert_eq!(source.strings[0].1, "crate::z \" b");
    assert_eq!(source.strings[1].1, "crate::\"q");
    assert_eq!(source.text.len(), source.code.len());
}

#[test]
fn unit_tests_are_no_code() {
    let text = "use crate::a::b;\n#[cfg(test)]\nmod tests { use crate::c::d; fn e() {} }\nuse crate::f::g;";
    let source = Source::new("src/a.rs", text);
    assert_eq!(source.paths("crate").len(), 2, "{}", source.code);
}

#[test]
fn a_use_tree_is_spelled_out() {
    let source = Source::new(
        "src/a.rs",
        "use crate::{base::Id, db::{self, Conn as C, types::*}, both};\n$crate::no::no",
    );
    let paths: Vec<String> = source
        .paths("crate")
        .into_iter()
        .map(|(_, path)| path.join(" "))
        .collect();
    assert_eq!(
        paths,
        ["base Id", "db self", "db Conn", "db types *", "both"]
    );
}
