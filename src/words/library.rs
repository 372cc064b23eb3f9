//! All languages, loaded once.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::Embed;

use super::error::Unreadable;
use super::say::Words;
use crate::base::lang::Lang;

/// The words files, inside the program.
#[derive(Embed)]
#[folder = "templates/words/"]
struct Files;

/// Every language the program speaks.
pub struct Library {
    languages: Vec<Lang>,
    words: BTreeMap<Lang, Arc<Words>>,
    english: Arc<Words>,
}

impl Library {
    /// Reads every folder of `templates/words/`. English is the language the others fall back to, message by message.
    ///
    /// # Errors
    /// [`Unreadable`] if a file does not parse or a language has no formatter.
    pub fn load() -> Result<Self, Unreadable> {
        let folders = folders()?;
        let english = Arc::new(Words::load(Lang::EN, texts(&folders, Lang::EN)?, None)?);
        let mut words = BTreeMap::from([(Lang::EN, Arc::clone(&english))]);
        for lang in folders.keys().filter(|lang| **lang != Lang::EN) {
            let texts = texts(&folders, *lang)?;
            let loaded = Words::load(*lang, texts, Some(Arc::clone(&english)))?;
            words.insert(*lang, Arc::new(loaded));
        }
        // English first, the others by name
        let others = words.keys().copied().filter(|lang| *lang != Lang::EN);
        Ok(Self {
            languages: std::iter::once(Lang::EN).chain(others).collect(),
            words,
            english,
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

    /// The words of a language; of English if the program does not speak it.
    pub fn words(&self, lang: Lang) -> Arc<Words> {
        Arc::clone(self.words.get(&lang).unwrap_or(&self.english))
    }
}

type Folders = BTreeMap<Lang, Vec<(String, String)>>;

/// The files by language: name and text.
fn folders() -> Result<Folders, Unreadable> {
    let mut folders = Folders::new();
    for path in Files::iter() {
        let Some((folder, name)) = path.split_once('/') else {
            continue;
        };
        let broken = |reason: &str| Unreadable {
            file: path.to_string(),
            reason: reason.to_owned(),
        };
        let lang = Lang::parse(folder).map_err(|_| broken("the folder is no language"))?;
        let file = Files::get(&path).ok_or_else(|| broken("gone"))?;
        let text = String::from_utf8(file.data.into_owned()).map_err(|_| broken("not UTF-8"))?;
        folders
            .entry(lang)
            .or_default()
            .push((name.to_owned(), text));
    }
    Ok(folders)
}

fn texts(folders: &Folders, lang: Lang) -> Result<&[(String, String)], Unreadable> {
    folders
        .get(&lang)
        .map(Vec::as_slice)
        .ok_or_else(|| Unreadable {
            file: lang.to_string(),
            reason: "no such folder".to_owned(),
        })
}
