//! Webhooks in the database, by what is asked of them.

pub mod promise;

pub mod deliveries;
pub mod facts;
pub mod lanes;
pub mod secrets;
pub mod webhooks;

mod codes;
