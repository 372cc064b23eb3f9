//! What programs ask, below `/api/v2` and, of our own, `/api/v1`: no address ends in a slash, and each is answered with one, too.

use crate::base::{Id, Lang};

/// Where a program begins.
#[must_use]
pub fn api() -> String {
    "/api/v2".to_owned()
}

/// One of the collections below it, by its word: `petitions`, `people`, `tags`, `metadata`.
#[must_use]
pub(crate) fn api_collection(word: &str) -> String {
    format!("/api/v2/{word}")
}

/// A petition.
#[must_use]
pub fn api_petition<T>(id: Id<T>) -> String {
    format!("/api/v2/petitions/{id}")
}

/// Its signatures: read there, and handed in.
#[must_use]
pub fn api_signatures<T>(petition: Id<T>) -> String {
    format!("/api/v2/petitions/{petition}/signatures")
}

/// One signature.
#[must_use]
pub fn api_signature<T, S>(petition: Id<T>, id: Id<S>) -> String {
    format!("/api/v2/petitions/{petition}/signatures/{id}")
}

/// The code to paste that shows a petition.
#[must_use]
pub(crate) fn api_embed<T>(petition: Id<T>) -> String {
    format!("/api/v2/petitions/{petition}/embed")
}

/// A person.
#[must_use]
pub fn api_person<T>(id: Id<T>) -> String {
    format!("/api/v2/people/{id}")
}

/// The signature whose details a person is, in a list.
#[must_use]
pub(crate) fn api_signatures_of<T>(person: Id<T>) -> String {
    format!("/api/v2/people/{person}/signatures")
}

/// The tags of a person.
#[must_use]
pub(crate) fn api_taggings_of<T>(person: Id<T>) -> String {
    format!("/api/v2/people/{person}/taggings")
}

/// A tag.
#[must_use]
pub(crate) fn api_tag<T>(id: Id<T>) -> String {
    format!("/api/v2/tags/{id}")
}

/// Where a tag was put.
#[must_use]
pub(crate) fn api_taggings<T>(tag: Id<T>) -> String {
    format!("/api/v2/tags/{tag}/taggings")
}

/// One place where it was put.
#[must_use]
pub(crate) fn api_tagging<T, S>(tag: Id<T>, id: Id<S>) -> String {
    format!("/api/v2/tags/{tag}/taggings/{id}")
}

/// What of it is our own: where webhooks are managed.
#[must_use]
pub(crate) fn api_webhooks() -> String {
    "/api/v1/webhooks".to_owned()
}

/// A webhook.
#[must_use]
pub fn api_webhook<T>(id: Id<T>) -> String {
    format!("/api/v1/webhooks/{id}")
}

/// What was sent to it.
#[must_use]
pub fn api_deliveries<T>(webhook: Id<T>) -> String {
    format!("/api/v1/webhooks/{webhook}/deliveries")
}

/// What programs can ask, as a page.
#[must_use]
pub fn api_page(lang: Option<Lang>) -> String {
    match lang {
        Some(lang) => format!("/{lang}/api"),
        None => "/api".to_owned(),
    }
}

/// The same as a document for tools.
#[must_use]
pub fn api_document() -> String {
    "/api/openapi.json".to_owned()
}
