//! GET /organize/second-factor: whether there is one, and what can be done with it.

use crate::account::store::second_factor::{self, SecondFactor};
use crate::account::{Actor, ReturnTo, ReturnToQuery};
use crate::db::Db;
use crate::web::answers::answer::page;
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

/// So few recovery codes are few.
const FEW: i64 = 2;

#[derive(Template)]
#[template(path = "account/second_factor/state.html")]
struct StatePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    factor: Option<SecondFactor>,
    since: String,
    begin: String,
    renew: String,
    turn_off: String,
}

impl StatePage<'_> {
    /// Whether it is time for new recovery codes.
    fn has_few(&self, factor: &SecondFactor) -> bool {
        factor.codes_left <= FEW
    }
}

/// The page.
///
/// # Errors
/// 503 when the database is away.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    ReturnToQuery(next): ReturnToQuery,
) -> Result {
    let words = actor.words(&site);
    let w: &Words = &words;
    let (who, now, secrets) = (actor.id, site.clock.now(), site.secrets.clone());
    let factor = db
        .read(move |conn| second_factor::find(conn, &secrets, who, now))
        .await?;
    let shown = StatePage {
        frame: actor.console_frame(&site, w, &urls::account(), w.say("second-title")),
        w,
        factor,
        since: factor.map_or_else(String::new, |factor| w.date(factor.since, "UTC")),
        begin: urls::begin_second_factor(next.as_ref().map(ReturnTo::as_str)),
        renew: urls::renew_recovery_codes(),
        turn_off: urls::turn_off_second_factor(),
    };
    page(StatusCode::OK, &shown)
}
