//! The form of a picture: what is said of it in each language, `alt-es` and so on, beside the file.

use super::{held, make};
use crate::base::{Lang, Line};
use crate::petition::rules::picture::{PetitionPicture, PictureText};
use crate::web::{Fields, Named, TextField, Uploads, WrongFields, by_name};
use serde::{Deserialize, Deserializer};

/// Most characters of what it shows.
pub(crate) const ALT: usize = 300;
/// Most characters of whose it is.
pub(crate) const CREDIT: usize = 120;
/// Most characters of the sentence below it.
pub(crate) const CAPTION: usize = 200;

/// The form as it was typed, or as it is shown first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PictureForm {
    /// The revision the form was filled from.
    pub revision: String,
    /// Whether another picture is to be put in the place of what there is.
    pub is_new: bool,
    /// A picture that was sent before, sealed.
    pub held: String,
    /// Whether a file was sent that could not be kept.
    pub is_lost: bool,
    /// In the order of the form.
    pub texts: Vec<TypedPictureText>,
}

/// The fields of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedPictureText {
    /// The language.
    pub lang: Lang,
    /// What it shows.
    pub alt: String,
    /// Whose it is.
    pub credit: String,
    /// The sentence below it.
    pub caption: String,
}

impl TypedPictureText {
    fn blank(lang: Lang) -> Self {
        Self {
            lang,
            alt: String::new(),
            credit: String::new(),
            caption: String::new(),
        }
    }

    fn is_blank(&self) -> bool {
        [&self.alt, &self.credit, &self.caption]
            .iter()
            .all(|part| part.trim().is_empty())
    }
}

impl PictureForm {
    /// The form of this picture; of none, one without a word: what was said of another is not true of the next.
    #[must_use]
    pub fn of(revision: i64, picture: Option<&PetitionPicture>, langs: &[Lang]) -> Self {
        let texts = picture.map_or(&[][..], |picture| &picture.texts);
        let mut typed = Self {
            revision: revision.to_string(),
            is_new: picture.is_none(),
            texts: texts
                .iter()
                .map(|text| TypedPictureText {
                    lang: text.lang,
                    alt: text.alt.clone(),
                    credit: text.credit.clone(),
                    caption: text.caption.clone(),
                })
                .collect(),
            ..Self::default()
        };
        typed.complete(langs);
        typed
    }

    /// Has fields for each of these languages, in their order, and for no other.
    pub(crate) fn complete(&mut self, langs: &[Lang]) {
        for lang in langs {
            if self.texts.iter().all(|text| text.lang != *lang) {
                self.texts.push(TypedPictureText::blank(*lang));
            }
        }
        let place = |lang: Lang| langs.iter().position(|one| *one == lang);
        self.texts.retain(|text| place(text.lang).is_some());
        self.texts.sort_by_key(|text| place(text.lang));
    }

    /// Reads what is said of it: what it shows is needed in each of these languages, and in any in which something else is said.
    pub(crate) fn read(&self, needed: &[Lang], wrong: &mut WrongFields) -> Vec<PictureText> {
        let mut texts = Vec::new();
        for typed in &self.texts {
            if typed.is_blank() && !needed.contains(&typed.lang) {
                continue;
            }
            let lang = typed.lang;
            let alt = Line::<ALT>::optional(&typed.alt);
            let alt = wrong.need(format!("alt-{lang}"), alt, "error-alt-missing");
            let credit = wrong.take(
                format!("credit-{lang}"),
                Line::<CREDIT>::optional(&typed.credit),
            );
            let caption = wrong.take(
                format!("caption-{lang}"),
                Line::<CAPTION>::optional(&typed.caption),
            );
            if let (Some(alt), Some(credit), Some(caption)) = (alt, credit, caption) {
                texts.push(PictureText {
                    lang,
                    alt: alt.into(),
                    credit: credit.map(String::from).unwrap_or_default(),
                    caption: caption.map(String::from).unwrap_or_default(),
                });
            }
        }
        texts
    }
}

impl Named for PictureForm {
    fn put(&mut self, name: &str, value: String) -> bool {
        match name {
            "revision" => self.revision = value,
            "new" => self.is_new = value == "1",
            "held" => self.held = value,
            "lost" => self.is_lost = value == "1",
            _ => {
                let Some((part, lang)) = name.split_once('-') else {
                    return false;
                };
                let Ok(lang) = Lang::parse(lang) else {
                    return false;
                };
                if self.texts.iter().all(|text| text.lang != lang) {
                    self.texts.push(TypedPictureText::blank(lang));
                }
                let Some(text) = self.texts.iter_mut().find(|text| text.lang == lang) else {
                    return false;
                };
                match part {
                    "alt" => text.alt = value,
                    "credit" => text.credit = value,
                    "caption" => text.caption = value,
                    _ => return false,
                }
            }
        }
        true
    }
}

impl Fields for PictureForm {
    const TEXTS: &'static [TextField] = &[
        TextField::each("alt", "picture-alt", ALT),
        TextField::each("credit", "picture-credit", CREDIT),
        TextField::each("caption", "picture-caption", CAPTION),
    ];
    const MORE: usize = held::MOST;
}

impl Uploads for PictureForm {
    const FILE: &'static str = "picture";
    const FILE_LIMIT: usize = make::FILE;
}

impl<'de> Deserialize<'de> for PictureForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        by_name(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(lang: Lang, alt: &str, credit: &str) -> PictureForm {
        let mut form = PictureForm::default();
        assert!(form.put(&format!("alt-{lang}"), alt.to_owned()));
        assert!(form.put(&format!("credit-{lang}"), credit.to_owned()));
        form.complete(&[Lang::ES, Lang::EN]);
        form
    }

    fn wrong(form: &PictureForm, needed: &[Lang]) -> Vec<(String, &'static str)> {
        let mut wrong = WrongFields::default();
        form.read(needed, &mut wrong);
        wrong.list().to_vec()
    }

    #[test]
    fn what_it_shows_is_needed_wherever_readers_are_and_wherever_something_else_is_said() {
        let form = typed(Lang::EN, "A drawer", "");
        assert_eq!(wrong(&form, &[Lang::EN]), []);
        let missing = |lang: &str| vec![(format!("alt-{lang}"), "error-alt-missing")];
        assert_eq!(wrong(&form, &[Lang::ES, Lang::EN]), missing("es"));
        assert_eq!(wrong(&typed(Lang::EN, " ", "Ana"), &[]), missing("en"));
        let long = "x".repeat(ALT + 1);
        let long = wrong(&typed(Lang::EN, &long, ""), &[]);
        assert_eq!(long, [("alt-en".to_owned(), "error-line-long")]);
    }

    #[test]
    fn only_languages_of_the_petition_are_kept_and_only_known_fields() {
        let mut form = typed(Lang::EN, "A drawer", "Ana");
        form.complete(&[Lang::EN]);
        assert_eq!(form.texts.len(), 1);
        for name in [
            "alt",
            "alt-",
            "alt-xyzw",
            "title-en",
            "jpeg",
            "small_sha256",
        ] {
            assert!(!form.put(name, String::new()), "{name}");
        }
    }
}
