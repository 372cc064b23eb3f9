//! The tables as diesel sees them, the same on both databases.
//! The columns' meaning stands beside them in `migrations/`.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

pub use super::schema_endorsements::endorsements;
pub use super::schema_pledges::{choices, pledge_option_texts, pledge_options};
pub use super::schema_reasons::{reason_tallies, reasons};

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    organizations (id) {
        id -> Uid,
        name -> Text,
        contact_email -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    organizers (id) {
        id -> Uid,
        email -> Text,
        name -> Text,
        password -> Nullable<Text>,
        lang -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    memberships (organization_id, organizer_id) {
        organization_id -> Uid,
        organizer_id -> Uid,
        role -> SmallInt,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    sessions (id) {
        id -> Uid,
        token_hash -> Binary,
        organizer_id -> Uid,
        device -> Text,
        created_at -> Instant,
        last_seen_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    account_links (id) {
        id -> Uid,
        token_hash -> Binary,
        purpose -> SmallInt,
        organizer_id -> Nullable<Uid>,
        organization_id -> Nullable<Uid>,
        email -> Nullable<Text>,
        role -> Nullable<SmallInt>,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    petitions (id) {
        id -> Uid,
        organization_id -> Uid,
        kind -> SmallInt,
        slug -> Text,
        state -> SmallInt,
        lang -> Text,
        goal -> Nullable<Integer>,
        time_zone -> Text,
        opens_at -> Nullable<Instant>,
        closes_at -> Nullable<Instant>,
        published_at -> Nullable<Instant>,
        closed_at -> Nullable<Instant>,
        settings -> Json,
        revision -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    petition_texts (petition_id, lang) {
        petition_id -> Uid,
        lang -> Text,
        title -> Text,
        ask -> Text,
        target -> Text,
        body -> Text,
        body_html -> Text,
        goal_reason -> Text,
        outcome -> Nullable<Text>,
        outcome_html -> Nullable<Text>,
        is_published -> Bool,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    wordings (id) {
        id -> Uid,
        petition_id -> Uid,
        lang -> Text,
        version -> Integer,
        title -> Text,
        ask -> Text,
        target -> Text,
        body -> Text,
        sha256 -> Binary,
        created_at -> Instant,
        promises -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    petition_founders (id) {
        id -> Uid,
        petition_id -> Uid,
        position -> Nullable<Integer>,
        name -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    consent_texts (id) {
        id -> Uid,
        purpose -> SmallInt,
        lang -> Text,
        words -> Text,
        sha256 -> Binary,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
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
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    tally_hours (petition_id, hour) {
        petition_id -> Uid,
        hour -> BigInt,
        change -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
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
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
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
    use crate::db::types::{Instant, Json, Uid};
    shares (petition_id, code) {
        petition_id -> Uid,
        code -> Text,
        counted -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
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

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
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
    use crate::db::types::Uid;

    register_entries (id) {
        id -> Uid,
        petition_id -> Uid,
        name -> Text,
        role -> Nullable<Text>,
        affiliation -> Nullable<Text>,
        place -> Nullable<Text>,
        sort_key -> Text,
        role_key -> Nullable<Text>,
        affiliation_key -> Nullable<Text>,
        is_first -> Bool,
        words -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;

    // As signature_search, of register_entries.
    register_search (rowid) {
        rowid -> BigInt,
        words -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::Uid;

    register_groups (petition_id, kind, key) {
        petition_id -> Uid,
        kind -> SmallInt,
        key -> Text,
        label -> Text,
        signers -> BigInt,
    }
}

// SQLite's own.
#[diesel::declare_sql_function]
extern "SQL" {
    fn last_insert_rowid() -> diesel::sql_types::BigInt;
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
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
    use crate::db::types::{Instant, Json, Uid};
    outbox (id) {
        id -> Uid,
        kind -> SmallInt,
        priority -> SmallInt,
        petition_id -> Nullable<Uid>,
        subject_id -> Uid,
        lang -> Text,
        recipient -> Nullable<Text>,
        arguments -> Nullable<Text>,
        address_key -> Binary,
        once_key -> Nullable<Text>,
        due_at -> Instant,
        taken_at -> Nullable<Instant>,
        attempts -> SmallInt,
        state -> SmallInt,
        outcome -> Nullable<Text>,
        created_at -> Instant,
        settled_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    suppressions (id) {
        id -> Uid,
        address_key -> Binary,
        petition_id -> Nullable<Uid>,
        reason -> SmallInt,
        until -> Nullable<Instant>,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    updates (id) {
        id -> Uid,
        petition_id -> Uid,
        state -> SmallInt,
        published_at -> Nullable<Instant>,
        edited_at -> Nullable<Instant>,
        revision -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Instant, Json, Uid};
    update_texts (update_id, lang) {
        update_id -> Uid,
        lang -> Text,
        title -> Text,
        body -> Text,
        body_html -> Text,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    organizations,
    organizers,
    memberships,
    sessions,
    account_links,
    petitions,
    petition_texts,
    wordings,
    petition_founders,
    consent_texts,
    tallies,
    tally_hours,
    updates,
    update_texts,
    pending_signatures,
    signatures,
    register_entries,
    register_groups,
    shares,
    signature_details,
    consents,
    settled_pendings,
    outbox,
    suppressions,
);
