//! Every setting of an installation: where it is said, what it says, what holds where nothing is said. Checked once, at the start.

mod check;

mod sources;

mod typed;

mod settings_file;
mod value_file;

pub mod known;

mod show;

mod model;

pub use model::Settings;
pub(crate) use settings_file::said_in;
pub(crate) use sources::{IN_DATA, OF_THE_MACHINE, SettingTexts};
pub use typed::TypedSettings;
