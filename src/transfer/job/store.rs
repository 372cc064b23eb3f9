//! Large lists in the database.

use super::model::{BookFigures, ExportJob, JobState, WholeFile};
use crate::account::model::Organizer;
use crate::base::{Id, Time};
use crate::both;
use crate::db::schema::exports as e;
use crate::db::statements::types::JsonText;
use crate::db::{Conn, Error, Result, Tx};
use crate::petition::Petition;
use crate::transfer::exporting::Instance;
use diesel::prelude::*;

/// Most lists of one person that a page tells of.
const TOLD: i64 = 20;

#[derive(Queryable, Selectable)]
#[diesel(table_name = e)]
struct JobRow {
    id: Id<ExportJob>,
    petition_id: Id<Petition>,
    organizer_id: Id<Organizer>,
    instance_id: Id<Instance>,
    options: JsonText,
    state: i16,
    lines_read: i64,
    lines_of: i64,
    lines: Option<i64>,
    bytes: Option<i64>,
    sha256: Option<String>,
    pages: Option<i64>,
    missing_letters: Option<i64>,
    missing_names: Option<i64>,
    file_name: String,
    started_at: Time,
    moved_at: Time,
    finished_at: Option<Time>,
    expires_at: Time,
}

impl TryFrom<JobRow> for ExportJob {
    type Error = Error;

    fn try_from(row: JobRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            petition: row.petition_id,
            organizer: row.organizer_id,
            instance: row.instance_id,
            options: serde_json::from_str(&row.options.0).map_err(|_| Error::Refused("options"))?,
            state: JobState::from_number(row.state),
            lines_read: row.lines_read,
            lines_of: row.lines_of,
            lines: row.lines,
            bytes: row.bytes,
            sha256: row.sha256,
            book: row.pages.map(|pages| BookFigures {
                pages,
                missing_letters: row.missing_letters.unwrap_or(0),
                missing_names: row.missing_names.unwrap_or(0),
            }),
            file_name: row.file_name,
            started_at: row.started_at,
            moved_at: row.moved_at,
            finished_at: row.finished_at,
            expires_at: row.expires_at,
        })
    }
}

/// The list with this key, if this person asked for it.
///
/// # Errors
/// A fault of the database.
pub fn find(
    conn: &mut Conn,
    id: Id<ExportJob>,
    organizer: Id<Organizer>,
) -> Result<Option<ExportJob>> {
    let row = e::table
        .find(id)
        .filter(e::organizer_id.eq(organizer))
        .select(JobRow::as_select())
        .first::<JobRow>(conn)
        .optional()?;
    row.map(ExportJob::try_from).transpose()
}

/// The newest lists of this petition and person.
///
/// # Errors
/// A fault of the database.
pub fn of(
    conn: &mut Conn,
    petition: Id<Petition>,
    organizer: Id<Organizer>,
) -> Result<Vec<ExportJob>> {
    let rows = e::table
        .filter(e::petition_id.eq(petition))
        .filter(e::organizer_id.eq(organizer))
        .order(e::id.desc())
        .limit(TOLD)
        .select(JobRow::as_select())
        .load::<JobRow>(conn)?;
    rows.into_iter().map(ExportJob::try_from).collect()
}

/// Writes down that a list is begun; false when another of the same petition and person is being written.
///
/// # Errors
/// A fault of the database.
pub fn begin(tx: &mut Tx<'_>, job: &ExportJob) -> Result<bool> {
    let options = serde_json::to_string(&job.options).map_err(|_| Error::Refused("options"))?;
    let row = (
        e::id.eq(job.id),
        e::petition_id.eq(job.petition),
        e::organizer_id.eq(job.organizer),
        e::instance_id.eq(job.instance),
        e::options.eq(JsonText(options)),
        e::state.eq(job.state.number()),
        e::lines_read.eq(job.lines_read),
        e::lines_of.eq(job.lines_of),
        e::file_name.eq(job.file_name.clone()),
        e::started_at.eq(job.started_at),
        e::moved_at.eq(job.moved_at),
        e::expires_at.eq(job.expires_at),
    );
    let made = both!(tx, |c| diesel::insert_into(e::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(made == 1)
}

/// Writes down how far a list is; false when it is not to be written any more.
///
/// # Errors
/// A fault of the database.
pub(super) fn moved(
    tx: &mut Tx<'_>,
    id: Id<ExportJob>,
    lines_read: i64,
    now: Time,
) -> Result<bool> {
    let running = e::table
        .find(id)
        .filter(e::state.eq(JobState::Running.number()));
    let set = (e::lines_read.eq(lines_read), e::moved_at.eq(now));
    Ok(both!(tx, |c| diesel::update(running).set(set).execute(c))? == 1)
}

/// Writes down that a list can be taken; false when it was given up meanwhile.
///
/// # Errors
/// A fault of the database.
pub(super) fn ready(
    tx: &mut Tx<'_>,
    id: Id<ExportJob>,
    file: &WholeFile,
    now: Time,
) -> Result<bool> {
    let running = e::table
        .find(id)
        .filter(e::state.eq(JobState::Running.number()));
    if let Some(name) = &file.file_name {
        let named = e::file_name.eq(name.clone());
        let its = e::table.find(id);
        both!(tx, |c| diesel::update(its).set(named).execute(c))?;
    }
    let set = (
        e::state.eq(JobState::Ready.number()),
        e::pages.eq(file.book.map(|book| book.pages)),
        e::missing_letters.eq(file.book.map(|book| book.missing_letters)),
        e::missing_names.eq(file.book.map(|book| book.missing_names)),
        e::lines.eq(file.lines),
        e::bytes.eq(file.bytes),
        e::sha256.eq(file.sha256.clone()),
        e::moved_at.eq(now),
        e::finished_at.eq(now),
    );
    Ok(both!(tx, |c| diesel::update(running).set(set).execute(c))? == 1)
}

/// Writes down why a list will not be there.
///
/// # Errors
/// A fault of the database.
pub(super) fn given_up(tx: &mut Tx<'_>, id: Id<ExportJob>, why: JobState, now: Time) -> Result<()> {
    let running = e::table
        .find(id)
        .filter(e::state.eq(JobState::Running.number()));
    let set = (e::state.eq(why.number()), e::finished_at.eq(now));
    both!(tx, |c| diesel::update(running).set(set).execute(c))?;
    Ok(())
}

/// Takes lists of an instance that has just been started for broken off, and of any that has been silent since then.
///
/// # Errors
/// A fault of the database.
pub(super) fn break_off(
    tx: &mut Tx<'_>,
    started: Option<Id<Instance>>,
    silent_since: Time,
    now: Time,
) -> Result<usize> {
    let set = (
        e::state.eq(JobState::BrokenOff.number()),
        e::finished_at.eq(now),
    );
    let running = e::state.eq(JobState::Running.number());
    let silent = e::table
        .filter(running)
        .filter(e::moved_at.lt(silent_since));
    let mut broken = both!(tx, |c| diesel::update(silent).set(set).execute(c))?;
    if let Some(instance) = started {
        let its = e::table.filter(running).filter(e::instance_id.eq(instance));
        broken += both!(tx, |c| diesel::update(its).set(set).execute(c))?;
    }
    Ok(broken)
}

/// Deletes the rows of lists that were kept long enough.
///
/// # Errors
/// A fault of the database.
pub(super) fn expire(tx: &mut Tx<'_>, now: Time) -> Result<usize> {
    let over = e::table.filter(e::expires_at.le(now));
    Ok(both!(tx, |c| diesel::delete(over).execute(c))?)
}

/// The lists of an instance that are written or can be taken: whose files stay.
///
/// # Errors
/// A fault of the database.
pub(super) fn kept(conn: &mut Conn, instance: Id<Instance>) -> Result<Vec<Id<ExportJob>>> {
    let states = [JobState::Running.number(), JobState::Ready.number()];
    let kept = e::table.filter(e::instance_id.eq(instance)).select(e::id);
    Ok(both!(conn, |c| kept
        .filter(e::state.eq_any(states))
        .load(c))?)
}
