//! The man pages: one of the program with every setting, and one of each command.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io;

/// What stands at the foot of each.
const MANUAL: &str = "Undersigned";

const SETTINGS: &str = "Each setting stands on the command line, in the environment, or in a settings file; the first of these that says \
something holds. The settings file is TOML, with the names of the options (base-url = \"https://letters.example.org\"). The value of each but \
folders and files can stand in a file of its own: UNDERSIGNED_DATABASE_FILE names it, and so on. Passwords belong into files or into the \
environment: what is typed as an option is seen by every account of the machine. \"undersigned config show\" prints what holds and from where, \
without passwords.";

const FILES: [(&str, &str); 5] = [
    (
        "/etc/undersigned.toml",
        "The settings. While a password stands in it, it is refused when every account can read it.",
    ),
    (
        "/usr/share/undersigned/undersigned.toml",
        "A settings file to begin with, which names every setting.",
    ),
    (
        "/var/lib/undersigned",
        "The data folder of the Debian package's settings file. It stays when the package is purged.",
    ),
    (
        "DATA/undersigned.db",
        "The database, where it is the one file.",
    ),
    (
        "DATA/secrets",
        "What links in letters are made with and addresses are recognised by. Back it up apart from the database.",
    ),
];

const EXIT_STATUS: [(&str, &str); 3] = [
    ("0", "It is done."),
    ("1", "It could not be done, or check found a difference."),
    (
        "2",
        "A setting, an argument, the database or the secrets are not right, and nothing was begun.",
    ),
];

const AS_ITS_ACCOUNT: &str = "Where the program runs as a service, commands are given as the account of the service, so that files they make are \
its own: sudo -u undersigned undersigned check";

/// A page.
pub(super) struct ManPage {
    /// `undersigned-organizer-add`.
    pub(super) name: String,
    /// What it says.
    pub(super) roff: Vec<u8>,
}

/// The page of the program, then those of its commands.
///
/// # Errors
/// It cannot be written down; never, in memory.
pub(super) fn all(line: &Command) -> io::Result<Vec<ManPage>> {
    let name = line.get_name();
    let source = format!("{name} {}", line.get_version().unwrap_or_default());
    let mut pages = vec![of_program(line, &source)?];
    for command in line.get_subcommands() {
        add(command, name, &source, &mut pages)?;
    }
    Ok(pages)
}

fn of_program(line: &Command, source: &str) -> io::Result<ManPage> {
    let name = line.get_name().to_owned();
    // all settings in a row would be a page of brackets
    let usage = format!("{name} [settings] [command]");
    let mut roff = begun(line.clone().override_usage(usage), source)?;
    let mut more = Roff::new();
    section(&mut more, "SETTINGS", SETTINGS);
    list(&mut more, "FILES", &FILES);
    list(&mut more, "EXIT STATUS", &EXIT_STATUS);
    more.text([roman("What is wrong is one line on standard error.")]);
    section(&mut more, "NOTES", AS_ITS_ACCOUNT);
    more.to_writer(&mut roff)?;
    Ok(ManPage { name, roff })
}

/// Adds the page of a command, and those of the commands below it. Settings stand on the program's page: here are only its own options.
fn add(command: &Command, above: &str, source: &str, pages: &mut Vec<ManPage>) -> io::Result<()> {
    let typed = format!("{above} {}", command.get_name());
    let name = typed.replace(' ', "-");
    let own = command.clone().display_name(&name).bin_name(&typed);
    let mut roff = begun(own, source)?;
    let mut more = Roff::new();
    more.control("SH", ["SEE ALSO"]);
    more.text([
        bold("undersigned"),
        roman("(1) for the settings, which can be given here too, and for exit codes."),
    ]);
    more.to_writer(&mut roff)?;
    pages.push(ManPage { name, roff });
    for below in command.get_subcommands() {
        add(below, &typed, source, pages)?;
    }
    Ok(())
}

/// The sections that follow from a command itself.
fn begun(command: Command, source: &str) -> io::Result<Vec<u8>> {
    let mut command = command
        .disable_help_subcommand(true)
        .subcommand_help_heading("COMMANDS");
    command.build();
    let has_commands = command.has_subcommands();
    let man = Man::new(command).manual(MANUAL).source(source);
    let mut roff = Vec::new();
    man.render_title(&mut roff)?;
    man.render_name_section(&mut roff)?;
    man.render_synopsis_section(&mut roff)?;
    man.render_description_section(&mut roff)?;
    man.render_options_section(&mut roff)?;
    if has_commands {
        man.render_subcommands_section(&mut roff)?;
    }
    Ok(roff)
}

fn section(roff: &mut Roff, title: &str, text: &str) {
    roff.control("SH", [title]);
    roff.text([roman(text)]);
}

fn list(roff: &mut Roff, title: &str, lines: &[(&str, &str)]) {
    roff.control("SH", [title]);
    for (term, text) in lines {
        roff.control("TP", []);
        roff.text([bold(*term)]);
        roff.text([roman(*text)]);
    }
    roff.control("PP", []);
}
