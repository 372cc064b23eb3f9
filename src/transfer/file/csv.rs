//! A list as a table: comma-separated, every cell quoted, no cell a formula.

use super::line::{Cells, ListContext, letter, start};
use crate::base::texts::csv::{BOM, cell};
use crate::signature::SignatureState;
use crate::transfer::column::Column;
use crate::transfer::replies::ReplyColumns;
use crate::transfer::store::Signed;
use std::fmt::Display;
use std::io::Write as _;

/// Lines of a table, in memory until they are handed over.
#[derive(Debug)]
pub struct CsvLines<'a> {
    of: &'a ListContext,
    most_bytes: Option<usize>,
    is_first: bool,
    /// What was written.
    pub out: Vec<u8>,
}

impl<'a> CsvLines<'a> {
    /// A table that begins with its heads, behind a byte order mark if it is to have one.
    #[must_use]
    pub fn new(of: &'a ListContext, has_bom: bool, room: usize) -> Self {
        let mut table = Self {
            of,
            // a quote that keeps a formula a text takes one of them
            most_bytes: of.preset.most_bytes().map(|most| most.saturating_sub(1)),
            is_first: true,
            out: Vec::with_capacity(room),
        };
        if has_bom {
            table.out.extend_from_slice(BOM);
        }
        for (column, head) in &of.columns {
            match column {
                Column::Answers => {
                    for head in of.replies.heads() {
                        table.put(head);
                    }
                }
                _ => table.put(head),
            }
        }
        table.ends_line();
        table
    }

    /// Writes one line.
    pub fn line(&mut self, state: SignatureState, row: &Signed<'_>, reason: Option<&str>) {
        let of = self.of;
        of.write(self, state, row, reason);
        self.ends_line();
    }

    fn begins_cell(&mut self) {
        self.out
            .extend_from_slice(if self.is_first { b"\"" } else { b",\"" });
        self.is_first = false;
    }

    fn put(&mut self, text: &str) {
        self.begins_cell();
        cell(&mut self.out, text);
        self.out.push(b'"');
    }

    fn ends_line(&mut self) {
        self.out.extend_from_slice(b"\r\n");
        self.is_first = true;
    }
}

impl Cells for CsvLines<'_> {
    fn text(&mut self, _: &str, text: Option<&str>) {
        let text = text.unwrap_or_default();
        self.put(match self.most_bytes {
            Some(most) if text.len() > most => start(text, most),
            _ => text,
        });
    }

    fn key(&mut self, _: &str, key: impl Display) {
        self.begins_cell();
        // A vector takes all that is written into it.
        let _ = write!(self.out, "{key}\"");
    }

    fn yes(&mut self, _: &str, said: Option<bool>) {
        self.put(letter(said));
    }

    fn names(&mut self, head: &str, names: &[&str]) {
        match names {
            [] => self.put(""),
            names => self.text(head, Some(&names.join("; "))),
        }
    }

    fn answers(&mut self, head: &str, of: &ReplyColumns, stored: Option<&str>) {
        of.cells(stored, |text| self.text(head, Some(text)));
    }
}
