//! What organizers ask on the form in words of their own: how it is answered, in which words, and what there is to choose from.
//!
//! A question has a number under its petition and an option one under its question, given once: answers hold numbers, so that words can
//! be mended and places changed. What is taken off the form keeps its number, its words and its answers.

use super::exposure::Exposure;
use super::promises::Promised;
use super::replies::{Reply, TypedReplies, number};
use super::settings::Settings;
use crate::base::texts::text::Text;
use crate::base::{Day, Invalid, Lang, Line, Time};
use serde::{Deserialize, Serialize};

/// Most questions on a form.
pub const MOST: usize = 30;
/// Most of them that are answered with a long text: what a form may weigh hangs on them.
pub const MOST_LONG: usize = 5;
/// Most questions a petition ever has, those that were taken off too: each is a column of its lists.
pub(crate) const EVER: usize = 100;
/// Most options of a question.
pub const OPTIONS: usize = 30;
/// Most options a question ever has.
pub(crate) const OPTIONS_EVER: usize = 100;
/// Most characters of a question.
pub(crate) const LABEL: usize = 200;
/// Most characters of its hint, and of what it is asked for.
pub(crate) const HINT: usize = 300;
/// Most characters of an option.
pub(crate) const OPTION: usize = 120;
/// Most characters of a short answer.
pub(crate) const SHORT: usize = 200;
/// Most characters of a long one.
pub(crate) const LONG: usize = 2_000;

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// One line.
    Short,
    /// Several lines.
    Long,
    /// One of several options.
    One,
    /// Any of several options.
    Several,
    /// A box to tick.
    Tick,
    /// A number.
    Number,
    /// A day.
    Date,
}

impl QuestionKind {
    /// All, in the order of the editor.
    pub const ALL: [Self; 7] = [
        Self::One,
        Self::Several,
        Self::Short,
        Self::Long,
        Self::Number,
        Self::Date,
        Self::Tick,
    ];

    /// Its word in forms and pages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
            Self::One => "one",
            Self::Several => "several",
            Self::Tick => "tick",
            Self::Number => "number",
            Self::Date => "date",
        }
    }

    /// Reads [`QuestionKind::as_str`] back.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }

    /// Whether there is something to choose from.
    #[must_use]
    pub const fn has_options(self) -> bool {
        matches!(self, Self::One | Self::Several)
    }

    /// Whether a petition with these settings asks so.
    #[must_use]
    pub const fn is_allowed(self, settings: &Settings) -> bool {
        match self {
            Self::Short | Self::Long => settings.allows(Exposure::FreeText),
            _ => true,
        }
    }
}

/// The words of a question in one language. What is empty is said in the petition's own language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuestionTexts {
    /// The question.
    pub label: String,
    /// How to answer it; may be empty.
    pub hint: String,
    /// What the answer is asked for.
    pub purpose: String,
}

impl QuestionTexts {
    /// Whether nothing is said in this language.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.label.is_empty() && self.hint.is_empty() && self.purpose.is_empty()
    }
}

/// One of what there is to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionOption {
    /// Its number under the question.
    pub number: i16,
    /// Since when it is not offered any more.
    pub removed_at: Option<Time>,
    /// Its words in each language it has.
    pub words: Vec<(Lang, String)>,
}

impl QuestionOption {
    /// Whether it is offered.
    #[must_use]
    pub const fn is_offered(&self) -> bool {
        self.removed_at.is_none()
    }

    /// Its words in this language, as they are written; empty where there are none.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        let found = self.words.iter().find(|(its, _)| *its == lang);
        found.map_or("", |(_, words)| words.as_str())
    }

    /// Says it so in this language, and leaves the others as they are.
    pub fn say(&mut self, lang: Lang, words: String) {
        self.words.retain(|(its, _)| *its != lang);
        if !words.is_empty() {
            self.words.push((lang, words));
        }
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormQuestion {
    /// Its number under the petition.
    pub number: i16,
    /// Its place on the form, from 1.
    pub position: i16,
    /// Since when it does not stand there any more.
    pub removed_at: Option<Time>,
    /// How it is answered. Never changes: answers have its shape.
    pub kind: QuestionKind,
    /// Whether whoever is asked has to answer.
    pub is_required: bool,
    /// Its words in each language it has.
    pub texts: Vec<(Lang, QuestionTexts)>,
    /// What there is to choose from, in the order of the form, and what there was.
    pub options: Vec<QuestionOption>,
}

/// Words in this language, else in the petition's own, else in any.
fn said<'a, T>(
    all: &'a [(Lang, T)],
    (lang, own): (Lang, Lang),
    words: impl Fn(&'a T) -> &'a str,
) -> Option<Promised> {
    let found = |lang: Lang| {
        all.iter()
            .find(|(its, of)| *its == lang && !words(of).is_empty())
    };
    let any = || all.iter().find(|(_, of)| !words(of).is_empty());
    let (lang, of) = found(lang).or_else(|| found(own)).or_else(any)?;
    Some(Promised {
        words: words(of).to_owned(),
        lang: *lang,
    })
}

impl FormQuestion {
    /// What the form calls its field.
    #[must_use]
    pub fn field(&self) -> String {
        format!("q-{}", self.number)
    }

    /// Whether it stands on the form.
    #[must_use]
    pub const fn is_asked(&self) -> bool {
        self.removed_at.is_none()
    }

    /// Its words in this language, as they are written.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Option<&QuestionTexts> {
        let found = self.texts.iter().find(|(its, _)| *its == lang);
        found.map(|(_, texts)| texts)
    }

    /// Says it so in this language, and leaves the others as they are.
    pub fn say(&mut self, lang: Lang, texts: QuestionTexts) {
        self.texts.retain(|(its, _)| *its != lang);
        if !texts.is_empty() {
            self.texts.push((lang, texts));
        }
    }

    /// The question for readers of this language; `langs` are theirs and the petition's own.
    #[must_use]
    pub fn label(&self, langs: (Lang, Lang)) -> Promised {
        let found = said(&self.texts, langs, |texts| &texts.label);
        found.unwrap_or_else(|| Promised {
            words: self.field(),
            lang: langs.1,
        })
    }

    /// How to answer it.
    #[must_use]
    pub fn hint(&self, langs: (Lang, Lang)) -> Option<Promised> {
        said(&self.texts, langs, |texts| &texts.hint)
    }

    /// What it is asked for.
    #[must_use]
    pub fn purpose(&self, langs: (Lang, Lang)) -> Option<Promised> {
        said(&self.texts, langs, |texts| &texts.purpose)
    }

    /// What an option says.
    #[must_use]
    pub fn option(&self, number: i16, langs: (Lang, Lang)) -> Option<Promised> {
        let found = self.options.iter().find(|one| one.number == number)?;
        said(&found.words, langs, |words| words)
    }

    /// What can be chosen.
    pub fn offered(&self) -> impl Iterator<Item = &QuestionOption> {
        self.options.iter().filter(|one| one.is_offered())
    }

    /// Reads what was typed: nothing where it was left empty. Who has chosen what is not offered any more may leave it at that.
    ///
    /// # Errors
    /// What does not parse; `error-reply-gone` for what cannot be chosen.
    pub fn read(
        &self,
        typed: &TypedReplies,
        held: Option<&Reply>,
    ) -> Result<Option<Reply>, Invalid> {
        let value = typed.value(self.number).unwrap_or_default();
        let may = |option: i16| {
            let is_held = held.is_some_and(|held| held.options().contains(&option));
            let mut all = self.options.iter();
            all.any(|one| one.number == option && (one.is_offered() || is_held))
        };
        let gone = Invalid::new("error-reply-gone");
        Ok(match self.kind {
            QuestionKind::Short => Line::<SHORT>::optional(value)?.map(|it| Reply::Text(it.into())),
            QuestionKind::Long => Text::<LONG>::optional(value)?.map(|it| Reply::Text(it.into())),
            QuestionKind::Tick => (value == "1").then_some(Reply::Tick(true)),
            QuestionKind::Number => number(value)?.map(Reply::Text),
            QuestionKind::Date => match value.trim() {
                "" => None,
                day => {
                    let wrong = |_| Invalid::new("error-reply-date");
                    Some(Reply::Text(Day::parse(day).map_err(wrong)?.to_string()))
                }
            },
            QuestionKind::One => match value {
                "" => None,
                value => {
                    let chosen = value.parse().ok().filter(|option| may(*option));
                    Some(Reply::Options(vec![chosen.ok_or(gone)?]))
                }
            },
            QuestionKind::Several => {
                let chosen = typed.ticked(self.number);
                if !chosen.iter().all(|option| may(*option)) {
                    return Err(gone);
                }
                (!chosen.is_empty()).then_some(Reply::Options(chosen))
            }
        })
    }

    /// What was answered, in words of this language: one for each option that was chosen. A tick is none: it is said by "yes".
    #[must_use]
    pub fn told(&self, reply: &Reply, langs: (Lang, Lang)) -> Vec<String> {
        match reply {
            Reply::Tick(_) => Vec::new(),
            Reply::Text(text) => vec![text.clone()],
            Reply::Options(chosen) => {
                let each = chosen.iter().filter_map(|one| self.option(*one, langs));
                each.map(|said| said.words).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: QuestionKind) -> FormQuestion {
        let option = |number, removed_at| QuestionOption {
            number,
            removed_at,
            words: vec![(Lang::EN, format!("option {number}"))],
        };
        FormQuestion {
            number: 3,
            position: 1,
            removed_at: None,
            kind,
            is_required: false,
            texts: vec![(
                Lang::EN,
                QuestionTexts {
                    label: "Where?".to_owned(),
                    hint: String::new(),
                    purpose: "To plan.".to_owned(),
                },
            )],
            options: vec![
                option(1, None),
                option(2, Some(Time::from_micros(1))),
                option(4, None),
            ],
        }
    }

    fn typed(pairs: &[(&str, &str)]) -> TypedReplies {
        let mut typed = TypedReplies::default();
        for (name, value) in pairs {
            assert!(typed.put(name, (*value).to_owned()), "{name}");
        }
        typed
    }

    #[test]
    fn each_kind_is_read_and_empty_is_nothing() {
        let text = |text: &str| Ok(Some(Reply::Text(text.to_owned())));
        for (kind, value, read) in [
            (QuestionKind::Short, " Quay  9 ", text("Quay 9")),
            (QuestionKind::Long, "a\r\nb", text("a\nb")),
            (QuestionKind::Number, " -3,5 ", text("-3.5")),
            (QuestionKind::Date, "2027-05-03", text("2027-05-03")),
            (QuestionKind::Date, "3 May", Err("error-reply-date")),
            (QuestionKind::Tick, "1", Ok(Some(Reply::Tick(true)))),
            (QuestionKind::Tick, "0", Ok(None)),
            (QuestionKind::One, "4", Ok(Some(Reply::Options(vec![4])))),
            (QuestionKind::One, "2", Err("error-reply-gone")),
            (QuestionKind::One, "9", Err("error-reply-gone")),
            (QuestionKind::One, "x", Err("error-reply-gone")),
            (
                QuestionKind::Short,
                "a\u{202e}b",
                Err("error-line-characters"),
            ),
        ] {
            let got = question(kind).read(&typed(&[("q-3", value)]), None);
            assert_eq!(got.map_err(|e| e.key), read, "{kind:?} {value:?}");
        }
        for kind in QuestionKind::ALL {
            for blank in [&[][..], &[("q-3", "")], &[("q-7", "1"), ("q-7-1", "1")]] {
                assert_eq!(
                    question(kind).read(&typed(blank), None),
                    Ok(None),
                    "{kind:?}"
                );
            }
            assert_eq!(QuestionKind::parse(kind.as_str()), Some(kind));
        }
    }

    #[test]
    fn what_is_not_offered_any_more_stays_with_who_has_chosen_it() {
        let several = question(QuestionKind::Several);
        let held = Reply::Options(vec![2]);
        let both = typed(&[("q-3-4", "1"), ("q-3-2", "1"), ("q-3-1", "0")]);
        let kept = several.read(&both, Some(&held)).unwrap();
        assert_eq!(kept, Some(Reply::Options(vec![2, 4])));
        assert_eq!(
            several.read(&both, None).unwrap_err().key,
            "error-reply-gone"
        );
        let one = question(QuestionKind::One);
        let same = one.read(&typed(&[("q-3", "2")]), Some(&held)).unwrap();
        assert_eq!(same, Some(held));
    }

    #[test]
    fn a_language_without_words_reads_the_petitions_own() {
        let mut asked = question(QuestionKind::One);
        let spanish = QuestionTexts {
            label: "¿Dónde?".to_owned(),
            ..QuestionTexts::default()
        };
        asked.say(Lang::ES, spanish);
        asked.options[0].say(Lang::ES, "opción 1".to_owned());
        let langs = (Lang::ES, Lang::EN);
        assert_eq!(asked.label(langs).words, "¿Dónde?");
        assert_eq!(asked.purpose(langs).unwrap().lang, Lang::EN);
        assert_eq!(asked.hint(langs), None);
        let told = asked.told(&Reply::Options(vec![1, 2]), langs);
        assert_eq!(told, ["opción 1", "option 2"]);
        asked.say(Lang::ES, QuestionTexts::default());
        assert_eq!(asked.label(langs).words, "Where?");
        assert_eq!(asked.texts.len(), 1);
    }
}
