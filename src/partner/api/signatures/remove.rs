//! DELETE /api/v2/petitions/{id}/signatures/{part}: takes a signature out, as a moderator does. Organizers see it among what was decided, and
//! can take it back.

use crate::account::token::scope::Scope;
use crate::base::Id;
use crate::db::{self, Tx};
use crate::partner::api::caller::Caller;
use crate::partner::api::parts::ApiParts;
use crate::partner::api::paths::{self, PartPath};
use crate::signature::confirm::queue::Confirming;
use crate::signature::model::{Signature, SignatureState};
use crate::signature::moderation::alone;
use crate::signature::page::page_cache::PageCache;
use crate::signature::store::{pending, read};
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde_json::json;

/// Takes it out.
///
/// # Errors
/// 404 for a signature that is not of this petition, or a petition that is not its own; 403 without the scope `moderate`; 409 for what does
/// not count, and for a form that waits; 429 after a hundred in a day.
pub async fn delete(
    caller: Caller,
    parts: Data<ApiParts>,
    confirming: Data<Confirming>,
    page_cache: Data<PageCache>,
    path: Path<PartPath>,
) -> Result<HttpResponse, Problem> {
    let managed = caller.petition(Scope::Moderate, &path.id).await?;
    let id: Id<Signature> = paths::id(&path.part, "signature")?;
    let petition = managed.petition.clone();
    let look =
        move |conn: &mut _| Ok::<_, db::Error>((read::find(conn, id)?, pending::find(conn, id)?));
    let (signed, waiting) = caller.db.read(look).await?;
    let signed = signed.filter(|one| one.signature.petition == petition.id);
    let waits = waiting.is_some_and(|one| one.pending.petition == petition.id);
    let signed = signed.ok_or_else(|| match waits {
        true => Problem::conflict("This form waits for its mailbox: nothing counts yet"),
        false => Problem::unknown("signature"),
    })?;
    if !matches!(
        signed.signature.state,
        SignatureState::Counted | SignatureState::Held
    ) {
        return Err(Problem::conflict("This signature does not count any more"));
    }
    if !parts.removals.admits(&caller.token.id) {
        let problem = Problem::quota(3_600);
        return Err(problem
            .saying("More than a hundred in a day are taken out by two people, in the console"));
    }
    let (now, program) = (caller.now(), caller.token.name.clone());
    let title = managed.title(petition.lang).to_owned();
    let remove = move |tx: &mut Tx<'_>| {
        let moved = alone::remove(tx, &petition, id, (&title, &program), now)?;
        Ok::<_, db::Error>(moved)
    };
    if let Some(tally) = caller.db.write(remove).await? {
        confirming.note(&tally);
        page_cache.refresh_now(&caller.db, &tally).await?;
    }
    Ok(caller.answer(&json!({"notice": "This signature was successfully deleted."})))
}
