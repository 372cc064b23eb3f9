//! Passing a petition on.

pub mod mastodon;
pub mod qr;
pub mod ways;
