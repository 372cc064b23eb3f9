//! The tables of what a pledge lets people choose from.
#![expect(
    missing_docs,
    reason = "diesel's macro writes public items without docs"
)]

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

    pledge_options (id) {
        id -> Uid,
        petition_id -> Uid,
        position -> Nullable<Integer>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

    pledge_option_texts (option_id, lang) {
        option_id -> Uid,
        lang -> Text,
        words -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::statements::types::Uid;

    choices (petition_id, option_id) {
        petition_id -> Uid,
        option_id -> Uid,
        counted -> BigInt,
    }
}

diesel::allow_tables_to_appear_in_same_query!(pledge_options, pledge_option_texts, choices);
