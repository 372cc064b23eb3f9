//! The tables of petitions, their texts and what organizers tell of them.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
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
        keeps_last -> Nullable<Instant>,
        archived_at -> Nullable<Instant>,
        settings -> Json,
        revision -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
        moved -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
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
    use crate::db::statements::types::{Instant, Uid};
    former_slugs (slug) {
        slug -> Text,
        petition_id -> Uid,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    petition_versions (petition_id, part, revision) {
        petition_id -> Uid,
        part -> Text,
        revision -> BigInt,
        fields -> Json,
        organizer_id -> Nullable<Uid>,
        restored -> Nullable<BigInt>,
        made_from -> Nullable<BigInt>,
        is_mend -> Bool,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    kept_copies (id) {
        id -> Uid,
        petition_id -> Uid,
        part -> Text,
        organizer_id -> Uid,
        revision -> BigInt,
        fields -> Json,
        kept_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    petition_pictures (petition_id) {
        petition_id -> Uid,
        revision -> BigInt,
        small_sha256 -> Nullable<Text>,
        small_width -> Nullable<Integer>,
        small_height -> Nullable<Integer>,
        large_sha256 -> Nullable<Text>,
        large_width -> Nullable<Integer>,
        large_height -> Nullable<Integer>,
        changed_at -> Instant,
        moved -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;
    petition_picture_texts (petition_id, lang) {
        petition_id -> Uid,
        lang -> Text,
        alt -> Text,
        credit -> Text,
        caption -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;
    petition_picture_files (petition_id, sha256) {
        petition_id -> Uid,
        sha256 -> Text,
        jpeg -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    wordings (id) {
        id -> Uid,
        petition_id -> Uid,
        lang -> Text,
        version -> Integer,
        called -> SmallInt,
        title -> Text,
        ask -> Text,
        target -> Text,
        body -> Text,
        promises -> Nullable<Text>,
        sha256 -> Binary,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    share_texts (petition_id, lang, channel) {
        petition_id -> Uid,
        lang -> Text,
        channel -> Text,
        words -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    dated_steps (petition_id, step) {
        petition_id -> Uid,
        step -> SmallInt,
        day -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    dated_step_texts (petition_id, step, lang) {
        petition_id -> Uid,
        step -> SmallInt,
        lang -> Text,
        words -> Text,
    }
}

diesel::allow_tables_to_appear_in_same_query!(dated_steps, dated_step_texts);

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    delivery_recipients (petition_id, place) {
        petition_id -> Uid,
        place -> SmallInt,
        name -> Text,
        office -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    delivery_days (petition_id) {
        petition_id -> Uid,
        day -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    deliveries (id) {
        id -> Uid,
        petition_id -> Uid,
        day -> Text,
        recipients -> Text,
        way -> SmallInt,
        note -> Text,
        sha256 -> Nullable<Text>,
        signatures -> BigInt,
        named -> BigInt,
        is_public -> Bool,
        organizer_id -> Nullable<Uid>,
        revision -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    questions (petition_id, number) {
        petition_id -> Uid,
        number -> SmallInt,
        position -> SmallInt,
        removed_at -> Nullable<Instant>,
        definition -> Json,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    petition_founders (id) {
        id -> Uid,
        petition_id -> Uid,
        position -> Nullable<Integer>,
        name -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
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
    use crate::db::statements::types::{Instant, Json, Uid};
    consent_uses (petition_id, text_id) {
        petition_id -> Uid,
        text_id -> Uid,
        first_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    updates (id) {
        id -> Uid,
        petition_id -> Uid,
        state -> SmallInt,
        published_at -> Nullable<Instant>,
        edited_at -> Nullable<Instant>,
        revision -> BigInt,
        created_at -> Instant,
        updated_at -> Instant,
        moved -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    update_texts (update_id, lang) {
        update_id -> Uid,
        lang -> Text,
        title -> Text,
        body -> Text,
        body_html -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    retention_runs (petition_id) {
        petition_id -> Uid,
        signatures -> BigInt,
        organizations -> BigInt,
        done_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    petition_turns (petition_id, at) {
        petition_id -> Uid,
        at -> Instant,
        state -> SmallInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;
    wording_tallies (petition_id, wording_id) {
        petition_id -> Uid,
        wording_id -> Uid,
        counted -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    told_changes (wording_id) {
        wording_id -> Uid,
        petition_id -> Uid,
        after_id -> Nullable<Uid>,
        done_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    sources (id) {
        id -> Uid,
        petition_id -> Uid,
        code -> Text,
        name -> Text,
        kind -> SmallInt,
        sites -> Text,
        asking -> SmallInt,
        paused_at -> Nullable<Instant>,
        created_at -> Instant,
        revision -> BigInt,
        takes_posts -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    partner_contacts (source_id) {
        source_id -> Uid,
        email -> Text,
        address -> Text,
        lang -> Text,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    partner_links (id) {
        id -> Uid,
        source_id -> Uid,
        expires_at -> Instant,
        list_taken_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;
    source_lists (petition_id) {
        petition_id -> Uid,
        revision -> BigInt,
        moved -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;
    source_days (petition_id, code, day) {
        petition_id -> Uid,
        code -> Text,
        day -> Text,
        opened -> BigInt,
        sent -> BigInt,
        confirmed -> BigInt,
    }
}
