//! Settings as they are typed on the command line or stand in the environment, before they are read.

use super::known::{SETTINGS, Setting};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Args, Command, FromArgMatches};
use std::collections::BTreeMap;

/// What was typed, by name, and whether on the command line; else it stands in the environment.
#[derive(Debug, Clone, Default)]
pub struct TypedSettings {
    pub(super) given: BTreeMap<&'static str, (String, bool)>,
}

impl Args for TypedSettings {
    fn augment_args(command: Command) -> Command {
        let arg = |setting: &'static Setting| {
            let default = setting.default.filter(|default| !default.is_empty());
            let help = match default {
                Some(default) => format!("{} (default: {default})", setting.help),
                None => setting.help.to_owned(),
            };
            Arg::new(setting.name)
                .long(setting.name)
                .global(true)
                .env(setting.variable)
                .hide_env_values(setting.is_secret)
                .value_name(setting.variable.trim_start_matches("UNDERSIGNED_"))
                .help(help)
        };
        SETTINGS
            .iter()
            .fold(command, |command, setting| command.arg(arg(setting)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for TypedSettings {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut typed = Self::default();
        typed.update_from_arg_matches(matches)?;
        Ok(typed)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for setting in &SETTINGS {
            let is_flag = matches.value_source(setting.name) == Some(ValueSource::CommandLine);
            let value = matches.get_one::<String>(setting.name);
            // an empty variable is not set, as compose files write it
            if let Some(value) = value.filter(|value| is_flag || !value.is_empty()) {
                self.given.insert(setting.name, (value.clone(), is_flag));
            }
        }
        Ok(())
    }
}
