//! Why words files cannot be read.

/// The words files are broken. Names the file and what is wrong; a test sees to it that this does not happen in a
/// released program.
#[derive(Debug, thiserror::Error)]
#[error("words file {file}: {reason}")]
pub struct Unreadable {
    /// Path below `templates/words/`.
    pub file: String,
    /// What the parser said.
    pub reason: String,
}
