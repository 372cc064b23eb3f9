//! GET /api/v2/people/{id}/signatures, and one of them: the signature whose details the person is.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::found;
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::paths::{OnePath, PartPath};
use crate::web::{Problem, urls};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// The list, of one.
///
/// # Errors
/// As [`super::show::get`].
pub async fn list(
    caller: Caller,
    asked: AskedPage,
    path: Path<OnePath>,
) -> Result<HttpResponse, Problem> {
    let signed = found::person(&caller, Scope::PeopleRead, &path.id).await?;
    let person = signed.signature.id;
    let all = match asked.before() {
        0 => vec![signed],
        _ => Vec::new(),
    };
    let listing = Listing {
        relation: "osdi:signatures",
        path: urls::api_signatures_of(person),
        total: 1,
        items: found::signatures(&caller, all).await?,
    };
    Ok(listing.answer(&caller, &asked))
}

/// The one.
///
/// # Errors
/// As [`super::show::get`]; 404 for any other signature.
pub async fn show(caller: Caller, path: Path<PartPath>) -> Result<HttpResponse, Problem> {
    let signed = found::person(&caller, Scope::PeopleRead, &path.id).await?;
    if signed.signature.id.to_string() != path.part {
        return Err(Problem::unknown("signature"));
    }
    let one = found::signatures(&caller, vec![signed]).await?.pop();
    one.map(|one| caller.answer(&one))
        .ok_or_else(|| Problem::unknown("signature"))
}
