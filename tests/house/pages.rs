//! What may stand in a template, a style and a script.

use crate::hold;
use crate::source::{Source, files, pattern};

/// Blanks what matches, so that places keep their lines.
fn blank(text: &str, wanted: &str) -> String {
    let blanked = |found: &regex::Captures| {
        found[0]
            .chars()
            .map(|c| {
                if c == '\n' {
                    "\n".to_owned()
                } else {
                    " ".repeat(c.len_utf8())
                }
            })
            .collect::<String>()
    };
    pattern(wanted).replace_all(text, blanked).into_owned()
}

const SCRIPTLETS: &str = r"(?s)\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}";
const TAGS: &str = r#"(?s)<!--.*?-->|</?[a-zA-Z!](?:"[^"]*"|'[^']*'|[^'">])*>"#;

/// What a macro or a block writes into a tag further out: an attribute, an address within the page; and entities.
const FRAGMENTS: &str = r#"(?s)\b[a-z-]+="[^"]*"|#[a-z-]+|&#?\w+;"#;

fn places(source: &Source, text: &str, wanted: &str) -> Vec<String> {
    pattern(wanted)
        .find_iter(text)
        .map(|found| format!("{}: {}", source.at(found.start()), found.as_str().trim()))
        .collect()
}

fn inline(sources: &[Source]) -> Vec<String> {
    let tag = pattern(TAGS);
    let script = pattern(r"(?i)^<script\b");
    let attribute = pattern(r#"(?i)[\s"'](on[a-z]+|style|srcdoc)\s*="#);
    let mut broken = Vec::new();
    for source in sources {
        let text = blank(&source.text, SCRIPTLETS);
        broken.extend(places(source, &text, r"(?i)<style\b|<base\b|javascript:"));
        for tag in tag.find_iter(&text) {
            let place = source.at(tag.start());
            if script.is_match(tag.as_str()) && !tag.as_str().contains("src=") {
                broken.push(format!("{place}: a script without src"));
            }
            let bare = blank(tag.as_str(), r#"(?s)"[^"]*"|'[^']*'"#);
            for found in attribute.captures_iter(&bare) {
                broken.push(format!("{place}: {}", &found[1]));
            }
        }
    }
    broken
}

fn abroad(sources: &[Source]) -> Vec<String> {
    let wanted = concat!(
        r#"(?i)\b(src|href|action|formaction|data|poster|srcset|manifest|ping)\s*=\s*["']?\s*(https?:)?//[^\s"'>]*"#,
        r#"|url\(\s*["']?\s*(https?:)?//[^)]*|@import\b[^;]*"#,
        r#"|\b(fetch|import|importScripts|Worker|EventSource|WebSocket|sendBeacon)\s*\(\s*["'`]\s*(\w+:)?//[^)]*"#,
    );
    sources
        .iter()
        .flat_map(|source| places(source, &source.text, wanted))
        .collect()
}

fn hard_coded(sources: &[Source]) -> Vec<String> {
    let spoken = concat!(
        r"(?i)\s(alt|title|aria-label|placeholder|summary|label)\s*=\s*",
        r#""([^"]*\p{L}[^"]*)""#,
    );
    let mut broken = Vec::new();
    for source in sources {
        let text = blank(&source.text, SCRIPTLETS);
        broken.extend(places(source, &text, spoken));
        let text = blank(&blank(&text, TAGS), FRAGMENTS);
        broken.extend(places(source, &text, r"\p{L}[^\n]*"));
    }
    broken
}

fn one_sided(sources: &[Source]) -> Vec<String> {
    let wanted = concat!(
        r"(?i)\b(margin|padding|border|inset|scroll-margin|scroll-padding)-(left|right)[\w-]*\s*:",
        r"|(?:^|[;{\s])(left|right)\s*:|\b(text-align|float|clear|caption-side)\s*:\s*(left|right)\b",
        r"|\bborder-(top|bottom)-(left|right)-radius\s*:",
    );
    sources
        .iter()
        .flat_map(|source| places(source, &blank(&source.text, r"(?s)/\*.*?\*/"), wanted))
        .collect()
}

fn spoken_by_styles(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .flat_map(|source| {
            places(
                source,
                &blank(&source.text, r"(?s)/\*.*?\*/"),
                r#"\bcontent\s*:\s*["'][^"'\n]*\p{L}\p{L}[^\n]*"#,
            )
        })
        .collect()
}

/// Templates with sentences: pages, pictures and letters (a font's licence is neither).
fn spoken() -> Vec<Source> {
    let mut found = files("templates", &[".html", ".svg"]);
    found.extend(files("templates/mail", &[".txt"]));
    found
}

#[test]
fn nothing_is_inline() {
    hold(
        "No <style>, style=, inline script or on...= in a template: the content security policy allows none.",
        &inline(&files("templates", &[".html", ".svg"])),
    );
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    hold(
        "No picture, style, script or form of another site.",
        &abroad(&files("templates", &[".html", ".svg", ".css", ".js"])),
    );
}

#[test]
fn every_sentence_comes_from_the_words() {
    hold(
        "All text lives in templates/words; a template has no letter outside its tags.",
        &hard_coded(&spoken()),
    );
    hold(
        "All text lives in templates/words; a style says nothing.",
        &spoken_by_styles(&files("templates", &[".css"])),
    );
}

#[test]
fn styles_know_no_left_and_right() {
    hold(
        "CSS uses logical properties (inline-start, inline-end): some languages run the other way.",
        &one_sided(&files("templates", &[".css"])),
    );
}

#[test]
fn the_rules_of_pages_bite() {
    let html = |text: &str| [Source::new("templates/a.html", text)];
    assert_eq!(inline(&html("<p style=\"color:red\"><style></style><a onclick='x()' href=\"javascript:y\"><script>z</script>")).len(), 5);
    assert_eq!(inline(&html("<script src=\"{{ a.url(\"x.js\") }}\" defer></script><p data-on=\"online = 3\" class=\"style\">")).len(), 0);

    assert_eq!(
        abroad(&html(
            "<img src=\"//cdn.example/x.png\"><a href='https://example.org'>"
        ))
        .len(),
        2
    );
    assert_eq!(
        abroad(&html(
            "<a href=\"{{ page.url }}\"><svg xmlns=\"http://www.w3.org/2000/svg\">"
        ))
        .len(),
        0
    );
    assert_eq!(
        abroad(&[Source::new(
            "templates/a.css",
            "@import 'x'; a { background: url(//b) }"
        )])
        .len(),
        2
    );

    assert_eq!(hard_coded(&html("{# note #}<p class=\"a\">{{ w.say(\"x\") }} &middot; 3 – <b>Sign</b></p>\n<img alt=\"A dog\">")).len(), 2);
    assert_eq!(hard_coded(&html("<!DOCTYPE html>{% macro m %} aria-invalid=\"true\"{% endmacro %}{% block to %}#main{% endblock %}<a {% if a > b %}hidden{% endif %} href=\"#main\">{%- if x -%}{{ y }}{% endif %}</a><img alt=\"\">")).len(), 0);

    let css = |text: &str| [Source::new("templates/a.css", text)];
    assert_eq!(
        one_sided(&css(
            "a { margin-left: 1px; left: 0; text-align:right; border-top-left-radius: 2px }"
        ))
        .len(),
        4
    );
    assert_eq!(
        one_sided(&css(
            "a { margin-inline-start: 1px; inset-inline: 0; text-align: start; /* left: */ }"
        ))
        .len(),
        0
    );
    assert_eq!(
        spoken_by_styles(&css(
            "a::before { content: \"Sign now\" } b::before { content: \"\\2192\" }"
        ))
        .len(),
        1
    );
}
