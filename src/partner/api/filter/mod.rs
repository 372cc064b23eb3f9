//! What `?filter=` says: a small part of OData, as clients of this interface write it.

pub(super) mod parse;

pub mod model;
