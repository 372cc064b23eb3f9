//! Changes of what is asked that those who signed before are being told of: how far it is.

use crate::base::{Id, Time};
use crate::db::schema::told_changes as t;
use crate::db::{Conn, Result, Tx};
use crate::petition::model::{Petition, Wording};
use diesel::prelude::*;

/// From now on those who signed before these wordings are to be told.
///
/// # Errors
/// A fault of the database.
pub fn begin(tx: &mut Tx<'_>, petition: Id<Petition>, wordings: &[Id<Wording>]) -> Result<()> {
    for wording in wordings {
        diesel::insert_into(t::table)
            .values((t::wording_id.eq(*wording), t::petition_id.eq(petition)))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Changes that not everybody is told of yet, with the last signature that was looked at; it is known here by its bytes alone.
///
/// # Errors
/// A fault of the database.
pub(crate) fn unfinished(conn: &mut Conn) -> Result<Vec<ToldChange>> {
    Ok(t::table
        .filter(t::done_at.is_null())
        .order(t::wording_id)
        .select((t::wording_id, t::petition_id, t::after_id))
        .load(conn)?)
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct ToldChange {
    /// The wording that asks for something else.
    pub wording: Id<Wording>,
    /// Of which petition.
    pub petition: Id<Petition>,
    /// The signature that was looked at last.
    pub after: Option<Id<LookedAt>>,
}

/// Whatever is looked at in the order of its keys: signatures, of which this room knows nothing.
#[derive(Debug)]
pub enum LookedAt {}

/// Goes on behind this signature; with none it is done. False when another instance was quicker: then nothing may be
/// promised for what lies between.
///
/// # Errors
/// A fault of the database.
pub(crate) fn go_on(
    tx: &mut Tx<'_>,
    telling: ToldChange,
    after: Option<Id<LookedAt>>,
    now: Time,
) -> Result<bool> {
    let open = t::table.find(telling.wording).filter(t::done_at.is_null());
    let moved = match telling.after {
        Some(before) => diesel::update(open.filter(t::after_id.eq(before)))
            .set((
                t::after_id.eq(after.or(Some(before))),
                t::done_at.eq(after.is_none().then_some(now)),
            ))
            .execute(&mut **tx)?,
        None => diesel::update(open.filter(t::after_id.is_null()))
            .set((
                t::after_id.eq(after),
                t::done_at.eq(after.is_none().then_some(now)),
            ))
            .execute(&mut **tx)?,
    };
    Ok(moved == 1)
}
