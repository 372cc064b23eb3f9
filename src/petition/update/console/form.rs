//! The form of an update: title and text in each language, named `title-es` and so on.

use crate::base::{Lang, Line, Text};
use crate::petition::text::markdown::render;
use crate::petition::update::model::UpdateText;
use crate::web::{Fields, Named, TextField, WrongFields, by_name};
use serde::{Deserialize, Deserializer};

/// Most characters of a title.
pub(crate) const TITLE: usize = 150;
/// Most characters of a text.
pub const BODY: usize = 20_000;

/// The form as it was typed, or as it is shown first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UpdateForm {
    /// The revision the form was filled from; empty for a new update.
    pub revision: String,
    /// In the order of the form.
    pub texts: Vec<TypedText>,
    /// Where to go when it is saved: `preview`, `publish`, or nothing.
    pub then: String,
}

/// The fields of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedText {
    /// The language.
    pub lang: Lang,
    /// The title.
    pub title: String,
    /// Markdown.
    pub body: String,
}

impl UpdateForm {
    /// The form of these texts, with fields for each of `langs`, `own` first.
    #[must_use]
    pub fn of(revision: String, texts: &[UpdateText], own: Lang, langs: &[Lang]) -> Self {
        let mut typed = Self {
            revision,
            then: String::new(),
            texts: texts
                .iter()
                .map(|text| TypedText {
                    lang: text.lang,
                    title: text.title.clone(),
                    body: text.body.clone(),
                })
                .collect(),
        };
        typed.complete(own, langs);
        typed
    }

    /// Adds the languages that are missing and puts the petition's own first.
    pub(crate) fn complete(&mut self, own: Lang, langs: &[Lang]) {
        for lang in langs {
            if self.texts.iter().all(|text| text.lang != *lang) {
                self.texts.push(TypedText {
                    lang: *lang,
                    title: String::new(),
                    body: String::new(),
                });
            }
        }
        self.texts.sort_by_key(|text| (text.lang != own, text.lang));
    }

    /// Reads it: a language is there whole or not at all, and one is there.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the form.
    pub fn read(&self) -> Result<Vec<UpdateText>, WrongFields> {
        let mut wrong = WrongFields::default();
        let mut texts = Vec::new();
        let is_blank = |text: &TypedText| format!("{}{}", text.title, text.body).trim().is_empty();
        let are_all_blank = self.texts.iter().all(is_blank);
        for (place, typed) in self.texts.iter().enumerate() {
            if is_blank(typed) && !(are_all_blank && place == 0) {
                continue;
            }
            let lang = typed.lang;
            let title = Line::<TITLE>::optional(&typed.title).map(|line| line.map(String::from));
            let body = Text::<BODY>::optional(&typed.body).map(|text| text.map(String::from));
            let title = wrong.need(format!("title-{lang}"), title, "error-title-missing");
            let body = wrong.need(format!("body-{lang}"), body, "error-text-missing");
            if let (Some(title), Some(body)) = (title, body) {
                texts.push(UpdateText {
                    lang,
                    title,
                    body_html: render(&body),
                    body,
                });
            }
        }
        wrong.none_or(Some(texts))
    }
}

impl Named for UpdateForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        match name {
            "revision" => self.revision = value,
            "then" => self.then = value,
            _ => {
                let Some((part, lang)) = name.split_once('-') else {
                    return false;
                };
                let Ok(lang) = Lang::parse(lang) else {
                    return false;
                };
                self.complete(lang, &[lang]);
                let Some(text) = self.texts.iter_mut().find(|text| text.lang == lang) else {
                    return false;
                };
                match part {
                    "title" => text.title = value,
                    "body" => text.body = value,
                    _ => return false,
                }
            }
        }
        true
    }
}

impl Fields for UpdateForm {
    const TEXTS: &'static [TextField] = &[
        TextField::each("title", "edit-title", TITLE),
        TextField::each("body", "edit-body", BODY),
    ];
}

impl<'de> Deserialize<'de> for UpdateForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(title: &str, body: &str) -> UpdateForm {
        let text = UpdateText {
            lang: Lang::EN,
            title: title.to_owned(),
            body: body.to_owned(),
            body_html: String::new(),
        };
        UpdateForm::of("1".to_owned(), &[text], Lang::ES, &[Lang::EN, Lang::ES])
    }

    #[test]
    fn a_language_is_there_whole_or_not_at_all() {
        let read = typed("News", "We met *them*.").read().unwrap();
        assert_eq!(read.len(), 1, "Spanish is blank");
        assert!(
            read.iter()
                .all(|text| text.body_html.contains("<em>them</em>"))
        );
        let half = typed("News", " ").read().unwrap_err();
        assert_eq!(half.list(), [("body-en".to_owned(), "error-text-missing")]);
    }

    #[test]
    fn nothing_at_all_is_asked_for_in_the_own_language() {
        let none = typed("", "").read().unwrap_err();
        assert_eq!(
            none.list(),
            [
                ("title-es".to_owned(), "error-title-missing"),
                ("body-es".to_owned(), "error-text-missing")
            ]
        );
        let long = typed(&"x".repeat(151), &"x".repeat(20_001))
            .read()
            .unwrap_err();
        assert_eq!(long.list().len(), 2);
    }
}
