//! Who a partner is reached by, and the links in its letters, in the database.

use super::model::Source;
use super::store;
use crate::base::id::shares_id;
use crate::base::time::hours;
use crate::base::{Email, Id, Lang, Time};
use crate::both;
use crate::db::schema::{partner_contacts as p, partner_links as l};
use crate::db::{Conn, Error, Result, Tx};
use crate::mail::model::Subject;
use diesel::prelude::*;
use std::time::Duration;

/// How long a link works.
pub const LASTS: Duration = hours(24);

shares_id!(PartnerLink, Subject);

/// The mailbox of a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerContact {
    /// Whose.
    pub source: Id<Source>,
    /// The address.
    pub email: String,
    /// The language of its letters.
    pub lang: Lang,
}

/// A link of a partner that works.
#[derive(Debug, Clone)]
pub struct PartnerLink {
    /// Its key.
    pub id: Id<PartnerLink>,
    /// Whose.
    pub source: Source,
    /// Until when it works.
    pub expires_at: Time,
    /// Whether the list was taken with it.
    pub is_list_taken: bool,
}

fn contact((source, email, lang): (Id<Source>, String, String)) -> Result<PartnerContact> {
    Ok(PartnerContact {
        source,
        email,
        lang: Lang::parse(&lang).map_err(|_| Error::Refused("language"))?,
    })
}

/// Who this partner is reached by.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, source: Id<Source>) -> Result<Option<PartnerContact>> {
    let row = p::table
        .find(source)
        .select((p::source_id, p::email, p::lang))
        .first(conn)
        .optional()?;
    row.map(contact).transpose()
}

/// Partners that this mailbox reads for, at most `most`.
///
/// # Errors
/// A fault of the database.
pub fn by_address(conn: &mut Conn, email: &Email, most: i64) -> Result<Vec<PartnerContact>> {
    let rows: Vec<(Id<Source>, String, String)> = p::table
        .filter(p::address.eq(email.k1()))
        .order(p::source_id)
        .limit(most)
        .select((p::source_id, p::email, p::lang))
        .load(conn)?;
    rows.into_iter().map(contact).collect()
}

/// Names the mailbox of a partner, or takes it away. Every link of the mailbox before leads nowhere from now on.
///
/// # Errors
/// A fault of the database.
pub fn set(
    tx: &mut Tx<'_>,
    source: Id<Source>,
    contact: Option<(&Email, Lang)>,
    now: Time,
) -> Result<()> {
    diesel::delete(p::table.find(source)).execute(&mut **tx)?;
    let Some((email, lang)) = contact else {
        return Ok(());
    };
    let fresh = (
        p::source_id.eq(source),
        p::email.eq(email.deliver()),
        p::address.eq(email.k1()),
        p::lang.eq(lang.as_str()),
        p::created_at.eq(now),
    );
    diesel::insert_into(p::table)
        .values(fresh)
        .execute(&mut **tx)?;
    Ok(())
}

/// Makes a link of a partner that has a mailbox.
///
/// # Errors
/// A fault of the database.
pub fn add_link(tx: &mut Tx<'_>, source: Id<Source>, now: Time) -> Result<Id<PartnerLink>> {
    let id = Id::new(now);
    let fresh = (
        l::id.eq(id),
        l::source_id.eq(source),
        l::expires_at.eq(now.plus(LASTS)),
    );
    diesel::insert_into(l::table)
        .values(fresh)
        .execute(&mut **tx)?;
    Ok(id)
}

/// The partner of a link, if it works.
///
/// # Errors
/// A fault of the database.
pub fn find(conn: &mut Conn, id: Id<PartnerLink>, now: Time) -> Result<Option<PartnerLink>> {
    let row: Option<(Id<Source>, Time, Option<Time>)> = l::table
        .find(id)
        .filter(l::expires_at.gt(now))
        .select((l::source_id, l::expires_at, l::list_taken_at))
        .first(conn)
        .optional()?;
    let Some((source, expires_at, taken)) = row else {
        return Ok(None);
    };
    Ok(store::by_id(conn, source)?.map(|source| PartnerLink {
        id,
        source,
        expires_at,
        is_list_taken: taken.is_some(),
    }))
}

/// Uses up the one list of a link; false when somebody was quicker, or it works no more.
///
/// # Errors
/// A fault of the database.
pub fn take_list(tx: &mut Tx<'_>, id: Id<PartnerLink>, now: Time) -> Result<bool> {
    let open = l::table
        .find(id)
        .filter(l::expires_at.gt(now))
        .filter(l::list_taken_at.is_null());
    let taken = diesel::update(open)
        .set(l::list_taken_at.eq(now))
        .execute(&mut **tx)?;
    Ok(taken == 1)
}

/// Deletes links that work no more. How many.
///
/// # Errors
/// A fault of the database.
pub fn tidy(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    let over = l::table.filter(l::expires_at.le(now));
    Ok(both!(tx, |c| diesel::delete(over).execute(c))?)
}
