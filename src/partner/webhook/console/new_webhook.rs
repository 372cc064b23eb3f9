//! GET and POST /organize/organizations/{id}/new-webhook: makes a webhook. Its secret is shown in the answer, once.

use super::secret_page::secret_page;
use crate::account::model::Organization;
use crate::account::occurrence::{OccurrenceKind, OccurrenceKinds};
use crate::account::{Action, Actor, ProvedForm};
use crate::base::{Id, Invalid};
use crate::db::{self, Db};
use crate::partner::webhook::manage::{self, MOST, NewWebhook};
use crate::partner::webhook::model::WebhookFormat;
use crate::partner::webhook::store::webhooks;
use crate::partner::webhook::target::{LONGEST, WebhookUrl};
use crate::petition::organization::settings::{self, SettingsPage};
use crate::petition::store::petitions;
use crate::petition::{Exposure, Petition};
use crate::web::answers::answer::page;
use crate::web::page::{Errors, Frame};
use crate::web::{
    Error, Fields, Named, PathArg, Result, Site, TextField, WrongFields, by_name, urls,
};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::{Deserialize, Deserializer};

const HERE: SettingsPage = SettingsPage::Webhooks;

/// What the form sends. A box that is not ticked is not sent.
#[derive(Debug, Clone, Default)]
pub struct NewWebhookForm {
    url: String,
    petition: String,
    format: String,
    kinds: OccurrenceKinds,
}

impl Named for NewWebhookForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        match name {
            "url" => self.url = value,
            "petition" => self.petition = value,
            "format" => self.format = value,
            name => match OccurrenceKind::chosen_from().find(|kind| kind.as_str() == name) {
                Some(kind) => self.kinds = self.kinds.and(OccurrenceKinds::of([kind])),
                None => return false,
            },
        }
        true
    }
}

impl<'de> Deserialize<'de> for NewWebhookForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Fields for NewWebhookForm {
    const TEXTS: &'static [TextField] = &[TextField::one("url", "webhook-url", LONGEST)];
}

/// A petition to choose.
struct PetitionChoice {
    id: String,
    title: String,
    is_chosen: bool,
    /// Whether details of its signers may be posted.
    may_tell: bool,
}

/// An event to tick.
struct KindChoice {
    name: &'static str,
    /// The same in words keys.
    word: String,
    is_ticked: bool,
}

/// A format to choose.
struct FormatChoice {
    name: &'static str,
    is_chosen: bool,
}

#[derive(Template)]
#[template(path = "partner/webhook/make.html")]
struct MakePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    organization: &'a str,
    action: String,
    back_href: String,
    errors: Errors,
    url: &'a str,
    kinds: Vec<KindChoice>,
    formats: Vec<FormatChoice>,
    petitions: Vec<PetitionChoice>,
}

impl NewWebhookForm {
    fn read(
        &self,
        actor: &Actor,
        organization: Id<Organization>,
        petitions: &[PetitionChoice],
    ) -> std::result::Result<NewWebhook, WrongFields> {
        let mut wrong = WrongFields::default();
        let url = wrong.take("url", WebhookUrl::parse(&self.url, false));
        let chosen = petitions.iter().find(|one| one.id == self.petition);
        if chosen.is_none() && !self.petition.is_empty() {
            wrong.add("petition", "error-choice");
        }
        if self.kinds.is_empty() {
            wrong.add("kinds", "error-webhook-kinds");
        }
        let format = WebhookFormat::parse(&self.format).ok_or(Invalid::new("error-choice"));
        let format = wrong.take("format", format);
        let has_details = format.is_some_and(WebhookFormat::has_details);
        if has_details && actor.allow(Action::ExportSigners, organization).is_err() {
            wrong.add("format", "error-webhook-details");
        }
        if has_details && chosen.is_some_and(|one| !one.may_tell) {
            wrong.add("format", "error-webhook-risk");
        }
        let whole = url.zip(format).map(|(url, format)| NewWebhook {
            organization,
            petition: chosen.and_then(|one| Id::<Petition>::parse(&one.id).ok()),
            url,
            kinds: self.kinds,
            format,
            allows_private: false,
            made_by: Some(actor.id),
        });
        wrong.none_or(whole)
    }
}

/// Those of the organization that are shown or were, by title.
async fn choices(
    db: &Db,
    actor: &Actor,
    organization: Id<Organization>,
    chosen: &str,
) -> std::result::Result<Vec<PetitionChoice>, Error> {
    let read = db.read(move |conn| {
        let all = petitions::of_organization(conn, organization)?.petitions;
        let ids: Vec<_> = all.iter().map(|one| one.id).collect();
        let titles = petitions::titles(conn, &ids)?;
        Ok::<_, db::Error>((all, titles))
    });
    let (all, titles) = read.await?;
    let choice = |one: &Petition| {
        let of = titles.iter().filter(|(id, ..)| *id == one.id);
        let own = of.clone().find(|(_, lang, _)| *lang == actor.lang);
        let title = own.or_else(|| of.clone().next());
        let id = one.id.to_string();
        PetitionChoice {
            title: title.map_or_else(|| one.slug.to_string(), |(_, _, title)| title.clone()),
            is_chosen: id == chosen,
            may_tell: one.allows(Exposure::WebhookPeople),
            id,
        }
    };
    Ok(all.iter().map(choice).collect())
}

fn answer(
    site: &Site,
    actor: &Actor,
    organization: &Organization,
    typed: &NewWebhookForm,
    (petitions, wrong): (Vec<PetitionChoice>, &WrongFields),
) -> Result {
    let words = actor.words(site);
    let errors = wrong.said(&words);
    let id = organization.id;
    let format = WebhookFormat::parse(&typed.format).unwrap_or(WebhookFormat::Thin);
    page(
        errors.status(),
        &MakePage {
            frame: settings::frame(site, &words, actor, (id, HERE)).with_errors(!errors.is_empty()),
            w: &words,
            organization: &organization.name,
            action: urls::new_webhook(id),
            back_href: urls::webhooks(id),
            errors,
            url: &typed.url,
            kinds: OccurrenceKind::chosen_from()
                .map(|kind| KindChoice {
                    name: kind.as_str(),
                    word: kind.as_str().replace('.', "-"),
                    is_ticked: typed.kinds.has(kind),
                })
                .collect(),
            formats: WebhookFormat::ALL
                .map(|one| FormatChoice {
                    name: one.as_str(),
                    is_chosen: one == format,
                })
                .into(),
            petitions,
        },
    )
}

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
    let petitions = choices(&db, &actor, id, "").await?;
    let wrong = WrongFields::default();
    let typed = NewWebhookForm::default();
    answer(&site, &actor, &organization, &typed, (petitions, &wrong))
}

/// Makes it, and shows its secret; or gives the form back with what is wrong.
///
/// # Errors
/// As [`get`]; 409 when there are as many as there may be; 403 for details of signers without the second factor that a rule asks for.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: ProvedForm<NewWebhookForm>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let petitions = choices(&db, &actor, id, &fields.petition).await?;
    let new = match fields.read(&actor, id, &petitions) {
        Ok(new) => new,
        Err(wrong) => {
            return answer(&site, &actor, &organization, &fields, (petitions, &wrong));
        }
    };
    let now = site.clock.now();
    if new.format.has_details() {
        actor.may_handle_addresses(now)?;
    }
    let (doer, secrets) = (actor.doer(now), site.secrets.clone());
    let made = db.write(move |tx| {
        if webhooks::of(tx, id)?.len() >= MOST {
            return Ok(None);
        }
        manage::add(tx, &secrets, &new, &doer).map(Some)
    });
    let (webhook, secret) = made.await?.ok_or(Error::CONFLICT)?;
    tracing::info!(webhook = %webhook.id, by = %actor.id, "a webhook was made");
    secret_page(&site, &actor, &webhook, (&secret, false))
}
