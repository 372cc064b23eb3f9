//! The command line: serve, demo, check, export, organizer, backup, routes. Nothing else reads
//! arguments.

use crate::account::add_organizer;
use crate::account::found::OrganizationName;
use crate::base::{Clock, Email, Lang, PersonName, Slug, Strictness};
use crate::config::{Settings, Typed, check_environment};
use crate::db::{self, Db};
use crate::demo;
use crate::mail::MailSetting;
use crate::petition::store;
use crate::routes;
use crate::serve;
use crate::signature::State;
use crate::signature::check::{Difference, differences};
use crate::transfer::write::Broken;
use crate::transfer::{Format, Wanted, write_all};
use crate::web::urls;
use crate::words::Library;
use clap::{Parser, Subcommand};
use std::fmt::Write as _;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Petitions, open letters and pledges that a campaign hosts itself.
#[derive(Debug, Parser)]
#[command(name = "undersigned", version, about)]
struct Line {
    #[command(flatten)]
    settings: Typed,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve (this is what happens without a command)
    Serve,
    /// Serve invented petitions, signers and an organizer, loaded once
    Demo,
    /// Recount every tally from the signatures; exit 1 with the difference
    Check,
    /// Write a petition's signatures to standard output
    Export {
        /// The last part of its address
        slug: String,
        /// csv or ndjson
        #[arg(long, default_value = "csv")]
        format: String,
        /// Any of counted, held, withdrawn, removed
        #[arg(long, default_value = "counted", value_delimiter = ',')]
        states: Vec<String>,
    },
    /// Copy the one-file database while it is in use
    Backup {
        /// The file to write; it must not exist
        file: PathBuf,
    },
    /// Print every address: method, path, who may, limit
    Routes,
    /// Let an organizer in
    #[command(subcommand)]
    Organizer(OrganizerCommand),
}

#[derive(Debug, Subcommand)]
enum OrganizerCommand {
    /// Make somebody an owner of an organization, and print the link they come in by, good for 72 hours
    Add {
        /// Their address
        #[arg(long)]
        email: String,
        /// Their full name
        #[arg(long)]
        name: String,
        /// Name of the organization; made if there is none
        #[arg(long)]
        organization: String,
    },
}

/// How a command failed.
enum Failed {
    /// The settings are wrong: exit 2.
    Settings(String),
    /// The command found what it looked for: exit 1.
    Found,
}

impl From<String> for Failed {
    fn from(line: String) -> Self {
        Self::Settings(line)
    }
}

/// Runs the program.
#[must_use]
pub fn run() -> ExitCode {
    let line = match Line::try_parse() {
        Ok(line) => line,
        Err(error) if error.use_stderr() => {
            let told = error.to_string();
            let first = told.lines().next().unwrap_or("wrong arguments");
            return refuse(first.trim_start_matches("error: "));
        }
        Err(help) => {
            // Help and version go to standard output.
            let _ = help.print();
            return ExitCode::SUCCESS;
        }
    };
    match command(line) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failed::Found) => ExitCode::from(1),
        Err(Failed::Settings(line)) => refuse(&line),
    }
}

/// One clear line and exit 2.
fn refuse(line: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "undersigned: {line}");
    ExitCode::from(2)
}

fn command(line: Line) -> Result<(), Failed> {
    check_environment()?;
    let command = line.command.unwrap_or(Command::Serve);
    if matches!(command, Command::Routes) {
        print(&table())?;
        return Ok(());
    }
    let settings = line.settings.check()?;
    match command {
        Command::Serve => Ok(serve_all(&settings)?),
        Command::Demo => Ok(demo(&settings)?),
        Command::Check => check(&settings),
        Command::Export {
            slug,
            format,
            states,
        } => Ok(export(&settings, &slug, &format, &states)?),
        Command::Backup { file } => Ok(crate::db::backup(&settings.database, &file)?),
        Command::Organizer(OrganizerCommand::Add {
            email,
            name,
            organization,
        }) => Ok(add_organizer(&settings, &email, &name, &organization)?),
        Command::Routes => Ok(()),
    }
}

fn block_on(work: impl Future<Output = Result<(), String>>) -> Result<(), String> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| format!("cannot start: {error}"))?
        .block_on(work)
}

/// Plain lines on standard error; `RUST_LOG` chooses what is told.
fn log() {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,actix_server=warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal())
        .init();
}

// Opening blocks, so it is done before there is anything asynchronous.

fn serve_all(settings: &Settings) -> Result<(), String> {
    log();
    let app = serve::open(settings, Strictness::Public)?;
    let first = serve::set_up_address(&app)?;
    block_on(serve::serve(settings, app, |_| {
        if let Some(address) = first {
            let _ = print(&format!(
                "Nobody organizes here yet. Set it up within an hour at\n{address}\n"
            ));
        }
    }))
}

fn add_organizer(
    settings: &Settings,
    email: &str,
    name: &str,
    organization: &str,
) -> Result<(), String> {
    let english = Library::load()
        .map_err(|error| error.to_string())?
        .words(Lang::EN);
    let wrong = |what: &str, key: &str| format!("--{what}: {}", english.say(key));
    let email = Email::parse(email, Strictness::Public).map_err(|e| wrong("email", e.key))?;
    let name = PersonName::parse(name).map_err(|e| wrong("name", e.key))?;
    let organization =
        OrganizationName::parse(organization).map_err(|e| wrong("organization", e.key))?;
    let (db, secrets) = serve::open_stores(settings)?;
    let now = Clock::system().now();
    let token = db
        .write_here(|tx| add_organizer::add(tx, &secrets, &email, &name, &organization, now))
        .map_err(|error| format!("cannot add the organizer: {error}"))?;
    print(&format!("{}{}\n", settings.base_url, urls::setup(&token)))
}

fn demo(settings: &Settings) -> Result<(), String> {
    if !settings.is_at_home() || settings.mail != MailSetting::Capture {
        return Err(
            "demo: invented people are for this machine only: leave base-url and mail at their defaults"
                .to_owned(),
        );
    }
    log();
    let app = serve::open(settings, Strictness::Testing)?;
    let fault = |error: db::Error| format!("demo: {error}");
    demo::load(&app.db, &app.site).map_err(fault)?;
    app.look()?;
    let owner = demo::Owner::of(&app.site);
    let is_known = app
        .db
        .read_here(|conn| owner.is_known(conn))
        .map_err(fault)?;
    let told = welcome(settings, Some(&owner).filter(|_| is_known));
    block_on(serve::serve(settings, app, move |_| {
        // Nobody may be reading.
        let _ = print(&told);
    }))
}

/// What a newcomer wants to know.
fn welcome(settings: &Settings, owner: Option<&demo::Owner>) -> String {
    let (url, mails, door) = (
        &settings.base_url,
        urls::CAPTURED_MAILS,
        urls::sign_in(None),
    );
    let mut told = format!("\nPetitions      {url}/\n");
    if let Some(demo::Owner { email, passphrase }) = owner {
        let _ = write!(
            told,
            "Organizer      {url}{door}\n    email        {email}\n    passphrase   {passphrase}\n"
        );
    }
    let _ = write!(
        told,
        "Captured mail  {url}{mails}\n\nCtrl-C stops it; what you did is kept in {}.\n\n",
        settings.data.display()
    );
    told
}

fn check(settings: &Settings) -> Result<(), Failed> {
    let db = Db::open(&settings.database)?;
    let found = db
        .read_here(differences)
        .map_err(|error| format!("cannot recount: {error}"))?;
    if found.is_empty() {
        print("every tally agrees with its signatures\n")?;
        return Ok(());
    }
    let mut told = String::new();
    for Difference {
        slug,
        state,
        tally,
        rows,
    } in found
    {
        let _ = writeln!(
            told,
            "{slug}: {state}: tally {tally}, rows {rows}, difference {}",
            tally - rows
        );
    }
    print(&told)?;
    Err(Failed::Found)
}

/// A file for other programs: without a byte order mark.
fn export(settings: &Settings, slug: &str, format: &str, states: &[String]) -> Result<(), String> {
    let format = Format::parse(format).ok_or("--format is csv or ndjson")?;
    let mut chosen = Vec::new();
    for state in states {
        let state =
            State::parse(state).ok_or("--states are counted, held, withdrawn and removed")?;
        if !chosen.contains(&state) {
            chosen.push(state);
        }
    }
    let unknown = || format!("there is no petition {slug}");
    let slug = Slug::parse(slug).map_err(|_| unknown())?;
    let db = Db::open(&settings.database)?;
    let failed = |error: Broken| format!("cannot export: {error}");
    let mut conn = db.open_reader().map_err(|error| failed(error.into()))?;
    let petition = store::by_slug(&mut conn, &slug)
        .map_err(|error| failed(error.into()))?
        .ok_or_else(unknown)?;
    let wanted = Wanted {
        petition: petition.id,
        slug,
        states: chosen,
        format,
        has_bom: false,
        only_opted_in: false,
    };
    let mut out = std::io::stdout().lock();
    match write_all(&mut conn, &wanted, Clock::system().now(), &mut out) {
        // `export .. | head` has what it wanted.
        Err(Broken::Out(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map(|_| ()).map_err(failed),
    }
}

fn table() -> String {
    let mut told = String::new();
    for route in routes::TABLE.iter().chain(routes::CAPTURED) {
        let _ = writeln!(
            told,
            "{:4} {} {} {}",
            route.method,
            route.path,
            route.who.as_str(),
            route.limit
        );
    }
    told
}

fn print(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|error| format!("cannot write: {error}"))
}
