//! Markdown to HTML that can be shown: no raw HTML goes in, and what comes out is sanitized again.

use super::pasted::deliberate;
use ammonia::Builder;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};
use std::collections::HashSet;

/// Turns Markdown into sanitized HTML. A text that was pasted without any reads as it was pasted, line by line. Raw HTML
/// is shown as text. Headings move one level down, since the page has its own first heading. Links keep http, https and
/// mailto only and say `nofollow ugc noopener noreferrer`; of pictures the words are left (no third-party request, ever).
#[must_use]
pub fn render(markdown: &str) -> String {
    let markdown = deliberate(markdown);
    let events = Parser::new_ext(&markdown, Options::ENABLE_STRIKETHROUGH).filter_map(|event| {
        Some(match event {
            Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
            Event::SoftBreak => Event::HardBreak,
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
            Event::Start(tag) => Event::Start(lower(tag)),
            Event::End(tag) => Event::End(lower_end(tag)),
            other => other,
        })
    });
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, events);
    clean(&out)
}

/// The words of a Markdown text without any of its marks and headings, by paragraph.
#[must_use]
pub(crate) fn plain(markdown: &str) -> Vec<String> {
    let markdown = deliberate(markdown);
    let mut paragraphs = Vec::new();
    let mut words = String::new();
    for event in Parser::new(&markdown) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                words.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                paragraphs.push(std::mem::take(&mut words));
            }
            Event::End(TagEnd::Heading(_)) => words.clear(),
            _ => {}
        }
    }
    paragraphs.push(words);
    let folded = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let paragraphs = paragraphs.into_iter().map(folded);
    paragraphs.filter(|text| !text.is_empty()).collect()
}

fn lower(tag: Tag<'_>) -> Tag<'_> {
    match tag {
        Tag::Heading { level, .. } => Tag::Heading {
            level: below(level),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        },
        other => other,
    }
}

fn lower_end(tag: TagEnd) -> TagEnd {
    match tag {
        TagEnd::Heading(level) => TagEnd::Heading(below(level)),
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
    ]
    .into();
    Builder::empty()
        .tags(tags)
        .tag_attributes([("a", ["href"].into()), ("ol", ["start"].into())].into())
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("nofollow ugc noopener noreferrer"))
        .clean(html)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::render;
    use proptest::prelude::*;

    /// What a reader sees, line by line, with the numbers that the browser writes.
    fn read(html: &str) -> Vec<String> {
        let mut lines = vec![String::new()];
        let mut numbers = Vec::new();
        let mut rest = html;
        while let Some((text, after)) = rest.split_once('<') {
            lines.last_mut().unwrap().push_str(&text.replace('\n', " "));
            let (tag, after) = after.split_once('>').unwrap();
            let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap();
            match (tag.starts_with('/'), name) {
                (false, "ol") => {
                    let start = tag
                        .split('"')
                        .nth(1)
                        .map_or(1, |start| start.parse().unwrap());
                    numbers.push(Some(start));
                }
                (false, "ul") => numbers.push(None),
                (true, "ol" | "ul") => _ = numbers.pop(),
                (false, "li") => {
                    let sign = match numbers.last_mut().unwrap() {
                        Some(number) => {
                            *number += 1;
                            format!("{}. ", *number - 1)
                        }
                        None => "* ".to_owned(),
                    };
                    lines.push(sign);
                }
                (false, "br" | "hr") | (true, _)
                    if !["em", "strong", "del", "a"].contains(&name) =>
                {
                    lines.push(String::new());
                }
                _ => {}
            }
            rest = after;
        }
        lines
            .iter()
            .map(|line| words(line))
            .map(|line| {
                line.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&")
            })
            .filter(|line| !line.is_empty())
            .collect()
    }

    fn words(line: &str) -> String {
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn reads_as_pasted(text: &str) {
        let pasted: Vec<_> = text
            .lines()
            .map(words)
            .filter(|line| !line.is_empty())
            .collect();
        let html = render(text);
        assert_eq!(read(&html), pasted, "{text}\n{html}");
    }

    #[test]
    fn a_pasted_letter_reads_as_it_was_pasted() {
        for text in [
            "Dear Mayor,\n\n    We write to you as neighbours.\n    All of us.\n\n\tA tab begins this one.",
            "The Mayor\n1 Town Square\nMerton",
            "1. One\n2. Two\n\nA remark.\n\n3. Three\n4. Four",
            "1. One\n2. Two\nA remark.\n3. Three\n4. Four",
            "1. One\n\n2. Two\n\n1. One again\n2. Two again",
            "1. One\n1. One more\n1. And one",
            " 9. Nine\n10. Ten\n11. Eleven",
            "1986. That was\n1987. a long time ago\n\n1986. That was",
            "We met in\n1986. That was\n1. good",
            "Rooms 2*3*4 and 2**3**4, a_b_c, ~5 to ~6, a~b~c",
            "Signed ____ in ____,\nName:____ Date:____",
            "C:\\new\\table, \\\\server\\share, ¯\\(ツ)/¯\\",
            "AT&T; &copy; &nbsp; <Name> <b>not bold</b>\n<div>\nnor a block\n</div>",
            "As in [1] and [sic].\n\n[1]: https://a.example/b\n[2]: https://a.example/c \"t\"",
            "L`eau et l`air, ``so'' it was\n```\nfenced\n~~~",
            "Title\n=====\nText\n--\nJane <jane@example.org>",
            "+ 3 more\n#hashtag\n>50 came\n#\n-\n*\n+\n1.\n1)",
            "a) one\nb) two\n1) one\n2) two\n01. one\n02. two",
            "Price* 5 * 3 * 2 \"quoted\" -- it's ... '90s",
            "* That is without tax",
            "　　中文段落，很长。\n　　第二段。",
            "    1. One\n    2. Two\n        indented below",
            "Line with two spaces  \nand the next\\\nand the last",
        ] {
            reads_as_pasted(text);
            assert!(!render(text).contains("<pre"), "{text}");
        }
    }

    #[test]
    fn what_is_meant_as_markdown_is_markdown() {
        for (markdown, html) in [
            (
                "**so** *it* ~~was~~ _is_",
                "<strong>so</strong> <em>it</em> <del>was</del> <em>is</em>",
            ),
            ("这是**重要**的", "这是<strong>重要</strong>的"),
            ("* one\n* two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
            (
                "- one\n  - two",
                "<ul>\n<li>one\n<ul>\n<li>two</li>\n</ul>\n</li>\n</ul>",
            ),
            (
                "    - one\n    - two",
                "<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
            ),
            ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>"),
            (
                "7. seven\n8. eight",
                "<ol start=\"7\">\n<li>seven</li>\n<li>eight</li>\n</ol>",
            ),
            (
                "> one\n> two\nthree",
                "<blockquote>\n<p>one<br>\ntwo</p>\n</blockquote>\n<p>three</p>",
            ),
            ("one\n---\ntwo", "<p>one</p>\n<hr>\n<p>two</p>"),
            ("1. one\n\n   more\n\n2. two", "<p>more</p>"),
            ("2 \\* 3 \\* 4, 1986\\. That", "2 * 3 * 4, 1986. That"),
            ("<https://a.example/b>", "href=\"https://a.example/b\""),
            (
                "[a & b](https://a.example/2*3*4?a=1&copy=2)",
                "href=\"https://a.example/2*3*4?a=1&amp;copy=2\"",
            ),
            ("one ![words](https://a.example/p.png)", "<p>one words</p>"),
        ] {
            let found = render(markdown);
            assert!(found.contains(html), "{markdown}\n{found}");
        }
    }

    /// Words that have nothing of Markdown and much that looks like it.
    fn word() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "We",
            "ask",
            "2*3*4",
            "1986.",
            "12",
            "a_b_c",
            "(see",
            "note)",
            "[1]",
            "[1]:",
            "C:\\x\\(y",
            "AT&T;",
            "&copy;",
            "<Name>",
            "</p>",
            "5",
            "<",
            "1.",
            "2.",
            "3.",
            "4)",
            "...",
            "--",
            "\"so\"",
            "=",
            "==",
            "+",
            "`",
            "l`eau",
            "~5",
            "~",
            "#1",
            "50%",
            "☐",
            "图书馆",
            "'90s",
            "|",
            "https://a.example/b_c_d",
            "a*b",
            "____",
            "\\",
            "$x$",
            ":",
            "!",
        ])
    }

    fn line() -> impl Strategy<Value = String> {
        let indents = vec![
            "", "", "", " ", "  ", "   ", "    ", "        ", "\t", "　　",
        ];
        let words = prop::collection::vec(word(), 0..7);
        (
            prop::sample::select(indents),
            words,
            prop::sample::select(vec!["", " ", "  "]),
        )
            .prop_map(|(indent, words, end)| format!("{indent}{}{end}", words.join(" ")))
            .prop_filter("a rule", |line| {
                !line.trim().chars().all(|c| "-_ ".contains(c)) || line.trim().is_empty()
            })
    }

    proptest! {
        #[test]
        fn plain_text_reads_as_it_was_pasted(lines in prop::collection::vec(line(), 1..14)) {
            reads_as_pasted(&lines.join("\n"));
        }

        #[test]
        fn no_text_makes_it_fall(text in "[ -~\n\t*_#>`|<&\\[\\]()0-9.　é图]{0,200}") {
            let _ = render(&text);
        }
    }

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
