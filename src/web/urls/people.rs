//! Who works for an organization.

use crate::base::Id;

/// Who works for an organization, and where inviting is sent.
#[must_use]
pub fn people<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/people")
}

/// What was done there.
#[must_use]
pub fn activity<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/activity")
}

/// The same as a table.
#[must_use]
pub fn activity_file<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/activity.csv")
}

/// Where another role for one of them is sent.
#[must_use]
pub fn change_role<T, P>(id: Id<T>, person: Id<P>) -> String {
    format!("/organize/organizations/{id}/people/{person}/role")
}

/// Ends the place of one of them.
#[must_use]
pub fn remove_person<T, P>(id: Id<T>, person: Id<P>) -> String {
    format!("/organize/organizations/{id}/people/{person}/remove")
}

/// Makes one of them the owner instead of oneself.
#[must_use]
pub fn hand_over<T, P>(id: Id<T>, person: Id<P>) -> String {
    format!("/organize/organizations/{id}/people/{person}/hand-over")
}

/// Ends one's own place.
#[must_use]
pub fn leave<T>(id: Id<T>) -> String {
    format!("/organize/organizations/{id}/leave")
}

/// Where taking an invitation back is sent.
#[must_use]
pub fn revoke_invitation<T, L>(id: Id<T>, invitation: Id<L>) -> String {
    format!("/organize/organizations/{id}/invitations/{invitation}/revoke")
}
