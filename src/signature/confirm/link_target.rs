//! What stands behind the link in a mail.

use crate::base::Id;
use crate::db::{Conn, Result};
use crate::petition::store::wordings;
use crate::petition::{Petition, Promised};
use crate::signature::model::Signature;
use crate::signature::reason::{Reason, store as reasons};
use crate::signature::store::endings::{self, Ending};
use crate::signature::store::pending::{self, Waiting};
use crate::signature::store::read::{self, Signed};

/// What stands behind a link.
pub enum LinkTarget {
    /// A pending signature.
    Waiting(Box<Waiting>),
    /// A signature; true when the mailbox had signed before this link was made.
    Signed(Box<Signed>, bool),
    /// "This was not me."
    NotMe(Id<Petition>),
    /// Nothing, or nothing any more.
    Nothing,
}

/// What stands behind the link of this id.
///
/// # Errors
/// A fault of the database.
pub fn behind(conn: &mut Conn, id: Id<Signature>) -> Result<LinkTarget> {
    if let Some(waiting) = pending::find(conn, id)? {
        return Ok(LinkTarget::Waiting(Box::new(waiting)));
    }
    if let Some(signed) = read::find(conn, id)? {
        return Ok(LinkTarget::Signed(Box::new(signed), false));
    }
    Ok(match endings::find(conn, id)? {
        Some((_, Ending::AlreadySigned(other))) => match read::find(conn, other)? {
            Some(signed) => LinkTarget::Signed(Box::new(signed), true),
            None => LinkTarget::Nothing,
        },
        Some((petition, Ending::NotMe)) => LinkTarget::NotMe(petition),
        None => LinkTarget::Nothing,
    })
}

/// The signature behind the link of this id, whether the link was its first or a later one.
///
/// # Errors
/// A fault of the database.
pub(crate) fn signed_behind(conn: &mut Conn, id: Id<Signature>) -> Result<Option<Signed>> {
    Ok(match behind(conn, id)? {
        LinkTarget::Signed(signed, _) => Some(*signed),
        LinkTarget::Waiting(_) | LinkTarget::NotMe(_) | LinkTarget::Nothing => None,
    })
}

/// The reason of this signature, if there is one.
///
/// # Errors
/// A fault of the database.
pub fn said(conn: &mut Conn, id: Id<Signature>) -> Result<Option<Reason>> {
    reasons::find(conn, id.cast())
}

/// What the signer behind a link promised, in the words it had when they did.
///
/// # Errors
/// A fault of the database.
pub(crate) fn promised_behind(conn: &mut Conn, behind: &LinkTarget) -> Result<Option<Promised>> {
    let (wording, choice) = match behind {
        LinkTarget::Waiting(waiting) => (waiting.pending.agreed.wording, waiting.pending.choice),
        LinkTarget::Signed(signed, _) => (signed.signature.wording, signed.signature.choice),
        LinkTarget::NotMe(_) | LinkTarget::Nothing => return Ok(None),
    };
    match choice {
        Some(choice) => wordings::promise(conn, wording, choice),
        None => Ok(None),
    }
}

/// The reason of what stands behind a link.
///
/// # Errors
/// A fault of the database.
pub(crate) fn said_behind(conn: &mut Conn, behind: &LinkTarget) -> Result<Option<Reason>> {
    match behind {
        LinkTarget::Waiting(waiting) => said(conn, waiting.pending.id),
        LinkTarget::Signed(signed, _) => said(conn, signed.signature.id),
        LinkTarget::NotMe(_) | LinkTarget::Nothing => Ok(None),
    }
}
