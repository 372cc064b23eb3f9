//! Stories of webhooks: what other programs are told, when, how often, and where nothing may be sent.

pub mod by_program;
pub mod command;
pub mod documented;
pub mod edited;
pub mod guarded;
pub mod instances;
pub mod managed;
pub mod milestones;
pub mod program_limits;
pub mod retried;
pub mod seeks;
pub mod told;
pub mod trouble;
