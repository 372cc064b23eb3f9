//! Of what each organizer is told by mail, and until when they were told, in the database.

use crate::account::model::Organizer;
use crate::account::notices::Notices;
use crate::base::{Id, Lang, Time};
use crate::db::schema::organizers as o;
use crate::db::{Conn, Result, Tx};
use diesel::prelude::*;

/// Somebody who is to be told of what happened since the last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestReader {
    /// Who.
    pub id: Id<Organizer>,
    /// Where their letters go now.
    pub email: String,
    /// In which language.
    pub lang: Lang,
    /// Of what.
    pub wanted: Notices,
    /// Whether they see the operator's pages.
    pub is_operator: bool,
    /// Of what happened before they have been told; their beginning at first.
    pub told_until: Time,
    /// When the next letter is due; none where no time was set yet.
    pub due_at: Option<Time>,
    /// How much waited to be decided when they were told last.
    pub waiting: i64,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = o)]
struct ReaderRow {
    id: Id<Organizer>,
    email: String,
    lang: String,
    notices: i16,
    operator_since: Option<Time>,
    told_until: Option<Time>,
    digest_due_at: Option<Time>,
    told_waiting: i64,
    created_at: Time,
}

impl From<ReaderRow> for DigestReader {
    fn from(row: ReaderRow) -> Self {
        Self {
            id: row.id,
            email: row.email,
            lang: Lang::parse(&row.lang).unwrap_or(Lang::EN),
            wanted: Notices::from_number(row.notices),
            is_operator: row.operator_since.is_some(),
            told_until: row.told_until.unwrap_or(row.created_at),
            due_at: row.digest_due_at,
            waiting: row.told_waiting,
        }
    }
}

/// Who is due, at most `most`: everybody with an account who wants to be told of anything.
///
/// # Errors
/// A fault of the database.
pub fn due(conn: &mut Conn, now: Time, most: i64) -> Result<Vec<DigestReader>> {
    let is_due = o::digest_due_at.is_null().or(o::digest_due_at.le(now));
    let rows = o::table
        .filter(o::notices.ne(0_i16))
        .filter(o::password.is_not_null())
        .filter(is_due)
        .order(o::id)
        .limit(most)
        .select(ReaderRow::as_select())
        .load::<ReaderRow>(conn)?;
    Ok(rows.into_iter().map(DigestReader::from).collect())
}

/// One of them, whenever they are due; none for nobody.
///
/// # Errors
/// A fault of the database.
pub fn reader(conn: &mut Conn, id: Id<Organizer>) -> Result<Option<DigestReader>> {
    let row = o::table
        .find(id)
        .select(ReaderRow::as_select())
        .first::<ReaderRow>(conn)
        .optional()?;
    Ok(row.map(DigestReader::from))
}

/// What is to be known the next time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextDigest {
    /// Of what happened before they have been told.
    pub told_until: Time,
    /// When it is due.
    pub due_at: Time,
    /// How much waits to be decided now.
    pub waiting: i64,
}

/// Says when they are due next. False where somebody else did so meanwhile: whoever gets true tells them, and nobody else.
///
/// # Errors
/// A fault of the database.
pub fn move_on(tx: &mut Tx<'_>, reader: &DigestReader, next: NextDigest) -> Result<bool> {
    let changes = (
        o::told_until.eq(next.told_until),
        o::digest_due_at.eq(next.due_at),
        o::told_waiting.eq(next.waiting),
    );
    let row = o::table.find(reader.id);
    let moved = match reader.due_at {
        Some(at) => diesel::update(row.filter(o::digest_due_at.eq(at)))
            .set(changes)
            .execute(&mut **tx)?,
        None => diesel::update(row.filter(o::digest_due_at.is_null()))
            .set(changes)
            .execute(&mut **tx)?,
    };
    Ok(moved == 1)
}

/// Writes of what somebody wants to be told. Who was told of nothing until now is told of what happens from now on.
///
/// # Errors
/// A fault of the database.
pub fn set(tx: &mut Tx<'_>, id: Id<Organizer>, wanted: Notices, now: Time) -> Result<()> {
    diesel::update(o::table.find(id).filter(o::notices.eq(0_i16)))
        .set(o::told_until.eq(now))
        .execute(&mut **tx)?;
    diesel::update(o::table.find(id))
        .set(o::notices.eq(wanted.number()))
        .execute(&mut **tx)?;
    Ok(())
}
