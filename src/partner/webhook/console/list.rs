//! GET /organize/organizations/{id}/webhooks: those of an organization.

use crate::account::Actor;
use crate::account::model::Organization;
use crate::base::Id;
use crate::db::{self, Db};
use crate::partner::webhook::manage::MOST;
use crate::partner::webhook::model::Webhook;
use crate::partner::webhook::store::webhooks;
use crate::petition::organization::settings::{self, SettingsHead, SettingsPage};
use crate::petition::store::petitions;
use crate::web::answers::answer::ok;
use crate::web::page::Frame;
use crate::web::{PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

const HERE: SettingsPage = SettingsPage::Webhooks;

/// What was just done, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct WebhooksQuery {
    #[serde(default)]
    deleted: bool,
}

/// A webhook as a line.
struct WebhookLine {
    host: String,
    href: String,
    state: &'static str,
    kinds: usize,
    format: &'static str,
    /// The petition it is of alone, by its title.
    petition: Option<String>,
}

#[derive(Template)]
#[template(path = "partner/webhook/list.html")]
struct WebhooksPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    is_deleted: bool,
    lines: Vec<WebhookLine>,
    /// Where one is made; none when there are as many as there may be.
    new_href: Option<String>,
}

/// The page.
///
/// # Errors
/// 404 for strangers, 403 for whom the role does not allow it.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
    asked: Query<WebhooksQuery>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let read = db.read(move |conn| {
        let all = webhooks::of(conn, id)?;
        let of: Vec<_> = all.iter().filter_map(|one| one.petition).collect();
        let titles = petitions::titles(conn, &of)?;
        Ok::<_, db::Error>((all, titles))
    });
    let (all, titles) = read.await?;
    let words = actor.words(&site);
    let title = |one: &Webhook| {
        let of = titles.iter().filter(|(id, ..)| Some(*id) == one.petition);
        let own = of.clone().find(|(_, lang, _)| *lang == actor.lang);
        let found = own.or_else(|| of.clone().next());
        found.map(|(_, _, title)| title.clone())
    };
    let line = |one: &Webhook| WebhookLine {
        host: one.host().to_owned(),
        href: urls::webhook(one.id),
        state: one.state.as_str(),
        kinds: one.kinds.each().count(),
        format: one.format.as_str(),
        petition: title(one),
    };
    ok(&WebhooksPage {
        frame: settings::frame(&site, &words, &actor, (id, HERE)),
        w: &words,
        head: SettingsHead::of(&words, &actor, &organization, HERE),
        is_deleted: asked.deleted,
        lines: all.iter().map(line).collect(),
        new_href: (all.len() < MOST).then(|| urls::new_webhook(id)),
    })
}
