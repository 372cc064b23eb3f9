//! A request that a program may ask again without having it done twice: by a key of its own in `Idempotency-Key`.

use crate::base::Id;
use sha2::{Digest, Sha256};

/// Most characters of a key.
const LONGEST: usize = 255;

/// The key of a request, as a hash: programs put into keys what they like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestKey(pub(super) [u8; 32]);

impl RequestKey {
    /// Reads the header: a quoted string, or the bare text of one. None for what is neither, or empty, or longer than 255 characters.
    #[must_use]
    pub fn parse(header: &str) -> Option<Self> {
        let text = header.trim_matches([' ', '\t']);
        let key = match text.strip_prefix('"') {
            Some(rest) => unquoted(rest.strip_suffix('"')?)?,
            None => text.to_owned(),
        };
        let fits = !key.is_empty()
            && key.len() <= LONGEST
            && key.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        fits.then(|| Self(Sha256::digest(key.as_bytes()).into()))
    }
}

/// What stands between the quotes (RFC 9651): a backslash before each quote and backslash of it, and before nothing else.
fn unquoted(inside: &str) -> Option<String> {
    let mut key = String::new();
    let mut all = inside.chars();
    while let Some(one) = all.next() {
        match one {
            '\\' => key.push(all.next().filter(|next| matches!(next, '"' | '\\'))?),
            '"' => return None,
            other => key.push(other),
        }
    }
    Some(key)
}

/// What was asked: of two requests with one key the second has to be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RequestHash(pub(super) [u8; 32]);

impl RequestHash {
    /// Of this request.
    #[must_use]
    pub fn of(method: &str, path: &str, body: &[u8]) -> Self {
        let mut hash = Sha256::new();
        for part in [method.as_bytes(), &[0], path.as_bytes(), &[0], body] {
            hash.update(part);
        }
        Self(hash.finalize().into())
    }
}

/// What a request may have made. A higher room says that something of its own is known by this id.
pub enum MadeThing {}

/// The answer to a request, as it is kept for a day. Details of people are no part of it: what was made is written anew, for whoever may
/// read it by then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAnswer {
    /// The status.
    pub status: u16,
    /// What was made.
    pub made: Option<Id<MadeThing>>,
    /// The text of the answer, where it is of nobody.
    pub body: Option<String>,
}

impl KeptAnswer {
    /// Whether the same request would be answered so again: what was put off may be asked again.
    #[must_use]
    pub fn is_final(&self) -> bool {
        self.status != 429 && self.status < 500
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_quoted_and_bare() {
        let read = RequestKey::parse;
        let bare = read("8e03978e-40d5-43dd-bc93-6894a57f9324");
        assert!(bare.is_some());
        assert_eq!(read("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""), bare);
        assert_eq!(read("  8e03978e-40d5-43dd-bc93-6894a57f9324 "), bare);
        assert_ne!(read("8e03978e-40d5-43dd-bc93-6894a57f9325"), bare);
        assert_eq!(read(r#""a\"b\\c""#), read(r#"a"b\c"#));
        assert!(read(&"k".repeat(255)).is_some());
        for wrong in [
            "",
            "   ",
            "\"\"",
            "\"",
            "\"open",
            r#""a"b""#,
            r#""a\b""#,
            r#""a\""#,
            "caf\u{e9}",
            "a\nb",
            &"k".repeat(256),
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn what_was_asked_is_method_path_and_body() {
        let asked = RequestHash::of("POST", "/api/v2/petitions", b"{}");
        for other in [
            RequestHash::of("PUT", "/api/v2/petitions", b"{}"),
            RequestHash::of("POST", "/api/v2/people", b"{}"),
            RequestHash::of("POST", "/api/v2/petitions", b"{} "),
            RequestHash::of("POST", "/api/v2/petition", b"s{}"),
        ] {
            assert_ne!(asked, other);
        }
        assert_eq!(asked, RequestHash::of("POST", "/api/v2/petitions", b"{}"));
    }

    #[test]
    fn what_was_put_off_is_not_final() {
        let answer = |status| KeptAnswer {
            status,
            made: None,
            body: None,
        };
        for status in [200, 201, 400, 403, 404, 409, 422] {
            assert!(answer(status).is_final(), "{status}");
        }
        for status in [429, 500, 502, 503] {
            assert!(!answer(status).is_final(), "{status}");
        }
    }
}
