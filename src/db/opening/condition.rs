//! What a database says of itself to whoever looks whether all is well with it: version, settings, clock, and whether its schema is that
//! of this program. Nothing is made, changed or brought up to date by looking.

use super::open::Target;
use super::standing::{Floor, floor};
use super::steps::SchemaSteps;
use super::unreachable::OpenTrouble;
use super::whole;
use crate::base::Time;
use crate::db::{Conn, Result};
use diesel::migration::{Migration, MigrationSource};
use diesel::sql_types::{BigInt, Text};
use diesel::sqlite::Sqlite;
use diesel::{PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use std::collections::BTreeSet;

/// How the steps of the schema stand to those that this program knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// No program has made anything in it yet.
    Nothing,
    /// So many steps are to be done; `serve` does them.
    Older(usize),
    /// The same, or with steps of a newer program beside that only added.
    Current,
    /// A newer program has made steps without which this one must not work on it.
    Newer,
}

/// What holds what was acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Durability {
    /// The one file.
    File {
        /// Whether it is in WAL mode, as the program keeps it.
        is_wal: bool,
    },
    /// PostgreSQL.
    Server {
        /// Settings that lose what was acknowledged, by name; none as a rule.
        careless: Vec<&'static str>,
        /// How text is kept; `UTF8` is right.
        encoding: String,
        /// Connections for accounts that are no superuser's.
        connections: i64,
    },
}

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseCondition {
    /// Version of SQLite or PostgreSQL.
    pub version: String,
    /// Whether what is acknowledged is kept.
    pub durability: Durability,
    /// How its schema stands to this program.
    pub schema: SchemaState,
    /// What the clock of its server shows; none for the one file, which has none.
    pub clock: Option<Time>,
    /// The latest instant at which something was noted in the one file, as far as that is soon found.
    pub latest: Option<Time>,
}

/// Opens a database to look at it: one that is there, and cannot be written through this connection. Blocks, for five seconds at most
/// where a PostgreSQL does not answer.
///
/// # Errors
/// Why it cannot be opened.
pub fn open_to_examine(target: &Target) -> std::result::Result<Conn, OpenTrouble> {
    match OpenTrouble::before_opening(target) {
        Some(trouble) => Err(trouble),
        None => target
            .open(false)
            .map_err(|error| OpenTrouble::opening(target, error)),
    }
}

#[derive(QueryableByName)]
struct NamedRow {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct InstantRow {
    #[diesel(sql_type = diesel::sql_types::Nullable<BigInt>)]
    micros: Option<i64>,
}

#[derive(QueryableByName)]
struct ServerRow {
    #[diesel(sql_type = Text)]
    version: String,
    #[diesel(sql_type = Text)]
    fsync: String,
    #[diesel(sql_type = Text)]
    synchronous_commit: String,
    #[diesel(sql_type = Text)]
    full_page_writes: String,
    #[diesel(sql_type = Text)]
    encoding: String,
    #[diesel(sql_type = BigInt)]
    connections: i64,
    #[diesel(sql_type = BigInt)]
    micros: i64,
}

/// Asks it.
///
/// # Errors
/// A fault of the database.
pub fn condition(conn: &mut Conn, target: &Target) -> Result<DatabaseCondition> {
    let schema = schema_state(conn)?;
    match conn {
        Conn::Sqlite(c) => of_file(c, target, schema),
        Conn::Postgres(c) => of_server(c, schema),
    }
}

fn of_file(
    conn: &mut SqliteConnection,
    target: &Target,
    schema: SchemaState,
) -> Result<DatabaseCondition> {
    let version = diesel::sql_query("select sqlite_version() as name");
    let version = version.get_result::<NamedRow>(conn)?.name;
    let latest = match schema {
        SchemaState::Current => {
            // each by its key: the newest row is the last one
            let newest = "select max(at) as micros from (\
                 select max(since) as at from secret_versions \
                 union all select max(made_at) from last_backup \
                 union all select * from (select created_at from outbox order by id desc limit 1))";
            let found = diesel::sql_query(newest).get_result::<InstantRow>(conn)?;
            found.micros.map(Time::from_micros)
        }
        _ => None,
    };
    Ok(DatabaseCondition {
        version,
        durability: Durability::File {
            is_wal: whole::is_in_wal_mode(target),
        },
        schema,
        clock: None,
        latest,
    })
}

fn of_server(conn: &mut PgConnection, schema: SchemaState) -> Result<DatabaseCondition> {
    let asked = diesel::sql_query(
        "select current_setting('server_version') as version, current_setting('fsync') as fsync, \
         current_setting('synchronous_commit') as synchronous_commit, \
         current_setting('full_page_writes') as full_page_writes, \
         current_setting('server_encoding') as encoding, \
         current_setting('max_connections')::bigint - current_setting('superuser_reserved_connections')::bigint \
             as connections, \
         (extract(epoch from now()) * 1000000)::bigint as micros",
    );
    let row = asked.get_result::<ServerRow>(conn)?;
    let careless = [
        ("fsync", row.fsync),
        ("synchronous_commit", row.synchronous_commit),
        ("full_page_writes", row.full_page_writes),
    ];
    let careless = careless.into_iter().filter(|(_, value)| value == "off");
    Ok(DatabaseCondition {
        version: row.version,
        durability: Durability::Server {
            careless: careless.map(|(name, _)| name).collect(),
            encoding: row.encoding,
            connections: row.connections,
        },
        schema,
        clock: Some(Time::from_micros(row.micros)),
        latest: None,
    })
}

/// Compares steps by their names. Diesel's own question would make the table that it asks.
fn schema_state(conn: &mut Conn) -> Result<SchemaState> {
    let is_there = match conn {
        Conn::Sqlite(c) => diesel::sql_query(
            "select name from sqlite_schema where name = '__diesel_schema_migrations'",
        )
        .load::<NamedRow>(c)?,
        Conn::Postgres(c) => diesel::sql_query(
            "select 'there' as name where to_regclass('__diesel_schema_migrations') is not null",
        )
        .load::<NamedRow>(c)?,
    };
    if is_there.is_empty() {
        return Ok(SchemaState::Nothing);
    }
    let done = "select version as name from __diesel_schema_migrations";
    let done = crate::both!(conn, |c| diesel::sql_query(done).load::<NamedRow>(c))?;
    let done: BTreeSet<String> = done.into_iter().map(|row| row.name).collect();
    let steps: Vec<Box<dyn Migration<Sqlite>>> = SchemaSteps.migrations().unwrap_or_default();
    let known = steps.iter().map(|step| step.name().version().to_string());
    let known: BTreeSet<String> = known.collect();
    if done.is_empty() {
        return Ok(SchemaState::Nothing);
    }
    if !done.is_subset(&known) {
        return Ok(match floor(conn)? {
            Floor::From(step) if known.contains(&step) => SchemaState::Current,
            _ => SchemaState::Newer,
        });
    }
    Ok(match known.difference(&done).count() {
        0 => SchemaState::Current,
        many => SchemaState::Older(many),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::Db;
    use diesel::connection::SimpleConnection;

    #[test]
    fn steps_that_are_not_done_and_steps_that_nobody_knows_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let target = Target::Sqlite(folder.path().join("a.db"));
        assert!(open_to_examine(&target).is_err(), "nothing is made");
        assert!(!folder.path().join("a.db").exists());
        drop(Db::open(&target).unwrap());
        let state = || {
            let mut conn = open_to_examine(&target).unwrap();
            condition(&mut conn, &target).unwrap()
        };
        let found = state();
        assert_eq!(found.schema, SchemaState::Current);
        assert_eq!(found.durability, Durability::File { is_wal: true });
        let tell = |statement: &str| {
            let Conn::Sqlite(mut conn) = target.open(true).unwrap() else {
                panic!("not SQLite")
            };
            conn.batch_execute(statement).unwrap();
        };
        tell(
            "delete from __diesel_schema_migrations where version = \
             (select max(version) from __diesel_schema_migrations)",
        );
        assert_eq!(state().schema, SchemaState::Older(1));
        tell("insert into __diesel_schema_migrations (version) values ('9999')");
        assert_eq!(state().schema, SchemaState::Current, "it only added");
        tell("update schema_floors set version = '9999'");
        assert_eq!(state().schema, SchemaState::Newer);
        tell("delete from __diesel_schema_migrations");
        assert_eq!(state().schema, SchemaState::Nothing);
    }
}
