//! A page of the editor as it is shown: what was typed in its form, its tabs and languages, and what it says beside.

use super::dates;
use super::drawing::form::DrawnForm;
use super::edited_part::{EditedPart, name};
use super::form::{PetitionForm, TypedText};
use super::page::{AlteredText, ConflictingField, EditPage, EditTab, LanguageTab, Voices};
use super::part::EditPart;
use super::versions::difference::ShownDifference;
use super::versions::state::TextState;
use crate::account::{Action, Actor};
use crate::petition::dates::closing;
use crate::petition::model::PetitionState;
use crate::petition::store::petition_versions::PageFields;
use crate::web::answers::answer::{page, shows_a_frame};
use crate::web::page::Link;
use crate::web::{NotSaved, Result, Site, urls};
use crate::words::Words;

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

    /// The pages that have tabs.
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
