//! The table that tells whether anything can be written.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    write_checks (id) {
        id -> SmallInt,
        filler -> Binary,
    }
}
