//! `undersigned organizer drop-second-factor`: for who has lost phone and recovery codes.

use crate::account::mails;
use crate::account::store::activity::Doer;
use crate::account::store::{person, second_factor, session};
use crate::base::{Email, Secrets, Time};
use crate::db::{Result, Tx};
use crate::mail::mails::Changed;

/// Takes it off, ends every session, and tells the mailbox. False when nobody of that address has one.
///
/// # Errors
/// A fault of the database.
pub fn drop_of(tx: &mut Tx<'_>, secrets: &Secrets, email: &Email, now: Time) -> Result<bool> {
    let Some(known) = person::by_address(tx, email)? else {
        return Ok(false);
    };
    let owner = known.organizer;
    if !second_factor::delete(tx, owner.id)? {
        return Ok(false);
    }
    session::end_all(tx, owner.id, None)?;
    mails::tell(
        tx,
        secrets,
        &owner,
        Changed::SecondFactorTaken,
        &Doer::operator(now),
    )?;
    Ok(true)
}
