//! Organizations that stand behind a petition from the start.

use crate::base::Id;

/// A founding organization. Its name never changes: a consent that was given to it names it, and
/// another name is another organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founder {
    /// Key.
    pub id: Id<Founder>,
    /// As it is named on the page.
    pub name: String,
}
