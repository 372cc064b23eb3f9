//! Which petition a page or a mail is about, in the words of its reader.

use super::labels::{count_key, eyebrow};
use crate::base::Lang;
use crate::petition::cache::PublicPetition;
use crate::web::urls;
use crate::words::Words;

/// Which petition a page or a mail is about.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// `letter`, `pledge` or `petition`.
    pub kind: &'a str,
    /// To whom, if to somebody.
    pub target: Option<&'a str>,
    /// Its title.
    pub title: &'a str,
    /// Language of the title.
    pub lang: &'a str,
    /// Path of its page.
    pub href: String,
    /// The organization's name.
    pub organization: &'a str,
}

impl<'a> About<'a> {
    /// This petition in this language, or in the one it is written in.
    #[must_use]
    pub fn of(shown: &'a PublicPetition, lang: Lang) -> Self {
        let text = shown.text(lang);
        Self {
            kind: shown.petition.kind.as_str(),
            target: text
                .map(|text| text.target.as_str())
                .filter(|target| !target.is_empty()),
            title: text.map_or("", |text| text.title.as_str()),
            lang: text.map_or("", |text| text.lang.as_str()),
            href: urls::petition(Some(lang), &shown.petition.slug),
            organization: &shown.organization.name,
        }
    }

    /// "Open letter to the State Judicial Council".
    #[must_use]
    pub(crate) fn eyebrow(&self, w: &Words) -> String {
        eyebrow(w, self.kind, self.target)
    }

    /// The sentence with the number.
    #[must_use]
    pub(crate) fn count_key(&self) -> &'static str {
        count_key(self.kind)
    }
}
