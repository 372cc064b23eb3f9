//! What the server answered, as the wire had it.

use super::page::Page;
use reqwest::header::HeaderMap;

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What was asked: method and path.
    pub asked: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body; empty for a picture; of a PDF what of it is text.
    pub body: String,
}

impl Answer {
    /// Takes an answer off the wire.
    pub async fn of(asked: String, mut response: reqwest::Response) -> Self {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        let kind = headers.get("content-type").map(|kind| kind.as_bytes());
        let bytes = match kind.is_some_and(|kind| kind.starts_with(b"text/event-stream")) {
            // it has no end
            true => response
                .chunk()
                .await
                .expect("an event")
                .unwrap_or_default(),
            false => response.bytes().await.expect("the whole answer"),
        };
        let text = match kind {
            Some(b"image/png" | b"image/jpeg") => Vec::new(),
            Some(b"application/pdf") => String::from_utf8_lossy(&bytes).into_owned().into_bytes(),
            _ => bytes.to_vec(),
        };
        Self {
            asked,
            status,
            headers,
            body: String::from_utf8(text).expect("an answer in UTF-8"),
        }
    }

    /// A header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect(name))
    }

    /// All values of a header.
    pub fn all(&self, name: &str) -> Vec<&str> {
        let values = self.headers.get_all(name).iter();
        values.map(|value| value.to_str().expect(name)).collect()
    }

    /// The body as a page.
    pub fn page(&self) -> Page {
        Page::of(&self.body)
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body)
            .unwrap_or_else(|error| panic!("{}: no JSON ({error}): {}", self.asked, self.body))
    }
}
