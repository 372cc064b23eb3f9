//! The nouns: organization, organizer, role.

use crate::base::Id;

/// Owns petitions and has members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Key.
    pub id: Id<Organization>,
    /// Shown to signers, and the display name of its mail.
    pub name: String,
    /// Where signers may write to.
    pub contact_email: String,
}

/// A person who may work for organizations. What is known of one stands in the database only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organizer {
    /// Key.
    pub id: Id<Organizer>,
    /// Shown to colleagues.
    pub name: String,
    /// Folded; where set-up, reset and notices go.
    pub email: String,
}
