//! What people write into a form: how much of it there may be, what each field is called, and the same again to be read.
//!
//! The limit of a body follows from the limits of the fields it holds, so that what a field takes is never refused at the door.

use crate::base::Lang;
use crate::web::site::Site;
use crate::words::Words;

/// Most bytes of one character on its way: four in UTF-8, each written `%xx`.
const BYTES: usize = 12;
/// Bytes for everything that nobody writes: names of fields, choices, guard, revision.
const BESIDE: usize = 16 * 1024;

/// A field that people write into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextField {
    /// Its name in the form; `title` stands for `title-es` too where there is one for each language.
    pub name: &'static str,
    /// The words key of its label.
    pub label: &'static str,
    /// Most characters.
    pub most: usize,
    /// Whether there is one for each language.
    pub is_in_each_language: bool,
    /// How many lines have it, each with the number of the line behind its name: `words-es-3`. None: it stands by itself.
    pub lines: Option<usize>,
}

impl TextField {
    /// A field that is there once.
    #[must_use]
    pub const fn one(name: &'static str, label: &'static str, most: usize) -> Self {
        Self {
            name,
            label,
            most,
            is_in_each_language: false,
            lines: None,
        }
    }

    /// A field for each language.
    #[must_use]
    pub(crate) const fn each(name: &'static str, label: &'static str, most: usize) -> Self {
        Self {
            is_in_each_language: true,
            ..Self::one(name, label, most)
        }
    }

    /// The same in each of so many lines.
    pub(crate) const fn in_lines(self, lines: usize) -> Self {
        Self {
            lines: Some(lines),
            ..self
        }
    }

    /// Whether a field of this name is one of it, and in which language.
    fn holds(&self, name: &str) -> Option<Option<Lang>> {
        let name = match self.lines {
            Some(lines) => {
                let (name, line) = name.rsplit_once('-')?;
                line.parse().ok().filter(|line: &usize| *line < lines)?;
                name
            }
            None => name,
        };
        if !self.is_in_each_language {
            return (name == self.name).then_some(None);
        }
        let lang = name.strip_prefix(self.name)?.strip_prefix('-')?;
        Lang::parse(lang).ok().map(Some)
    }
}

/// Most bytes of the body of a form with these fields, on a site that speaks these languages: a petition may be written in one more.
#[must_use]
pub fn body_limit(texts: &[TextField], spoken: &[Lang]) -> usize {
    let times = |field: &TextField| {
        let langs = match field.is_in_each_language {
            true => spoken.len() + 1,
            false => 1,
        };
        langs * field.lines.unwrap_or(1)
    };
    let each = texts.iter().map(|field| field.most * BYTES * times(field));
    BESIDE + each.sum::<usize>()
}

/// What somebody wrote into one field, to be read and copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenText {
    /// What the field is called.
    pub label: String,
    /// The language it is written in, if the form knows.
    pub lang: Option<String>,
    /// The text.
    pub text: String,
}

/// What was written into a form that was sent, and the form as it was sent, so that it can be sent again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentForm {
    /// Where it was sent.
    pub action: String,
    /// All fields, hidden ones too.
    pub fields: Vec<(String, String)>,
    /// Those that people write into.
    pub texts: &'static [TextField],
}

impl SentForm {
    /// What was written, in the order of the form; empty fields are left out.
    #[must_use]
    pub fn written(&self, site: &Site, w: &Words) -> Vec<WrittenText> {
        let held = |(name, value): &(String, String)| {
            if value.trim().is_empty() {
                return None;
            }
            let (field, lang) = self
                .texts
                .iter()
                .find_map(|field| Some((field, field.holds(name)?)))?;
            let label = w.say(field.label);
            Some(WrittenText {
                label: match lang {
                    Some(lang) if site.library.speaks(lang) => {
                        format!("{label} ({})", site.words(lang).say("language-name"))
                    }
                    Some(lang) => format!("{label} ({lang})"),
                    None => label.to_owned(),
                },
                lang: lang.map(|lang| lang.to_string()),
                text: value.clone(),
            })
        };
        self.fields.iter().filter_map(held).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Library;

    #[test]
    fn the_limit_of_a_body_holds_every_character_that_its_fields_take() {
        let texts = [
            TextField::each("body", "edit-body", 40_000),
            TextField::one("founders", "edit-founders", 100),
            TextField::each("words", "step-words", 160).in_lines(12),
        ];
        let library = Library::load().unwrap();
        let spoken = library.languages();
        let in_each = 40_000 + 160 * 12;
        let longest = in_each * "%F0%A0%80%80".len() * (spoken.len() + 1) + 100 * 12;
        assert_eq!(body_limit(&texts, spoken), longest + BESIDE);
        assert_eq!(body_limit(&[], spoken), BESIDE);
    }

    const TEXTS: &[TextField] = &[
        TextField::each("title", "edit-title", 150),
        TextField::each("words", "step-words", 160).in_lines(12),
        TextField::one("day", "step-day", 20).in_lines(12),
    ];

    #[test]
    fn what_was_written_is_told_by_field_and_language() {
        let library = Library::load().unwrap();
        let secrets = crate::base::Secrets::for_test();
        let clock = crate::base::Clock::standing_at(crate::base::Time::from_micros(0));
        let site = Site::new("http://127.0.0.1".to_owned(), clock, library, secrets);
        let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let sent = SentForm {
            action: "/a".to_owned(),
            fields: vec![
                field("revision", "7"),
                field("title-es", "Actas"),
                field("title-en", " "),
                field("body-xx", "?"),
                field("title", "?"),
                field("words-es-11", "La entregamos"),
                field("words-es-12", "?"),
                field("words-11", "?"),
                field("day-0", "2027-05-12"),
                field("day", "?"),
            ],
            texts: TEXTS,
        };
        let words = site.words(Lang::EN);
        let written = sent.written(&site, &words);
        let told: Vec<_> = written
            .iter()
            .map(|one| (one.label.as_str(), one.text.as_str()))
            .collect();
        let day = ("Day", "2027-05-12");
        let words = ("What happens (Español)", "La entregamos");
        assert_eq!(told, [("Title (Español)", "Actas"), words, day]);
    }
}
