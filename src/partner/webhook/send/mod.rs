//! Sending: what happened is promised to webhooks, and each that has something due is a lane of its own, so that none waits for another.

mod lane;
pub mod try_out;

pub mod worker;

pub mod attempt;
mod turn_off;
mod verdict;
