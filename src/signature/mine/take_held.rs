//! POST /organize/signatures/{id}/data.json: an organizer takes everything that is held of one signer, because the signer asked for it and
//! has no mailbox any more to open their own page. The log has it.

use super::held_file::attachment;
use super::record::{OwnSignature, mine};
use crate::account::deed::Deed;
use crate::account::session::press::PressFields;
use crate::account::{Action, OrganizerForm};
use crate::base::Id;
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::signature::confirm::queue::Confirming;
use crate::signature::model::Signature;
use crate::signature::page::page_cache::PageCache;
use crate::web::{Error, PathArg, Result, Site};
use actix_web::web::Data;

/// The file.
///
/// # Errors
/// 404 where there is no such signature, or nothing of its signer any more; 404 and 403 as [`ManagedPetition::open`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    confirming: Data<Confirming>,
    page_cache: Data<PageCache>,
    PathArg(id): PathArg<Id<Signature>>,
    OrganizerForm { actor, .. }: OrganizerForm<PressFields>,
) -> Result {
    let links = confirming.links.clone();
    let found = db.read(move |conn| mine(conn, &links, id)).await?;
    let OwnSignature::Here(held) = found else {
        return Err(Error::NOT_FOUND);
    };
    let managed =
        ManagedPetition::open(&db, &actor, held.petition(), Action::ExportSigners).await?;
    let now = site.clock.now();
    actor.may_handle_addresses(now)?;
    let shown = page_cache.petition_cache.behind(held.petition())?;
    let answer = attachment(&held, &shown, "signature", now)?;
    let log = PetitionLog::of(&managed, &actor, now);
    db.write(move |tx| {
        log.did(tx, Deed::TOOK_HELD)?;
        Ok::<_, db::Error>(())
    })
    .await?;
    Ok(answer)
}
