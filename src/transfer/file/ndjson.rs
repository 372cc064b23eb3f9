//! A list as lines of JSON, for programs: every value as it was typed.

use super::line::{Cells, ListContext};
use crate::signature::SignatureState;
use crate::transfer::replies::ReplyColumns;
use crate::transfer::store::Signed;
use serde::Serialize;
use std::fmt::Display;
use std::io::Write as _;

/// Lines of JSON, in memory until they are handed over.
#[derive(Debug)]
pub struct JsonLines<'a> {
    of: &'a ListContext,
    is_first: bool,
    /// What was written.
    pub out: Vec<u8>,
}

impl<'a> JsonLines<'a> {
    /// None yet.
    #[must_use]
    pub fn new(of: &'a ListContext, room: usize) -> Self {
        Self {
            of,
            is_first: true,
            out: Vec::with_capacity(room),
        }
    }

    /// Writes one line.
    pub fn line(&mut self, state: SignatureState, row: &Signed<'_>, reason: Option<&str>) {
        let of = self.of;
        self.out.push(b'{');
        self.is_first = true;
        of.write(self, state, row, reason);
        self.out.extend_from_slice(b"}\n");
    }

    fn put(&mut self, head: &str, value: &(impl Serialize + ?Sized)) {
        self.begins(head);
        // Neither a vector nor these values can refuse to be written.
        let _ = serde_json::to_writer(&mut self.out, value);
    }

    fn begins(&mut self, head: &str) {
        if !self.is_first {
            self.out.push(b',');
        }
        self.is_first = false;
        let _ = serde_json::to_writer(&mut self.out, head);
        self.out.push(b':');
    }
}

impl Cells for JsonLines<'_> {
    fn text(&mut self, head: &str, text: Option<&str>) {
        self.put(head, &text);
    }

    fn key(&mut self, head: &str, key: impl Display) {
        self.begins(head);
        let _ = write!(self.out, "\"{key}\"");
    }

    fn yes(&mut self, head: &str, said: Option<bool>) {
        self.put(head, &said);
    }

    fn names(&mut self, head: &str, names: &[&str]) {
        self.put(head, names);
    }

    fn answers(&mut self, head: &str, of: &ReplyColumns, stored: Option<&str>) {
        self.put(head, &of.records(stored));
    }
}
