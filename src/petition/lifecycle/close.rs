//! GET and POST /organize/petitions/{id}/close: ends a petition and says how it ended; later too. What is typed is kept, and closes nothing.

use crate::account::deed::Deed;
use crate::account::{Actor, DraftForm};
use crate::base::{Id, Lang, Time};
use crate::db::{self, Db, Tx};
use crate::petition::edit::edited_part::{self, EditedPart};
use crate::petition::edit::forms::outcome_form::{Outcome, OutcomeForm};
use crate::petition::edit::kept::keep;
use crate::petition::edit::kept::kept_words::KeptWords;
use crate::petition::edit::kept::taken_up::EditQuery;
use crate::petition::edit::page::ConflictingField;
use crate::petition::edit::part::EditPart;
use crate::petition::edit::save_page::SavedPage;
use crate::petition::model::{Petition, PetitionState, PetitionText};
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::petitions;
use crate::petition::text::markdown::render;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, NotSaved, PathArg, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;

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
    revision: &'a str,
    kept: KeptWords,
    /// What stands in the form and is not saved, in a sentence.
    unsaved: Option<String>,
    /// How it ended, in the words of somebody who wrote since the page was read, wherever they differ.
    theirs: Option<Vec<ConflictingField>>,
    /// When it closed, already written; none while it is open.
    closed_on: Option<String>,
    keep_href: String,
}

impl ClosePage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.unsaved.is_some() || self.theirs.is_some() || !self.errors.is_empty()
    }
}

/// The form, with what was typed.
fn answer(
    site: &Site,
    actor: &Actor,
    edited: &EditedPart,
    typed: &OutcomeForm,
    (said, unsaved): (&NotSaved, Option<String>),
) -> Result {
    let w = actor.words(site);
    let managed = &edited.managed;
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
        name: edited_part::name(site, text.lang),
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
    let kept_note = || w.say("kept-note").to_owned();
    page(
        said.status(),
        &ClosePage {
            frame: managed
                .console_frame(site, &w, actor, &urls::edit_petition(petition.id), title)
                .with_errors(!errors.is_empty()),
            w: &w,
            action: edited.here(),
            title: managed.title(actor.lang),
            sides,
            errors,
            revision: &typed.revision,
            kept: edited.kept(actor, &w, &typed.press),
            unsaved: unsaved.or_else(|| said.is_from_before.then(kept_note)),
            theirs: said.is_stale.then_some(theirs),
            closed_on: petition.says_end(&w).filter(|_| is_over),
            keep_href: urls::overview(petition.id),
        },
    )
}

/// The form, or with what was typed and not saved, or an earlier version; nothing is closed yet.
///
/// # Errors
/// 404, also for a version that there is not, 403, 409 for a draft, and for one that was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    wanted: Query<EditQuery>,
) -> Result {
    let edited = EditedPart::open_part(&site, &db, &actor, id, EditPart::Outcome).await?;
    let taken = edited.taken_up(&site, &db, &actor, &wanted).await?;
    let mut typed = OutcomeForm::of(0, &edited.managed.texts);
    typed.take_up(taken.fields.unwrap_or_default());
    typed.revision = taken.revision;
    typed.press = taken.press;
    let said = (&NotSaved::default(), taken.said);
    answer(&site, &actor, &edited, &typed, said)
}

/// Closes it, or writes another outcome, or keeps what was typed and closes nothing.
///
/// # Errors
/// 404, 403, 409 for a draft, and for one that was taken down or written since, 422 for a language the petition does not have.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<OutcomeForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    let edited = EditedPart::open_part(&site, &db, &actor, id, EditPart::Outcome).await?;
    let (langs, now) = (edited.managed.langs(), site.clock.now());
    if typed.outcomes.iter().any(|(lang, _)| !langs.contains(lang)) {
        return Err(Error::UNPROCESSABLE);
    }
    let texts = &edited.managed.texts;
    let sent_to_keep = (
        &typed.press,
        typed.revision.as_str(),
        typed.fields_over(texts),
    );
    if let Some(kept) = keep::keep(&db, &edited, &actor, sent_to_keep, now).await? {
        return Ok(kept);
    }
    // A form from before it had a revision is shown again, as one that somebody wrote beside.
    let seen: i64 = typed.revision.parse().unwrap_or_default();
    let revision = edited.managed.petition.revision;
    let (outcomes, wrong) = match typed.read() {
        Ok(outcomes) => (outcomes, WrongFields::default()),
        Err(wrong) => (Vec::new(), wrong),
    };
    let said = NotSaved {
        is_stale: seen != revision,
        is_from_before,
        wrong,
    };
    if said.is_any() {
        typed.revision = revision.to_string();
        return answer(&site, &actor, &edited, &typed, (&said, None));
    }
    let page = SavedPage {
        actor: &actor,
        press: &typed.press,
        seen,
        part: edited.part,
        fields: OutcomeForm::of_outcomes(&outcomes).fields_over(texts),
        deed: match edited.managed.petition.state {
            PetitionState::Closed => Deed::EDITED,
            _ => Deed::CLOSED,
        },
    };
    let (record, deed) = (edited.record(&page), page.deed);
    let log = PetitionLog::of(&edited.managed, &actor, now);
    let closed = db
        .write(move |tx| {
            let petition = close(tx, id, outcomes, revision, now)?;
            record.write(tx, &petition, now)?;
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
            let edited = EditedPart::open_part(&site, &db, &actor, id, EditPart::Outcome).await?;
            typed.revision = edited.managed.petition.revision.to_string();
            answer(&site, &actor, &edited, &typed, (&NotSaved::stale(), None))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
