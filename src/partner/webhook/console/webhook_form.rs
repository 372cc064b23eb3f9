//! The form of a webhook: one for making it and for changing it.

use crate::account::model::Organization;
use crate::account::occurrence::{OccurrenceKind, OccurrenceKinds};
use crate::account::{Action, Actor};
use crate::base::{Id, Time};
use crate::db::{self, Db};
use crate::partner::webhook::manage::WebhookChange;
use crate::partner::webhook::model::{Webhook, WebhookFormat};
use crate::partner::webhook::target::LONGEST;
use crate::partner::webhook::typed::{TypedPetition, TypedWebhook};
use crate::petition::Petition;
use crate::petition::organization::settings::{self, SettingsPage};
use crate::petition::store::petitions;
use crate::web::answers::answer::page;
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, Named, Result, Site, TextField, WrongFields, by_name, urls};
use crate::words::Words;
use askama::Template;
use serde::{Deserialize, Deserializer};

pub(super) const HERE: SettingsPage = SettingsPage::Webhooks;

/// What the form sends. A box that is not ticked is not sent.
#[derive(Debug, Clone, Default)]
pub struct WebhookForm {
    url: String,
    petition: String,
    format: String,
    kinds: OccurrenceKinds,
}

impl Named for WebhookForm {
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

impl<'de> Deserialize<'de> for WebhookForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Fields for WebhookForm {
    const TEXTS: &'static [TextField] = &[TextField::one("url", "webhook-url", LONGEST)];
}

/// A petition to choose.
struct PetitionChoice {
    id: String,
    title: String,
    is_chosen: bool,
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
#[template(path = "partner/webhook/form.html")]
struct FormPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    organization: &'a str,
    /// Whether it is made; else one is changed.
    is_new: bool,
    action: String,
    back_href: String,
    errors: Errors,
    url: &'a str,
    kinds: Vec<KindChoice>,
    formats: Vec<FormatChoice>,
    petitions: Vec<PetitionChoice>,
}

/// What the form is for.
#[derive(Clone, Copy)]
pub(super) enum FormOf<'a> {
    /// A webhook that is not there yet.
    New,
    /// One that is changed.
    One(&'a Webhook),
}

/// Petitions of an organization, with the titles that a reader reads.
pub(super) struct TitledPetitions(Vec<(Petition, String)>);

impl TitledPetitions {
    /// Those of this organization.
    pub(super) async fn of(
        db: &Db,
        actor: &Actor,
        organization: Id<Organization>,
    ) -> std::result::Result<Self, Error> {
        let read = db.read(move |conn| {
            let all = petitions::of_organization(conn, organization)?.petitions;
            let ids: Vec<_> = all.iter().map(|one| one.id).collect();
            let titles = petitions::titles(conn, &ids)?;
            Ok::<_, db::Error>((all, titles))
        });
        let (all, titles) = read.await?;
        let titled = |one: Petition| {
            let of = titles.iter().filter(|(id, ..)| *id == one.id);
            let own = of.clone().find(|(_, lang, _)| *lang == actor.lang);
            let title = own.or_else(|| of.clone().next());
            let title = title.map_or_else(|| one.slug.to_string(), |(_, _, title)| title.clone());
            (one, title)
        };
        Ok(Self(all.into_iter().map(titled).collect()))
    }

    fn chosen(&self, key: &str) -> TypedPetition<'_> {
        let mut all = self.0.iter();
        match all.find(|(one, _)| one.id.to_string() == key) {
            Some((one, _)) => TypedPetition::One(one),
            None if key.is_empty() => TypedPetition::Every,
            None => TypedPetition::Unknown,
        }
    }
}

impl WebhookForm {
    /// As a webhook stands.
    pub(super) fn of(webhook: &Webhook) -> Self {
        Self {
            url: webhook.url.clone(),
            petition: webhook
                .petition
                .map_or_else(String::new, |id| id.to_string()),
            format: webhook.format.as_str().to_owned(),
            kinds: webhook.kinds,
        }
    }

    /// What is meant by it.
    pub(super) fn read(
        &self,
        (actor, organization, now): (&Actor, Id<Organization>, Time),
        petitions: &TitledPetitions,
        before: Option<&Webhook>,
    ) -> std::result::Result<WebhookChange, WrongFields> {
        let is_exporter = actor.allow(Action::ExportSigners, organization).is_ok();
        let may_tell = match (is_exporter, actor.may_handle_addresses(now)) {
            (false, _) => Err("error-webhook-details"),
            (true, Err(_)) => Err("problem-403-second-factor"),
            (true, Ok(())) => Ok(()),
        };
        let typed = TypedWebhook {
            url: &self.url,
            petition: petitions.chosen(&self.petition),
            kinds: self.kinds,
            format: &self.format,
            may_tell,
        };
        typed.read(before)
    }
}

/// The form, with what was typed and what is wrong with it.
pub(super) fn answer(
    (site, actor): (&Site, &Actor),
    (organization, form_of): (&Organization, FormOf<'_>),
    typed: &WebhookForm,
    (petitions, wrong): (&TitledPetitions, &WrongFields),
) -> Result {
    let words = actor.words(site);
    let errors = wrong.said(&words);
    let id = organization.id;
    let format = WebhookFormat::parse(&typed.format).unwrap_or(WebhookFormat::Thin);
    let (action, back_href) = match form_of {
        FormOf::New => (urls::new_webhook(id), urls::webhooks(id)),
        FormOf::One(webhook) => (urls::edit_webhook(webhook.id), urls::webhook(webhook.id)),
    };
    let choice = |(one, title): &(Petition, String)| PetitionChoice {
        id: one.id.to_string(),
        title: title.clone(),
        is_chosen: one.id.to_string() == typed.petition,
    };
    page(
        errors.status(),
        &FormPage {
            frame: settings::frame(site, &words, actor, (id, HERE)).with_errors(!errors.is_empty()),
            w: &words,
            organization: &organization.name,
            is_new: matches!(form_of, FormOf::New),
            action,
            back_href,
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
            petitions: petitions.0.iter().map(choice).collect(),
        },
    )
}
