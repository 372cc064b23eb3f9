//! Commands that do one thing and end.

use super::Failed;
use crate::account::deed::Deed;
use crate::account::store::activity::Doer;
use crate::base::{Clock, Slug};
use crate::config::Settings;
use crate::db::{self, Db};
use crate::petition::Petition;
use crate::petition::store::petitions;
use crate::routes;
use crate::signals::Signals;
use crate::signature::SignatureState;
use crate::signature::operator::check::{Difference, Size, differences, size};
use crate::transfer::organizations;
use crate::transfer::write::ExportError;
use crate::transfer::{ExportRequest, Format, write_all};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Opens a database that has to be there.
pub(super) fn existing(settings: &Settings) -> Result<Db, String> {
    settings.database.must_exist()?;
    Db::open(&settings.database)
}

/// Recounts every tally, as everything stands at one moment.
pub(super) fn check(settings: &Settings) -> Result<(), Failed> {
    let db = existing(settings)?;
    let (found, size) = db
        .snapshot_here(|conn| Ok::<_, db::Error>((differences(conn)?, size(conn)?)))
        .map_err(|error| Failed::Work(format!("cannot recount: {error}")))?;
    let damage = db
        .damage()
        .map_err(|error| Failed::Work(format!("cannot look for damage: {error}")))?;
    let mut told = String::new();
    for line in &damage {
        let _ = writeln!(told, "damaged: {line}");
    }
    for Difference {
        slug,
        state,
        tally,
        rows,
    } in &found
    {
        let _ = writeln!(
            told,
            "{slug}: {state}: tally {tally}, rows {rows}, difference {}",
            tally - rows
        );
    }
    let Size {
        petitions,
        signatures,
        counted,
    } = size;
    let _ = write!(
        told,
        "petitions: {petitions}; signatures: {signatures}, counted: {counted}"
    );
    if found.is_empty() && damage.is_empty() {
        let _ = writeln!(told, "; every tally agrees with its signatures");
        return print(&told);
    }
    let _ = writeln!(told);
    print(&told)?;
    Err(Failed::Found)
}

/// Copies the database. Ctrl-C and SIGTERM take away what was written so far.
pub(super) fn backup(settings: &Settings, into: &str) -> Result<(), Failed> {
    let stopped = |error: &dyn std::fmt::Display| Failed::Work(format!("backup: {error}"));
    let into = db::destination(into)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|error| stopped(&error))?;
    let from = settings.database.clone();
    let begun = Clock::system().now();
    let writing = db::Writing::default();
    let done = runtime.block_on(async {
        let signals = Signals::listen().map_err(|error| stopped(&error))?;
        let its = writing.clone();
        let work = tokio::task::spawn_blocking(move || {
            db::backup(&from, &into, &its)?;
            if let Err(error) = db::note_backup(&from, begun) {
                // The copy is whole: that is what was asked for.
                let _ = writeln!(
                    io::stderr(),
                    "undersigned: the copy is whole; that it was made cannot be noted in the database: {error}"
                );
            }
            Ok::<_, db::Failure>(())
        });
        tokio::select! {
            done = work => match done {
                Ok(done) => done.map_err(Failed::from),
                Err(_) => Err(stopped(&"it broke off")),
            },
            () = signals.one() => {
                writing.abandon();
                Err(stopped(&"it was stopped; nothing of it is left"))
            }
        }
    });
    // What still writes has lost its file and ends with the program.
    runtime.shutdown_background();
    done
}

fn unread(error: db::Error) -> Failed {
    Failed::Work(format!("export: {error}"))
}

/// The petition at this address, and where it is kept.
fn named(settings: &Settings, slug: &str) -> Result<(Db, Petition), Failed> {
    let unknown = || Failed::Work(format!("export: there is no petition {slug}"));
    let db = existing(settings)?;
    let slug = Slug::parse(slug).map_err(|_| unknown())?;
    let found = db.read_here(|conn| petitions::by_slug(conn, &slug));
    let petition = found.map_err(unread)?.ok_or_else(unknown)?;
    Ok((db, petition))
}

/// Writes a petition's organizations to standard output.
pub(super) fn export_organizations(settings: &Settings, slug: &str) -> Result<(), Failed> {
    let (db, petition) = named(settings, slug)?;
    tell_log(&db, &petition, Deed::EXPORTED_ORGANIZATIONS);
    let table = db.read_here(|conn| organizations::table(conn, petition.id));
    let mut out = io::stdout().lock();
    out.write_all(&table.map_err(unread)?)
        .and_then(|()| out.flush())
        .or_else(read_enough)
}

/// Writes in the log of a petition's organization that a list was taken. Who runs the site has the database anyway: a log that cannot be
/// written keeps no list from them.
fn tell_log(db: &Db, petition: &Petition, deed: Deed) {
    let told = db.write_here(|tx| {
        let doer = Doer::operator(Clock::system().now());
        doer.did(tx, petition.organization, deed, petition.slug.as_str())
    });
    if let Err(error) = told {
        eprintln!("undersigned: the activity log was not written: {error}");
    }
}

/// Streams a petition's signatures to standard output.
pub(super) fn export(
    settings: &Settings,
    slug: &str,
    format: Format,
    states: Vec<SignatureState>,
) -> Result<(), Failed> {
    let (db, petition) = named(settings, slug)?;
    let slug = petition.slug.clone();
    let mut once = Vec::new();
    for state in states {
        if !once.contains(&state) {
            once.push(state);
        }
    }
    let wanted = ExportRequest {
        petition: petition.id,
        slug,
        states: once,
        format,
        has_bom: false,
        only_opted_in: false,
        founder: None,
        most_public: petition.settings.most_public,
    };
    let mut out = io::stdout().lock();
    let now = Clock::system().now();
    tell_log(&db, &petition, Deed::EXPORTED);
    let mut conn = db.open_reader().map_err(unread)?;
    match write_all(&mut conn, &wanted, now, &mut out) {
        Ok(_) => Ok(()),
        Err(ExportError::Fault(error)) => Err(unread(error)),
        Err(ExportError::Out(error)) => read_enough(error),
    }
}

/// Prints the table that the server serves.
pub(super) fn routes() -> Result<(), Failed> {
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
    print(&told)
}

/// Writes to standard output.
pub(super) fn print(text: &str) -> Result<(), Failed> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .or_else(read_enough)
}

/// `export .. | head` has what it wanted.
fn read_enough(error: io::Error) -> Result<(), Failed> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failed::Work(format!("cannot write: {error}"))),
    }
}
