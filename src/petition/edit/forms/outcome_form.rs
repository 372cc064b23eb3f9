//! The form of how a petition ended: a text in each language, named `outcome-es` and so on.

use crate::base::{Lang, Text};
use crate::petition::edit::forms::page_press::PagePress;
use crate::petition::model::PetitionText;
use crate::petition::store::petition_versions::PageFields;
use crate::petition::text::lengths::OUTCOME;
use crate::web::{Fields, Named, TextField, WrongFields, by_name};
use serde::{Deserialize, Deserializer};

/// How it ended in one language; none takes it away.
pub type Outcome = (Lang, Option<String>);

/// The form as it was typed, or as it is shown first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutcomeForm {
    /// The revision the form was filled from.
    pub revision: String,
    /// What is typed in each language, once.
    pub outcomes: Vec<(Lang, String)>,
    /// The button, and what the page keeps.
    pub press: PagePress,
}

impl OutcomeForm {
    /// The form of what these texts say.
    #[must_use]
    pub(crate) fn of(revision: i64, texts: &[PetitionText]) -> Self {
        let one = |text: &PetitionText| (text.lang, text.outcome.clone().unwrap_or_default());
        Self {
            revision: revision.to_string(),
            outcomes: texts.iter().map(one).collect(),
            press: PagePress::default(),
        }
    }

    /// The form of what is to be written.
    #[must_use]
    pub(crate) fn of_outcomes(outcomes: &[Outcome]) -> Self {
        let one = |(lang, text): &Outcome| (*lang, text.clone().unwrap_or_default());
        Self {
            outcomes: outcomes.iter().map(one).collect(),
            ..Self::default()
        }
    }

    /// Its fields and what stands in them.
    pub(crate) fn fields(&self) -> PageFields {
        let field = |(lang, typed): &(Lang, String)| (format!("outcome-{lang}"), typed.clone());
        self.outcomes.iter().map(field).collect()
    }

    /// Puts these fields in the place of what stands there.
    pub(crate) fn take_up(&mut self, fields: PageFields) {
        for (name, value) in fields {
            let lang = name.strip_prefix("outcome-");
            let there = |one: &&mut (Lang, String)| Some(one.0.as_str()) == lang;
            if let Some((_, typed)) = self.outcomes.iter_mut().find(there) {
                *typed = value;
            }
        }
    }

    /// Its fields, with what these texts say in the languages that it leaves out.
    pub(crate) fn fields_over(&self, texts: &[PetitionText]) -> PageFields {
        let mut whole = Self::of(0, texts);
        whole.take_up(self.fields());
        whole.fields()
    }

    /// What is to be written.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub(crate) fn read(&self) -> Result<Vec<Outcome>, WrongFields> {
        let mut wrong = WrongFields::default();
        let mut outcomes = Vec::new();
        for (lang, typed) in &self.outcomes {
            let text = Text::<OUTCOME>::optional(typed);
            let text = wrong.take(format!("outcome-{lang}"), text);
            outcomes.extend(text.map(|text| (*lang, text.map(String::from))));
        }
        wrong.none_or(Some(outcomes))
    }
}

impl Fields for OutcomeForm {
    const TEXTS: &'static [TextField] =
        &[TextField::each("outcome", "close-outcome-title", OUTCOME)];
}

impl<'de> Deserialize<'de> for OutcomeForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

impl Named for OutcomeForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        let Some(value) = self.press.put(name, value) else {
            return true;
        };
        if name == "revision" {
            self.revision = value;
            return true;
        }
        let lang = name
            .strip_prefix("outcome-")
            .and_then(|lang| Lang::parse(lang).ok())
            .filter(|lang| self.outcomes.iter().all(|(known, _)| known != lang));
        self.outcomes.extend(lang.map(|lang| (lang, value)));
        lang.is_some()
    }
}
