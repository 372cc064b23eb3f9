//! The table of organizations that sign: it is asked for by key and joins no other.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};

    endorsements (id) {
        id -> Uid,
        petition_id -> Uid,
        name -> Text,
        name_key -> Text,
        contact_name -> Text,
        contact_email -> Text,
        address_key -> Binary,
        lang -> Text,
        is_suspect -> Bool,
        state -> SmallInt,
        created_at -> Instant,
        confirmed_at -> Nullable<Instant>,
        decided_at -> Nullable<Instant>,
        changed_at -> Instant,
        moved -> BigInt,
        browser_hash -> Nullable<Binary>,
        host_mark -> Nullable<Binary>,
        head_seen -> Bool,
        early_look -> Bool,
        was_asked -> Bool,
        word_tries -> SmallInt,
        mailed_at -> Nullable<Instant>,
        logo_sha256 -> Nullable<Text>,
        logo_width -> Nullable<Integer>,
        logo_height -> Nullable<Integer>,
        logo -> Nullable<Binary>,
    }
}
