//! Brings the schema up to date at start, and refuses a database that is ahead of the program.

use super::Conn;
use super::open::Target;
use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Any number, the same in every instance: two that start at once take turns.
const LOCK: &str = "SELECT pg_advisory_lock(7305806161)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(7305806161)";

/// Runs what is pending.
///
/// # Errors
/// One line for the operator.
pub(super) fn bring_up(target: &Target) -> Result<(), String> {
    if let Target::Sqlite(path) = target {
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
        if folder.is_some_and(|f| !f.is_dir()) {
            return Err(format!("cannot open {target:?}: its folder does not exist"));
        }
    }
    let mut conn = target.open(true).map_err(|error| match target {
        // SQLite's words name the file only; PostgreSQL's could name the account.
        Target::Sqlite(_) => format!("cannot open {target:?}: {error}"),
        Target::Postgres(_) => format!(
            "cannot open the database at {target:?}: check host, name, user and password, \
             and that the server is running"
        ),
    })?;
    match &mut conn {
        Conn::Sqlite(c) => advance(c, SQLITE),
        Conn::Postgres(c) => {
            c.batch_execute(LOCK)
                .map_err(|_| "cannot lock the schema".to_owned())?;
            let done = advance(c, POSTGRES);
            // The lock ends with the connection anyway.
            let _ = c.batch_execute(UNLOCK);
            done
        }
    }
}

fn advance<DB, C>(conn: &mut C, source: EmbeddedMigrations) -> Result<(), String>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let refuse = |what: &str| format!("cannot read the schema of the database: {what}");
    let known: Vec<Box<dyn Migration<DB>>> = source.migrations().map_err(|_| refuse("no steps"))?;
    let applied = conn
        .applied_migrations()
        .map_err(|_| refuse("is it a database of this program?"))?;
    let newer = applied
        .iter()
        .any(|version| !known.iter().any(|step| step.name().version() == *version));
    if newer {
        return Err(
            "the database was written by a newer version of this program: \
                    start that version, or restore an older backup"
                .to_owned(),
        );
    }
    conn.run_pending_migrations(source)
        .map_err(|error| format!("cannot bring the schema of the database up to date: {error}"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use diesel::Connection;
    use diesel::sqlite::{Sqlite, SqliteConnection};

    #[test]
    fn every_step_goes_up_down_and_up_again() {
        let mut conn = SqliteConnection::establish(":memory:").unwrap();
        let steps: Vec<Box<dyn Migration<Sqlite>>> = SQLITE.migrations().unwrap();
        assert!(!steps.is_empty());
        conn.run_pending_migrations(SQLITE).unwrap();
        conn.revert_all_migrations(SQLITE).unwrap();
        conn.run_pending_migrations(SQLITE).unwrap();
    }
}
