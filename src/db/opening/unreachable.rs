//! Why a PostgreSQL cannot be opened, in words that say what to look at. What libpq says may name account and host, so that none of
//! it is repeated.

use diesel::ConnectionError;

/// Fragments of what libpq and an English server say, lower-case, and what they mean. The first that is found is told.
const MEANINGS: [(&str, &str); 19] = [
    (
        "password authentication failed",
        "the password or the name of the account is wrong",
    ),
    (
        "no password supplied",
        "it asks for a password, and the address has none",
    ),
    (
        "not currently accepting connections",
        "this database takes no connections (see datallowconn)",
    ),
    (
        "too many",
        "it has no connection left for another (see max_connections)",
    ),
    (
        "remaining connection slots",
        "it has no connection left for another (see max_connections)",
    ),
    (
        "permission denied for database",
        "the account may not connect to this database",
    ),
    (
        "not permitted to log in",
        "the account may not log in (see ALTER ROLE .. LOGIN)",
    ),
    (
        "no pg_hba.conf entry",
        "its pg_hba.conf lets nobody in from this machine with this account, or only over TLS",
    ),
    (
        "peer authentication failed",
        "it wants the account of the system to have the same name; give host and password instead",
    ),
    (
        "server does not support ssl",
        "it does not speak TLS, and the address asks for it (sslmode)",
    ),
    (
        "sslmode value",
        "this build speaks without TLS, and the address asks for it (sslmode); build with --features postgres-tls",
    ),
    (
        "certificate",
        "its certificate is not accepted (see sslrootcert)",
    ),
    (
        "could not translate host name",
        "there is no host of this name",
    ),
    (
        "connection refused",
        "nothing listens at this host and port: is the server running?",
    ),
    (
        "no such file or directory",
        "there is no socket at this place: is the server running?",
    ),
    (
        "timeout expired",
        "the host does not answer in time: look at the network and the firewall",
    ),
    (
        "timed out",
        "the host does not answer in time: look at the network and the firewall",
    ),
    ("starting up", "it is starting: try again"),
    ("shutting down", "it is shutting down"),
];

/// The end of a sentence for the operator.
pub(crate) fn why(error: &ConnectionError) -> &'static str {
    const GENERAL: &str = "check host, name, user and password, and that the server is running";
    let ConnectionError::BadConnection(told) = error else {
        return GENERAL;
    };
    let told = told.to_lowercase();
    if told.contains("does not exist") {
        if told.contains("role \"") {
            return "there is no account of this name";
        }
        if told.contains("database \"") {
            return "there is no database of this name";
        }
    }
    let found = MEANINGS.iter().find(|(part, _)| told.contains(part));
    found.map_or(GENERAL, |(_, meaning)| meaning)
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
