//! GET /organize/notices/{token}/unsubscribe: asks. POST: no more notices to this organizer.
//!
//! Mailbox providers press it for their users by `List-Unsubscribe-Post` (RFC 8058): without a session, from anywhere. Under "Your
//! account" they are switched on again.

use crate::account::SignInParts;
use crate::account::notices::{NoticeTokens, Notices};
use crate::account::store::notices;
use crate::base::Token;
use crate::db::Db;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Error, PathArg, ReaderLang, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

#[derive(Template)]
#[template(path = "account/profile/stop_notices.html")]
struct StopNoticesPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    /// None once they are stopped.
    action: Option<String>,
    sign_in: String,
}

/// The page that asks. Changes nothing, and looks at nothing.
///
/// # Errors
/// 404 for what is no token.
pub async fn get(site: Data<Site>, PathArg(token): PathArg<Token>, reader: ReaderLang) -> Result {
    let action = Some(urls::stop_notices(&token));
    answer(&site, &reader.words(&site), action)
}

/// Stops them. The answer is the same whether the link is somebody's or not.
///
/// # Errors
/// 429 over 60 a minute of this link; 503 while the database is away.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(token): PathArg<Token>,
    reader: ReaderLang,
) -> Result {
    let id = NoticeTokens::new(&site.secrets).open(&token);
    if !door.stops.admits(&id) {
        return Err(Error::too_many(60));
    }
    let now = site.clock.now();
    db.write(move |tx| notices::set(tx, id, Notices::NONE, now))
        .await?;
    answer(&site, &reader.words(&site), None)
}

fn answer(site: &Site, w: &Words, action: Option<String>) -> Result {
    let title = match action {
        Some(_) => "notices-stop-title",
        None => "notices-stopped-title",
    };
    private_page(
        StatusCode::OK,
        &StopNoticesPage {
            frame: site.frame(w, w.say(title)),
            w,
            action,
            sign_in: urls::account_notices(),
        },
    )
}
