//! `undersigned mail release`: mail that was held back after a restore goes out again.

use super::Failed;
use super::work::{existing, print};
use crate::base::Clock;
use crate::db;
use crate::mail::store::{ReleasedMail, release_mail};
use crate::serve::settings::Settings;

/// Lets mail go out again, and says how many letters wait and which are thrown away.
pub(super) fn release(settings: &Settings) -> Result<(), Failed> {
    let now = Clock::system().now();
    let released = existing(settings)?
        .write_here(|tx| release_mail(tx, now))
        .map_err(|error: db::Error| Failed::Work(format!("mail release: {error}")))?;
    print(&match released {
        Some(released) => told(&released),
        None => "mail is not held back: nothing to do\n".to_owned(),
    })
}

fn told(released: &ReleasedMail) -> String {
    let ReleasedMail { waiting, too_old } = released;
    let kinds: Vec<String> = too_old
        .iter()
        .map(|(kind, many)| format!("{} {many}", kind.as_str()))
        .collect();
    let thrown = match kinds.is_empty() {
        true => "none is thrown away".to_owned(),
        false => format!("too old and thrown away: {}", kinds.join(", ")),
    };
    format!("mail goes out again: {waiting} letters wait; {thrown}\n")
}
