//! What is true of the whole site: how signatures are checked, who runs it, and what visitors report.

pub mod imprint;
pub mod report;
pub mod trust;

mod languages;
