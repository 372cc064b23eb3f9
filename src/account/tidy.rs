//! What has ended is deleted.

use super::store::{begun_sign_in, link, session};
use crate::base::Time;
use crate::base::time::days;
use crate::db::{Result, Tx};

/// Deletes sessions and begun sign-ins that have ended, and links a day after theirs; to be run every hour or so. How many rows went.
pub fn tidy(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    let ended = session::tidy(tx, now)? + begun_sign_in::tidy(tx, now)?;
    Ok(ended + link::tidy(tx, now.minus(days(1)))?)
}
