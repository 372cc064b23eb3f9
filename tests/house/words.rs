//! All text lives in `templates/words/<language>/*.ftl`; English is whole, the others follow it.

use crate::hold;
use crate::source::{Source, files, rust};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// Key -> the variables its message names.
type Catalogue = BTreeMap<String, BTreeSet<String>>;

fn catalogue(sources: &[Source], language: &str) -> (Catalogue, Vec<String>) {
    let (head, variable) = (
        Regex::new(r"^(-?[a-zA-Z][a-zA-Z0-9-]*)\s*=").unwrap(),
        Regex::new(r"\$([a-zA-Z][\w-]*)").unwrap(),
    );
    let (mut found, mut twice) = (Catalogue::new(), Vec::new());
    let folder = format!("templates/words/{language}/");
    for source in sources
        .iter()
        .filter(|source| source.path.starts_with(&folder) && source.path.ends_with(".ftl"))
    {
        let mut key = String::new();
        for line in source.text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(start) = head.captures(line) {
                key = start[1].to_owned();
                if found.insert(key.clone(), BTreeSet::new()).is_some() {
                    twice.push(format!("{}: {key} is there twice", source.path));
                }
            }
            let names = variable.captures_iter(line).map(|name| name[1].to_owned());
            found.entry(key.clone()).or_default().extend(names);
        }
    }
    found.remove("");
    (found, twice)
}

fn languages(sources: &[Source]) -> BTreeSet<String> {
    let name = |source: &Source| {
        source
            .path
            .strip_prefix("templates/words/")?
            .split_once('/')
            .map(|(lang, _)| lang.to_owned())
    };
    sources
        .iter()
        .filter(|source| source.path.ends_with(".ftl"))
        .filter_map(name)
        .collect()
}

/// The arguments of a call whose bracket opens just before `text`, cut at the commas that belong to it.
fn arguments(text: &str) -> Vec<String> {
    let (mut arguments, mut depth, mut quoted, mut escaped) =
        (vec![String::new()], 0, false, false);
    for letter in text.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                arguments.push(String::new());
                continue;
            }
            _ => {}
        }
        arguments.last_mut().unwrap().push(letter);
    }
    arguments
        .into_iter()
        .map(|argument| argument.trim().to_owned())
        .collect()
}

fn literal(argument: &str) -> Option<String> {
    argument
        .strip_prefix('"')?
        .strip_suffix('"')
        .filter(|inside| !inside.contains('"'))
        .map(str::to_owned)
}

fn unsaid(users: &[Source], english: &Catalogue) -> Vec<String> {
    let call = Regex::new(r"\.\s*(?P<verb>say|html|plain|link)(?P<count>[1-3]?)\s*\(").unwrap();
    let named = Regex::new(r#"\bInvalid\s*(?:\{\s*key:\s*|::\w+\(\s*|\(\s*)"([^"]+)""#).unwrap();
    let mut broken = Vec::new();
    for source in users {
        let is_code = |at: usize| {
            source.code.is_empty() || source.code.as_bytes()[at] == source.text.as_bytes()[at]
        };
        for found in call.captures_iter(&source.text) {
            let whole = found.get(0).unwrap();
            if !is_code(whole.start()) {
                continue;
            }
            let given = arguments(&source.text[whole.end()..]);
            let Some(key) = literal(&given[0]) else {
                continue;
            };
            let place = source.at(whole.start());
            let Some(wanted) = english.get(&key) else {
                broken.push(format!("{place}: no text `{key}`"));
                continue;
            };
            let mut names: BTreeSet<String> = given
                .iter()
                .skip(1)
                .step_by(2)
                .filter_map(|name| literal(name))
                .collect();
            if &found["verb"] == "link" {
                names.insert("href".to_owned());
            }
            let values = given.len().saturating_sub(1) / 2;
            if names.len() >= values {
                broken.extend(
                    wanted
                        .difference(&names)
                        .map(|name| format!("{place}: `{key}` needs ${name}")),
                );
            }
        }
        for found in named
            .captures_iter(&source.text)
            .filter(|found| is_code(found.get(0).unwrap().start()))
        {
            if !english.contains_key(&found[1]) {
                broken.push(format!(
                    "{}: no text `{}`",
                    source.at(found.get(0).unwrap().start()),
                    &found[1]
                ));
            }
        }
    }
    broken
}

fn differences(english: &Catalogue, other: &Catalogue, language: &str) -> Vec<String> {
    let mut broken = Vec::new();
    for (key, variables) in english {
        match other.get(key) {
            None => broken.push(format!("{language} lacks `{key}`")),
            Some(theirs) if theirs != variables => {
                broken.push(format!(
                    "`{key}` names {variables:?} in en and {theirs:?} in {language}"
                ));
            }
            Some(_) => {}
        }
    }
    broken.extend(
        other
            .keys()
            .filter(|key| !english.contains_key(*key))
            .map(|key| format!("{language} has `{key}`, en has not")),
    );
    broken
}

#[test]
fn no_text_is_missing() {
    let (english, _) = catalogue(&files("templates/words", &[".ftl"]), "en");
    if english.is_empty() {
        return; // before the first text is written
    }
    // in code, the tests at a file's end may ask for texts that are not there
    let mut users: Vec<Source> = rust()
        .iter()
        .map(|source| {
            Source::new(
                &source.path,
                source.text.split("#[cfg(test)]").next().unwrap(),
            )
        })
        .collect();
    users.extend(files("templates", &[".html", ".txt", ".svg"]));
    hold(
        "Every text that is asked for is in templates/words/en, and gets the variables it names.",
        &unsaid(&users, &english),
    );
}

#[test]
fn every_language_says_the_same() {
    let sources = files("templates/words", &[".ftl"]);
    let (english, mut broken) = catalogue(&sources, "en");
    for language in languages(&sources)
        .into_iter()
        .filter(|language| language != "en")
    {
        let (other, twice) = catalogue(&sources, &language);
        broken.extend(twice);
        broken.extend(differences(&english, &other, &language));
    }
    hold(
        "Every language has the texts of English, with the same variables, each once.",
        &broken,
    );
}

#[test]
fn the_rules_of_words_bite() {
    let ftl = [Source::new(
        "templates/words/en/public.ftl",
        "# comment = no\nplain = Sign\ncount = { $n ->\n    [one] { $n } person\n   *[other] { $n } people of { $goal }\n}\nplain = Again\n",
    )];
    let (english, twice) = catalogue(&ftl, "en");
    assert_eq!((english.len(), twice.len()), (2, 1));
    assert_eq!(english["count"].len(), 2);

    let users = |path: &str, text: &str| unsaid(&[Source::new(path, text)], &english).len();
    let html = "templates/a.html";
    assert_eq!(
        users(
            html,
            "{{ w.say(\"plain\") }}{{ w.say2(\"count\", \"n\", 1, \"goal\", f(a, \"b\")) }}"
        ),
        0
    );
    assert_eq!(users(html, "{{ w.say(\"plane\") }}"), 1);
    assert_eq!(
        users(
            html,
            "{% call p::field(w, errors, \"a\", w.say(\"plane\")) %}"
        ),
        1
    );
    assert_eq!(
        users(html, "{{ w.html1(\"count\", \"n\", 1) }}"),
        1,
        "a variable is missing"
    );
    assert_eq!(users(html, "{{ w.say(\"count\") }}"), 2, "both are");
    assert_eq!(
        users(
            "src/a.rs",
            "Err(Invalid { key: \"plane\" }) // Invalid { key: \"no\" }"
        ),
        1
    );
    assert_eq!(
        users(
            "src/a.rs",
            "w.say(key); w.say(\"plain\"); w.say1(\"plane\", name, value)"
        ),
        1
    );

    let spanish = Catalogue::from([
        ("count".to_owned(), BTreeSet::new()),
        ("more".to_owned(), BTreeSet::new()),
    ]);
    assert_eq!(
        differences(&english, &spanish, "es").len(),
        3,
        "lacks one, names others, has one more"
    );
}
