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
        milestone -> BigInt,
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
    use crate::db::statements::types::Uid;

    reply_tallies (petition_id, question, option) {
        petition_id -> Uid,
        question -> SmallInt,
        option -> SmallInt,
        counted -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

    signature_tags (petition_id, tag, signature_id) {
        petition_id -> Uid,
        tag -> Text,
        signature_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

    signature_identifiers (organization_id, folded) {
        organization_id -> Uid,
        folded -> Text,
        identifier -> Text,
        signature_id -> Uid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};

    signature_notes (id) {
        id -> Uid,
        signature_id -> Uid,
        words -> Text,
        organizer_id -> Nullable<Uid>,
        written_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

    figures (petition_id, figure) {
        petition_id -> Uid,
        figure -> SmallInt,
        n -> BigInt,
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
        place -> Nullable<Text>,
        postcode -> Nullable<Text>,
        country -> Nullable<Text>,
        replies -> Nullable<Text>,
        wants_updates -> Bool,
        visibility -> SmallInt,
        answers -> Text,
        wording_id -> Uid,
        lang -> Text,
        choice_id -> Nullable<Uid>,
        source -> Nullable<Text>,
        share_code -> Nullable<Text>,
        score -> Integer,
        created_at -> Instant,
        resends -> SmallInt,
        code_tries -> SmallInt,
        word_tries -> SmallInt,
        browser_hash -> Binary,
        host_mark -> Nullable<Binary>,
        mailed_at -> Nullable<Instant>,
        head_seen -> Bool,
        early_look -> Bool,
        is_suspect -> Bool,
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
        choice_id -> Nullable<Uid>,
        source -> Nullable<Text>,
        share_code -> Nullable<Text>,
        is_suspect -> Bool,
        signed_at -> Instant,
        confirmed_at -> Instant,
        changed_at -> Instant,
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
        place -> Nullable<Text>,
        postcode -> Nullable<Text>,
        country -> Nullable<Text>,
        replies -> Nullable<Text>,
        wants_updates -> Bool,
        opted_in_to -> Nullable<Text>,
        opted_in_partner -> Nullable<Uid>,
        visibility -> SmallInt,
        sorted_as -> Nullable<Text>,
        is_first -> Bool,
        word_tries -> SmallInt,
        search -> Text,
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
        answers -> Text,
        means -> SmallInt,
        given_at -> Instant,
    }
}
