//! Webhooks (Standard Webhooks 1.0.0): other programs of an organization hear of what happens under its petitions, signed, at least once.
//!
//! A lower room writes down what happened in the transaction in which it happens (`account::occurrence`). `send` promises it to every
//! webhook that wants it, as ids, and posts what `body` makes of it at that moment. `console` is where organizers manage them.

pub mod console;

pub mod send;

pub mod typed;

pub mod manage;

pub mod body;

pub mod client;
mod osdi;

pub mod store;

mod resolver;
pub mod schedule;
pub mod secret;
pub mod target;
mod told;

mod network;

pub mod model;
