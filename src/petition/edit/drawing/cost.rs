//! What a form costs whoever fills it in: how much it asks.

use crate::petition::rules::questions::Questions;
use crate::petition::rules::settings::Settings;
use crate::petition::rules::signer_field::FieldRule;
use crate::petition::rules::visibility::Visibility;
use crate::words::Words;

/// The steps of the drawn measure of a form's length.
const STEPS: usize = 8;

/// What a form asks of a signer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormCost {
    /// Questions beside name and address.
    pub asked: usize,
    /// How many of these have to be answered.
    pub required: usize,
    /// What can be seen, and who may write: both are answered beforehand with the least.
    pub choices: usize,
}

impl FormCost {
    /// Of these fields, the petition's own questions, and what its settings let be shown.
    pub(crate) fn of(
        fields: impl Iterator<Item = FieldRule>,
        questions: &Questions,
        settings: &Settings,
        has_visibility: bool,
    ) -> Self {
        let fields = fields.filter(|rule| *rule != FieldRule::Off);
        let own = questions.asked(settings).map(|one| one.is_required);
        let each = fields.map(|rule| rule == FieldRule::Required).chain(own);
        let (asked, required) = each.fold((0, 0), |(asked, must), one| {
            (asked + 1, must + usize::from(one))
        });
        Self {
            asked,
            required,
            choices: 1 + usize::from(has_visibility),
        }
    }

    /// Of the petition as it stands.
    pub(crate) fn of_settings(settings: &Settings, questions: &Questions) -> Self {
        let fields = settings.fields.iter().map(|(_, rule)| *rule);
        let has = settings.most_public != Visibility::Counted && !settings.names_public;
        Self::of(fields, questions, settings, has)
    }

    /// The whole of it in a sentence, name and address counted in.
    pub(crate) fn sentence(&self, w: &Words) -> String {
        let optional = self.asked - self.required;
        let parts = [
            ("cost-must", 2 + self.required),
            ("cost-may", optional),
            ("cost-choices", self.choices),
        ];
        let parts = parts.into_iter().filter(|(_, n)| *n > 0);
        let parts: Vec<_> = parts.map(|(key, n)| w.say1(key, "n", n)).collect();
        w.list(&parts)
    }

    /// The drawn measure, step by step.
    pub(crate) fn steps(&self) -> impl Iterator<Item = bool> {
        let on = (2 + self.asked).min(STEPS);
        (0..STEPS).map(move |step| step < on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Lang, Time};
    use crate::petition::rules::question::{FormQuestion, QuestionKind};
    use crate::petition::{FieldMap, SignerField};
    use crate::words::Library;

    fn question(number: i16, kind: QuestionKind) -> FormQuestion {
        FormQuestion {
            number,
            position: number,
            removed_at: None,
            kind,
            is_required: number == 1,
            texts: Vec::new(),
            options: Vec::new(),
        }
    }

    #[test]
    fn what_a_form_costs_is_counted_from_it() {
        let asked = Settings {
            fields: FieldMap::default()
                .with(SignerField::Role, FieldRule::Required)
                .with(SignerField::Place, FieldRule::Optional),
            ..Settings::default()
        };
        let mut gone = question(3, QuestionKind::Tick);
        gone.removed_at = Some(Time::from_micros(1));
        let own = [
            question(1, QuestionKind::Tick),
            question(2, QuestionKind::Long),
        ];
        let own = Questions::of(own.into_iter().chain([gone]).collect());
        let cost = FormCost::of_settings(&asked, &own);
        assert_eq!((cost.asked, cost.required, cost.choices), (4, 2, 2));
        let library = Library::load().unwrap();
        assert_eq!(
            cost.sentence(&library.words(Lang::EN)),
            "4 fields that must be filled in, 2 that may stay empty, and 2 choices"
        );
        assert_eq!(cost.steps().filter(|step| *step).count(), 6);
        let danger = Settings {
            high_risk: true,
            most_public: Visibility::Counted,
            ..asked
        };
        let cost = FormCost::of_settings(&danger, &own);
        assert_eq!(
            (cost.asked, cost.required, cost.choices),
            (3, 2, 1),
            "a text is not asked there, and nothing is shown"
        );
        let nothing = FormCost::of_settings(&Settings::default(), &Questions::default());
        assert_eq!((nothing.asked, nothing.required), (0, 0));
        assert_eq!(
            nothing.sentence(&library.words(Lang::ES)),
            "2 campos obligatorios y 2 elecciones"
        );
    }
}
