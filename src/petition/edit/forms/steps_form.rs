//! The form of "what happens next": lines of a day and words in each language, named `day-3` and `words-es-3`.

use crate::base::{Day, Lang, Line};
use crate::petition::edit::forms::page_press::PagePress;
use crate::petition::rules::dated_step::{DatedStep, MOST, WORDS};
use crate::petition::store::petition_versions::PageFields;
use crate::web::{Fields, Named, TextField, WrongFields, by_name};
use serde::{Deserialize, Deserializer};

/// Empty lines that are offered below those that are written.
const OFFERED: usize = 3;
/// Most lines that are read. What is over the most that can be saved is said, and nothing of it is lost.
const READ: usize = 200;
/// Most characters of a day, however it is typed.
const DAY: usize = 20;

/// The form as it was typed, or as it is shown first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepsForm {
    /// The revision the form was filled from.
    pub revision: String,
    /// In the order of the form.
    pub lines: Vec<StepLine>,
    /// The button, and what the page keeps.
    pub press: PagePress,
}

/// One line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepLine {
    /// The day.
    pub day: String,
    /// What happens, in each language.
    pub words: Vec<(Lang, String)>,
}

impl StepLine {
    fn is_blank(&self) -> bool {
        let words = self.words.iter().map(|(_, words)| words);
        words.chain([&self.day]).all(|part| part.trim().is_empty())
    }

    fn in_lang(&self, lang: Lang) -> &str {
        let found = self.words.iter().find(|(its, _)| *its == lang);
        found.map_or("", |(_, words)| words.as_str())
    }
}

impl StepsForm {
    /// The form of these steps.
    #[must_use]
    pub fn of(revision: i64, steps: &[DatedStep]) -> Self {
        let line = |step: &DatedStep| StepLine {
            day: step.day.to_string(),
            words: step.words.clone(),
        };
        Self {
            revision: revision.to_string(),
            lines: steps.iter().map(line).collect(),
            press: PagePress::default(),
        }
    }

    /// Its fields and what stands in them, without empty lines.
    pub(crate) fn fields(&self) -> PageFields {
        let lines = self.lines.iter().enumerate();
        let lines = lines.filter(|(_, line)| !line.is_blank());
        let fields = lines.flat_map(|(n, line)| {
            let words = line.words.iter();
            let words =
                words.map(move |(lang, words)| (format!("words-{lang}-{n}"), words.clone()));
            std::iter::once((format!("day-{n}"), line.day.clone())).chain(words)
        });
        fields.collect()
    }

    /// Puts these fields in the place of every line.
    pub(crate) fn take_up(&mut self, fields: PageFields) {
        self.lines.clear();
        for (name, value) in fields {
            self.put(&name, value);
        }
    }

    /// Each line with words in each of these languages, in their order, and some empty lines behind them, as long as there may be more.
    pub(crate) fn complete(&mut self, langs: &[Lang]) {
        let written = self.lines.iter().rposition(|line| !line.is_blank());
        let written = written.map_or(0, |last| last + 1);
        self.lines.truncate(written);
        let all = written.max((written + OFFERED).min(MOST));
        self.lines.resize_with(all, StepLine::default);
        for line in &mut self.lines {
            let words = |lang: &Lang| (*lang, line.in_lang(*lang).to_owned());
            line.words = langs.iter().map(words).collect();
        }
    }

    /// Reads it: each line has a day, and words in each of the languages that are `needed`. The first day first; those of one day as they
    /// stand in the form. A line without anything is none.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub fn read(&self, needed: &[Lang]) -> Result<Vec<DatedStep>, WrongFields> {
        let mut wrong = WrongFields::default();
        let mut steps = Vec::new();
        let lines = self.lines.iter().enumerate();
        let lines = lines.filter(|(_, line)| !line.is_blank());
        for (written, (n, line)) in lines.enumerate() {
            let at = format!("day-{n}");
            if written == MOST {
                wrong.add(at, "error-steps-many");
                break;
            }
            let day = match line.day.trim() {
                "" => Ok(None),
                typed => Day::parse(typed).map(Some),
            };
            let day = wrong.need(at, day, "error-step-day");
            let mut words = Vec::new();
            for (lang, typed) in &line.words {
                let field = format!("words-{lang}-{n}");
                let read = Line::<WORDS>::optional(typed).map(|line| line.map(String::from));
                let read = match needed.contains(lang) {
                    true => wrong.need(field, read, "error-step-words"),
                    false => wrong.take(field, read).flatten(),
                };
                words.extend(read.map(|read| (*lang, read)));
            }
            steps.extend(day.map(|day| DatedStep { day, words }));
        }
        steps.sort_by_key(|step| step.day);
        wrong.none_or(Some(steps))
    }

    fn line(&mut self, n: &str) -> Option<&mut StepLine> {
        let n: usize = n.parse().ok().filter(|n| *n < READ)?;
        if self.lines.len() <= n {
            self.lines.resize_with(n + 1, StepLine::default);
        }
        self.lines.get_mut(n)
    }
}

impl Named for StepsForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        let Some(value) = self.press.put(name, value) else {
            return true;
        };
        if name == "revision" {
            self.revision = value;
            return true;
        }
        let Some((part, n)) = name.rsplit_once('-') else {
            return false;
        };
        let Some(line) = self.line(n) else {
            return false;
        };
        match part.split_once('-') {
            None if part == "day" => line.day = value,
            Some(("words", lang)) => match Lang::parse(lang) {
                Ok(lang) => line.words.push((lang, value)),
                Err(_) => return false,
            },
            _ => return false,
        }
        true
    }
}

impl Fields for StepsForm {
    const TEXTS: &'static [TextField] = &[
        TextField::one("day", "step-day", DAY).in_lines(READ),
        TextField::each("words", "step-words", WORDS).in_lines(READ),
    ];
    const MOST_FIELDS: usize = READ * 8;
}

impl<'de> Deserialize<'de> for StepsForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(fields: &[(&str, &str)]) -> StepsForm {
        let mut form = StepsForm::default();
        for (name, value) in fields {
            assert!(form.put(name, (*value).to_owned()), "{name}");
        }
        form.complete(&[Lang::EN, Lang::ES]);
        form
    }

    const NEEDED: [Lang; 2] = [Lang::EN, Lang::ES];

    #[test]
    fn lines_are_sorted_by_day_and_empty_ones_are_none() {
        let form = form(&[
            ("words-en-4", " We  hand it over. "),
            ("words-es-4", "La entregamos."),
            ("day-4", "2027-05-12"),
            ("day-1", "2027-05-01"),
            ("words-es-1", "Empieza."),
            ("words-en-1", "It begins."),
            ("day-0", "  "),
        ]);
        assert_eq!(form.lines.len(), 8, "three more than the last");
        let steps = form.read(&NEEDED).unwrap();
        let days: Vec<_> = steps.iter().map(|step| step.day.to_string()).collect();
        assert_eq!(days, ["2027-05-01", "2027-05-12"]);
        assert_eq!(steps[1].words[0], (Lang::EN, "We hand it over.".to_owned()));
        let mut again = StepsForm::of(1, &steps);
        let fields = again.fields();
        again.take_up(fields);
        assert_eq!(again, StepsForm::of(1, &steps));
        assert_eq!(again.read(&NEEDED), Ok(steps));
    }

    #[test]
    fn each_mistake_is_told_at_its_field() {
        let long = "x".repeat(161);
        let form = form(&[
            ("words-en-0", "No day"),
            ("words-es-0", "Sin fecha"),
            ("day-1", "2027-02-30"),
            ("words-en-1", "One language"),
            ("day-2", "2027-02-03"),
            ("words-en-2", &long),
            ("words-es-2", "a\u{202e}b"),
            ("day-3", "2027-02-03"),
            ("words-en-3", "See https://example.org"),
            ("words-es-3", "Vea."),
        ]);
        let wrong = form.read(&NEEDED).unwrap_err();
        let told: Vec<_> = wrong
            .list()
            .iter()
            .map(|(field, key)| (field.as_str(), *key))
            .collect();
        assert_eq!(
            told,
            [
                ("day-0", "error-step-day"),
                ("day-1", "error-date"),
                ("words-es-1", "error-step-words"),
                ("words-en-2", "error-line-long"),
                ("words-es-2", "error-line-characters"),
                ("words-en-3", "error-line-link"),
            ]
        );
        // a language that readers do not get yet may be missing
        let few = super::tests::form(&[("day-0", "2027-02-03"), ("words-en-0", "One")]);
        assert!(few.read(&[Lang::EN]).is_ok());
    }

    #[test]
    fn twelve_are_taken_and_no_more() {
        let fields = |n: usize| {
            [
                (format!("day-{n}"), "2027-05-12"),
                (format!("words-en-{n}"), "One"),
                (format!("words-es-{n}"), "Uno"),
            ]
        };
        let of = |many: usize| {
            let all: Vec<_> = (0..many).flat_map(fields).collect();
            let all: Vec<_> = all
                .iter()
                .map(|(name, value)| (name.as_str(), *value))
                .collect();
            form(&all)
        };
        let twelve = of(12);
        assert_eq!(twelve.lines.len(), 12, "none more is offered");
        assert_eq!(twelve.read(&NEEDED).unwrap().len(), 12);
        assert_eq!(of(10).lines.len(), 12);
        let many = of(200);
        assert_eq!(many.lines.len(), 200, "nothing is lost");
        let wrong = many.read(&NEEDED).unwrap_err();
        assert_eq!(wrong.list(), [("day-12".to_owned(), "error-steps-many")]);
    }

    #[test]
    fn what_is_no_field_is_refused() {
        for name in [
            "day",
            "day-",
            "day-x",
            "day-200",
            "day-99999999999999999999",
            "day--1",
            "words-0",
            "words-en",
            "words-english-0",
            "hours-0",
            "",
            "words-en-",
        ] {
            assert!(!StepsForm::default().put(name, String::new()), "{name}");
        }
    }
}
