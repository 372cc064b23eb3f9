//! What `?filter=` says: a small part of OData, as clients of this interface write it.

mod parse;

pub mod model;
