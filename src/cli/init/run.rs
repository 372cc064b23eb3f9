//! Asks, tries out, writes, starts the service of the package, and prints how the first organizer comes in.

use super::answers::SettingAnswers;
use super::first_start::first_start;
use super::settings_place::SettingsPlace;
use super::{ask_site, ask_stores, terminal};
use crate::cli::Failed;
use crate::cli::work::print;
use crate::serve::make_folder;
use crate::serve::settings::SettingTexts;
use clap::Args;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

/// What `init` is told beside the settings.
#[derive(Debug, Args)]
pub(crate) struct TypedInit {
    /// File that the settings are written into (default: /etc/undersigned.toml for root of a machine with the package, else
    /// DATA/undersigned.toml)
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
    /// Write them although something speaks against it, such as a name that does not lead here yet
    #[arg(long)]
    unchecked: bool,
}

/// All of it. Nothing is written before every answer is there.
///
/// # Errors
/// What is missing, wrong or in the way; what the system says.
pub(crate) fn init(texts: SettingTexts, typed: &TypedInit) -> Result<(), Failed> {
    let place = SettingsPlace::of(&texts, typed.into.as_deref())?;
    if terminal::is_there() {
        terminal::tell(
            "Five questions. Each answer is tried out; nothing is written before the last. Ctrl-C stops.",
        );
    }
    let mut answers = SettingAnswers::new(texts, typed.unchecked);
    answers.texts.set("data", place.data.display().to_string());
    let site = ask_site::site(&mut answers)?;
    let is_public = site.as_ref().is_some_and(|site| !site.is_at_home());
    if is_public {
        ask_site::https(&mut answers)?;
    }
    let file = format!("sqlite:{}", place.data.join("undersigned.db").display());
    ask_stores::database(&mut answers, &file)?;
    if is_public {
        let email = ask_stores::operator(&mut answers)?;
        if let Some(site) = &site {
            ask_stores::mail(&mut answers, site, email.as_ref())?;
        }
    }
    if is_public && answers.texts.typed("backup-every").is_none() {
        answers.texts.set("backup-every", "1d".to_owned());
    }
    answers.complete()?;
    let settings = answers.texts.check()?;
    if place.owner().is_none() {
        make_folder(&place.data)?;
    }
    place.write(&answers.texts)?;
    print(&format!("Written: {}\n", place.file.display()))?;
    first_start(&place, &settings)?;
    first_link(&place)
}

/// Has this very program print how the first organizer comes in, as whoever the data folder belongs to: what it makes there is
/// theirs.
fn first_link(place: &SettingsPlace) -> Result<(), Failed> {
    let failed = |error: &dyn std::fmt::Display| {
        Failed::Work(format!(
            "the settings are written; how the first organizer comes in could not be told: {error}; try: undersigned organizer first"
        ))
    };
    let program = std::env::current_exe().map_err(|error| failed(&error))?;
    let mut command = Command::new(program);
    command
        .args(["organizer", "first", "--config"])
        .arg(&place.file);
    if let Some((user, group)) = place.owner() {
        command.uid(user).gid(group);
    }
    let ended = command.status().map_err(|error| failed(&error))?;
    match ended.success() {
        true => Ok(()),
        false => Err(failed(&"see above")),
    }
}
