//! POST /organize/sign-out

use crate::account::store::session;
use crate::account::{DraftForm, NotSignedIn, let_out};
use crate::db::Db;
use crate::web::{Error, Fields, Site, urls};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// A form of buttons only.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOutFields {}

impl Fields for SignOutFields {}

/// Ends the session here and in the database. Who is not signed in any more is as signed out as can be.
///
/// # Errors
/// 403 for a form of another session; 503 when the database is away: then nobody may believe to be signed out.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    posted: Result<DraftForm<SignOutFields>, NotSignedIn>,
) -> Result<HttpResponse, NotSignedIn> {
    match posted {
        // A page of an earlier session signs out too: whoever presses there wants nothing else.
        Ok(DraftForm { actor, .. }) => {
            let (who, which) = (actor.id, actor.session.id);
            db.write(move |tx| session::end(tx, who, which))
                .await
                .map_err(Error::from)?;
        }
        Err(NotSignedIn::Form | NotSignedIn::Kept(StatusCode::UNAUTHORIZED, _)) => {}
        Err(other) => return Err(other),
    }
    Ok(let_out(&site, &urls::sign_in(None)))
}
