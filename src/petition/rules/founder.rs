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

/// The organizations that are each asked about apart: none where there is only one.
#[must_use]
pub(crate) fn coalition(founders: &[Founder]) -> &[Founder] {
    match founders {
        [_, _, ..] => founders,
        _ => &[],
    }
}
