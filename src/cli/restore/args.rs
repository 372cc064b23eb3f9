//! What `restore` is told on the command line, and what it says when it is done.

use super::restoring::{RestoreWish, Restored, restore};
use crate::cli::Failed;
use crate::cli::work::{print, stoppable};
use crate::serve::settings::Settings;
use clap::Args;
use std::path::PathBuf;

/// What is restored, and what is known to be lost.
#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct RestoreArgs {
    /// A file that undersigned backup made
    file: PathBuf,
    /// File of the secret key that an encrypted backup is opened with; may be given several times
    #[arg(long)]
    identity: Vec<PathBuf>,
    /// The secrets file is lost for good: restore with a new one, and run undersigned secrets adopt afterwards
    #[arg(long)]
    secrets_lost: bool,
    /// gone.log is lost for good: who had something deleted since the backup comes back with it
    #[arg(long)]
    gone_log_lost: bool,
    /// Restore even if a number of the backup is not what its rows say
    #[arg(long)]
    despite_differences: bool,
}

/// Restores into the database of the settings, which has to be empty or not there.
pub(in crate::cli) fn run(settings: &Settings, args: RestoreArgs) -> Result<(), Failed> {
    let wish = RestoreWish {
        file: args.file,
        identities: args.identity,
        into: settings.database.clone(),
        work: settings.data.clone(),
        secrets: settings.secrets.clone(),
        gone_logs: vec![
            settings.secrets.with_file_name("gone.log"),
            settings.data.join("gone.log"),
        ],
        is_secrets_lost: args.secrets_lost,
        is_gone_log_lost: args.gone_log_lost,
        is_despite_differences: args.despite_differences,
    };
    crate::serve::make_folder(&settings.data)?;
    let restored = stoppable("restore", move |writing| restore(&wish, writing))?;
    print(&told(&restored, args.secrets_lost))
}

fn told(restored: &Restored, is_secrets_lost: bool) -> String {
    let moment = match restored.moment {
        Some(moment) => format!("as of {}", moment.rfc3339()),
        None => "of an unknown moment".to_owned(),
    };
    let size = &restored.size;
    let mut told = format!(
        "restored {moment}: petitions: {}; signatures: {}, counted: {}\n",
        size.petitions, size.signatures, size.counted
    );
    for line in &restored.differences {
        told.push_str(&format!("{line}\n"));
    }
    let replayed: Vec<String> = restored
        .replayed
        .iter()
        .map(|(what, many)| format!("{} {many}", what.as_str()))
        .collect();
    told.push_str(&match replayed.is_empty() {
        true => "done again since then from gone.log: nothing\n".to_owned(),
        false => format!(
            "done again since then from gone.log: {}\n",
            replayed.join(", ")
        ),
    });
    if is_secrets_lost {
        told.push_str("no link that is out in a letter works: run undersigned secrets adopt before you start\n");
    }
    told.push_str(&format!(
        "no mail leaves, {} letters wait: look at the site, then run undersigned mail release\n",
        restored.letters
    ));
    told
}
