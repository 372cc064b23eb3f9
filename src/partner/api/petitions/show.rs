//! GET /api/v2/petitions/{id}: one petition.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::paths::OnePath;
use crate::partner::api::told::petition;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// The petition.
///
/// # Errors
/// 404 for one that is not its own; 403 without the scope `petitions:read`.
pub async fn get(caller: Caller, path: Path<OnePath>) -> Result<HttpResponse, Problem> {
    let managed = caller.petition(Scope::PetitionsRead, &path.id).await?;
    Ok(caller.answer(&petition(&caller, &managed)))
}
