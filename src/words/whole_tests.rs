//! That every language says everything, with the same variables, at every number.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use rust_embed::Embed;

use super::*;
use crate::base::lang::Lang;

#[derive(Embed)]
#[folder = "templates/"]
struct Templates;

#[derive(Embed)]
#[folder = "src/"]
struct Code;

type Keys = BTreeMap<String, BTreeSet<String>>;

fn text_of(path: &str) -> String {
    String::from_utf8(Templates::get(path).unwrap().data.into_owned()).unwrap()
}

/// Every message in a folder of `templates/words/` with its variables.
fn keys(folder: &str) -> Keys {
    let mut keys = Keys::new();
    for path in files(folder).filter(|path| path.ends_with(".ftl")) {
        let text = text_of(&path);
        let parsed = parser::parse(text.as_str()).unwrap();
        for entry in parsed.body {
            if let Entry::Message(message) = entry {
                let mut found = BTreeSet::new();
                variables(message.value.as_ref().unwrap(), &mut found);
                let before = keys.insert(message.id.name.to_owned(), found);
                assert!(before.is_none(), "{} stands twice", message.id.name);
            }
        }
    }
    keys
}

/// The paths in a folder of `templates/words/`, not in the folders in it.
fn files(folder: &str) -> impl Iterator<Item = String> {
    let folder = format!("words/{folder}/");
    Templates::iter().filter_map(move |path| {
        let is_here = !path.strip_prefix(&folder)?.contains('/');
        is_here.then(|| path.to_string())
    })
}

/// What a language says to everybody and to organizers.
fn all_keys(lang: Lang) -> Keys {
    let mut keys = keys(lang.as_str());
    keys.extend(self::keys(&format!("{lang}/console")));
    keys
}

fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    let mut inline = |expression: &InlineExpression<&str>| {
        if let InlineExpression::VariableReference { id } = expression {
            found.insert(id.name.to_owned());
        }
    };
    let mut inner = Vec::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(expression) => inline(expression),
                Expression::Select { selector, variants } => {
                    inline(selector);
                    inner.extend(variants.iter().map(|variant| &variant.value));
                }
            }
        }
    }
    for pattern in inner {
        variables(pattern, found);
    }
}

/// Every language has every message of public pages, letters and errors. The console's may be missing; English stands in for them.
#[test]
fn every_language_says_the_same_things_with_the_same_variables() {
    let (common, console) = (keys("en"), keys("en/console"));
    for key in console.keys() {
        let is_for_all = ["error-", "problem-", "mail-"]
            .iter()
            .any(|area| key.starts_with(area));
        assert!(!is_for_all, "{key} is not for organizers alone");
        assert!(!common.contains_key(key), "{key} stands twice");
    }
    for lang in Library::load().unwrap().languages() {
        let theirs = keys(lang.as_str());
        for (key, variables) in &common {
            assert_eq!(Some(variables), theirs.get(key), "{lang}: {key}");
        }
        for key in theirs.keys() {
            assert!(common.contains_key(key), "{lang} has {key} alone");
        }
        for (key, variables) in keys(&format!("{lang}/console")) {
            assert_eq!(Some(&variables), console.get(&key), "{lang}: {key}");
        }
    }
}

/// The familiar voice says some of it otherwise, and nothing else.
#[test]
fn the_familiar_voice_says_what_the_language_says() {
    let library = Library::load().unwrap();
    for lang in library.languages() {
        let (whole, familiar) = (keys(lang.as_str()), keys(&format!("{lang}/familiar")));
        assert_eq!(library.has_voices(*lang), !familiar.is_empty(), "{lang}");
        let words = [Voice::Formal, Voice::Familiar].map(|voice| library.words_in(*lang, voice));
        assert!(words.iter().all(|w| w.lang() == *lang));
        let texts = words.each_ref().map(|w| said(w, lang.as_str()));
        for (key, variables) in familiar {
            assert_eq!(Some(&variables), whole.get(&key), "{lang}: {key}");
            assert_ne!(
                texts[0].get(&key),
                texts[1].get(&key),
                "{lang}: {key} is the same in both voices"
            );
        }
    }
}

/// What each message of a language says, in each of its variants.
fn said(w: &Words, lang: &str) -> BTreeMap<String, Vec<String>> {
    let each = keys(lang).into_iter().map(|(key, names)| {
        let kinds = [
            "letter", "pledge", "petition", "detail", "name", "place", "counted",
        ];
        let more = [
            "typed",
            "unsent",
            "published",
            "private",
            "held",
            "shown",
            "never",
            "always",
            "withdrawn",
            "refused",
            "waiting",
            "confirm",
            "already",
            "own",
        ];
        let texts: Vec<String> = kinds
            .iter()
            .chain(&more)
            .map(|kind| {
                let mut args = FluentArgs::new();
                for name in &names {
                    let value = match name.as_str() {
                        "kind" | "shown" | "state" | "listing" | "means" => {
                            FluentValue::from(*kind)
                        }
                        _ => FluentValue::from(2_i64),
                    };
                    args.set(name.as_str(), value);
                }
                w.formatted(&key, &args)
            })
            .collect();
        (key, texts)
    });
    each.collect()
}

#[test]
fn every_message_is_right_at_every_number() {
    let library = Library::load().unwrap();
    let each = library.languages().iter().flat_map(|lang| {
        let formal = (library.words(*lang), all_keys(*lang));
        let familiar = library.words_in(*lang, Voice::Familiar);
        [formal, (familiar, keys(&format!("{lang}/familiar")))]
    });
    for (words, keys) in each {
        let lang = words.lang();
        for (key, variables) in keys {
            for n in [0_i64, 1, 2, 5, 11, 100, 3_214, 1_000_000] {
                for kind in ["letter", "pledge", "petition"] {
                    let mut args = FluentArgs::new();
                    for name in &variables {
                        args.set(
                            name.as_str(),
                            match name.as_str() {
                                "kind" => FluentValue::from(kind),
                                _ => FluentValue::from(n),
                            },
                        );
                    }
                    for bundle in words.bundles() {
                        let mut errors = Vec::new();
                        let message = bundle.get_message(&key).unwrap();
                        let text = bundle.format_pattern(
                            message.value().unwrap(),
                            Some(&args),
                            &mut errors,
                        );
                        assert!(errors.is_empty(), "{lang} {key} {n}: {errors:?}");
                        assert!(!text.contains(['{', '}']), "{lang} {key} {n}: {text}");
                        assert!(!text.trim().is_empty(), "{lang} {key} {n}");
                        let plain = text.replace("<b>", "").replace("</b>", "");
                        let plain = plain.replace("<a>", "").replace("</a>", "");
                        assert!(!plain.contains(['<', '>']), "{lang} {key}: {text}");
                        assert_eq!(
                            plain.len() != text.len(),
                            key.ends_with("-html"),
                            "{lang} {key}: markup and -html go together"
                        );
                        if key.ends_with("-html") {
                            assert!(!plain.contains('&'), "{lang} {key}: {text}");
                        }
                    }
                }
            }
        }
    }
}

/// Keys are written whole wherever they are used, so that they can be found.
#[test]
fn every_key_used_exists() {
    let english = all_keys(Lang::EN);
    let mut missing = BTreeSet::new();
    let said = [
        "say(", "say1(", "say2(", "say3(", "html(", "html1(", "html2(", "html3(", "link(",
        "plain1(", "plain2(", "plain3(",
    ];
    let files = Templates::iter()
        .filter(|path| path.ends_with(".html") || path.ends_with(".txt"))
        .map(|path| (path.to_string(), Templates::get(&path).unwrap().data))
        .chain(
            Code::iter()
                .filter(|path| path.ends_with(".rs") && !path.ends_with("tests.rs"))
                .map(|path| (path.to_string(), Code::get(&path).unwrap().data)),
        );
    for (path, data) in files {
        let text = String::from_utf8(data.into_owned()).unwrap();
        for call in said {
            for (at, _) in text.match_indices(call) {
                let rest = text.get(at + call.len()..).unwrap().trim_start();
                let Some(key) = rest.strip_prefix('"').and_then(|r| r.split('"').next()) else {
                    continue;
                };
                if !english.contains_key(key) {
                    missing.insert(format!("{path}: {key}"));
                }
            }
        }
        for area in ["\"error-", "\"problem-"] {
            for (at, _) in text.match_indices(area) {
                let key = text.get(at + 1..).unwrap().split('"').next().unwrap();
                let is_key = !key.contains(['{', '/', ' ', '.']) && !key.ends_with('-');
                if path.ends_with(".rs") && is_key && !english.contains_key(key) {
                    missing.insert(format!("{path}: {key}"));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn what_nobody_said_falls_back_and_is_not_fatal() {
    let library = Library::load().unwrap();
    let french = Lang::parse("fr").unwrap();
    let w = library.words(french);
    assert_eq!(w.lang(), Lang::EN);
    let nobodys = ["no", "such", "key"].join("-");
    assert_eq!(w.say(&nobodys), nobodys);
    assert_eq!(w.say1(&nobodys, "n", 1), nobodys);
    assert!(!library.speaks(french) && !library.has_voices(french));
    assert_eq!(library.languages().first(), Some(&Lang::EN));
    let folders: BTreeSet<String> = Templates::iter()
        .filter_map(|path| Some(path.strip_prefix("words/")?.split_once('/')?.0.to_owned()))
        .collect();
    let spoken = library.languages().iter().map(|lang| lang.to_string());
    assert_eq!(
        spoken.collect::<BTreeSet<_>>(),
        folders,
        "a language is a folder"
    );
}

/// What a language lacks for organizers is said in English, message by message.
#[test]
fn english_stands_in_for_what_organizers_have_not_in_their_language() {
    let library = Library::load().unwrap();
    let console = keys("en/console");
    for lang in library.languages() {
        let (w, theirs) = (library.words(*lang), keys(&format!("{lang}/console")));
        let lacks = console.len() - theirs.len();
        assert_eq!(w.console_stand_in().is_some(), lacks > 0, "{lang}");
        let in_console = w.in_console().lang();
        match lacks > theirs.len() {
            true => assert_eq!(in_console, Lang::EN, "{lang}"),
            false => assert_eq!(in_console, *lang),
        }
    }
    let portuguese = library.words(Lang::parse("pt-BR").unwrap());
    assert_eq!(portuguese.say("console-sign-in"), "Sign in");
    assert_eq!(portuguese.say("yes"), "Sim");
    let spanish = library.words(Lang::ES);
    assert!(spanish.console_stand_in().is_none());
}
