//! Addresses of handing a petition over.

use crate::base::Id;

/// To whom a petition is handed over, what is to be done before, and what was.
#[must_use]
pub fn delivery<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/delivery")
}

/// Who the recipients are, and the day.
#[must_use]
pub fn recipients<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/delivery/recipients")
}

/// Writes down that it was handed over.
#[must_use]
pub fn new_delivery<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/delivery/new")
}

/// What was written of it.
#[must_use]
pub fn edit_delivery<T>(id: Id<T>) -> String {
    format!("/organize/deliveries/{id}")
}

/// Takes it back.
#[must_use]
pub fn take_back_delivery<T>(id: Id<T>) -> String {
    format!("/organize/deliveries/{id}/take-back")
}

/// Begins an update that tells what this delivery was answered.
#[must_use]
pub fn update_after<T, D>(id: Id<T>, delivery: Id<D>) -> String {
    format!("/organize/petitions/{id}/updates/new?after={delivery}")
}

/// How the book of signers is to be.
#[must_use]
pub fn signer_book<T>(id: Id<T>) -> String {
    format!("/organize/petitions/{id}/delivery/book")
}

/// The book as a page to print; `query` says how it is to be.
#[must_use]
pub fn signer_book_page<T>(id: Id<T>, query: &str) -> String {
    format!("/organize/petitions/{id}/delivery/print?{query}")
}
