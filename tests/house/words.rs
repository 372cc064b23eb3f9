//! All text lives in `templates/words/<language>`; English is whole, the others follow it: in all that visitors read, in letters and
//! in errors. What organizers read stands in `console/`, and a language may lack any of it.

use crate::hold;
use crate::source::{Source, files, rust};
use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};

/// Key -> the variables its message names.
pub type Catalogue = BTreeMap<String, BTreeSet<String>>;

/// What stands in a folder of `templates/words`, not in the folders in it, and what is there twice.
pub fn catalogue(sources: &[Source], folder: &str) -> (Catalogue, Vec<String>) {
    let (head, variable) = (
        Regex::new(r"^(-?[a-zA-Z][a-zA-Z0-9-]*)\s*=").unwrap(),
        Regex::new(r"\$([a-zA-Z][\w-]*)").unwrap(),
    );
    let (mut found, mut twice) = (Catalogue::new(), Vec::new());
    let folder = format!("templates/words/{folder}/");
    let is_here = |path: &str| {
        let file = path.strip_prefix(&folder);
        file.is_some_and(|file| file.ends_with(".ftl") && !file.contains('/'))
    };
    for source in sources.iter().filter(|source| is_here(&source.path)) {
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
    sources.iter().filter_map(name).collect()
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

/// What another language says otherwise than English; `is_whole` where it has to say all of it.
fn differences(
    english: &Catalogue,
    other: &Catalogue,
    language: &str,
    is_whole: bool,
) -> Vec<String> {
    let mut broken = Vec::new();
    for (key, variables) in english {
        match other.get(key) {
            None if is_whole => broken.push(format!("{language} lacks `{key}`")),
            Some(theirs) if theirs != variables => {
                broken.push(format!(
                    "`{key}` names {variables:?} in en and {theirs:?} in {language}"
                ));
            }
            None | Some(_) => {}
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

/// Folders whose code and templates organizers read, and the layouts of their pages.
const CONSOLE: [&str; 26] = [
    "account/",
    "partner/share_kit/",
    "partner/sign_in/",
    "transfer/",
    "kit/first_run.html",
    "kit/rooms.html",
    "petition/console.html",
    "petition/edit/",
    "petition/lifecycle/",
    "petition/managed_petition.rs",
    "petition/numbers/manage.",
    "petition/numbers/set_up_gaps.rs",
    "petition/organization/",
    "petition/picture/",
    "petition/update/console/",
    "signature/console/",
    "signature/moderation/",
    "signature/review/",
    "petition/source/",
    "partner/webhook/",
    "site/console/",
    "site/copy_facts.rs",
    "site/doctor/",
    "site/finding.rs",
    "signature/retention/notice.rs",
    "count/chart.rs",
];

/// What only tests and the log say, and parts of pages that two sides have: each names whose it is.
const BETWEEN: [(&str, &[&str]); 4] = [
    ("demo/sample_pages/", &[]),
    ("web/origin/proxies.rs", &["proxy-"]),
    ("petition/rules/signer_field.rs", &["edit-asks-"]),
    (
        "petition/page/promises.html",
        &["promises-name", "source-counted", "source-share"],
    ),
];

/// Places where somebody else than an organizer would read words that a language may lack.
fn misplaced(users: &[Source], console: &Catalogue) -> Vec<String> {
    let quoted = Regex::new(r#""([a-z][a-z0-9-]*)""#).unwrap();
    let mut broken = Vec::new();
    for source in users {
        let path = source.path.split_once('/').map_or("", |(_, rest)| rest);
        if CONSOLE.iter().any(|place| path.starts_with(place)) {
            continue;
        }
        let between = BETWEEN.iter().find(|(place, _)| path.starts_with(place));
        for found in quoted.captures_iter(&source.text) {
            let is_said = |key: &str| match between {
                Some((_, [])) => true,
                Some((_, keys)) => keys.iter().any(|start| key.starts_with(start)),
                // names of fields and kinds, not of words
                None => !key.contains('-'),
            };
            let key = &found[1];
            if console.contains_key(key) && !is_said(key) {
                broken.push(format!(
                    "{}: {key}",
                    source.at(found.get(0).unwrap().start())
                ));
            }
        }
    }
    broken
}

/// Code without its tests, and templates.
fn speaking() -> Vec<Source> {
    let mut users: Vec<Source> = rust()
        .iter()
        .filter(|source| !source.path.ends_with("tests.rs"))
        .map(|source| {
            Source::new(
                &source.path,
                source.text.split("#[cfg(test)]").next().unwrap(),
            )
        })
        .collect();
    users.extend(files("templates", &[".html", ".txt", ".svg", ".xml"]));
    users.retain(|source| !source.path.starts_with("templates/words/"));
    users
}

#[test]
fn what_a_language_may_lack_is_read_by_organizers_alone() {
    let (console, _) = catalogue(&files("templates/words", &[".ftl"]), "en/console");
    hold(
        "A message of templates/words/*/console is said on pages of organizers alone: a language may lack it.",
        &misplaced(&speaking(), &console),
    );
}

#[test]
fn no_text_is_missing() {
    let sources = files("templates/words", &[".ftl"]);
    let (mut english, _) = catalogue(&sources, "en");
    english.extend(catalogue(&sources, "en/console").0);
    // in code, the tests at a file's end may ask for texts that are not there
    hold(
        "Every text that is asked for is in templates/words/en, and gets the variables it names.",
        &unsaid(&speaking(), &english),
    );
}

#[test]
fn every_language_says_the_same() {
    let sources = files("templates/words", &[".ftl"]);
    let (english, mut broken) = catalogue(&sources, "en");
    let (console, twice) = catalogue(&sources, "en/console");
    broken.extend(twice);
    for language in languages(&sources)
        .into_iter()
        .filter(|language| language != "en")
    {
        let parts = [
            (language.clone(), &english, true),
            (format!("{language}/console"), &console, false),
            (format!("{language}/familiar"), &english, false),
        ];
        for (folder, english, is_whole) in parts {
            let (other, twice) = catalogue(&sources, &folder);
            broken.extend(twice);
            broken.extend(differences(english, &other, &folder, is_whole));
        }
    }
    hold(
        "Every language has the texts of English that visitors read, with the same variables, each once; none has others.",
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
        differences(&english, &spanish, "es", true).len(),
        3,
        "lacks one, names others, has one more"
    );
    assert_eq!(differences(&english, &spanish, "es", false).len(), 2);

    let console = Catalogue::from([
        ("export-title".to_owned(), BTreeSet::new()),
        ("kind".to_owned(), BTreeSet::new()),
    ]);
    let said = |path: &str| {
        let text = "w.say(\"export-title\"); form.field(\"kind\")";
        misplaced(&[Source::new(path, text)], &console).len()
    };
    assert_eq!(said("src/signature/page/show.rs"), 1);
    assert_eq!(said("templates/mail/mails/confirm.html"), 1);
    assert_eq!(said("src/transfer/export.rs"), 0);
}
