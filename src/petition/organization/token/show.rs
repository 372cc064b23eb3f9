//! GET /organize/organizations/{id}/tokens/{api_token}: one token, with the forms that replace and revoke it.

use super::super::settings::{self, SettingsHead, SettingsPage};
use super::pages::{ApiTokenArg, TitledPetitions, TokenLine};
use crate::account::Actor;
use crate::account::model::Organization;
use crate::account::token::store;
use crate::base::Id;
use crate::db::{self, Db};
use crate::web::answers::answer::page;
use crate::web::page::Frame;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

const HERE: SettingsPage = SettingsPage::Tokens;

#[derive(Template)]
#[template(path = "petition/organization/token/show.html")]
struct TokenPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    token: TokenLine,
    rotate_action: String,
    revoke_action: String,
    back_href: String,
}

/// The page.
///
/// # Errors
/// 404 for strangers and for another organization's token, 403 for who may not.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(ApiTokenArg(token)): PathArg<ApiTokenArg>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let (words, now) = (actor.words(&site), site.clock.now());
    let w: &Words = &words;
    let lang = w.lang();
    let found = db.read(move |conn| {
        let titles = TitledPetitions::read(conn, id, lang)?;
        Ok::<_, db::Error>((store::one(conn, id, token)?, titles))
    });
    let (found, titles) = found.await?;
    let found = found.ok_or(Error::NOT_FOUND)?;
    page(
        StatusCode::OK,
        &TokenPage {
            frame: settings::frame(&site, w, &actor, (id, HERE)),
            w,
            head: SettingsHead::of(w, &actor, &organization, HERE),
            token: TokenLine::of(w, &found, &titles, now),
            rotate_action: urls::rotate_token(id, token),
            revoke_action: urls::revoke_token(id, token),
            back_href: urls::organization_tokens(id),
        },
    )
}
