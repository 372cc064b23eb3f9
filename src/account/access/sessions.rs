//! GET /organize/sessions: where one is signed in; POST to end one, or all others.

use crate::account::model::Session;
use crate::account::pages::{SessionLine, SessionsPage};
use crate::account::store::session;
use crate::account::{Actor, NotSignedIn, OrganizerForm, let_out};
use crate::base::{Id, Time};
use crate::db::Db;
use crate::web::answers::answer::{page, see_other};
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use serde::Deserialize;

/// A form of buttons only.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndFields {}

impl Fields for EndFields {}

/// The list.
///
/// # Errors
/// 503 when the database is away.
pub async fn get(site: Data<Site>, db: Data<Db>, actor: Actor) -> Result {
    let words = actor.words(&site);
    let (who, now) = (actor.id, site.clock.now());
    let sessions = db
        .read(move |conn| session::of_organizer(conn, who, now))
        .await?;
    let lines: Vec<SessionLine> = sessions
        .iter()
        .map(|one| line(one, &actor, &words, now))
        .collect();
    page(
        StatusCode::OK,
        &SessionsPage {
            frame: actor.console_frame(
                &site,
                &words,
                &urls::sessions(),
                words.say("console-sessions"),
            ),
            w: &words,
            end_others: (lines.len() > 1).then(urls::end_other_sessions),
            sessions: lines,
            change: urls::passphrase(),
        },
    )
}

fn line(session: &Session, actor: &Actor, words: &Words, now: Time) -> SessionLine {
    SessionLine {
        device: match session.device.as_str() {
            "" => words.say("account-unknown-browser").to_owned(),
            known => known.to_owned(),
        },
        seen: words.say1("account-seen", "ago", words.ago(session.last_seen_at, now)),
        seen_at: session.last_seen_at.rfc3339(),
        opened: words.say1("account-opened", "ago", words.ago(session.created_at, now)),
        opened_at: session.created_at.rfc3339(),
        is_this: session.id == actor.session.id,
        end: urls::end_session(session.id),
    }
}

/// Ends one; of somebody else's nobody learns whether it exists. Ending one's own is signing out.
///
/// # Errors
/// 404 when it is not one's own.
pub async fn end(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Session>>,
    posted: OrganizerForm<EndFields>,
) -> Result {
    let who = posted.actor.id;
    let ended = db.write(move |tx| session::end(tx, who, id)).await?;
    match (ended, id == posted.actor.session.id) {
        (0, _) => Err(Error::NOT_FOUND),
        (_, true) => Ok(let_out(&site, &urls::sign_in(None))),
        (_, false) => Ok(see_other(&urls::sessions())),
    }
}

/// Ends all others.
///
/// # Errors
/// 503 when the database is away.
pub(crate) async fn end_others(
    db: Data<Db>,
    posted: OrganizerForm<EndFields>,
) -> std::result::Result<HttpResponse, NotSignedIn> {
    let (who, this) = (posted.actor.id, posted.actor.session.id);
    db.write(move |tx| session::end_all(tx, who, Some(this)))
        .await
        .map_err(Error::from)?;
    Ok(see_other(&urls::sessions()))
}
