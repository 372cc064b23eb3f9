//! Forms: bounded, in time, in UTF-8, from this site, and of exactly the shape that was asked for.

use super::form_token;
use super::texts::{TextField, body_limit};
use crate::web::answers::error::Error;
use crate::web::site::Site;
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, BytesMut, Data};
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use percent_encoding::percent_decode;
use serde::de::DeserializeOwned;
use serde::de::value::{Error as Shape, MapDeserializer};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// What a form holds: strings only, with `#[serde(deny_unknown_fields)]`.
pub trait Fields: DeserializeOwned {
    /// The fields that people write into. What is written is never lost: it is shown again with whatever keeps the form from
    /// being taken.
    const TEXTS: &'static [TextField] = &[];
    /// Whether it holds a passphrase, which no page shows again.
    const IS_SECRET: bool = false;
    /// Most bytes of what it carries beside that, such as a sealed picture.
    const MORE: usize = 0;
    /// Most fields; more only where a form has lines.
    const MOST_FIELDS: usize = 400;
}

/// How long a body may take to arrive, and one second more for each so many bytes that have come: a long letter comes by a
/// slow telephone too.
const ARRIVES_WITHIN: Duration = Duration::from_secs(10);
const BYTES_A_SECOND: usize = 8 * 1024;

/// A form that was let in. Handlers of methods that change something take nothing else.
#[derive(Debug)]
pub struct CheckedForm<T> {
    /// What was typed.
    pub fields: T,
    /// What was typed into the field that only programs fill in; none for forms without one.
    pub bait: Option<String>,
    /// The guard token of the session, for forms of the console.
    pub guard: Option<String>,
}

impl<T: Fields + 'static> FromRequest for CheckedForm<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let pairs = pairs::<T>(req, payload);
        Box::pin(async move { gather(pairs.await?) })
    }
}

/// Most bytes of the body of this form, on the site that is asked.
///
/// # Errors
/// 500 when nobody handed a site in.
pub(super) fn room<T: Fields>(req: &HttpRequest) -> Result<usize, Error> {
    let site = req.app_data::<Data<Site>>().ok_or(Error::FAULT)?;
    Ok(body_limit(T::TEXTS, site.library.languages()) + T::MORE)
}

/// The fields of a form as they came.
///
/// # Errors
/// 415 when it is no form, 413, 408 and 400 as `read_body`.
pub fn pairs<T: Fields>(
    req: &HttpRequest,
    payload: &mut Payload,
) -> impl Future<Output = Result<Vec<(String, String)>, Error>> + use<T> {
    let room = room::<T>(req);
    let is_form = req
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            let kind = value.split(';').next().unwrap_or_default().trim();
            kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
        });
    let payload = payload.take();
    async move {
        if !is_form {
            return Err(Error::UNSUPPORTED);
        }
        split(&read_body(payload, room?).await?, T::MOST_FIELDS)
    }
}

/// Reads a body of at most `limit` bytes.
///
/// # Errors
/// 413 when it is longer, 408 when it does not arrive in time, 400 when it breaks off.
pub(crate) async fn read_body(mut payload: Payload, limit: usize) -> Result<Bytes, Error> {
    #[expect(clippy::disallowed_methods, reason = "a time limit on the network")]
    let began = tokio::time::Instant::now();
    let mut body = BytesMut::new();
    loop {
        let seconds = body.len().checked_div(BYTES_A_SECOND).unwrap_or_default();
        let seconds = u64::try_from(seconds).unwrap_or_default();
        let until = began + ARRIVES_WITHIN + Duration::from_secs(seconds);
        let next = tokio::time::timeout_at(until, payload.next());
        let Some(chunk) = next.await.map_err(|_| Error::TIMEOUT)? else {
            return Ok(body.freeze());
        };
        let chunk = chunk.map_err(|_| Error::BAD_REQUEST)?;
        if body.len() + chunk.len() > limit {
            return Err(Error::TOO_LARGE);
        }
        body.extend_from_slice(&chunk);
    }
}

fn split(body: &[u8], most: usize) -> Result<Vec<(String, String)>, Error> {
    let mut pairs = Vec::new();
    for (count, pair) in body.split(|byte| *byte == b'&').enumerate() {
        if count >= most {
            return Err(Error::TOO_LARGE);
        }
        if pair.is_empty() {
            continue;
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = decode(halves.next().unwrap_or_default())?;
        pairs.push((name, decode(halves.next().unwrap_or_default())?));
    }
    Ok(pairs)
}

/// Makes a form of its fields, with guard and bait apart.
///
/// # Errors
/// 422 when it is not of the shape that was asked for.
pub fn gather<T: Fields>(fields: Vec<(String, String)>) -> Result<CheckedForm<T>, Error> {
    let mut pairs = Vec::new();
    let (mut bait, mut guard) = (None, None);
    for (name, value) in fields {
        match name.as_str() {
            "guard" => guard = Some(value),
            _ if form_token::is_bait(&name) => bait = Some(value),
            _ => pairs.push((name, value)),
        }
    }
    let shape = MapDeserializer::<_, Shape>::new(pairs.into_iter());
    let fields = T::deserialize(shape).map_err(|_| Error::UNPROCESSABLE)?;
    Ok(CheckedForm {
        fields,
        bait,
        guard,
    })
}

/// `%xx` and `+` undone; what is not UTF-8 then is refused rather than mended, and so is NUL,
/// which PostgreSQL cannot hold.
fn decode(bytes: &[u8]) -> Result<String, Error> {
    let spaced: Vec<u8> = bytes
        .iter()
        .map(|byte| if *byte == b'+' { b' ' } else { *byte })
        .collect();
    readable(percent_decode(&spaced).collect())
}

/// A text in UTF-8 without NUL.
pub(crate) fn readable(bytes: Vec<u8>) -> Result<String, Error> {
    let text = String::from_utf8(bytes).map_err(|_| Error::BAD_REQUEST)?;
    if text.contains('\0') {
        return Err(Error::BAD_REQUEST);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Name {
        name: String,
        #[serde(default)]
        role: String,
    }
    impl Fields for Name {}

    fn read(body: &[u8]) -> Result<CheckedForm<Name>, Error> {
        gather(split(body, Name::MOST_FIELDS)?)
    }

    #[test]
    fn a_form_is_read_with_its_guard_and_its_bait_apart() {
        let form = read(b"name=Luc%C3%ADa+F.&website_ab12=x&guard=g").unwrap();
        assert_eq!(form.fields.name, "Lucía F.");
        assert_eq!(form.fields.role, "");
        assert_eq!(form.bait.as_deref(), Some("x"));
        assert_eq!(form.guard.as_deref(), Some("g"));
    }

    #[test]
    fn what_is_not_the_form_is_refused() {
        for (body, expected) in [
            (b"name=a&state=counted".as_slice(), Error::UNPROCESSABLE),
            (b"name=a&name=b", Error::UNPROCESSABLE),
            (b"", Error::UNPROCESSABLE),
            (b"name=%FF", Error::BAD_REQUEST),
            (b"name=a%00b", Error::BAD_REQUEST),
            (b"name=\xff", Error::BAD_REQUEST),
            (&b"a&".repeat(401), Error::TOO_LARGE),
        ] {
            assert_eq!(read(body).unwrap_err(), expected, "{body:?}");
        }
    }

    proptest! {
        #[test]
        fn no_body_makes_it_fall(body: Vec<u8>) {
            let _ = read(&body);
        }
    }
}
