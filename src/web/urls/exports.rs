//! Addresses of lists that leave.

use crate::base::Id;

/// Takes the list of a petition's organizations.
#[must_use]
pub fn export_organizations<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/export/organizations")
}

/// Takes a petition's list.
#[must_use]
pub fn export<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/export")
}

/// How far a large list is.
#[must_use]
pub fn export_job<T>(job: Id<T>) -> String {
    format!("/organize/exports/{job}")
}

/// Takes it.
#[must_use]
pub fn export_file<T>(job: Id<T>) -> String {
    format!("/organize/exports/{job}/file")
}

/// Has it written once more.
#[must_use]
pub fn export_again<T>(job: Id<T>) -> String {
    format!("/organize/exports/{job}/again")
}
