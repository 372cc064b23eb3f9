//! That every language says everything, with the same variables, at every number.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use rust_embed::Embed;

use super::*;
use crate::base::lang::Lang;
use crate::base::time::{Time, days, hours, minutes};

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

/// Every message of a language with its variables.
fn keys(lang: &str) -> Keys {
    let mut keys = Keys::new();
    let folder = format!("words/{lang}/");
    for path in Templates::iter().filter(|path| path.starts_with(&folder) && path.ends_with(".ftl"))
    {
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

#[test]
fn every_language_says_the_same_things_with_the_same_variables() {
    let english = keys("en");
    for lang in Library::load().unwrap().languages() {
        let theirs = keys(lang.as_str());
        for (key, variables) in &english {
            assert_eq!(Some(variables), theirs.get(key), "{lang}: {key}");
        }
        for key in theirs.keys() {
            assert!(english.contains_key(key), "{lang} has {key} alone");
        }
    }
}

#[test]
fn every_message_is_right_at_every_number() {
    let library = Library::load().unwrap();
    for lang in library.languages() {
        let words = library.words(*lang);
        for (key, variables) in keys(lang.as_str()) {
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
    let english = keys("en");
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
                .filter(|path| path.ends_with(".rs") && !path.ends_with("words/tests.rs"))
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
fn the_sentences_that_other_rooms_rely_on_are_there() {
    let words = Library::load().unwrap().words(Lang::ES);
    for status in [400, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503] {
        assert!(words.knows(&format!("problem-{status}-title")));
        assert!(words.knows(&format!("problem-{status}-text")));
    }
    for name in [
        "name-missing",
        "name-long",
        "name-characters",
        "name-letter",
        "name-link",
        "email-missing",
        "email-shape",
        "email-domain",
        "email-long",
        "line-long",
        "line-characters",
        "text-long",
        "text-characters",
        "slug-shape",
        "slug-taken",
        "token",
        "code",
        "updates-missing",
        "password-short",
        "password-long",
        "password-common",
        "sign-in",
    ] {
        assert!(words.knows(&format!("error-{name}")), "{name}");
    }
}

#[test]
fn numbers_are_grouped_as_the_region_does() {
    for (locale, small, large) in [
        ("en", "3,214", "32,140"),
        ("en-US", "3,214", "32,140"),
        ("es", "3214", "32.140"),
        ("es-ES", "3214", "32.140"),
        ("es-US", "3,214", "32,140"),
        ("es-MX", "3,214", "32,140"),
        ("es-419", "3,214", "32,140"),
        ("pt-BR", "3.214", "32.140"),
        ("fr", "3\u{202f}214", "32\u{202f}140"),
        ("ar", "3,214", "32,140"),
        ("ar-EG", "٣٬٢١٤", "٣٢٬١٤٠"),
        ("fa", "۳٬۲۱۴", "۳۲٬۱۴۰"),
        ("he", "3,214", "32,140"),
    ] {
        let numbers = Numbers::of(locale).unwrap();
        assert_eq!(numbers.write(3_214), small, "{locale}");
        assert_eq!(numbers.write(32_140), large, "{locale}");
    }
    assert!(Numbers::of("no language").is_none());
    assert!(Numbers::of("ar").unwrap().is_rtl());
    assert!(!Numbers::of("es").unwrap().is_rtl());
}

#[test]
fn a_sentence_counts_and_groups() {
    let library = Library::load().unwrap();
    let en = library.words(Lang::EN);
    let es = library.words(Lang::ES);
    let said = |w: &Words, n: i64| w.html1("signed-html", "n", n).to_string();
    assert_eq!(said(&en, 1), "<b>1</b> person has signed");
    assert_eq!(said(&en, 3_214), "<b>3,214</b> people have signed");
    assert_eq!(said(&es, 1), "<b>1</b> persona ha firmado");
    assert_eq!(said(&es, 32_140), "<b>32.140</b> personas han firmado");
    assert_eq!(
        said(&es, 1_000_000),
        "<b>1.000.000</b> personas han firmado"
    );
    assert_eq!(en.number(-5), "-5");
    assert_eq!(en.number(i64::from(i32::MAX)), "2,147,483,647");
}

#[test]
fn a_text_is_isolated_only_where_it_could_disturb_and_never_in_plain_text() {
    let library = Library::load().unwrap();
    let w = library.words(Lang::EN);
    assert_eq!(
        w.say1("check-spam", "sender", "Sam")
            .matches('\u{2068}')
            .count(),
        0
    );
    assert!(
        w.say1("check-spam", "sender", "سلام")
            .contains("\u{2068}سلام\u{2069}")
    );
    assert!(!w.plain1("check-spam", "sender", "سلام").contains('\u{2068}'));
}

#[test]
fn what_is_set_into_markup_is_escaped() {
    let w = Library::load().unwrap().words(Lang::EN);
    let html = w
        .html1("check-text-html", "email", "<i>\"x\"&'y'")
        .to_string();
    assert!(
        html.contains("<b>&lt;i&gt;&quot;x&quot;&amp;&#39;y&#39;</b>"),
        "{html}"
    );
    assert_eq!(Html::escaped("a<b").to_string(), "a&lt;b");
}

#[test]
fn what_nobody_said_falls_back_and_is_not_fatal() {
    let library = Library::load().unwrap();
    let w = library.words(Lang::parse("fr").unwrap());
    assert_eq!(w.lang(), Lang::EN);
    let nobodys = ["no", "such", "key"].join("-");
    assert_eq!(w.say(&nobodys), nobodys);
    assert_eq!(w.say1(&nobodys, "n", 1), nobodys);
    assert!(!library.speaks(Lang::parse("fr").unwrap()));
    assert_eq!(library.languages(), [Lang::EN, Lang::ES]);
}

#[test]
fn dates_times_and_lists() {
    let library = Library::load().unwrap();
    let en = library.words(Lang::EN);
    let es = library.words(Lang::ES);
    // 2026-12-12T14:05:09Z
    let at = Time::from_micros(1_797_084_309_000_000);
    assert_eq!(en.date(at, "UTC"), "December 12, 2026");
    assert_eq!(es.date(at, "UTC"), "12 de diciembre de 2026");
    assert_eq!(en.day(at, "UTC"), "December 12");
    assert_eq!(en.time(at, "America/New_York"), "9:05\u{202f}AM");
    assert_eq!(es.time(at, "Europe/Madrid"), "15:05");
    assert_eq!(
        en.date_time(at, "UTC"),
        "December 12, 2026 at 2:05\u{202f}PM"
    );
    assert_eq!(en.date(at, "Pacific/Kiritimati"), "December 13, 2026");
    assert_eq!(en.date(at, "No/Where"), "December 12, 2026");
    assert_eq!(en.list(&["a", "b", "c"]), "a, b, and c");
    assert_eq!(es.list(&["a", "b", "c"]), "a, b y c");
    assert_eq!(en.ago(at, at), "just now");
    assert_eq!(en.ago(at, at.plus(minutes(4))), "4 min ago");
    assert_eq!(en.ago(at, at.plus(hours(1))), "1 hour ago");
    assert_eq!(en.ago(at, at.plus(days(1))), "yesterday");
    assert_eq!(es.ago(at, at.plus(days(3))), "hace 3 días");
    assert_eq!(es.ago(at, at.plus(days(40))), "hace un mes");
    assert_eq!(en.ago(at, at.plus(days(800))), "2 years ago");
    assert_eq!(en.ago(at.plus(hours(1)), at), "just now");
}

#[test]
fn match_words_are_2048_short_distinct_words() {
    let library = Library::load().unwrap();
    for lang in library.languages() {
        let w = library.words(*lang);
        let words = w.match_words();
        assert_eq!(words.len(), 2_048, "{lang}");
        let mut folded = BTreeSet::new();
        for word in words {
            let length = word.chars().count();
            assert!((3..=7).contains(&length), "{lang}: {word}");
            assert!(word.chars().all(char::is_lowercase), "{lang}: {word}");
            assert!(
                folded.insert(crate::base::texts::text::fold(word)),
                "{lang}: {word} twice"
            );
            if *lang == Lang::EN {
                assert!(word.is_ascii(), "{word}");
            }
        }
        assert_eq!(w.match_word(0_usize), words[0]);
        assert_eq!(w.match_word(2_047_u16), words[2_047]);
        let last = words[2_047].to_uppercase();
        assert_eq!(w.match_word_index(&format!(" {last} ")), Some(2_047));
        assert_eq!(w.match_word_index("not a word"), None);
    }
}
