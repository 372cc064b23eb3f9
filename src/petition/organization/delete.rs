//! GET and POST /organize/organizations/{id}/delete: an owner ends an organization, by typing its name. Its drafts go, nobody works for
//! it any more. Petitions that are over stay as they are, and so does its name under them: what was signed was signed with it.

use super::ending::{KeepingPetition, OrganizationEnding};
use super::settings::{self, SettingsHead, SettingsPage};
use crate::account::deed::Deed;
use crate::account::mails;
use crate::account::model::{Organization, Organizer, Role};
use crate::account::occurrence::store as occurrence;
use crate::account::store::activity::Doer;
use crate::account::store::{link, member, organization, organization_logo, person};
use crate::account::token::store as token;
use crate::account::{Actor, ProvedForm, SignInParts};
use crate::base::{Id, Lang, Secrets, Time};
use crate::db::{self, Db, Tx};
use crate::mail::mails::Changed;
use crate::petition::PetitionCache;
use crate::petition::model::Petition;
use crate::petition::source::{SourceCache, store as sources};
use crate::petition::store::petitions;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, Fields, NotSaved, PathArg, Result, Site, TextField, WrongFields, urls};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

const HERE: SettingsPage = SettingsPage::Delete;

/// Members who are looked at.
const MOST: i64 = 500;

/// What is typed: the organization's name.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DeleteOrganizationForm {
    typed_name: String,
}

impl Fields for DeleteOrganizationForm {
    const TEXTS: &'static [TextField] = &[TextField::one(
        "typed_name",
        "organization-delete-name",
        100,
    )];
}

/// Why it was not deleted.
#[derive(Debug, thiserror::Error)]
pub enum EndRefused {
    /// It is no more already.
    #[error("no such organization")]
    Gone,
    /// Whoever asks does not own it any more.
    #[error("not an owner")]
    NotAllowed,
    /// Another name was typed than it has.
    #[error("another name")]
    AnotherName,
    /// Petitions keep it, or somebody wrote in one at this moment.
    #[error("petitions keep it")]
    Kept,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<EndRefused> for Error {
    fn from(refusal: EndRefused) -> Self {
        match refusal {
            EndRefused::Gone => Self::NOT_FOUND,
            EndRefused::NotAllowed => Self::FORBIDDEN,
            EndRefused::AnotherName => Self::UNPROCESSABLE,
            EndRefused::Kept => Self::CONFLICT,
            EndRefused::Fault(fault) => fault.into(),
        }
    }
}

/// What is left of it.
#[derive(Debug)]
pub struct Ended {
    /// The organization as its petitions show it from now on.
    pub organization: Organization,
    /// The petitions that are over.
    pub over: Vec<Id<Petition>>,
}

/// Ends it: drafts, partners, places and invitations go, each owner is written to. Where nothing was published the organization goes
/// whole; else its name and its address stay, so that nobody takes them for what was signed under it.
///
/// # Errors
/// [`EndRefused`]; nothing is written then.
pub fn end(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    id: Id<Organization>,
    (actor, name, doer): (Id<Organizer>, &str, &Doer),
    typed: &str,
) -> std::result::Result<Ended, EndRefused> {
    let now = doer.at();
    let mut there = organization::locked(tx, id)?.ok_or(EndRefused::Gone)?;
    if member::role_of(tx, id, actor)? != Some(Role::Owner) {
        return Err(EndRefused::NotAllowed);
    }
    if typed.split_whitespace().ne(there.name.split_whitespace()) {
        return Err(EndRefused::AnotherName);
    }
    let mut ending = OrganizationEnding::read(tx, id)?;
    if !ending.keeping.is_empty() {
        return Err(EndRefused::Kept);
    }
    for draft in &ending.drafts {
        if !petitions::delete_draft(tx, draft.id, draft.revision)? {
            return Err(EndRefused::Kept);
        }
    }
    for over in &mut ending.over {
        sources::delete_all(tx, over.id)?;
        // whoever is about to open it again saw another revision
        let revision = over.revision;
        if !petitions::update_from(tx, over, revision, now)? {
            return Err(EndRefused::Kept);
        }
    }
    // nobody reads its log any more, and yet it stands there for 24 months
    doer.did(tx, id, Deed::ENDED, &there.name)?;
    tell_owners(tx, secrets, (&there, name), now)?;
    occurrence::nothing_wanted(tx, id)?;
    member::remove_all(tx, id)?;
    token::remove_all(tx, id)?;
    link::revoke_all(tx, id, now)?;
    organization_logo::take_off(tx, id)?;
    there = Organization {
        ended_at: Some(now),
        ..Organization::new(id, there.slug, &there.name, "")
    };
    match ending.over.is_empty() {
        true => organization::delete(tx, id)?,
        false => organization::update(tx, &there)?,
    }
    Ok(Ended {
        organization: there,
        over: ending.over.iter().map(|over| over.id).collect(),
    })
}

/// Each owner reads who did it.
fn tell_owners(
    tx: &mut Tx<'_>,
    secrets: &Secrets,
    (there, by): (&Organization, &str),
    now: Time,
) -> db::Result<()> {
    let members = member::all(tx, there.id, MOST)?;
    let owners = members.iter().filter(|one| one.role == Role::Owner);
    let owners: Vec<Id<Organizer>> = owners.map(|one| one.id).collect();
    for id in owners {
        if let Some(known) = person::find(tx, id)? {
            let to = (&known.organizer, Changed::OrganizationEnded);
            mails::tell_of_place(tx, secrets, to, (&there.name, by), now)?;
        }
    }
    Ok(())
}

/// A petition that is in the way.
struct KeptLine {
    title: String,
    lang: Lang,
    href: String,
    said: String,
}

#[derive(Template)]
#[template(path = "petition/organization/delete.html")]
struct DeletePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    head: SettingsHead,
    action: String,
    errors: Errors,
    typed: &'a str,
    kept: Vec<KeptLine>,
    drafts: usize,
    over: usize,
}

async fn answer(
    (site, db): (&Site, &Db),
    actor: &Actor,
    organization: &Organization,
    (typed, said): (&str, &NotSaved),
) -> Result {
    let w = actor.words(site);
    let id = organization.id;
    let (ending, titles) = db
        .read(move |conn| {
            let ending = OrganizationEnding::read(conn, id)?;
            let ids = ending
                .keeping
                .iter()
                .filter_map(|one| Some(one.petition.as_ref()?.id));
            let titles = petitions::titles(conn, &ids.collect::<Vec<_>>())?;
            Ok::<_, db::Error>((ending, titles))
        })
        .await?;
    let line = |kept: &KeepingPetition| {
        let of = kept.petition.as_ref();
        let own = titles
            .iter()
            .filter(|(id, ..)| Some(*id) == of.map(|one| one.id));
        let own: Vec<_> = own.collect();
        let here = own.iter().find(|(_, lang, _)| *lang == w.lang());
        let title = here.or(own.first());
        KeptLine {
            title: title.map(|(.., title)| title.clone()).unwrap_or_default(),
            lang: title.map_or(w.lang(), |(_, lang, _)| *lang),
            href: of.map_or_else(urls::console, |one| urls::overview(one.id)),
            said: kept.said(&w),
        }
    };
    let errors = said.wrong.said(&w);
    page(
        said.status(),
        &DeletePage {
            frame: settings::frame(site, &w, actor, (id, HERE)).with_errors(!errors.is_empty()),
            w: &w,
            head: SettingsHead::of(&w, actor, organization, HERE),
            action: urls::delete_organization(id),
            errors,
            typed,
            kept: ending.keeping.iter().map(line).collect(),
            drafts: ending.drafts.len(),
            over: ending.over.len(),
        },
    )
}

/// The page that says what keeps it, or asks for its name.
///
/// # Errors
/// 404 for strangers, 403 for who does not own it.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Organization>>,
) -> Result {
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let none = ("", &NotSaved::default());
    answer((&site, &db), &actor, &organization, none).await
}

/// Deletes it.
///
/// # Errors
/// 404 for strangers, 403 for who does not own it; another name, and what keeps it, is no error but the page again.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    door: Data<SignInParts>,
    petition_cache: Data<PetitionCache>,
    source_cache: Data<SourceCache>,
    PathArg(id): PathArg<Id<Organization>>,
    posted: ProvedForm<DeleteOrganizationForm>,
) -> Result {
    let ProvedForm { actor, fields } = posted;
    let organization = settings::open(&db, &actor, id, HERE).await?;
    let (secrets, typed) = (site.secrets.clone(), fields.typed_name);
    let doer = actor.doer(site.clock.now());
    let (name, who, by) = (typed.clone(), actor.id, actor.name.clone());
    let ended = db.write(move |tx| end(tx, &secrets, id, (who, &by, &doer), &name));
    let said = match ended.await {
        Ok(ended) => {
            petition_cache.call(&[ended.organization]);
            for over in ended.over {
                let memory = source_cache.clone();
                db.read(move |conn| memory.read(conn, over)).await?;
            }
            door.bell.ring();
            tracing::info!(organization = %id, by = %actor.id, "an organization was deleted");
            return Ok(see_other(&urls::console()));
        }
        Err(EndRefused::AnotherName) => {
            WrongFields::one("typed_name", "error-organization-name").into()
        }
        Err(EndRefused::Kept) => NotSaved::stale(),
        Err(refusal) => return Err(refusal.into()),
    };
    answer((&site, &db), &actor, &organization, (&typed, &said)).await
}
