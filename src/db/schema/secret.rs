//! The table of what the secrets are known by.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::{Instant, Uid};
    secret_versions (version) {
        version -> BigInt,
        fingerprint -> Binary,
        since -> Instant,
    }
}
