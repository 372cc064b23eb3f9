//! PUT /api/v2/people/{id}: the names that programs have for a person. Details change only from the signer's own mailbox, and a program is
//! told so.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::found;
use crate::partner::api::given::Given;
use crate::partner::api::paths::OnePath;
use crate::partner::api::program_notes;
use crate::petition::PetitionCache;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// The person, with the `identifiers` and the `add_tags` that were sent beside those it has.
///
/// # Errors
/// As [`super::show::get`]; 403 for anything that would change details, and for identifiers without the scope `people:write`.
pub async fn put(
    caller: Caller,
    petition_cache: Data<PetitionCache>,
    path: Path<OnePath>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    let signed = found::person(&caller, Scope::PeopleRead, &path.id).await?;
    let told = found::told_person(&caller, &petition_cache, signed.clone()).await?;
    if let Some(name) = given.other_than(&told, &program_notes::FIELDS) {
        let detail = format!("{name} changes only from the signer's own mailbox");
        return Err(Problem::refused(detail.clone()).at(format!("/{name}"), detail));
    }
    program_notes::put(&caller, &signed, &given).await?;
    Ok(caller.answer(&found::told_person(&caller, &petition_cache, signed).await?))
}
