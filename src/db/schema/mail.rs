//! The tables of mails that are queued, and of mailboxes that want none, and of networks that send many forms.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
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
    use crate::db::statements::types::{Instant, Json, Uid};
    suppressions (id) {
        id -> Uid,
        address_key -> Binary,
        petition_id -> Nullable<Uid>,
        reason -> SmallInt,
        browser -> Nullable<Binary>,
        until -> Nullable<Instant>,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    events (id) {
        id -> Uid,
        network -> Text,
        petition_id -> Nullable<Uid>,
        until -> Instant,
        created_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    mail_checks (mark) {
        mark -> Text,
        is_accepted -> Bool,
        outcome -> Text,
        checked_at -> Instant,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Json, Uid};
    mail_holds (id) {
        id -> SmallInt,
        since -> Instant,
    }
}
