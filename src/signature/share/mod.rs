//! Passing a petition on.

pub mod mastodon;
pub mod ways;
