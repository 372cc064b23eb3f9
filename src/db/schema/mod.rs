//! The tables as diesel sees them, the same on both databases.
//! The columns' meaning stands beside them in `migrations/shared`.

mod account;
mod api;
mod batch;
mod copies;
mod endorsement;
mod health;
mod joinable;
mod mail;
mod petition;
mod pledge;
mod reason;
mod register;
mod secret;
mod signature;
mod site;
mod sqlite;
mod token;
mod transfer;
mod webhook;

pub use account::{
    account_links, activity, begun_sign_ins, memberships, organization_logos, organizations,
    organizers, recovery_codes, second_factors, sessions,
};
pub use api::{api_people, api_tags};
pub use batch::{batch_signatures, batches};
pub use copies::{backup_runs, copy_moments, schema_floors};
pub use endorsement::endorsements;
pub use health::{last_backup, write_checks};
pub use mail::{events, mail_checks, mail_holds, outbox, suppressions};
pub use petition::{
    consent_texts, consent_uses, dated_step_texts, dated_steps, deliveries, delivery_days,
    delivery_recipients, former_slugs, kept_copies, partner_contacts, partner_links,
    petition_founders, petition_picture_files, petition_picture_texts, petition_pictures,
    petition_texts, petition_turns, petition_versions, petitions, questions, retention_runs,
    share_texts, source_days, source_lists, sources, told_changes, update_texts, updates,
    wording_tallies, wordings,
};
pub use pledge::{choices, pledge_option_texts, pledge_options};
pub use reason::{reason_tallies, reasons};
pub use register::{
    affiliation_headings, affiliations, register_entries, register_groups, register_search,
};
pub use secret::secret_versions;
pub use signature::{
    consents, figures, pending_signatures, reply_tallies, settled_pendings, shares,
    signature_details, signature_identifiers, signature_notes, signature_search, signature_tags,
    signatures, tallies, tally_hours,
};
pub use site::page_reports;
pub use sqlite::last_insert_rowid;
pub use token::{api_requests, api_token_petitions, api_tokens};
pub use transfer::exports;
pub use webhook::{
    occurrences, wanted_occurrences, webhook_attempts, webhook_deliveries, webhook_secrets,
    webhook_sequences, webhooks,
};
