//! The first start: with no organizer there is no way in but a link that is printed where the operator reads it.

use crate::account::link::{Link, Purpose};
use crate::account::store::{link, person};
use crate::base::{Secrets, Time, Token};
use crate::db::{Result, Tx};

/// A set-up link, good for an hour, when there is no organizer yet; its address is `urls::setup` of the token. Each
/// start makes one: the last may have scrolled away. As soon as one is used all are.
pub fn open(tx: &mut Tx<'_>, secrets: &Secrets, now: Time) -> Result<Option<Token>> {
    if person::any(tx)? {
        return Ok(None);
    }
    link::insert(tx, &Link::new(Purpose::SetUp, now), secrets).map(Some)
}
