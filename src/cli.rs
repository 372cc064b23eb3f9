//! The command line: serve, demo, init, check, doctor, export, organizer, event, token, webhook, reports, backup, restore, drill, mail, secrets,
//! config, routes, generate. Nothing else reads arguments.

mod doctor;
mod drill;
mod event;
mod export;
mod generate;
mod init;
mod log_lines;
mod mail;
mod man_pages;
mod organizer;
mod reports;
mod restore;
mod secrets;
mod serving;
mod token;
mod webhook;
mod work;

use crate::db::Failure;
use crate::mail::LONGEST;
use crate::serve::settings::TypedSettings;
use clap::{ArgMatches, CommandFactory, FromArgMatches, Parser, Subcommand};
use ipnet::IpNet;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

const EXIT_CODES: &str = "\
Settings stand on the command line, in the environment, or in /etc/undersigned.toml; the first of these holds. The value of each but
folders and files can stand in a file of its own: UNDERSIGNED_DATABASE_FILE names it, and so on.

Exit codes: 0 it is done; 1 it could not be done, or check found a difference, or doctor something wrong; 2 a setting, an
argument, the database or the secrets are not right, and nothing was begun. In words: one line on
standard error.";

/// Petitions, open letters and pledges that a campaign hosts itself.
#[derive(Debug, Parser)]
#[command(name = "undersigned", version, about, after_help = EXIT_CODES)]
struct CommandLine {
    #[command(flatten)]
    settings: TypedSettings,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve (this is what happens without a command)
    Serve {
        /// Say what the start would do to the schema of the database, and end without changing anything
        #[arg(long)]
        dry_run: bool,
    },
    /// Serve invented petitions, signers and an organizer, loaded once
    Demo,
    /// Ask five questions, try each answer out, and write the settings; what is said on the command line is not asked
    Init(init::run::TypedInit),
    /// Recount every tally from the signatures; exit 1 with the difference
    Check,
    /// Look whether all is well, also from outside, and say what to do; exit 1 if something is wrong
    Doctor(doctor::TypedDoctor),
    /// Write a petition's signatures to standard output; exit 1 if there is no such petition
    Export {
        /// The last part of the petition's address
        slug: String,
        #[command(flatten)]
        options: Box<export::TypedExport>,
        /// The organizations that signed, with whoever signed for them (csv)
        #[arg(long)]
        organizations: bool,
    },
    /// Let an organizer in
    #[command(subcommand)]
    Organizer(OrganizerCommand),
    /// Networks where many people sign at once: a lecture hall, a table at a fair
    #[command(subcommand)]
    Event(EventCommand),
    /// Let programs in: scripts, other tools' connectors
    #[command(subcommand)]
    Token(TokenCommand),
    /// Other programs that hear of what happens under petitions
    #[command(subcommand)]
    Webhook(webhook::WebhookCommand),
    /// List what visitors have reported about pages, the newest first
    Reports,
    /// Copy the database while it is in use
    Backup {
        /// A file that does not exist yet (one that ends in .age is encrypted), or postgres://... of an empty database
        file: String,
    },
    /// Make a backup the database of this installation, which has to be empty or not there; no mail leaves afterwards
    Restore(restore::RestoreArgs),
    /// Make a backup, restore it beside, count it and throw it away: says what would be lost, and how long it takes
    Drill(drill::DrillArgs),
    /// Mail that is held back
    #[command(subcommand)]
    Mail(MailCommand),
    /// Bring database and secrets together
    #[command(subcommand)]
    Secrets(SecretsCommand),
    /// What is set, and where
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Print every address: method, path, who may, limit
    Routes,
    /// Write man pages and what completes commands in shells into a folder
    Generate {
        /// The folder; made if there is none
        folder: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Print what holds and from where, as a settings file, without passwords
    Show,
}

#[derive(Debug, Subcommand)]
enum EventCommand {
    /// Let mails to those who sign from a network go at sixty a minute instead of twenty
    Add {
        /// The network, as 192.0.2.0/24 or 2001:db8::/48, or one address
        #[arg(value_parser = event::network)]
        network: IpNet,
        /// For how long
        #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u64).range(1..=LONGEST))]
        hours: u64,
        /// For one petition alone: the last part of its address
        #[arg(long)]
        petition: Option<String>,
    },
    /// List those that are not over
    List,
}

#[derive(Debug, Subcommand)]
enum TokenCommand {
    /// Make a token and print it last, alone on its line; it is shown this once
    Add(token::TypedToken),
    /// List those of all organizations, the newest first
    List,
    /// End one: it opens nothing from the next request on
    Revoke {
        /// The six characters behind pt_live_
        id: String,
    },
}

#[derive(Debug, Subcommand)]
enum MailCommand {
    /// Let mail go out again after a restore, but for letters that are too old; says how many
    Release,
}

#[derive(Debug, Subcommand)]
enum SecretsCommand {
    /// Give the database the secrets of this installation, because its own are lost for good; with every instance stopped
    Adopt,
}

/// What `--operator` of `organizer add` says. The setting of the same name is global, so that clap hands the value of the one to the
/// other: they have to be of one type, and who runs the site is never called so.
const IS_OPERATOR: &str = "--operator";

#[derive(Debug, Subcommand)]
enum OrganizerCommand {
    /// Print the link by which the first organizer comes in, good for an hour; nothing where somebody organizes already
    First,
    /// Make somebody an owner of an organization, an operator of this site, or both, and print the link they come in by, good for
    /// 72 hours
    Add {
        /// Their address
        #[arg(long)]
        email: String,
        /// Their full name
        #[arg(long)]
        name: String,
        /// Name of the organization; made if there is none
        #[arg(long, required_unless_present = "operator")]
        organization: Option<String>,
        /// Let them see the operator's pages of this site (they need a second factor there); gives no right in any organization
        #[arg(long, num_args = 0, default_missing_value = IS_OPERATOR)]
        operator: Option<String>,
    },
    /// Take the operator's pages from somebody; their place in organizations stays as it is
    DropOperator {
        /// Their address
        #[arg(long)]
        email: String,
    },
    /// Take the second factor off somebody's account, who has lost phone and recovery codes; a letter tells them
    DropSecondFactor {
        /// Their address
        #[arg(long)]
        email: String,
    },
}

/// How a command failed.
enum Failed {
    /// The settings or arguments are wrong, or the database cannot be opened: exit 2.
    Settings(String),
    /// What was asked for could not be done: exit 1.
    Work(String),
    /// It said itself what it found: exit 1.
    Found,
}

/// Nearly every line is one about settings.
impl From<String> for Failed {
    fn from(line: String) -> Self {
        Self::Settings(line)
    }
}

impl From<Failure> for Failed {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(line) => Self::Settings(line),
            Failure::Broken(line) => Self::Work(line),
        }
    }
}

/// Runs the program.
#[must_use]
pub fn run() -> ExitCode {
    // Whatever is made from here on is its owner's alone: database, log, backups, exports, secrets.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let line = match CommandLine::command().try_get_matches() {
        Ok(line) => line,
        Err(error) if error.use_stderr() => return refuse(&in_one_line(&error.to_string()), 2),
        Err(help) => {
            // Help and version go to standard output.
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
    };
    match command(&line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed::Found) => ExitCode::from(1),
        Err(Failed::Work(line)) => refuse(&line, 1),
        Err(Failed::Settings(line)) => refuse(&line, 2),
    }
}

/// What is wrong, without the usage that clap says after it.
fn in_one_line(told: &str) -> String {
    let said: Vec<&str> = told
        .lines()
        .map(str::trim)
        .take_while(|line| !line.is_empty())
        .collect();
    let said = said.join(" ");
    let said = said.strip_prefix("error: ").unwrap_or(&said);
    format!("{said}; see undersigned --help")
}

/// One clear line.
fn refuse(line: &str, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "undersigned: {line}");
    ExitCode::from(code)
}

fn command(typed: &ArgMatches) -> Result<(), Failed> {
    let line =
        CommandLine::from_arg_matches(typed).map_err(|error| in_one_line(&error.to_string()))?;
    let command = line.command.unwrap_or(Command::Serve { dry_run: false });
    if let Command::Generate { folder } = &command {
        return generate::generate(CommandLine::command(), folder);
    }
    let texts = line.settings.resolve()?;
    if matches!(command, Command::Routes) {
        return work::routes();
    }
    if matches!(command, Command::Config(ConfigCommand::Show)) {
        return work::print(&texts.shown());
    }
    if let Command::Init(typed) = command {
        return init::run::init(texts, &typed);
    }
    let settings = texts.check()?;
    match command {
        Command::Serve { dry_run: false } => Ok(serving::serve(&settings)?),
        Command::Serve { dry_run: true } => serving::dry_run(&settings),
        Command::Demo => Ok(serving::demo(&settings)?),
        Command::Check => work::check(&settings),
        Command::Doctor(typed) => doctor::examine(&settings, typed),
        Command::Export {
            slug,
            options,
            organizations,
        } => match organizations {
            true => export::organizations(&settings, &slug),
            false => export::list(&settings, &slug, *options),
        },
        Command::Organizer(OrganizerCommand::First) => organizer::first(&settings),
        Command::Organizer(OrganizerCommand::Add {
            email,
            name,
            organization,
            operator,
        }) => organizer::add(
            &settings,
            (&email, &name),
            organization.as_deref(),
            operator.as_deref() == Some(IS_OPERATOR),
        ),
        Command::Organizer(OrganizerCommand::DropOperator { email }) => {
            organizer::drop_operator(&settings, &email)
        }
        Command::Organizer(OrganizerCommand::DropSecondFactor { email }) => {
            organizer::drop_second_factor(&settings, &email)
        }
        Command::Event(EventCommand::Add {
            network,
            hours,
            petition,
        }) => event::add(&settings, network, hours, petition.as_deref()),
        Command::Event(EventCommand::List) => event::list(&settings),
        Command::Token(TokenCommand::Add(typed)) => token::add(&settings, &typed),
        Command::Token(TokenCommand::List) => token::list(&settings),
        Command::Token(TokenCommand::Revoke { id }) => token::revoke(&settings, &id),
        Command::Webhook(command) => webhook::run(&settings, command),
        Command::Secrets(SecretsCommand::Adopt) => secrets::adopt(&settings),
        Command::Reports => reports::list(&settings),
        Command::Backup { file } => work::backup(&settings, &file),
        Command::Restore(args) => restore::run(&settings, args),
        Command::Drill(args) => drill::run(&settings, args),
        Command::Mail(MailCommand::Release) => mail::release(&settings),
        Command::Routes
        | Command::Config(ConfigCommand::Show)
        | Command::Generate { .. }
        | Command::Init(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{CommandLine, in_one_line};
    use clap::{CommandFactory, Parser};

    #[test]
    fn the_line_is_well_made() {
        CommandLine::command().debug_assert();
    }

    #[test]
    fn every_mistake_is_one_line_that_names_it() {
        for (typed, named) in [
            (vec!["--lisen", "x"], "--lisen"),
            (vec!["--listen"], "--listen"),
            (vec!["serv"], "serv"),
            (vec!["backup"], "<FILE>"),
            (vec!["doctor", "--resolver", "192.0.2.1"], "--resolver"),
            (vec!["doctor", "--dkim-selector", "s1;"], "--dkim-selector"),
            (vec!["backup", "a", "b"], "'b'"),
            (vec!["restore"], "<FILE>"),
            (vec!["restore", "a", "--identity"], "--identity"),
            (vec!["mail"], "Mail that is held back"),
            (vec!["export"], "<SLUG>"),
            (vec!["export", "s", "--format", "xml"], "xml"),
            (vec!["export", "s", "--states", "counted,gone"], "gone"),
            (vec!["export", "s", "--columns", "email,phone"], "phone"),
            (vec!["export", "s", "--preset", "salesforce"], "salesforce"),
            (vec!["export", "s"], "--purpose"),
            (vec!["export", "s", "--purpose", "import"], "--recipient"),
            (vec!["organizer"], "organizer"),
            (vec!["token", "add", "--name", "N"], "--scopes"),
            (vec!["token", "add", "--name", "N", "--scopes", "x"], "x"),
            (vec!["organizer", "add", "--name", "N"], "--email"),
            (vec!["serve", "--listen", "a", "--listen", "b"], "--listen"),
        ] {
            let all = std::iter::once("undersigned").chain(typed.iter().copied());
            let told = in_one_line(&CommandLine::try_parse_from(all).unwrap_err().to_string());
            assert!(told.contains(named), "{typed:?}: {told}");
            assert!(
                !told.contains('\n') && told.len() < 200,
                "{typed:?}: {told}"
            );
        }
    }
}
