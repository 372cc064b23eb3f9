//! GET and POST /organize/second-factor/ask: asked for at the first look at addresses, never at set-up. "Not now" lasts seven
//! days; where the organization needs it there is none.

use crate::account::session::address_reader::SecondFactorNeed;
use crate::account::session::press::PressFields;
use crate::account::store::person;
use crate::account::{Actor, NotSignedIn, OrganizerForm, ReturnTo, ReturnToQuery};
use crate::db::Db;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::Frame;
use crate::web::{Error, Result, Site, urls};
use crate::words::Words;
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

#[derive(Template)]
#[template(path = "account/second_factor/ask.html")]
struct AskPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    begin: String,
    /// Where "not now" is sent; none where there is no such thing.
    later: Option<String>,
    /// The organization that needs it.
    organization: Option<&'a str>,
    /// Asked before the operator's pages, and not before addresses.
    is_operator: bool,
}

/// The page; who is asked no more goes on.
///
/// # Errors
/// 500 when it cannot be written.
pub async fn get(site: Data<Site>, actor: Actor, ReturnToQuery(next): ReturnToQuery) -> Result {
    let next = next.as_ref().map(ReturnTo::as_str);
    let is_operator = actor.lacks_operator_factor()
        && next.is_some_and(|next| next.starts_with(&urls::operator()));
    let need = match is_operator {
        true => SecondFactorNeed::Rule,
        false => actor.second_factor_need(site.clock.now()),
    };
    if need == SecondFactorNeed::None {
        return Ok(see_other(next.unwrap_or(&urls::second_factor())));
    }
    let words = actor.words(&site);
    let w: &Words = &words;
    let shown = AskPage {
        frame: actor.console_frame(
            &site,
            w,
            &urls::account(),
            w.say(if is_operator {
                "second-ask-operator-title"
            } else {
                "second-ask-title"
            }),
        ),
        w,
        begin: urls::begin_second_factor(next),
        later: (need == SecondFactorNeed::Wish).then(|| urls::ask_second_factor(next)),
        organization: actor.needed_by().filter(|_| !is_operator),
        is_operator,
    };
    page(StatusCode::OK, &shown)
}

/// Not now.
///
/// # Errors
/// 503 when the database is away.
pub async fn later(
    site: Data<Site>,
    db: Data<Db>,
    ReturnToQuery(next): ReturnToQuery,
    posted: OrganizerForm<PressFields>,
) -> std::result::Result<HttpResponse, NotSignedIn> {
    let (who, now) = (posted.actor.id, site.clock.now());
    db.write(move |tx| person::put_off_second_factor(tx, who, now))
        .await
        .map_err(Error::from)?;
    Ok(see_other(
        next.as_ref().map_or(&urls::console(), |next| next.as_str()),
    ))
}
