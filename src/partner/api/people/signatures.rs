//! GET /api/v2/people/{id}/signatures, and one of them: the signature whose details the person is.

use super::show::find;
use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::listing::{AskedPage, Listing};
use crate::partner::api::paths::{OnePath, PartPath};
use crate::partner::api::signatures::list::told;
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
    let signed = find(&caller, Scope::PeopleRead, &path.id).await?;
    let all = match asked.before() {
        0 => vec![signed],
        _ => Vec::new(),
    };
    let listing = Listing {
        relation: "osdi:signatures",
        path: urls::api_of_person::<()>(
            crate::partner::api::paths::id(&path.id, "person")?,
            "signatures",
        ),
        total: 1,
        items: told(&caller, all).await?,
    };
    Ok(listing.answer(&caller, &asked))
}

/// The one.
///
/// # Errors
/// As [`super::show::get`]; 404 for any other signature.
pub async fn show(caller: Caller, path: Path<PartPath>) -> Result<HttpResponse, Problem> {
    let signed = find(&caller, Scope::PeopleRead, &path.id).await?;
    if signed.signature.id.to_string() != path.part {
        return Err(Problem::unknown("signature"));
    }
    let one = told(&caller, vec![signed]).await?.pop();
    one.map(|one| caller.answer(&one))
        .ok_or_else(|| Problem::unknown("signature"))
}
