//! Later work: mails that were promised, and what goes on beside requests.

mod background;

mod mail_writers;

pub use background::BackgroundTasks;
pub(crate) use background::refresh;
pub use mail_writers::MailWriters;
