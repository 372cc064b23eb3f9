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

/// Fragments of server messages that mean "later": SQLite and PostgreSQL give these no error
/// kind of their own through diesel. Compared lower-case, never shown or logged.
const LATER: [(&str, &str); 16] = [
    ("no space left", "disk full"),
    ("disk is full", "disk full"),
    ("disk full", "disk full"),
    ("disk i/o error", "disk fault"),
    ("could not extend file", "disk full"),
    ("could not write", "disk fault"),
    ("unable to open database", "cannot open"),
    ("database is locked", "busy"),
    ("deadlock", "busy"),
    ("starting up", "starting"),
    ("shutting down", "shutting down"),
    ("terminating connection", "shutting down"),
    ("connection", "connection lost"),
    ("recovery mode", "starting"),
    ("too many clients", "busy"),
    ("lock timeout", "busy"),
];

fn later(message: &str) -> Option<&'static str> {
    let message = message.to_lowercase();
    LATER
        .iter()
        .find(|(part, _)| message.contains(part))
        .map(|(_, why)| *why)
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
                DatabaseErrorKind::ClosedConnection
                | DatabaseErrorKind::SerializationFailure
                | DatabaseErrorKind::UnableToSendCommand,
                _,
            ) => Self::Unavailable("connection lost"),
            Diesel::DatabaseError(_, told) => match later(told.message()) {
                Some(why) => Self::Unavailable(why),
                None => Self::Refused("statement"),
            },
            Diesel::BrokenTransactionManager | Diesel::RollbackErrorOnCommit { .. } => {
                Self::Unavailable("connection lost")
            }
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

    #[test]
    fn a_full_disk_is_told_from_a_wrong_statement() {
        let full: Box<String> = Box::new("database or disk is full".to_owned());
        let wrong: Box<String> = Box::new("no such column: nmae".to_owned());
        let kind = || DatabaseErrorKind::Unknown;
        assert_eq!(
            Error::from(Diesel::DatabaseError(kind(), full)),
            Error::Unavailable("disk full")
        );
        assert_eq!(
            Error::from(Diesel::DatabaseError(kind(), wrong)),
            Error::Refused("statement")
        );
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
