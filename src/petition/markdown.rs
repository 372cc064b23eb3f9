//! Markdown to HTML that can be shown: no raw HTML goes in, and what comes out is sanitized again.

use ammonia::Builder;
use pulldown_cmark::{Event, Options, Parser, html};
use std::collections::HashSet;

/// Turns Markdown into sanitized HTML. Raw HTML is shown as text. Headings move one level down,
/// since the page has its own first heading. Links keep http, https and mailto only and say
/// `nofollow ugc noopener noreferrer`; pictures are left out (no third-party request, ever).
#[must_use]
pub fn render(markdown: &str) -> String {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_SMART_PUNCTUATION;
    let events = Parser::new_ext(markdown, options).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(tag) => Event::Start(lower(tag)),
        Event::End(tag) => Event::End(lower_end(tag)),
        other => other,
    });
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, events);
    clean(&out)
}

fn lower(tag: pulldown_cmark::Tag<'_>) -> pulldown_cmark::Tag<'_> {
    match tag {
        pulldown_cmark::Tag::Heading { level, .. } => pulldown_cmark::Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        },
        other => other,
    }
}

fn lower_end(tag: pulldown_cmark::TagEnd) -> pulldown_cmark::TagEnd {
    match tag {
        pulldown_cmark::TagEnd::Heading(level) => pulldown_cmark::TagEnd::Heading(below(level)),
        other => other,
    }
}

fn below(level: pulldown_cmark::HeadingLevel) -> pulldown_cmark::HeadingLevel {
    match level {
        pulldown_cmark::HeadingLevel::H1 => pulldown_cmark::HeadingLevel::H2,
        _ => pulldown_cmark::HeadingLevel::H3,
    }
}

fn clean(html: &str) -> String {
    let tags: HashSet<&str> = [
        "p",
        "br",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "blockquote",
        "em",
        "strong",
        "del",
        "a",
        "hr",
        "code",
        "pre",
    ]
    .into();
    Builder::empty()
        .tags(tags)
        .tag_attributes([("a", ["href"].into())].into())
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("nofollow ugc noopener noreferrer"))
        .clean(html)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn headings_stand_below_the_page_title() {
        assert_eq!(render("# We ask").trim(), "<h2>We ask</h2>");
    }

    #[test]
    fn nothing_that_runs_survives() {
        for attack in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "![x](https://elsewhere.example/p.png)",
            "<svg><animate onbegin=alert(1)>",
            "<math><annotation-xml encoding=\"text/html\"><script>alert(1)</script>",
            "<a href=\"https://a.example\" onclick=\"alert(1)\">x</a>",
            "<style>body{display:none}</style>",
            "<iframe src=//elsewhere.example></iframe>",
        ] {
            let html = render(attack);
            for bad in [
                "<script",
                "<img",
                "<svg",
                "<math",
                "<style",
                "<iframe",
                "=\"javascript",
                "=\"data",
            ] {
                assert!(!html.contains(bad), "{attack} became {html}");
            }
        }
    }

    #[test]
    fn links_do_not_vouch_for_where_they_lead() {
        let html = render("[x](https://a.example/b)");
        assert!(html.contains(r#"href="https://a.example/b""#), "{html}");
        assert!(html.contains("nofollow ugc noopener noreferrer"), "{html}");
    }
}
