//! GET and POST /organize/petitions/{id}/edit: everything of a petition that can be written.

use super::errors::WrongField;
use super::form::PetitionForm;
use super::page::{AlteredText, EditPage, Theirs};
use super::read::{self, PetitionEdit};
use super::{dates, promise_lines};
use crate::account::{Action, Actor, Drafted};
use crate::base::{Id, Lang, Time};
use crate::count::store::goal::change_goal;
use crate::count::store::parts;
use crate::count::{PartCount, Parts};
use crate::db::{self, Conn, Db, Tx};
use crate::petition::dates::closing;
use crate::petition::desk::ManagedPetition;
use crate::petition::kind::Kind;
use crate::petition::model::{Petition, PetitionState, Rewording};
use crate::petition::store::{founders, petitions, told_changes};
use crate::petition::wording::rewording::Altered;
use crate::petition::wording::write;
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::page::Errors;
use crate::web::{Error, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::http::StatusCode;
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
    petition.kind = revised.kind;
    petition.slug = revised.slug;
    let has_other_goal = petition.goal != revised.goal;
    petition.goal = revised.goal;
    petition.opens_at = revised.opens_at;
    petition.time_zone = revised.time_zone;
    petition.closes_at = revised.closes_at;
    petition.settings = revised.settings;
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
    wrong: Vec<WrongField>,
    theirs: Vec<Theirs>,
    altered: Vec<AlteredText>,
    is_saved: bool,
    /// Written in an earlier session, and not saved.
    is_from_before: bool,
}

fn answer(
    site: &Site,
    actor: &Actor,
    desk: &ManagedPetition,
    typed: &PetitionForm,
    status: StatusCode,
    said: EditNotice,
) -> Result {
    let w = actor.words(site);
    let mut errors = Errors::none();
    for wrong in &said.wrong {
        errors.add(wrong.field.clone(), w.say(wrong.key));
    }
    let here = urls::edit_petition(desk.petition.id);
    let may = |action| actor.allow(action, desk.petition.organization).is_ok();
    let is_draft = desk.petition.state == PetitionState::Draft;
    let menu = desk.console_menu(&w, actor, &here);
    page(
        status,
        &EditPage {
            frame: actor
                .frame(site, &w, w.say("console-page-and-form"))
                .with_errors(!errors.is_empty()),
            w: &w,
            menu,
            guard: actor.guard(),
            action: here,
            title: desk.title(actor.lang),
            state: desk.phase(site.clock.now()).as_str(),
            is_kind_fixed: desk.has_signers,
            is_slug_fixed: desk.petition.published_at.is_some(),
            may_choose_opening: dates::may_choose_opening(&desk.petition, site.clock.now()),
            slug: desk.petition.slug.as_str(),
            may_publish: is_draft && may(Action::PublishPetition),
            delete_href: (is_draft && may(Action::DeleteDraft))
                .then(|| urls::delete_petition(desk.petition.id)),
            names: names(site, typed),
            zones: closing::zones(),
            typed,
            errors,
            theirs: said.theirs,
            altered: said.altered,
            is_saved: said.is_saved,
            is_from_before: said.is_from_before,
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
    let desk = ManagedPetition::open(db, actor, id, Action::EditPetition).await?;
    let is_over = desk.petition.is_over(site.clock.now());
    Ok((!is_over).then_some(desk))
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
    let Some(desk) = open(&site, &db, &actor, id).await? else {
        return Ok(see_other(&urls::close_petition(id)));
    };
    let typed = filled(&desk, &site);
    let said = EditNotice {
        is_saved: done.saved,
        ..EditNotice::default()
    };
    answer(&site, &actor, &desk, &typed, StatusCode::OK, said)
}

fn filled(desk: &ManagedPetition, site: &Site) -> PetitionForm {
    let langs = site.library.languages();
    PetitionForm::of(
        &desk.petition,
        &desk.texts,
        &desk.founders,
        &desk.promises,
        langs,
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
    drafted: Drafted<PetitionForm>,
) -> Result {
    let Drafted {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    let Some(desk) = open(&site, &db, &actor, id).await? else {
        return Err(Error::CONFLICT);
    };
    let now = site.clock.now();
    let there = filled(&desk, &site);
    let is_asked = |lang: Lang| there.texts.iter().any(|text| text.lang == lang);
    if !typed.texts.iter().all(|text| is_asked(text.lang)) {
        return Err(Error::UNPROCESSABLE);
    }
    typed.complete(desk.petition.lang, site.library.languages());
    if desk.has_signers {
        typed.kind = there.kind.clone();
    }
    // A form from before there was this field changes nothing of it.
    typed.keeps_for = typed.keeps_for.or(there.keeps_for);
    let revision: i64 = typed.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
    if revision != desk.petition.revision {
        return stale(&site, &actor, &desk, typed);
    }
    if is_from_before {
        let said = EditNotice {
            is_from_before,
            ..EditNotice::default()
        };
        return answer(&site, &actor, &desk, &typed, StatusCode::OK, said);
    }
    let wrong = |wrong: Vec<WrongField>| EditNotice {
        wrong,
        ..EditNotice::default()
    };
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let revised = match read::read(&typed, &desk.petition, &desk.texts, now) {
        Ok(revised) => revised,
        Err(mistakes) => {
            return answer(&site, &actor, &desk, &typed, unprocessable, wrong(mistakes));
        }
    };
    let written = db
        .write(move |tx| {
            let petition = save(tx, id, revised, revision, now)?;
            Ok::<_, EditRefused>(PublicPetition::load(tx, petition)?)
        })
        .await;
    let one = |field: &str, key| {
        wrong(vec![WrongField {
            field: field.to_owned(),
            key,
        }])
    };
    match written {
        Ok(shown) => {
            petition_cache.put(shown);
            Ok(see_other(&onward(&typed, &desk)))
        }
        Err(EditRefused::Stale) => {
            let desk = ManagedPetition::open(&db, &actor, id, Action::EditPetition).await?;
            stale(&site, &actor, &desk, typed)
        }
        Err(EditRefused::SlugTaken) => {
            let said = one("slug", "error-slug-taken");
            answer(&site, &actor, &desk, &typed, unprocessable, said)
        }
        Err(EditRefused::KindStands) => {
            let said = one("kind", "error-kind-stands");
            answer(&site, &actor, &desk, &typed, unprocessable, said)
        }
        Err(EditRefused::PromiseStands) => {
            let said = one(
                &format!("promises-{}", desk.petition.lang),
                "error-promise-stands",
            );
            answer(&site, &actor, &desk, &typed, unprocessable, said)
        }
        Err(EditRefused::Unnamed(altered)) => {
            let bound = db.read(move |conn| bound(conn, id)).await?;
            let said = EditNotice {
                altered: altered_texts(&site, &typed, &altered, &bound),
                ..one("rewording", "error-rewording")
            };
            answer(&site, &actor, &desk, &typed, unprocessable, said)
        }
        Err(EditRefused::Over) => Err(Error::CONFLICT),
        Err(EditRefused::Gone) => Err(Error::NOT_FOUND),
        Err(EditRefused::Fault(fault)) => Err(fault.into()),
    }
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

fn onward(typed: &PetitionForm, desk: &ManagedPetition) -> String {
    match typed.then.as_str() {
        "preview" => urls::preview(desk.petition.id, desk.petition.lang),
        "publish" => urls::publish_petition(desk.petition.id),
        _ => format!("{}?saved=true", urls::edit_petition(desk.petition.id)),
    }
}

/// Somebody wrote meanwhile: what was typed stays in the form, what they wrote stands beside it,
/// and the next press decides with open eyes.
fn stale(site: &Site, actor: &Actor, desk: &ManagedPetition, mut typed: PetitionForm) -> Result {
    let w: &Words = &actor.words(site);
    let current = filled(desk, site);
    let said = EditNotice {
        theirs: Theirs::between(w, &typed, &current, &names(site, &typed)),
        ..EditNotice::default()
    };
    typed.revision = current.revision;
    answer(site, actor, desk, &typed, StatusCode::CONFLICT, said)
}
