//! The tables of tokens, and of what programs asked for with them.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    api_tokens (id) {
        id -> Uid,
        organization_id -> Uid,
        organizer_id -> Nullable<Uid>,
        name -> Text,
        short_id -> Text,
        token_hash -> Binary,
        scopes -> Text,
        is_limited -> Bool,
        networks -> Text,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
        revoked_at -> Nullable<Instant>,
        replaces_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    api_token_petitions (token_id, petition_id) {
        token_id -> Uid,
        petition_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    api_requests (token_id, key_hash) {
        token_id -> Uid,
        key_hash -> Binary,
        request_hash -> Binary,
        leased_until -> Nullable<Instant>,
        status -> Nullable<SmallInt>,
        made_id -> Nullable<Uid>,
        body -> Nullable<Text>,
        created_at -> Instant,
    }
}
