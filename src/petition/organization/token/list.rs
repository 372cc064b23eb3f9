//! GET /organize/organizations/{id}/tokens: the tokens of an organization: what each opens, until when, and when it was last used.

use super::super::settings::{self, SettingsHead, SettingsPage};
use super::pages::{TitledPetitions, TokenLine};
use crate::account::Actor;
use crate::account::model::Organization;
use crate::account::token::store;
use crate::base::Id;
use crate::db::{self, Db};
use crate::web::answers::answer::page;
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

const HERE: SettingsPage = SettingsPage::Tokens;

/// What was just done, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct TokensQuery {
    #[serde(default)]
    revoked: bool,
}

#[derive(Template)]
#[template(path = "petition/organization/token/list.html")]
struct TokensPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    is_revoked: bool,
    tokens: Vec<TokenLine>,
    new_href: String,
}

/// The list.
///
/// # Errors
/// 404 for strangers, 403 for who may not.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    asked: Query<TokensQuery>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let (words, now) = (actor.words(&site), site.clock.now());
    let w: &Words = &words;
    let lang = w.lang();
    let found = db.read(move |conn| {
        let titles = TitledPetitions::read(conn, id, lang)?;
        Ok::<_, db::Error>((store::list(conn, Some(id))?, titles))
    });
    let (tokens, titles) = found.await?;
    let lines = tokens.iter().map(|one| TokenLine::of(w, one, &titles, now));
    page(
        StatusCode::OK,
        &TokensPage {
            frame: settings::frame(&site, w, &actor, (id, HERE)),
            w,
            head: SettingsHead::of(w, &actor, &organization, HERE),
            is_revoked: asked.revoked,
            tokens: lines.collect(),
            new_href: urls::new_token(id),
        },
    )
}
