//! `undersigned init`: from nothing to settings that work.

pub(super) mod run;

mod ask_site;
mod ask_stores;
mod first_start;

mod answers;
mod settings_place;

mod looks;
mod terminal;
