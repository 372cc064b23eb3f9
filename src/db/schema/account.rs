//! The tables of organizations, organizers and their sessions.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    organizations (id) {
        id -> Uid,
        slug -> Text,
        name -> Text,
        former_names -> Text,
        contact_email -> Text,
        about -> Text,
        needs_second_factor -> Bool,
        imprint -> Text,
        cover -> Nullable<Text>,
        pen -> Nullable<Text>,
        logo_sha256 -> Nullable<Text>,
        logo_width -> Nullable<Integer>,
        logo_height -> Nullable<Integer>,
        langs -> Text,
        keeps_for -> Nullable<SmallInt>,
        ended_at -> Nullable<Instant>,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    organization_logos (organization_id) {
        organization_id -> Uid,
        sha256 -> Text,
        png -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    organizers (id) {
        id -> Uid,
        email -> Text,
        name -> Text,
        password -> Nullable<Text>,
        lang -> Text,
        second_factor_later_at -> Nullable<Instant>,
        created_at -> Instant,
        seen_at -> Nullable<Instant>,
        operator_since -> Nullable<Instant>,
        set_up_step -> Nullable<SmallInt>,
        notices -> SmallInt,
        told_until -> Nullable<Instant>,
        told_waiting -> BigInt,
        digest_due_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    memberships (organization_id, organizer_id) {
        organization_id -> Uid,
        organizer_id -> Uid,
        role -> SmallInt,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    sessions (id) {
        id -> Uid,
        token_hash -> Binary,
        organizer_id -> Uid,
        device -> Text,
        created_at -> Instant,
        last_seen_at -> Instant,
        proved_at -> Instant,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    account_links (id) {
        id -> Uid,
        token_hash -> Binary,
        purpose -> SmallInt,
        organizer_id -> Nullable<Uid>,
        organization_id -> Nullable<Uid>,
        role -> Nullable<SmallInt>,
        invited_by -> Nullable<Uid>,
        email -> Nullable<Text>,
        created_at -> Instant,
        expires_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    second_factors (organizer_id) {
        organizer_id -> Uid,
        secret -> Nullable<Text>,
        since -> Nullable<Instant>,
        last_step -> BigInt,
        draft -> Nullable<Text>,
        draft_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    recovery_codes (organizer_id, number) {
        organizer_id -> Uid,
        number -> SmallInt,
        code_hash -> Binary,
        used_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    begun_sign_ins (id) {
        id -> Uid,
        token_hash -> Binary,
        organizer_id -> Uid,
        tries -> SmallInt,
        expires_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    activity (id) {
        id -> Uid,
        at -> Instant,
        organization_id -> Uid,
        organizer_id -> Nullable<Uid>,
        who -> Text,
        deed -> Text,
        what -> Text,
        before -> Text,
        after -> Text,
        place -> Text,
    }
}
