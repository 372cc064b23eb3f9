//! POST /organize/operator/events/{id}/end: a network where many people signed at once is one like all others again.

use super::event_list;
use crate::account::OperatorForm;
use crate::account::session::press::PressFields;
use crate::base::Id;
use crate::db::Db;
use crate::mail::{Event, Pace, store};
use crate::web::answers::answer::see_other;
use crate::web::{PathArg, Result, Site, urls};
use actix_web::web::Data;

/// Ends it. One that is over by now is over.
///
/// # Errors
/// 404 for who is no operator.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    pace: Data<Pace>,
    PathArg(id): PathArg<Id<Event>>,
    _sent: OperatorForm<PressFields>,
) -> Result {
    let now = site.clock.now();
    db.write(move |tx| store::end_event(tx, id)).await?;
    event_list::heed(&db, &pace, now).await?;
    Ok(see_other(&urls::operator_events()))
}
