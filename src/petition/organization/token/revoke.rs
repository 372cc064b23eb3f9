//! POST /organize/organizations/{id}/tokens/{api_token}/revoke: it opens nothing from the next request on, at every instance.

use super::super::settings::{self, SettingsPage};
use super::pages::{ApiTokenArg, ENDED};
use crate::account::OrganizerForm;
use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::store::activity::Doer;
use crate::account::token::model::ApiToken;
use crate::account::token::store;
use crate::base::Id;
use crate::db::{self, Db, Tx};
use crate::web::answers::answer::see_other;
use crate::web::{Error, Fields, PathArg, Result, Site, urls};
use actix_web::web::Data;
use serde::Deserialize;

/// The button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevokeTokenForm {}

impl Fields for RevokeTokenForm {}

/// Why it stays.
#[derive(Debug, thiserror::Error)]
pub enum RevokeTokenRefused {
    /// There is none here.
    #[error("no such token")]
    Gone,
    /// It has ended already.
    #[error("ended already")]
    Ended,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<RevokeTokenRefused> for Error {
    fn from(refusal: RevokeTokenRefused) -> Self {
        match refusal {
            RevokeTokenRefused::Gone => Self::NOT_FOUND,
            RevokeTokenRefused::Ended => ENDED,
            RevokeTokenRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Revokes it, and writes so in the log.
///
/// # Errors
/// [`RevokeTokenRefused`]; nothing is written then.
pub fn revoke(
    tx: &mut Tx<'_>,
    organization: Id<Organization>,
    id: Id<ApiToken>,
    doer: &Doer,
) -> std::result::Result<(), RevokeTokenRefused> {
    let found = store::one(tx, organization, id)?.ok_or(RevokeTokenRefused::Gone)?;
    if !store::revoke(tx, id, doer.at())? {
        return Err(RevokeTokenRefused::Ended);
    }
    Ok(doer.did(tx, organization, Deed::TOKEN_REVOKED, &found.token.name)?)
}

/// Revokes it, and leads back to the list.
///
/// # Errors
/// 404 for strangers and for another organization's token, 403 for who may not; 409 where it has ended already.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Organization>>,
    PathArg(ApiTokenArg(token)): PathArg<ApiTokenArg>,
    posted: OrganizerForm<RevokeTokenForm>,
) -> Result {
    let actor = posted.actor;
    settings::open(&db, &actor, id, SettingsPage::Tokens).await?;
    let doer = actor.doer(site.clock.now());
    db.write(move |tx| revoke(tx, id, token, &doer)).await?;
    tracing::info!(organization = %id, by = %actor.id, "a token was revoked");
    Ok(see_other(&format!(
        "{}?revoked=true",
        urls::organization_tokens(id)
    )))
}
