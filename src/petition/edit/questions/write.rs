//! GET and POST /organize/petitions/{id}/new-question and /organize/petitions/{id}/questions/{number}: a question is written, or other
//! words are said of it.

use super::page::QuestionParts;
use super::reading::QuestionGround;
use crate::account::deed::Deed;
use crate::account::{Actor, DraftForm};
use crate::base::{Id, Lang, Time};
use crate::db::{Db, Tx};
use crate::petition::PetitionCache;
use crate::petition::edit::edited_part::EditedPart;
use crate::petition::edit::forms::question_form::QuestionForm;
use crate::petition::edit::kept::keep;
use crate::petition::edit::kept::taken_up::EditQuery;
use crate::petition::edit::part::EditPart;
use crate::petition::edit::save_page::{SavedPage, TRIES};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::rules::question::{EVER, FormQuestion, QuestionKind};
use crate::petition::store::petition_versions::PageFields;
use crate::petition::store::questions;
use crate::web::answers::answer::{page, see_other};
use crate::web::{Error, NotSaved, PathArg, PathPiece, Result, Site, WrongFields, urls};
use actix_web::web::{Data, Query};
use serde::Deserialize;

/// The field under which is kept how a new question is answered.
const KIND: &str = "kind";

/// Which language is written, and how a new question is answered.
#[derive(Debug, Default, Deserialize)]
pub struct QuestionQuery {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    kind: String,
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

/// The page of a question, new or not.
struct Subject {
    edited: EditedPart,
    question: FormQuestion,
    is_new: bool,
}

impl Subject {
    async fn new(site: &Site, db: &Db, managed: ManagedPetition, kind: &str) -> Result<Self> {
        let kind = match kind {
            "" => QuestionKind::One,
            kind => QuestionKind::parse(kind).ok_or(Error::NOT_FOUND)?,
        };
        Ok(Self {
            question: begun(&managed, kind),
            edited: EditedPart::of(site, db, managed, EditPart::NewQuestion).await?,
            is_new: true,
        })
    }

    async fn there(
        site: &Site,
        db: &Db,
        managed: ManagedPetition,
        (number, lang): (i16, Lang),
    ) -> Result<Self> {
        let found = managed.questions.find(number).cloned();
        Ok(Self {
            question: found.ok_or(Error::NOT_FOUND)?,
            edited: EditedPart::of(site, db, managed, EditPart::Question(number, lang)).await?,
            is_new: false,
        })
    }

    /// What is kept of the form. A new question that holds anything is kept with how it is answered.
    fn kept_fields(&self, typed: &QuestionForm) -> PageFields {
        let mut fields = typed.fields(self.edited.managed.petition.lang);
        if self.is_new && fields.iter().any(|(_, value)| !value.trim().is_empty()) {
            fields.push((KIND.to_owned(), self.question.kind.as_str().to_owned()));
        }
        fields
    }

    fn answer(
        &self,
        site: &Site,
        actor: &Actor,
        mut typed: QuestionForm,
        said: &NotSaved,
        beside: (bool, Option<String>),
    ) -> Result {
        typed.complete(&self.question);
        let w = actor.words(site);
        let parts = QuestionParts {
            site,
            actor,
            edited: &self.edited,
            question: &self.question,
            is_new: self.is_new,
        };
        page(said.status(), &parts.page(&w, &typed, said, beside))
    }

    /// The form as the question stands, or with what was typed and not saved, or an earlier version.
    async fn show(
        self,
        site: &Site,
        db: &Db,
        actor: &Actor,
        (lang, said): (Lang, NotSaved),
        wanted: &EditQuery,
    ) -> Result {
        let taken = self.edited.taken_up(site, db, actor, wanted).await?;
        let mut typed = QuestionForm::of(0, &self.question, lang);
        typed.take_up(taken.fields.unwrap_or_default(), &self.question);
        typed.revision = taken.revision;
        typed.press = taken.press;
        let beside = (wanted.saved, taken.said);
        self.answer(site, actor, typed, &said, beside)
    }

    /// What the form makes of the question.
    fn read(
        &self,
        typed: &QuestionForm,
        now: Time,
    ) -> std::result::Result<FormQuestion, WrongFields> {
        let petition = &self.edited.managed.petition;
        let ground = QuestionGround {
            own: petition.lang,
            is_live: petition.state != PetitionState::Draft,
            now,
        };
        let full = match self.is_new {
            true => refused(&self.edited.managed, self.question.kind),
            false => None,
        };
        match full {
            Some(key) => Err(WrongFields::one("label", key)),
            None => typed.read(self.question.clone(), ground),
        }
    }
}

/// Writes the question with this number, or a new one; keeps it without saving, or gives the form back with what is wrong. When somebody
/// wrote into it meanwhile it comes back too, 409, and the next press decides.
async fn write(
    site: &Site,
    db: &Db,
    petition_cache: &PetitionCache,
    (id, number): (Id<Petition>, Option<i16>),
    drafted: DraftForm<QuestionForm>,
) -> Result {
    let DraftForm {
        actor,
        fields: mut typed,
        is_from_before,
    } = drafted;
    let seen: i64 = typed.revision.parse().unwrap_or_default();
    for _ in 0..TRIES {
        let now = site.clock.now();
        let managed = ManagedPetition::open_standing(db, &actor, id).await?;
        let own = managed.petition.lang;
        let lang = match number {
            None => own,
            Some(_) => typed.lang(own),
        };
        typed.lang = lang.to_string();
        let subject = match number {
            None => Subject::new(site, db, managed, &typed.kind).await?,
            Some(number) => Subject::there(site, db, managed, (number, lang)).await?,
        };
        let edited = &subject.edited;
        let kept_fields = subject.kept_fields(&typed);
        let sent_to_keep = (&typed.press, typed.revision.as_str(), kept_fields);
        if let Some(kept) = keep::keep(db, edited, &actor, sent_to_keep, now).await? {
            return Ok(kept);
        }
        let (wanted, wrong) = match subject.read(&typed, now) {
            Ok(question) => (Some(question), WrongFields::default()),
            Err(wrong) => (None, wrong),
        };
        let said = NotSaved {
            is_stale: edited.is_newer_than(seen),
            is_from_before,
            wrong,
        };
        let Some(wanted) = wanted.filter(|_| !said.is_any()) else {
            typed.revision = edited.managed.petition.revision.to_string();
            return subject.answer(site, &actor, typed, &said, (false, None));
        };
        let number = wanted.number;
        let page = SavedPage {
            actor: &actor,
            press: &typed.press,
            seen,
            part: EditPart::Question(number, lang),
            fields: QuestionForm::of(0, &wanted, lang).fields(own),
            deed: Deed::QUESTIONS,
        };
        let write = move |tx: &mut Tx<'_>| questions::save(tx, id, &wanted);
        if let Some(shown) = edited.save(db, page, now, write).await? {
            petition_cache.put(shown);
            tracing::info!(petition = %id, by = %actor.id, number, "a question of the form was written");
            let there = urls::question_in(id, number, lang);
            return Ok(see_other(&format!("{there}&saved=true")));
        }
    }
    Err(Error::CONFLICT)
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
    asked: Query<QuestionQuery>,
    wanted: Query<EditQuery>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    let own = managed.petition.lang;
    let mut subject = Subject::new(&site, &db, managed, &asked.kind).await?;
    if let Some(kind) = subject.edited.kept_field(&wanted, KIND) {
        let kind = QuestionKind::parse(kind).ok_or(Error::NOT_FOUND)?;
        subject.question = begun(&subject.edited.managed, kind);
    }
    let full = refused(&subject.edited.managed, subject.question.kind);
    let said = match full {
        Some(key) => NotSaved::from(WrongFields::one("label", key)),
        None => NotSaved::default(),
    };
    subject.show(&site, &db, &actor, (own, said), &wanted).await
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
    write(&site, &db, &petition_cache, (id, None), drafted).await
}

/// The form of a question, in one language.
///
/// # Errors
/// 404 and 403 as [`ManagedPetition::open`], 404 without such a question or version; 409 for a petition that was taken down.
pub async fn get(
    site: Data<Site>,
    db: Data<Db>,
    actor: Actor,
    PathArg(id): PathArg<Id<Petition>>,
    PathArg(QuestionNumber(number)): PathArg<QuestionNumber>,
    asked: Query<QuestionQuery>,
    wanted: Query<EditQuery>,
) -> Result {
    let managed = ManagedPetition::open_standing(&db, &actor, id).await?;
    let own = managed.petition.lang;
    let lang = Lang::parse(&asked.lang).unwrap_or(own);
    let lang = if managed.langs().contains(&lang) {
        lang
    } else {
        own
    };
    let subject = Subject::there(&site, &db, managed, (number, lang)).await?;
    let page = (lang, NotSaved::default());
    subject.show(&site, &db, &actor, page, &wanted).await
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
    let page = (id, Some(number));
    write(&site, &db, &petition_cache, page, drafted).await
}
