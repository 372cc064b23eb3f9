//! What the settings of an organization have in common: who opens them, the way from one page to the next, and that of two who save
//! at once one hears of it.

use crate::account::deed::Deed;
use crate::account::model::Organization;
use crate::account::store::activity::Doer;
use crate::account::store::organization;
use crate::account::{Action, Actor};
use crate::base::Id;
use crate::db::{self, Db, Tx};
use crate::web::page::Frame;
use crate::web::{Error, Site, urls};
use crate::words::Words;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// A page of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsPage {
    /// Name, sentence, contact address, imprint.
    Details,
    /// Colours.
    Look,
    /// The logo.
    Logo,
    /// What new petitions begin with.
    Beginnings,
    /// What signers agreed to.
    Consents,
    /// What programs come in with.
    Tokens,
    /// Other programs that hear of what happens.
    Webhooks,
    /// The second factor.
    Security,
    /// The end.
    Delete,
}

impl SettingsPage {
    const ALL: [Self; 9] = [
        Self::Details,
        Self::Look,
        Self::Logo,
        Self::Beginnings,
        Self::Consents,
        Self::Tokens,
        Self::Webhooks,
        Self::Security,
        Self::Delete,
    ];

    /// Who may.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Security | Self::Delete => Action::ManageOwners,
            Self::Tokens => Action::ManagePrograms,
            Self::Webhooks => Action::ManageWebhooks,
            _ => Action::EditOrganization,
        }
    }

    /// Where it is.
    #[must_use]
    pub fn href(self, id: Id<Organization>) -> String {
        match self {
            Self::Details => urls::edit_organization(id),
            Self::Look => urls::organization_look(id),
            Self::Logo => urls::edit_logo(id),
            Self::Beginnings => urls::organization_beginnings(id),
            Self::Consents => urls::organization_consents(id),
            Self::Tokens => urls::organization_tokens(id),
            Self::Webhooks => urls::webhooks(id),
            Self::Security => urls::organization_security(id),
            Self::Delete => urls::delete_organization(id),
        }
    }

    /// The words key of what it is called.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Details => "settings-details",
            Self::Look => "settings-look",
            Self::Logo => "settings-logo",
            Self::Beginnings => "settings-beginnings",
            Self::Consents => "settings-consents",
            Self::Tokens => "settings-tokens",
            Self::Webhooks => "settings-webhooks",
            Self::Security => "settings-security",
            Self::Delete => "settings-delete",
        }
    }
}

/// A page of the settings, as the others lead to it.
#[derive(Debug, Clone)]
pub struct SettingsTab {
    /// What it is called.
    pub label: String,
    /// Where it is.
    pub href: String,
    /// Whether it is the one we are on.
    pub is_current: bool,
}

/// What stands at the head of each of them.
#[derive(Debug, Clone)]
pub struct SettingsHead {
    /// The organization.
    pub organization: String,
    /// Its pages, as far as the actor may see them.
    pub tabs: Vec<SettingsTab>,
    /// Whether it was saved just now.
    pub is_saved: bool,
    /// Whether somebody else saved since the form was filled.
    pub is_stale: bool,
    /// Whether it was written in an earlier session.
    pub is_from_before: bool,
}

impl SettingsHead {
    /// Of this page of an organization.
    #[must_use]
    pub fn of(w: &Words, actor: &Actor, organization: &Organization, here: SettingsPage) -> Self {
        let id = organization.id;
        let pages = SettingsPage::ALL.into_iter();
        let tabs = pages
            .filter(|page| actor.allow(page.action(), id).is_ok())
            .map(|page| SettingsTab {
                label: w.say(page.key()).to_owned(),
                href: page.href(id),
                is_current: page == here,
            });
        Self {
            organization: organization.name.clone(),
            tabs: tabs.collect(),
            is_saved: false,
            is_stale: false,
            is_from_before: false,
        }
    }
}

/// The surroundings of a page of the settings.
#[must_use]
pub fn frame<'a>(
    site: &'a Site,
    w: &'a Words,
    actor: &'a Actor,
    (id, page): (Id<Organization>, SettingsPage),
) -> Frame<'a> {
    actor.console_frame(site, w, &urls::edit_organization(id), w.say(page.key()))
}

/// The organization, for somebody who may change this of it.
///
/// # Errors
/// 404 for strangers and once it is no more, 403 for who may not.
pub async fn open(
    db: &Db,
    actor: &Actor,
    id: Id<Organization>,
    page: SettingsPage,
) -> std::result::Result<Organization, Error> {
    actor.allow(page.action(), id)?;
    let found = db.read(move |conn| organization::find(conn, id)).await?;
    let there = found.filter(|one| one.ended_at.is_none());
    there.ok_or(Error::NOT_FOUND)
}

/// Why a setting stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum SettingStays {
    /// The organization is no more.
    #[error("no such organization")]
    Gone,
    /// Somebody else saved since the form was filled.
    #[error("the form was filled from an earlier state")]
    Stale,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<SettingStays> for Error {
    fn from(refusal: SettingStays) -> Self {
        match refusal {
            SettingStays::Gone => Self::NOT_FOUND,
            SettingStays::Stale => Self::CONFLICT,
            SettingStays::Fault(fault) => fault.into(),
        }
    }
}

/// Stands in a form for what it was filled from: each page of the settings is told apart from the others, so that whoever saves one
/// does not hold up who writes in another.
#[must_use]
pub fn mark(section: &impl Serialize) -> String {
    let json = serde_json::to_vec(section).unwrap_or_default();
    let digest = Sha256::digest(json);
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Writes one page of the settings, if it still stands as its form was filled from: `now` is the mark of what stands there; and
/// that it was done, into the activity log.
///
/// # Errors
/// [`SettingStays`]; nothing is written then.
pub fn save(
    tx: &mut Tx<'_>,
    id: Id<Organization>,
    (doer, deed): (&Doer, Deed),
    (seen, now): (&str, impl Fn(&Organization) -> String),
    change: impl FnOnce(&mut Organization),
) -> std::result::Result<Organization, SettingStays> {
    let mut there = organization::locked(tx, id)?.ok_or(SettingStays::Gone)?;
    if now(&there) != seen {
        return Err(SettingStays::Stale);
    }
    let before = there.name.clone();
    change(&mut there);
    organization::update(tx, &there)?;
    match before == there.name {
        true => doer.did(tx, id, deed, &there.name)?,
        false => doer.changed(tx, id, deed, "", (&before, &there.name))?,
    }
    Ok(there)
}
