//! The steps of the schema, one a room. What both databases say alike stands once, in `migrations/shared`; what each says in its own way
//! stands in `migrations/sqlite` and `migrations/postgres` under the same name, and runs behind it.
//!
//! Shared SQL has PostgreSQL's types, because SQLite knows few, and SQLite's table options, because PostgreSQL needs none. Each database
//! reads what is the other's in its own words.

use diesel::backend::Backend;
use diesel::connection::BoxableConnection;
use diesel::migration::{
    Migration, MigrationMetadata, MigrationName, MigrationSource, MigrationVersion, Result,
};
use diesel::pg::Pg;
use diesel::sqlite::Sqlite;
use rust_embed::Embed;
use std::collections::BTreeSet;
use std::fmt;

/// PostgreSQL's words, and SQLite's for the same: an instant is a number of microseconds, and text is compared byte by byte anyway.
const FOR_SQLITE: [(&str, &str); 8] = [
    (" uuid", " blob"),
    (" bytea", " blob"),
    (" boolean", " integer"),
    (" smallint", " integer"),
    (" bigint", " integer"),
    (" timestamptz", " integer"),
    (" jsonb", " text"),
    (" collate \"C\"", ""),
];

/// SQLite's words, and PostgreSQL's for the same: its columns hold their type only, and its rows lie in no order of keys.
const FOR_POSTGRES: [(&str, &str); 2] = [(") strict, without rowid;", ");"), (") strict;", ");")];

/// All of `migrations`, inside the program.
#[derive(Embed)]
#[folder = "migrations/"]
struct MigrationFiles;

/// The text of a file; none where there is no such file.
fn text(path: &str) -> Result<Option<String>> {
    let file = MigrationFiles::get(path).map(|file| String::from_utf8(file.data.into_owned()));
    Ok(file.transpose()?)
}

/// One step as one database reads it.
struct SchemaStep {
    /// Its folder. What stands before the first `_` is the version, by which steps are ordered and known.
    name: String,
    up: String,
    down: String,
}

impl SchemaStep {
    /// All of them, in order: shared SQL in the words of the database, and what the database says apart in the folder `own`.
    fn all(own: &str, words: &[(&str, &str)]) -> Result<Vec<Self>> {
        let names: BTreeSet<String> = MigrationFiles::iter()
            .filter_map(|path| Some(path.strip_prefix("shared/")?.split_once('/')?.0.to_owned()))
            .collect();
        let read = |name: String| {
            let sql = |file: &str| -> Result<String> {
                let shared = text(&format!("shared/{name}/{file}"))?.ok_or("a step without SQL")?;
                let apart = text(&format!("{own}/{name}/{file}"))?;
                Ok(in_words(shared, words) + &apart.unwrap_or_default())
            };
            Ok(Self {
                up: sql("up.sql")?,
                down: sql("down.sql")?,
                name,
            })
        };
        names.into_iter().map(read).collect()
    }

    fn tell<DB: Backend>(&self, conn: &mut dyn BoxableConnection<DB>, sql: &str) -> Result<()> {
        conn.batch_execute(sql)
            .map_err(|error| format!("{self}: {error}").into())
    }
}

fn in_words(shared: String, words: &[(&str, &str)]) -> String {
    words
        .iter()
        .fold(shared, |sql, (theirs, own)| sql.replace(theirs, own))
}

impl<DB: Backend> Migration<DB> for SchemaStep {
    fn run(&self, conn: &mut dyn BoxableConnection<DB>) -> Result<()> {
        self.tell(conn, &self.up)
    }

    fn revert(&self, conn: &mut dyn BoxableConnection<DB>) -> Result<()> {
        self.tell(conn, &self.down)
    }

    fn metadata(&self) -> &dyn MigrationMetadata {
        self
    }

    fn name(&self) -> &dyn MigrationName {
        self
    }
}

/// As diesel has it: each step in a transaction of its own.
impl MigrationMetadata for SchemaStep {}

impl MigrationName for SchemaStep {
    fn version(&self) -> MigrationVersion<'_> {
        let version = self.name.split_once('_').map(|(version, _)| version);
        version.unwrap_or(&self.name).into()
    }
}

impl fmt::Display for SchemaStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// The versions of all steps, in order.
///
/// # Errors
/// A step without SQL.
pub(crate) fn versions() -> Result<Vec<String>> {
    let steps = SchemaStep::all("sqlite", &FOR_SQLITE)?;
    Ok(steps
        .iter()
        .map(|step| step.version().to_string())
        .collect())
}

/// Name and SQL of the steps that are not among `applied`, as this database reads them.
///
/// # Errors
/// A step without SQL.
pub(crate) fn pending(is_sqlite: bool, applied: &[String]) -> Result<Vec<(String, String)>> {
    let steps = match is_sqlite {
        true => SchemaStep::all("sqlite", &FOR_SQLITE)?,
        false => SchemaStep::all("postgres", &FOR_POSTGRES)?,
    };
    let pending = steps.into_iter().filter(|step| {
        let version = step.version().to_string();
        !applied.contains(&version)
    });
    Ok(pending.map(|step| (step.name, step.up)).collect())
}

/// All steps, as each database reads them.
pub(super) struct SchemaSteps;

impl MigrationSource<Sqlite> for SchemaSteps {
    fn migrations(&self) -> Result<Vec<Box<dyn Migration<Sqlite>>>> {
        let steps = SchemaStep::all("sqlite", &FOR_SQLITE)?;
        Ok(steps.into_iter().map(boxed).collect())
    }
}

impl MigrationSource<Pg> for SchemaSteps {
    fn migrations(&self) -> Result<Vec<Box<dyn Migration<Pg>>>> {
        let steps = SchemaStep::all("postgres", &FOR_POSTGRES)?;
        Ok(steps.into_iter().map(boxed).collect())
    }
}

fn boxed<DB: Backend>(step: SchemaStep) -> Box<dyn Migration<DB>> {
    Box::new(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_database_reads_the_words_of_the_other_in_its_own() {
        let shared = "create table a (\n    id uuid primary key,\n    key text collate \"C\" not null,\n    \
                      is_b boolean not null default false,\n    at timestamptz\n) strict, without rowid;\n\
                      create table c (\n    id bigint primary key,\n    d jsonb\n) strict;\n";
        assert_eq!(
            in_words(shared.to_owned(), &FOR_SQLITE),
            "create table a (\n    id blob primary key,\n    key text not null,\n    \
             is_b integer not null default false,\n    at integer\n) strict, without rowid;\n\
             create table c (\n    id integer primary key,\n    d text\n) strict;\n"
        );
        assert_eq!(
            in_words(shared.to_owned(), &FOR_POSTGRES),
            "create table a (\n    id uuid primary key,\n    key text collate \"C\" not null,\n    \
             is_b boolean not null default false,\n    at timestamptz\n);\n\
             create table c (\n    id bigint primary key,\n    d jsonb\n);\n"
        );
    }

    #[test]
    fn steps_come_in_order_with_what_is_said_apart_behind_what_is_shared() {
        let steps = SchemaStep::all("sqlite", &FOR_SQLITE).unwrap();
        let versions: Vec<_> = steps.iter().map(MigrationName::version).collect();
        assert!(versions.is_sorted());
        assert_eq!(versions.first(), Some(&"0001".into()));
        let db = &steps.first().unwrap().up;
        let place = |table: &str| db.find(&format!("create table {table} ")).unwrap();
        assert!(place("write_checks") < place("changes"), "{db}");
    }
}
