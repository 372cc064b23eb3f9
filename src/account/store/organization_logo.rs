//! The bytes of organizations' logos. What pages are made of is read without them.

use crate::account::model::Organization;
use crate::base::Id;
use crate::both;
use crate::db::schema::{organization_logos as l, organizations as g};
use crate::db::{Conn, Result, Tx};
use crate::web::pictures::name::LogoName;
use diesel::prelude::*;

/// Puts this logo in the place of what there was.
///
/// # Errors
/// A fault of the database.
pub fn put(tx: &mut Tx<'_>, id: Id<Organization>, (name, png): (&LogoName, &[u8])) -> Result<()> {
    diesel::update(g::table.find(id))
        .set((
            g::logo_sha256.eq(Some(&name.sha256)),
            g::logo_width.eq(Some(name.width)),
            g::logo_height.eq(Some(name.height)),
        ))
        .execute(&mut **tx)?;
    let bytes = (l::sha256.eq(&name.sha256), l::png.eq(png));
    both!(tx, |c| diesel::insert_into(l::table)
        .values((l::organization_id.eq(id), bytes))
        .on_conflict(l::organization_id)
        .do_update()
        .set(bytes)
        .execute(c))?;
    Ok(())
}

/// Takes it off, if there is one.
///
/// # Errors
/// A fault of the database.
pub fn take_off(tx: &mut Tx<'_>, id: Id<Organization>) -> Result<()> {
    diesel::update(g::table.find(id))
        .set((
            g::logo_sha256.eq(None::<String>),
            g::logo_width.eq(None::<i32>),
            g::logo_height.eq(None::<i32>),
        ))
        .execute(&mut **tx)?;
    diesel::delete(l::table.find(id)).execute(&mut **tx)?;
    Ok(())
}

/// The logo of an organization, if it still has this one.
///
/// # Errors
/// A fault of the database.
pub fn find(conn: &mut Conn, id: Id<Organization>, sha256: &str) -> Result<Option<Vec<u8>>> {
    let this = l::table.find(id).filter(l::sha256.eq(sha256));
    Ok(this.select(l::png).first(conn).optional()?)
}
