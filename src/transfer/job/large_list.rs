//! GET /organize/exports/{id}: how far a large list is.

use super::model::ExportJob;
use super::view::{OwnJob, show};
use crate::account::AddressReader;
use crate::base::Id;
use crate::db::Db;
use crate::transfer::exporting::Exporting;
use crate::web::{PathArg, Result, Site};
use actix_web::http::StatusCode;
use actix_web::web::Data;

/// The page, for whoever asked for the list.
///
/// # Errors
/// 404 where it is somebody else's or over, 403 where they may take lists no more.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    exporting: Data<Exporting>,
    AddressReader(actor): AddressReader,
    PathArg(id): PathArg<Id<ExportJob>>,
) -> Result {
    let own = OwnJob::open(&site, &db, &actor, id).await?;
    show((&site, &exporting), &actor, &own, None, StatusCode::OK)
}
