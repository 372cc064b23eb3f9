//! Takes a message of our own apart again: for the page of captured mail and for tests. Knows just
//! what `mail.rs` writes: folded headers, RFC 2047 words, two parts in quoted-printable or base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A message taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// Name and decoded value, in their order.
    pub headers: Vec<(String, String)>,
    /// The plain part.
    pub text: String,
    /// The HTML part.
    pub html: String,
}

impl Reading {
    /// Reads what it can; what it cannot stays empty.
    pub fn of(bytes: &[u8]) -> Self {
        let source = String::from_utf8_lossy(bytes);
        let (head, body) = split(&source);
        let mut reading = Self {
            headers: headers(head),
            ..Self::default()
        };
        let kind = reading
            .header("content-type")
            .unwrap_or_default()
            .to_owned();
        let boundary = kind
            .split_once("boundary=\"")
            .and_then(|(_, rest)| rest.split_once('"'));
        match boundary {
            None => reading.text = body.to_owned(),
            Some((boundary, _)) => {
                for part in body.split(&format!("--{boundary}")).skip(1) {
                    reading.take_part(part);
                }
            }
        }
        reading
    }

    /// The first header of that name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    fn take_part(&mut self, part: &str) {
        let (head, body) = split(part.trim_start_matches("\r\n"));
        let part = Self {
            headers: headers(head),
            ..Self::default()
        };
        let encoding = part.header("content-transfer-encoding").unwrap_or_default();
        let decoded = match encoding {
            "base64" => from_base64(&body.replace(['\r', '\n'], "")),
            "quoted-printable" => from_quoted(&body.replace("=\r\n", "")),
            _ => body.as_bytes().to_vec(),
        };
        let text = String::from_utf8_lossy(&decoded).replace("\r\n", "\n");
        match part.header("content-type").unwrap_or_default() {
            kind if kind.starts_with("text/plain") => self.text = text,
            kind if kind.starts_with("text/html") => self.html = text,
            _ => {}
        }
    }
}

fn split(source: &str) -> (&str, &str) {
    source.split_once("\r\n\r\n").unwrap_or((source, ""))
}

fn headers(head: &str) -> Vec<(String, String)> {
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let pairs = unfolded
        .split("\r\n")
        .filter_map(|line| line.split_once(':'));
    pairs
        .map(|(name, value)| (name.to_owned(), words(value.trim())))
        .collect()
}

/// Decodes RFC 2047 words; the white space between two of them is not part of the text.
fn words(value: &str) -> String {
    let mut text = String::new();
    let mut was_encoded = false;
    for word in value.split(' ') {
        let decoded = encoded_word(word);
        if !(text.is_empty() || was_encoded && decoded.is_some()) {
            text.push(' ');
        }
        was_encoded = decoded.is_some();
        text.push_str(&decoded.unwrap_or_else(|| word.to_owned()));
    }
    text
}

fn encoded_word(word: &str) -> Option<String> {
    let mut parts = word.strip_prefix("=?")?.strip_suffix("?=")?.splitn(3, '?');
    let (_charset, way, text) = (parts.next()?, parts.next()?, parts.next()?);
    let bytes = match way {
        "b" | "B" => from_base64(text),
        "q" | "Q" => from_quoted(&text.replace('_', " ")),
        _ => return None,
    };
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn from_base64(text: &str) -> Vec<u8> {
    STANDARD.decode(text).unwrap_or_default()
}

fn from_quoted(text: &str) -> Vec<u8> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte != b'=' {
            decoded.push(byte);
            continue;
        }
        let digit = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16));
        if let (Some(high), Some(low)) = (digit(bytes.next()), digit(bytes.next())) {
            decoded.push(u8::try_from(high * 16 + low).unwrap_or_default());
        }
    }
    decoded
}
