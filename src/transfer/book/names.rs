//! The names of a book: read from the public list a portion at a time, kept in a file without a name, and handed out in the order of the
//! book. In memory is a place for each name, and each heading once.

use super::list_sum::ListSum;
use super::options::{BookGrouping, BookOrder, BookRequest};
use crate::base::{Id, fold};
use crate::db::Conn;
use crate::petition::Visibility;
use crate::signature::register::RegisterEntry;
use crate::signature::register::model::group_key;
use crate::signature::register::store::{EntryFilter, page};
use crate::transfer::write::ExportError;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;

/// Names read at once.
pub(super) const PAGE: i64 = 5_000;

/// A heading and how many stand under it by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedGroup {
    /// Folded: what is compared.
    pub(super) key: String,
    /// As it is read.
    pub(super) label: String,
    /// How many.
    pub(super) named: i64,
}

/// Under which heading a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Section {
    /// Those whom organizers pinned.
    First,
    /// A heading, by its place among all.
    Group(usize),
    /// No heading: all, where nothing is grouped, else those who stand under none.
    Rest,
}

/// Where a name is in the file.
struct Place {
    section: Section,
    id: Id<RegisterEntry>,
    at: u64,
    length: usize,
}

/// How schools and employers are called: by the spelling, the heading that organizers put it under.
pub(super) type Headings = HashMap<String, (String, String)>;

/// The names of a book.
pub(super) struct BookNames {
    file: File,
    places: Vec<Place>,
    /// Headings in the order of the book.
    pub(super) groups: Vec<NamedGroup>,
}

/// What a name of a book is.
pub(crate) struct BookName<'a> {
    pub(super) section: Section,
    pub(crate) name: &'a str,
    /// What stands below it; may be empty.
    pub(crate) detail: &'a str,
}

impl BookNames {
    /// Nobody.
    pub(super) fn nobody(scratch: &Path) -> io::Result<Self> {
        Ok(Self {
            file: tempfile::tempfile_in(scratch)?,
            places: Vec::new(),
            groups: Vec::new(),
        })
    }

    /// Reads them, where organizers allow this much at `most` to be shown. `watch` hears after each portion how many were read.
    ///
    /// # Errors
    /// [`ExportError`].
    pub(super) fn read(
        conn: &mut Conn,
        request: &BookRequest,
        (most, headings): (Visibility, &Headings),
        scratch: &Path,
        mut watch: impl FnMut(u64) -> Result<(), ExportError>,
    ) -> Result<Self, ExportError> {
        let mut read = Self::nobody(scratch)?;
        let mut out = BufWriter::new(read.file.try_clone()?);
        let mut known: HashMap<String, usize> = HashMap::new();
        let (mut place, mut end) = (None, 0_u64);
        loop {
            let filter = EntryFilter::All;
            let portion = page(conn, request.petition, &filter, place.as_ref(), false, PAGE)?;
            for entry in &portion {
                let section = match entry.is_first {
                    true => Section::First,
                    false => read.section(entry, request.grouping, headings, &mut known),
                };
                let detail = entry.detail(most);
                let name = entry.name.as_str();
                let head = u32::try_from(name.len()).map_err(io::Error::other)?;
                out.write_all(&head.to_le_bytes())?;
                out.write_all(name.as_bytes())?;
                out.write_all(detail.as_bytes())?;
                let length = 4 + name.len() + detail.len();
                read.places.push(Place {
                    section,
                    id: entry.id,
                    at: end,
                    length,
                });
                end += u64::try_from(length).map_err(io::Error::other)?;
            }
            watch(u64::try_from(read.places.len()).unwrap_or(u64::MAX))?;
            match portion.last() {
                Some(last) if portion.len() >= 5_000 => {
                    place = Some((last.sort_key.clone(), last.id));
                }
                _ => break,
            }
        }
        out.flush()?;
        drop(out);
        read.arrange(request.order);
        Ok(read)
    }

    fn section(
        &mut self,
        entry: &RegisterEntry,
        grouping: BookGrouping,
        headings: &Headings,
        known: &mut HashMap<String, usize>,
    ) -> Section {
        let written = match grouping {
            BookGrouping::Nothing => None,
            BookGrouping::Affiliation => entry.affiliation.as_deref(),
            BookGrouping::Place => entry.place.as_deref(),
        };
        let Some((key, label)) = group_key(written).zip(written) else {
            return Section::Rest;
        };
        let heading = headings
            .get(&key)
            .filter(|_| grouping == BookGrouping::Affiliation);
        let (key, label) = match heading {
            Some((key, title)) => (key.clone(), title.as_str()),
            None => (key, label),
        };
        let next = self.groups.len();
        let at = *known.entry(key.clone()).or_insert(next);
        if at == next {
            self.groups.push(NamedGroup {
                key,
                label: label.to_owned(),
                named: 0,
            });
        }
        if let Some(group) = self.groups.get_mut(at) {
            group.named += 1;
        }
        Section::Group(at)
    }

    /// Puts headings into their order, and names under them.
    fn arrange(&mut self, order: BookOrder) {
        let mut sorted: Vec<usize> = (0..self.groups.len()).collect();
        let folded: Vec<String> = self.groups.iter().map(|one| fold(&one.label)).collect();
        sorted.sort_by_key(|at| folded.get(*at));
        let mut rank = vec![0; sorted.len()];
        for (new, old) in sorted.iter().enumerate() {
            if let Some(rank) = rank.get_mut(*old) {
                *rank = new;
            }
        }
        self.groups = sorted
            .iter()
            .filter_map(|at| self.groups.get(*at).cloned())
            .collect();
        for place in &mut self.places {
            if let Section::Group(at) = &mut place.section {
                *at = rank.get(*at).copied().unwrap_or(*at);
            }
        }
        match order {
            // stable: they were read in this order
            BookOrder::Name => self.places.sort_by_key(|place| place.section),
            BookOrder::Day => self.places.sort_by_key(|place| (place.section, place.id)),
        }
    }

    /// How many.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// How many are pinned.
    pub(super) fn pinned(&self) -> usize {
        let is_first = |place: &&Place| place.section == Section::First;
        self.places.iter().take_while(is_first).count()
    }

    /// Hands them out, in the order of the book.
    ///
    /// # Errors
    /// The file cannot be read, and whatever `see` answers.
    pub(super) fn each<E: From<io::Error>>(
        &self,
        mut see: impl FnMut(&BookName<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut bytes = Vec::new();
        let broken = || io::Error::other("a name is not as it was written");
        for place in &self.places {
            bytes.resize(place.length, 0);
            self.file.read_exact_at(&mut bytes, place.at)?;
            let (head, rest) = bytes.split_first_chunk::<4>().ok_or_else(broken)?;
            let length = usize::try_from(u32::from_le_bytes(*head)).map_err(io::Error::other)?;
            let text = std::str::from_utf8(rest).map_err(io::Error::other)?;
            let (name, detail) = text.split_at_checked(length).ok_or_else(broken)?;
            see(&BookName {
                section: place.section,
                name,
                detail,
            })?;
        }
        Ok(())
    }

    /// The sum of the list.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn sum(&self) -> io::Result<String> {
        let mut sum = ListSum::default();
        self.each(|one| {
            sum.add(one.name, one.detail);
            Ok::<_, io::Error>(())
        })?;
        Ok(sum.done())
    }
}
