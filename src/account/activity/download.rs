//! GET /organize/organizations/{id}/activity.csv: the same lines as a table.

use super::lines::{self, ActivityQuery};
use crate::account::model::Organization;
use crate::account::store::activity::{self, LineFilter};
use crate::account::{Action, Actor};
use crate::base::texts::csv::{BOM, row};
use crate::base::{Cursor, Id};
use crate::db::{self, Db};
use crate::web::{PathArg, Result, Site};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::{Bytes, Data, Query};
use futures_util::Stream;
use futures_util::stream::try_unfold;
use std::sync::Arc;

/// Lines that are read at once.
const PAGE: usize = 1_000;

const HEADER: [&str; 9] = [
    "at",
    "who",
    "deed",
    "deed_word",
    "what",
    "before",
    "after",
    "place",
    "line",
];

/// Where the table stands: what is written next.
enum Next {
    Header,
    From(Option<Cursor>),
    End,
}

/// The table, page by page as it is taken.
///
/// # Errors
/// 404 for who is no member, 403 for whom the role does not allow it.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    asked: Query<ActivityQuery>,
) -> Result {
    actor.allow(Action::SeeActivity, id)?;
    let day: String = site.clock.now().rfc3339().chars().take(10).collect();
    let table = table(db, (id, asked.filter()), actor.words(&site));
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"activity-{day}.csv\""),
        ))
        .insert_header((CACHE_CONTROL, "no-store"))
        .streaming(Box::pin(table)))
}

fn table(
    db: Data<Db>,
    (id, filter): (Id<Organization>, LineFilter),
    words: Arc<Words>,
) -> impl Stream<Item = std::result::Result<Bytes, db::Error>> {
    try_unfold(Next::Header, move |next| {
        let (db, words) = (db.clone(), Arc::clone(&words));
        async move {
            let mut out = Vec::new();
            let from = match next {
                Next::Header => {
                    out.extend_from_slice(BOM);
                    row(&mut out, &HEADER);
                    return Ok(Some((out.into(), Next::From(None))));
                }
                Next::From(from) => from,
                Next::End => return Ok(None),
            };
            let read = db.read(move |conn| activity::page(conn, id, filter, from.as_ref(), PAGE));
            let found = read.await?;
            for line in &found.rows {
                let (before, after) = lines::sides(&words, line);
                row(
                    &mut out,
                    &[
                        &line.at.rfc3339(),
                        &lines::who(&words, line),
                        &lines::deed(&words, line),
                        &line.deed,
                        &line.what,
                        &before,
                        &after,
                        &line.place,
                        &line.id.to_string(),
                    ],
                );
            }
            let next = found.next.map_or(Next::End, |next| Next::From(Some(next)));
            Ok(Some((out.into(), next)))
        }
    })
}
