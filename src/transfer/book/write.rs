//! Writes a book as a PDF: names are read a portion at a time, sheets are laid out twice (once to count them), and what has more than
//! [`VOLUME`] sheets is several PDFs in one archive, because each is in memory until it is whole.

use super::breakdown::Breakdown;
use super::facts::BookFacts;
use super::names::{BookName, BookNames, Section};
use super::options::BookRequest;
use super::sheets::{Missing, Running, Sheets, Style, VOLUME};
use super::text::BookText;
use crate::base::Time;
use crate::db::{self, Conn};
use crate::transfer::write::ExportError;
use crate::web::print::fonts::PrintFonts;
use crate::web::print::pdf::{PdfHead, PdfWriter};
use crate::web::print::sheet::Sheet;
use crate::words::Words;
use std::io::{self, Write};
use std::path::Path;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

/// After how many names somebody is asked whether to go on.
const STEP: usize = 2_000;

/// What is known of a book that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenBook {
    /// How many people are in it by name, or by a bar in its place.
    pub names: usize,
    /// How many sheets.
    pub pages: usize,
    /// Letters that no font has.
    pub missing_letters: usize,
    /// Names with such letters.
    pub missing_names: usize,
    /// Whether it is an archive of several PDFs.
    pub is_split: bool,
}

/// What a book is made of, read and put into words.
pub(crate) struct BookParts {
    pub(super) names: BookNames,
    pub(crate) text: BookText,
}

impl BookParts {
    /// Reads them. `watch` hears after each portion how many names were read.
    ///
    /// # Errors
    /// [`ExportError`].
    pub(crate) fn read(
        conn: &mut Conn,
        request: &BookRequest,
        (w, address): (&Words, &str),
        (now, scratch): (Time, &Path),
        watch: impl FnMut(u64) -> Result<(), ExportError>,
    ) -> Result<Self, ExportError> {
        let facts = BookFacts::read(conn, request, now)?;
        let most = facts.petition.settings.most_public;
        let names = match facts.names_people {
            true => BookNames::read(conn, request, (most, &facts.headings), scratch, watch)?,
            false => BookNames::nobody(scratch)?,
        };
        // none where names are left out: of a short list it could be guessed
        let sum = match names.len() {
            0 => None,
            _ if request.is_redacted => None,
            _ => Some(names.sum()?),
        };
        let breakdown = Breakdown::of(
            &names.groups,
            &facts.totals,
            facts.counted,
            request.is_redacted,
        );
        let named = i64::try_from(names.len()).unwrap_or(i64::MAX);
        let of = (&facts, request);
        let text = BookText::of(w, of, named, &breakdown, (sum.as_deref(), address));
        Ok(Self { names, text })
    }

    /// How many people are in it.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// Shows each name with its number, the heading that begins above it, and what stands below it.
    pub(crate) fn each<E: From<io::Error>>(
        &self,
        mut see: impl FnMut(usize, Option<&str>, &BookName<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let (mut number, mut under) = (0, None);
        let pinned = self.names.pinned();
        self.names.each(|one| {
            number += 1;
            let begins = under != Some(one.section);
            under = Some(one.section);
            let heading = match begins {
                true => self.text.heading(one.section, &self.names.groups, pinned),
                false => None,
            };
            see(number, heading, one)
        })
    }
}

/// Writes the book. `watch` hears of how many in all (thrice each name) it is done with, and may stop it.
///
/// # Errors
/// [`ExportError`]; what was written before it stays written.
pub fn write_book(
    conn: &mut Conn,
    request: &BookRequest,
    (w, address): (&Words, &str),
    now: Time,
    (out, scratch, name): (&mut impl Write, &Path, &str),
    mut watch: impl FnMut(u64) -> Result<(), ExportError>,
) -> Result<WrittenBook, ExportError> {
    let of = (w, address);
    let parts = BookParts::read(conn, request, of, (now, scratch), &mut watch)?;
    let fonts = PrintFonts::open().ok_or(broken())?;
    let running = Running {
        head: [parts.text.title.clone(), parts.text.as_of.clone()],
        foot: parts.text.foot.clone(),
        page: |w, n, all| w.plain2("book-page", "n", number(w, n), "all", number(w, all)),
        part: |w, n, all| w.plain2("book-part", "n", number(w, n), "all", number(w, all)),
    };
    let all = parts.len();
    let mut lay = |pages: Option<usize>,
                   before: usize,
                   emit: &mut dyn FnMut(Sheet) -> Result<(), ExportError>|
     -> Result<(usize, Missing), ExportError> {
        let paper = (request.paper, pages);
        let mut sheets = Sheets::begin((&fonts, w), &running, paper, emit);
        fill(&mut sheets, (&parts, request, w), |done| {
            watch(u64::try_from(before + done).unwrap_or(u64::MAX))
        })?;
        sheets.end()
    };
    let (pages, missing) = lay(None, all, &mut |_| Ok(()))?;
    let head = PdfHead {
        title: parts.text.title.clone(),
        lang: request.lang.to_string(),
    };
    let mut volumes = Volumes::begin(out, pages.div_ceil(VOLUME), name);
    let mut writer = PdfWriter::begin(head.clone()).ok_or(broken())?;
    lay(Some(pages), 2 * all, &mut |sheet| {
        if writer.pages() == VOLUME {
            let next = PdfWriter::begin(head.clone()).ok_or(broken())?;
            let whole = std::mem::replace(&mut writer, next);
            volumes.put(&whole.finish().ok_or(broken())?)?;
        }
        writer.add(&sheet, &fonts).ok_or(broken())
    })?;
    volumes.put(&writer.finish().ok_or(broken())?)?;
    let is_split = volumes.end()?;
    Ok(WrittenBook {
        names: all,
        pages,
        missing_letters: missing.letters,
        missing_names: missing.names,
        is_split,
    })
}

fn number(w: &Words, n: usize) -> String {
    w.number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// What is built in is broken: no fault of whoever asks.
fn broken() -> ExportError {
    ExportError::Fault(db::Error::Refused("a PDF that cannot be written"))
}

/// Lays everything out.
fn fill(
    sheets: &mut Sheets<'_, ExportError>,
    (parts, request, w): (&BookParts, &BookRequest, &Words),
    mut watch: impl FnMut(usize) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let text = &parts.text;
    sheets.text(Style::SMALL, &text.eyebrow, 6.0)?;
    sheets.text(Style::TITLE, &text.title, 10.0)?;
    sheets.text(Style::TEXT, &text.asked_by, 10.0)?;
    if !text.recipients.is_empty() {
        sheets.text(Style::STRONG, w.say(text.to), 2.0)?;
        for recipient in &text.recipients {
            sheets.text(Style::TEXT, recipient, 0.0)?;
        }
        sheets.text(Style::SMALL, "", 10.0)?;
    }
    for (n, said) in text.totals.iter().enumerate() {
        let style = if n == 0 { Style::STRONG } else { Style::TEXT };
        sheets.text(style, said, 2.0)?;
    }
    sheets.text(Style::TEXT, &text.as_of, 22.0)?;
    sheets.text(Style::HEADING, &text.letter, 4.0)?;
    if let Some(since) = &text.since {
        sheets.text(Style::SMALL, since, 6.0)?;
    }
    sheets.text(Style::STRONG, &text.ask, 8.0)?;
    for paragraph in &text.body {
        sheets.text(Style::TEXT, paragraph, 7.0)?;
    }
    if let Some((heading, heads, rows)) = &text.breakdown {
        sheets.text(Style::SMALL, "", 14.0)?;
        sheets.text(Style::HEADING, heading, 6.0)?;
        sheets.row([&heads[0], &heads[1]], true)?;
        for [label, many] in rows {
            sheets.row([label, many], false)?;
        }
    }
    if !text.organizations.is_empty() {
        sheets.text(Style::SMALL, "", 14.0)?;
        sheets.text(Style::HEADING, &text.organizations_title, 6.0)?;
        for name in &text.organizations {
            sheets.text(Style::TEXT, name, 2.0)?;
        }
    }
    match &text.nobody {
        Some(nobody) => {
            sheets.text(Style::SMALL, "", 14.0)?;
            sheets.text(Style::HEADING, &text.names_title, 6.0)?;
            sheets.text(Style::TEXT, nobody, 14.0)?;
        }
        None => {
            sheets.break_page()?;
            sheets.text(Style::HEADING, &text.names_title, 8.0)?;
            sheets.in_columns();
            list(sheets, (parts, request, w), &mut watch)?;
            sheets.whole_width()?;
        }
    }
    sheets.text(Style::HEADING, &text.how_title, 6.0)?;
    for said in &text.how {
        sheets.text(Style::TEXT, said, 7.0)?;
    }
    Ok(())
}

/// The names, or their bars.
fn list(
    sheets: &mut Sheets<'_, ExportError>,
    (parts, request, w): (&BookParts, &BookRequest, &Words),
    watch: &mut impl FnMut(usize) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    if request.is_redacted {
        for n in 1..=parts.len() {
            if n % STEP == 0 {
                watch(n)?;
            }
            sheets.withheld(&number(w, n), &parts.text.withheld)?;
        }
        return Ok(());
    }
    parts.each(|n, heading, one| {
        if n % STEP == 0 {
            watch(n)?;
        }
        if let Some(heading) = heading {
            let is_group = matches!(one.section, Section::Group(_) | Section::Rest);
            if is_group && request.has_page_breaks && n > 1 {
                sheets.break_page()?;
            }
            sheets.text(Style::GROUP, heading, 4.0)?;
        }
        sheets.name(&number(w, n), one.name, one.detail)
    })
}

/// One PDF as it is, or several in an archive.
enum Volumes<'a, W: Write> {
    One(&'a mut W),
    Many {
        zip: Box<ZipWriter<StreamWriter<&'a mut W>>>,
        name: String,
        n: usize,
    },
}

impl<'a, W: Write> Volumes<'a, W> {
    fn begin(out: &'a mut W, many: usize, name: &str) -> Self {
        match many {
            0 | 1 => Self::One(out),
            _ => Self::Many {
                zip: Box::new(ZipWriter::new_stream(out)),
                name: name.to_owned(),
                n: 0,
            },
        }
    }

    fn put(&mut self, pdf: &[u8]) -> io::Result<()> {
        match self {
            Self::One(out) => out.write_all(pdf),
            Self::Many { zip, name, n } => {
                *n += 1;
                // a PDF is packed already; without a date the same book is the same bytes
                let options =
                    SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
                zip.start_file(format!("{name}-{n}.pdf"), options)
                    .map_err(io::Error::other)?;
                zip.write_all(pdf)
            }
        }
    }

    /// Whether it is an archive.
    fn end(self) -> io::Result<bool> {
        match self {
            Self::One(_) => Ok(false),
            Self::Many { zip, .. } => {
                zip.finish().map_err(io::Error::other)?;
                Ok(true)
            }
        }
    }
}
