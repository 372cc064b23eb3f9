//! `undersigned init`: from nothing to settings that work.

pub(super) mod run;

mod ask_site;
mod ask_stores;
mod start_service;

mod answers;
mod settings_place;

mod looks;
mod terminal;
