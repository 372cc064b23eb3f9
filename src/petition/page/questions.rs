//! The organizers' own questions as a form shows them.

use crate::base::Lang;
use crate::petition::rules::promises::Promised;
use crate::petition::rules::question::{FormQuestion, LONG, QuestionKind, SHORT};
use crate::petition::rules::replies::TypedReplies;

/// One question with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionInput {
    /// The field's name and id.
    pub name: String,
    /// How it is answered: a word of [`QuestionKind`].
    pub kind: &'static str,
    /// The question.
    pub label: Promised,
    /// How to answer it.
    pub hint: Option<Promised>,
    /// What it is asked for.
    pub purpose: Option<Promised>,
    /// Whether it has to be answered.
    pub is_required: bool,
    /// As typed in.
    pub value: String,
    /// What there is to choose from.
    pub options: Vec<OptionInput>,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionInput {
    /// The field's name: one for each option where several can be chosen.
    pub name: String,
    /// What the form sends for it.
    pub value: String,
    /// What it says.
    pub words: Promised,
    /// As chosen; never beforehand.
    pub is_chosen: bool,
}

/// These questions, with what was typed, for readers of the first of these languages; the other is the petition's own.
#[must_use]
pub fn inputs<'a>(
    asked: impl Iterator<Item = &'a FormQuestion>,
    typed: &TypedReplies,
    langs: (Lang, Lang),
) -> Vec<QuestionInput> {
    asked
        .map(|question| input(question, typed, langs))
        .collect()
}

fn input(question: &FormQuestion, typed: &TypedReplies, langs: (Lang, Lang)) -> QuestionInput {
    let name = question.field();
    let value = typed.value(question.number).unwrap_or_default();
    let ticked = typed.ticked(question.number);
    let options = question.options.iter().filter_map(|one| {
        let number = one.number.to_string();
        let is_one = question.kind == QuestionKind::One;
        let is_chosen = match is_one {
            true => value == number,
            false => ticked.contains(&one.number),
        };
        // what is not offered any more stands there for who has chosen it
        let is_shown = one.is_offered() || is_chosen;
        Some(OptionInput {
            words: question.option(one.number, langs).filter(|_| is_shown)?,
            name: match is_one {
                true => name.clone(),
                false => format!("{name}-{number}"),
            },
            value: if is_one { number } else { "1".to_owned() },
            is_chosen,
        })
    });
    QuestionInput {
        kind: question.kind.as_str(),
        label: question.label(langs),
        hint: question.hint(langs),
        purpose: question.purpose(langs),
        is_required: question.is_required,
        options: options.collect(),
        value: value.to_owned(),
        name,
    }
}

impl QuestionInput {
    /// Further attributes of an input or a text area, to be written as they are.
    pub(crate) fn attributes(&self, must: &bool) -> String {
        let required = if self.is_required && *must {
            " required"
        } else {
            ""
        };
        let own = match QuestionKind::parse(self.kind) {
            Some(QuestionKind::Short) => {
                format!(" type=\"text\" maxlength=\"{SHORT}\" dir=\"auto\"")
            }
            Some(QuestionKind::Long) => format!(" rows=\"4\" maxlength=\"{LONG}\" dir=\"auto\""),
            Some(QuestionKind::Number) => {
                " type=\"text\" inputmode=\"decimal\" maxlength=\"20\" dir=\"ltr\"".to_owned()
            }
            Some(QuestionKind::Date) => " type=\"date\"".to_owned(),
            _ => String::new(),
        };
        format!("{own} autocomplete=\"off\"{required}")
    }

    /// Whether anything is said beside the question.
    pub(crate) fn has_hint(&self) -> bool {
        self.hint.is_some() || self.purpose.is_some()
    }

    /// The group that one of its inputs belongs to.
    pub(crate) fn is_group(&self) -> bool {
        !self.options.is_empty()
    }
}
