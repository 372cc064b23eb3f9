//! Reports in the database: added, read for their mail, and gone after half a year.

use super::model::{Complaint, MOST_A_DAY, PageReport, WORDS};
use crate::base::time::days;
use crate::base::{Email, Id, Lang, Text, Time};
use crate::db::schema::page_reports as p;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::Petition;
use diesel::prelude::*;

/// Keeps a report. False where too many have come in the last 24 hours: then nothing is kept.
///
/// # Errors
/// A fault of the database.
pub(super) fn insert(tx: &mut Tx<'_>, one: &PageReport) -> Result<bool> {
    let since = Id::<PageReport>::first_of(one.sent_at.minus(days(1)));
    let some: Vec<Id<PageReport>> = p::table
        .filter(p::id.ge(since))
        .select(p::id)
        .limit(MOST_A_DAY)
        .load(&mut **tx)?;
    if i64::try_from(some.len()).unwrap_or(MOST_A_DAY) >= MOST_A_DAY {
        return Ok(false);
    }
    diesel::insert_into(p::table)
        .values((
            p::id.eq(one.id),
            p::petition_id.eq(one.petition),
            p::complaint.eq(one.complaint.as_str()),
            p::words.eq(one.words.as_str()),
            p::email.eq(one.email.as_ref().map(Email::deliver)),
            p::lang.eq(one.lang.as_str()),
            p::sent_at.eq(one.sent_at),
        ))
        .execute(&mut **tx)?;
    Ok(true)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = p)]
struct ReportRow {
    id: Id<PageReport>,
    petition_id: Option<Id<Petition>>,
    complaint: String,
    words: String,
    email: Option<String>,
    lang: String,
    sent_at: Time,
}

impl TryFrom<ReportRow> for PageReport {
    type Error = Error;

    fn try_from(row: ReportRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            petition: row.petition_id,
            complaint: Complaint::parse(&row.complaint).ok_or(Error::Refused("complaint"))?,
            words: Text::<WORDS>::parse(&row.words).map_err(|_| Error::Refused("report"))?,
            email: row.email.as_deref().and_then(Email::stored),
            lang: Lang::parse(&row.lang).map_err(|_| Error::Refused("language"))?,
            sent_at: row.sent_at,
        })
    }
}

/// The report with this key, as long as it is kept.
pub(super) fn find(conn: &mut Conn, id: Id<PageReport>) -> Result<Option<PageReport>> {
    let row = p::table
        .find(id)
        .select(ReportRow::as_select())
        .first::<ReportRow>(conn)
        .optional()?;
    row.map(PageReport::try_from).transpose()
}

/// The newest, at most so many.
///
/// # Errors
/// A fault of the database.
pub fn newest(conn: &mut Conn, most: i64) -> Result<Vec<PageReport>> {
    p::table
        .order(p::id.desc())
        .limit(most)
        .select(ReportRow::as_select())
        .load::<ReportRow>(conn)?
        .into_iter()
        .map(PageReport::try_from)
        .collect()
}

/// Forgets those that came before `before`. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn expire(tx: &mut Tx<'_>, before: Time) -> Result<usize> {
    let old = p::table.filter(p::id.lt(Id::<PageReport>::first_of(before)));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}
