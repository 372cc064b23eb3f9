//! All languages, loaded once.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use super::error::Unreadable;
use super::folder::{self, Folder};
use super::names::NameOrder;
use super::say::Words;
use super::voice::Voice;
use crate::base::lang::Lang;

/// How names are sorted, by language.
static NAME_ORDERS: LazyLock<BTreeMap<Lang, NameOrder>> = LazyLock::new(|| {
    let folders = folder::all().unwrap_or_default();
    let orders = folders
        .into_iter()
        .map(|(lang, folder)| (lang, folder.names));
    orders.collect()
});

/// Every language the program speaks.
pub struct Library {
    languages: Vec<Lang>,
    words: BTreeMap<Lang, Spoken>,
    english: Arc<Words>,
}

/// A language in both voices, where it has both.
struct Spoken {
    formal: Arc<Words>,
    familiar: Option<Arc<Words>>,
}

impl Library {
    /// Reads every folder of `templates/words/`. English is the language the others fall back to, message by message.
    ///
    /// # Errors
    /// [`Unreadable`] if a file does not parse or a language has no formatter.
    pub fn load() -> Result<Self, Unreadable> {
        let mut folders = folder::all()?;
        let english = folders.remove(&Lang::EN).ok_or_else(|| Unreadable {
            file: Lang::EN.to_string(),
            reason: "no such folder".to_owned(),
        })?;
        let english = Spoken::load(Lang::EN, english, None)?;
        let spare = Arc::clone(&english.formal);
        let mut words = BTreeMap::from([(Lang::EN, english)]);
        for (lang, folder) in folders {
            let loaded = Spoken::load(lang, folder, Some(Arc::clone(&spare)))?;
            words.insert(lang, loaded);
        }
        // English first, the others by name
        let others = words.keys().copied().filter(|lang| *lang != Lang::EN);
        Ok(Self {
            languages: std::iter::once(Lang::EN).chain(others).collect(),
            words,
            english: spare,
        })
    }

    /// The languages there are words for, English first.
    pub fn languages(&self) -> &[Lang] {
        &self.languages
    }

    /// Whether there are words for this language.
    pub(crate) fn speaks(&self, lang: Lang) -> bool {
        self.words.contains_key(&lang)
    }

    /// How names of people who signed in this language are sorted.
    pub fn name_order(lang: Lang) -> NameOrder {
        NAME_ORDERS.get(&lang).copied().unwrap_or_default()
    }

    /// Whether this language addresses friends otherwise than strangers.
    pub fn has_voices(&self, lang: Lang) -> bool {
        let spoken = self.words.get(&lang);
        spoken.is_some_and(|spoken| spoken.familiar.is_some())
    }

    /// The words of a language; of English if the program does not speak it.
    pub fn words(&self, lang: Lang) -> Arc<Words> {
        self.words_in(lang, Voice::Formal)
    }

    /// The same in this voice, where the language has both.
    pub fn words_in(&self, lang: Lang, voice: Voice) -> Arc<Words> {
        let spoken = self.words.get(&lang);
        let words = spoken.map(|spoken| match voice {
            Voice::Formal => &spoken.formal,
            Voice::Familiar => spoken.familiar.as_ref().unwrap_or(&spoken.formal),
        });
        Arc::clone(words.unwrap_or(&self.english))
    }
}

impl Spoken {
    fn load(lang: Lang, folder: Folder, english: Option<Arc<Words>>) -> Result<Self, Unreadable> {
        let familiar = folder.familiar;
        let formal = Words::load(
            lang,
            &folder.common,
            &folder.console,
            folder.match_words,
            english,
        )?;
        let formal = Arc::new(formal);
        let familiar = match familiar.as_slice() {
            [] => None,
            texts => {
                let over = Some(Arc::clone(&formal));
                Some(Words::load(lang, texts, &[], Vec::new(), over)?)
            }
        };
        Ok(Self {
            formal,
            familiar: familiar.map(Arc::new),
        })
    }
}
