//! Which database, and how a connection to it is opened.

use super::Conn;
use diesel::connection::SimpleConnection;
use diesel::{Connection, ConnectionError, PgConnection, SqliteConnection};
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The database an operator chose: `sqlite:PATH` or `postgres://...`.
#[derive(Clone, PartialEq, Eq)]
pub enum Target {
    /// A file of this machine.
    Sqlite(PathBuf),
    /// A server, by URL; the URL may carry a password and is never shown.
    Postgres(String),
}

/// Why a `--database` setting is refused: one line for the operator.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum TargetError {
    /// Neither scheme.
    #[error("the database must be sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME")]
    Scheme,
    /// `sqlite:` and nothing.
    #[error("sqlite: needs the path of a file behind it")]
    NoPath,
    /// `postgres://` without a host or a database name.
    #[error("postgres:// needs a host and the name of a database")]
    NoHost,
}

impl FromStr for Target {
    type Err = TargetError;

    fn from_str(text: &str) -> Result<Self, TargetError> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return match path {
                "" => Err(TargetError::NoPath),
                path => Ok(Self::Sqlite(PathBuf::from(path))),
            };
        }
        let rest = text
            .strip_prefix("postgres://")
            .or_else(|| text.strip_prefix("postgresql://"))
            .ok_or(TargetError::Scheme)?;
        let (place, name) = rest.split_once('/').ok_or(TargetError::NoHost)?;
        let named = name.split('?').next().is_some_and(|n| !n.is_empty());
        let placed = !place.is_empty() || name.contains("host=");
        if named && placed {
            Ok(Self::Postgres(text.to_owned()))
        } else {
            Err(TargetError::NoHost)
        }
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(_) => f.write_str("postgres://..."),
        }
    }
}

impl Target {
    /// True for the one-file database, which has one writer at a time.
    #[must_use]
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    /// Refuses a file that is not there, for whoever wants to read what has been kept: SQLite would make an empty one.
    ///
    /// # Errors
    /// One line for the operator.
    pub fn must_exist(&self) -> Result<(), String> {
        match self {
            Self::Sqlite(path) if !path.is_file() => {
                Err(format!("there is no database at {self:?}"))
            }
            _ => Ok(()),
        }
    }

    /// Opens a connection. `write` false gives one that the database itself keeps from writing.
    pub(super) fn open(&self, write: bool) -> Result<Conn, ConnectionError> {
        match self {
            Self::Sqlite(path) => open_sqlite(path, write).map(Conn::Sqlite),
            Self::Postgres(url) => open_postgres(url, write).map(Conn::Postgres),
        }
    }
}

/// Pages in the WAL before a checkpoint: 4,000 of 4 KiB measured as the best middle between
/// throughput and tail latency.
const CHECKPOINT: &str = "PRAGMA wal_autocheckpoint = 4000;";

fn open_sqlite(path: &Path, write: bool) -> Result<SqliteConnection, ConnectionError> {
    let mut conn = SqliteConnection::establish(&path.to_string_lossy())?;
    // busy_timeout first: setting WAL on a busy file needs it already.
    let pragmas = if write {
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; \
         PRAGMA secure_delete = ON;"
    } else {
        "PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA cache_size = -4096; \
         PRAGMA query_only = ON;"
    };
    conn.batch_execute(pragmas)
        .and_then(|()| conn.batch_execute(CHECKPOINT))
        .map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(conn)
}

/// Whoever writes seeks. Plans of prepared statements are kept, and one made while a table was young would go on reading
/// all of it until statistics are taken.
const SEEK: &str =
    "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;";

fn open_postgres(url: &str, write: bool) -> Result<PgConnection, ConnectionError> {
    let mut conn = PgConnection::establish(url)?;
    let mut settings = String::from("SET timezone = 'UTC'; SET statement_timeout = '30s';");
    settings.push_str(match write {
        true => SEEK,
        false => "SET default_transaction_read_only = on;",
    });
    conn.batch_execute(&settings)
        .map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(conn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_chooses_and_a_typing_error_is_refused() {
        for (text, expected) in [
            ("sqlite:", Err(TargetError::NoPath)),
            ("postgres:typo", Err(TargetError::Scheme)),
            ("postgress://h/d", Err(TargetError::Scheme)),
            ("postgres://host", Err(TargetError::NoHost)),
            ("postgres://host/", Err(TargetError::NoHost)),
            ("mysql://h/d", Err(TargetError::Scheme)),
            ("sqlite:a.db", Ok(Target::Sqlite("a.db".into()))),
            ("sqlite:///tmp/a.db", Ok(Target::Sqlite("/tmp/a.db".into()))),
            (
                "postgres:///d?host=/run",
                Ok(Target::Postgres("postgres:///d?host=/run".into())),
            ),
        ] {
            assert_eq!(text.parse::<Target>(), expected, "{text}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        let target: Target = "postgres://u:canary@h/d".parse().unwrap();
        assert!(!format!("{target:?}").contains("canary"));
    }
}
