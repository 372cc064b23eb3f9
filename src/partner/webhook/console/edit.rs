//! GET and POST /organize/webhooks/{id}/edit: has it lead elsewhere, hear of other things, or be told more or less. Its secret, its log and
//! what waits for it stay.

use super::managed_webhook::open;
use super::webhook_form::{FormOf, HERE, TitledPetitions, WebhookForm, answer};
use crate::account::{Actor, ProvedForm};
use crate::base::Id;
use crate::db::Db;
use crate::partner::webhook::manage;
use crate::partner::webhook::model::Webhook;
use crate::petition::organization::settings;
use crate::web::answers::answer::see_other;
use crate::web::{Error, PathArg, Result, Site, WrongFields, urls};
use actix_web::web::Data;

/// The form as it stands.
///
/// # Errors
/// 404 for strangers, 403 for whom the role does not allow it.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Webhook>>,
) -> Result {
    let webhook = open(&db, &actor, id).await?;
    let organization = settings::open(&db, &actor, webhook.organization, HERE).await?;
    let petitions = TitledPetitions::of(&db, &actor, webhook.organization).await?;
    let of = (&organization, FormOf::One(&webhook));
    let nothing_wrong = (&petitions, &WrongFields::default());
    let typed = WebhookForm::of(&webhook);
    answer((&site, &actor), of, &typed, nothing_wrong)
}

/// Changes it, and leads back to it; or gives the form back with what is wrong.
///
/// # Errors
/// As [`get`].
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Webhook>>,
    posted: ProvedForm<WebhookForm>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    let webhook = open(&db, &actor, id).await?;
    let place = webhook.organization;
    let organization = settings::open(&db, &actor, place, HERE).await?;
    let petitions = TitledPetitions::of(&db, &actor, place).await?;
    let now = site.clock.now();
    let change = match fields.read((&actor, place, now), &petitions, Some(&webhook)) {
        Ok(change) => change,
        Err(wrong) => {
            let of = (&organization, FormOf::One(&webhook));
            return answer((&site, &actor), of, &fields, (&petitions, &wrong));
        }
    };
    let doer = actor.doer(now);
    let changed = db.write(move |tx| manage::change(tx, id, &change, &doer));
    changed.await?.ok_or(Error::NOT_FOUND)?;
    tracing::info!(webhook = %id, by = %actor.id, "a webhook was changed");
    Ok(see_other(&format!("{}?done=changed", urls::webhook(id))))
}
