//! What carries a petition to others: what organizers hand on and hang up.

pub mod kit;
