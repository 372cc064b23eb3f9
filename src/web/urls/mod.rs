//! Every address of the site as a function: no template and no handler writes a path by hand.

mod account;
mod console;
mod delivery;
mod exports;
mod frames;
mod moderation;
mod operator;
mod people;
mod programs;
mod settings;
mod signers;
mod visitors;
mod webhooks;

pub use account::*;
pub use console::*;
pub use delivery::*;
pub use exports::*;
pub use frames::*;
pub use moderation::*;
pub use operator::*;
pub use people::*;
pub use programs::*;
pub use settings::*;
pub use signers::*;
pub use visitors::*;
pub use webhooks::*;
