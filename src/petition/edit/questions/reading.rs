//! What the form of a question makes of it: words of one language, and, in the petition's own, the options that all languages share.

use super::asks_too_much::refused;
use crate::base::{Lang, Line, Time};
use crate::petition::edit::forms::question_form::QuestionForm;
use crate::petition::rules::question::{
    FormQuestion, HINT, LABEL, OPTION, OPTIONS, OPTIONS_EVER, QuestionOption, QuestionTexts,
};
use crate::web::WrongFields;

/// What a form is read with.
#[derive(Debug, Clone, Copy)]
pub struct QuestionGround {
    /// The petition's own language.
    pub own: Lang,
    /// Whether somebody may have answered: then nothing goes for good.
    pub is_live: bool,
    /// When the form came.
    pub now: Time,
}

impl QuestionForm {
    /// The question as it is to stand.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub fn read(
        &self,
        mut question: FormQuestion,
        ground: QuestionGround,
    ) -> Result<FormQuestion, WrongFields> {
        let lang = self.lang(ground.own);
        let is_own = lang == ground.own;
        let mut wrong = WrongFields::default();
        let asked = |wrong: &mut WrongFields, field: &str, typed: &str| {
            if let Some(key) = refused(typed) {
                wrong.add(field, key);
            }
        };
        let label = Line::<LABEL>::optional(&self.label);
        let label = match is_own {
            true => wrong.need("label", label, "error-question-label"),
            false => wrong.take("label", label).flatten(),
        };
        asked(&mut wrong, "label", &self.label);
        let purpose = Line::<HINT>::optional(&self.purpose);
        let purpose = match is_own {
            true => wrong.need("purpose", purpose, "error-question-purpose"),
            false => wrong.take("purpose", purpose).flatten(),
        };
        let hint = wrong.take("hint", Line::<HINT>::optional(&self.hint));
        asked(&mut wrong, "hint", &self.hint);
        let text = |line: Option<String>| line.unwrap_or_default();
        let texts = QuestionTexts {
            label: text(label.map(String::from)),
            hint: text(hint.flatten().map(String::from)),
            purpose: text(purpose.map(String::from)),
        };
        question.say(lang, texts);
        match is_own {
            true => {
                question.is_required = self.required == "1";
                self.read_options(&mut question, ground, &mut wrong);
            }
            false => self.translate_options(&mut question, lang, &mut wrong),
        }
        wrong.none_or(Some(question))
    }

    fn translate_options(&self, question: &mut FormQuestion, lang: Lang, wrong: &mut WrongFields) {
        for option in question.options.iter_mut().filter(|one| one.is_offered()) {
            let Some(typed) = self.options.get(&option.number) else {
                continue;
            };
            let line = Line::<OPTION>::optional(&typed.words);
            let line = wrong.take(format!("option-{}", option.number), line);
            if let Some(line) = line {
                option.say(lang, line.map(String::from).unwrap_or_default());
            }
        }
    }

    /// Mends options, takes some away, adds others, moves one. An option that comes to mean something else makes place for a new one.
    fn read_options(
        &self,
        question: &mut FormQuestion,
        ground: QuestionGround,
        wrong: &mut WrongFields,
    ) {
        if !question.kind.has_options() {
            return;
        }
        let numbers = question.options.iter().map(|one| one.number);
        let mut last = numbers.max().unwrap_or_default();
        let mut fresh = |words: String| {
            last = last.saturating_add(1);
            QuestionOption {
                number: last,
                removed_at: None,
                words: vec![(ground.own, words)],
            }
        };
        let mut all = Vec::with_capacity(question.options.len());
        for mut option in std::mem::take(&mut question.options) {
            let typed = self.options.get(&option.number);
            let Some(typed) = typed.filter(|_| option.is_offered()) else {
                all.push(option);
                continue;
            };
            if typed.drop == "1" {
                option.removed_at = Some(ground.now);
                all.extend(Some(option).filter(|_| ground.is_live));
                continue;
            }
            let field = format!("option-{}", option.number);
            let line = Line::<OPTION>::optional(&typed.words);
            let line = wrong.need(field.clone(), line, "error-question-option");
            let Some(words) = line.map(String::from) else {
                all.push(option);
                continue;
            };
            let is_other = words != option.in_lang(ground.own) && ground.is_live;
            match typed.means.as_str() {
                "other" if is_other => {
                    option.removed_at = Some(ground.now);
                    all.extend([option, fresh(words)]);
                    continue;
                }
                "mend" => {}
                _ if is_other => wrong.add(field, "error-question-means"),
                _ => {}
            }
            option.say(ground.own, words);
            all.push(option);
        }
        for (n, typed) in self.new.iter().enumerate() {
            let line = Line::<OPTION>::optional(typed);
            let line = wrong.take(format!("new-{n}"), line).flatten();
            all.extend(line.map(|line| fresh(line.into())));
        }
        question.options = all;
        self.shift(question);
        let said: Vec<_> = question
            .offered()
            .map(|one| one.in_lang(ground.own))
            .collect();
        let mut once = said.clone();
        once.sort_unstable();
        once.dedup();
        let key = match said.len() {
            0 | 1 => Some("error-question-options-few"),
            OPTIONS.. if said.len() > OPTIONS => Some("error-question-options-many"),
            _ if question.options.len() > OPTIONS_EVER => Some("error-question-options-ever"),
            many if once.len() < many => Some("error-question-options-twice"),
            _ => None,
        };
        if let Some(key) = key {
            wrong.add(self.first_option(), key);
        }
    }

    /// Where the sentence about all options stands.
    fn first_option(&self) -> String {
        let first = self.options.keys().next();
        first.map_or_else(|| "new-0".to_owned(), |number| format!("option-{number}"))
    }

    /// Changes places with the next one that is offered.
    fn shift(&self, question: &mut FormQuestion) {
        let Some((way, number)) = self.shift.split_once('-') else {
            return;
        };
        let places = question.options.iter().enumerate();
        let offered: Vec<usize> = places
            .filter(|(_, one)| one.is_offered())
            .map(|(at, _)| at)
            .collect();
        let is_it = |at: &usize| {
            let option = question.options.get(*at);
            option.is_some_and(|one| one.number.to_string() == number)
        };
        let Some(from) = offered.iter().position(is_it) else {
            return;
        };
        let to = match way {
            "up" => from.checked_sub(1),
            _ => from.checked_add(1),
        };
        let to = to.and_then(|to| offered.get(to));
        if let (Some(from), Some(to)) = (offered.get(from), to) {
            question.options.swap(*from, *to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::petition::rules::question::QuestionKind;
    use crate::web::Named as _;

    const NOW: Time = Time::from_micros(1_800_000_000_000_000);

    fn ground(is_live: bool) -> QuestionGround {
        QuestionGround {
            own: Lang::EN,
            is_live,
            now: NOW,
        }
    }

    fn colours() -> FormQuestion {
        let option = |number: i16, words: &str| QuestionOption {
            number,
            removed_at: None,
            words: vec![(Lang::EN, words.to_owned())],
        };
        FormQuestion {
            number: 1,
            position: 1,
            removed_at: None,
            kind: QuestionKind::Several,
            is_required: false,
            texts: Vec::new(),
            options: vec![option(1, "red"), option(2, "green"), option(3, "grey")],
        }
    }

    fn form(fields: &[(&str, &str)]) -> QuestionForm {
        let mut form = QuestionForm::of(1, &colours(), Lang::EN);
        form.label = "Which?".to_owned();
        form.purpose = "To paint.".to_owned();
        for (name, value) in fields {
            assert!(form.put(name, (*value).to_owned()), "{name}");
        }
        form
    }

    fn told(question: &FormQuestion) -> Vec<(i16, &str, bool)> {
        let options = question.options.iter();
        options
            .map(|one| (one.number, one.in_lang(Lang::EN), one.is_offered()))
            .collect()
    }

    #[test]
    fn other_words_are_mended_or_mean_something_else_and_somebody_says_which() {
        let wrong = form(&[("option-1", "Blue")]).read(colours(), ground(true));
        let wrong = wrong.unwrap_err();
        assert_eq!(
            wrong.list(),
            [("option-1".to_owned(), "error-question-means")]
        );
        let read = |means: &str| {
            let form = form(&[("option-1", "Blue"), ("means-1", means)]);
            form.read(colours(), ground(true)).unwrap()
        };
        let mended = read("mend");
        assert_eq!(told(&mended)[0], (1, "Blue", true));
        assert_eq!(mended.options.len(), 3);
        let other = read("other");
        assert_eq!(told(&other)[..2], [(1, "red", false), (4, "Blue", true)]);
        // nobody has answered a draft
        let draft = form(&[("option-1", "Blue"), ("drop-2", "1")]);
        let draft = draft.read(colours(), ground(false)).unwrap();
        assert_eq!(told(&draft), [(1, "Blue", true), (3, "grey", true)]);
    }

    #[test]
    fn what_goes_keeps_its_number_and_no_other_gets_it() {
        let form = form(&[("drop-3", "1"), ("new-0", "white"), ("shift", "up-2")]);
        let read = form.read(colours(), ground(true)).unwrap();
        assert_eq!(
            told(&read),
            [
                (2, "green", true),
                (1, "red", true),
                (3, "grey", false),
                (4, "white", true)
            ]
        );
    }

    #[test]
    fn a_language_writes_its_own_words_alone() {
        let mut spanish = form(&[("option-1", "rojo"), ("drop-2", "1"), ("new-0", "azul")]);
        spanish.lang = "es".to_owned();
        spanish.label = String::new();
        spanish.required = "1".to_owned();
        let read = spanish.read(colours(), ground(true)).unwrap();
        assert_eq!(told(&read), told(&colours()), "nothing of what all share");
        assert!(!read.is_required);
        assert_eq!(read.options[0].in_lang(Lang::ES), "rojo");
        assert_eq!(read.in_lang(Lang::EN), None);
    }

    #[test]
    fn each_mistake_is_told_at_its_field() {
        let told = |form: QuestionForm| {
            let wrong = form.read(colours(), ground(true)).unwrap_err();
            let list = wrong.list().iter();
            list.map(|(field, key)| (field.clone(), *key))
                .collect::<Vec<_>>()
        };
        let at = |field: &str, key| vec![(field.to_owned(), key)];
        for (fields, field, key) in [
            (&[("label", " ")][..], "label", "error-question-label"),
            (&[("purpose", "")], "purpose", "error-question-purpose"),
            (&[("label", "Your phone")], "label", "error-question-phone"),
            (
                &[("hint", "As in your passport")],
                "hint",
                "error-question-identity",
            ),
            (&[("option-2", "")], "option-2", "error-question-option"),
            (
                &[("new-0", "red")],
                "option-1",
                "error-question-options-twice",
            ),
            (
                &[("drop-1", "1"), ("drop-2", "1")],
                "option-1",
                "error-question-options-few",
            ),
            (&[("new-1", "a\u{202e}")], "new-1", "error-line-characters"),
        ] {
            assert_eq!(told(form(fields)), at(field, key));
        }
        let mut many = form(&[]);
        many.new = (0..28).map(|n| format!("shade {n}")).collect();
        assert_eq!(
            told(many.clone()),
            at("option-1", "error-question-options-many")
        );
        many.new.pop();
        assert!(many.read(colours(), ground(true)).is_ok());
    }
}
