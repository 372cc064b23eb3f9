//! The page of one question: its words in one language, and, in the petition's own, what all languages share.

use crate::account::Actor;
use crate::base::Lang;
use crate::petition::edit::edited_part::{self, EditedPart};
use crate::petition::edit::forms::question_form::QuestionForm;
use crate::petition::edit::kept::kept_words::KeptWords;
use crate::petition::model::PetitionState;
use crate::petition::rules::question::{
    FormQuestion, HINT, LABEL, OPTION, OPTIONS, QuestionOption,
};
use crate::web::page::{Errors, FilterLink, Frame};
use crate::web::{NotSaved, Site, urls};
use crate::words::Words;
use askama::Template;

/// An option that stands in the form.
pub(crate) struct OptionLine {
    number: i16,
    /// As typed in.
    words: String,
    /// What it says in the petition's own language.
    own: String,
    is_dropped: bool,
    /// Whether its words came to be others, so that somebody has to say what that means.
    asks_means: bool,
    means: String,
    is_first: bool,
    is_last: bool,
}

#[derive(Template)]
#[template(path = "petition/edit/questions/write.html")]
pub(crate) struct QuestionPage<'a> {
    frame: Frame<'a>,
    w: &'a Words,
    action: String,
    title: &'a str,
    typed: &'a QuestionForm,
    question: &'a FormQuestion,
    is_new: bool,
    /// Whether what all languages share is written here.
    is_own: bool,
    /// Attributes of what is written in its language.
    spoken: String,
    /// The question in the petition's own language, where another is written.
    original: Option<String>,
    langs: Vec<FilterLink>,
    options: Vec<OptionLine>,
    /// When it was taken off the form.
    removed_on: Option<String>,
    errors: Errors,
    is_saved: bool,
    is_stale: bool,
    kept: KeptWords,
    /// What stands in the form and is not saved, in a sentence.
    unsaved: Option<String>,
    back_href: String,
}

impl QuestionPage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.unsaved.is_some() || self.is_stale || !self.errors.is_empty()
    }

    /// Attributes of a line of at most so many characters.
    fn line(&self, most: usize) -> String {
        format!("{} maxlength=\"{most}\"", self.spoken)
    }
}

/// What the page is made of.
pub(crate) struct QuestionParts<'a> {
    /// The site.
    pub(crate) site: &'a Site,
    /// Whose page it is.
    pub(crate) actor: &'a Actor,
    /// Its page, under which petition.
    pub(crate) edited: &'a EditedPart,
    /// As it is saved; a new one as it begins.
    pub(crate) question: &'a FormQuestion,
    /// Whether it is new.
    pub(crate) is_new: bool,
}

impl<'a> QuestionParts<'a> {
    /// The page with what was typed.
    pub(crate) fn page(
        &self,
        w: &'a Words,
        typed: &'a QuestionForm,
        said: &NotSaved,
        (is_saved, unsaved): (bool, Option<String>),
    ) -> QuestionPage<'a> {
        let Self {
            site,
            actor,
            edited,
            question,
            is_new,
        } = *self;
        let managed = &edited.managed;
        let (id, own) = (managed.petition.id, managed.petition.lang);
        let lang = typed.lang(own);
        let here = urls::questions(id);
        let tab = |one: Lang| FilterLink {
            label: edited_part::name(site, one),
            href: urls::question_in(id, question.number, one),
            number: match question.in_lang(one) {
                Some(_) => String::new(),
                None => w.say("question-untranslated").to_owned(),
            },
            is_current: one == lang,
        };
        let langs = match is_new {
            true => Vec::new(),
            false => managed.langs().into_iter().map(tab).collect(),
        };
        let errors = said.wrong.said(w);
        let kept_note = || w.say("kept-note").to_owned();
        let zone = &managed.petition.time_zone;
        QuestionPage {
            frame: managed
                .console_frame(site, w, actor, &here, w.say("questions-title"))
                .with_errors(!errors.is_empty()),
            w,
            action: match is_new {
                true => urls::new_question(id),
                false => urls::question(id, question.number),
            },
            title: managed.title(actor.lang),
            typed,
            question,
            is_new,
            is_own: lang == own,
            spoken: format!(" lang=\"{lang}\" dir=\"auto\""),
            original: (lang != own).then(|| question.label((own, own)).words),
            langs,
            options: self.options(typed),
            removed_on: question.removed_at.map(|at| w.day(at, zone)),
            errors,
            is_saved,
            is_stale: said.is_stale,
            kept: edited.kept(actor, w, &typed.press),
            unsaved: unsaved.or_else(|| said.is_from_before.then(kept_note)),
            back_href: here,
        }
    }

    fn options(&self, typed: &QuestionForm) -> Vec<OptionLine> {
        let own = self.edited.managed.petition.lang;
        let is_live = self.edited.managed.petition.state != PetitionState::Draft;
        let is_own = typed.lang(own) == own;
        let offered: Vec<_> = self.question.offered().collect();
        let last = offered.len().saturating_sub(1);
        let line = |(at, option): (usize, &&QuestionOption)| {
            let said = option.in_lang(own).to_owned();
            let typed = typed.options.get(&option.number).cloned();
            let typed = typed.unwrap_or_default();
            OptionLine {
                number: option.number,
                is_dropped: typed.drop == "1",
                asks_means: is_own
                    && is_live
                    && !typed.words.trim().is_empty()
                    && typed.words != said,
                words: typed.words,
                own: said,
                means: typed.means,
                is_first: at == 0,
                is_last: at == last,
            }
        };
        offered.iter().enumerate().map(line).collect()
    }
}
