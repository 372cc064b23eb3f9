//! POST /organize/petitions/{id}/signatures/mail: somebody asks the organizers where their mail is, and they have it sent
//! again.
//!
//! Nothing is learned by it: the answer is the same whether a form of that address waits, was confirmed or was never there. The
//! mail counts among those that the signer can ask for, and the mailbox's budget holds for it.

use crate::account::deed::Deed;
use crate::account::{Action, OrganizerForm};
use crate::base::{Email, Id, Time};
use crate::db::{self, Db, Tx};
use crate::mail::{OutboxSignal, queue};
use crate::petition::Petition;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::signature::confirm::queue::Confirming;
use crate::signature::links::Links;
use crate::signature::sign::intake;
use crate::signature::store::{pending, same_address};
use crate::web::answers::answer::see_other;
use crate::web::{Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// How often one form's mail is sent again, whoever asks.
const AGAIN: i16 = 3;

/// The address that was looked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailAgainForm {
    email: String,
}

impl Fields for MailAgainForm {}

/// Queues the mail, and goes back to the list.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 422 for what is no address; 503 while the database is away.
pub(crate) async fn post(
    site: Data<Site>,
    db: Data<Db>,
    confirming: Data<Confirming>,
    bell: Data<OutboxSignal>,
    PathArg(id): PathArg<Id<Petition>>,
    posted: OrganizerForm<MailAgainForm>,
) -> Result {
    let managed = ManagedPetition::open(&db, &posted.actor, id, Action::SeeSigners).await?;
    let (links, now) = (confirming.links.clone(), site.clock.now());
    posted.actor.may_handle_addresses(now)?;
    let email = Email::parse(&posted.fields.email, site.strictness)?;
    let log = PetitionLog::of(&managed, &posted.actor, now);
    db.write(move |tx| {
        // whether there was anything to send stays unsaid here, too
        log.did(tx, Deed::LETTER)?;
        send(tx, &links, &managed.petition, &email, now)
    })
    .await?;
    bell.ring();
    Ok(see_other(&format!("{}?sent=true", urls::signatures(id))))
}

/// Queues the confirmation mail of the newest form of this address once more, if one waits and its mail was asked for
/// less than three times.
///
/// # Errors
/// A fault of the database.
pub fn send(
    tx: &mut Tx<'_>,
    links: &Links,
    petition: &Petition,
    email: &Email,
    now: Time,
) -> db::Result<()> {
    let keys = links.address_keys(petition.id, email);
    let Some(waiting) = same_address::newest(tx, petition.id, &keys, 1)?.pop() else {
        return Ok(());
    };
    if pending::count_resend(tx, waiting.pending.id, AGAIN)? {
        let form = &waiting.pending;
        let mail = intake::confirmation_mail(form, form.id, now, petition.closes_at);
        queue(tx, &mail, now)?;
    }
    Ok(())
}
