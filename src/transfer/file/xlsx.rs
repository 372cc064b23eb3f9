//! A list as a workbook: every cell a text, none a formula or a number. Rows are written to a file without a name as they come, so that
//! a million need no more memory than a hundred.

use super::line::{Cells, ListContext, letter, start};
use crate::signature::SignatureState;
use crate::transfer::column::Column;
use crate::transfer::replies::ReplyColumns;
use crate::transfer::store::Signed;
use rust_xlsxwriter::{Workbook, XlsxError};
use std::borrow::Cow;
use std::fmt::{Display, Write as _};
use std::io::{self, Write};
use std::path::Path;

/// Rows of a sheet beside its heads: Excel reads no more.
const ROWS: u32 = 1_048_575;
/// Most UTF-16 units of a cell.
const CELL: usize = 32_767;
/// Stands where a cell was cut.
const CUT: &str = " […]";

/// A workbook that is being written.
pub struct XlsxBook<'a> {
    of: &'a ListContext,
    book: Workbook,
    most_rows: u32,
    sheet: usize,
    row: u32,
    cell: u16,
    most_bytes: Option<usize>,
    fault: Option<XlsxError>,
    key: String,
}

impl<'a> XlsxBook<'a> {
    /// A workbook whose rows go into `scratch` first.
    ///
    /// # Errors
    /// The folder takes no file.
    pub fn new(of: &'a ListContext, scratch: &Path) -> io::Result<Self> {
        Self::of_sheets(of, scratch, ROWS)
    }

    /// The same with so many rows a sheet.
    pub(super) fn of_sheets(
        of: &'a ListContext,
        scratch: &Path,
        most_rows: u32,
    ) -> io::Result<Self> {
        let mut book = Workbook::new();
        book.set_tempdir(scratch).map_err(broken)?;
        let mut it = Self {
            of,
            book,
            most_rows,
            sheet: 0,
            row: 0,
            cell: 0,
            most_bytes: of.preset.most_bytes(),
            fault: None,
            key: String::new(),
        };
        it.begins_sheet();
        it.check()?;
        Ok(it)
    }

    /// Begins a sheet with the heads. Its name is short and fixed: a title would not always be one.
    fn begins_sheet(&mut self) {
        let name = format!("List {}", self.sheet + 1);
        let sheet = self.book.add_worksheet_with_constant_memory();
        if let Err(fault) = sheet.and_then(|sheet| sheet.set_name(name)) {
            self.fault.get_or_insert(fault);
        }
        (self.row, self.cell) = (0, 0);
        let of = self.of;
        for (column, head) in &of.columns {
            match column {
                Column::Answers => {
                    for head in of.replies.heads() {
                        self.put(head);
                    }
                }
                _ => self.put(head),
            }
        }
        self.row = 1;
    }

    /// Writes one row.
    pub fn line(&mut self, state: SignatureState, row: &Signed<'_>, reason: Option<&str>) {
        if self.row > self.most_rows {
            self.sheet += 1;
            self.begins_sheet();
        }
        self.cell = 0;
        let of = self.of;
        of.write(self, state, row, reason);
        self.row += 1;
    }

    /// Whether everything could be written so far.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&mut self) -> io::Result<()> {
        self.fault.take().map_or(Ok(()), |fault| Err(broken(fault)))
    }

    /// Hands the whole over.
    ///
    /// # Errors
    /// Of whoever takes it, or of the folder of the rows.
    pub fn save(mut self, out: &mut (impl Write + Send)) -> io::Result<()> {
        self.check()?;
        self.book.save_to_writer(out).map_err(broken)
    }

    fn put(&mut self, text: &str) {
        let at = self.cell;
        self.cell = self.cell.saturating_add(1);
        if text.is_empty() || self.fault.is_some() {
            return;
        }
        let text = readable(text);
        let written = self
            .book
            .worksheet_from_index(self.sheet)
            .and_then(|sheet| sheet.write_string(self.row, at, text.as_ref()).map(|_| ()));
        if let Err(fault) = written {
            self.fault = Some(fault);
        }
    }
}

impl Cells for XlsxBook<'_> {
    fn text(&mut self, _: &str, text: Option<&str>) {
        let text = text.unwrap_or_default();
        self.put(match self.most_bytes {
            Some(most) if text.len() > most => start(text, most),
            _ => text,
        });
    }

    fn key(&mut self, _: &str, key: impl Display) {
        let mut text = std::mem::take(&mut self.key);
        text.clear();
        let _ = write!(text, "{key}");
        self.put(&text);
        self.key = text;
    }

    fn yes(&mut self, _: &str, said: Option<bool>) {
        self.put(letter(said));
    }

    fn names(&mut self, head: &str, names: &[&str]) {
        self.text(head, Some(&names.join("; ")));
    }

    fn answers(&mut self, head: &str, of: &ReplyColumns, stored: Option<&str>) {
        of.cells(stored, |text| self.text(head, Some(text)));
    }
}

/// A text as XML can hold it and Excel reads it: no controls but tab and line end, and no more than a cell takes.
fn readable(text: &str) -> Cow<'_, str> {
    let is_fine = |c: char| {
        !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}') || matches!(c, '\t' | '\n')
    };
    let is_short = text.len() <= CELL || text.encode_utf16().count() <= CELL;
    if is_short && text.chars().all(is_fine) {
        return Cow::Borrowed(text);
    }
    let mut kept: String = text.chars().filter(|c| is_fine(*c)).collect();
    if kept.encode_utf16().count() > CELL {
        let mut room = CELL - CUT.encode_utf16().count();
        let end = kept
            .char_indices()
            .find(|(_, c)| match room.checked_sub(c.len_utf16()) {
                Some(left) => {
                    room = left;
                    false
                }
                None => true,
            });
        kept.truncate(end.map_or(kept.len(), |(at, _)| at));
        kept.push_str(CUT);
    }
    Cow::Owned(kept)
}

fn broken(fault: XlsxError) -> io::Error {
    match fault {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_sheet_can_hold_is_taken_out() {
        assert_eq!(readable("a\u{14}b\u{0B}\u{FFFE}c\td\ne"), "abc\td\ne");
        assert!(
            matches!(readable("=1+1"), Cow::Borrowed("=1+1")),
            "it is a text, and stays one"
        );
        let long = readable(&"é".repeat(CELL + 5)).into_owned();
        assert_eq!(long.encode_utf16().count(), CELL);
        assert!(long.ends_with(CUT));
        let whole = "é".repeat(CELL);
        assert_eq!(readable(&whole), whole);
    }
}
