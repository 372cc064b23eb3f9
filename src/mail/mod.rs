//! Mail: a letter is a struct, a promise to send it is a row, and the worker keeps the promise.

mod address;
mod budget;
mod capture;
mod desk;
pub mod dev;
mod keep;
mod letter;
pub mod letters;
pub mod model;
pub mod pages;
mod post;
mod read;
mod relay;
mod round;
mod schedule;
mod session;
mod setting;
pub mod store;
mod take;
mod transport;
mod verdict;
mod weather;
mod wire;
mod worker;

pub use address::{MailAddress, NoAddress, is_private};
pub use capture::Capture;
pub use letter::{Class, Letter, LetterError, Parcel, Unsubscribe};
pub use post::{Bell, post, post_all};
pub use read::Reading;
pub use relay::{Relay, TlsSetUp};
pub use round::Round;
pub use session::Patience;
pub use setting::{MailSetting, MailSettingError, Security, SmtpSetting};
pub use transport::Transport;
pub use verdict::{Accepted, Enhanced, Fault, Refused, Stage};
pub use worker::{Renderer, Sent, Worker};
