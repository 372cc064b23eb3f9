//! GET /api/v2/petitions/{id}/signatures/{part}: one signature, or a form that waits for its mailbox.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::found::signature;
use crate::partner::api::paths::{self, PartPath};
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// The signature.
///
/// # Errors
/// 404 for one that is not of this petition, or a petition that is not its own; 403 without the scope `people:read`, and where the petition
/// is set to high risk.
pub async fn get(caller: Caller, path: Path<PartPath>) -> Result<HttpResponse, Problem> {
    let managed = caller
        .petition_with_people(Scope::PeopleRead, &path.id)
        .await?;
    let id = paths::id(&path.part, "signature")?;
    Ok(caller.answer(&signature(&caller, managed.petition.id, id).await?))
}
