//! What a running instance tells of itself to whoever has its secrets.

use crate::base::Time;
use serde::{Deserialize, Serialize};

/// What the request showed of a proxy in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ForwardedBy {
    /// It came from nobody who passes requests on.
    Nobody,
    /// From a proxy that is believed.
    Trusted,
    /// From one that no setting names.
    Untrusted,
    /// From one that is believed and writes what is no address.
    Unreadable,
    /// From one that is believed and does not say in X-Forwarded-For for whom it asks.
    Silent,
}

/// When a worker was last at work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WorkerBeat {
    pub(super) name: String,
    pub(super) seen: Time,
}

/// What it tells: no name, no address of anybody, no number of a petition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct InstanceState {
    pub(super) version: String,
    /// Under which visitors reach it, as its settings said when it was started.
    pub(super) base_url: String,
    /// What its clock shows.
    pub(super) time: Time,
    pub(super) started_at: Time,
    pub(super) forwarded_by: ForwardedBy,
    /// Of a proxy that no setting names.
    pub(super) network: Option<String>,
    pub(super) workers: Vec<WorkerBeat>,
    /// A worker that ended although nobody stopped it.
    pub(super) ended: Option<String>,
    /// That it has the secrets: see the ticket.
    pub(super) proof: String,
}
