//! PUT /api/v2/petitions/{id}/signatures/{part}: nothing of a signature changes but from its mailbox, and a program is told so.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::found::signature;
use crate::partner::api::given::Given;
use crate::partner::api::paths::{self, PartPath};
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// The signature as it is, where nothing else is sent.
///
/// # Errors
/// As [`super::show::get`]; 403 for anything that would change it.
pub async fn put(
    caller: Caller,
    path: Path<PartPath>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    let managed = caller
        .petition_with_people(Scope::PeopleRead, &path.id)
        .await?;
    let id = paths::id(&path.part, "signature")?;
    let told = signature(&caller, managed.petition.id, id).await?;
    if let Some(name) = given.other_than(&told) {
        let detail = format!("{name} changes only from the signer's own mailbox");
        return Err(Problem::refused(detail.clone()).at(format!("/{name}"), detail));
    }
    Ok(caller.answer(&told))
}
