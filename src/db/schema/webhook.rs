//! The tables of webhooks.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;
    wanted_occurrences (webhook_id) {
        webhook_id -> Uid,
        organization_id -> Uid,
        petition_id -> Nullable<Uid>,
        kinds -> BigInt,
        made_by -> Nullable<Uid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    occurrences (id) {
        id -> Uid,
        petition_id -> Uid,
        kind -> SmallInt,
        subject_id -> Nullable<Uid>,
        cause -> Nullable<SmallInt>,
        at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    webhooks (id) {
        id -> Uid,
        organization_id -> Uid,
        petition_id -> Nullable<Uid>,
        url -> Text,
        kinds -> BigInt,
        format -> SmallInt,
        allows_private -> Bool,
        state -> SmallInt,
        made_by -> Nullable<Uid>,
        created_at -> Instant,
        failing_since -> Nullable<Instant>,
        failures -> Integer,
        rests_until -> Nullable<Instant>,
        leased_by -> Nullable<Uid>,
        leased_until -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    webhook_secrets (id) {
        id -> Uid,
        webhook_id -> Uid,
        sealed -> Text,
        ends_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;
    webhook_sequences (petition_id) {
        petition_id -> Uid,
        last -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    webhook_deliveries (id) {
        id -> Uid,
        webhook_id -> Uid,
        occurrence_id -> Uid,
        petition_id -> Nullable<Uid>,
        kind -> SmallInt,
        subject_id -> Nullable<Uid>,
        cause -> Nullable<SmallInt>,
        happened_at -> Instant,
        sequence -> Nullable<BigInt>,
        state -> SmallInt,
        attempts -> SmallInt,
        tries -> SmallInt,
        due_at -> Instant,
        tried_at -> Nullable<Instant>,
        status -> Nullable<SmallInt>,
        failure -> Nullable<SmallInt>,
        millis -> Nullable<Integer>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    webhook_attempts (delivery_id, number) {
        delivery_id -> Uid,
        number -> SmallInt,
        at -> Instant,
        status -> Nullable<SmallInt>,
        failure -> Nullable<SmallInt>,
        millis -> Integer,
    }
}
