//! Builds the program from its parts, starts the HTTP server and the workers, and shuts both down.

mod app;
mod open;
mod running;

pub use app::App;
pub use open::{open, open_stores, serve, set_up_address};
pub use running::{Doors, Running, start};
