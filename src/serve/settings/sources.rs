//! Where each setting comes from: the command line before the environment, the environment before the settings file, and where nobody
//! says anything, the default. The only reader of the environment.

use super::known::{CONFIG, DATA, SETTINGS, Setting};
use super::settings_file::{self, FileSettings};
use super::typed::TypedSettings;
use super::value_file;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Where the settings of a machine are.
pub(crate) const OF_THE_MACHINE: &str = "/etc/undersigned.toml";
/// Where those of a data folder are.
pub(crate) const IN_DATA: &str = "undersigned.toml";

/// From where a setting is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SettingSource {
    /// `--listen`.
    Flag,
    /// A variable; or a file, by a variable that names it.
    Environment(String),
    /// A line of the settings file, from 1.
    File(PathBuf, usize),
    /// Nobody says anything.
    Default,
}

/// Every setting as a text, and from where it is.
#[derive(Debug, Clone, Default)]
pub(crate) struct SettingTexts {
    pub(super) texts: BTreeMap<&'static str, (String, SettingSource)>,
}

impl SettingTexts {
    /// What a setting says; none where nobody says anything and nothing holds then.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(|(text, _)| text.as_str())
    }

    /// What a setting says on the command line or in the environment; none where it is said in neither.
    pub(crate) fn typed(&self, name: &str) -> Option<&str> {
        let mut typed = self.all_typed();
        typed
            .find(|(typed, _)| *typed == name)
            .map(|(_, text)| text)
    }

    /// All that are said there, by name.
    pub(crate) fn all_typed(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = self.texts.iter();
        all.filter_map(|(name, (text, source))| match source {
            SettingSource::Flag | SettingSource::Environment(_) => Some((*name, text.as_str())),
            _ => None,
        })
    }

    /// Sets it as if it had been typed.
    pub(crate) fn set(&mut self, name: &'static str, text: String) {
        self.texts.insert(name, (text, SettingSource::Flag));
    }

    /// From where a setting is.
    pub(super) fn source(&self, name: &str) -> SettingSource {
        let found = self.texts.get(name);
        found.map_or(SettingSource::Default, |(_, source)| source.clone())
    }
}

impl TypedSettings {
    /// Puts everything together that is said anywhere.
    ///
    /// # Errors
    /// One line that names the variable or the file, and the line and word in it.
    pub(crate) fn resolve(self) -> Result<SettingTexts, String> {
        check_environment()?;
        let mut said = SettingTexts::default();
        for setting in &SETTINGS {
            if let Some(found) = self.said(setting)? {
                said.texts.insert(setting.name, found);
            }
        }
        if let Some(path) = said.settings_file() {
            said.add(settings_file::read(&path)?, &path)?;
        }
        for setting in &SETTINGS {
            if let Some(default) = setting.default {
                let default = || (default.to_owned(), SettingSource::Default);
                said.texts.entry(setting.name).or_insert_with(default);
            }
        }
        Ok(said)
    }

    /// What the command line or the environment says.
    fn said(&self, setting: &Setting) -> Result<Option<(String, SettingSource)>, String> {
        let of_file = setting.variable_of_file();
        Ok(match self.given.get(setting.name) {
            Some((text, true)) => Some((text.clone(), SettingSource::Flag)),
            Some((text, false)) => Some((
                text.clone(),
                SettingSource::Environment(setting.variable.to_owned()),
            )),
            None => match variable(&of_file) {
                Some(path) => {
                    let text = value_file::read(&of_file, Path::new(&path))?;
                    Some((text, SettingSource::Environment(of_file)))
                }
                None => None,
            },
        })
    }
}

impl SettingTexts {
    /// The settings file: the one that is named, else that of the machine, else that of the data folder; none where there is none.
    fn settings_file(&self) -> Option<PathBuf> {
        if let Some(named) = self.get(CONFIG) {
            return Some(named.into());
        }
        let data = SETTINGS.iter().find(|setting| setting.name == DATA);
        let data = self.get(DATA).or(data.and_then(|data| data.default));
        let in_data = data.map(|data| Path::new(data).join(IN_DATA));
        let places = [Some(PathBuf::from(OF_THE_MACHINE)), in_data];
        places.into_iter().flatten().find(|place| place.exists())
    }

    /// Adds what the settings file says and nothing before it said.
    fn add(&mut self, file: FileSettings, path: &Path) -> Result<(), String> {
        for (setting, text, line) in file.settings {
            if setting.name == CONFIG {
                return Err(settings_file::told(
                    path,
                    line,
                    "config names this file, and cannot stand in it",
                ));
            }
            let source = SettingSource::File(path.to_owned(), line);
            self.texts.entry(setting.name).or_insert((text, source));
        }
        let config = || (path.display().to_string(), SettingSource::Default);
        self.texts.entry(CONFIG).or_insert_with(config);
        Ok(())
    }
}

/// Names of the environment that begin like ours and are not: a typing error would otherwise be a
/// setting that silently does nothing. And two names for one setting, of which one would.
fn check_environment() -> Result<(), String> {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the only reader of the environment"
    )]
    let names = std::env::vars_os().map(|(name, _)| name);
    let known = |name: &str| SETTINGS.iter().find(|setting| setting.variable == name);
    for name in names {
        let name = name.to_string_lossy().into_owned();
        if !name.starts_with("UNDERSIGNED_") || known(&name).is_some() {
            continue;
        }
        let of_file = name.strip_suffix("_FILE").and_then(known);
        let Some(setting) = of_file else {
            let variables = SETTINGS.iter().map(|setting| setting.variable);
            let places = SETTINGS.iter().filter(|setting| setting.is_place);
            let places: Vec<_> = places.map(|setting| setting.variable).collect();
            return Err(format!(
                "{name} is not a setting; known are {} (and, for all but {}, the same with _FILE behind)",
                variables.collect::<Vec<_>>().join(", "),
                places.join(" and ")
            ));
        };
        let direct = setting.variable;
        if setting.is_place {
            return Err(format!(
                "{name} is not a setting: {direct} is the name of a file or folder already"
            ));
        }
        if variable(&name).is_some() && variable(direct).is_some() {
            return Err(format!(
                "{direct} and {name} are both set: keep one of them"
            ));
        }
    }
    Ok(())
}

/// A variable of the environment; an empty one is not set.
fn variable(name: &str) -> Option<OsString> {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the only reader of the environment"
    )]
    std::env::var_os(name).filter(|value| !value.is_empty())
}
