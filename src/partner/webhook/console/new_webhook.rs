//! GET and POST /organize/organizations/{id}/new-webhook: makes a webhook. Its secret is shown in the answer, once.

use super::secret_page::secret_page;
use super::webhook_form::{FormOf, HERE, TitledPetitions, WebhookForm, answer};
use crate::account::model::Organization;
use crate::account::{Actor, ProvedForm};
use crate::base::Id;
use crate::db::Db;
use crate::partner::webhook::manage;
use crate::petition::organization::settings;
use crate::web::{Error, PathArg, Result, Site, WrongFields};
use actix_web::web::Data;

/// The form.
///
/// # Errors
/// 404 for strangers, 403 for whom the role does not allow it.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let petitions = TitledPetitions::of(&db, &actor, id).await?;
    let of = (&organization, FormOf::New);
    let nothing_wrong = (&petitions, &WrongFields::default());
    answer((&site, &actor), of, &WebhookForm::default(), nothing_wrong)
}

/// Makes it, and shows its secret; or gives the form back with what is wrong.
///
/// # Errors
/// As [`get`]; 409 when there are as many as there may be.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: ProvedForm<WebhookForm>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let petitions = TitledPetitions::of(&db, &actor, id).await?;
    let now = site.clock.now();
    let new = match fields.read((&actor, id, now), &petitions, None) {
        Ok(new) => new.of(id, Some(actor.id)),
        Err(wrong) => {
            let of = (&organization, FormOf::New);
            return answer((&site, &actor), of, &fields, (&petitions, &wrong));
        }
    };
    let (doer, secrets) = (actor.doer(now), site.secrets.clone());
    let made = db.write(move |tx| match manage::has_room(tx, id)? {
        true => manage::add(tx, &secrets, &new, &doer).map(Some),
        false => Ok(None),
    });
    let (webhook, secret) = made.await?.ok_or(Error::CONFLICT)?;
    tracing::info!(webhook = %webhook.id, by = %actor.id, "a webhook was made");
    secret_page(&site, &actor, &webhook, (&secret, false))
}
