//! The editor's page. Plain data; the use case fills it.

use super::drawing::form::DrawnForm;
use super::form::{PetitionForm, TypedText};
use super::kept::kept_words::KeptWords;
use super::part::EditPart;
use super::versions::difference::ShownDifference;
use crate::base::Lang;
use crate::petition::rules::kind::Kind;
use crate::petition::rules::retention_period::RetentionPeriod;
use crate::petition::rules::signer_field::SignerField;
use crate::petition::rules::visibility::Visibility;
use crate::petition::text::lengths::{ASK_ADVISED, TITLE_ADVISED};
use crate::petition::wording::rewording::Altered;
use crate::petition::wording::write::reads_the_same;
use crate::web::page::{Errors, Frame, Link};
use crate::words::{Html, Library, Voice, Words};
use askama::Template;

/// What somebody else wrote into a field meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConflictingField {
    /// The field, as the page calls it.
    pub label: String,
    /// What stands there now; may be empty.
    pub text: String,
}

impl ConflictingField {
    /// The fields in which what was typed differs from what stands there now.
    #[must_use]
    pub(crate) fn between(
        w: &Words,
        typed: &PetitionForm,
        current: &PetitionForm,
        names: &[String],
    ) -> Vec<Self> {
        let mut found = Vec::new();
        let mut look = |label: String, mine: &str, theirs: &str| {
            let same = mine.split_whitespace().eq(theirs.split_whitespace());
            if !same {
                found.push(Self {
                    label,
                    text: theirs.to_owned(),
                });
            }
        };
        for (name, mine) in names.iter().zip(&typed.texts) {
            let blank = TypedText::blank(mine.lang);
            let theirs = current.texts.iter().find(|text| text.lang == mine.lang);
            let theirs = theirs.unwrap_or(&blank);
            let label = |key: &str| format!("{} ({name})", w.say(key));
            look(label("edit-title"), &mine.title, &theirs.title);
            look(label("edit-target"), &mine.target, &theirs.target);
            look(label("edit-ask"), &mine.ask, &theirs.ask);
            look(label("edit-body"), &mine.body, &theirs.body);
            look(label("edit-reason"), &mine.goal_reason, &theirs.goal_reason);
            // Only the form of a pledge shows them.
            if typed.kind == current.kind {
                look(label("edit-promises"), &mine.promises, &theirs.promises);
            }
        }
        let opens = |form: &PetitionForm| format!("{} {}", form.opens_on, form.opens_time);
        let closes = |form: &PetitionForm| format!("{} {}", form.closes_on, form.closes_time);
        for (key, mine, theirs) in [
            ("edit-slug", typed.slug.as_str(), current.slug.as_str()),
            ("edit-goal", &typed.goal, &current.goal),
            ("edit-opens", &opens(typed), &opens(current)),
            ("edit-closes", &closes(typed), &closes(current)),
            ("edit-zone", &typed.time_zone, &current.time_zone),
            ("edit-keeps", typed.keeps_for(), current.keeps_for()),
            ("edit-founders", &typed.founders, &current.founders),
        ] {
            // A field the form does not show has nothing typed in it.
            if !(["edit-slug", "edit-opens"].contains(&key) && mine.trim().is_empty()) {
                look(w.say(key).to_owned(), mine, theirs);
            }
        }
        found
    }
}

/// A page of the editor.
#[derive(Template)]
#[template(path = "petition/edit/edit.html")]
pub struct EditPage<'a> {
    /// Surroundings.
    pub frame: Frame<'a>,
    /// Words.
    pub w: &'a Words,
    /// Which page.
    pub part: EditPart,
    /// Where the form posts to.
    pub action: String,
    /// What the petition is called.
    pub title: &'a str,
    /// `draft` or `open`.
    pub state: &'static str,
    /// The pages of the editor.
    pub tabs: Vec<EditTab>,
    /// The languages of the text; empty on the other pages.
    pub languages: Vec<LanguageTab>,
    /// Where the other things of its page are written: picture, steps, questions.
    pub beside: Vec<Link>,
    /// Whether somebody has signed it as what it is.
    pub is_kind_fixed: bool,
    /// Whether it was published once: its address is out in the world, and how long details are kept was told.
    pub is_published: bool,
    /// Whether the day it begins can still be chosen.
    pub may_choose_opening: bool,
    /// Whether the way to publishing is shown.
    pub may_publish: bool,
    /// Where a draft is deleted; none where that cannot be, or not by them.
    pub delete_href: Option<String>,
    /// What is kept of this page beside what is saved.
    pub kept: KeptWords,
    /// Where the page is seen as visitors would see it.
    pub preview_href: String,
    /// How readers can be addressed; none where no language of it has a choice.
    pub voices: Option<Voices>,
    /// Zones to choose from.
    pub zones: Vec<String>,
    /// The form as signers see it, on its page.
    pub drawn: Option<DrawnForm>,
    /// A letter as an example, grey in the field of a draft's text; empty where the text is no draft, or in a language that is not spoken
    /// here.
    pub example: String,
    /// The fields.
    pub typed: &'a PetitionForm,
    /// What has to be put right.
    pub errors: Errors,
    /// What somebody else wrote meanwhile.
    pub theirs: Vec<ConflictingField>,
    /// What was signed and would become other words.
    pub altered: Vec<AlteredText>,
    /// What of the petition's own text changed since this translation was held against it; none where it is up to date.
    pub source: Option<Vec<ShownDifference>>,
    /// Whether it was saved just now.
    pub is_saved: bool,
    /// What stands in the form and is not saved, in a sentence.
    pub unsaved: Option<String>,
}

/// One page of the editor in the row of its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditTab {
    /// The words key of its name.
    pub label: &'static str,
    /// Where it is.
    pub href: String,
    /// Whether it is the one that is shown.
    pub is_current: bool,
    /// Whether the reader has typed something into it that is not saved.
    pub is_unsaved: bool,
}

/// One language of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageTab {
    /// Which.
    pub lang: Lang,
    /// What it calls itself.
    pub name: String,
    /// How far its text is: a word of [`TextState`](super::versions::state::TextState).
    pub state: &'static str,
    /// Where its page is.
    pub href: String,
    /// Whether it is the one that is shown.
    pub is_current: bool,
}

/// How readers can be addressed in the languages of a petition that have a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voices {
    /// What these languages call themselves.
    pub languages: String,
    /// The word of each voice in the form, and by which word it addresses readers.
    pub each: Vec<(&'static str, String)>,
}

impl Voices {
    /// Those of the languages that something is typed in.
    #[must_use]
    pub(crate) fn of(library: &Library, w: &Words, typed: &[TypedText]) -> Option<Self> {
        let is_asked = |text: &&TypedText| library.has_voices(text.lang) && !text.is_blank();
        let langs: Vec<Lang> = typed
            .iter()
            .filter(is_asked)
            .map(|text| text.lang)
            .collect();
        let said = |voice: Voice, key: &str| {
            let words = langs.iter().map(|lang| library.words_in(*lang, voice));
            let said: Vec<String> = words.map(|words| words.say(key).to_owned()).collect();
            w.list(&said)
        };
        let each = Voice::ALL.map(|voice| (voice.as_str(), said(voice, "voice-word")));
        (!langs.is_empty()).then(|| Self {
            languages: said(Voice::Formal, "language-name"),
            each: each.to_vec(),
        })
    }
}

/// One language whose words would become others under those who signed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlteredText {
    /// Which.
    pub lang: Lang,
    /// What it calls itself.
    pub name: String,
    /// How many of those who count signed in it.
    pub signed: i64,
    /// Title, addressee, ask, promises and text as they were signed.
    pub before: Vec<String>,
    /// The same as they would be.
    pub after: Vec<String>,
}

impl AlteredText {
    /// Of what would be altered, with how many signed it.
    #[must_use]
    pub fn of(altered: &Altered, name: &str, signed: i64, promises: &str) -> Self {
        let (before, after) = (&altered.before, &altered.after);
        let old = before.promises().into_iter().map(|(_, words)| words);
        let new = promises.lines().map(str::to_owned);
        let parts = |title: &str, target: &str, ask: &str| [title, target, ask].map(str::to_owned);
        let old = parts(&before.title, &before.target, &before.ask)
            .into_iter()
            .chain(old)
            .chain([before.body.clone()]);
        let new = parts(&after.title, &after.target, &after.ask)
            .into_iter()
            .chain(new)
            .chain([after.body.clone()]);
        // Only what differs stands beside each other; a part that is the same in both says nothing.
        let (old, new): (Vec<_>, Vec<_>) = (old.collect(), new.collect());
        let differs = |one: &[String], other: &[String]| {
            let is_there = |part: &&String| other.iter().any(|one| reads_the_same(one, part));
            let parts = one.iter().filter(|part| !is_there(part));
            parts.filter(|part| !part.is_empty()).cloned().collect()
        };
        Self {
            lang: altered.lang,
            name: name.to_owned(),
            signed,
            before: differs(&old, &new),
            after: differs(&new, &old),
        }
    }
}

impl EditPage<'_> {
    /// Whether what stands in the form is not what is saved.
    fn is_unsaved(&self) -> bool {
        self.unsaved.is_some() || !self.errors.is_empty() || !self.theirs.is_empty()
    }

    /// The text of this page.
    fn text(&self) -> Option<&TypedText> {
        let lang = self.part.lang()?;
        self.typed.texts.iter().find(|text| text.lang == lang)
    }

    /// What the text of this page is called in its own language.
    fn language(&self) -> &str {
        let mut tabs = self.languages.iter();
        let current = tabs.find(|tab| tab.is_current);
        current.map_or("", |tab| tab.name.as_str())
    }

    /// The promises that stand on this page: in its language, and beside the petition's own in every other one that has a text.
    fn promises(&self) -> Vec<(&TypedText, &str)> {
        let is_own = self.languages.first().is_some_and(|tab| tab.is_current);
        let each = self.languages.iter().filter_map(|tab| {
            let text = self.typed.texts.iter().find(|text| text.lang == tab.lang)?;
            Some((text, tab.name.as_str(), tab.is_current))
        });
        each.filter(|(text, _, is_current)| *is_current || (is_own && !text.is_blank()))
            .map(|(text, name, _)| (text, name))
            .collect()
    }

    /// How far a language is: its mark.
    fn mark(&self, state: &str) -> &'static str {
        match state {
            "done" => "ok",
            _ => "wait",
        }
    }

    /// The attributes of the field of the text.
    fn body_attributes(&self, spoken: &str) -> String {
        let example = Html::escaped(&self.example);
        format!("{spoken} placeholder=\"{example}\"")
    }

    /// Whether the petition's own text is shown, and it is written in other languages too.
    fn has_translations(&self) -> bool {
        let mut others = self.languages.iter().skip(1);
        let is_own = self.languages.first().is_some_and(|tab| tab.is_current);
        is_own && others.any(|tab| tab.state != "missing")
    }

    fn is_draft(&self) -> bool {
        self.state == "draft"
    }

    fn note_key(&self) -> &'static str {
        match self.is_draft() {
            true => "edit-text-draft",
            false => "edit-text",
        }
    }

    fn saved_key(&self) -> &'static str {
        match self.is_draft() {
            true => "edit-saved",
            false => "edit-saved-open",
        }
    }

    fn save_key(&self) -> &'static str {
        match self.is_draft() {
            true => "edit-save",
            false => "edit-save-open",
        }
    }

    fn is_voice(&self, voice: &str) -> bool {
        self.typed.voice.as_deref() == Some(voice)
    }

    fn is_pledge(&self) -> bool {
        self.typed.kind == Kind::Pledge.as_str()
    }

    fn ask_hint(&self) -> &'static str {
        match self.is_pledge() {
            true => "edit-ask-hint-pledge",
            false => "edit-ask-hint",
        }
    }

    fn slug_hint(&self) -> &'static str {
        match self.is_published {
            true => "edit-slug-hint-open",
            false => "edit-slug-hint",
        }
    }

    fn keeps_hint(&self) -> &'static str {
        match self.is_published {
            true => "edit-keeps-hint-open",
            false => "edit-keeps-hint",
        }
    }

    fn keeps_most(&self) -> u32 {
        u32::from(RetentionPeriod::MOST)
    }

    fn title_advised(&self) -> usize {
        TITLE_ADVISED
    }

    fn ask_advised(&self) -> usize {
        ASK_ADVISED
    }

    /// What high risk does, as its organizers are told.
    fn risk_rules(&self) -> [&'static str; 4] {
        [
            "edit-risk-promise",
            "edit-risk-form",
            "edit-risk-found",
            "edit-risk-links",
        ]
    }

    /// The fields that can be asked for: name, words key, and whether it is asked.
    fn askings(&self) -> Vec<(&'static str, &'static str, &String)> {
        let each = self.typed.fields.iter();
        each.map(|(field, asked)| (field.name(), field.asks(), asked))
            .collect()
    }

    /// What signers can let others see, by the words key's variants.
    fn levels(&self) -> Vec<&'static str> {
        let most = Visibility::parse(&self.typed.most_public).unwrap_or_default();
        let levels = Visibility::ALL.into_iter();
        let has_place = self.typed.fields[SignerField::Place] != "off";
        let levels = levels.filter(|level| *level <= most);
        let levels = levels.filter(|level| *level != Visibility::Place || has_place);
        levels.rev().map(Visibility::as_str).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Library;

    #[test]
    fn only_what_differs_is_held_beside_the_form() {
        let library = Library::load().unwrap();
        let words = library.words(Lang::EN);
        let text = |title: &str| TypedText {
            title: title.to_owned(),
            ..TypedText::blank(Lang::EN)
        };
        let mine = PetitionForm {
            texts: vec![text("My title")],
            founders: "a\r\nb".to_owned(),
            goal: "100".to_owned(),
            ..PetitionForm::default()
        };
        let theirs = PetitionForm {
            texts: vec![text("Their title")],
            founders: "a\nb".to_owned(),
            slug: "a-slug".to_owned(),
            ..PetitionForm::default()
        };
        let found = ConflictingField::between(&words, &mine, &theirs, &["English".to_owned()]);
        let found: Vec<_> = found.iter().map(|theirs| theirs.text.as_str()).collect();
        assert_eq!(found, ["Their title", ""]);
    }
}
