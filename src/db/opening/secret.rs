//! What a database knows of the secrets that its keys and links are made with: nothing but a fingerprint.

use crate::base::Time;
use crate::both;
use crate::db::schema::{organizers, pending_signatures, secret_versions as v, signatures};
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;

/// The fingerprint of the secrets in force; none where no program with secrets has opened this database yet.
///
/// # Errors
/// A fault of the database.
pub fn known_secrets(conn: &mut Conn) -> Result<Option<Vec<u8>>> {
    let newest = v::table.order(v::version.desc()).select(v::fingerprint);
    Ok(newest.first(conn).optional()?)
}

/// Whether anything is in it that may have been made with secrets.
///
/// # Errors
/// A fault of the database.
pub fn is_in_use(conn: &mut Conn) -> Result<bool> {
    let any = |found: Option<Vec<u8>>| found.is_some();
    let signed = signatures::table.select(signatures::email_k1).limit(1);
    let waits = pending_signatures::table
        .select(pending_signatures::email_k1)
        .limit(1);
    let people: i64 = organizers::table.count().get_result(conn)?;
    Ok(people > 0 || any(signed.first(conn).optional()?) || any(waits.first(conn).optional()?))
}

/// Notes the first secrets. Of two instances that start at once, the second finds those of the first.
///
/// # Errors
/// A fault of the database.
pub fn note_first_secrets(tx: &mut Tx<'_>, fingerprint: &[u8], now: Time) -> Result<()> {
    both!(tx, |c| diesel::insert_into(v::table)
        .values((
            v::version.eq(1),
            v::fingerprint.eq(fingerprint),
            v::since.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// Puts other secrets in force.
///
/// # Errors
/// A fault of the database.
pub fn put_in_force(tx: &mut Tx<'_>, fingerprint: &[u8], now: Time) -> Result<()> {
    let newest: Option<i64> = v::table
        .select(diesel::dsl::max(v::version))
        .get_result(&mut **tx)?;
    both!(tx, |c| diesel::insert_into(v::table)
        .values((
            v::version.eq(newest.unwrap_or(0) + 1),
            v::fingerprint.eq(fingerprint),
            v::since.eq(now),
        ))
        .execute(c))?;
    Ok(())
}
