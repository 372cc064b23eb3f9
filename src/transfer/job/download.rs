//! POST /organize/exports/{id}/file: takes a large list that is there. The log has said so since it was.

use super::model::ExportJob;
use super::view::{OwnJob, show};
use crate::account::ProvedForm;
use crate::base::Id;
use crate::db::Db;
use crate::transfer::exporting::Exporting;
use crate::transfer::format::Format;
use crate::transfer::stream::{parts, start_file};
use crate::web::{Error, Fields, PathArg, Result, Site};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::{Bytes, Data};
use futures_util::StreamExt;
use serde::Deserialize;
use std::fs::File;

/// A button without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeExportForm {}

impl Fields for TakeExportForm {}

/// The file.
///
/// # Errors
/// 404 where it is somebody else's or over, 403 where they may take lists no more, 503 when several are being handed over. A file that
/// is not there, or is not here, is no error but the page that says so, 409.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    exporting: Data<Exporting>,
    PathArg(id): PathArg<Id<ExportJob>>,
    posted: ProvedForm<TakeExportForm>,
) -> Result {
    let actor = posted.actor;
    let own = OwnJob::open(&site, &db, &actor, id).await?;
    actor.may_handle_addresses(site.clock.now())?;
    let file = own
        .file(&exporting, &site)
        .and_then(|path| File::open(path).ok());
    let Some(file) = file else {
        return show(
            (&site, &exporting),
            &actor,
            &own,
            None,
            StatusCode::CONFLICT,
        );
    };
    let format = Format::parse(&own.job.options.format).unwrap_or(Format::Csv);
    let media_type = match (own.job.is_book(), own.job.file_name.ends_with(".zip")) {
        (true, true) => "application/zip",
        (true, false) => "application/pdf",
        (false, _) => format.media_type(),
    };
    let mut blocks = start_file(file, exporting.turn()?)?;
    let first = blocks.recv().await.ok_or(Error::busy(5))?;
    tracing::info!(petition = %own.job.petition, by = %actor.id, "a large list is taken");
    let name = &own.job.file_name;
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ))
        .insert_header((CACHE_CONTROL, "no-store"))
        .streaming(parts(first, blocks).map(|part| part.map(Bytes::from))))
}
