//! A fresh secret, shown once.

use crate::account::Actor;
use crate::partner::webhook::model::Webhook;
use crate::partner::webhook::secret::WebhookSecret;
use crate::web::answers::answer::private_page;
use crate::web::page::Frame;
use crate::web::{Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
use askama::Template;

#[derive(Template)]
#[template(path = "partner/webhook/secret.html")]
struct SecretPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    host: &'a str,
    secret: String,
    /// Whether another signs on beside it for a day.
    has_another: bool,
    onward: String,
}

/// The page. It stands in the answer to the form that made the secret, and nowhere else.
pub(super) fn secret_page(
    site: &Site,
    actor: &Actor,
    webhook: &Webhook,
    (secret, has_another): (&WebhookSecret, bool),
) -> Result {
    let words = actor.words(site);
    let w: &Words = &words;
    let page = SecretPage {
        frame: actor
            .frame(site, w, w.say("webhook-secret-title"))
            .in_one_language(),
        w,
        host: webhook.host(),
        secret: secret.text(),
        has_another,
        onward: urls::webhook(webhook.id),
    };
    private_page(StatusCode::OK, &page)
}
