//! What can go wrong with a database, without a word of what was in it.

use diesel::result::{DatabaseErrorKind, Error as Diesel};

/// Result of a query or transaction.
pub type Result<T> = std::result::Result<T, Error>;

/// A fault of the database. Carries no text of the database's own: that text can hold the very
/// values that broke a rule (T16).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Not reachable, out of space, shutting down or too busy: the same request may succeed later.
    #[error("the database is not available: {0}")]
    Unavailable(&'static str),
    /// A unique index said no.
    #[error("a unique index refused the row")]
    Duplicate,
    /// The database refused a statement: a fault of this program.
    #[error("the database refused a statement: {0}")]
    Refused(&'static str),
}

/// The connection died.
pub(super) const LOST: &str = "connection lost";
/// Two transactions waited for each other, and this one had to give way.
const COLLIDED: &str = "gave way to another transaction";
const FULL: &str = "disk full";
const FAULTY: &str = "disk fault";
/// Nothing can be written (SQLITE_READONLY, 25006).
pub(super) const READ_ONLY: &str = "read only";
const BUSY: &str = "busy";
const STARTING: &str = "starting";
const SHUTTING_DOWN: &str = "shutting down";
/// The file cannot be opened by this account (SQLITE_CANTOPEN).
pub(super) const CANNOT_OPEN: &str = "cannot open";
/// What stands in the file is nothing of SQLite's (SQLITE_NOTADB).
pub(super) const NO_DATABASE: &str = "no database";
/// The file is damaged (SQLITE_CORRUPT).
pub(super) const DAMAGED: &str = "damaged";

/// Fragments of messages that mean "later". Compared lower-case, never shown or logged.
///
/// PostgreSQL tells the same by SQLSTATE in every language, but diesel (2.3) hands out no code: it makes a kind of a dozen codes
/// and `Unknown` of all others. So the server is asked to speak English to us (`open.rs`), and what has a kind goes by its kind. SQLite
/// speaks English only.
const LATER: [(&str, &str); 29] = [
    // 53100, SQLITE_FULL, and what the system says of a full disk or quota
    ("no space left", FULL),
    ("disk is full", FULL),
    ("disk full", FULL),
    ("could not extend file", FULL),
    ("quota exceeded", FULL),
    // 58030, SQLITE_IOERR
    ("disk i/o error", FAULTY),
    ("could not write", FAULTY),
    ("could not fsync", FAULTY),
    // 25006 has a kind; SQLITE_READONLY has none
    ("readonly database", READ_ONLY),
    ("unable to open database", CANNOT_OPEN),
    // SQLITE_BUSY, 55P03
    ("database is locked", BUSY),
    ("lock timeout", BUSY),
    ("could not obtain lock", BUSY),
    // 40P01
    ("deadlock detected", COLLIDED),
    // 57014: of many inputs written together it cannot be said which took so long
    ("statement timeout", "too slow"),
    // 53200, 53300
    ("out of memory", BUSY),
    ("out of shared memory", BUSY),
    ("too many clients", BUSY),
    ("too many connections", BUSY),
    ("connection slots", BUSY),
    // 57P01, 57P02, 57P03
    ("terminating connection", LOST),
    ("starting up", STARTING),
    ("recovery mode", STARTING),
    ("shutting down", SHUTTING_DOWN),
    // libpq's own, where no answer came
    ("closed the connection", LOST),
    ("no connection to the server", LOST),
    ("connection to server", LOST),
    ("could not receive data", LOST),
    ("could not send", LOST),
];

/// What never passes by itself, by fragments of SQLite's messages.
fn never(message: &str) -> &'static str {
    let message = message.to_lowercase();
    match () {
        () if message.contains("file is not a database") => NO_DATABASE,
        () if message.contains("malformed") => DAMAGED,
        () => "statement",
    }
}

fn later(message: &str) -> Option<&'static str> {
    let message = message.to_lowercase();
    LATER
        .iter()
        .find(|(part, _)| message.contains(part))
        .map(|(_, why)| *why)
}

impl Error {
    /// The connection died: what was not committed is undone.
    pub(super) fn is_lost(self) -> bool {
        matches!(self, Self::Unavailable(LOST | SHUTTING_DOWN))
    }

    /// The same transaction may well succeed at once: it was rolled back for the sake of another.
    pub(super) fn is_collision(self) -> bool {
        self == Self::Unavailable(COLLIDED)
    }

    /// Why nobody's write would be taken, where it is so.
    pub(super) fn no_writes(self) -> Option<&'static str> {
        match self {
            Self::Unavailable(why @ (FULL | FAULTY | READ_ONLY)) => Some(why),
            _ => None,
        }
    }
}

impl From<Diesel> for Error {
    fn from(error: Diesel) -> Self {
        match error {
            Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Self::Duplicate,
            Diesel::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _) => {
                Self::Refused("foreign key")
            }
            Diesel::DatabaseError(DatabaseErrorKind::NotNullViolation, _) => {
                Self::Refused("missing value")
            }
            Diesel::DatabaseError(DatabaseErrorKind::CheckViolation, _) => Self::Refused("check"),
            Diesel::DatabaseError(
                DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
                _,
            ) => Self::Unavailable(LOST),
            Diesel::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => {
                Self::Unavailable(COLLIDED)
            }
            // A standby, before it takes over or after it gave way.
            Diesel::DatabaseError(DatabaseErrorKind::ReadOnlyTransaction, _) => {
                Self::Unavailable(READ_ONLY)
            }
            Diesel::DatabaseError(_, told) => match later(told.message()) {
                Some(why) => Self::Unavailable(why),
                None => Self::Refused(never(told.message())),
            },
            // SQLite has rolled back by itself where the disk was full, so that there was nothing to roll back.
            Diesel::RollbackErrorOnCommit { commit_error, .. } => match Self::from(*commit_error) {
                why @ Self::Unavailable(_) => why,
                _ => Self::Unavailable(LOST),
            },
            Diesel::BrokenTransactionManager => Self::Unavailable(LOST),
            Diesel::NotFound => Self::Refused("no row"),
            Diesel::SerializationError(_) | Diesel::DeserializationError(_) => {
                Self::Refused("value of another shape")
            }
            _ => Self::Refused("query"),
        }
    }
}

impl From<r2d2::Error> for Error {
    fn from(_: r2d2::Error) -> Self {
        Self::Unavailable("no connection")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(message: &str) -> Error {
        let told: Box<String> = Box::new(message.to_owned());
        Error::from(Diesel::DatabaseError(DatabaseErrorKind::Unknown, told))
    }

    #[test]
    fn what_passes_is_told_from_a_wrong_statement() {
        for (message, error) in [
            ("database or disk is full", Error::Unavailable("disk full")),
            (
                "could not extend file \"base/5/1\": No space left on device",
                Error::Unavailable("disk full"),
            ),
            (
                "attempt to write a readonly database",
                Error::Unavailable("read only"),
            ),
            (
                "canceling statement due to statement timeout",
                Error::Unavailable("too slow"),
            ),
            (
                "terminating connection due to administrator command",
                Error::Unavailable("connection lost"),
            ),
            ("no such column: nmae", Error::Refused("statement")),
            ("file is not a database", Error::Refused("no database")),
            (
                "database disk image is malformed",
                Error::Refused("damaged"),
            ),
            (
                "column \"connection\" does not exist",
                Error::Refused("statement"),
            ),
        ] {
            assert_eq!(of(message), error, "{message}");
        }
    }

    #[test]
    fn a_deadlock_may_be_tried_again_and_a_timeout_may_not() {
        assert!(of("deadlock detected").is_collision());
        assert!(!of("canceling statement due to statement timeout").is_collision());
        assert!(!of("deadlock detected").is_lost());
        assert_eq!(of("disk I/O error").no_writes(), Some("disk fault"));
        assert_eq!(of("database is locked").no_writes(), None);
    }

    #[test]
    fn no_value_of_a_row_reaches_the_message() {
        let told = "Key (email)=(a@b.example) already exists. connection";
        let error = Error::from(Diesel::DatabaseError(
            DatabaseErrorKind::UniqueViolation,
            Box::new(told.to_owned()),
        ));
        assert!(!format!("{error} {error:?}").contains("a@b.example"));
    }
}
