//! Writes a list: page by page, so that it needs the same little memory for a hundred signatures
//! and for a million.

use super::format::{self, Format, ListContext, hex};
use super::replies::ReplyColumns;
use super::store::{self, Signed};
use crate::base::texts::csv::BOM;
use crate::base::{Id, Slug, Time};
use crate::db::{self, Conn};
use crate::petition::store::{founders, petitions, promises, questions};
use crate::petition::{Founder, Petition};
use crate::signature::{SignatureState, Visibility};
use std::collections::HashMap;
use std::io;

/// Signatures read at once.
const PAGE: i64 = 5_000;
/// Bytes handed over at once.
const BLOCK: usize = 64 * 1024;

/// What a list holds, and how it is written.
#[derive(Debug, Clone)]
pub struct ExportRequest {
    /// Whose signatures.
    pub petition: Id<Petition>,
    /// Its place in addresses, which stands in every line.
    pub slug: Slug,
    /// In which states, in this order; each once.
    pub states: Vec<SignatureState>,
    /// How.
    pub format: Format,
    /// Whether a table begins with a byte order mark.
    pub has_bom: bool,
    /// Only those who said yes to mail.
    pub only_opted_in: bool,
    /// Only those who said yes to this founding organization, and nothing of what they said to
    /// others: the list it is given.
    pub founder: Option<Id<Founder>>,
    /// The most that the petition allows to be shown of a signer.
    pub most_public: Visibility,
}

impl ExportRequest {
    /// Whether this signer is one of those that are wanted.
    fn takes(&self, row: &Signed<'_>) -> bool {
        let signer = row.signer.as_ref();
        match self.founder {
            Some(founder) => signer.is_some_and(|s| s.founders().contains(&founder)),
            None => !self.only_opted_in || signer.is_some_and(|s| s.wants_updates),
        }
    }
}

/// Why a list ends before its end.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database.
    #[error(transparent)]
    Fault(#[from] db::Error),
    /// Whoever takes it.
    #[error("nobody takes the list any more")]
    Out(#[from] io::Error),
}

/// Writes the signatures that are there at `now`, state after state, the oldest first. Returns how
/// many.
///
/// No transaction and no statement is held open while anything is handed over: a slow reader must not keep the database from tidying
/// up behind it. A page is in memory for that, one or two megabytes. What is confirmed later is left out. One that moves while the list is written is written at
/// most once: under the state it was read in, or not at all when it left the wanted ones before.
///
/// # Errors
/// [`ExportError`]; what was written before it stays written.
pub fn write_all(
    conn: &mut Conn,
    wanted: &ExportRequest,
    now: Time,
    out: &mut impl io::Write,
) -> Result<u64, ExportError> {
    let petition = petitions::find(conn, wanted.petition)?;
    let is_told = |one: &Founder| wanted.founder.is_none_or(|only| only == one.id);
    let of = ListContext {
        slug: wanted.slug.to_string(),
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
        replies: match &petition {
            Some(petition) => ReplyColumns::of(petition, questions::of(conn, petition.id)?),
            None => ReplyColumns::default(),
        },
    };
    let mut block = Vec::with_capacity(BLOCK * 2);
    if wanted.format == Format::Csv {
        if wanted.has_bom {
            block.extend_from_slice(BOM);
        }
        format::header(&mut block, &of);
    }
    let line = match wanted.format {
        Format::Csv => format::csv,
        Format::Ndjson => format::ndjson,
    };
    let mut lines = 0_u64;
    for (place, state) in wanted.states.iter().enumerate() {
        let mut after = Id::from_bytes([0; 16]);
        loop {
            let read = store::page(conn, (wanted.petition, *state), after, now, PAGE, |row| {
                let has_moved = place > 0 && row.changed_at > now;
                if has_moved || !wanted.takes(row) {
                    return;
                }
                let row = row.at_most(wanted.most_public);
                line(&mut block, &of, *state, &row);
                lines += 1;
            })?;
            // Only now, when the page is read: while a statement waits for a slow reader, SQLite's log grows behind it.
            for part in block.chunks(BLOCK) {
                out.write_all(part)?;
            }
            block.clear();
            match read {
                Some((last, PAGE)) => after = last,
                Some(_) | None => break,
            }
        }
    }
    out.write_all(&block)?;
    out.flush()?;
    Ok(lines)
}
