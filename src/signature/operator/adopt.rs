//! Other secrets for the signatures of a database whose own are lost: what recognises an address is made anew from the address.

use crate::base::{Email, Id};
use crate::db::{Result, Tx};
use crate::signature::links::Links;
use crate::signature::store::address_keys;

/// What became of them.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Adopted {
    /// Signatures whose address is recognised again.
    pub signatures: i64,
    /// Forms that wait for their mailbox and are recognised again.
    pub waiting: i64,
    /// Signatures that keep a key of the lost secrets, because their address is not stored any more.
    pub unmatched: i64,
}

/// Makes the keys of all stored addresses anew.
///
/// # Errors
/// A fault of the database.
pub fn adopt(tx: &mut Tx<'_>, links: &Links) -> Result<Adopted> {
    let mut adopted = Adopted::default();
    let mut last = Id::from_bytes([0; 16]);
    loop {
        let page = address_keys::signed(tx, last)?;
        let Some(end) = page.last() else { break };
        last = end.id;
        for one in page {
            let Some(email) = Email::stored(&one.email) else {
                continue;
            };
            let keys = links.address_keys(one.petition, &email);
            adopted.signatures += address_keys::give_signature(tx, &one, &keys)?;
        }
    }
    let mut last = Id::from_bytes([0; 16]);
    loop {
        let page = address_keys::waiting(tx, last)?;
        let Some(end) = page.last() else { break };
        last = end.id;
        for one in page {
            let Some(email) = Email::stored(&one.email) else {
                continue;
            };
            let keys = links.address_keys(one.petition, &email);
            adopted.waiting += address_keys::give_waiting(tx, one.id, &keys)?;
        }
    }
    adopted.unmatched = address_keys::recognisable(tx)? - adopted.signatures;
    Ok(adopted)
}
