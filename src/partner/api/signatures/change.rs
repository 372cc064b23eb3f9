//! PUT /api/v2/petitions/{id}/signatures/{part}: the names that programs have for a signature. Nothing else of it changes but from its
//! mailbox, and a program is told so.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::found::signature;
use crate::partner::api::given::Given;
use crate::partner::api::paths::{self, PartPath};
use crate::partner::api::program_notes;
use crate::signature::store::read;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// The signature, with the `identifiers` and the `add_tags` that were sent beside those it has.
///
/// # Errors
/// As [`super::show::get`]; 403 for anything else that would change it, and without the scope `people:write`.
pub async fn put(
    caller: Caller,
    path: Path<PartPath>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    let managed = caller
        .petition_with_people(Scope::PeopleRead, &path.id)
        .await?;
    let id = paths::id(&path.part, "signature")?;
    let petition = managed.petition.id;
    let told = signature(&caller, petition, id).await?;
    if let Some(name) = given.other_than(&told, &program_notes::FIELDS) {
        let detail = format!("{name} changes only from the signer's own mailbox");
        return Err(Problem::refused(detail.clone()).at(format!("/{name}"), detail));
    }
    let signed = caller.db.read(move |conn| read::find(conn, id)).await?;
    match signed.filter(|one| one.signer.is_some()) {
        Some(signed) => program_notes::put(&caller, &signed, &given).await?,
        // what waits for its mailbox, or has no details any more
        None => return Ok(caller.answer(&told)),
    }
    Ok(caller.answer(&signature(&caller, petition, id).await?))
}
