//! Founding organizations in the database.

use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::petition_founders as f;
use crate::db::{Conn, Result, Tx};
use crate::petition::model::Petition;
use crate::petition::rules::founder::Founder;
use diesel::prelude::*;

/// Those that are named on the page, in order.
pub fn list(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<Founder>> {
    Ok(f::table
        .filter(f::petition_id.eq(petition))
        .filter(f::position.is_not_null())
        .order(f::position)
        .select((f::id, f::name))
        .load::<(Id<Founder>, String)>(conn)?
        .into_iter()
        .map(|(id, name)| Founder { id, name })
        .collect())
}

/// Those that are named and those that were: consents were given to them. In order, those that
/// are not named any more at the end.
pub fn all(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<Founder>> {
    let mut all = list(conn, petition)?;
    let former = f::table
        .filter(f::petition_id.eq(petition))
        .filter(f::position.is_null())
        .order(f::name)
        .select((f::id, f::name))
        .load::<(Id<Founder>, String)>(conn)?;
    all.extend(former.into_iter().map(|(id, name)| Founder { id, name }));
    Ok(all)
}

/// Names these and no others, in this order. One that was named before keeps its id, and with it
/// the consents that were given to it.
pub fn name(tx: &mut Tx<'_>, petition: Id<Petition>, names: &[String], now: Time) -> Result<()> {
    diesel::update(f::table.filter(f::petition_id.eq(petition)))
        .set(f::position.eq(None::<i32>))
        .execute(&mut **tx)?;
    for (position, name) in (1_i32..).zip(names) {
        let fresh = (
            f::id.eq(Id::<Founder>::new(now)),
            f::petition_id.eq(petition),
            f::position.eq(position),
            f::name.eq(name),
        );
        both!(tx, |c| diesel::insert_into(f::table)
            .values(fresh)
            .on_conflict((f::petition_id, f::name))
            .do_update()
            .set(f::position.eq(position))
            .execute(c))?;
    }
    Ok(())
}
