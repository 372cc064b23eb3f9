//! Brings the schema up to date at start, and refuses a database that is ahead of the program.

use super::open::Target;
use super::standing::{Floor, floor, standing_of};
use super::steps::{self, SchemaSteps};
use super::unreachable::why;
use super::writable::must_be_writable;
use crate::db::Conn;
use crate::db::statements::changes::renumber;
use diesel::connection::SimpleConnection;
use diesel::migration::MigrationSource;
use diesel::{ConnectionError, PgConnection, QueryableByName, RunQueryDsl};
use diesel_migrations::MigrationHarness;
use std::time::Duration;

pub(crate) use super::standing::Standing;

/// Any number, the same in every instance: two that start at once take turns.
const LOCK: &str = "SELECT pg_advisory_lock(7305806161)";
const UNLOCK: &str = "SELECT pg_advisory_unlock(7305806161)";

/// Pause before a server that did not answer is asked again.
const AGAIN: Duration = Duration::from_millis(500);

/// Runs what is pending. A PostgreSQL that does not answer yet is asked again for as long as `wait`.
///
/// # Errors
/// One line for the operator.
pub(crate) fn bring_up(target: &Target, wait: Duration) -> Result<(), String> {
    if let Target::Sqlite(path) = target {
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
        if folder.is_some_and(|f| !f.is_dir()) {
            return Err(format!("cannot open {target:?}: its folder does not exist"));
        }
    }
    must_be_writable(target)?;
    let mut conn = connect(target, wait).map_err(|error| match target {
        // SQLite's words name the file only; PostgreSQL's could name the account.
        Target::Sqlite(_) => format!("cannot open {target:?}: {error}"),
        Target::Postgres(_) => {
            format!("cannot open the database at {target:?}: {}", why(&error))
        }
    })?;
    if let Conn::Postgres(c) = &mut conn {
        speaks_english(c);
        c.batch_execute(LOCK)
            .map_err(|_| "cannot lock the schema".to_owned())?;
    }
    let done = may_work(&mut conn).and_then(|()| match &mut conn {
        Conn::Sqlite(c) => advance(c),
        Conn::Postgres(c) => advance(c)
            .and_then(|()| renumber(c).map_err(|_| "cannot number what changed last".to_owned())),
    });
    if let Conn::Postgres(c) = &mut conn {
        // The lock ends with the connection anyway.
        let _ = c.batch_execute(UNLOCK);
    }
    done
}

/// Refuses a schema that a newer program has changed in a way that this one cannot work on. One that was only added to lets the program of
/// before go on, so that the instances of an installation can be replaced one after the other.
fn may_work(conn: &mut Conn) -> Result<(), String> {
    let unread =
        |_| "cannot read the schema of the database: is it a database of this program?".to_owned();
    if standing_of(conn).map_err(unread)? != (Standing::Ours { is_ahead: true }) {
        return Ok(());
    }
    let known = steps::versions().map_err(|_| "no steps of the schema".to_owned())?;
    let own = known.last().map(String::as_str).unwrap_or_default();
    match floor(conn).map_err(unread)? {
        Floor::From(version) if *version <= *own => {
            tracing::warn!(
                "a newer version of this program has extended the database; this one works on it as before: update it soon"
            );
            Ok(())
        }
        Floor::From(_) | Floor::Unknown => Err(
            "the database was written by a newer version of this program: \
                    start that version, or restore an older backup"
                .to_owned(),
        ),
    }
}

/// Opens a connection to look at a database before anything is done to it.
///
/// # Errors
/// One line for the operator.
pub(crate) fn look(target: &Target, wait: Duration) -> Result<Conn, String> {
    match target {
        Target::Sqlite(_) => target
            .open(false)
            .map_err(|error| format!("cannot open {target:?}: {error}")),
        Target::Postgres(_) => connect(target, wait)
            .map_err(|error| format!("cannot open the database at {target:?}: {}", why(&error))),
    }
}

/// How far the schema of a database is, looked at without changing it.
///
/// # Errors
/// One line for the operator.
pub(crate) fn standing(target: &Target) -> Result<Standing, String> {
    if let Target::Sqlite(path) = target
        && !path.exists()
    {
        return Ok(Standing::Empty);
    }
    let mut conn = look(target, Duration::ZERO)?;
    standing_of(&mut conn).map_err(|error| format!("cannot read {target:?}: {error}"))
}

fn connect(target: &Target, wait: Duration) -> Result<Conn, ConnectionError> {
    #[expect(
        clippy::disallowed_methods,
        reason = "a time limit on the network, no rule depends on it"
    )]
    let begun = std::time::Instant::now();
    let mut is_told = false;
    loop {
        let error = match target.open_for_schema() {
            Ok(conn) => return Ok(conn),
            Err(error) => error,
        };
        if target.is_sqlite() || !may_pass(&error) || begun.elapsed() >= wait {
            return Err(error);
        }
        if !is_told {
            let seconds = wait.as_secs();
            tracing::warn!("the database does not answer yet: asking again for {seconds} seconds");
            is_told = true;
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "before anything runs that could wait for it"
        )]
        std::thread::sleep(AGAIN);
    }
}

/// What no waiting mends, in the words of a server that speaks English; in another language it is waited in vain.
const LASTING: [&str; 6] = [
    "password authentication failed",
    "no password supplied",
    "no pg_hba.conf entry",
    "invalid connection option",
    "invalid uri query parameter",
    "permission denied",
];

fn may_pass(error: &ConnectionError) -> bool {
    let ConnectionError::BadConnection(told) = error else {
        return false;
    };
    let told = told.to_lowercase();
    let is_named = told.contains("role \"") || told.contains("database \"");
    let is_missing = is_named && told.contains("does not exist");
    !is_missing && !LASTING.iter().any(|part| told.contains(part))
}

/// Says so where faults cannot be told apart, because the server tells them in another language and the account may not choose.
fn speaks_english(conn: &mut PgConnection) {
    #[derive(QueryableByName)]
    struct Said {
        #[diesel(sql_type = diesel::sql_types::Text)]
        lang: String,
    }
    let asked = diesel::sql_query("select current_setting('lc_messages') as lang");
    let Ok(Said { lang }) = asked.get_result::<Said>(conn) else {
        return;
    };
    let is_english = ["C", "POSIX", "en", "English"]
        .iter()
        .any(|name| lang.starts_with(name));
    if !is_english && !lang.is_empty() {
        tracing::warn!(
            lang,
            "PostgreSQL tells its faults in another language, so that a full disk looks like a fault of this program: \
             GRANT SET ON PARAMETER lc_messages TO the account it uses"
        );
    }
}

fn advance<DB, C>(conn: &mut C) -> Result<(), String>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
    SchemaSteps: MigrationSource<DB>,
{
    let refuse = |what: &str| format!("cannot read the schema of the database: {what}");
    conn.applied_migrations()
        .map_err(|_| refuse("is it a database of this program?"))?;
    conn.run_pending_migrations(SchemaSteps)
        .map_err(|error| format!("cannot bring the schema of the database up to date: {error}"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::open::postgres;
    use super::*;
    use diesel::Connection;
    use diesel::sqlite::SqliteConnection;

    fn goes_up_down_and_up_again<DB, C>(conn: &mut C)
    where
        DB: diesel::backend::Backend,
        C: MigrationHarness<DB>,
        SchemaSteps: MigrationSource<DB>,
    {
        conn.run_pending_migrations(SchemaSteps).unwrap();
        conn.revert_all_migrations(SchemaSteps).unwrap();
        conn.run_pending_migrations(SchemaSteps).unwrap();
    }

    #[test]
    fn every_step_goes_up_down_and_up_again() {
        goes_up_down_and_up_again(&mut SqliteConnection::establish(":memory:").unwrap());
        if let Some(fresh) = postgres::fresh() {
            goes_up_down_and_up_again(&mut PgConnection::establish(&fresh.url()).unwrap());
        }
    }

    #[test]
    fn what_no_waiting_mends_is_not_waited_for() {
        let bad = |told: &str| ConnectionError::BadConnection(told.to_owned());
        for (told, passes) in [
            (
                "connection to server at \"db\" (10.0.0.2), port 5432 failed: Connection refused",
                true,
            ),
            ("FATAL:  the database system is starting up", true),
            (
                "could not translate host name \"db\" to address: Name or service not known",
                true,
            ),
            (
                "FATAL:  database \"a\" is not currently accepting connections",
                true,
            ),
            (
                "FATAL:  password authentication failed for user \"a\"",
                false,
            ),
            ("FATAL:  database \"a\" does not exist", false),
            ("FATAL:  role \"a\" does not exist", false),
        ] {
            assert_eq!(may_pass(&bad(told)), passes, "{told}");
        }
    }
}
