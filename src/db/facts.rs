//! What the database says of itself, for the operator's pages.

use super::{Conn, Result};
use diesel::QueryableByName;
use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Text};

/// Kind, size and schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatabaseFacts {
    /// Whether it is the one file; else PostgreSQL.
    pub is_sqlite: bool,
    /// How many bytes it takes on its disk, without the log beside it.
    pub bytes: i64,
    /// The newest step of the schema.
    pub schema: String,
}

#[derive(QueryableByName)]
struct SizeRow {
    #[diesel(sql_type = BigInt)]
    bytes: i64,
}

#[derive(QueryableByName)]
struct VersionRow {
    #[diesel(sql_type = Text)]
    version: String,
}

/// Asks it.
///
/// # Errors
/// A fault of the database.
pub fn facts(conn: &mut Conn) -> Result<DatabaseFacts> {
    let is_sqlite = matches!(conn, Conn::Sqlite(_));
    let size = match conn {
        Conn::Sqlite(c) => diesel::sql_query(
            "select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()",
        )
        .get_result::<SizeRow>(c)?,
        Conn::Postgres(c) => {
            diesel::sql_query("select pg_database_size(current_database()) as bytes")
                .get_result::<SizeRow>(c)?
        }
    };
    let newest = "select max(version) as version from __diesel_schema_migrations";
    let version = crate::both!(conn, |c| diesel::sql_query(newest)
        .get_result::<VersionRow>(c))?;
    Ok(DatabaseFacts {
        is_sqlite,
        bytes: size.bytes,
        schema: version.version,
    })
}
