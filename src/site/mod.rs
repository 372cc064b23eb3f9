//! What is true of the whole site: how signatures are checked, who runs it, what visitors report, and what its operator sees.

pub mod console;

pub mod doctor;

pub mod imprint;
pub mod report;
pub mod trust;

pub(crate) mod languages;

mod copy_facts;

pub mod finding;

pub mod installation;

pub mod certificate_state;
