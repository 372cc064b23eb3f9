//! The settings of an organization.

use crate::base::Id;

/// Where what visitors read of an organization is changed.
#[must_use]
pub fn edit_organization<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}")
}

/// Its colours.
#[must_use]
pub fn organization_look<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/look")
}

/// Its logo.
#[must_use]
pub fn edit_logo<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/logo")
}

/// The file of it, for its organizers.
#[must_use]
pub(crate) fn own_organization_logo<T>(id: Id<T>, sha256: &str) -> String {
    format!("/organize/organizations/{id}/logo/{sha256}.png")
}

/// What its petitions begin with.
#[must_use]
pub fn organization_beginnings<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/beginnings")
}

/// What its signers agreed to.
#[must_use]
pub fn organization_consents<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/consents")
}

/// Who needs a second factor.
#[must_use]
pub fn organization_security<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/security")
}

/// What programs of it come in with.
#[must_use]
pub fn organization_tokens<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/tokens")
}

/// Makes one more.
#[must_use]
pub fn new_token<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/new-token")
}

/// One of them.
#[must_use]
pub fn organization_token<T, U>(id: Id<T>, token: Id<U>) -> String {
    format!("/organize/organizations/{id}/tokens/{token}")
}

/// Replaces it.
#[must_use]
pub fn rotate_token<T, U>(id: Id<T>, token: Id<U>) -> String {
    format!("/organize/organizations/{id}/tokens/{token}/rotate")
}

/// Ends it.
#[must_use]
pub fn revoke_token<T, U>(id: Id<T>, token: Id<U>) -> String {
    format!("/organize/organizations/{id}/tokens/{token}/revoke")
}

/// Asks for its name before it is deleted.
#[must_use]
pub fn delete_organization<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/delete")
}
