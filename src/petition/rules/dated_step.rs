//! A step of what happens next, as organizers say it: a day and a line in each language.

use crate::base::{Day, Lang};

/// Most steps of a petition: more than a dozen is a diary, and nobody reads it.
pub(crate) const MOST: usize = 12;
/// Most characters of one.
pub(crate) const WORDS: usize = 160;

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedStep {
    /// When, in the petition's zone.
    pub day: Day,
    /// What happens, in each language it is written in.
    pub words: Vec<(Lang, String)>,
}

impl DatedStep {
    /// What happens in this language, else in the petition's `own`, else in any it has; and the language it is in.
    #[must_use]
    pub fn said(&self, lang: Lang, own: Lang) -> Option<(Lang, &str)> {
        let found = |lang: Lang| self.words.iter().find(|(its, _)| *its == lang);
        let words = found(lang).or_else(|| found(own)).or(self.words.first())?;
        Some((words.0, words.1.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_said_in_the_readers_language_or_its_own() {
        let mut step = DatedStep {
            day: Day::parse("2027-05-12").unwrap(),
            words: vec![
                (Lang::EN, "We go.".to_owned()),
                (Lang::ES, "Vamos.".to_owned()),
            ],
        };
        let french = Lang::parse("fr").unwrap();
        assert_eq!(step.said(Lang::ES, Lang::EN), Some((Lang::ES, "Vamos.")));
        assert_eq!(step.said(french, Lang::ES), Some((Lang::ES, "Vamos.")));
        assert_eq!(step.said(french, french), Some((Lang::EN, "We go.")));
        step.words.clear();
        assert_eq!(step.said(Lang::EN, Lang::EN), None);
    }
}
