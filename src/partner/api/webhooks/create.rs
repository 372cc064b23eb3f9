//! POST /api/v1/webhooks: makes a webhook, and tells its secret, once. Whoever asks again by the same `Idempotency-Key` is told which it
//! was, and no secret: a lost one is replaced by a new one.

use super::found;
use super::given_webhook;
use super::shown;
use crate::account::store::activity::Doer;
use crate::account::token::request::MadeThing;
use crate::db::{self, Tx};
use crate::partner::api::caller::Caller;
use crate::partner::api::given::Given;
use crate::partner::api::once::{self, MadeOnce};
use crate::partner::webhook::manage;
use crate::partner::webhook::secret::WebhookSecret;
use crate::web::{Problem, urls};
use actix_web::HttpResponse;

/// Why none is made.
enum NotMade {
    /// There are as many as there may be.
    Full,
    /// A fault of the database.
    Fault(db::Error),
}

impl From<db::Error> for NotMade {
    fn from(fault: db::Error) -> Self {
        Self::Fault(fault)
    }
}

impl From<NotMade> for Problem {
    fn from(not: NotMade) -> Self {
        match not {
            NotMade::Full => Problem::conflict(format!(
                "The organization has {} webhooks, as many as there may be",
                manage::MOST
            )),
            NotMade::Fault(fault) => fault.into(),
        }
    }
}

/// Makes it.
///
/// # Errors
/// 403 without the scope `webhooks:manage`, for one that posts details of signers, and beyond the limits of the token; 400 for what the
/// console does not take; 409 when there are as many as there may be.
pub async fn post(caller: Caller, given: Given) -> Result<HttpResponse, Problem> {
    found::may_manage(&caller)?;
    if let Some(other) = given
        .names()
        .find(|name| !given_webhook::FIELDS.contains(name))
    {
        return Err(given.wrong(other, format!("there is no field {other}")));
    }
    let token = &caller.token;
    let change = given_webhook::read(&caller, &given, None).await?;
    let new = change.of(token.organization, token.made_by);
    let doer = Doer::program(&token.name, caller.now());
    let secrets = caller.site.secrets.clone();
    let make = move |tx: &mut Tx<'_>| {
        if !manage::has_room(tx, new.organization)? {
            return Err(NotMade::Full);
        }
        let (webhook, secret) = manage::add(tx, &secrets, &new, &doer)?;
        let id = webhook.id.cast::<MadeThing>();
        Ok(((webhook, secret), id))
    };
    let (webhook, secret) = match once::make(&caller, &given, make).await? {
        MadeOnce::Now((webhook, secret)) => (webhook, Some(secret)),
        MadeOnce::Before(id) => (found::webhook(&caller, &id.to_string()).await?, None),
    };
    let mut told = shown::webhook(&caller, &webhook);
    if let Some(told) = told.as_object_mut() {
        let secret = secret.as_ref().map(WebhookSecret::text);
        told.insert("secret".to_owned(), secret.into());
    }
    Ok(caller.made(&urls::api_webhook(webhook.id), &told))
}
