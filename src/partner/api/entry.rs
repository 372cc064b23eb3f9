//! GET /api/v2: where a program begins, and what there is. The one answer that is given without a token, and then without the links that
//! clients take for a sign that theirs is good.

use super::caller::Caller;
use super::listing::PER_PAGE;
use super::told::{NAMESPACE, curies};
use crate::web::{Problem, Site, urls};
use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use serde_json::{Value, json};

/// What there is.
///
/// # Errors
/// 503 where the token cannot be looked up; a wrong one is none.
pub async fn get(
    site: Data<Site>,
    caller: Result<Caller, Problem>,
) -> Result<HttpResponse, Problem> {
    let caller = match caller {
        Ok(caller) => Some(caller),
        Err(problem) if problem.status().is_client_error() => None,
        Err(problem) => return Err(problem),
    };
    let at = |word: &str, title: &str| {
        let path = urls::api_collection(word);
        json!({"href": format!("{}{path}", site.base_url), "title": title})
    };
    let mut links = json!({
        "self": {"href": format!("{}{}", site.base_url, urls::api()), "title": "This page"},
        "docs": {"href": format!("{}{}", site.base_url, urls::api_page(None)), "title": "What programs can ask"},
        "osdi:petitions": at("petitions", "Petitions, open letters and pledges"),
    });
    if let (Some(caller), Some(links)) = (caller, links.as_object_mut()) {
        let own = [
            ("osdi:people", at("people", "People who signed")),
            (
                "osdi:person_signup_helper",
                at("people", "Hands a person in"),
            ),
            ("osdi:tags", at("tags", "Tags on signatures")),
            ("osdi:metadata", at("metadata", "Questions of forms")),
            ("curies", curies(&caller)),
        ];
        links.extend(own.map(|(name, link): (&str, Value)| (name.to_owned(), link)));
    }
    let body = json!({
        "motd": "Petitions, open letters and pledges",
        "max_pagesize": PER_PAGE,
        "vendor_name": "Undersigned",
        "product_name": "Undersigned",
        "osdi_version": "1.2.0",
        "namespace": NAMESPACE,
        "_links": links,
    });
    Ok(HttpResponse::Ok()
        .content_type("application/hal+json")
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body.to_string()))
}
