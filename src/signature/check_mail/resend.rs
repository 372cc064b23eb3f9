//! POST /p/{slug}/check/resend: the mail again.

use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::mail::queue;
use crate::petition::Petition;
use crate::signature::FormSender;
use crate::signature::model::Signature;
use crate::signature::sign::intake;
use crate::signature::store::pending;
use crate::web::{CheckedForm, Fields, Result};
use actix_web::web::Data;
use serde::Deserialize;

/// How often the mail may be asked for again.
const RESENDS: i16 = 3;

/// A button; the form it is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResendForm {
    #[serde(default)]
    form: String,
}

impl Fields for ResendForm {}

/// Queues the mail again, three times at most. Says the same however often.
///
/// # Errors
/// 404 without such a petition, 410 once it was taken down; 409 when the form is not the one this browser sent last; 503 while
/// the database is away, or when the mail could not go within the hour.
pub async fn again(sender: FormSender, db: Data<Db>, pressed: CheckedForm<ResendForm>) -> Result {
    let id = sender.acting(&pressed.fields.form)?.id;
    let due = sender.mail_due_at()?;
    let (shown, now) = (sender.shown.clone(), sender.site.clock.now());
    db.write(move |tx| send_again(tx, &shown.petition, id, due, now))
        .await?;
    sender.intake.bell.ring();
    Ok(sender.back("again"))
}

/// Queues the confirmation mail once more, if it was asked for less than three times.
///
/// # Errors
/// A fault of the database.
pub(crate) fn send_again(
    tx: &mut Tx<'_>,
    petition: &Petition,
    id: Id<Signature>,
    due: Time,
    now: Time,
) -> db::Result<()> {
    let Some(waiting) = pending::find_under(tx, petition.id, id)? else {
        return Ok(());
    };
    if pending::count_resend(tx, id, RESENDS)? {
        let mail = intake::confirmation_mail(&waiting.pending, id, due, petition.closes_at);
        queue(tx, &mail, now)?;
    }
    Ok(())
}
