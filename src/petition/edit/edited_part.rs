//! What a page of the editor is made of: the petition, its versions, and what is typed elsewhere and not saved.

use super::drawing::form::DrawnForm;
use super::form::{PetitionForm, TypedText};
use super::kept_words::{CopyLine, KeptWords};
use super::page::{AlteredText, ConflictingField, EditPage, EditTab, LanguageTab, Voices};
use super::page_press::PagePress;
use super::part::EditPart;
use super::share_texts_form::ShareTextsForm;
use super::steps_form::StepsForm;
use super::versions::difference::ShownDifference;
use super::versions::state::{self, TextState};
use super::{dates, unsaved};
use crate::account::model::Organizer;
use crate::account::store::person;
use crate::account::{Action, Actor};
use crate::base::{Id, Lang};
use crate::db::{self, Db};
use crate::petition::dates::closing;
use crate::petition::managed_petition::ManagedPetition;
use crate::petition::model::{Petition, PetitionState};
use crate::petition::rules::share_texts::ShareTexts;
use crate::petition::store::kept_copies::{self, KeptCopy};
use crate::petition::store::petition_versions::{self, PageFields, PetitionVersion};
use crate::petition::store::share_texts;
use crate::web::answers::answer::{page, shows_a_frame};
use crate::web::page::Link;
use crate::web::{Error, NotSaved, Result, Site, urls};
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
    followed: Option<(PageFields, PageFields)>,
}

/// What the page says beside the form.
#[derive(Default)]
pub(crate) struct EditNotice {
    pub(crate) not_saved: NotSaved,
    pub(crate) theirs: Vec<ConflictingField>,
    pub(crate) altered: Vec<AlteredText>,
    pub(crate) is_saved: bool,
    /// What stands in the form and is not saved, in a sentence.
    pub(crate) unsaved: Option<String>,
}

impl From<NotSaved> for EditNotice {
    fn from(not_saved: NotSaved) -> Self {
        Self {
            not_saved,
            ..Self::default()
        }
    }
}

impl EditedPart {
    /// Reads it for whoever may edit the petition; none once that is over, but for pages beside the others. Without `part`, the text in the
    /// petition's own language.
    ///
    /// # Errors
    /// 404 and 403 as [`ManagedPetition::open`]; 404 for a language in which the petition is not written; 409 for the steps of one that was
    /// taken down.
    pub(crate) async fn open(
        site: &Site,
        db: &Db,
        actor: &Actor,
        id: Id<Petition>,
        part: Option<EditPart>,
    ) -> std::result::Result<Option<Self>, Error> {
        let managed = match part {
            Some(EditPart::Steps) => ManagedPetition::open_standing(db, actor, id).await?,
            _ => ManagedPetition::open(db, actor, id, Action::EditPetition).await?,
        };
        let is_beside = part.is_some_and(EditPart::is_beside);
        if managed.petition.is_over(site.clock.now()) && !is_beside {
            return Ok(None);
        }
        let own = managed.petition.lang;
        let part = part.unwrap_or(EditPart::Text(own));
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
        let is_there = |lang| {
            edited
                .filled(site)
                .texts
                .iter()
                .any(|text| text.lang == lang)
        };
        match part.lang().is_none_or(is_there) {
            true => Ok(Some(edited)),
            false => Err(Error::NOT_FOUND),
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

    /// Where a page is: the petition's own text is where the editor begins.
    fn place(&self, part: EditPart) -> String {
        let petition = &self.managed.petition;
        match part {
            EditPart::Text(lang) if lang == petition.lang => urls::edit_petition(petition.id),
            EditPart::Steps => urls::dated_steps(petition.id),
            EditPart::ShareTexts => urls::share_texts(petition.id),
            part => urls::edit_part(petition.id, &part),
        }
    }

    /// What is saved on a page.
    pub(crate) fn saved(&self, part: EditPart) -> PageFields {
        let own = self.managed.petition.lang;
        match part {
            EditPart::Steps => StepsForm::of(0, &self.managed.steps).fields(),
            EditPart::ShareTexts => ShareTextsForm::of(0, &self.share_texts).fields(),
            part => {
                PetitionForm::of_managed(&self.managed, part.lang().as_slice()).fields(part, own)
            }
        }
    }

    /// Whether somebody saved something else on this page since this revision.
    pub(crate) fn is_newer_than(&self, revision: i64) -> bool {
        let word = self.part.to_string();
        let newest = self.versions.iter().find(|version| version.part == word);
        newest.is_some_and(|newest| newest.revision > revision)
    }

    /// The page, with this in its form.
    ///
    /// # Errors
    /// 500 when it cannot be written.
    pub(crate) fn answer(
        &self,
        site: &Site,
        actor: &Actor,
        typed: &PetitionForm,
        said: EditNotice,
    ) -> Result {
        let w = actor.words(site);
        let errors = said.not_saved.wrong.said(&w);
        let petition = &self.managed.petition;
        let id = petition.id;
        let may = |action| actor.allow(action, petition.organization).is_ok();
        let is_draft = petition.state == PetitionState::Draft;
        let menu_here = urls::edit_petition(id);
        let is_from_before = said.not_saved.is_from_before;
        let kept = || w.say("kept-note").to_owned();
        let answer = page(
            said.not_saved.status(),
            &EditPage {
                frame: self
                    .managed
                    .console_frame(site, &w, actor, &menu_here, w.say(self.part.label()))
                    .with_errors(!errors.is_empty()),
                w: &w,
                part: self.part,
                action: self.here(),
                title: self.managed.title(actor.lang),
                state: self.managed.phase(site.clock.now()).as_str(),
                tabs: self.tabs(actor),
                languages: self.languages(site),
                beside: self.beside(&w),
                is_kind_fixed: self.managed.has_signers,
                is_published: petition.published_at.is_some(),
                may_choose_opening: dates::may_choose_opening(petition, site.clock.now()),
                may_publish: is_draft && may(Action::PublishPetition),
                delete_href: (is_draft && may(Action::DeleteDraft))
                    .then(|| urls::delete_petition(id)),
                kept: self.kept(actor, &w, &typed.press),
                preview_href: self.preview_href(typed),
                voices: Voices::of(&site.library, &w, &typed.texts),
                zones: closing::zones(),
                drawn: self.drawn(actor, typed),
                example: self.example(site),
                typed,
                errors,
                theirs: said.theirs,
                altered: said.altered,
                source: self.source(&w),
                is_saved: said.is_saved,
                unsaved: said.unsaved.or_else(|| is_from_before.then(kept)),
            },
        );
        Ok(shows_a_frame(answer?))
    }

    fn is_unsaved(&self, copy: &KeptCopy) -> bool {
        let part = EditPart::parse(&copy.part);
        part.is_some_and(|part| unsaved::is_worth_offering(&self.saved(part), &self.versions, copy))
    }

    /// What is kept of the page beside what is saved, for the page that was pressed or shown with this.
    pub(crate) fn kept(&self, actor: &Actor, w: &Words, press: &PagePress) -> KeptWords {
        KeptWords {
            copies: self.offered(actor, w, press),
            discard_action: urls::discard_copy(self.managed.petition.id, &self.part),
            versions: self.versions_href(),
            copy: press.copy.clone(),
            restored: press.restored.clone(),
        }
    }

    /// The copies of this page that are worth offering, but the one that stands in the form: whose, when it was typed, and when the
    /// petition was last saved.
    fn offered(&self, actor: &Actor, w: &Words, press: &PagePress) -> Vec<CopyLine> {
        let word = self.part.to_string();
        let of_page = self.copies.iter().filter(|copy| copy.part == word);
        let offered = of_page
            .filter(|copy| copy.id.to_string() != press.copy)
            .filter(|copy| self.is_unsaved(copy));
        let petition = &self.managed.petition;
        let when = |at| w.date_time(at, &petition.time_zone);
        let line = |copy: &KeptCopy| CopyLine {
            said: w.say3(
                "edit-copy",
                "who",
                self.names.get(&copy.by).map_or("", String::as_str),
                "typed",
                when(copy.kept_at),
                "saved",
                when(petition.updated_at),
            ),
            href: format!("{}?copy={}", self.here(), copy.id),
            id: (copy.by == actor.id).then(|| copy.id.to_string()),
        };
        offered.map(line).collect()
    }

    fn tabs(&self, actor: &Actor) -> Vec<EditTab> {
        let own = self.managed.petition.lang;
        let current = |part: EditPart| part.label() == self.part.label();
        let is_unsaved = |part: EditPart| {
            let mut mine = self.copies.iter().filter(|copy| copy.by == actor.id);
            mine.any(|copy| {
                let is_of =
                    EditPart::parse(&copy.part).is_some_and(|there| there.label() == part.label());
                is_of && self.is_unsaved(copy)
            })
        };
        let parts = std::iter::once(EditPart::Text(own)).chain(EditPart::OF_ALL_LANGUAGES);
        let tab = |part: EditPart| EditTab {
            label: part.label(),
            href: self.place(part),
            is_current: current(part),
            is_unsaved: is_unsaved(part),
        };
        parts.map(tab).collect()
    }

    /// The languages of the text, its own first; none on the other pages.
    fn languages(&self, site: &Site) -> Vec<LanguageTab> {
        let Some(shown) = self.part.lang() else {
            return Vec::new();
        };
        let own = self.managed.petition.lang;
        let there = self.filled(site);
        let tab = |text: &TypedText| LanguageTab {
            lang: text.lang,
            name: name(site, text.lang),
            state: TextState::of(text, own, &self.versions).as_str(),
            href: self.place(EditPart::Text(text.lang)),
            is_current: text.lang == shown,
        };
        there.texts.iter().map(tab).collect()
    }

    /// What else belongs to this page and is written on one of its own.
    fn beside(&self, w: &Words) -> Vec<Link> {
        let id = self.managed.petition.id;
        let link = |key: &str, href: String| Link {
            label: w.say(key).to_owned(),
            href,
        };
        match self.part {
            EditPart::Text(_) => vec![
                link("console-picture", urls::edit_picture(id)),
                link("next-title", urls::dated_steps(id)),
            ],
            _ => Vec::new(),
        }
    }

    /// The form, on its page.
    fn drawn(&self, actor: &Actor, typed: &PetitionForm) -> Option<DrawnForm> {
        let (petition, questions) = (&self.managed.petition, &self.managed.questions);
        let langs = (actor.lang, petition.lang);
        (self.part == EditPart::Form).then(|| DrawnForm::of(typed, (petition, questions), langs))
    }

    /// The example letter of a draft's text, in its language.
    fn example(&self, site: &Site) -> String {
        let lang = self.part.lang().filter(|lang| site.library.speaks(*lang));
        let is_draft = self.managed.petition.state == PetitionState::Draft;
        let words = lang.filter(|_| is_draft).map(|lang| site.words(lang));
        words.map_or_else(String::new, |words| {
            words.say("edit-body-example").to_owned()
        })
    }

    fn versions_href(&self) -> Option<(String, usize)> {
        let word = self.part.to_string();
        let of_page = self.versions.iter().filter(|version| version.part == word);
        let count = of_page.count();
        (count > 0).then(|| {
            let href = urls::edit_versions(self.managed.petition.id, &self.part);
            (href, count)
        })
    }

    /// The preview in the language of this page, with what is typed where that is kept.
    fn preview_href(&self, typed: &PetitionForm) -> String {
        let petition = &self.managed.petition;
        let lang = self.part.lang().unwrap_or(petition.lang);
        let is_written = self.managed.texts.iter().any(|text| text.lang == lang);
        let lang = if is_written { lang } else { petition.lang };
        let href = urls::preview(petition.id, lang);
        match self
            .copies
            .iter()
            .find(|copy| copy.id.to_string() == typed.press.copy)
        {
            Some(copy) => format!("{href}&copy={}", copy.id),
            None => href,
        }
    }

    fn source(&self, w: &Words) -> Option<Vec<ShownDifference>> {
        let (then, now) = self.followed.as_ref()?;
        // promises in other languages stand beside the own text, and are not what a translation follows
        let own = self.managed.petition.lang;
        let told = |fields: &PageFields| -> PageFields {
            let is_told = |name: &str| {
                let (part, lang) = name.split_once('-').unwrap_or((name, ""));
                lang == own.as_str() && !["reason", "published"].contains(&part)
            };
            let told = fields.iter().filter(|(name, _)| is_told(name));
            told.cloned().collect()
        };
        Some(ShownDifference::between(w, &told(then), &told(now)))
    }
}

/// What a language calls itself.
pub(crate) fn name(site: &Site, lang: Lang) -> String {
    match site.library.speaks(lang) {
        true => site.words(lang).say("language-name").to_owned(),
        false => lang.to_string(),
    }
}
