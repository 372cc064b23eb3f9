//! Why there is no copy.

/// Why there is no copy: one line for the operator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// What was asked for is not right; nothing was begun.
    Refused(String),
    /// It was begun and could not be ended; nothing of it is left.
    Broken(String),
}
