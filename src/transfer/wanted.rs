//! What a job writes: a list of signatures, or a book of signers.

use super::book::options::BookRequest;
use super::request::ExportRequest;
use crate::base::{Slug, Time};
use crate::petition::Petition;
use crate::web::{Site, urls};
use crate::words::Words;
use std::sync::Arc;

/// A book with what it is written with.
#[derive(Clone)]
pub struct WantedBook {
    /// What it holds.
    pub request: BookRequest,
    /// The petition's place in addresses.
    pub slug: Slug,
    /// The words of its language.
    pub words: Arc<Words>,
    /// Where the petition is, whole.
    pub address: String,
}

impl WantedBook {
    /// This book of this petition.
    #[must_use]
    pub(super) fn of(site: &Site, petition: &Petition, request: BookRequest) -> Self {
        let path = urls::petition(None, &petition.slug);
        Self {
            request,
            slug: petition.slug.clone(),
            words: site.words(request.lang),
            address: format!("{}{path}", site.base_url),
        }
    }

    /// What its file is called, without its ending.
    #[must_use]
    pub(super) fn stem(&self, now: Time) -> String {
        let day: String = now.rfc3339().chars().take(10).collect();
        let what = match self.request.is_redacted {
            true => "signers-redacted",
            false => "signers",
        };
        format!("{}-{what}-{day}", self.slug)
    }
}

/// One of both.
#[derive(Clone)]
pub enum Wanted {
    /// A list.
    List(Box<ExportRequest>),
    /// A book.
    Book(WantedBook),
}

impl Wanted {
    /// What the file is called, as far as is known before it is written.
    #[must_use]
    pub(super) fn file_name(&self, now: Time) -> String {
        match self {
            Self::List(wanted) => wanted.file_name(now),
            Self::Book(book) => format!("{}.pdf", book.stem(now)),
        }
    }
}
