//! PUT /api/v2/petitions/{id}: changes the texts of a draft. What is public was read and may be signed: it is changed in the console, which
//! asks whether a change is a mend or other words.

use super::texts::GivenTexts;
use crate::account::token::scope::Scope;
use crate::db::{self, Tx};
use crate::partner::api::caller::Caller;
use crate::partner::api::given::Given;
use crate::partner::api::paths::OnePath;
use crate::partner::api::told::petition;
use crate::petition::PetitionState;
use crate::petition::edit::part::EditPart;
use crate::petition::edit::versions::history::{self, Saving};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::store::petitions;
use crate::web::Problem;
use actix_web::HttpResponse;
use actix_web::web::Path;

/// Changes it. What is not sent stays.
///
/// # Errors
/// 404 for a petition that is not its own; 403 without the scope `petitions:write`; 400 for what the editor does not take; 409 for a petition
/// that is no draft any more, and where somebody else was quicker.
pub async fn put(
    caller: Caller,
    path: Path<OnePath>,
    given: Given,
) -> Result<HttpResponse, Problem> {
    let before = caller.petition(Scope::PetitionsWrite, &path.id).await?;
    let texts = GivenTexts::read(&given)?;
    if texts.is_empty() {
        return Ok(caller.answer(&petition(&caller, &before)));
    }
    if before.petition.state != PetitionState::Draft {
        return Err(Problem::conflict(
            "The texts of a petition that is public are changed in the console",
        ));
    }
    let (now, by) = (caller.now(), caller.token.made_by);
    let write = move |tx: &mut Tx<'_>| {
        let mut changed = before.petition.clone();
        let revision = changed.revision;
        if !petitions::update_from(tx, &mut changed, revision, now)? {
            return Ok(None);
        }
        if let Some(text) = before.text(changed.lang) {
            petitions::save_text(tx, changed.id, &texts.over(text), now)?;
        }
        let after = ManagedPetition::load(tx, changed.id)?;
        if let Some(after) = &after {
            let saving = Saving {
                part: EditPart::Text(changed.lang),
                by,
                seen: revision,
                restored: None,
                is_mend: false,
                fits: false,
            };
            history::record(tx, &before, after, &saving, now)?;
        }
        Ok::<_, db::Error>(after)
    };
    let after = caller.db.write(write).await?;
    let after = after.ok_or_else(|| Problem::conflict("Somebody else has changed it meanwhile"))?;
    Ok(caller.answer(&petition(&caller, &after)))
}
