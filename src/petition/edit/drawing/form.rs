//! The form as signers see it, drawn on the page where organizers choose what it asks, and what that costs.

use super::cost::FormCost;
use crate::base::Lang;
use crate::petition::edit::form::PetitionForm;
use crate::petition::edit::read::read_asked;
use crate::petition::model::Petition;
use crate::petition::rules::promises::Promised;
use crate::petition::rules::question::FormQuestion;
use crate::petition::rules::questions::Questions;
use crate::petition::rules::signer_field::FieldRule;
use crate::petition::rules::visibility::Visibility;
use crate::web::urls;

/// Chips drawn for one question; the rest is a number.
const CHIPS: usize = 3;

/// What there is to choose from, as it is drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chips {
    /// The first few.
    pub shown: Vec<Promised>,
    /// How many more there are.
    pub more: usize,
}

impl Chips {
    fn of(all: Vec<Promised>) -> Self {
        let more = all.len().saturating_sub(CHIPS);
        let shown = all.into_iter().take(CHIPS).collect();
        Self { shown, more }
    }
}

/// One of the organizers' own questions, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnQuestion {
    /// Its number.
    pub number: i16,
    /// The question.
    pub label: Promised,
    /// How it is answered: a word of [`QuestionKind`](crate::petition::rules::question::QuestionKind).
    pub kind: &'static str,
    /// Whether it has to be answered.
    pub is_required: bool,
    /// Whether high risk keeps it off the form.
    pub is_off: bool,
    /// What there is to choose from; none where something is typed.
    pub options: Chips,
    /// Where it is written.
    pub href: String,
}

/// What the page of the form is drawn from, beside what is typed into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnForm {
    /// What is promised, of a pledge with several promises.
    pub promises: Chips,
    /// The organizers' own questions.
    pub questions: Vec<DrawnQuestion>,
    /// The organizations that each ask whether they may write; none where one does.
    pub founders: Chips,
    /// What it costs.
    pub cost: FormCost,
    /// Where the organizers' own questions are written.
    pub questions_href: String,
}

impl DrawnForm {
    /// Of what is typed, for a reader of the first of these languages; the other is the petition's own.
    pub(crate) fn of(
        typed: &PetitionForm,
        (petition, questions): (&Petition, &Questions),
        langs: (Lang, Lang),
    ) -> Self {
        let settings = &petition.settings;
        let lines = |text: &str, lang| {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            let lines = lines.map(|line| Promised {
                words: line.to_owned(),
                lang,
            });
            lines.collect::<Vec<_>>()
        };
        let several = |all: Vec<Promised>| match all.len() {
            0 | 1 => Chips::default(),
            _ => Chips::of(all),
        };
        let own = typed.texts.iter().find(|text| text.lang == langs.1);
        let promises = own.map_or_else(Vec::new, |text| lines(&text.promises, text.lang));
        let drawn = |one: &FormQuestion| {
            let options = one.offered();
            let options = options.filter_map(|option| one.option(option.number, langs));
            DrawnQuestion {
                number: one.number,
                label: one.label(langs),
                kind: one.kind.as_str(),
                is_required: one.is_required,
                is_off: !one.kind.is_allowed(settings),
                options: Chips::of(options.collect()),
                href: urls::question(petition.id, one.number),
            }
        };
        let asked = typed.fields.iter();
        let asked = asked.map(|(_, typed)| read_asked(typed).unwrap_or(FieldRule::Off));
        let has_visibility =
            typed.most_public != Visibility::Counted.as_str() && !typed.names_public;
        Self {
            promises: match typed.kind.as_str() {
                "pledge" => several(promises),
                _ => Chips::default(),
            },
            questions: questions.on_form().map(drawn).collect(),
            founders: several(lines(&typed.founders, langs.1)),
            cost: FormCost::of(asked, questions, settings, has_visibility),
            questions_href: urls::questions(petition.id),
        }
    }
}
