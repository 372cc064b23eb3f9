//! Mail: a letter is a struct, a promise to send it is a row, and the worker keeps the promise.

mod address;
mod capture;
mod letter;
pub mod model;
mod read;
mod relay;
mod session;
mod setting;
pub mod store;
mod transport;
mod verdict;
mod wire;

pub use address::{MailAddress, NoAddress};
pub use capture::Capture;
pub use letter::{Class, Letter, LetterError, Parcel, Unsubscribe};
pub use read::Reading;
pub use relay::{Relay, TlsSetUp};
pub use session::Patience;
pub use setting::{MailSetting, MailSettingError, Security, SmtpSetting};
pub use transport::Transport;
pub use verdict::{Accepted, Enhanced, Fault, Refused, Stage};
