//! What a page of the editor is made of: the petition, its versions, and what is typed elsewhere and not saved.

use super::form::PetitionForm;
use super::forms::outcome_form::OutcomeForm;
use super::forms::question_form::QuestionForm;
use super::forms::share_texts_form::ShareTextsForm;
use super::forms::steps_form::StepsForm;
use super::part::EditPart;
use super::versions::state;
use crate::account::model::Organizer;
use crate::account::store::person;
use crate::account::{Action, Actor};
use crate::base::{Id, Lang};
use crate::db::{self, Db};
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::rules::share_texts::ShareTexts;
use crate::petition::store::kept_copies::{self, KeptCopy};
use crate::petition::store::petition_versions::{self, PageFields, PetitionVersion};
use crate::petition::store::share_texts;
use crate::web::{Error, Site, urls};
use crate::words::Words;
use std::collections::HashMap;

/// Everything a page of the editor is shown with.
pub(crate) struct EditedPart {
    /// The petition.
    pub(crate) managed: ManagedPetition,
    /// Which page.
    pub(crate) part: EditPart,
    /// What signers pass on.
    pub(crate) share_texts: Vec<(Lang, ShareTexts)>,
    /// The versions of all pages, the newest first.
    pub(crate) versions: Vec<PetitionVersion>,
    /// What is typed into pages and not saved, the newest first.
    pub(crate) copies: Vec<KeptCopy>,
    /// What those are called who saved or typed something.
    pub(crate) names: HashMap<Id<Organizer>, String>,
    /// What the own text of the petition held when this translation was held against it, and what it holds now; none where it is up to
    /// date, or no translation.
    pub(crate) followed: Option<(PageFields, PageFields)>,
}

impl EditedPart {
    /// Reads it for whoever may write the page; none once the petition is over, but for pages beside the others. Without `part`, the text
    /// in the petition's own language.
    ///
    /// # Errors
    /// 404 and 403 as [`ManagedPetition::open`], 404 as [`Self::of`]; 409 for a page beside the others of a petition that was taken down,
    /// and for how a draft ended.
    pub(crate) async fn open(
        site: &Site,
        db: &Db,
        actor: &Actor,
        id: Id<Petition>,
        part: Option<EditPart>,
    ) -> std::result::Result<Option<Self>, Error> {
        let managed = match part {
            Some(EditPart::Steps | EditPart::NewQuestion | EditPart::Question(..)) => {
                ManagedPetition::open_standing(db, actor, id).await?
            }
            Some(EditPart::Outcome) => {
                let managed = ManagedPetition::open(db, actor, id, Action::ClosePetition).await?;
                match managed.petition.state {
                    PetitionState::Draft | PetitionState::Removed => return Err(Error::CONFLICT),
                    PetitionState::Open | PetitionState::Paused | PetitionState::Closed => managed,
                }
            }
            _ => ManagedPetition::open(db, actor, id, Action::EditPetition).await?,
        };
        let is_beside = part.is_some_and(EditPart::is_beside);
        if managed.petition.is_over(site.clock.now()) && !is_beside {
            return Ok(None);
        }
        let part = part.unwrap_or(EditPart::Text(managed.petition.lang));
        Self::of(site, db, managed, part).await.map(Some)
    }

    /// The same of a page that has no other to lead to.
    ///
    /// # Errors
    /// As [`Self::open`]; 409 once the petition is over, but for pages beside the others.
    pub(crate) async fn open_part(
        site: &Site,
        db: &Db,
        actor: &Actor,
        id: Id<Petition>,
        part: EditPart,
    ) -> std::result::Result<Self, Error> {
        let edited = Self::open(site, db, actor, id, Some(part)).await?;
        edited.ok_or(Error::CONFLICT)
    }

    /// The page of a petition that somebody may write.
    ///
    /// # Errors
    /// 404 for a language in which the petition is not written, and for a question that there is not.
    pub(crate) async fn of(
        site: &Site,
        db: &Db,
        managed: ManagedPetition,
        part: EditPart,
    ) -> std::result::Result<Self, Error> {
        let (id, own) = (managed.petition.id, managed.petition.lang);
        let found = db.read(move |conn| {
            let versions = petition_versions::all(conn, id)?;
            let copies = kept_copies::of(conn, id)?;
            let followed = match part
                .lang()
                .and_then(|lang| state::followed(&versions, own, lang))
            {
                Some((then, now)) => {
                    // the newest version of the own text that the translation was made from, or the oldest that is kept
                    let mut own_texts = versions.iter().filter(|one| one.part == own.as_str());
                    let source = own_texts.clone().find(|one| one.revision <= then);
                    let source = source.or_else(|| own_texts.next_back());
                    let source = source.map_or(now, |source| source.revision);
                    let mut at =
                        |revision| petition_versions::find(conn, id, own.as_str(), revision);
                    at(source)?.zip(at(now)?)
                }
                None => None,
            };
            let mut names = HashMap::new();
            let savers = versions.iter().filter_map(|version| version.by);
            for who in savers.chain(copies.iter().map(|copy| copy.by)) {
                if let std::collections::hash_map::Entry::Vacant(entry) = names.entry(who) {
                    entry.insert(person::name(conn, who)?);
                }
            }
            let share_texts = share_texts::of(conn, id)?;
            Ok::<_, db::Error>((versions, copies, followed, names, share_texts))
        });
        let (versions, copies, followed, names, share_texts) = found.await?;
        let edited = Self {
            managed,
            part,
            share_texts,
            versions,
            copies,
            names,
            followed,
        };
        match edited.is_there(site) {
            true => Ok(edited),
            false => Err(Error::NOT_FOUND),
        }
    }

    fn is_there(&self, site: &Site) -> bool {
        match self.part {
            EditPart::Text(lang) => {
                let texts = self.filled(site).texts;
                texts.iter().any(|text| text.lang == lang)
            }
            EditPart::Question(number, lang) => {
                let managed = &self.managed;
                managed.questions.find(number).is_some() && managed.langs().contains(&lang)
            }
            _ => true,
        }
    }

    /// The form of all pages as the petition stands.
    pub(crate) fn filled(&self, site: &Site) -> PetitionForm {
        let langs = self
            .managed
            .organization
            .begins_in(site.library.languages());
        PetitionForm::of_managed(&self.managed, &langs)
    }

    /// Where the page is.
    pub(crate) fn here(&self) -> String {
        self.place(self.part)
    }

    /// The same with something in its query.
    pub(crate) fn here_with(&self, query: &str) -> String {
        let here = self.here();
        let sign = if here.contains('?') { '&' } else { '?' };
        format!("{here}{sign}{query}")
    }

    /// Where a page is: the petition's own text is where the editor begins.
    pub(crate) fn place(&self, part: EditPart) -> String {
        let petition = &self.managed.petition;
        match part {
            EditPart::Text(lang) if lang == petition.lang => urls::edit_petition(petition.id),
            EditPart::Steps => urls::dated_steps(petition.id),
            EditPart::ShareTexts => urls::share_texts(petition.id),
            EditPart::Outcome => urls::close_petition(petition.id),
            EditPart::NewQuestion => urls::new_question(petition.id),
            EditPart::Question(number, lang) => urls::question_in(petition.id, number, lang),
            part => urls::edit_part(petition.id, &part),
        }
    }

    /// What is saved on a page.
    pub(crate) fn saved(&self, part: EditPart) -> PageFields {
        let own = self.managed.petition.lang;
        match part {
            EditPart::Steps => StepsForm::of(0, &self.managed.steps).fields(),
            EditPart::ShareTexts => ShareTextsForm::of(0, &self.share_texts).fields(),
            EditPart::Outcome => OutcomeForm::of(0, &self.managed.texts).fields(),
            EditPart::NewQuestion => PageFields::new(),
            EditPart::Question(number, lang) => match self.managed.questions.find(number) {
                Some(question) => QuestionForm::of(0, question, lang).fields(own),
                None => PageFields::new(),
            },
            part => {
                PetitionForm::of_managed(&self.managed, part.lang().as_slice()).fields(part, own)
            }
        }
    }

    /// Whether somebody saved something else on this page since this revision; of a new question, whether another was written.
    pub(crate) fn is_newer_than(&self, revision: i64) -> bool {
        let word = self.part.to_string();
        let is_of_page = |version: &PetitionVersion| match self.part {
            EditPart::NewQuestion => {
                let part = EditPart::parse(&version.part);
                matches!(part, Some(EditPart::Question(..)))
            }
            _ => version.part == word,
        };
        let mut of_page = self.versions.iter().filter(|version| is_of_page(version));
        of_page.any(|version| version.revision > revision)
    }

    /// What the page is called: a language, a question, or the name of its tab.
    pub(crate) fn called(&self, site: &Site, w: &Words, reads: Lang) -> String {
        let own = self.managed.petition.lang;
        match self.part {
            EditPart::Text(lang) => name(site, lang),
            EditPart::Question(number, lang) => {
                let question = self.managed.questions.find(number);
                let label = question.map(|question| question.label((reads, own)).words);
                format!("{} ({})", label.unwrap_or_default(), name(site, lang))
            }
            part => w.say(part.label()).to_owned(),
        }
    }
}

/// What a language calls itself.
pub(crate) fn name(site: &Site, lang: Lang) -> String {
    match site.library.speaks(lang) {
        true => site.words(lang).say("language-name").to_owned(),
        false => lang.to_string(),
    }
}
