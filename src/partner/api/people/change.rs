//! PUT /api/v2/people/{id}: details change only from the signer's own mailbox, and a program is told so.

use crate::account::token::scope::Scope;
use crate::partner::api::caller::Caller;
use crate::partner::api::found;
use crate::partner::api::given::Given;
use crate::partner::api::paths::OnePath;
use crate::partner::api::told::ShownPerson;
use crate::petition::PetitionCache;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

/// The person as it is, where nothing else is sent.
///
/// # Errors
/// As [`super::show::get`]; 403 for anything that would change it.
pub async fn put(
    caller: Caller,
    petition_cache: Data<PetitionCache>,
    path: Path<OnePath>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    let signed = found::person(&caller, Scope::PeopleRead, &path.id).await?;
    let shown = petition_cache.by_id(signed.signature.petition);
    let told = ShownPerson::of(&signed, shown.as_deref()).told(&caller);
    if let Some(name) = given.other_than(&told) {
        let detail = format!("{name} changes only from the signer's own mailbox");
        return Err(Problem::refused(detail.clone()).at(format!("/{name}"), detail));
    }
    Ok(caller.answer(&told))
}
