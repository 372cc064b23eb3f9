//! POST /organize/organizations/{id}/tokens/{api_token}/rotate: another token in the place of one. It stands in the answer, once.

use super::super::settings::{self, SettingsPage};
use super::pages::{ApiTokenArg, ENDED, made_page};
use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::token::rotate::{OldEnds, rotate};
use crate::account::token::store;
use crate::account::{ProvedForm, SignInParts, mails};
use crate::base::Id;
use crate::db::{self, Db};
use crate::web::{Error, Fields, PathArg, Result, Site};
use actix_web::web::Data;
use serde::Deserialize;

/// When the one of before ends: `now`, or in a day.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RotateForm {
    ends: String,
}

impl Fields for RotateForm {}

/// Makes it, tells every owner by mail, and shows it.
///
/// # Errors
/// 404 for strangers and for another organization's token, 403 for who may not; 409 where it has ended or was replaced already.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(ApiTokenArg(token)): PathArg<ApiTokenArg>,
    posted: ProvedForm<RotateForm>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    settings::open(&db, &actor, id, SettingsPage::Tokens).await?;
    let now = site.clock.now();
    let old_ends = match fields.ends.as_str() {
        "now" => OldEnds::AtOnce,
        _ => OldEnds::InADay,
    };
    let found = db.read(move |conn| store::one(conn, id, token)).await?;
    let found = found.ok_or(Error::NOT_FOUND)?;
    if found.token.scopes.are_personal() {
        actor.may_handle_addresses(now)?;
    }
    let (who, doer, secrets) = (actor.id, actor.doer(now), site.secrets.clone());
    let made = db.write(move |tx| {
        let made = rotate(tx, id, token, old_ends, (Some(who), now))?;
        if let Some(made) = &made {
            let told = (&made.token, Deed::TOKEN_ROTATED);
            mails::tell_of_token(tx, &secrets, told, &doer)?;
        }
        Ok::<_, db::Error>(made)
    });
    let made = made.await?.ok_or(ENDED)?;
    door.bell.ring();
    tracing::info!(organization = %id, by = %actor.id, token = %made.token.short_id, "a token was replaced");
    made_page(&site, &actor, &made)
}
