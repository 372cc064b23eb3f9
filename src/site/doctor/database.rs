//! Whether the database is there, keeps what was acknowledged, has the schema of this program, and was made with these secrets.

use super::clock::{ClockFacts, ClockPair};
use super::examined::ExaminedInstallation;
use crate::base::keys::secrets::SecretsError;
use crate::base::{Clock, Secrets, Time};
use crate::db::{
    CONNECTIONS, DatabaseCondition, DatabaseFacts, Durability, OpenTrouble, SchemaState, Target,
    condition, facts, is_in_use, known_secrets, last_backup, open_to_examine,
};
use crate::mail::store;
use crate::site::copy_facts::CopyFacts;
use crate::site::finding::{Finding, FindingWords, LATE, Verdict};
use crate::words::Words;
use std::path::Path;

/// What was found in one that could be opened.
pub(super) struct OpenDatabase {
    condition: DatabaseCondition,
    /// When it was asked.
    at: Time,
    facts: Option<DatabaseFacts>,
    backup: Option<Option<Time>>,
    mail_is_late: Option<bool>,
    copies: Option<CopyFacts>,
    known_secrets: Option<Vec<u8>>,
    is_in_use: bool,
    /// What kind of network its file is on, if it is.
    network: Option<&'static str>,
}

/// Why one could not be looked at.
pub(super) enum NotOpened {
    /// It does not answer in time.
    Silent,
    /// It says why not.
    Because(OpenTrouble),
}

/// What was found, or why nothing was.
pub(super) type DatabaseFound = Result<OpenDatabase, NotOpened>;

/// Looks. Blocks.
pub(super) fn examine(target: &Target, clock: &Clock) -> DatabaseFound {
    let mut conn = open_to_examine(target).map_err(NotOpened::Because)?;
    let found = condition(&mut conn, target);
    let at = clock.now();
    let condition = found.map_err(|error| NotOpened::Because(OpenTrouble::asking(error)))?;
    Ok(OpenDatabase {
        condition,
        at,
        // tables that an older schema lacks are not asked again
        facts: facts(&mut conn).ok(),
        backup: last_backup(&mut conn).ok(),
        mail_is_late: store::is_due(&mut conn, at.minus(LATE)).ok(),
        copies: CopyFacts::read(&mut conn).ok(),
        known_secrets: known_secrets(&mut conn).ok().flatten(),
        is_in_use: is_in_use(&mut conn).unwrap_or_default(),
        network: match target {
            Target::Sqlite(file) => network_of(file),
            Target::Postgres(_) => None,
        },
    })
}

/// The kind of network file system that a file is on; none where it is on a disk of this machine, or that cannot be told.
fn network_of(file: &Path) -> Option<&'static str> {
    // numbers of Linux's `statfs(2)`
    match u32::try_from(rustix::fs::statfs(file).ok()?.f_type).ok()? {
        0x6969 => Some("NFS"),
        0x517B | 0xFE53_4D42 | 0xFF53_4D42 => Some("SMB"),
        0x00C3_6400 => Some("CephFS"),
        0x5346_414F => Some("AFS"),
        _ => None,
    }
}

/// What it and the clock of this machine say of each other.
pub(super) fn clocks(found: &DatabaseFound) -> ClockFacts {
    let Ok(open) = found else {
        return ClockFacts::default();
    };
    let pair = |theirs| ClockPair {
        ours: open.at,
        theirs,
    };
    let is_file = matches!(open.condition.durability, Durability::File { .. });
    ClockFacts {
        database: open.condition.clock.map(pair),
        answer: None,
        // an empty file knows of nothing later either
        latest: is_file.then(|| pair(open.condition.latest.unwrap_or(open.at))),
    }
}

/// The sentences about the database itself.
pub(super) fn told(
    words: &FindingWords<'_>,
    target: &Target,
    found: &DatabaseFound,
) -> Vec<Finding> {
    let w = words.w;
    let open = match found {
        Ok(open) => open,
        Err(NotOpened::Silent) => {
            let told = w.say("doctor-database-silent");
            return vec![Finding::new("database", Verdict::Wrong, told)];
        }
        Err(NotOpened::Because(why)) => {
            return vec![Finding::new(
                "database",
                Verdict::Wrong,
                away(w, target, *why),
            )];
        }
    };
    let mut all = settings(w, open);
    all.extend(schema(w, open.condition.schema));
    if all.is_empty() {
        let bytes = open.facts.as_ref().map_or(0, |facts| facts.bytes);
        let size = words.bytes(u64::try_from(bytes).unwrap_or_default());
        let kind = match open.condition.durability {
            Durability::File { .. } => "SQLite",
            Durability::Server { .. } => "PostgreSQL",
        };
        let version = &open.condition.version;
        let told = w.say3(
            "doctor-database",
            "kind",
            kind,
            "version",
            version,
            "size",
            size,
        );
        all.push(Finding::new("database", Verdict::Fine, told));
    }
    if let Some(newest) = open.backup {
        all.push(words.backup(newest));
    }
    if let Some(is_late) = open.mail_is_late {
        all.push(words.queue(is_late));
    }
    if let Some(copies) = &open.copies {
        all.extend(words.copies(copies));
    }
    all
}

fn away(w: &Words, target: &Target, why: OpenTrouble) -> String {
    let place = match target {
        Target::Sqlite(file) => file.display().to_string(),
        // the address may hold a password
        Target::Postgres(_) => String::new(),
    };
    let because = w.say2("doctor-database-why", "why", why.word, "path", place);
    w.say1("doctor-database-away", "why", because)
}

/// What of its settings is not as it has to be.
fn settings(w: &Words, open: &OpenDatabase) -> Vec<Finding> {
    let wrong = |told: String| Finding::new("database", Verdict::Wrong, told);
    let mut all = Vec::new();
    match &open.condition.durability {
        Durability::File { is_wal } => {
            if let Some(network) = open.network {
                all.push(wrong(w.say1("doctor-database-network", "kind", network)));
            }
            if !is_wal && open.condition.schema != SchemaState::Nothing {
                let told = w.say("doctor-database-copy");
                all.push(Finding::new("database", Verdict::Soon, told));
            }
        }
        Durability::Server {
            careless,
            encoding,
            connections,
        } => {
            for name in careless {
                all.push(wrong(w.say1("doctor-database-careless", "name", *name)));
            }
            if encoding != "UTF8" {
                all.push(wrong(w.say1("doctor-database-encoding", "name", encoding)));
            }
            if *connections < i64::from(CONNECTIONS) {
                let told = w.say2(
                    "doctor-database-connections",
                    "there",
                    *connections,
                    "most",
                    CONNECTIONS,
                );
                all.push(wrong(told));
            }
        }
    }
    all
}

fn schema(w: &Words, state: SchemaState) -> Option<Finding> {
    match state {
        SchemaState::Current => None,
        SchemaState::Nothing => {
            let told = w.say("doctor-schema-nothing");
            Some(Finding::new("database", Verdict::Soon, told))
        }
        SchemaState::Older(steps) => {
            let told = w.say1("doctor-schema-older", "n", steps);
            Some(Finding::new("database", Verdict::Soon, told))
        }
        SchemaState::Newer => {
            let told = w.say("doctor-schema-newer");
            Some(Finding::new("database", Verdict::Wrong, told))
        }
    }
}

/// Whether the secrets are those that the database was made with.
pub(super) fn secrets_told(
    w: &Words,
    installation: &ExaminedInstallation,
    secrets: &Result<Option<Secrets>, SecretsError>,
    found: &DatabaseFound,
) -> Finding {
    let path = installation.secrets.display().to_string();
    let finding = |verdict, why: &str| {
        let told = w.say2("doctor-secrets", "why", why, "path", &path);
        Finding::new("secrets", verdict, told)
    };
    let wrong = |why: &str| finding(Verdict::Wrong, why);
    match (secrets, found) {
        (Err(SecretsError::Open { .. }), _) => wrong("open"),
        (Err(SecretsError::Shape { .. }), _) => wrong("shape"),
        (Err(SecretsError::Disk { .. }), _) => wrong("disk"),
        (_, Err(_)) => finding(Verdict::Unknown, "unknown"),
        (Ok(None), Ok(open)) => match open.known_secrets.is_some() || open.is_in_use {
            true => wrong("missing"),
            false => finding(Verdict::Fine, "first"),
        },
        (Ok(Some(own)), Ok(open)) => match &open.known_secrets {
            Some(known) if known[..] == own.fingerprint() => finding(Verdict::Fine, "fit"),
            Some(_) => wrong("foreign"),
            None => finding(Verdict::Fine, "noted"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Lang;
    use crate::words::Library;
    use std::collections::BTreeSet;

    #[test]
    fn why_a_database_cannot_be_opened_is_said_in_each_language_and_as_a_start_says_it() {
        let library = Library::load().unwrap();
        let target = Target::Sqlite("a.db".into());
        let mut english = BTreeSet::new();
        for lang in [Lang::EN, Lang::ES] {
            let w = library.words(lang);
            let mut seen = BTreeSet::new();
            for trouble in OpenTrouble::all() {
                let said = away(&w, &target, trouble);
                assert!(seen.insert(said.clone()), "{}: {said}", trouble.word);
                match lang {
                    Lang::EN => {
                        let at_start = trouble.english;
                        assert!(said.contains(at_start), "{said}: {at_start}");
                        english.insert(said);
                    }
                    _ => assert!(!english.contains(&said), "{said}"),
                }
            }
        }
    }
}
