//! The tables that tell whether anything can be written, and when it was last copied.
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

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    last_backup (id) {
        id -> SmallInt,
        made_at -> Instant,
    }
}
