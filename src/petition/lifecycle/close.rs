//! GET and POST /organize/petitions/{id}/close: ends a petition and says how it ended; later too.

use crate::account::deed::Deed;
use crate::account::{Action, Actor, DraftForm};
use crate::base::{Id, Lang, Text, Time};
use crate::db::{self, Db, Tx};
use crate::petition::edit::page::ConflictingField;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState, PetitionText};
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::petitions;
use crate::petition::text::lengths::OUTCOME;
use crate::petition::text::markdown::render;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{
    Error, Fields, Named, NotSaved, PathArg, Result, Site, TextField, WrongFields, by_name, urls,
};
use crate::words::Words;
use actix_web::web::Data;
use askama::Template;
use serde::{Deserialize, Deserializer};

/// What is typed: `outcome-en` and so on, and the revision that was looked at.
#[derive(Debug, Default)]
pub struct Ending {
    revision: String,
    outcomes: Vec<(Lang, String)>,
}

impl Fields for Ending {
    const TEXTS: &'static [TextField] =
        &[TextField::each("outcome", "close-outcome-title", OUTCOME)];
}

impl<'de> Deserialize<'de> for Ending {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for Ending {
    fn put(&mut self, name: &str, value: String) -> bool {
        if name == "revision" {
            self.revision = value;
            return true;
        }
        let lang = name
            .strip_prefix("outcome-")
            .and_then(|lang| Lang::parse(lang).ok())
            .filter(|lang| self.outcomes.iter().all(|(known, _)| known != lang));
        self.outcomes.extend(lang.map(|lang| (lang, value)));
        lang.is_some()
    }
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum CloseRefused {
    /// There is no such petition any more.
    #[error("no such petition")]
    Gone,
    /// It is a draft, which was never open, or was taken down.
    #[error("there is nothing to close")]
    NotRunning,
    /// Somebody wrote since the page was read.
    #[error("the page was of an earlier revision")]
    Stale,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<CloseRefused> for Error {
    fn from(refusal: CloseRefused) -> Self {
        match refusal {
            CloseRefused::Gone => Self::NOT_FOUND,
            CloseRefused::NotRunning | CloseRefused::Stale => Self::CONFLICT,
            CloseRefused::Fault(fault) => fault.into(),
        }
    }
}

/// An outcome in one language; none takes it away.
pub type Outcome = (Lang, Option<String>);

/// Closes a petition as it was of `revision`, and writes how it ended. One that has closed already, by hand or by its
/// date, keeps its time of closing.
///
/// # Errors
/// [`CloseRefused`]; nothing is written then.
pub fn close(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    outcomes: Vec<Outcome>,
    revision: i64,
    now: Time,
) -> std::result::Result<Petition, CloseRefused> {
    let mut petition = petitions::find(tx, id)?.ok_or(CloseRefused::Gone)?;
    match petition.state {
        PetitionState::Draft | PetitionState::Removed => return Err(CloseRefused::NotRunning),
        PetitionState::Open | PetitionState::Paused => {
            _ = petition.transition_to(PetitionState::Closed, now)
        }
        PetitionState::Closed => {}
    }
    if !petitions::update_from(tx, &mut petition, revision, now)? {
        return Err(CloseRefused::Stale);
    }
    let mut texts = petitions::texts(tx, id)?;
    for (lang, outcome) in outcomes {
        if let Some(text) = texts.iter_mut().find(|text| text.lang == lang) {
            text.outcome_html = outcome.as_deref().map(render);
            text.outcome = outcome;
            petitions::save_text(tx, id, text, now)?;
        }
    }
    Ok(petition)
}

/// One language of the form.
struct Side<'a> {
    lang: Lang,
    /// What the language calls itself.
    name: String,
    typed: &'a str,
}

#[derive(Template)]
#[template(path = "petition/lifecycle/close.html")]
struct ClosePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    sides: Vec<Side<'a>>,
    errors: Errors,
    /// Written in an earlier session.
    is_from_before: bool,
    revision: i64,
    /// How it ended, in the words of somebody who wrote since the page was read, wherever they differ.
    theirs: Option<Vec<ConflictingField>>,
    /// When it closed, already written; none while it is open.
    closed_on: Option<String>,
    keep_href: String,
}

/// The form, with what was typed.
fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    typed: &Ending,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    // What somebody else wrote is read first.
    let errors = match said.is_stale {
        true => Errors::none(),
        false => said.wrong.said(&w),
    };
    let petition = &managed.petition;
    let is_over = petition.is_over(site.clock.now());
    let shown = |text: &&PetitionText| text.is_published;
    let sides = managed.texts.iter().filter(shown).map(|text| Side {
        lang: text.lang,
        name: site.words(text.lang).say("language-name").to_owned(),
        typed: typed
            .outcomes
            .iter()
            .find(|(lang, _)| *lang == text.lang)
            .map(|(_, typed)| typed.as_str())
            .or(text.outcome.as_deref())
            .unwrap_or_default(),
    });
    let sides: Vec<_> = sides.collect();
    let theirs = managed.texts.iter().filter_map(|text| {
        let side = sides.iter().find(|side| side.lang == text.lang)?;
        let theirs = text.outcome.as_deref().unwrap_or_default();
        (theirs.trim() != side.typed.trim()).then(|| ConflictingField {
            label: w.say1("close-outcome", "language", &side.name),
            text: theirs.to_owned(),
        })
    });
    let theirs = theirs.collect();
    let title = match is_over {
        true => w.say("close-outcome-title"),
        false => w.say("close-title"),
    };
    page(
        said.status(),
        &ClosePage {
            frame: managed
                .console_frame(site, &w, actor, &urls::edit_petition(petition.id), title)
                .with_errors(!errors.is_empty()),
            w: &w,
            action: urls::close_petition(petition.id),
            title: managed.title(actor.lang),
            sides,
            errors,
            is_from_before: said.is_from_before,
            revision: petition.revision,
            theirs: said.is_stale.then_some(theirs),
            closed_on: petition.says_end(&w).filter(|_| is_over),
            keep_href: urls::overview(petition.id),
        },
    )
}

async fn open(
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> std::result::Result<ManagedPetition, Error> {
    let managed = ManagedPetition::open(db, actor, id, Action::ClosePetition).await?;
    match managed.petition.state {
        PetitionState::Draft | PetitionState::Removed => Err(Error::CONFLICT),
        PetitionState::Open | PetitionState::Paused | PetitionState::Closed => Ok(managed),
    }
}

/// The form; nothing is closed yet.
///
/// # Errors
/// 404, 403, 409 for a draft, and for one that was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let (typed, said) = (Ending::default(), NotSaved::default());
    answer(&site, &actor, &managed, &typed, &said)
}

/// Closes it, or writes another outcome.
///
/// # Errors
/// 404, 403, 409 for a draft, and for one that was taken down or written since, 422 for a language the petition does not have.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<Ending>,
) -> Result {
    let DraftForm {
        actor,
        fields: typed,
        is_from_before,
    } = drafted;
    let managed = open(&db, &actor, id).await?;
    let mut wrong = WrongFields::default();
    let mut outcomes = Vec::new();
    // A form from before it had a revision is shown again, as one that somebody wrote beside.
    let revision: i64 = typed.revision.parse().unwrap_or_default();
    for (lang, text) in &typed.outcomes {
        if managed.texts.iter().all(|known| known.lang != *lang) {
            return Err(Error::UNPROCESSABLE);
        }
        let text = wrong.take(format!("outcome-{lang}"), Text::<OUTCOME>::optional(text));
        outcomes.extend(text.map(|text| (*lang, text.map(String::from))));
    }
    let said = NotSaved {
        is_stale: revision != managed.petition.revision,
        is_from_before,
        wrong,
    };
    if said.is_any() {
        return answer(&site, &actor, &managed, &typed, &said);
    }
    let now = site.clock.now();
    let log = PetitionLog::of(&managed, &actor, now);
    let deed = match managed.petition.state {
        PetitionState::Closed => Deed::EDITED,
        _ => Deed::CLOSED,
    };
    let closed = db
        .write(move |tx| {
            let petition = close(tx, id, outcomes, revision, now)?;
            log.did(tx, deed)?;
            Ok::<_, CloseRefused>(PublicPetition::load(tx, petition)?)
        })
        .await;
    match closed {
        Ok(shown) => {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, "closed");
            Ok(see_other(&urls::overview(id)))
        }
        Err(CloseRefused::Stale) => {
            let managed = open(&db, &actor, id).await?;
            answer(&site, &actor, &managed, &typed, &NotSaved::stale())
        }
        Err(refusal) => Err(refusal.into()),
    }
}
