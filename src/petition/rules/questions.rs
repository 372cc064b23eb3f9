//! All questions that organizers of a petition ask in words of their own, in the order of the form.

use super::question::{FormQuestion, MOST, MOST_LONG, QuestionKind};
use super::settings::Settings;

/// All questions of a petition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Questions(Vec<FormQuestion>);

impl Questions {
    /// These.
    #[must_use]
    pub fn of(mut all: Vec<FormQuestion>) -> Self {
        all.sort_by_key(|one| (!one.is_asked(), one.position, one.number));
        Self(all)
    }

    /// Those on the form, in its order, then those that were taken off.
    #[must_use]
    pub fn all(&self) -> &[FormQuestion] {
        &self.0
    }

    /// Those that a petition with these settings asks, in order.
    pub fn asked<'a>(&'a self, settings: &'a Settings) -> impl Iterator<Item = &'a FormQuestion> {
        self.on_form().filter(|one| one.kind.is_allowed(settings))
    }

    /// Those on the form.
    pub fn on_form(&self) -> impl Iterator<Item = &FormQuestion> {
        self.0.iter().filter(|one| one.is_asked())
    }

    /// The one of this number, on the form or not.
    #[must_use]
    pub fn find(&self, number: i16) -> Option<&FormQuestion> {
        self.0.iter().find(|one| one.number == number)
    }

    /// The number of the next.
    #[must_use]
    pub(crate) fn next_number(&self) -> i16 {
        let last = self.0.iter().map(|one| one.number).max();
        last.unwrap_or_default().saturating_add(1)
    }

    /// Why no question of this kind can be put on the form, as a words key.
    #[must_use]
    pub(crate) fn is_full_for(&self, kind: QuestionKind) -> Option<&'static str> {
        let long = self.on_form().filter(|one| one.kind == QuestionKind::Long);
        if self.on_form().count() >= MOST {
            return Some("error-questions-many");
        }
        let is_over = kind == QuestionKind::Long && long.count() >= MOST_LONG;
        is_over.then_some("error-questions-long")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: QuestionKind) -> FormQuestion {
        FormQuestion {
            number: 1,
            position: 1,
            removed_at: None,
            kind,
            is_required: false,
            texts: Vec::new(),
            options: Vec::new(),
        }
    }

    #[test]
    fn a_form_has_an_end() {
        let many = |kind, n: i16| {
            let one = |number| FormQuestion {
                number,
                position: number,
                ..question(kind)
            };
            Questions::of((1..=n).map(one).collect())
        };
        let full = many(QuestionKind::Tick, 30);
        assert_eq!(
            full.is_full_for(QuestionKind::One),
            Some("error-questions-many")
        );
        assert_eq!(
            many(QuestionKind::Tick, 29).is_full_for(QuestionKind::One),
            None
        );
        let long = many(QuestionKind::Long, 5);
        assert_eq!(
            long.is_full_for(QuestionKind::Long),
            Some("error-questions-long")
        );
        assert_eq!(long.is_full_for(QuestionKind::Short), None);
        assert_eq!(long.next_number(), 6);
        let danger = Settings {
            high_risk: true,
            ..Settings::default()
        };
        assert_eq!(long.asked(&danger).count(), 0);
        assert_eq!(full.asked(&danger).count(), 30);
    }
}
