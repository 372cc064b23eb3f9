//! Why a database cannot be opened, in words that say what to look at. What libpq says may name account and host, so that none of
//! it is repeated.

use super::open::Target;
use super::whole::must_be_whole;
use crate::db::{Error, error};
use diesel::ConnectionError;

/// Why a database cannot be opened, or be asked once it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenTrouble {
    /// Its variant in the words files.
    pub word: &'static str,
    /// The end of a sentence in English, for the line with which a start ends. What `serve` and `doctor` say in English is the same.
    pub(crate) english: &'static str,
    /// Fragments of what libpq and an English server say, lower-case.
    heard: &'static [&'static str],
}

const fn of_file(word: &'static str) -> OpenTrouble {
    of_server(word, "", &[])
}

const fn of_server(
    word: &'static str,
    english: &'static str,
    heard: &'static [&'static str],
) -> OpenTrouble {
    OpenTrouble {
        word,
        english,
        heard,
    }
}

/// No file is there, or it cannot be seen.
const MISSING: OpenTrouble = of_file("missing");
/// The file is empty.
const EMPTY: OpenTrouble = of_file("empty");
/// The file is a part of a copy.
const CUT_OFF: OpenTrouble = of_file("cut-off");
/// The file is no database.
const FOREIGN: OpenTrouble = of_file("foreign");
/// The file is damaged.
const DAMAGED: OpenTrouble = of_file("damaged");
/// The file cannot be opened by this account.
const UNREADABLE: OpenTrouble = of_file("unreadable");
/// The disk does not give what is on it.
const FAULTY: OpenTrouble = of_file("faulty");
/// Others hold it, or it is slow.
const BUSY: OpenTrouble = of_file("busy");
/// The connection ended.
const LOST: OpenTrouble = of_file("lost");
/// It does not understand the question.
const REFUSED: OpenTrouble = of_file("refused");

/// Those of a file, and of any database that is open.
#[cfg(test)]
const ASKED: [OpenTrouble; 10] = [
    MISSING, EMPTY, CUT_OFF, FOREIGN, DAMAGED, UNREADABLE, FAULTY, BUSY, LOST, REFUSED,
];

/// An account that the server does not know.
const NO_ACCOUNT: OpenTrouble = of_server("no-account", "there is no account of this name", &[]);
/// A database that the server does not have.
const NO_DATABASE: OpenTrouble = of_server("no-database", "there is no database of this name", &[]);
/// Everything else.
const GENERAL: OpenTrouble = of_server(
    "general",
    "check host, name, user and password, and that the server is running",
    &[],
);

/// Those of a server, in this order: the first of which something is heard is told.
const HEARD: [OpenTrouble; 17] = [
    of_server(
        "password",
        "the password or the name of the account is wrong",
        &["password authentication failed"],
    ),
    of_server(
        "no-password",
        "it asks for a password, and the address has none",
        &["no password supplied"],
    ),
    of_server(
        "closed",
        "this database takes no connections (see datallowconn)",
        &["not currently accepting connections"],
    ),
    of_server(
        "no-room",
        "it has no connection left for another (see max_connections)",
        &["too many", "remaining connection slots"],
    ),
    of_server(
        "no-right",
        "the account may not connect to this database",
        &["permission denied for database"],
    ),
    of_server(
        "no-login",
        "the account may not log in (see ALTER ROLE .. LOGIN)",
        &["not permitted to log in"],
    ),
    of_server(
        "not-let-in",
        "its pg_hba.conf lets nobody in from this machine with this account, or only over TLS",
        &["no pg_hba.conf entry"],
    ),
    of_server(
        "peer",
        "it wants the account of the system to have the same name; give host and password instead",
        &["peer authentication failed"],
    ),
    of_server(
        "no-tls",
        "it does not speak TLS, and the address asks for it (sslmode)",
        &["server does not support ssl"],
    ),
    of_server(
        "build-without-tls",
        "this build speaks without TLS, and the address asks for it (sslmode); build with --features postgres-tls",
        &["sslmode value"],
    ),
    of_server(
        "certificate",
        "its certificate is not accepted (see sslrootcert)",
        &["certificate"],
    ),
    of_server(
        "no-host",
        "there is no host of this name",
        &["could not translate host name"],
    ),
    of_server(
        "nothing-listens",
        "nothing listens at this host and port: is the server running?",
        &["connection refused"],
    ),
    of_server(
        "no-socket",
        "there is no socket at this place: is the server running?",
        &["no such file or directory"],
    ),
    of_server(
        "silent",
        "the host does not answer in time: look at the network and the firewall",
        &["timeout expired", "timed out"],
    ),
    of_server("starting", "it is starting: try again", &["starting up"]),
    of_server("ending", "it is shutting down", &["shutting down"]),
];

impl OpenTrouble {
    /// All of them.
    #[cfg(test)]
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        ASKED
            .into_iter()
            .chain(HEARD)
            .chain([NO_ACCOUNT, NO_DATABASE, GENERAL])
    }

    /// What is wrong with a file before SQLite opens it.
    pub(crate) fn before_opening(target: &Target) -> Option<Self> {
        let Target::Sqlite(path) = target else {
            return None;
        };
        match path.metadata() {
            Ok(found) if found.is_file() && found.len() > 0 => {
                must_be_whole(target).is_err().then_some(CUT_OFF)
            }
            Ok(found) if found.is_file() => Some(EMPTY),
            _ => Some(MISSING),
        }
    }

    /// Why it could not be opened.
    pub(crate) fn opening(target: &Target, error: ConnectionError) -> Self {
        match (target, error) {
            (Target::Postgres(_), error) => heard(&error),
            (Target::Sqlite(_), ConnectionError::CouldntSetupConfiguration(error)) => {
                Self::asking(Error::from(error))
            }
            (Target::Sqlite(_), _) => UNREADABLE,
        }
    }

    /// Why it could not be asked.
    pub(crate) fn asking(error: Error) -> Self {
        if error.is_lost() {
            return LOST;
        }
        match error {
            Error::Unavailable(error::CANNOT_OPEN | error::READ_ONLY) => UNREADABLE,
            Error::Refused(error::NO_DATABASE) => FOREIGN,
            Error::Refused(error::DAMAGED) => DAMAGED,
            error if error.no_writes().is_some() => FAULTY,
            Error::Unavailable(_) => BUSY,
            Error::Duplicate | Error::Refused(_) => REFUSED,
        }
    }
}

fn heard(error: &ConnectionError) -> OpenTrouble {
    let ConnectionError::BadConnection(told) = error else {
        return GENERAL;
    };
    let told = told.to_lowercase();
    if told.contains("does not exist") {
        if told.contains("role \"") {
            return NO_ACCOUNT;
        }
        if told.contains("database \"") {
            return NO_DATABASE;
        }
    }
    let is_heard = |trouble: &OpenTrouble| trouble.heard.iter().any(|part| told.contains(part));
    HEARD.into_iter().find(is_heard).unwrap_or(GENERAL)
}

/// The end of a sentence for the operator.
pub(crate) fn why(error: &ConnectionError) -> &'static str {
    heard(error).english
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cause_has_a_sentence_of_its_own_and_none_repeats_the_servers() {
        let at = "connection to server at \"canary\" (10.0.0.2), port 5432 failed: ";
        let mut seen = std::collections::BTreeSet::new();
        for (told, named) in [
            (
                "FATAL:  password authentication failed for user \"canary\"",
                "password",
            ),
            ("fe_sendauth: no password supplied", "asks for a password"),
            ("FATAL:  database \"canary\" does not exist", "no database"),
            ("FATAL:  role \"canary\" does not exist", "no account"),
            (
                "FATAL:  role \"canary\" is not permitted to log in",
                "LOGIN",
            ),
            (
                "FATAL:  permission denied for database \"canary\"",
                "may not connect",
            ),
            ("FATAL:  sorry, too many clients already", "max_connections"),
            (
                "FATAL:  no pg_hba.conf entry for host \"10.0.0.3\", user \"canary\"",
                "pg_hba.conf",
            ),
            (
                "FATAL:  Peer authentication failed for user \"canary\"",
                "of the system",
            ),
            (
                "server does not support SSL, but SSL was required",
                "does not speak TLS",
            ),
            (
                "Connection refused\n\tIs the server running on that host?",
                "is the server running",
            ),
            ("Connection timed out", "firewall"),
            ("FATAL:  the database system is starting up", "starting"),
            ("FATAL:  das Passwort von »canary« ist falsch", "check host"),
        ] {
            let said = why(&ConnectionError::BadConnection(format!("{at}{told}")));
            assert!(said.contains(named), "{told}: {said}");
            assert!(!said.contains("canary"), "{said}");
            assert!(seen.insert(said), "two causes, one sentence: {said}");
        }
        let nowhere =
            "could not translate host name \"canary\" to address: Name or service not known";
        let said = why(&ConnectionError::BadConnection(nowhere.to_owned()));
        assert_eq!(said, "there is no host of this name");
    }
}
