//! Backups that are made by themselves: when, where, for whose key, for how long, and what is run behind each.

pub mod keeper;

pub mod make;

mod hook;
mod keep;

pub mod setting;

mod file_name;

pub mod age_file;
