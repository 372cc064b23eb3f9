//! Writes a list: page by page, so that it needs the same little memory for a hundred signatures
//! and for a million.

use super::column::Column;
use super::file::csv::CsvLines;
use super::file::line::ListContext;
use super::file::ndjson::JsonLines;
use super::file::xlsx::XlsxBook;
use super::format::Format;
use super::replies::ReplyColumns;
use super::request::ExportRequest;
use super::store::{self, Signed};
use crate::base::{Id, Time};
use crate::db::{self, Conn};
use crate::petition::Founder;
use crate::petition::store::{founders, petitions, promises, questions};
use crate::signature::reason::ReasonState;
use crate::signature::reason::store as reasons;
use crate::signature::{Signature, SignatureState};
use std::collections::HashMap;
use std::io;
use std::path::Path;

/// Signatures read at once.
const PAGE: i64 = 5_000;
/// Bytes handed over at once.
const BLOCK: usize = 64 * 1024;

/// Why a list ends before its end.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
    /// Whoever takes it.
    #[error("nobody takes the list any more")]
    Out(#[from] io::Error),
    /// Whoever watches said so.
    #[error("it was stopped")]
    Stopped,
}

/// Hexadecimal, small letters.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes the signatures that are there at `now`, with nobody watching. Rows of a workbook go into the system's folder first.
///
/// # Errors
/// As [`write_watched`].
pub fn write_all(
    conn: &mut Conn,
    wanted: &ExportRequest,
    now: Time,
    out: &mut (impl io::Write + Send),
) -> Result<u64, ExportError> {
    write_watched(conn, wanted, now, (out, &std::env::temp_dir()), |_, _| {
        Ok(())
    })
}

/// Writes the signatures that are there at `now`, state after state, the oldest first. Returns how
/// many. `watch` hears after each page how many were read in all, and may stop it. Rows of a workbook go into the folder beside `out`
/// first.
///
/// No transaction and no statement is held open while anything is handed over: a slow reader must not keep the database from tidying
/// up behind it. A page is in memory for that, one or two megabytes. What is confirmed later is left out. One that moves while the list is written is written at
/// most once: under the state it was read in, or not at all when it left the wanted ones before.
///
/// # Errors
/// [`ExportError`]; what was written before it stays written.
pub fn write_watched(
    conn: &mut Conn,
    wanted: &ExportRequest,
    now: Time,
    (out, scratch): (&mut (impl io::Write + Send), &Path),
    mut watch: impl FnMut(&mut Conn, u64) -> Result<(), ExportError>,
) -> Result<u64, ExportError> {
    let of = context(conn, wanted)?;
    let mut file = OpenList::new(&of, wanted, scratch)?;
    let (mut lines, mut read) = (0_u64, 0_u64);
    for (place, state) in wanted.states.iter().enumerate() {
        let mut after = Id::from_bytes([0; 16]);
        loop {
            let shown = shown_reasons(conn, wanted, &of, after)?;
            let page = store::page(conn, (wanted.petition, *state), after, now, PAGE, |row| {
                read += 1;
                let has_moved = place > 0 && row.changed_at > now;
                if has_moved || !wanted.filter.takes(row) {
                    return;
                }
                let row = row.at_most(wanted.most_public);
                file.line(*state, &row, shown.get(&row.id).map(String::as_str));
                lines += 1;
            })?;
            // Only now, when the page is read: while a statement waits for a slow reader, SQLite's log grows behind it.
            file.hand_over(out)?;
            watch(conn, read)?;
            match page {
                Some((last, PAGE)) => after = last,
                Some(_) | None => break,
            }
        }
    }
    file.finish(out)?;
    out.flush()?;
    Ok(lines)
}

/// What every line of it shares.
fn context(conn: &mut Conn, wanted: &ExportRequest) -> db::Result<ListContext> {
    let petition = petitions::find(conn, wanted.petition)?;
    let is_told = |one: &Founder| wanted.filter.founder.is_none_or(|only| only == one.id);
    let has_answers = wanted
        .columns
        .iter()
        .any(|(one, _)| *one == Column::Answers);
    Ok(ListContext {
        slug: wanted.slug.to_string(),
        preset: wanted.preset,
        columns: wanted.columns.clone(),
        wordings: petitions::wordings(conn, wanted.petition)?
            .into_iter()
            .map(|kept| (kept.wording.id, hex(&kept.wording.sha256)))
            .collect(),
        founders: founders::all(conn, wanted.petition)?
            .into_iter()
            .filter(is_told)
            .collect(),
        promises: match &petition {
            Some(petition) => promises::of(conn, petition)?.in_own_words(),
            None => HashMap::new(),
        },
        replies: match petition.filter(|_| has_answers) {
            Some(petition) => ReplyColumns::of(&petition, questions::of(conn, petition.id)?),
            None => ReplyColumns::default(),
        },
    })
}

/// The reasons on the petition's page that a page of signatures can need: they stand in the same order, so that as many are enough.
fn shown_reasons(
    conn: &mut Conn,
    wanted: &ExportRequest,
    of: &ListContext,
    after: Id<Signature>,
) -> db::Result<HashMap<Id<Signature>, String>> {
    if !of.has(Column::Reason) {
        return Ok(HashMap::new());
    }
    let published = ReasonState::Published;
    let found = reasons::oldest(conn, wanted.petition, published, Some(after.cast()), PAGE)?;
    Ok(found
        .into_iter()
        .map(|one| (one.id.cast(), one.words))
        .collect())
}

/// The file that is being written.
enum OpenList<'a> {
    Csv(CsvLines<'a>),
    Xlsx(Box<XlsxBook<'a>>),
    Ndjson(JsonLines<'a>),
}

impl<'a> OpenList<'a> {
    fn new(of: &'a ListContext, wanted: &ExportRequest, scratch: &Path) -> io::Result<Self> {
        let room = BLOCK * 2;
        Ok(match wanted.format {
            Format::Csv => Self::Csv(CsvLines::new(of, wanted.has_bom, room)),
            Format::Xlsx => Self::Xlsx(Box::new(XlsxBook::new(of, scratch)?)),
            Format::Ndjson => Self::Ndjson(JsonLines::new(of, room)),
        })
    }

    fn line(&mut self, state: SignatureState, row: &Signed<'_>, reason: Option<&str>) {
        match self {
            Self::Csv(table) => table.line(state, row, reason),
            Self::Xlsx(book) => book.line(state, row, reason),
            Self::Ndjson(lines) => lines.line(state, row, reason),
        }
    }

    fn hand_over(&mut self, out: &mut impl io::Write) -> io::Result<()> {
        let written = match self {
            Self::Csv(table) => &mut table.out,
            Self::Ndjson(lines) => &mut lines.out,
            Self::Xlsx(book) => return book.check(),
        };
        for part in written.chunks(BLOCK) {
            out.write_all(part)?;
        }
        written.clear();
        Ok(())
    }

    fn finish(mut self, out: &mut (impl io::Write + Send)) -> io::Result<()> {
        self.hand_over(out)?;
        match self {
            Self::Xlsx(book) => book.save(out),
            Self::Csv(_) | Self::Ndjson(_) => Ok(()),
        }
    }
}
