//! Stories of organizers: their accounts, and what they do with petitions and signatures.

pub mod account_doors;
pub mod account_sessions;
pub mod activity;
pub mod doors;
pub mod embed_code;
pub mod form_kept;
pub mod keeping;
pub mod links;
pub mod listing;
pub mod long_texts;
pub mod organization;
pub mod partners;
pub mod people;
pub mod petitions;
pub mod picture;
pub mod picture_doors;
pub mod printed_codes;
pub mod promises;
pub mod reads_reasons;
pub mod role_matrix;
pub mod share_kit;
pub mod share_kit_prints;
pub mod signatures;
pub mod steps;
pub mod steps_shown;
pub mod waiting;
