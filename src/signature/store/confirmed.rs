//! A confirmation, as the tables that it fills are told of it.

use crate::base::Time;
use crate::signature::model::{PendingSignature, Reason, SignatureState};

/// A confirmed pending signature and where it is to stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Confirmed<'a> {
    /// What was typed in.
    pub pending: &'a PendingSignature,
    /// A machine may have been at its link.
    pub is_suspect: bool,
    /// `Counted` or `Held`.
    pub state: SignatureState,
    /// Why it is held.
    pub reason: Option<Reason>,
    /// Its place, when counted.
    pub number: Option<i64>,
    /// When it was confirmed.
    pub at: Time,
}
