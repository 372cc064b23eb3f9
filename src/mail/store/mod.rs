//! The outbox in the database.

mod check;
mod codes;
mod due;
mod event;
mod figures;
mod hold;
mod outcome;
mod queue;

pub use check::{MailStanding, mail_standing, note_mail_check};
pub use codes::{ERASED, UNKNOWN};
pub use due::{
    EarlierMail, Suppression, due, is_due, lease, lock, past, put_off, sent_about, suppressed,
};
pub use event::{add_event, add_event_if_few, end_event, events, events_with_keys, forget_events};
pub use figures::{LetterState, MailFigures, failed_about, figures, of_once_key};
pub use hold::{ReleasedMail, hold_mail, mail_held_since, release_mail};
pub use outcome::{
    MailOutcome, MailState, about, bar_forms, bar_updates, call_off, delete, erased, erased_since,
    heard_once, purge, release, settle, suppress, unbar,
};
pub use queue::{insert_all, waiting, waits};
