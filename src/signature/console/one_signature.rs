//! GET /organize/signatures/{id}: everything held of one signature, for whoever has to answer a question about it, and what can be decided.

use super::held_signature::{HeldSignature, SignatureQuery};
use crate::account::{Action, AddressReader};
use crate::base::Id;
use crate::db::Db;
use crate::signature::confirm::queue::Confirming;
use crate::signature::model::Signature;
use crate::web::page::Errors;
use crate::web::{PathArg, Result, Site};
use actix_web::web::{Data, Query};

/// The page. Whoever may see no addresses sees neither those nor letters.
///
/// # Errors
/// 404 where there is no such signature; 404 and 403 as
/// [`ManagedPetition::open`](crate::petition::managed_petition::ManagedPetition::open).
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    confirming: Data<Confirming>,
    AddressReader(actor): AddressReader,
    PathArg(id): PathArg<Id<Signature>>,
    did: Query<SignatureQuery>,
) -> Result {
    let found = HeldSignature::open(&db, &confirming.links, &actor, id, Action::SeeNames).await?;
    let typed = found.typed();
    found.answer(&site, &actor, (&typed, Errors::none()), *did)
}
