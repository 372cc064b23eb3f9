//! Signatures as organizers see them and decide about them.

use crate::base::Id;

/// A petition's signatures.
#[must_use]
pub fn signatures<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/signatures")
}

/// Sends the mail of a form that waits again.
#[must_use]
pub fn resend_mail<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/signatures/letter")
}

/// One signature.
#[must_use]
pub fn signature<T>(id: Id<T>) -> String {
    format!("/organize/signatures/{id}")
}

/// Where notes and tags of a signature are written.
#[must_use]
pub fn signature_notes<T>(id: Id<T>) -> String {
    format!("/organize/signatures/{id}/notes")
}

/// Where the signer's own link is sent to them.
#[must_use]
pub fn send_own_link<T>(id: Id<T>) -> String {
    format!("/organize/signatures/{id}/link")
}

/// Where everything that is held of a signer is taken.
#[must_use]
pub fn take_held<T>(id: Id<T>) -> String {
    format!("/organize/signatures/{id}/data.json")
}

/// Where a tag is put on signatures that were ticked.
#[must_use]
pub fn tag_signatures<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/tags")
}

/// Those that are held, and what was decided about signatures.
#[must_use]
pub fn held<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/held")
}

/// Where a batch of decisions begins.
#[must_use]
pub fn batches<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/batches")
}

/// Where one begins by a rule.
#[must_use]
pub fn new_batch<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/new-batch")
}

/// The same with the rule of an earlier batch.
#[must_use]
pub fn batch_again<T, B>(id: Id<T>, batch: Id<B>) -> String {
    format!("/organize/petitions/{id}/new-batch?of={batch}")
}

/// One of these batches.
#[must_use]
pub fn batch<T>(id: Id<T>) -> String {
    format!("/organize/batches/{id}")
}

/// How a name stands on the public list.
#[must_use]
pub fn listing<T>(id: Id<T>) -> String {
    format!("/organize/signatures/{id}/listing")
}
