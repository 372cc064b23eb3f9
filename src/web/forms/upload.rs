//! Forms with one file: bounded, in time, few at once, of exactly the shape that was asked for.

use super::guarded::{CheckedForm, Fields, gather, readable, room};
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

/// How long two megabytes may take to arrive: those of a slow phone. A form that takes more has as much longer.
const SHARE_WITHIN: Duration = Duration::from_secs(60);
const SHARE: usize = 2 * 1024 * 1024;
/// Above this, or four times what is taken, nothing is read; below it a file that is too large is read and thrown away, so that whoever
/// sent it is told which field was wrong, and keeps what they typed.
const MOST: usize = 16 * 1024 * 1024;
/// Most parts.
const MOST_PARTS: usize = 40;
/// Two megabytes of files that are held at once.
const AT_ONCE: u32 = 32;
/// Most characters of what stands between two parts (RFC 2046).
const BOUNDARY: usize = 70;

/// Lets few forms with files be read at once.
#[derive(Debug, Clone)]
pub struct Uploading(Arc<Semaphore>);

impl Default for Uploading {
    fn default() -> Self {
        let places = usize::try_from(AT_ONCE).unwrap_or(1);
        Self(Arc::new(Semaphore::new(places)))
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
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move {
            let (fields, file) = parts::<T>(&req, payload, T::FILE_LIMIT).await?;
            let form = gather(fields)?;
            Ok(Self { form, file })
        })
    }
}

/// The fields of a form and its file, as they came. Of a file above `limit` nothing is kept.
///
/// # Errors
/// 415 when it is no form with files, 413 and 400 for what is none that was asked for, 408 when it does not arrive in time, 503 when too
/// many arrive.
pub(crate) async fn parts<T: Uploads>(
    req: &HttpRequest,
    payload: Payload,
    limit: usize,
) -> Result<(Vec<(String, String)>, File), Error> {
    let header = |name| {
        req.headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    if !header(CONTENT_TYPE).is_some_and(is_multipart) {
        return Err(Error::UNSUPPORTED);
    }
    let most = MOST.max(T::FILE_LIMIT.saturating_mul(4));
    let length = header(CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if length.is_some_and(|length| length > most) {
        return Err(Error::TOO_LARGE);
    }
    let room = room::<T>(req)?;
    let shares = u32::try_from(limit.div_ceil(SHARE))
        .unwrap_or(AT_ONCE)
        .clamp(1, AT_ONCE);
    let uploading = req.app_data::<Data<Uploading>>().ok_or(Error::FAULT)?;
    let _turn = uploading
        .0
        .try_acquire_many(shares)
        .map_err(|_| Error::busy(10))?;
    let is_over = Rc::new(Cell::new(false));
    let parts = Multipart::new(req.headers(), counted(payload, most, Rc::clone(&is_over)));
    match tokio::time::timeout(SHARE_WITHIN * shares, read::<T>(parts, room, limit)).await {
        Ok(Err(_)) if is_over.get() => Err(Error::TOO_LARGE),
        Ok(read) => read,
        Err(_) => Err(Error::TIMEOUT),
    }
}

/// `multipart/form-data` with a boundary that can be one.
pub(crate) fn is_multipart(kind: &str) -> bool {
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
    most: usize,
    is_over: Rc<Cell<bool>>,
) -> impl futures_util::Stream<Item = Result<Bytes, PayloadError>> + 'static {
    let mut left = most;
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

/// The fields, of as many bytes as there is `room` for, and the file.
async fn read<T: Uploads>(
    mut parts: Multipart,
    mut room: usize,
    limit: usize,
) -> Result<(Vec<(String, String)>, File), Error> {
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut file = None;
    let mut count = 0;
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| Error::BAD_REQUEST)?;
        count += 1;
        if count > MOST_PARTS {
            return Err(Error::TOO_LARGE);
        }
        let name = part.name().ok_or(Error::BAD_REQUEST)?.to_owned();
        if name == T::FILE {
            let sent = take_file(&mut part, limit).await?;
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
    Ok((fields, file.unwrap_or(File::None)))
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
