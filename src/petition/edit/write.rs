//! POST /organize/petitions/{id}/edit and /edit/{part}: writes what stands on a page of the editor, or keeps it without saving.

use super::edited_part::{self, EditedPart};
use super::form::PetitionForm;
use super::kept::keep;
use super::page::{AlteredText, ConflictingField};
use super::part::EditPart;
use super::read::PetitionEdit;
use super::shown_part::EditNotice;
use super::versions::history::{self, Saving};
use super::{promise_lines, read};
use crate::account::{Actor, DraftForm};
use crate::base::{Id, Lang, Time};
use crate::count::store::goal::change_goal;
use crate::count::store::parts;
use crate::count::{PartCount, Parts};
use crate::db::{self, Conn, Db, Tx};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState, Rewording};
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::kind::Kind;
use crate::petition::store::kept_copies::{self, KeptCopy};
use crate::petition::store::{former_slugs, founders, petitions, told_changes};
use crate::petition::wording::rewording::Altered;
use crate::petition::wording::write as wording;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::see_other;
use crate::web::{Error, NotSaved, PathArg, Result, Site, WrongFields, urls};
use actix_web::web::Data;

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

/// Writes what was revised, if nobody wrote since `revision`, and a version of each page of the editor that holds something else
/// now. An open petition keeps a new version of its wording in each language whose words changed; where somebody has signed other
/// words, it has to be said what the new ones are, and nothing is written before.
///
/// # Errors
/// [`EditRefused`]; nothing is written then.
fn save(
    tx: &mut Tx<'_>,
    id: Id<Petition>,
    revised: PetitionEdit,
    revision: i64,
    saving: &Saving,
    now: Time,
) -> std::result::Result<Petition, EditRefused> {
    let before = ManagedPetition::load(tx, id)?.ok_or(EditRefused::Gone)?;
    let mut petition = before.petition.clone();
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
    if former_slugs::is_taken(tx, &revised.slug, id)? {
        return Err(EditRefused::SlugTaken);
    }
    if petition.published_at.is_some() && petition.slug != revised.slug {
        former_slugs::note_move(tx, id, (&petition.slug, &revised.slug), now)?;
    }
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
        true => wording::altered(tx, &petition, &revised.texts)?,
        false => Vec::new(),
    };
    let called = match (is_signed, altered.is_empty()) {
        (false, _) => None,
        // What differs in white space alone is a mend, and nobody is asked.
        (true, true) => Some(Rewording::Mend),
        (true, false) => Some(revised.called.ok_or(EditRefused::Unnamed(altered))?),
    };
    let fresh = wording::keep(tx, &petition, &revised.texts, called, now)?;
    if called == Some(Rewording::Change) {
        told_changes::begin(tx, id, &fresh)?;
    }
    let after = ManagedPetition::load(tx, id)?.ok_or(EditRefused::Gone)?;
    history::record(tx, &before, &after, saving, now)?;
    Ok(petition)
}

/// Writes the text in the petition's own language, or gives the form back with what is wrong or what somebody else wrote meanwhile.
///
/// # Errors
/// 404, 403, 409 when the petition is over by now, 422 for a field that the page does not have.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<PetitionForm>,
) -> Result {
    write(&site, &db, &petition_cache, (id, None), drafted).await
}

/// The same of any page.
///
/// # Errors
/// As [`post`].
pub async fn post_part(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(part): PathArg<EditPart>,
    drafted: DraftForm<PetitionForm>,
) -> Result {
    write(&site, &db, &petition_cache, (id, Some(part)), drafted).await
}

/// How often it is tried again where another page of the editor was saved meanwhile.
const TRIES: usize = 4;

async fn write(
    site: &Site,
    db: &Db,
    petition_cache: &PetitionCache,
    (id, part): (Id<Petition>, Option<EditPart>),
    drafted: DraftForm<PetitionForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: sent,
        is_from_before,
    } = drafted;
    for _ in 0..TRIES {
        let edited = EditedPart::open(site, db, &actor, id, part).await?;
        let edited = edited.ok_or(Error::CONFLICT)?;
        let seen: i64 = sent.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
        let own = edited.managed.petition.lang;
        if edited.part.is_beside() || !sent.is_only(edited.part, own) {
            return Err(Error::UNPROCESSABLE);
        }
        let typed = over(&edited, site, &sent);
        let again = |said: EditNotice| edited.answer(site, &actor, &typed, said);
        let fields = typed.fields(edited.part, own);
        let sent_to_keep = (&typed.press, typed.revision.as_str(), fields);
        let kept = keep::keep(db, &edited, &actor, sent_to_keep, site.clock.now());
        if let Some(kept) = kept.await? {
            return Ok(kept);
        }
        if edited.is_newer_than(seen) {
            return stale(&edited, site, &actor, typed);
        }
        if is_from_before {
            return again(NotSaved::from_before().into());
        }
        match save_all(site, db, &edited, &actor, &typed, seen).await {
            Ok(shown) => {
                petition_cache.put(shown);
                return Ok(see_other(&onward(&typed, &edited)));
            }
            Err(Refused::Wrong(wrong)) => return again(NotSaved::from(wrong).into()),
            // somebody saved at this very moment: this page again or another
            Err(Refused::Edit(EditRefused::Stale)) => {}
            Err(Refused::Edit(refusal)) => {
                let Some(wrong) = refusal.wrong(own) else {
                    return Err(refusal.into());
                };
                let mut said = EditNotice::from(NotSaved::from(wrong));
                if let EditRefused::Unnamed(altered) = refusal {
                    let bound = db.read(move |conn| bound(conn, id)).await?;
                    said.altered = altered_texts(site, &typed, &altered, &bound);
                }
                return again(said);
            }
        }
    }
    Err(Error::CONFLICT)
}

/// The form of all pages: what was sent stands on this one, and what is saved on all others.
fn over(edited: &EditedPart, site: &Site, sent: &PetitionForm) -> PetitionForm {
    let mut typed = edited.filled(site);
    let own = edited.managed.petition.lang;
    let is_fixed = edited.managed.has_signers;
    let mut fields = sent.fields(edited.part, own);
    // A form without these fields changes nothing of them.
    fields.retain(|(name, value)| {
        let is_missing = value.is_empty() && ["kind", "slug"].contains(&name.as_str());
        let is_fixed = is_fixed && name == "kind";
        !is_missing && !is_fixed
    });
    typed.put_all(&fields);
    PetitionForm {
        revision: sent.revision.clone(),
        rewording: sent.rewording.clone(),
        is_mend: sent.is_mend,
        fits: sent.fits,
        press: sent.press.clone(),
        ..typed
    }
}

/// Why nothing was written.
enum Refused {
    /// Something is wrong in the form.
    Wrong(WrongFields),
    /// The petition does not allow it.
    Edit(EditRefused),
}

async fn save_all(
    site: &Site,
    db: &Db,
    edited: &EditedPart,
    actor: &Actor,
    typed: &PetitionForm,
    seen: i64,
) -> std::result::Result<PublicPetition, Refused> {
    let (managed, now) = (&edited.managed, site.clock.now());
    let (id, revision) = (managed.petition.id, managed.petition.revision);
    let revised = read::read(typed, edited.part, &managed.petition, &managed.texts, now);
    let revised = revised.map_err(Refused::Wrong)?;
    let log = PetitionLog::of(managed, actor, now);
    let saving = Saving {
        part: edited.part,
        by: Some(actor.id),
        seen,
        restored: typed.press.restored.parse().ok(),
        is_mend: typed.is_mend,
        fits: typed.fits,
    };
    let (copy, by) = (Id::<KeptCopy>::parse(&typed.press.copy).ok(), actor.id);
    let written = db.write(move |tx| {
        let (before, after) = (petitions::texts(tx, id)?, revised.texts.clone());
        let petition = save(tx, id, revised, revision, &saving, now)?;
        log.reworded(tx, (&before, &after))?;
        if let Some(copy) = copy {
            kept_copies::discard(tx, id, copy, by)?;
        }
        Ok::<_, EditRefused>(PublicPetition::load(tx, petition)?)
    });
    written.await.map_err(Refused::Edit)
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
    let one = |altered: &Altered| {
        let mut texts = typed.texts.iter();
        let text = texts.find(|text| text.lang == altered.lang);
        let promises = text.map_or("", |text| text.promises.as_str());
        let signed = bound.iter().filter(|(lang, _)| *lang == altered.lang);
        let name = edited_part::name(site, altered.lang);
        AlteredText::of(altered, &name, signed.map(|(_, n)| n).sum(), promises)
    };
    altered.iter().map(one).collect()
}

fn onward(typed: &PetitionForm, edited: &EditedPart) -> String {
    let petition = &edited.managed.petition;
    let lang = edited.part.lang().unwrap_or(petition.lang);
    match typed.press.then.as_str() {
        "preview" => urls::preview(petition.id, lang),
        "publish" => urls::publish_petition(petition.id),
        _ => format!("{}?saved=true", edited.here()),
    }
}

/// Somebody wrote meanwhile: what was typed stays in the form, what they wrote stands beside it,
/// and the next press decides with open eyes.
fn stale(edited: &EditedPart, site: &Site, actor: &Actor, mut typed: PetitionForm) -> Result {
    let current = edited.filled(site);
    let names: Vec<String> = typed
        .texts
        .iter()
        .map(|text| edited_part::name(site, text.lang))
        .collect();
    let said = EditNotice {
        theirs: ConflictingField::between(&actor.words(site), &typed, &current, &names),
        ..NotSaved::stale().into()
    };
    typed.revision = current.revision;
    edited.answer(site, actor, &typed, said)
}
