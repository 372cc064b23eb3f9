//! The form of one question, in one language. Words of that language are written and no other's; what all languages share (whether it
//! has to be answered, which options there are and in which order) is written in the petition's own.

use crate::base::Lang;
use crate::petition::edit::forms::page_press::PagePress;
use crate::petition::rules::question::{
    FormQuestion, HINT, LABEL, OPTION, OPTIONS, OPTIONS_EVER, QuestionOption,
};
use crate::petition::store::petition_versions::PageFields;
use crate::web::{Fields, Named, TextField, by_name};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

/// Empty lines for options that are offered below those that are written.
const OFFERED: usize = 3;
/// Most lines of options that are read.
const READ: usize = OPTIONS_EVER + 1;

/// The form as it was typed, or as it is shown first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuestionForm {
    /// The revision the form was filled from.
    pub revision: String,
    /// How a new question is answered.
    pub kind: String,
    /// The language of the form.
    pub lang: String,
    /// The question.
    pub label: String,
    /// How to answer it.
    pub hint: String,
    /// What it is asked for.
    pub purpose: String,
    /// `1` where it has to be answered.
    pub required: String,
    /// The options there are, by number.
    pub options: BTreeMap<i16, TypedOption>,
    /// Further ones, in order.
    pub new: Vec<String>,
    /// `up-7` or `down-7`: the button that was pressed.
    pub shift: String,
    /// The button, and what the page keeps.
    pub press: PagePress,
}

/// One option, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedOption {
    /// What it says.
    pub words: String,
    /// `1` where it is to go.
    pub drop: String,
    /// What other words make of it: `mend` or `other`.
    pub means: String,
}

impl QuestionForm {
    /// The form of this question, in this language.
    #[must_use]
    pub fn of(revision: i64, question: &FormQuestion, lang: Lang) -> Self {
        let texts = question.in_lang(lang).cloned().unwrap_or_default();
        let option = |one: &QuestionOption| {
            let typed = TypedOption {
                words: one.in_lang(lang).to_owned(),
                ..TypedOption::default()
            };
            (one.number, typed)
        };
        Self {
            revision: revision.to_string(),
            kind: question.kind.as_str().to_owned(),
            lang: lang.to_string(),
            label: texts.label,
            hint: texts.hint,
            purpose: texts.purpose,
            required: if question.is_required { "1" } else { "" }.to_owned(),
            options: question.offered().map(option).collect(),
            new: Vec::new(),
            shift: String::new(),
            press: PagePress::default(),
        }
    }

    /// Its fields and what stands in them: those of a petition written in `own` that are written in the form's language.
    pub(crate) fn fields(&self, own: Lang) -> PageFields {
        let field = |name: &str, value: &String| (name.to_owned(), value.clone());
        let mut fields = vec![
            field("label", &self.label),
            field("purpose", &self.purpose),
            field("hint", &self.hint),
        ];
        if self.lang(own) == own {
            fields.push(field("required", &self.required));
        }
        for (number, option) in &self.options {
            fields.push(field(&format!("option-{number}"), &option.words));
            let marks = [("drop", &option.drop), ("means", &option.means)];
            let marks = marks.into_iter().filter(|(_, mark)| !mark.is_empty());
            fields.extend(marks.map(|(name, mark)| field(&format!("{name}-{number}"), mark)));
        }
        let new = self.new.iter().filter(|line| !line.trim().is_empty());
        let new = new.enumerate();
        fields.extend(new.map(|(n, line)| field(&format!("new-{n}"), line)));
        fields
    }

    /// Puts these fields in the place of what stands there. An answer that is not offered any more comes back as a new one.
    pub(crate) fn take_up(&mut self, fields: PageFields, question: &FormQuestion) {
        let is_offered = |name: &str| {
            let mut offered = question.offered();
            offered.any(|option| name == option.number.to_string())
        };
        let mut again = Vec::new();
        for (name, value) in fields {
            match name.split_once('-') {
                Some(("option", number)) if !is_offered(number) => again.push(value),
                Some(("drop" | "means", number)) if !is_offered(number) => {}
                _ => _ = self.put(&name, value),
            }
        }
        self.new.extend(again);
    }

    /// Some empty lines for options behind those that were typed.
    pub(crate) fn complete(&mut self, question: &FormQuestion) {
        let written = self.new.iter().rposition(|line| !line.trim().is_empty());
        let written = written.map_or(0, |last| last + 1);
        let there = question.offered().count();
        let most = OPTIONS.saturating_sub(there).max(written);
        self.new.truncate(written);
        self.new
            .resize((written + OFFERED).min(most), String::new());
    }

    /// The language that is written.
    #[must_use]
    pub(crate) fn lang(&self, own: Lang) -> Lang {
        Lang::parse(&self.lang).unwrap_or(own)
    }
}

impl Named for QuestionForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        let Some(value) = self.press.put(name, value) else {
            return true;
        };
        match name {
            "revision" => self.revision = value,
            "kind" => self.kind = value,
            "lang" => self.lang = value,
            "label" => self.label = value,
            "hint" => self.hint = value,
            "purpose" => self.purpose = value,
            "required" => self.required = value,
            "shift" => self.shift = value,
            name => return self.put_option(name, value),
        }
        true
    }
}

impl QuestionForm {
    fn put_option(&mut self, name: &str, value: String) -> bool {
        let Some((part, n)) = name.split_once('-') else {
            return false;
        };
        let number = n.parse().ok();
        let number = number.filter(|n: &i16| usize::try_from(*n).is_ok_and(|n| n < READ));
        let Some(number) = number else {
            return false;
        };
        if part == "new" {
            let at = usize::try_from(number).unwrap_or_default();
            if self.new.len() <= at {
                self.new.resize(at + 1, String::new());
            }
            if let Some(line) = self.new.get_mut(at) {
                *line = value;
            }
            return true;
        }
        let option = self.options.entry(number).or_default();
        match part {
            "option" => option.words = value,
            "drop" => option.drop = value,
            "means" => option.means = value,
            _ => return false,
        }
        true
    }
}

impl Fields for QuestionForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("label", "question-label", LABEL),
        TextField::one("hint", "question-hint", HINT),
        TextField::one("purpose", "question-purpose", HINT),
        TextField::one("option", "question-option", OPTION).in_lines(READ),
        TextField::one("new", "question-option", OPTION).in_lines(READ),
    ];
    const MOST_FIELDS: usize = READ * 4;
}

impl<'de> Deserialize<'de> for QuestionForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_field_is_refused() {
        for name in [
            "option",
            "option-",
            "option-x",
            "option-101",
            "option--1",
            "new-x",
            "words-1",
            "",
        ] {
            assert!(!QuestionForm::default().put(name, String::new()), "{name}");
        }
    }
}
