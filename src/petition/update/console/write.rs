//! GET and POST /organize/petitions/{id}/updates/new and /organize/updates/{id}: writing an
//! update, and mending it. What is published changes at once and says that it was edited.

use super::form::{TITLE, UpdateForm};
use super::managed_update::ManagedUpdate;
use crate::account::deed::Deed;
use crate::account::{Action, Actor, DraftForm};
use crate::base::{Id, Lang, Time};
use crate::db::{self, Db, Tx};
use crate::petition::Petition;
use crate::petition::delivery::Delivery;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::petition_log::PetitionLog;
use crate::petition::store::deliveries;
use crate::petition::update::cache::{MOST, PublicUpdate, UpdateCache};
use crate::petition::update::model::{Update, UpdateState, UpdateText};
use crate::petition::update::store;
use crate::web::answers::answer::{page, see_other};
use crate::web::page::{Errors, Frame};
use crate::web::{Error, NotSaved, PathArg, Result, Site, urls};
use crate::words::Words;
use actix_web::web::{Data, Query};
use askama::Template;
use serde::Deserialize;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum UpdateRefused {
    /// There is no such update any more.
    #[error("no such update")]
    Gone,
    /// It was taken back, or there are as many as one petition may have.
    #[error("the update is not there to be written")]
    Over,
    /// Somebody wrote since the form was filled.
    #[error("the form was filled from an earlier revision")]
    Stale,
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
}

impl From<UpdateRefused> for Error {
    fn from(refusal: UpdateRefused) -> Self {
        match refusal {
            UpdateRefused::Gone => Self::NOT_FOUND,
            UpdateRefused::Over | UpdateRefused::Stale => Self::CONFLICT,
            UpdateRefused::Fault(fault) => fault.into(),
        }
    }
}

/// Writes a draft.
///
/// # Errors
/// [`UpdateRefused`]; nothing is written then.
pub fn begin(
    tx: &mut Tx<'_>,
    petition: Id<Petition>,
    texts: &[UpdateText],
    now: Time,
) -> std::result::Result<Update, UpdateRefused> {
    if store::count(tx, petition)? >= MOST {
        return Err(UpdateRefused::Over);
    }
    let update = Update::draft(petition, now);
    store::insert(tx, &update)?;
    store::save_texts(tx, update.id, texts)?;
    Ok(update)
}

/// Puts other texts in the place of those it has, if nobody wrote since `revision`. One that is
/// published says from then on that it was edited, unless nothing changed.
///
/// # Errors
/// [`UpdateRefused`]; nothing is written then.
pub(crate) fn save(
    tx: &mut Tx<'_>,
    id: Id<Update>,
    texts: &[UpdateText],
    revision: i64,
    now: Time,
) -> std::result::Result<PublicUpdate, UpdateRefused> {
    let mut update = store::find(tx, id)?.ok_or(UpdateRefused::Gone)?;
    if update.state == UpdateState::TakenBack {
        return Err(UpdateRefused::Over);
    }
    let mut old = store::texts(tx, id)?;
    let mut new = texts.to_vec();
    old.sort_by_key(|text| text.lang);
    new.sort_by_key(|text| text.lang);
    if update.state == UpdateState::Published && old != new {
        update.edited_at = Some(now);
    }
    if !store::change(tx, &mut update, revision, now)? {
        return Err(UpdateRefused::Stale);
    }
    store::save_texts(tx, id, texts)?;
    Ok(PublicUpdate::load(tx, update)?)
}

/// Writes each language that reads otherwise than before.
fn tell_log(
    tx: &mut Tx<'_>,
    log: &PetitionLog,
    (before, after): (&[UpdateText], &[UpdateText]),
) -> db::Result<()> {
    for text in after {
        let old = before.iter().find(|old| old.lang == text.lang);
        let words = |text: &UpdateText| format!("{}\n\n{}", text.title, text.body);
        let (was, is) = (old.map(words).unwrap_or_default(), words(text));
        if was != is {
            log.changed(tx, Deed::UPDATE_CHANGED, &text.title, (&was, &is))?;
        }
    }
    Ok(())
}

/// One language of the form.
struct Side<'a> {
    lang: String,
    name: String,
    title: &'a str,
    body: &'a str,
}

#[derive(Template)]
#[template(path = "petition/update/console/write.html")]
struct WritePage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    state: Option<UpdateState>,
    revision: &'a str,
    sides: Vec<Side<'a>>,
    errors: Errors,
    is_stale: bool,
    /// Written in an earlier session.
    is_from_before: bool,
    list_href: String,
    may_publish: bool,
    take_back_href: Option<String>,
}

impl WritePage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.is_from_before || self.is_stale || !self.errors.is_empty()
    }
}

fn answer(
    site: &Site,
    actor: &Actor,
    managed: &ManagedPetition,
    update: Option<&Update>,
    typed: &UpdateForm,
    said: &NotSaved,
) -> Result {
    let w = actor.words(site);
    let errors = said.wrong.said(&w);
    let id = managed.petition.id;
    let may_publish = actor
        .allow(Action::PublishPetition, managed.petition.organization)
        .is_ok();
    let name = |lang| match site.library.speaks(lang) {
        true => site.words(lang).say("language-name").to_owned(),
        false => lang.to_string(),
    };
    page(
        said.status(),
        &WritePage {
            frame: managed
                .console_frame(site, &w, actor, &urls::updates(id), w.say("update-write"))
                .with_errors(!errors.is_empty()),
            w: &w,
            action: update.map_or_else(|| urls::new_update(id), |one| urls::edit_update(one.id)),
            title: managed.title(actor.lang),
            state: update.map(|update| update.state),
            revision: &typed.revision,
            sides: typed
                .texts
                .iter()
                .map(|text| Side {
                    lang: text.lang.to_string(),
                    name: name(text.lang),
                    title: &text.title,
                    body: &text.body,
                })
                .collect(),
            errors,
            is_stale: said.is_stale,
            is_from_before: said.is_from_before,
            list_href: urls::updates(id),
            may_publish: may_publish && update.is_none_or(|one| one.state == UpdateState::Draft),
            take_back_href: update
                .filter(|_| may_publish)
                .map(|one| urls::take_back_update(one.id)),
        },
    )
}

/// Only languages the form has.
fn complete(
    site: &Site,
    managed: &ManagedPetition,
    typed: &mut UpdateForm,
) -> std::result::Result<(), Error> {
    let langs = site.library.languages();
    let own = managed.petition.lang;
    let is_asked = |lang| lang == own || langs.contains(&lang);
    if !typed.texts.iter().all(|text| is_asked(text.lang)) {
        return Err(Error::UNPROCESSABLE);
    }
    typed.complete(own, langs);
    Ok(())
}

/// The petition, if there can be news of it: it is no draft and was not taken down.
async fn open(
    db: &Db,
    actor: &Actor,
    id: Id<Petition>,
) -> std::result::Result<ManagedPetition, Error> {
    use crate::petition::PetitionState as Stands;
    let managed = ManagedPetition::open(db, actor, id, Action::EditPetition).await?;
    match managed.petition.state {
        Stands::Draft | Stands::Removed => Err(Error::CONFLICT),
        Stands::Open | Stands::Paused | Stands::Closed => Ok(managed),
    }
}

/// What a new update is about, in the address.
#[derive(Debug, Default, Deserialize)]
pub struct NewUpdateQuery {
    /// A delivery that was answered.
    after: Option<Id<Delivery>>,
}

/// "What the council answered" as the title in each language this petition is read in.
async fn answered(
    site: &Site,
    db: &Db,
    managed: &ManagedPetition,
    after: Id<Delivery>,
) -> std::result::Result<Vec<UpdateText>, Error> {
    let found = db.read(move |conn| deliveries::find(conn, after)).await?;
    let found = found.filter(|one| one.petition == managed.petition.id);
    let titled = |(lang, one): (Lang, &Delivery)| {
        let w = site.words(lang);
        let whole = w.plain1("update-answered", "recipient", one.recipients.as_str());
        UpdateText {
            lang,
            title: match whole.chars().count() <= TITLE {
                true => whole,
                false => w.say("update-answered-short").to_owned(),
            },
            body: String::new(),
            body_html: String::new(),
        }
    };
    let langs = managed.langs_needed();
    let langs = langs.into_iter().filter(|lang| site.library.speaks(*lang));
    let one = found.as_ref();
    Ok(langs
        .filter_map(|lang| one.map(|one| titled((lang, one))))
        .collect())
}

/// The empty form, or one whose title says what it is about.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`]; 409 for a draft, and for a petition that was taken down.
pub(crate) async fn blank(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    asked: Option<Query<NewUpdateQuery>>,
) -> Result {
    let managed = open(&db, &actor, id).await?;
    let own = managed.petition.lang;
    let texts = match asked.and_then(|asked| asked.after) {
        Some(after) => answered(&site, &db, &managed, after).await?,
        None => Vec::new(),
    };
    let typed = UpdateForm::of(String::new(), &texts, own, site.library.languages());
    answer(&site, &actor, &managed, None, &typed, &NotSaved::default())
}

/// Makes the draft and goes on to it, or to its preview.
///
/// # Errors
/// As [`blank`]; 409 when the petition has as many as it may have, 422 for a language the form
/// does not have.
pub async fn make(
    site: Data<Site>,
    db: Data<Db>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<UpdateForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    let managed = open(&db, &actor, id).await?;
    complete(&site, &managed, &mut typed)?;
    let again = |said: &NotSaved| answer(&site, &actor, &managed, None, &typed, said);
    if is_from_before {
        return again(&NotSaved::from_before());
    }
    let texts = match typed.read() {
        Ok(texts) => texts,
        Err(wrong) => return again(&wrong.into()),
    };
    let now = site.clock.now();
    match db.write(move |tx| begin(tx, id, &texts, now)).await {
        Ok(update) => Ok(see_other(&onward(&typed, update.id))),
        Err(refusal) => Err(refusal.into()),
    }
}

fn onward(typed: &UpdateForm, id: Id<Update>) -> String {
    match typed.then.as_str() {
        "preview" => urls::preview_update(id),
        "publish" => urls::publish_update(id),
        _ => urls::edit_update(id),
    }
}

/// The form as the update stands.
///
/// # Errors
/// As [`ManagedUpdate::open`].
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Update>>,
) -> Result {
    let managed = ManagedUpdate::open(&db, &actor, id, Action::EditPetition).await?;
    let typed = filled(&site, &managed);
    let (update, said) = (Some(&managed.update), NotSaved::default());
    answer(&site, &actor, &managed.petition, update, &typed, &said)
}

fn filled(site: &Site, managed: &ManagedUpdate) -> UpdateForm {
    let own = managed.petition.petition.lang;
    let revision = managed.update.revision.to_string();
    UpdateForm::of(revision, &managed.texts, own, site.library.languages())
}

/// Writes the form, or gives it back with what is wrong. When somebody wrote meanwhile it comes
/// back too, 409, and the next press decides.
///
/// # Errors
/// As [`ManagedUpdate::open`]; 422 for a language the form does not have.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    update_cache: Data<UpdateCache>,
    PathArg(id): PathArg<Id<Update>>,
    drafted: DraftForm<UpdateForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    let managed = ManagedUpdate::open(&db, &actor, id, Action::EditPetition).await?;
    complete(&site, &managed.petition, &mut typed)?;
    let revision: i64 = typed.revision.parse().map_err(|_| Error::UNPROCESSABLE)?;
    let again = |managed: &ManagedUpdate, typed: &UpdateForm, said: &NotSaved| {
        let (petition, update) = (&managed.petition, Some(&managed.update));
        answer(&site, &actor, petition, update, typed, said)
    };
    if is_from_before {
        let said = match revision == managed.update.revision {
            true => NotSaved::from_before(),
            false => NotSaved::stale(),
        };
        typed.revision = managed.update.revision.to_string();
        return again(&managed, &typed, &said);
    }
    let texts = match typed.read() {
        Ok(texts) => texts,
        Err(wrong) => return again(&managed, &typed, &wrong.into()),
    };
    let now = site.clock.now();
    let log = PetitionLog::of(&managed.petition, &actor, now);
    let is_shown = managed.update.state == UpdateState::Published;
    let saved = db.write(move |tx| {
        let before = store::texts(tx, id)?;
        let told = save(tx, id, &texts, revision, now)?;
        if is_shown {
            tell_log(tx, &log, (&before, &texts))?;
        }
        Ok::<_, UpdateRefused>(told)
    });
    match saved.await {
        Ok(told) => {
            update_cache.put(told);
            Ok(see_other(&onward(&typed, id)))
        }
        Err(UpdateRefused::Stale) => {
            let managed = ManagedUpdate::open(&db, &actor, id, Action::EditPetition).await?;
            typed.revision = managed.update.revision.to_string();
            again(&managed, &typed, &NotSaved::stale())
        }
        Err(refusal) => Err(refusal.into()),
    }
}
