//! A webhook as it is typed, by an organizer or by a program: what of it is wrong, by one rule for both.

use super::manage::{NewWebhook, WebhookChange};
use super::model::{Webhook, WebhookFormat};
use super::target::WebhookUrl;
use crate::account::model::{Organization, Organizer};
use crate::account::occurrence::OccurrenceKinds;
use crate::base::{Id, Invalid};
use crate::petition::{Exposure, Petition};
use crate::web::WrongFields;

/// Of which petition alone.
#[derive(Debug, Clone, Copy)]
pub enum TypedPetition<'a> {
    /// Of every one of the organization.
    Every,
    /// Of this.
    One(&'a Petition),
    /// There is none of that key.
    Unknown,
}

/// What was typed.
#[derive(Debug, Clone, Copy)]
pub struct TypedWebhook<'a> {
    /// Where it leads.
    pub url: &'a str,
    /// Of which petition alone.
    pub petition: TypedPetition<'a>,
    /// Of what it hears.
    pub kinds: OccurrenceKinds,
    /// How much it is told, by its word.
    pub format: &'a str,
    /// Whether whoever typed it may have details of signers posted; else a words key: why not.
    pub may_tell: Result<(), &'static str>,
}

impl TypedWebhook<'_> {
    /// The webhook that is meant. `before`: the one that is changed. Whoever runs the site may have let that lead into the own network:
    /// it goes on doing so for as long as nobody has it lead elsewhere.
    ///
    /// # Errors
    /// What is wrong, at `url`, `petition`, `kinds` and `format`.
    pub fn read(self, before: Option<&Webhook>) -> Result<WebhookChange, WrongFields> {
        let mut wrong = WrongFields::default();
        let is_as_before = before.filter(|before| before.url == self.url.trim());
        let allows_private = is_as_before.is_some_and(|before| before.allows_private);
        let url = wrong.take("url", WebhookUrl::parse(self.url, allows_private));
        let petition = match self.petition {
            TypedPetition::One(petition) => Some(petition),
            TypedPetition::Every => None,
            TypedPetition::Unknown => {
                wrong.add("petition", "error-choice");
                None
            }
        };
        if self.kinds.is_empty() {
            wrong.add("kinds", "error-webhook-kinds");
        }
        let format = WebhookFormat::parse(self.format).ok_or(Invalid::new("error-choice"));
        let format = wrong.take("format", format);
        if format.is_some_and(WebhookFormat::has_details) {
            if let Err(why) = self.may_tell {
                wrong.add("format", why);
            }
            if petition.is_some_and(|one| !one.allows(Exposure::WebhookPeople)) {
                wrong.add("format", "error-webhook-risk");
            }
        }
        let whole = url.zip(format).map(|(url, format)| WebhookChange {
            petition: petition.map(|one| one.id),
            url,
            kinds: self.kinds,
            format,
            allows_private,
        });
        wrong.none_or(whole)
    }
}

impl WebhookChange {
    /// A webhook of its own.
    #[must_use]
    pub fn of(self, organization: Id<Organization>, made_by: Option<Id<Organizer>>) -> NewWebhook {
        NewWebhook {
            organization,
            petition: self.petition,
            url: self.url,
            kinds: self.kinds,
            format: self.format,
            allows_private: self.allows_private,
            made_by,
        }
    }
}
