//! GET /api/v2/people/{id}: one person.

use crate::account::token::model::Reach;
use crate::account::token::scope::Scope;
use crate::partner::api::caller::{Caller, has_people};
use crate::partner::api::model::ShownPerson;
use crate::partner::api::paths::{self, OnePath};
use crate::petition::PetitionCache;
use crate::petition::store::petitions;
use crate::signature::model::SignatureState;
use crate::signature::store::read::{self, Signed};
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
    let signed = find(&caller, Scope::PeopleRead, &path.id).await?;
    let shown = petition_cache.by_id(signed.signature.petition);
    Ok(caller.answer(&ShownPerson::of(&signed, shown.as_deref()).told(&caller)))
}

/// The signature whose details this person is.
///
/// # Errors
/// As [`get`].
pub(in crate::partner::api) async fn find(
    caller: &Caller,
    scope: Scope,
    written: &str,
) -> Result<Signed, Problem> {
    caller.allow(scope, Reach::Listed)?;
    let unknown = || Problem::unknown("person");
    let id = paths::id(written, "person")?;
    let look = move |conn: &mut _| {
        let Some(signed) = read::find(conn, id)? else {
            return Ok::<_, crate::db::Error>(None);
        };
        let petition = petitions::find(conn, signed.signature.petition)?;
        Ok(petition.map(|petition| (petition, signed)))
    };
    let (petition, signed) = caller.db.read(look).await?.ok_or_else(unknown)?;
    let reach = Reach::Petition(petition.organization, petition.id.cast());
    let is_known = has_people(&petition)
        && signed.signature.state == SignatureState::Counted
        && caller.allow(scope, reach).is_ok();
    match is_known {
        true => Ok(signed),
        false => Err(unknown()),
    }
}
