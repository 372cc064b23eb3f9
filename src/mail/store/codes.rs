//! What stands in columns of the outbox.

/// As a literal: with a bound value neither database can use the partial index.
pub(super) const WAITS: &str = "state = 0";

/// What `outcome` says of a try that may have been a success.
pub(super) const UNCLEAR: &str = "unclear";

/// The reason of a mailbox whose server does not know it.
pub const UNKNOWN: i16 = 1;
/// The reason of a mailbox whose owner had everything erased.
pub const ERASED: i16 = 2;
