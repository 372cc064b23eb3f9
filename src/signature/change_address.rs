//! POST /p/{slug}/check/{ticket}/address: the same signature with another address, in the place of this one.

use super::intake;
use super::model::{AddressKeys, PendingSignature, Signature, Signer};
use super::spoken::reason_of;
use super::store::pending;
use crate::base::{Email, Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::Petition;
use crate::reason::store as reasons;
use crate::signature::{Said, TicketHolder};
use crate::web::page::Errors;
use crate::web::{Fields, Guarded, Result, Source, read_email};
use actix_web::web::Data;
use serde::Deserialize;

/// Another address.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherAddress {
    #[serde(default, rename = "token")]
    _token: String,
    email: String,
    #[serde(default)]
    sure: String,
}

impl Fields for OtherAddress {}

/// Moves what was typed in to another address.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away. An address that does not parse
/// comes back as the page, 422, and so does one the petition warns of, once, and any while the form is not open: this is
/// signing, and its seven days begin anew.
pub async fn to_another(
    holder: TicketHolder,
    db: Data<Db>,
    source: Source,
    form: Guarded<OtherAddress>,
) -> Result {
    let words = holder.reader.words(&holder.site);
    let typed = form.fields.email;
    let email = match read_email(&typed, &words, &holder.site) {
        Ok(email) => email,
        Err(message) => {
            let said = Said {
                errors: Errors::none().with("email", message),
                typed_email: typed,
                ..Said::default()
            };
            return holder.refuse(&db, said).await;
        }
    };
    if form.fields.sure.is_empty() && holder.shown.petition.settings.is_watched(&email) {
        let said = Said {
            errors: Errors::none().with("email", words.say("error-email-watched")),
            typed_email: typed,
            is_watched: true,
            ..Said::default()
        };
        return holder.refuse(&db, said).await;
    }
    let (id, now) = (holder.id, holder.site.clock.now());
    if !holder.shown.petition.is_open(now) {
        let said = Said {
            errors: Errors::none().with("email", words.say("error-address-late")),
            typed_email: typed,
            ..Said::default()
        };
        return holder.refuse(&db, said).await;
    }
    let next = Id::new(now);
    let intake = &holder.intake;
    let is_shadowed = intake.shadows.find(id).is_some();
    if is_shadowed || !intake.limit.admits(source) {
        let address = email.deliver().to_owned();
        intake.shadows.readdress(id, next, address);
    } else {
        let petition = holder.shown.petition.id;
        let keys = intake.links.address_keys(petition, &email);
        let host = intake.links.host(next, source);
        db.write(move |tx| readdress(tx, (petition, id), (next, host), &email, keys, now))
            .await?;
        intake.bell.ring();
    }
    Ok(holder.back(&intake.links.ticket(next), "other"))
}

/// Writes the pending signature anew under another address and forgets the old one, whose link
/// and mail die with it.
///
/// # Errors
/// A fault of the database.
pub fn readdress(
    tx: &mut Tx<'_>,
    (petition, id): (Id<Petition>, Id<Signature>),
    (next, host): (Id<Signature>, [u8; 32]),
    email: &Email,
    keys: AddressKeys,
    now: Time,
) -> db::Result<()> {
    let Some(waiting) = pending::find_under(tx, petition, id)? else {
        return Ok(());
    };
    let signer = Signer {
        email: email.deliver().to_owned(),
        ..waiting.pending.signer
    };
    let moved = PendingSignature {
        id: next,
        keys,
        signer,
        host: Some(host),
        created_at: now,
        ..waiting.pending
    };
    pending::delete_all(tx, &[id])?;
    intake::take_in(tx, &[moved])?;
    reasons::follow(tx, reason_of(id), reason_of(next), now)
}
