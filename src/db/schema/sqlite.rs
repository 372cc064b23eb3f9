//! What SQLite alone can be asked.

#[diesel::declare_sql_function]
extern "SQL" {
    /// The number of the row that this connection wrote last: an index of words has no other key.
    fn last_insert_rowid() -> diesel::sql_types::BigInt;
}
