//! The table of people that programs told of.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    api_people (id) {
        id -> Uid,
        organization_id -> Uid,
        person -> Text,
        created_at -> Instant,
    }
}
