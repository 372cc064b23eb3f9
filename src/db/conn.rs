//! The one connection type, and the macro that gives one query body to both databases.
#![expect(
    missing_docs,
    reason = "diesel's derive writes public types without docs"
)]

use diesel::{PgConnection, SqliteConnection};

/// A connection to whichever database the operator chose.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// Runs one body against the concrete connection: the same text is type-checked for each
/// database. For what the common connection cannot say (`on_conflict`, inserts of many rows,
/// row locks).
#[macro_export]
macro_rules! both {
    ($conn:expr, |$c:ident| $body:expr) => {{
        let conn: &mut $crate::db::Conn = $conn;
        match conn {
            $crate::db::Conn::Sqlite($c) => $body,
            $crate::db::Conn::Postgres($c) => $body,
        }
    }};
}
