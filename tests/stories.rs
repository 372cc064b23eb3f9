//! The stories: one binary, one file per user story, each told on both databases.
#![cfg(test)]

mod account_doors;
mod account_sessions;
mod databases;
mod mail_faults;
mod outbox;
mod support;
