//! The tables of reasons: they are asked for by key and join no other.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};

    reasons (id) {
        id -> Uid,
        petition_id -> Uid,
        state -> SmallInt,
        words -> Text,
        lang -> Text,
        revision -> BigInt,
        reports -> Integer,
        typed_at -> Instant,
        decided_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};

    reason_tallies (petition_id) {
        petition_id -> Uid,
        waiting -> BigInt,
        published -> BigInt,
        private -> BigInt,
        hidden -> BigInt,
        version -> BigInt,
        updated_at -> Instant,
        moved -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(reasons, reason_tallies);
