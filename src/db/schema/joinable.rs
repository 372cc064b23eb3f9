//! Tables that may meet in one question.

use super::{
    account_links, consent_texts, consents, memberships, organizations, organizers, outbox,
    pending_signatures, petition_founders, petition_texts, petitions, register_entries,
    register_groups, retention_runs, sessions, settled_pendings, shares, signature_details,
    signatures, suppressions, tallies, tally_hours, update_texts, updates, wordings,
};

diesel::allow_tables_to_appear_in_same_query!(
    organizations,
    organizers,
    memberships,
    sessions,
    account_links,
    petitions,
    petition_texts,
    wordings,
    petition_founders,
    retention_runs,
    consent_texts,
    tallies,
    tally_hours,
    updates,
    update_texts,
    pending_signatures,
    signatures,
    register_entries,
    register_groups,
    shares,
    signature_details,
    consents,
    settled_pendings,
    outbox,
    suppressions,
);
