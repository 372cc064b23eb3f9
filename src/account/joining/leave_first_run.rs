//! POST /organize/first/leave: a step of the first run is left open. What was skipped is told on the first page of the console.

use crate::account::store::set_up_step;
use crate::account::{OrganizerForm, SetUpStep};
use crate::db::Db;
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, Result, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// Which one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaveFields {
    #[serde(default)]
    step: String,
}

impl Fields for LeaveFields {}

/// Goes on to the next step, or to the console after the last. Without an organization there is nothing to go on to.
///
/// # Errors
/// 422 for no step.
pub async fn post(db: Data<Db>, sent: OrganizerForm<LeaveFields>) -> Result {
    let step = SetUpStep::parse(&sent.fields.step).ok_or(Error::UNPROCESSABLE)?;
    let (who, next) = match step {
        SetUpStep::Organization => return Ok(see_other(&urls::console_later())),
        SetUpStep::Mail => (sent.actor.id, Some(SetUpStep::Petition)),
        SetUpStep::Petition => (sent.actor.id, None),
    };
    db.write(move |tx| set_up_step::go_on(tx, who, step, next))
        .await?;
    Ok(see_other(&urls::console()))
}
