//! Builds the program from its parts, starts the HTTP server and the workers, and shuts both down.

mod open;

mod running;

mod examined;

mod app;
mod measures;
mod secrets;

pub mod settings;

pub mod backup;
pub mod https;

pub use app::App;
pub use examined::examined;
pub(crate) use open::EXPORTS;
pub use open::{make_folder, open, open_stores, serve, set_up_address};
pub use running::{Running, ServerParts, start};
