//! Forms with one file: bounded, in time, few at once, of exactly the shape that was asked for.

use super::guarded::{CheckedForm, Fields, gather, readable};
use crate::web::answers::error::Error;
use actix_multipart::{Field, Multipart};
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest};
use futures_util::StreamExt;
use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// A form with a file.
pub trait Uploads: Fields {
    /// The name of the file's field.
    const FILE: &'static str;
    /// Most bytes of the file.
    const FILE_LIMIT: usize;
}

/// How long all of it may take to arrive: two megabytes by a slow phone.
const ARRIVES_WITHIN: Duration = Duration::from_secs(60);
/// Above this nothing is read; below it a file that is too large is read and thrown away, so that whoever sent it is told
/// which field was wrong, and keeps what they typed.
const MOST: usize = 16 * 1024 * 1024;
/// Most parts.
const MOST_PARTS: usize = 40;
/// Forms that are read at once: each holds at most its file.
const AT_ONCE: usize = 32;
/// Most characters of what stands between two parts (RFC 2046).
const BOUNDARY: usize = 70;

/// Lets few forms with files be read at once.
#[derive(Debug, Clone)]
pub struct Uploading(Arc<Semaphore>);

impl Default for Uploading {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

/// The file of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// None was chosen.
    None,
    /// Its bytes, whatever they are.
    Bytes(Bytes),
    /// It was larger than the form takes.
    TooLarge,
}

/// A form with a file that was let in.
#[derive(Debug)]
pub struct Uploaded<T> {
    /// Everything but the file.
    pub form: CheckedForm<T>,
    /// The file.
    pub file: File,
}

impl<T: Uploads + 'static> FromRequest for Uploaded<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let header = |name| {
            req.headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        let is_form = header(CONTENT_TYPE).is_some_and(is_multipart);
        let length = header(CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
        let uploading = req.app_data::<Data<Uploading>>().cloned();
        let headers = req.headers().clone();
        let payload = payload.take();
        Box::pin(async move {
            if !is_form {
                return Err(Error::UNSUPPORTED);
            }
            if length.is_some_and(|length| length > MOST) {
                return Err(Error::TOO_LARGE);
            }
            let uploading = uploading.ok_or(Error::FAULT)?;
            let _turn = uploading.0.try_acquire().map_err(|_| Error::busy(10))?;
            let is_over = Rc::new(Cell::new(false));
            let parts = Multipart::new(&headers, counted(payload, Rc::clone(&is_over)));
            match tokio::time::timeout(ARRIVES_WITHIN, read(parts)).await {
                Ok(Err(_)) if is_over.get() => Err(Error::TOO_LARGE),
                Ok(read) => read,
                Err(_) => Err(Error::TIMEOUT),
            }
        })
    }
}

/// `multipart/form-data` with a boundary that can be one.
fn is_multipart(kind: &str) -> bool {
    let mut parts = kind.split(';').map(str::trim);
    let is_form = parts
        .next()
        .is_some_and(|kind| kind.eq_ignore_ascii_case("multipart/form-data"));
    let boundary = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.eq_ignore_ascii_case("boundary")
            .then_some(value.trim_matches('"'))
    });
    is_form && boundary.is_some_and(|value| (1..=BOUNDARY).contains(&value.len()))
}

/// The body, cut off where it becomes too long.
fn counted(
    payload: Payload,
    is_over: Rc<Cell<bool>>,
) -> impl futures_util::Stream<Item = Result<Bytes, PayloadError>> + 'static {
    let mut left = MOST;
    payload.map(move |chunk| {
        let chunk = chunk?;
        match left.checked_sub(chunk.len()) {
            Some(rest) => {
                left = rest;
                Ok(chunk)
            }
            None => {
                is_over.set(true);
                Err(PayloadError::Overflow)
            }
        }
    })
}

async fn read<T: Uploads>(mut parts: Multipart) -> Result<Uploaded<T>, Error> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut file = None;
    let mut room = T::LIMIT;
    let mut count = 0;
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| Error::BAD_REQUEST)?;
        count += 1;
        if count > MOST_PARTS {
            return Err(Error::TOO_LARGE);
        }
        let name = part.name().ok_or(Error::BAD_REQUEST)?.to_owned();
        if name == T::FILE {
            let sent = take_file(&mut part, T::FILE_LIMIT).await?;
            if file.replace(sent).is_some() {
                return Err(Error::UNPROCESSABLE);
            }
            continue;
        }
        let bytes = part.bytes(room).await.map_err(|_| Error::TOO_LARGE)?;
        let bytes = bytes.map_err(|_| Error::BAD_REQUEST)?;
        room = room
            .checked_sub(name.len() + bytes.len())
            .ok_or(Error::TOO_LARGE)?;
        if fields.iter().any(|(known, _)| *known == name) {
            return Err(Error::UNPROCESSABLE);
        }
        fields.push((name, readable(bytes.to_vec())?));
    }
    Ok(Uploaded {
        form: gather(fields)?,
        file: file.unwrap_or(File::None),
    })
}

/// A browser sends an empty file without a name where none was chosen.
async fn take_file(part: &mut Field, limit: usize) -> Result<File, Error> {
    let is_named = part
        .content_disposition()
        .and_then(|says| says.get_filename())
        .is_some_and(|name| !name.is_empty());
    match part.bytes(limit).await {
        Err(_) => Ok(File::TooLarge),
        Ok(Err(_)) => Err(Error::BAD_REQUEST),
        Ok(Ok(bytes)) if bytes.is_empty() && !is_named => Ok(File::None),
        Ok(Ok(bytes)) => Ok(File::Bytes(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_form_with_a_boundary_is_one() {
        for kind in [
            "multipart/form-data; boundary=x",
            "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"",
        ] {
            assert!(is_multipart(kind), "{kind}");
        }
        let long = format!("multipart/form-data; boundary={}", "x".repeat(71));
        for kind in [
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=x",
            "application/x-www-form-urlencoded",
            "",
            &long,
        ] {
            assert!(!is_multipart(kind), "{kind}");
        }
    }
}
