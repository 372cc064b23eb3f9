//! What has ended is deleted.

use super::store::{link, session};
use crate::base::Time;
use crate::base::time::days;
use crate::db::{Result, Tx};

/// Deletes sessions that have ended, and links a day after theirs; to be run every hour or so. How many rows went.
pub fn tidy(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    Ok(session::tidy(tx, now)? + link::tidy(tx, now.minus(days(1)))?)
}
