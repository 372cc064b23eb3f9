//! Our own pages taken apart: elements, attributes, text. Knows as much of HTML as our templates
//! write (html-validate holds them to it), and of selectors `tag#id.class[name=value]` in rows.
//! A real parser would change the features of a crate that ICU needs, and have all of it built twice.

const VOID: [&str; 8] = ["area", "br", "hr", "img", "input", "link", "meta", "source"];

#[derive(Debug, Default)]
struct Node {
    /// Empty for text.
    tag: String,
    attributes: Vec<(String, String)>,
    text: String,
    parent: usize,
    /// Nodes from the next one up to this are inside.
    end: usize,
}

/// A page. The first node is the page itself.
#[derive(Debug)]
pub struct Html {
    nodes: Vec<Node>,
}

/// An element of a page.
#[derive(Clone, Copy)]
pub struct Element<'a> {
    html: &'a Html,
    at: usize,
}

impl Html {
    /// Takes a page apart.
    pub fn of(source: &str) -> Self {
        let mut html = Self {
            nodes: vec![Node::default()],
        };
        let mut open = vec![0];
        let mut rest = source;
        while !rest.is_empty() {
            let inside = *open.last().expect("the page itself");
            let tag = html.nodes[inside].tag.clone();
            let is_raw = matches!(tag.as_str(), "script" | "style" | "title" | "textarea");
            if is_raw && !rest.starts_with(&format!("</{tag}")) {
                let (text, behind) = cut(rest, &format!("</{tag}"));
                html.text(inside, text);
                rest = behind;
            } else if let Some(comment) = rest.strip_prefix("<!--") {
                rest = after(comment, "-->");
            } else if rest.starts_with("<!") {
                rest = after(rest, ">");
            } else if let Some(closing) = rest.strip_prefix("</") {
                let (name, behind) = closing.split_once('>').unwrap_or((closing, ""));
                let name = name.trim();
                let found = open.iter().rposition(|at| html.nodes[*at].tag == name);
                for at in open.split_off(found.expect("a tag that was opened")) {
                    html.nodes[at].end = html.nodes.len();
                }
                rest = behind;
            } else if rest.starts_with('<') {
                let (node, behind) = tag_at(rest, inside);
                let is_void = VOID.contains(&node.tag.as_str()) || node.end == 1;
                html.nodes.push(node);
                let at = html.nodes.len() - 1;
                html.nodes[at].end = at + 1;
                if !is_void {
                    open.push(at);
                }
                rest = behind;
            } else {
                let (text, behind) = cut(rest, "<");
                html.text(inside, text);
                rest = behind;
            }
        }
        for at in open {
            html.nodes[at].end = html.nodes.len();
        }
        html
    }

    fn text(&mut self, parent: usize, text: &str) {
        let end = self.nodes.len() + 1;
        self.nodes.push(Node {
            text: unescaped(text),
            parent,
            end,
            ..Node::default()
        });
    }

    /// The page itself, to select in.
    pub fn root(&self) -> Element<'_> {
        Element { html: self, at: 0 }
    }
}

impl<'a> Element<'a> {
    /// All inside that fit one of these selectors, separated by commas, in the order of the page.
    pub fn select(self, css: &str) -> Vec<Element<'a>> {
        let rows: Vec<Vec<&str>> = css
            .split(',')
            .map(|r| r.split_whitespace().collect())
            .collect();
        let inside = self.at + 1..self.html.nodes[self.at].end;
        let all = inside.map(|at| Element { at, ..self });
        all.filter(|one| rows.iter().any(|row| one.fits_row(row)))
            .collect()
    }

    /// The first inside that fits.
    pub fn first(self, css: &str) -> Option<Element<'a>> {
        self.select(css).into_iter().next()
    }

    /// The name of the tag.
    pub fn tag(self) -> &'a str {
        &self.html.nodes[self.at].tag
    }

    /// An attribute, empty when it has no value.
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        let all = &self.html.nodes[self.at].attributes;
        all.iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// The texts inside, one by one.
    pub fn texts(self) -> impl Iterator<Item = &'a str> {
        let inside = self.at..self.html.nodes[self.at].end;
        let nodes = self.html.nodes[inside].iter();
        nodes
            .map(|node| node.text.as_str())
            .filter(|t| !t.is_empty())
    }

    fn parent(self) -> Option<Element<'a>> {
        let at = self.html.nodes[self.at].parent;
        (self.at != 0 && at != 0).then_some(Element { at, ..self })
    }

    fn fits_row(self, row: &[&str]) -> bool {
        let Some((last, outer)) = row.split_last() else {
            return true;
        };
        if !self.fits(last) {
            return false;
        }
        let mut above = self.parent();
        let mut left = outer;
        while let (Some(one), Some((next, rest))) = (above, left.split_last()) {
            if one.fits(next) {
                left = rest;
            }
            above = one.parent();
        }
        left.is_empty()
    }

    fn fits(self, compound: &str) -> bool {
        if self.tag().is_empty() {
            return false;
        }
        let mut parts = Vec::new();
        let mut part = String::new();
        for c in compound.chars() {
            if matches!(c, '#' | '.' | '[') {
                parts.push(std::mem::take(&mut part));
            }
            part.push(c);
        }
        parts.push(part);
        parts.iter().all(|part| self.fits_part(part))
    }

    fn fits_part(self, part: &str) -> bool {
        if let Some(id) = part.strip_prefix('#') {
            return self.attribute("id") == Some(id);
        }
        if let Some(class) = part.strip_prefix('.') {
            let classes = self.attribute("class").unwrap_or_default();
            return classes.split(' ').any(|one| one == class);
        }
        if let Some(pair) = part.strip_prefix('[') {
            let pair = pair.trim_end_matches(']');
            return match pair.split_once('=') {
                Some((name, value)) => self.attribute(name) == Some(value.trim_matches('"')),
                None => self.attribute(pair).is_some(),
            };
        }
        part.is_empty() || self.tag() == part
    }
}

/// Up to `mark`, and from it on.
fn cut<'a>(text: &'a str, mark: &str) -> (&'a str, &'a str) {
    text.split_at(text.find(mark).unwrap_or(text.len()))
}

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or("", |(_, behind)| behind)
}

/// Reads an opening tag. `end` is 1 for one that closes itself.
fn tag_at(source: &str, parent: usize) -> (Node, &str) {
    let mut rest = source.strip_prefix('<').unwrap_or(source);
    let is_name = |c: char| !c.is_whitespace() && !matches!(c, '>' | '/' | '=');
    let name_of = |text: &str| text.chars().take_while(|c| is_name(*c)).collect::<String>();
    let tag = name_of(rest);
    rest = rest.strip_prefix(tag.as_str()).unwrap_or(rest);
    let mut node = Node {
        tag,
        parent,
        ..Node::default()
    };
    loop {
        rest = rest.trim_start();
        if let Some(behind) = rest.strip_prefix('>') {
            return (node, behind);
        }
        if let Some(behind) = rest.strip_prefix("/>") {
            node.end = 1;
            return (node, behind);
        }
        let name = name_of(rest);
        assert!(!name.is_empty(), "an attribute, not {:.60}", rest);
        rest = rest.strip_prefix(name.as_str()).unwrap_or(rest);
        let mut value = String::new();
        if let Some(behind) = rest.strip_prefix("=\"") {
            let (quoted, behind) = behind.split_once('"').expect("a closing quote");
            value = unescaped(quoted);
            rest = behind;
        }
        node.attributes.push((name, value));
    }
}

fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';').unwrap_or((part, ""));
        let number = entity.strip_prefix('#').and_then(|number| {
            let hex = number
                .strip_prefix('x')
                .map(|hex| u32::from_str_radix(hex, 16));
            hex.unwrap_or_else(|| number.parse()).ok()
        });
        whole.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "nbsp" => '\u{a0}',
            _ => number.and_then(char::from_u32).expect(entity),
        });
        whole.push_str(rest);
    }
    whole
}

#[test]
fn a_page_is_taken_apart() {
    let page = Html::of(
        "<!DOCTYPE html><!-- <p> --><html lang=\"en\"><title>A &#60; B</title><body><form class=\"a sign\">\
         <input name=\"x\" value=\"&#38;&#34;\" checked><p>one<b> two</b></p></form><p>three</p></body></html>",
    );
    let root = page.root();
    let all = |css: &str| {
        let found = root.select(css).into_iter();
        found
            .map(|one| one.texts().collect::<String>())
            .collect::<Vec<_>>()
    };
    assert_eq!(all("p"), ["one two", "three"]);
    assert_eq!(all("form.sign p, title"), ["A < B", "one two"]);
    assert_eq!(all("form p b"), [" two"]);
    assert_eq!(all("p.sign b"), [""; 0]);
    let input = root.first("form input[name=x]").unwrap();
    assert_eq!(input.attribute("value"), Some("&\""));
    assert_eq!(input.attribute("checked"), Some(""));
}
