//! GET /api/v2/people/{id}: one person.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::found::{person, told_person};
use crate::partner::api::paths::OnePath;
use crate::petition::PetitionCache;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// The person.
///
/// # Errors
/// 404 for somebody who is not the token's to know, or whose signature does not count; 403 without the scope `people:read`.
pub async fn get(
    caller: Caller,
    petition_cache: Data<PetitionCache>,
    path: Path<OnePath>,
) -> Result<HttpResponse, Problem> {
    let signed = person(&caller, Scope::PeopleRead, &path.id).await?;
    Ok(caller.answer(&told_person(&caller, &petition_cache, signed).await?))
}
