//! The folder of one language, as it lies in the program: `templates/words/{language}/`.
//!
//! Files at its top hold what every language says: public pages, letters, errors. `console/` holds what organizers read, where English
//! stands in for what is missing. `familiar/` holds what is said otherwise to readers who are addressed as friends are.

use std::collections::BTreeMap;

use rust_embed::Embed;

use super::error::Unreadable;
use super::names::NameOrder;
use crate::base::lang::Lang;

/// The words files, inside the program.
#[derive(Embed)]
#[folder = "templates/words/"]
struct Files;

/// A Fluent file: its path, and its text.
pub(super) type FluentText = (String, String);

/// What a language brings along.
#[derive(Default)]
pub(super) struct Folder {
    /// What every language says.
    pub(super) common: Vec<FluentText>,
    /// What organizers read.
    pub(super) console: Vec<FluentText>,
    /// What is said otherwise in the familiar voice.
    pub(super) familiar: Vec<FluentText>,
    /// The words that stand in confirmation mails.
    pub(super) match_words: Vec<String>,
    /// How names are sorted.
    pub(super) names: NameOrder,
}

/// All of them.
///
/// # Errors
/// [`Unreadable`] when a folder is no language, or a file is none that anybody reads.
pub(super) fn all() -> Result<BTreeMap<Lang, Folder>, Unreadable> {
    let mut folders = BTreeMap::<Lang, Folder>::new();
    for path in Files::iter() {
        let Some((name, file)) = path.split_once('/') else {
            continue;
        };
        let broken = |reason: &str| Unreadable {
            file: path.to_string(),
            reason: reason.to_owned(),
        };
        let lang = Lang::parse(name).ok().filter(|lang| lang.as_str() == name);
        let lang = lang.ok_or_else(|| broken("the folder is no language"))?;
        let bytes = Files::get(&path).ok_or_else(|| broken("gone"))?;
        let text = String::from_utf8(bytes.data.into_owned()).map_err(|_| broken("not UTF-8"))?;
        let folder = folders.entry(lang).or_default();
        let texts = match file.rsplit_once('/') {
            _ if file == "match-words.txt" => {
                folder.match_words = text.lines().map(str::to_owned).collect();
                continue;
            }
            _ if file == "names.txt" => {
                folder.names = NameOrder::parse(&text).ok_or_else(|| broken("no such order"))?;
                continue;
            }
            None => &mut folder.common,
            Some(("console", _)) => &mut folder.console,
            Some(("familiar", _)) => &mut folder.familiar,
            Some(_) => return Err(broken("nobody reads this folder")),
        };
        if !file.ends_with(".ftl") {
            return Err(broken("nobody reads such a file"));
        }
        texts.push((path.to_string(), text));
    }
    Ok(folders)
}
