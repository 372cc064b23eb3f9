//! `generate`: the files of a package that follow from the command line itself, so that they never say something else.

use super::{Failed, man_pages};
use clap::Command;
use clap_complete::Shell;
use std::fs;
use std::io;
use std::path::Path;

/// The folder of man pages, in the one that is named.
const MAN: &str = "man";
/// The folder of what completes commands.
const COMPLETIONS: &str = "completions";
/// Shells, and what each calls its file for a program.
const SHELLS: [(Shell, &str); 3] = [
    (Shell::Bash, "undersigned"),
    (Shell::Zsh, "_undersigned"),
    (Shell::Fish, "undersigned.fish"),
];

/// Writes `man/*.1` and `completions/*` into the folder. What lies there already under one of these names is written over.
///
/// # Errors
/// A file cannot be written.
pub(super) fn generate(line: Command, folder: &Path) -> Result<(), Failed> {
    write(line, folder)
        .map_err(|error| Failed::Work(format!("cannot write into {}: {error}", folder.display())))
}

fn write(line: Command, folder: &Path) -> io::Result<()> {
    let man = folder.join(MAN);
    fs::create_dir_all(&man)?;
    for page in man_pages::all(&line)? {
        fs::write(man.join(format!("{}.1", page.name)), page.roff)?;
    }
    let completions = folder.join(COMPLETIONS);
    fs::create_dir_all(&completions)?;
    let name = line.get_name().to_owned();
    for (shell, file) in SHELLS {
        let mut written = Vec::new();
        clap_complete::generate(shell, &mut line.clone(), &name, &mut written);
        fs::write(completions.join(file), written)?;
    }
    Ok(())
}
