//! One list of a table's columns for both databases.

/// Writes many rows: on PostgreSQL in one statement, on SQLite one by one with a prepared statement, which measured the same as many
/// rows in one. Each column has its type and, of one row, its value. `then` runs on SQLite behind each row; with
/// `on_conflict_do_nothing` behind the table's name a row that is there already is left out.
///
/// # Errors
/// A fault of the database.
#[macro_export]
macro_rules! insert_rows {
    (@conflict) => { "" };
    (@conflict on_conflict_do_nothing) => { "on conflict do nothing" };
    (
        $tx:expr, $name:literal $($conflict:ident)?, $table:ident, for $one:ident in $rows:expr,
        { $first:ident: $first_type:ty = $first_value:expr, $($column:ident: $type:ty = $value:expr,)* }
        $(, then |$sqlite:ident| $then:expr)?
    ) => {
        match &mut **$tx {
            $crate::db::Conn::Sqlite(c) => {
                for $one in $rows {
                    diesel::insert_into($table::table)
                        .values((
                            $table::$first.eq($first_value),
                            $($table::$column.eq($value),)*
                        ))
                        $(.$conflict())?
                        .execute(c)?;
                    $(
                        let $sqlite = &mut *c;
                        $then;
                    )?
                }
            }
            $crate::db::Conn::Postgres(c) => {
                $crate::db::unnest(
                    concat!(
                        "insert into ", $name, " (", stringify!($first), $(", ", stringify!($column),)*
                        ") select * from"
                    ),
                    $crate::insert_rows!(@conflict $($conflict)?),
                )
                .with::<$first_type, _>($rows.iter().map(|$one| { let _ = $one; $first_value }).collect::<Vec<_>>())
                $(.with::<$type, _>($rows.iter().map(|$one| { let _ = $one; $value }).collect::<Vec<_>>()))*
                .execute(c)?;
            }
        }
    };
}
