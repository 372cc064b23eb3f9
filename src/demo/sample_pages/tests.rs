//! What holds on every page.

use std::fs;
use std::path::Path;

use super::sample::Sample;
use crate::base::lang::Lang;
use crate::web::assets::Assets;
use crate::words::Library;

/// Each language, and a page turned round although its words are English.
fn each(mut check: impl FnMut(&str, &str, &str)) {
    let library = Library::load().unwrap();
    let assets = Assets::load();
    for lang in library.languages() {
        let words = library.words(*lang);
        let sample = Sample::of(&words, &assets);
        let pages = sample.all().into_iter().chain(sample.register());
        for (name, html) in pages.chain(sample.layouts()) {
            check(lang.as_str(), name, &html);
            if *lang == Lang::EN {
                check("rtl", name, &html.replacen("dir=\"ltr\"", "dir=\"rtl\"", 1));
            }
        }
    }
}

#[test]
fn every_page_renders_and_has_nothing_inline() {
    each(|lang, name, html| {
        for banned in [
            " style=",
            "<style",
            " onclick",
            " onload",
            "javascript:",
            "<script>",
            "src=\"http",
            "placeholder=",
        ] {
            assert!(!html.contains(banned), "{lang} {name}: {banned}");
        }
        assert_eq!(html.matches("<h1").count(), 1, "{lang} {name}: one h1");
        assert_eq!(html.matches("<main").count(), 1, "{lang} {name}: one main");
        assert!(html.contains("<title>"), "{lang} {name}");
    });
}

#[test]
fn no_id_is_given_twice_and_every_reference_is_answered() {
    each(|lang, name, html| {
        let ids = values(html, " id=\"");
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(ids.len(), once.len(), "{lang} {name}: {ids:?}");
        let mut asked = values(html, " for=\"");
        asked.extend(
            values(html, "aria-describedby=\"")
                .iter()
                .flat_map(|v| v.split(' ')),
        );
        asked.extend(values(html, "aria-labelledby=\""));
        asked.extend(values(html, "href=\"#"));
        for id in asked {
            assert!(ids.contains(&id), "{lang} {name}: nothing has the id {id}");
        }
    });
}

#[test]
fn no_key_is_left_standing() {
    let library = Library::load().unwrap();
    let english = library.words(Lang::EN);
    let keys = english.keys();
    each(|lang, name, html| {
        for key in keys.iter().filter(|key| key.contains('-')) {
            let shown = format!(">{key}<");
            assert!(!html.contains(&shown), "{lang} {name}: {key}");
        }
    });
}

#[test]
fn the_petition_page_is_light() {
    each(|lang, name, html| {
        assert!(
            html.len() < 15 * 1024,
            "{lang} {name}: {} bytes",
            html.len()
        );
    });
}

/// For looking at: `mkdir target/look` and run this test.
#[test]
fn every_page_is_written_to_a_folder_that_waits_for_it() {
    let assets = Assets::load();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/look");
    if !folder.is_dir() {
        return;
    }
    fs::create_dir_all(folder.join("assets")).unwrap();
    for name in [
        "public.css",
        "console.css",
        "public.js",
        "literata.woff2",
        "mark.svg",
    ] {
        let file = assets.url(name).trim_start_matches("/assets/");
        let (bytes, _) = assets.find(file).unwrap();
        fs::write(folder.join("assets").join(file), bytes).unwrap();
    }
    each(|lang, name, html| {
        fs::write(folder.join(format!("{name}.{lang}.html")), html).unwrap();
    });
}

fn values<'h>(html: &'h str, before: &str) -> Vec<&'h str> {
    html.split(before)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}
