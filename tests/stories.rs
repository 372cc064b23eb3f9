//! The stories: one binary, one file per user story, each told on both databases.
#![cfg(test)]

mod account_doors;
mod account_sessions;
mod console_petitions;
mod console_signatures;
mod databases;
mod mail_faults;
mod outbox;
mod support;
