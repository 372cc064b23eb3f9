//! Looks whether all is well with an installation: on its machine, in its database, from outside, and with its mail. Each check is a file
//! that gathers what is so and puts it into one sentence with what to do. Nothing is made or changed, what hangs ends within ten
//! seconds, and what cannot be told from here is not wrong.

pub mod answer;

pub mod examine;

mod reach_told;

mod database;
mod reach;
mod relay;
mod sender;

mod clock;

mod client;
pub mod file_modes;
mod name_resolver;

pub mod examined;

mod instance_state;
mod ticket;
