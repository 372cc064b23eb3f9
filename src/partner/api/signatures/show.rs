//! GET /api/v2/petitions/{id}/signatures/{part}: one signature, or a form that waits for its mailbox.

use super::list::told;
use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::partner::api::caller::Caller;
use crate::partner::api::model::ShownSignature;
use crate::partner::api::paths::{self, PartPath};
use crate::petition::Petition;
use crate::signature::model::Signature;
use crate::signature::store::{pending, read};
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;
use serde_json::Value;

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
    Ok(caller.answer(&find(&caller, managed.petition.id, id).await?))
}

/// A signature of this petition as a program reads it.
///
/// # Errors
/// 404 when there is none.
pub(in crate::partner::api) async fn find(
    caller: &Caller,
    petition: Id<Petition>,
    id: Id<Signature>,
) -> Result<Value, Problem> {
    let unknown = || Problem::unknown("signature");
    let look = move |conn: &mut _| {
        Ok::<_, crate::db::Error>((read::find(conn, id)?, pending::find(conn, id)?))
    };
    let (signed, waiting) = caller.db.read(look).await?;
    if let Some(signed) = signed.filter(|one| one.signature.petition == petition) {
        return told(caller, vec![signed]).await?.pop().ok_or_else(unknown);
    }
    let waiting = waiting
        .map(|one| one.pending)
        .filter(|one| one.petition == petition)
        .ok_or_else(unknown)?;
    let shown = ShownSignature {
        id,
        petition,
        signed_at: waiting.created_at,
        changed_at: waiting.created_at,
        status: "pending",
        comments: "",
        source: waiting.source.as_deref(),
    };
    Ok(shown.told(caller))
}
