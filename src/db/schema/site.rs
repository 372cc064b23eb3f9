//! The table of what visitors report about pages.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    page_reports (id) {
        id -> Uid,
        petition_id -> Nullable<Uid>,
        complaint -> Text,
        words -> Text,
        email -> Nullable<Text>,
        lang -> Text,
        sent_at -> Instant,
        dealt_at -> Nullable<Instant>,
        note -> Text,
    }
}
