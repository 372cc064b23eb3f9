//! Answers: pages, files, errors, and the headers they carry.

pub mod answer;
pub(crate) mod answer_counts;
pub(crate) mod content_policy;
pub(crate) mod cross_origin;
pub(crate) mod problem;

pub(crate) mod error;
pub mod unread_body;
