//! GET and POST /organize/petitions/{id}/edit: everything of a petition that can be written.

use super::form::PetitionForm;
use super::page::{AlteredText, ConflictingField, EditPage, Voices};
use super::read::{self, PetitionEdit};
use super::{dates, promise_lines};
use crate::account::{Action, Actor, DraftForm};
use crate::base::{Id, Lang, Time};
use crate::count::store::goal::change_goal;
use crate::count::store::parts;
use crate::count::{PartCount, Parts};
use crate::db::{self, Conn, Db, Tx};
use crate::petition::dates::closing;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState, Rewording};
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::kind::Kind;
use crate::petition::store::{founders, petitions, told_changes};
use crate::petition::wording::rewording::Altered;
use crate::petition::wording::write;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::{Error, NotSaved, PathArg, Result, Site, WrongFields, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum EditRefused {
    /// There is no such petition any more.
    #[error("no such petition")]
    Gone,
    /// It is over: only how it ended can still be written.
    #[error("the petition is over")]
    Over,
    /// Somebody wrote since the form was filled.
    #[error("the form was filled from an earlier revision")]
    Stale,
    /// Another petition has this address.
    #[error("the slug is taken")]
    SlugTaken,
    /// Somebody has signed it as what it is.
    #[error("the kind stands once somebody has signed")]
    KindStands,
    /// Somebody has signed it since its form promises that nothing tells on them.
    #[error("high risk stands once somebody has signed")]
    RiskStands,
    /// Somebody has signed other words, and it was not said whether these are a mend or a change.
    #[error("what was signed would become other words")]
    Unnamed(Vec<Altered>),
    /// A promise that somebody chose was taken out.
    #[error("a promise stands once somebody has chosen it")]
    PromiseStands,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl EditRefused {
    /// What is wrong at a field of the form; none where the form has nothing to be put right. `own` is the petition's language.
    fn wrong(&self, own: Lang) -> Option<WrongFields> {
        Some(match self {
            Self::SlugTaken => WrongFields::one("slug", "error-slug-taken"),
            Self::KindStands => WrongFields::one("kind", "error-kind-stands"),
            Self::RiskStands => WrongFields::one("high_risk", "error-risk-stands"),
            Self::PromiseStands => {
                WrongFields::one(format!("promises-{own}"), "error-promise-stands")
            }
            Self::Unnamed(_) => WrongFields::one("rewording", "error-rewording"),
            Self::Gone | Self::Over | Self::Stale | Self::Fault(_) => return None,
        })
    }
}

impl From<EditRefused> for Error {
    fn from(refusal: EditRefused) -> Self {
        match refusal {
            EditRefused::Gone => Self::NOT_FOUND,
            EditRefused::Over | EditRefused::Stale => Self::CONFLICT,
            EditRefused::SlugTaken
            | EditRefused::KindStands
            | EditRefused::RiskStands
            | EditRefused::PromiseStands
            | EditRefused::Unnamed(_) => Self::UNPROCESSABLE,
            EditRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Writes what was revised, if nobody wrote since `revision`. An open petition keeps a new version
/// of its wording in each language whose words changed; where somebody has signed other words, it has to be said what the
/// new ones are, and nothing is written before.
///
/// # Errors
/// [`EditRefused`]; nothing is written then.
pub(crate) fn save(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    revised: PetitionEdit,
    revision: i64,
    now: Time,
) -> std::result::Result<Petition, EditRefused> {
    let mut petition = petitions::find(tx, id)?.ok_or(EditRefused::Gone)?;
    if petition.is_over(now) {
        return Err(EditRefused::Over);
    }
    if petition.kind != revised.kind && petitions::has_signers(tx, id)? {
        return Err(EditRefused::KindStands);
    }
    let mut settings = revised.settings;
    let since = petition.settings.high_risk_since;
    settings.high_risk_since = match (petition.settings.high_risk, settings.high_risk) {
        (true, false) if petitions::has_signers_since(tx, id, since)? => {
            return Err(EditRefused::RiskStands);
        }
        (_, false) => None,
        (true, true) => since,
        (false, true) => Some(now),
    };
    petition.kind = revised.kind;
    petition.slug = revised.slug;
    let has_other_goal = petition.goal != revised.goal;
    petition.goal = revised.goal;
    petition.opens_at = revised.opens_at;
    petition.time_zone = revised.time_zone;
    petition.closes_at = revised.closes_at;
    petition.settings = settings;
    match petitions::update_from(tx, &mut petition, revision, now) {
        Ok(true) => {}
        Ok(false) => return Err(EditRefused::Stale),
        Err(db::Error::Duplicate) => return Err(EditRefused::SlugTaken),
        Err(fault) => return Err(fault.into()),
    }
    if has_other_goal {
        change_goal(tx, id.cast(), petition.goal, now)?;
    }
    for old in petitions::texts(tx, id)? {
        if revised.texts.iter().all(|text| text.lang != old.lang) {
            petitions::delete_text(tx, id, old.lang)?;
        }
    }
    for text in &revised.texts {
        petitions::save_text(tx, id, text, now)?;
    }
    founders::name(tx, id, &revised.founders, now)?;
    let is_pledge = petition.kind == Kind::Pledge;
    if is_pledge && !promise_lines::revise(tx, &petition, &revised.promises, now)? {
        return Err(EditRefused::PromiseStands);
    }
    let is_signed = petition.state != PetitionState::Draft && petitions::has_signers(tx, id)?;
    let altered = match is_signed {
        true => write::altered(tx, &petition, &revised.texts)?,
        false => Vec::new(),
    };
    let called = match (is_signed, altered.is_empty()) {
        (false, _) => None,
        // What differs in white space alone is a mend, and nobody is asked.
        (true, true) => Some(Rewording::Mend),
        (true, false) => Some(revised.called.ok_or(EditRefused::Unnamed(altered))?),
    };
    let fresh = write::keep(tx, &petition, &revised.texts, called, now)?;
    if called == Some(Rewording::Change) {
        told_changes::begin(tx, id, &fresh)?;
    }
    Ok(petition)
}

/// What was just done, in the address, so that the page can be reloaded.
#[derive(Debug, Default, Deserialize)]
pub struct EditQuery {
    #[serde(default)]
    saved: bool,
}

/// What the page says beside the form.
#[derive(Default)]
struct EditNotice {
    not_saved: NotSaved,
    theirs: Vec<ConflictingField>,
    altered: Vec<AlteredText>,
    is_saved: bool,
}

impl From<NotSaved> for EditNotice {
    fn from(not_saved: NotSaved) -> Self {
        Self {
            not_saved,
            ..Self::default()
        }
    }
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    typed: &PetitionForm,
    said: EditNotice,
) -> Result {
    let w = actor.words(site);
    let errors = said.not_saved.wrong.said(&w);
    let here = urls::edit_petition(managed.petition.id);
    let may = |action| actor.allow(action, managed.petition.organization).is_ok();
    let is_draft = managed.petition.state == PetitionState::Draft;
    page(
        said.not_saved.status(),
        &EditPage {
            frame: managed
                .console_frame(site, &w, actor, &here, w.say("console-page-and-form"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: here,
            title: managed.title(actor.lang),
            state: managed.phase(site.clock.now()).as_str(),
            is_kind_fixed: managed.has_signers,
            is_slug_fixed: managed.petition.published_at.is_some(),
            may_choose_opening: dates::may_choose_opening(&managed.petition, site.clock.now()),
            slug: managed.petition.slug.as_str(),
            may_publish: is_draft && may(Action::PublishPetition),
            picture_href: urls::edit_picture(managed.petition.id),
            delete_href: (is_draft && may(Action::DeleteDraft))
                .then(|| urls::delete_petition(managed.petition.id)),
            names: names(site, typed),
            voices: Voices::of(&site.library, &w, &typed.texts),
            zones: closing::zones(),
            typed,
            errors,
            theirs: said.theirs,
            altered: said.altered,
            is_saved: said.is_saved,
            is_from_before: said.not_saved.is_from_before,
        },
    )
}

/// What each language of the form calls itself.
fn names(site: &Site, typed: &PetitionForm) -> Vec<String> {
    let name = |lang: Lang| match site.library.speaks(lang) {
        true => site.words(lang).say("language-name").to_owned(),
        false => lang.to_string(),
    };
    typed.texts.iter().map(|text| name(text.lang)).collect()
}

/// The petition, if it still can be edited.
async fn open(
    site: &Site,
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> std::result::Result<Option<ManagedPetition>, Error> {
    let managed = ManagedPetition::open(db, actor, id, Action::EditPetition).await?;
    let is_over = managed.petition.is_over(site.clock.now());
    Ok((!is_over).then_some(managed))
}

/// The form as the petition stands. One that is over leads to the page that says how it ended.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    done: Query<EditQuery>,
) -> Result {
    let Some(managed) = open(&site, &db, &actor, id).await? else {
        return Ok(see_other(&urls::close_petition(id)));
    };
    let typed = filled(&managed, &site);
    let said = EditNotice {
        is_saved: done.saved,
        ..EditNotice::default()
    };
    answer(&site, &actor, &managed, &typed, said)
}

fn filled(managed: &ManagedPetition, site: &Site) -> PetitionForm {
    let langs = managed.organization.begins_in(site.library.languages());
    PetitionForm::of(
        &managed.petition,
        &managed.texts,
        &managed.founders,
        &managed.promises,
        &langs,
    )
}

/// Writes the form, or gives it back with what is wrong or what somebody else wrote meanwhile.
///
/// # Errors
/// 404, 403, 409 when the petition is over by now, 422 for a language the form does not have.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<PetitionForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    let Some(managed) = open(&site, &db, &actor, id).await? else {
        return Err(Error::CONFLICT);
    };
    let now = site.clock.now();
    let there = filled(&managed, &site);
    // a form that was opened before the organization gave a language up still has it
    let is_asked =
        |lang: Lang| site.library.speaks(lang) || there.texts.iter().any(|text| text.lang == lang);
    if !typed.texts.iter().all(|text| is_asked(text.lang)) {
        return Err(Error::UNPROCESSABLE);
    }
    let langs = managed.organization.begins_in(site.library.languages());
    typed.complete(managed.petition.lang, &langs);
    if managed.has_signers {
        typed.kind = there.kind.clone();
    }
    // A form without these fields changes nothing of them.
    typed.keeps_for = typed.keeps_for.or(there.keeps_for);
    typed.voice = typed.voice.or(there.voice);
    let revision: i64 = typed.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
    if revision != managed.petition.revision {
        return stale(&site, &actor, &managed, typed);
    }
    let again = |said: EditNotice| answer(&site, &actor, &managed, &typed, said);
    if is_from_before {
        return again(NotSaved::from_before().into());
    }
    let revised = match read::read(&typed, &managed.petition, &managed.texts, now) {
        Ok(revised) => revised,
        Err(wrong) => return again(NotSaved::from(wrong).into()),
    };
    let log = PetitionLog::of(&managed, &actor, now);
    let written = db
        .write(move |tx| {
            let (before, after) = (petitions::texts(tx, id)?, revised.texts.clone());
            let petition = save(tx, id, revised, revision, now)?;
            log.reworded(tx, (&before, &after))?;
            Ok::<_, EditRefused>(PublicPetition::load(tx, petition)?)
        })
        .await;
    let refusal = match written {
        Ok(shown) => {
            petition_cache.put(shown);
            return Ok(see_other(&onward(&typed, &managed)));
        }
        Err(EditRefused::Stale) => {
            let managed = ManagedPetition::open(&db, &actor, id, Action::EditPetition).await?;
            return stale(&site, &actor, &managed, typed);
        }
        Err(refusal) => refusal,
    };
    let Some(wrong) = refusal.wrong(managed.petition.lang) else {
        return Err(refusal.into());
    };
    let mut said = EditNotice::from(NotSaved::from(wrong));
    if let EditRefused::Unnamed(altered) = refusal {
        let bound = db.read(move |conn| bound(conn, id)).await?;
        said.altered = altered_texts(&site, &typed, &altered, &bound);
    }
    again(said)
}

/// How many of those who count signed in each language.
fn bound(conn: &mut Conn, id: Id<Petition>) -> db::Result<Vec<(Lang, i64)>> {
    let wordings = petitions::wordings(conn, id)?;
    let bound = parts::of(conn, Parts::Wordings, id.cast())?;
    let one = |bound: &PartCount| {
        let mut all = wordings.iter().map(|kept| &kept.wording);
        let wording = all.find(|wording| wording.id == bound.part.cast())?;
        Some((wording.lang, bound.counted))
    };
    Ok(bound.iter().filter_map(one).collect())
}

/// What was signed beside what it would become.
fn altered_texts(
    site: &Site,
    typed: &PetitionForm,
    altered: &[Altered],
    bound: &[(Lang, i64)],
) -> Vec<AlteredText> {
    let names = names(site, typed);
    let one = |altered: &Altered| {
        let mut sides = names.iter().zip(&typed.texts);
        let side = sides.find(|(_, text)| text.lang == altered.lang);
        let (name, promises) = side.map_or(("", ""), |(name, text)| (name, &text.promises));
        let signed = bound.iter().filter(|(lang, _)| *lang == altered.lang);
        AlteredText::of(altered, name, signed.map(|(_, n)| n).sum(), promises)
    };
    altered.iter().map(one).collect()
}

fn onward(typed: &PetitionForm, managed: &ManagedPetition) -> String {
    match typed.then.as_str() {
        "preview" => urls::preview(managed.petition.id, managed.petition.lang),
        "publish" => urls::publish_petition(managed.petition.id),
        _ => format!("{}?saved=true", urls::edit_petition(managed.petition.id)),
    }
}

/// Somebody wrote meanwhile: what was typed stays in the form, what they wrote stands beside it,
/// and the next press decides with open eyes.
fn stale(site: &Site, actor: &Actor, managed: &ManagedPetition, mut typed: PetitionForm) -> Result {
    let w: &Words = &actor.words(site);
    let current = filled(managed, site);
    let said = EditNotice {
        theirs: ConflictingField::between(w, &typed, &current, &names(site, &typed)),
        ..NotSaved::stale().into()
    };
    typed.revision = current.revision;
    answer(site, actor, managed, &typed, said)
}
