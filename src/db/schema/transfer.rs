//! The table of large lists.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    exports (id) {
        id -> Uid,
        petition_id -> Uid,
        organizer_id -> Uid,
        instance_id -> Uid,
        options -> Json,
        state -> SmallInt,
        lines_read -> BigInt,
        lines_of -> BigInt,
        lines -> Nullable<BigInt>,
        bytes -> Nullable<BigInt>,
        sha256 -> Nullable<Text>,
        pages -> Nullable<BigInt>,
        missing_letters -> Nullable<BigInt>,
        missing_names -> Nullable<BigInt>,
        file_name -> Text,
        started_at -> Instant,
        moved_at -> Instant,
        finished_at -> Nullable<Instant>,
        expires_at -> Instant,
    }
}
