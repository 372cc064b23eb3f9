//! Commands that do one thing and end.

use super::Failed;
use crate::base::Clock;
use crate::db::{self, Db, Target};
use crate::routes;
use crate::serve::backup::make;
use crate::serve::make_folder;
use crate::serve::settings::Settings;
use crate::signals::Signals;
use crate::signature::operator::check::{Size, differences, size};
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
    for wrong in &found {
        let _ = writeln!(told, "{wrong}");
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

/// Copies the database; encrypted into a file whose name ends in `.age`.
pub(super) fn backup(settings: &Settings, into: &str) -> Result<(), Failed> {
    let into = db::destination(into)?;
    let encrypted_place = match &into {
        Target::Sqlite(file) => Some(file.clone()).filter(|file| make::is_encrypted_place(file)),
        Target::Postgres(_) => None,
    };
    let recipients = settings.backup.recipients.clone();
    if encrypted_place.is_some() && recipients.is_empty() {
        return Err(Failed::Settings(
            "backup: a file that ends in .age is encrypted: set backup-recipient to the public key that age-keygen prints".to_owned(),
        ));
    }
    if encrypted_place.is_some() {
        make_folder(&settings.data)?;
    }
    let (from, data) = (settings.database.clone(), settings.data.clone());
    let begun = Clock::system().now();
    stoppable("backup", move |writing| {
        match &encrypted_place {
            Some(place) => make::encrypted(&from, (place, &data), &recipients, writing, begun)?,
            None => db::backup(&from, &into, writing, begun)?,
        }
        if let Err(error) = db::note_backup(&from, begun) {
            // The copy is whole: that is what was asked for.
            let _ = writeln!(
                io::stderr(),
                "undersigned: the copy is whole; that it was made cannot be noted in the database: {error}"
            );
        }
        Ok(())
    })
}

/// Does work that writes files. Ctrl-C and SIGTERM take away what was written so far.
pub(super) fn stoppable<T: Send + 'static>(
    command: &'static str,
    work: impl FnOnce(&db::Writing) -> Result<T, Failed> + Send + 'static,
) -> Result<T, Failed> {
    let stopped = |error: &dyn std::fmt::Display| Failed::Work(format!("{command}: {error}"));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|error| stopped(&error))?;
    let writing = db::Writing::default();
    let done = runtime.block_on(async {
        let signals = Signals::listen().map_err(|error| stopped(&error))?;
        let its = writing.clone();
        let work = tokio::task::spawn_blocking(move || work(&its));
        tokio::select! {
            done = work => done.unwrap_or_else(|_| Err(stopped(&"it broke off"))),
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
pub(super) fn read_enough(error: io::Error) -> Result<(), Failed> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(Failed::Work(format!("cannot write: {error}"))),
    }
}
