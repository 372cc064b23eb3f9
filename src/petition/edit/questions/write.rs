//! GET and POST /organize/petitions/{id}/new-question and /organize/petitions/{id}/questions/{number}: a question is written, or other
//! words are said of it.

use super::form::QuestionForm;
use super::page::QuestionParts;
use super::reading::QuestionGround;
use crate::account::deed::Deed;
use crate::account::{Actor, DraftForm};
use crate::base::{Id, Lang};
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::petition_log::PetitionLog;
use crate::petition::rules::question::{EVER, FormQuestion, QuestionKind};
use crate::petition::store::{petitions, questions};
use crate::petition::{PetitionCache, PublicPetition};
use crate::web::answers::answer::{page, see_other};
use crate::web::{Error, NotSaved, PathArg, PathPiece, Result, Site, WrongFields, urls};
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// Which language is written, how a new question is answered, and what was just done.
#[derive(Debug, Default, Deserialize)]
pub struct QuestionQuery {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    saved: bool,
}

/// The number of a question, in a path.
#[derive(Debug, Clone, Copy)]
pub struct QuestionNumber(i16);

impl PathPiece for QuestionNumber {
    const NAME: &'static str = "number";
    fn read(text: &str) -> Option<Self> {
        text.parse().ok().filter(|number| *number > 0).map(Self)
    }
}

/// A question that nobody has written yet.
fn begun(managed: &ManagedPetition, kind: QuestionKind) -> FormQuestion {
    let last = managed.questions.on_form().map(|one| one.position).max();
    FormQuestion {
        number: managed.questions.next_number(),
        position: last.unwrap_or_default().saturating_add(1),
        removed_at: None,
        kind,
        is_required: false,
        texts: Vec::new(),
        options: Vec::new(),
    }
}

/// Why one more question of this kind cannot be asked, as a words key.
fn refused(managed: &ManagedPetition, kind: QuestionKind) -> Option<&'static str> {
    if !kind.is_allowed(&managed.petition.settings) {
        return Some("error-question-risk");
    }
    let full = managed.questions.is_full_for(kind);
    let ever = managed.questions.all().len() >= EVER;
    full.or(ever.then_some("error-questions-ever"))
}

/// The petition with the question, new or not.
struct Subject {
    managed: ManagedPetition,
    question: FormQuestion,
    is_new: bool,
}

impl Subject {
    fn new(managed: ManagedPetition, kind: &str) -> Result<Self> {
        let kind = match kind {
            "" => QuestionKind::One,
            kind => QuestionKind::parse(kind).ok_or(Error::NOT_FOUND)?,
        };
        Ok(Self {
            question: begun(&managed, kind),
            managed,
            is_new: true,
        })
    }

    fn there(managed: ManagedPetition, number: i16) -> Result<Self> {
        let found = managed.questions.find(number).cloned();
        Ok(Self {
            question: found.ok_or(Error::NOT_FOUND)?,
            managed,
            is_new: false,
        })
    }

    /// The same as it stands now.
    async fn again(&self, db: &Db, actor: &Actor) -> Result<Self> {
        let managed = ManagedPetition::open_standing(db, actor, self.managed.petition.id).await?;
        match self.is_new {
            true => Self::new(managed, self.question.kind.as_str()),
            false => Self::there(managed, self.question.number),
        }
    }

    fn answer(
        &self,
        site: &Site,
        actor: &Actor,
        mut typed: QuestionForm,
        said: &NotSaved,
        is_saved: bool,
    ) -> Result {
        typed.revision = self.managed.petition.revision.to_string();
        typed.complete(&self.question);
        let w = actor.words(site);
        let parts = QuestionParts {
            site,
            actor,
            managed: &self.managed,
            question: &self.question,
            is_new: self.is_new,
        };
        page(said.status(), &parts.page(&w, &typed, said, is_saved))
    }

    fn typed(&self, lang: Lang) -> QuestionForm {
        QuestionForm::of(self.managed.petition.revision, &self.question, lang)
    }

    /// Writes the question, or gives the form back with what is wrong. When somebody wrote meanwhile it comes back too, 409, and the
    /// next press decides.
    async fn write(
        self,
        site: &Site,
        db: &Db,
        petition_cache: &PetitionCache,
        drafted: DraftForm<QuestionForm>,
    ) -> Result {
        let DraftForm {
            actor,
            fields: typed,
            is_from_before,
        } = drafted;
        let petition = &self.managed.petition;
        let (id, now) = (petition.id, site.clock.now());
        let lang = typed.lang(petition.lang);
        if !self.managed.langs().contains(&lang) {
            return Err(Error::NOT_FOUND);
        }
        let revision: i64 = typed.revision.parse().unwrap_or_default();
        let ground = QuestionGround {
            own: petition.lang,
            is_live: petition.state != PetitionState::Draft,
            now,
        };
        let full = match self.is_new {
            true => refused(&self.managed, self.question.kind),
            false => None,
        };
        let read = match full {
            Some(key) => Err(WrongFields::one("label", key)),
            None => typed.read(self.question.clone(), ground),
        };
        let (wanted, wrong) = match read {
            Ok(question) => (Some(question), WrongFields::default()),
            Err(wrong) => (None, wrong),
        };
        let said = NotSaved {
            is_stale: revision != petition.revision,
            is_from_before,
            wrong,
        };
        let Some(wanted) = wanted.filter(|_| !said.is_any()) else {
            return self.answer(site, &actor, typed, &said, false);
        };
        let log = PetitionLog::of(&self.managed, &actor, now);
        let number = wanted.number;
        let written = db
            .write(move |tx| {
                let Some(mut petition) = petitions::find(tx, id)? else {
                    return Ok::<_, db::Error>(None);
                };
                if !petitions::update_from(tx, &mut petition, revision, now)? {
                    return Ok(None);
                }
                questions::save(tx, id, &wanted)?;
                log.edited(tx, Deed::QUESTIONS)?;
                PublicPetition::load(tx, petition).map(Some)
            })
            .await?;
        let Some(shown) = written else {
            let subject = self.again(db, &actor).await?;
            return subject.answer(site, &actor, typed, &NotSaved::stale(), false);
        };
        petition_cache.put(shown);
        tracing::info!(petition = %id, by = %actor.id, number, "a question of the form was written");
        let there = urls::question_in(id, number, lang);
        Ok(see_other(&format!("{there}&saved=true")))
    }
}

/// The form of a new question.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`], 404 for a kind that there is not; 409 for a petition that was taken down.
pub async fn blank(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    wanted: Query<QuestionQuery>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    let own = managed.petition.lang;
    let subject = Subject::new(managed, &wanted.kind)?;
    let typed = subject.typed(own);
    let full = refused(&subject.managed, subject.question.kind);
    let said = match full {
        Some(key) => NotSaved::from(WrongFields::one("label", key)),
        None => NotSaved::default(),
    };
    subject.answer(&site, &actor, typed, &said, false)
}

/// Puts a question on the form.
///
/// # Errors
/// As [`blank`].
pub async fn make(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    drafted: DraftForm<QuestionForm>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &drafted.actor, id).await?;
    let own = managed.petition.lang.to_string();
    let subject = Subject::new(managed, &drafted.fields.kind)?;
    let mut drafted = drafted;
    drafted.fields.lang = own;
    subject.write(&site, &db, &petition_cache, drafted).await
}

/// The form of a question, in one language.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`], 404 without such a question; 409 for a petition that was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(QuestionNumber(number)): PathArg<QuestionNumber>,
    wanted: Query<QuestionQuery>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    let own = managed.petition.lang;
    let lang = Lang::parse(&wanted.lang).unwrap_or(own);
    let lang = if managed.langs().contains(&lang) {
        lang
    } else {
        own
    };
    let subject = Subject::there(managed, number)?;
    let typed = subject.typed(lang);
    subject.answer(&site, &actor, typed, &NotSaved::default(), wanted.saved)
}

/// Says other words of a question.
///
/// # Errors
/// As [`get`]; 404 for a language that the petition does not have.
pub async fn post(
    site: Data<Site>,
    db: Data<Db>,
    petition_cache: Data<PetitionCache>,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(QuestionNumber(number)): PathArg<QuestionNumber>,
    drafted: DraftForm<QuestionForm>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &drafted.actor, id).await?;
    let subject = Subject::there(managed, number)?;
    subject.write(&site, &db, &petition_cache, drafted).await
}
