//! The tables about copies of the database, and which programs may work on its schema.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    copy_moments (id) {
        id -> SmallInt,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    backup_runs (id) {
        id -> SmallInt,
        begun_at -> Instant,
        seen_at -> Instant,
        ended_at -> Nullable<Instant>,
        trouble -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    schema_floors (id) {
        id -> SmallInt,
        version -> Text,
    }
}
