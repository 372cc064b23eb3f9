//! What pausing and taking down have in common: a page that asks, and one press.

use crate::account::deed::Deed;
use crate::account::{Action, Actor, OrganizerForm};
use crate::base::{Id, Time};
use crate::db::{self, Db, Tx};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::{petitions, pictures};
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{ok, see_other};
use crate::web::page::Frame;
use crate::web::{Error, Fields, Result, Site, urls};
use crate::words::Words;
use askama::Template;
use serde::Deserialize;

/// The form: nothing but its button.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransitionForm {}

impl Fields for TransitionForm {}

/// Why nothing was turned.
#[derive(Debug, thiserror::Error)]
pub enum NoTransition {
    /// There is no such petition any more.
    #[error("no such petition")]
    Gone,
    /// There is no such move from where it stands, or somebody wrote at this very moment.
    #[error("the petition does not stand so that it could")]
    NoSuchMove,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<NoTransition> for Error {
    fn from(refusal: NoTransition) -> Self {
        match refusal {
            NoTransition::Gone => Self::NOT_FOUND,
            NoTransition::NoSuchMove => Self::CONFLICT,
            NoTransition::Fault(fault) => fault.into(),
        }
    }
}

/// The words of a page that asks, by their keys.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TransitionQuestion {
    pub(crate) title: &'static str,
    pub(crate) text: &'static str,
    pub(crate) button: &'static str,
    pub(crate) is_grave: bool,
}

/// What a form beside its button says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TransitionField {
    /// A value that nobody sees.
    Hidden(&'static str, String),
    /// A box to tick, with its label.
    Tick(&'static str, String),
}

/// One of these moves: where it leads, and what is asked before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Transition {
    pub(crate) to: PetitionState,
    pub(crate) question: TransitionQuestion,
}

/// A draft goes no other way than by publishing, with its checklist, and what is closed is opened again with a last day.
fn may_transition(from: PetitionState, to: PetitionState) -> bool {
    from != PetitionState::Draft
        && (from, to) != (PetitionState::Closed, PetitionState::Open)
        && from.may_become(to)
}

/// Moves a petition to this state. One that stands there already stays as it is.
///
/// # Errors
/// [`NoTransition`]; nothing is written then.
pub fn transition(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    to: PetitionState,
    now: Time,
) -> std::result::Result<Petition, NoTransition> {
    let mut petition = petitions::find(tx, id)?.ok_or(NoTransition::Gone)?;
    if petition.state == to {
        return Ok(petition);
    }
    let revision = petition.revision;
    let is_over = petition.is_over(now) && to != PetitionState::Removed;
    if is_over || !may_transition(petition.state, to) || !petition.transition_to(to, now) {
        return Err(NoTransition::NoSuchMove);
    }
    if !petitions::update_from(tx, &mut petition, revision, now)? {
        return Err(NoTransition::NoSuchMove);
    }
    if to == PetitionState::Removed {
        // Nothing shows it ever again, and it may be what it was taken down for.
        pictures::take_off(tx, id, now)?;
    }
    Ok(petition)
}

#[derive(Template)]
#[template(path = "petition/lifecycle/transition.html")]
struct TransitionPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    question: TransitionQuestion,
    /// A field of the form, where it has one.
    field: Option<TransitionField>,
    keep_href: String,
}

/// The page that asks this about a petition, with one button that posts to `action`.
pub(crate) fn question(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    question: TransitionQuestion,
    action: String,
    field: Option<TransitionField>,
) -> Result {
    let w = actor.words(site);
    let overview = urls::overview(managed.petition.id);
    ok(&TransitionPage {
        frame: managed.console_frame(site, &w, actor, &overview, w.say(question.title)),
        w: &w,
        action,
        title: managed.title(actor.lang),
        question,
        field,
        keep_href: overview,
    })
}

/// The page that asks. A petition that stands where the move leads is past asking: its overview.
pub(crate) async fn ask(
    site: &Site,
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
    wanted: Transition,
    action: String,
) -> Result {
    let managed = ManagedPetition::open(db, actor, id, Action::ClosePetition).await?;
    if managed.petition.state == wanted.to {
        return Ok(see_other(&urls::overview(id)));
    }
    if !may_transition(managed.petition.state, wanted.to) {
        return Err(Error::CONFLICT);
    }
    question(site, actor, &managed, wanted.question, action, None)
}

/// What whoever moves a petition there has done.
fn deed(to: PetitionState) -> Option<Deed> {
    match to {
        PetitionState::Draft | PetitionState::Closed | PetitionState::Open => None,
        PetitionState::Paused => Some(Deed::PAUSED),
        PetitionState::Removed => Some(Deed::TAKEN_DOWN),
    }
}

/// Does it, and shows it at once in this instance.
pub(crate) async fn press(
    site: &Site,
    db: &Db,
    petition_cache: &PetitionCache,
    posted: OrganizerForm<TransitionForm>,
    id: Id<Petition>,
    to: PetitionState,
) -> Result {
    let actor = posted.actor;
    let managed = ManagedPetition::open(db, &actor, id, Action::ClosePetition).await?;
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let moved = db.write(move |tx| {
        let is_there = petitions::find(tx, id)?.is_some_and(|petition| petition.state == to);
        let petition = transition(tx, id, to, now)?;
        if let Some(deed) = deed(to).filter(|_| !is_there) {
            log.did(tx, deed)?;
        }
        Ok::<_, NoTransition>(PublicPetition::load(tx, petition)?)
    });
    petition_cache.put(moved.await?);
    tracing::info!(petition = %id, by = %actor.id, to = to.as_str(), "moved to another state");
    Ok(see_other(&urls::overview(id)))
}
