//! The tables of the public list of names, and of schools and employers in numbers.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

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
    use crate::db::statements::types::Uid;

    register_groups (petition_id, kind, key) {
        petition_id -> Uid,
        kind -> SmallInt,
        key -> Text,
        label -> Text,
        signers -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

    affiliations (petition_id, key) {
        petition_id -> Uid,
        key -> Text,
        written -> Text,
        alike -> Text,
        signers -> BigInt,
        heading -> Nullable<Text>,
        merge_id -> Nullable<Uid>,
        heading_before -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

    affiliation_headings (petition_id, key) {
        petition_id -> Uid,
        key -> Text,
        title -> Text,
        signers -> BigInt,
    }
}
