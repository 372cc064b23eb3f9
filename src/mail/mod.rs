//! Mail: what is to be sent is a row of the outbox, written in the transaction of its cause; the worker sends it.

pub mod mails;
pub(crate) mod worker;

mod queue;
mod renderer;
mod transport;

pub mod captured;
pub mod store;

pub mod outgoing;

mod pace;
pub(crate) mod relay;

mod event;

mod content;
pub mod model;

mod address;

pub use address::{MailAddress, NoAddress, is_private};
pub use captured::capture::Capture;
pub use captured::read::Reading;
pub use content::{Class, Mail, MailError, RawMail, Unsubscribe};
pub use event::{Event, LONGEST, MOST_EVENTS, NoNetwork};
pub use outgoing::{MailMark, OutgoingMail};
pub use pace::{MailSlot, Pace};
pub use queue::{OutboxSignal, queue, queue_all};
pub use relay::fault::{Enhanced, Fault, Stage};
pub use relay::pool::{Relay, TlsSetUp};
pub use relay::session::Timeouts;
pub use relay::setting::{MailSetting, MailSettingError, RelayPlace, Security, SmtpSetting};
pub use relay::trouble::Trouble;
pub use relay::verdict::{Accepted, Refused};
pub use renderer::{Renderer, SentMail};
pub(crate) use store::suppressed;
pub use transport::Transport;
pub use worker::run::Worker;
pub use worker::send_batch::RoundReport;
