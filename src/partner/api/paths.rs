//! Pieces of the paths. What is no id is a thing that is not there.

use crate::base::Id;
use crate::web::Problem;
use serde::Deserialize;

/// `/{id}`
#[derive(Debug, Deserialize)]
pub struct OnePath {
    pub(super) id: String,
}

/// `/{id}/.../{part}`
#[derive(Debug, Deserialize)]
pub struct PartPath {
    pub(super) id: String,
    pub(super) part: String,
}

/// Reads an id.
///
/// # Errors
/// 404 when it is none.
pub(super) fn id<T>(written: &str, thing: &str) -> Result<Id<T>, Problem> {
    Id::parse(written).map_err(|_| Problem::unknown(thing))
}

/// The last piece of an address, on whatever host: clients write that of Action Network.
pub(super) fn last(href: &str) -> &str {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default()
}
