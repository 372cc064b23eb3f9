//! Reports in the database: added, read for their mail, and gone after half a year.

use super::model::{Complaint, MOST_A_DAY, PageReport, ReadReport, WORDS};
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

/// The newest as the operator reads them, those that came before this one, at most so many.
///
/// # Errors
/// A fault of the database.
pub fn read_newest(
    conn: &mut Conn,
    before: Option<Id<PageReport>>,
    most: i64,
) -> Result<Vec<ReadReport>> {
    let last = before.unwrap_or(Id::from_bytes([0xff; 16]));
    let rows = p::table
        .filter(p::id.lt(last))
        .order(p::id.desc())
        .limit(most)
        .select((ReportRow::as_select(), p::dealt_at, p::note))
        .load::<(ReportRow, Option<Time>, String)>(conn)?;
    let read = |(row, dealt_at, note)| {
        Ok(ReadReport {
            report: PageReport::try_from(row)?,
            dealt_at,
            note,
        })
    };
    rows.into_iter().map(read).collect()
}

/// How many nobody has dealt with.
///
/// # Errors
/// A fault of the database.
pub fn undealt(conn: &mut Conn) -> Result<i64> {
    let open = p::table.filter(p::dealt_at.is_null());
    Ok(open.count().get_result(conn)?)
}

/// Notes whether it was dealt with, and what the operator wrote down. The first time stays. False where it is gone.
///
/// # Errors
/// A fault of the database.
pub fn deal(
    tx: &mut Tx<'_>,
    id: Id<PageReport>,
    (is_dealt, note): (bool, &str),
    now: Time,
) -> Result<bool> {
    let noted = diesel::update(p::table.find(id))
        .set(p::note.eq(note))
        .execute(&mut **tx)?;
    let dealt_at = is_dealt.then_some(now);
    let is_other = p::table.find(id).filter(p::dealt_at.is_null().eq(is_dealt));
    diesel::update(is_other)
        .set(p::dealt_at.eq(dealt_at))
        .execute(&mut **tx)?;
    Ok(noted > 0)
}

/// Forgets those that came before `before`. Returns how many.
///
/// # Errors
/// A fault of the database.
pub fn expire(tx: &mut Tx<'_>, before: Time) -> Result<usize> {
    let old = p::table.filter(p::id.lt(Id::<PageReport>::first_of(before)));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}
