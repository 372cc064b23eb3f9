//! GET /p/{slug}: the petition's page, with its form while it can be signed.

use super::front::Front;
use crate::base::{Lang, Slug};
use crate::web::{Arg, Reader, Result, Site, urls};
use actix_web::http::header::{HeaderValue, LOCATION, VARY};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

/// The page. Without a language in the address: in the petition's own, unless the reader prefers
/// another it has; then that one's address.
///
/// # Errors
/// 404 when there is no such petition, or it is still a draft; 410 when it was taken down.
pub async fn get(
    req: HttpRequest,
    site: Data<Site>,
    front: Data<Front>,
    Arg(slug): Arg<Slug>,
    reader: Reader,
) -> Result {
    let shown = front.shelf.at(&slug)?;
    let own = shown.petition.lang;
    let lang = match reader.prefix() {
        Some(lang) => lang,
        None => {
            let has: Vec<Lang> = shown.langs().collect();
            let lang = reader.prefers(&has).unwrap_or(own);
            if lang != own {
                return Ok(elsewhere(&urls::petition(Some(lang), &slug)));
            }
            lang
        }
    };
    let mut response = front.page(&site, &shown, lang)?.answer(&req);
    if reader.prefix().is_none() {
        response
            .headers_mut()
            .append(VARY, HeaderValue::from_static("Accept-Language"));
    }
    Ok(response)
}

fn elsewhere(path: &str) -> HttpResponse {
    HttpResponse::Found()
        .insert_header((LOCATION, path))
        .insert_header((VARY, "Accept-Language"))
        .finish()
}
