//! The stories: one binary, one file per user story, each told on both databases.
#![cfg(test)]

mod account_doors;
mod account_sessions;
mod another_s_address;
mod console_doors;
mod console_petitions;
mod console_signatures;
mod database_gone;
mod databases;
mod form_errors;
mod killed;
mod mail_faults;
mod mail_server_down;
mod outbox;
mod sends_it_again;
mod signs_and_confirms;
mod signs_twice;
mod support;
mod too_often;
mod withdraws;
