//! To whom petitions are handed over, and what was handed over, in the database.

use crate::account::model::Organizer;
use crate::base::{Day, Id, Time};
use crate::db::schema::{deliveries as d, delivery_days as y, delivery_recipients as r};
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::delivery::{Delivery, DeliveryPlan, DeliveryWay, MOST, Recipient};
use crate::petition::model::Petition;
use diesel::prelude::*;

fn read_day(text: &str) -> Result<Day> {
    Day::parse(text).map_err(|_| Error::Refused("day"))
}

/// To whom and when a petition is to be handed over.
///
/// # Errors
/// A fault of the database.
pub fn plan(conn: &mut Conn, petition: Id<Petition>) -> Result<DeliveryPlan> {
    let rows = r::table
        .filter(r::petition_id.eq(petition))
        .order(r::place)
        .select((r::name, r::office))
        .load::<(String, Option<String>)>(conn)?;
    let day = y::table
        .find(petition)
        .select(y::day)
        .first::<String>(conn)
        .optional()?;
    Ok(DeliveryPlan {
        day: day.as_deref().map(read_day).transpose()?,
        recipients: rows
            .into_iter()
            .map(|(name, office)| Recipient { name, office })
            .collect(),
    })
}

/// Writes this in the place of what a petition had.
///
/// # Errors
/// A fault of the database.
pub fn replace_plan(tx: &mut Tx<'_>, petition: Id<Petition>, plan: &DeliveryPlan) -> Result<()> {
    let before = r::table.filter(r::petition_id.eq(petition));
    diesel::delete(before).execute(&mut **tx)?;
    diesel::delete(y::table.find(petition)).execute(&mut **tx)?;
    for (place, one) in (1_i16..).zip(&plan.recipients) {
        diesel::insert_into(r::table)
            .values((
                r::petition_id.eq(petition),
                r::place.eq(place),
                r::name.eq(&one.name),
                r::office.eq(one.office.as_deref()),
            ))
            .execute(&mut **tx)?;
    }
    if let Some(day) = plan.day {
        diesel::insert_into(y::table)
            .values((y::petition_id.eq(petition), y::day.eq(day.to_string())))
            .execute(&mut **tx)?;
    }
    Ok(())
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = d, treat_none_as_null = true)]
struct DeliveryRow {
    id: Id<Delivery>,
    petition_id: Id<Petition>,
    day: String,
    recipients: String,
    way: i16,
    note: String,
    sha256: Option<String>,
    signatures: i64,
    named: i64,
    is_public: bool,
    organizer_id: Option<Id<Organizer>>,
    revision: i64,
    created_at: Time,
    updated_at: Time,
}

impl From<&Delivery> for DeliveryRow {
    fn from(one: &Delivery) -> Self {
        Self {
            id: one.id,
            petition_id: one.petition,
            day: one.day.to_string(),
            recipients: one.recipients.clone(),
            way: one.way.number(),
            note: one.note.clone(),
            sha256: one.sha256.clone(),
            signatures: one.signatures,
            named: one.named,
            is_public: one.is_public,
            organizer_id: one.organizer,
            revision: one.revision,
            created_at: one.created_at,
            updated_at: one.updated_at,
        }
    }
}

impl TryFrom<DeliveryRow> for Delivery {
    type Error = Error;

    fn try_from(row: DeliveryRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            petition: row.petition_id,
            day: read_day(&row.day)?,
            recipients: row.recipients,
            way: DeliveryWay::from_number(row.way),
            note: row.note,
            sha256: row.sha256,
            signatures: row.signatures,
            named: row.named,
            is_public: row.is_public,
            organizer: row.organizer_id,
            revision: row.revision,
            created_at: row.created_at,
            updated_at: row.updated_at,
        })
    }
}

/// Those of a petition, what was handed over last first.
///
/// # Errors
/// A fault of the database.
pub fn of(conn: &mut Conn, petition: Id<Petition>) -> Result<Vec<Delivery>> {
    let rows = d::table
        .filter(d::petition_id.eq(petition))
        .order(d::id.desc())
        .limit(MOST)
        .select(DeliveryRow::as_select())
        .load::<DeliveryRow>(conn)?;
    let all: Result<Vec<Delivery>> = rows.into_iter().map(Delivery::try_from).collect();
    let mut all = all?;
    all.sort_by_key(|one| std::cmp::Reverse(one.day));
    Ok(all)
}

/// The delivery with this key.
///
/// # Errors
/// A fault of the database.
pub fn find(conn: &mut Conn, id: Id<Delivery>) -> Result<Option<Delivery>> {
    let row = d::table
        .find(id)
        .select(DeliveryRow::as_select())
        .first::<DeliveryRow>(conn)
        .optional()?;
    row.map(Delivery::try_from).transpose()
}

/// Writes a new one; false when the petition has as many as it may have.
///
/// # Errors
/// A fault of the database.
pub fn insert(tx: &mut Tx<'_>, delivery: &Delivery) -> Result<bool> {
    let all: i64 = d::table
        .filter(d::petition_id.eq(delivery.petition))
        .count()
        .get_result(&mut **tx)?;
    if all >= MOST {
        return Ok(false);
    }
    diesel::insert_into(d::table)
        .values(DeliveryRow::from(delivery))
        .execute(&mut **tx)?;
    Ok(true)
}

/// Writes what changed, if it still is of this revision, which grows by one; false when somebody was quicker.
///
/// # Errors
/// A fault of the database.
pub fn change(tx: &mut Tx<'_>, delivery: &mut Delivery, revision: i64) -> Result<bool> {
    delivery.revision = revision + 1;
    let same = d::table.find(delivery.id).filter(d::revision.eq(revision));
    let changed = diesel::update(same)
        .set(DeliveryRow::from(&*delivery))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Deletes one; false when it was gone.
///
/// # Errors
/// A fault of the database.
pub fn delete(tx: &mut Tx<'_>, id: Id<Delivery>) -> Result<bool> {
    Ok(diesel::delete(d::table.find(id)).execute(&mut **tx)? == 1)
}
