//! Which database, and how a connection to it is opened.

use crate::db::Conn;
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
    pub(crate) fn must_exist(&self) -> Result<(), String> {
        match self {
            Self::Sqlite(path) if !path.is_file() => {
                Err(format!("there is no database at {self:?}"))
            }
            Self::Sqlite(path) if path.metadata().is_ok_and(|found| found.len() == 0) => {
                Err(format!("there is nothing in {self:?}"))
            }
            _ => Ok(()),
        }
    }

    /// Opens a connection. `write` false gives one that the database itself keeps from writing.
    pub(crate) fn open(&self, write: bool) -> Result<Conn, ConnectionError> {
        match self {
            Self::Sqlite(path) => open_sqlite(path, write).map(Conn::Sqlite),
            Self::Postgres(url) => {
                let settings = match write {
                    true => format!("SET statement_timeout = '30s'; {SEEK}"),
                    false => "SET statement_timeout = '30s'; \
                              SET default_transaction_read_only = on;"
                        .to_owned(),
                };
                open_postgres(url, &settings).map(Conn::Postgres)
            }
        }
    }

    /// Opens a connection to change the schema with: no bound of time, and plans as the database makes them.
    pub(crate) fn open_for_schema(&self) -> Result<Conn, ConnectionError> {
        match self {
            Self::Sqlite(path) => open_sqlite(path, true).map(Conn::Sqlite),
            Self::Postgres(url) => open_postgres(url, UNBOUND).map(Conn::Postgres),
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
/// all of it until statistics are taken. Where there is no index to seek in (a few petitions), those settings make the plan look
/// so dear that PostgreSQL would compile it, 70 ms each time it runs.
const SEEK: &str = "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; \
     SET jit = off;";

/// Whoever changes the schema reads whole tables and takes the time it needs, whatever the server or the account would allow.
const UNBOUND: &str = "SET statement_timeout = 0; SET lock_timeout = 0; \
     SET idle_in_transaction_session_timeout = 0;";

/// Faults are told apart by their English words (`error.rs`). Only a superuser may choose the language, or who was given the right
/// to; for everybody else it stays as it is, without a line in the server's log at each connection.
const IN_ENGLISH: &str = "SELECT set_config('lc_messages', 'C', false) \
     WHERE has_parameter_privilege('lc_messages', 'SET');";

fn open_postgres(url: &str, settings: &str) -> Result<PgConnection, ConnectionError> {
    let mut conn = PgConnection::establish(&with_bounds(url))?;
    conn.batch_execute(&["SET timezone = 'UTC'; ", settings, " ", IN_ENGLISH].concat())
        .map_err(ConnectionError::CouldntSetupConfiguration)?;
    Ok(conn)
}

/// What libpq would wait for without an end, bounded, unless the operator says otherwise: a server that does not answer is given up
/// after five seconds, one that fell silent within half a minute; and an idle connection speaks often enough that no
/// firewall forgets it.
const BOUNDS: [(&str, &str); 5] = [
    ("connect_timeout", "5"),
    ("keepalives_idle", "30"),
    ("keepalives_interval", "10"),
    ("keepalives_count", "3"),
    ("tcp_user_timeout", "30000"),
];

fn with_bounds(url: &str) -> String {
    // As libpq reads it: a password ends at the first @ before any /, and may hold a question mark.
    let behind = url.find("://").map_or(0, |at| at + 3);
    let rest = url.get(behind..).unwrap_or_default();
    let place = match rest.find(['@', '/']) {
        Some(at) if rest.get(at..).is_some_and(|rest| rest.starts_with('@')) => {
            rest.get(at..).unwrap_or_default()
        }
        _ => rest,
    };
    let asked = place.split_once('?').map_or("", |(_, asked)| asked);
    let mut url = url.to_owned();
    let mut sign = if place.contains('?') { '&' } else { '?' };
    for (name, value) in BOUNDS {
        let is_said = asked
            .split('&')
            .any(|pair| pair.split('=').next() == Some(name));
        if !is_said {
            url.push_str(&format!("{sign}{name}={value}"));
            sign = '&';
        }
    }
    url
}

#[cfg(test)]
#[path = "../../../tests/support/postgres.rs"]
pub(super) mod postgres;

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

    #[test]
    fn what_libpq_would_wait_for_is_bounded_and_an_operator_has_the_last_word() {
        let all = "connect_timeout=5&keepalives_idle=30&keepalives_interval=10\
                   &keepalives_count=3&tcp_user_timeout=30000";
        for (typed, expected) in [
            ("postgres://h/d", format!("postgres://h/d?{all}")),
            (
                "postgres://u:w?y@h/d",
                format!("postgres://u:w?y@h/d?{all}"),
            ),
            (
                "postgres:///d?host=/run",
                format!("postgres:///d?host=/run&{all}"),
            ),
            (
                "postgres://u@h:1/d?connect_timeout=60&sslmode=require",
                format!(
                    "postgres://u@h:1/d?connect_timeout=60&sslmode=require&{}",
                    all.split_once('&').unwrap().1
                ),
            ),
        ] {
            assert_eq!(with_bounds(typed), expected);
        }
    }

    #[derive(diesel::QueryableByName)]
    struct Said {
        #[diesel(sql_type = diesel::sql_types::Text)]
        said: String,
    }

    fn said(conn: &mut Conn, name: &str) -> String {
        use diesel::RunQueryDsl;
        let Conn::Postgres(conn) = conn else {
            panic!("not PostgreSQL")
        };
        let asked = diesel::sql_query("select current_setting($1) as said")
            .bind::<diesel::sql_types::Text, _>(name);
        asked.get_result::<Said>(conn).unwrap().said
    }

    /// What an account or a server allows an ordinary statement does not cut off a change of the schema.
    #[test]
    fn a_change_of_the_schema_is_bound_by_nothing_and_planned_freely() {
        let Some(fresh) = postgres::fresh() else {
            return;
        };
        let target = Target::Postgres(fresh.url());
        let mut schema = target.open_for_schema().unwrap();
        let mut writer = target.open(true).unwrap();
        for (name, bound, free) in [
            ("statement_timeout", "30s", "0"),
            ("lock_timeout", "0", "0"),
            ("enable_seqscan", "off", "on"),
            ("enable_hashjoin", "off", "on"),
            ("jit", "off", "on"),
            ("lc_messages", "C", "C"),
            ("TimeZone", "UTC", "UTC"),
        ] {
            assert_eq!(said(&mut writer, name), bound, "{name}");
            assert_eq!(said(&mut schema, name), free, "{name}");
        }
    }

    /// Who may not choose the language of messages is served all the same.
    #[test]
    fn an_ordinary_account_opens_too() {
        let Some(fresh) = postgres::fresh() else {
            return;
        };
        let target = Target::Postgres(fresh.url());
        let mut superuser = target.open_for_schema().unwrap();
        let role = format!("plain_{}", std::process::id());
        let Conn::Postgres(c) = &mut superuser else {
            panic!("not PostgreSQL")
        };
        let statements = format!(
            "drop role if exists {role}; create role {role} login; set role {role}; {IN_ENGLISH}; reset role; drop role {role};"
        );
        c.batch_execute(&statements).unwrap();
    }
}
