//! POST /p/{slug}/check/{ticket}/resend: the mail again.

use super::intake;
use super::model::Signature;
use super::store::pending;
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::mail::model::Outgoing;
use crate::mail::post;
use crate::petition::Petition;
use crate::signature::TicketHolder;
use crate::web::{Fields, Guarded, Result};
use actix_web::web::Data;
use serde::Deserialize;

/// How often the mail may be asked for again.
const RESENDS: i16 = 3;

/// A button without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pressed {
    #[serde(default, rename = "token")]
    _token: String,
}

impl Fields for Pressed {}

/// Promises the mail again, three times at most. Says the same however often.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 503 while the database is away.
pub async fn again(holder: TicketHolder, db: Data<Db>, _form: Guarded<Pressed>) -> Result {
    let (id, now) = (holder.id, holder.site.clock.now());
    let petition = holder.shown.petition.id;
    db.write(move |tx| send_again(tx, petition, id, now))
        .await?;
    holder.intake.bell.ring();
    Ok(holder.back(&holder.ticket, "again"))
}

/// Promises the confirmation mail once more, if it was asked for less than three times.
///
/// # Errors
/// A fault of the database.
pub fn send_again(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    id: Id<Signature>,
    now: Time,
) -> db::Result<()> {
    let Some(waiting) = pending::find_under(tx, petition, id)? else {
        return Ok(());
    };
    if pending::count_resend(tx, id, RESENDS)? {
        let letter = intake::letter(&waiting.pending);
        post(
            tx,
            &Outgoing {
                due_at: now,
                ..letter
            },
            now,
        )?;
    }
    Ok(())
}
