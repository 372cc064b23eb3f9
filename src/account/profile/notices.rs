//! GET and POST /organize/account/notices: of what one is told by mail.

use crate::account::notices::{Notice, Notices};
use crate::account::store::notices;
use crate::account::{Actor, OrganizerForm};
use crate::db::Db;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::Frame;
use crate::web::{Error, Fields, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// What the form sends: a box that is not ticked is not sent.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NoticesForm {
    first: String,
    goal: String,
    decide: String,
    mail: String,
    details: String,
}

impl Fields for NoticesForm {}

impl NoticesForm {
    fn wanted(&self) -> Notices {
        let is_ticked = |notice: &Notice| match notice {
            Notice::FirstSignature => !self.first.is_empty(),
            Notice::Goal => !self.goal.is_empty(),
            Notice::ToDecide => !self.decide.is_empty(),
            Notice::MailFails => !self.mail.is_empty(),
            Notice::DetailsGo => !self.details.is_empty(),
        };
        Notices::of(Notice::ALL.into_iter().filter(is_ticked))
    }
}

/// What was just done, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct NoticesQuery {
    #[serde(default)]
    saved: bool,
}

struct NoticeChoice {
    name: &'static str,
    label: String,
    is_ticked: bool,
}

#[derive(Template)]
#[template(path = "account/profile/notices.html")]
struct NoticesPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    is_saved: bool,
    email: &'a str,
    choices: Vec<NoticeChoice>,
}

/// The page.
///
/// # Errors
/// 503 when the database is away.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    asked: Query<NoticesQuery>,
) -> Result {
    let who = actor.id;
    let reader = db.read(move |conn| notices::reader(conn, who)).await?;
    let wanted = reader.ok_or(Error::NOT_FOUND)?.wanted;
    let w = actor.words(&site);
    let choice = |one: Notice| NoticeChoice {
        name: one.as_str(),
        label: w.say(&format!("notices-{}", one.as_str())).to_owned(),
        is_ticked: wanted.has(one),
    };
    let title = w.say("notices-title");
    page(
        StatusCode::OK,
        &NoticesPage {
            frame: actor.console_frame(&site, &w, &urls::account_notices(), title),
            w: &w,
            action: urls::account_notices(),
            is_saved: asked.saved,
            email: &actor.email,
            choices: Notice::ALL.map(choice).into(),
        },
    )
}

/// Writes it.
///
/// # Errors
/// 503 when the database is away.
pub async fn post(site: Data<Site>, db: Data<Db>, posted: OrganizerForm<NoticesForm>) -> Result {
    let OrganizerForm { actor, fields } = posted;
    let (who, wanted, now) = (actor.id, fields.wanted(), site.clock.now());
    db.write(move |tx| notices::set(tx, who, wanted, now))
        .await?;
    Ok(see_other(&format!(
        "{}?saved=true",
        urls::account_notices()
    )))
}
