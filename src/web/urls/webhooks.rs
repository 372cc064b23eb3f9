//! Webhooks in the console.

use crate::base::Id;

/// Those of an organization.
#[must_use]
pub fn webhooks<T>(organization: Id<T>) -> String {
    format!("/organize/organizations/{organization}/webhooks")
}

/// Makes one.
#[must_use]
pub fn new_webhook<T>(organization: Id<T>) -> String {
    format!("/organize/organizations/{organization}/new-webhook")
}

/// One, with what was sent to it.
#[must_use]
pub fn webhook<T>(id: Id<T>) -> String {
    format!("/organize/webhooks/{id}")
}

/// Where it is changed.
#[must_use]
pub fn edit_webhook<T>(id: Id<T>) -> String {
    format!("/organize/webhooks/{id}/edit")
}

/// Posts a test to it.
#[must_use]
pub fn test_webhook<T>(id: Id<T>) -> String {
    format!("/organize/webhooks/{id}/test")
}

/// Pauses it, or turns it on.
#[must_use]
pub fn turn_webhook<T>(id: Id<T>) -> String {
    format!("/organize/webhooks/{id}/state")
}

/// Gives it a new secret.
#[must_use]
pub fn renew_webhook_secret<T>(id: Id<T>) -> String {
    format!("/organize/webhooks/{id}/secret")
}

/// Sends one of its deliveries once more, or all that were given up.
#[must_use]
pub fn send_again<T>(id: Id<T>) -> String {
    format!("/organize/webhooks/{id}/again")
}

/// Asks before it is deleted.
#[must_use]
pub fn delete_webhook<T>(id: Id<T>) -> String {
    format!("/organize/webhooks/{id}/delete")
}
