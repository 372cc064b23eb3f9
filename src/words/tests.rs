//! Numbers, dates, match words and sentences, as people of each language write them.

use std::collections::BTreeSet;

use super::*;
use crate::base::day::Day;
use crate::base::lang::Lang;
use crate::base::time::{Time, days, hours, minutes};

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
fn dates_times_and_lists() {
    let library = Library::load().unwrap();
    let en = library.words(Lang::EN);
    let es = library.words(Lang::ES);
    let pt = library.words(Lang::parse("pt-BR").unwrap());
    // 2026-12-12T14:05:09Z
    let at = Time::from_micros(1_797_084_309_000_000);
    assert_eq!(en.date(at, "UTC"), "December 12, 2026");
    let day = Day::parse("2027-03-28").unwrap();
    assert_eq!(en.date_of(day), "March 28, 2027");
    assert_eq!(es.date(at, "UTC"), "12 de diciembre de 2026");
    assert_eq!(pt.date(at, "UTC"), "12 de dezembro de 2026");
    assert_eq!(pt.time(at, "America/Sao_Paulo"), "11:05");
    assert_eq!(pt.list(&["a", "b", "c"]), "a, b e c");
    assert_eq!(pt.ago(at, at.plus(days(1))), "ontem");
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
fn match_words_are_2048_short_words_of_which_none_is_a_letter_away_from_another() {
    let library = Library::load().unwrap();
    for lang in library.languages() {
        let w = library.words(*lang);
        let words = w.match_words();
        assert_eq!(words.len(), 2_048, "{lang}");
        let mut near = BTreeSet::new();
        for word in words {
            let length = word.chars().count();
            assert!((3..=7).contains(&length), "{lang}: {word}");
            assert!(word.chars().all(char::is_lowercase), "{lang}: {word}");
            // two words are a letter apart where they are alike without one letter each, at the same place or in one of them
            let folded: Vec<char> = crate::base::texts::text::fold(word).chars().collect();
            let whole = folded.iter().collect::<String>();
            let mut alike = vec![whole];
            for place in 0..folded.len() {
                let (before, rest) = folded.split_at(place);
                let without: String = before.iter().chain(&rest[1..]).collect();
                let hole = before.iter().chain(&['?']).chain(&rest[1..]);
                alike.extend([hole.collect(), without]);
            }
            alike.sort_unstable();
            alike.dedup();
            // a letter taken out of both at different places is two letters' difference
            for one in alike {
                let is_whole = one.chars().count() == length;
                assert!(
                    near.insert((one.clone(), is_whole)) || !is_whole,
                    "{lang}: {word} is like another: {one}"
                );
            }
            if *lang == Lang::EN {
                assert!(word.is_ascii(), "{word}");
            }
        }
        for word in words {
            let folded = crate::base::texts::text::fold(word);
            assert!(
                !near.contains(&(folded, false)),
                "{lang}: {word} is another without a letter"
            );
        }
        assert_eq!(w.match_word(0_usize), words[0]);
        assert_eq!(w.match_word(2_047_u16), words[2_047]);
        let last = words[2_047].to_uppercase();
        assert_eq!(w.match_word_index(&format!(" {last} ")), Some(2_047));
        assert_eq!(w.match_word_index("not a word"), None);
    }
}
