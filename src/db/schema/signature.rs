//! The tables of signatures, waiting and confirmed, and of their number.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    tallies (petition_id) {
        petition_id -> Uid,
        counted -> BigInt,
        held -> BigInt,
        withdrawn -> BigInt,
        removed -> BigInt,
        goal -> Nullable<BigInt>,
        goal_met_at -> Nullable<Instant>,
        version -> BigInt,
        updated_at -> Instant,
        moved -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    tally_hours (petition_id, hour) {
        petition_id -> Uid,
        hour -> BigInt,
        change -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    pending_signatures (id) {
        id -> Uid,
        petition_id -> Uid,
        email_k1 -> Binary,
        email_k2 -> Binary,
        address_key -> Binary,
        name -> Text,
        email -> Text,
        role -> Nullable<Text>,
        affiliation -> Nullable<Text>,
        wants_updates -> Bool,
        visibility -> SmallInt,
        place -> Nullable<Text>,
        updates_text_id -> Uid,
        listing_text_id -> Uid,
        wording_id -> Uid,
        lang -> Text,
        source -> Nullable<Text>,
        browser_hash -> Binary,
        score -> Integer,
        resends -> SmallInt,
        code_tries -> SmallInt,
        word_tries -> SmallInt,
        is_suspect -> Bool,
        created_at -> Instant,
        mailed_at -> Nullable<Instant>,
        share_code -> Nullable<Text>,
        answers -> Nullable<Text>,
        choice_id -> Nullable<Uid>,
        host_mark -> Nullable<Binary>,
        head_seen -> Bool,
        early_look -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    settled_pendings (id) {
        id -> Uid,
        petition_id -> Uid,
        ending -> SmallInt,
        signature_id -> Nullable<Uid>,
        settled_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    signatures (id) {
        id -> Uid,
        petition_id -> Uid,
        email_k1 -> Binary,
        email_k2 -> Binary,
        state -> SmallInt,
        reason -> Nullable<SmallInt>,
        number -> Nullable<BigInt>,
        wording_id -> Uid,
        lang -> Text,
        source -> Nullable<Text>,
        is_suspect -> Bool,
        signed_at -> Instant,
        confirmed_at -> Instant,
        changed_at -> Instant,
        share_code -> Nullable<Text>,
        choice_id -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    signature_details (signature_id) {
        signature_id -> Uid,
        name -> Text,
        email -> Text,
        role -> Nullable<Text>,
        affiliation -> Nullable<Text>,
        wants_updates -> Bool,
        visibility -> SmallInt,
        place -> Nullable<Text>,
        search -> Text,
        sorted_as -> Nullable<Text>,
        is_first -> Bool,
        opted_in_to -> Nullable<Text>,
        word_tries -> SmallInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    // SQLite's full-text index; PostgreSQL's is an index of signature_details.
    signature_search (rowid) {
        rowid -> BigInt,
        words -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    shares (petition_id, code) {
        petition_id -> Uid,
        code -> Text,
        counted -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    consents (signature_id, id) {
        signature_id -> Uid,
        id -> Uid,
        purpose -> SmallInt,
        founder_id -> Nullable<Uid>,
        is_yes -> Bool,
        text_id -> Uid,
        means -> SmallInt,
        given_at -> Instant,
    }
}
