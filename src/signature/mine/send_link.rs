//! POST /organize/signatures/{id}/link: organizers have a signer's own link sent to the address of the signature. They do not see it: what
//! the signer changes there stays the signer's.

use super::own_letter::own_letter;
use crate::account::deed::Deed;
use crate::account::session::press::PressFields;
use crate::account::{Action, OrganizerForm};
use crate::base::time::hours;
use crate::base::{Email, Id};
use crate::db::{self, Db};
use crate::mail::model::{Kind, NewMessage};
use crate::mail::store::sent_about;
use crate::mail::{OutboxSignal, queue};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::signature::confirm::queue::Confirming;
use crate::signature::model::Signature;
use crate::signature::store::read;
use crate::web::answers::answer::see_other;
use crate::web::{Error, PathArg, Result, Site, urls};
use actix_web::web::Data;
use std::time::Duration;

/// How long after a link was sent another is not: a mailbox is nobody's to be filled.
const REST: Duration = hours(1);

/// Queues the letter, and shows the signature.
///
/// # Errors
/// 404 where there is no such signature, or no address of it any more; 404 and 403 as [`ManagedPetition::open`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    confirming: Data<Confirming>,
    bell: Data<OutboxSignal>,
    PathArg(id): PathArg<Id<Signature>>,
    OrganizerForm { actor, .. }: OrganizerForm<PressFields>,
) -> Result {
    let found = db.read(move |conn| read::find(conn, id)).await?;
    let signed = found.ok_or(Error::NOT_FOUND)?;
    let petition = signed.signature.petition;
    let managed = ManagedPetition::open(&db, &actor, petition, Action::SeeSigners).await?;
    let now = site.clock.now();
    actor.may_handle_addresses(now)?;
    let email = signed
        .signer
        .and_then(|signer| Email::stored(&signer.email));
    let mailbox = confirming.links.mailbox(&email.ok_or(Error::NOT_FOUND)?);
    let log = PetitionLog::of(&managed, &actor, now);
    let lang = signed.signature.lang;
    let is_sent = db.write(move |tx| {
        let before = sent_about(tx, mailbox, id.cast())?;
        let lately = |(kind, at): &(Kind, _)| *kind == Kind::Own && now.minus(REST) < *at;
        if before.iter().any(lately) {
            return Ok::<_, db::Error>(false);
        }
        // two who press before the first is sent
        let hour = now.seconds().div_euclid(3_600);
        let letter = NewMessage {
            once_key: Some(format!("own-link {id} {hour}")),
            ..own_letter((petition, lang), id.cast(), mailbox, now)
        };
        queue(tx, &letter, now)?;
        log.did(tx, Deed::SENT_LINK)?;
        Ok(true)
    });
    let did = match is_sent.await? {
        true => "sent",
        false => "lately",
    };
    bell.ring();
    Ok(see_other(&format!("{}?{did}=true", urls::signature(id))))
}
