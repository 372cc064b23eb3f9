//! A small reader of XML that takes nothing but what is well formed.

/// An element, its attributes, its own text and what stands in it.
#[derive(Debug, Default)]
pub struct Node {
    pub name: String,
    attributes: Vec<(String, String)>,
    pub text: String,
    pub children: Vec<Node>,
}

impl Node {
    /// An attribute, empty when there is none.
    pub fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// The children of this name.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        self.children
            .iter()
            .filter(|child| child.name == name)
            .collect()
    }
}

/// Reads a document; panics at whatever is not well formed.
pub fn read(text: &str) -> Node {
    let rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    let mut rest = rest.expect("an XML declaration").trim_start();
    let root = element(&mut rest);
    assert_eq!(rest.trim(), "", "something follows the root");
    root
}

fn until<'a>(rest: &mut &'a str, end: &str) -> &'a str {
    let (before, after) = rest
        .split_once(end)
        .unwrap_or_else(|| panic!("no {end} in {rest}"));
    *rest = after;
    before
}

fn unescaped(text: &str) -> String {
    assert!(!text.contains('<'), "a bare < in {text}");
    let mut parts = text.split('&');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part
            .split_once(';')
            .unwrap_or_else(|| panic!("a bare & in {text}"));
        let letter = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            number => {
                let number = number.strip_prefix('#').expect("a reference XML knows");
                let code = number.parse().expect("a number");
                char::from_u32(code).expect("a character")
            }
        };
        whole.push(letter);
        whole.push_str(after);
    }
    whole
}

fn element(rest: &mut &str) -> Node {
    assert!(rest.starts_with('<'), "an element at {rest}");
    until(rest, "<");
    let mut tag = until(rest, ">");
    let is_empty = tag.ends_with('/');
    tag = tag.trim_end_matches('/');
    let mut node = Node::default();
    let (name, mut more) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    name.clone_into(&mut node.name);
    while !more.trim().is_empty() {
        let key = until(&mut more, "=\"").trim().to_owned();
        let value = unescaped(until(&mut more, "\""));
        assert!(node.attribute(&key).is_empty(), "{key} is there twice");
        node.attributes.push((key, value));
    }
    if is_empty {
        return node;
    }
    loop {
        let at = rest.find('<').expect("an end");
        let (text, after) = rest.split_at(at);
        node.text.push_str(&unescaped(text));
        *rest = after;
        if let Some(after) = rest.strip_prefix("</") {
            *rest = after;
            assert_eq!(until(rest, ">").trim(), node.name, "ends what began last");
            return node;
        }
        node.children.push(element(rest));
    }
}
