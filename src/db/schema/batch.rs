//! The tables of what organizers decide about signatures.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};

    batches (id) {
        id -> Uid,
        petition_id -> Uid,
        act -> SmallInt,
        cause -> Nullable<SmallInt>,
        note -> Text,
        condition -> Nullable<Text>,
        state -> SmallInt,
        total -> BigInt,
        moved -> BigInt,
        back -> BigInt,
        place -> Nullable<Uid>,
        proposed_by -> Uid,
        proposed_at -> Instant,
        decided_by -> Nullable<Uid>,
        decided_at -> Nullable<Instant>,
        ended_at -> Nullable<Instant>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

    batch_signatures (batch_id, signature_id) {
        batch_id -> Uid,
        signature_id -> Uid,
        state_before -> SmallInt,
        reason_before -> Nullable<SmallInt>,
        step -> SmallInt,
    }
}
