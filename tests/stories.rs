//! The stories: one binary, one file per user story, each told on both databases.
#![cfg(test)]

mod account_doors;
mod account_sessions;
mod another_s_address;
mod closes;
mod commands;
mod console_doors;
mod console_petitions;
mod console_signatures;
mod database_gone;
mod databases;
mod form_errors;
mod form_left_open;
mod households;
mod killed;
mod links_end;
mod mail_faults;
mod mail_server_down;
mod one_language_more;
mod outbox;
mod partners_count;
mod scanners;
mod sends_it_again;
mod settings;
mod signs_and_confirms;
mod signs_twice;
mod support;
mod too_often;
mod two_at_once;
mod withdraws;
