//! What has ended is deleted.

use super::store::{activity, begun_sign_in, link, person, session};
use super::token::{request_store, store as token};
use crate::base::Time;
use crate::base::time::days;
use crate::db::{Result, Tx};

/// Deletes sessions and begun sign-ins that have ended, links a day after theirs, tokens 90 days after theirs, what programs asked for after a day, those who were invited and never came, and lines
/// of the activity log after 24 months; to be run every
/// hour or so. How many rows went.
pub fn tidy(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    let ended = session::tidy(tx, now)? + begun_sign_in::tidy(tx, now)?;
    let ended = ended + link::tidy(tx, now.minus(days(1)))? + token::tidy(tx, now)?;
    let ended = ended + request_store::tidy(tx, now)?;
    Ok(ended + person::tidy(tx)? + activity::tidy(tx, now)?)
}
