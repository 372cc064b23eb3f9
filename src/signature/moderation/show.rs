//! GET /organize/batches/{id}: what a batch is about.

use super::form::PressForm;
use super::page::{self, BatchView};
use crate::account::Actor;
use crate::base::Id;
use crate::db::Db;
use crate::signature::batch::SignatureBatch;
use crate::web::{NotSaved, PathArg, Result, Site};
use actix_web::web::Data;

/// The page.
///
/// # Errors
/// As [`BatchView::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<SignatureBatch>>,
) -> Result {
    let view = BatchView::open(&db, &actor, id).await?;
    let typed = PressForm::default();
    page::answer(&site, &actor, &view, &typed, &NotSaved::default())
}
