//! The tables of what programs told of: people, tags.
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

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    api_tags (organization_id, tag) {
        organization_id -> Uid,
        tag -> Text,
        created_at -> Instant,
    }
}
